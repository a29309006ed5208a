"""After a hard event: who comes first, for each kind, role, nation and supervisor.

The first three of each kind are typed from what a union rep, a bereavement counsellor and the notes
on support say: at least one of them changes the work, one is for the person, and nobody who may be
part of it is among them.
"""

from datetime import datetime
from itertools import product

import pytest

from burnout_check.content.loader import load
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.rules.evaluate import prompts
from burnout_check.domain.rules.rule import Severity
from burnout_check.domain.settings.plan import Plan
from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.domain.support.option import Aim, Circumstances, Family, Nation, Tier, ranked
from burnout_check.domain.support.options_for_person import options_for
from burnout_check.domain.week import LONDON
from burnout_check.paths import resources_dir
from tests.domain.samples import START, check_in

CONTENT = load(resources_dir())
KINDS = {event.id: event for event in CONTENT.questionnaire.hard_events}
ROLES = ("pwp", "pwp_trainee", "high_intensity", "hi_trainee", "counsellor", "senior", "supervisor")
UNSAFE = {Tier.SUPERVISOR, Tier.MANAGER}

# What somebody in a union in England is offered first, if their supervisor is not their manager.
FIRST = {
    "died_by_suicide": ["tell-supervisor", "extra-session", "bereaved-by-suicide"],
    "tried_to_end_life": ["tell-supervisor", "live-case", "debrief"],
    "client_died": ["tell-supervisor", "extra-session", "debrief"],
    "assault": ["get-seen", "stop-seeing", "tell-supervisor"],
    "complaint": ["union-rep", "professional-body", "indemnity"],
    "investigated": ["union-rep", "professional-body", "indemnity"],
    "bullying": ["union-rep", "guardian", "write-it-down"],
    "asked_to_change_data": ["protect", "union-rep", "write-it-down"],
    "change_of_therapist": ["colleague", "extra-session", "restorative-time"],
    "something_else": ["tell-supervisor", "extra-session", "debrief"],
}
# The same where the supervisor is the line manager, where that makes a difference.
IF_MANAGER = {
    "change_of_therapist": ["colleague", "debrief", "union-rep"],
    "something_else": ["debrief", "colleague", "incident-report"],
}
# And in the other nations, where what England has is not there.
BULLYING = {
    Nation.SCOTLAND: ["union-rep", "acas", "write-it-down"],
    Nation.WALES: ["union-rep", "acas", "write-it-down"],
    Nation.NORTHERN_IRELAND: ["union-rep", "labour-relations-agency", "write-it-down"],
}
# Those who may be part of it, or may seem to be: never among the first.
NEVER_FIRST = {"bullying", "asked_to_change_data"}
NOT_IF_MANAGER = {
    *NEVER_FIRST,
    "complaint",
    "investigated",
    "change_of_therapist",
    "something_else",
}


def first(kinds, who, *, is_manager=False, own=()):
    found = ranked(
        [Family.HARD_EVENT],
        options_for(who, CONTENT.options, own=own),
        (Tier.SUPERVISOR, Tier.PROFESSIONAL),
        events=[KINDS[kind] for kind in kinds],
        supervisor_is_manager=is_manager,
    )
    return found[:3]


def ids(options):
    return [option.id for option in options]


def test_that_each_kind_of_hard_event_is_told_here():
    assert FIRST.keys() == KINDS.keys()


@pytest.mark.parametrize("nation", Nation)
@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("kind", KINDS)
def test_that_each_event_leads_to_those_who_are_safe_whoever_it_happened_to(kind, role, nation):
    for is_manager, union in product((False, True), ("", "yes", "no")):
        three = first([kind], Circumstances(nation, role, union), is_manager=is_manager)

        assert len(three) == 3
        assert {option.aim for option in three} == set(Aim)
        if kind in (NOT_IF_MANAGER if is_manager else NEVER_FIRST):
            assert not UNSAFE & {option.tier for option in three}
        if union != "no":
            expected = IF_MANAGER.get(kind, FIRST[kind]) if is_manager else FIRST[kind]
            if kind == "bullying" and nation is not Nation.ENGLAND:
                expected = BULLYING[nation]
            assert ids(three) == expected


def test_that_without_a_union_somebody_outside_still_comes_first():
    england, ni = (
        Circumstances(nation=nation, union="no")
        for nation in (Nation.ENGLAND, Nation.NORTHERN_IRELAND)
    )

    assert ids(first(["bullying"], england)) == ["guardian", "acas", "write-it-down"]
    assert ids(first(["bullying"], ni)) == ["labour-relations-agency", "write-it-down", "hr"]
    assert ids(first(["complaint"], england)) == [
        "professional-body",
        "indemnity",
        "someone-with-you",
    ]


def test_that_a_persons_own_entry_stands_where_the_general_one_would():
    rep = LocalEntry(LocalKind.UNION_REP, "Sam from UNISON", number="020 7946 0000", id=4)

    three = first(["bullying"], Circumstances(Nation.ENGLAND, union="yes"), own=[rep])

    assert three[0].name == "Sam from UNISON"


def test_that_two_kinds_take_turns_and_the_more_careful_one_holds_for_both():
    three = first(["died_by_suicide", "bullying"], Circumstances(Nation.ENGLAND))

    # Supervision stands first for a death, the union for bullying; bullying bars the supervisor.
    assert ids(three) == ["union-rep", "guardian", "bereaved-by-suicide"]


def test_that_what_is_for_one_kind_is_not_offered_after_another():
    options = options_for(Circumstances(Nation.ENGLAND), CONTENT.options)
    after = ranked([Family.HARD_EVENT], options, events=[KINDS["bullying"]])

    assert "stop-seeing" not in ids(after)
    assert "bereaved-by-suicide" not in ids(after)
    assert "hr" in ids(after)


def prompt(*kinds):
    past = History((check_in(START, hard_events=kinds),))
    (found,) = prompts(
        CONTENT.rules, past, instruments=CONTENT.instruments, plan=Plan(), week=START
    )
    return found


def test_that_the_prompt_speaks_of_what_happened():
    bullied = prompt("bullying")

    assert bullied.severity is Severity.NOW
    assert bullied.title == "You were bullied"
    assert bullied.text.startswith("It is not your fault. Talk to somebody outside it first")
    assert ids(bullied.events) == ["bullying"]


def test_that_two_kinds_in_one_week_are_both_spoken_of():
    both = prompt("assault", "bullying")

    assert both.title == "Hard things happened at work"
    assert "Are you hurt?" in both.text
    assert "It is not your fault." in both.text


def test_that_a_kind_of_another_version_is_still_met():
    unknown = prompt("a_kind_that_is_gone")

    assert unknown.title == "Hard things happened at work"
    assert unknown.text == "Whatever it was, you do not have to hold it alone. Tell someone today."


@pytest.mark.parametrize(
    ("now", "name"),
    [
        (datetime(2026, 11, 27, 15, 59, tzinfo=LONDON), "Take a real break today"),  # a Friday
        (
            datetime(2026, 11, 27, 16, 50, tzinfo=LONDON),
            "Book a real break for your next working day",
        ),
        (
            datetime(2026, 11, 28, 10, 0, tzinfo=LONDON),
            "Book a real break for your next working day",
        ),
        (datetime(2026, 11, 30, 9, 0, tzinfo=LONDON), "Take a real break today"),
    ],
)
def test_that_what_is_for_today_knows_the_hour_and_the_weekend(now, name):
    by_id = {option.id: option for option in CONTENT.options}

    assert by_id["real-break"].at(now).name == name
    assert by_id["gp"].at(now).name == "Your GP"
