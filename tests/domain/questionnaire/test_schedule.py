"""What is asked and when, on the questionnaire that ships."""

from datetime import UTC, date, datetime

import pytest

from burnout_check.content.check_in import load_questionnaire
from burnout_check.content.hard_events import load_hard_events
from burnout_check.content.instruments import load_instruments
from burnout_check.domain.questionnaire.check_in import CheckIn
from burnout_check.domain.questionnaire.schedule import Cadence
from burnout_check.domain.week import Week
from burnout_check.paths import resources_dir

ASKED = load_questionnaire(
    resources_dir(), load_instruments(resources_dir()), load_hard_events(resources_dir())
)
FIRST = Week(date(2026, 1, 5))
WEEKLY = ("clients", "workload", "hse_workload", "supervision", "hse_support", "gad2", "burnout")
FOUR_WEEKLY = (
    "gad7_rest",
    "cbi_personal",
    "cbi_work",
    "cbi_client",
    "hse_demands_rest",
    "hse_managerial_rest",
)
OFF = ("phone_hours", "back_to_back", "values_gap", "group_supervision", "phq2", "hse_whole")


def check_in(week, *parts):
    """A check-in with these parts answered: every item with a 1, every fact with a 1."""
    questions = ASKED.questions(parts)
    facts = {question: 1.0 for question in questions if question.startswith("fact_")}
    answers = {question: 1 for question in questions if question not in facts}
    finished = datetime.combine(week.sunday, datetime.min.time(), UTC)
    return CheckIn(week, finished, answers=answers, facts=facts, asked=parts)


def due(week, history=(), **cadences):
    return ASKED.due(week, history, cadences)


def long_parts(asked):
    return [part for part in asked if part not in WEEKLY]


def test_that_the_weekly_check_in_has_12_answers_in_this_order():
    assert due(FIRST) == WEEKLY
    assert ASKED.questions(WEEKLY) == (
        "fact_caseload",
        "fact_contact_hours",
        "fact_overtime_hours",
        "own_workload_manageable",
        "hse_12",
        "hse_16",
        "fact_supervision_minutes",
        "own_supervision_enough",
        "hse_33",
        "gad7_1",
        "gad7_2",
        "burnout_item",
    )


def test_that_the_sections_are_those_of_the_design_in_order():
    assert [section.title for section in ASKED.sections] == [
        "Your week",
        "Supervision",
        "Anxiety",
        "Burnout",
        "Mood",
        "Working life",
        "Anything else",
    ]


def test_that_four_weeks_ask_36_more_questions_at_most():
    asked = ASKED.questions((*FOUR_WEEKLY, "phq2"))

    # CBI 19, GAD-7 5, demands 6, managerial support 4, PHQ-2 2
    assert len(asked) == 19 + 5 + 6 + 4 + 2


def test_that_the_longer_parts_wait_for_the_second_check_in():
    assert long_parts(due(FIRST.plus(1), [check_in(FIRST, *WEEKLY)])) == list(FOUR_WEEKLY)


def test_that_the_longer_parts_come_back_every_four_weeks():
    history = [check_in(FIRST, *WEEKLY), check_in(FIRST.plus(1), *WEEKLY, *FOUR_WEEKLY)]
    asked = {}
    for number in range(2, 14):
        week = FIRST.plus(number)
        parts = due(week, history)
        asked[number] = bool(long_parts(parts))
        history.append(check_in(week, *parts))

    assert [number for number, is_long in asked.items() if is_long] == [5, 9, 13]


def test_that_a_long_part_that_was_skipped_is_not_asked_again_at_once():
    skipped = CheckIn(
        FIRST.plus(1),
        datetime(2026, 1, 16, tzinfo=UTC),
        skipped=frozenset(ASKED.questions(FOUR_WEEKLY)),
        asked=(*WEEKLY, *FOUR_WEEKLY),
    )
    history = [check_in(FIRST, *WEEKLY), skipped]

    assert long_parts(due(FIRST.plus(2), history)) == []
    assert long_parts(due(FIRST.plus(5), history)) == list(FOUR_WEEKLY)


def test_that_a_long_part_that_was_not_asked_is_due_the_next_time():
    history = [
        check_in(FIRST, *WEEKLY),
        check_in(FIRST.plus(1), *WEEKLY, *(part for part in FOUR_WEEKLY if part != "cbi_work")),
    ]

    assert long_parts(due(FIRST.plus(2), history)) == ["cbi_work"]


def test_that_a_part_with_numbers_alone_keeps_its_cadence():
    history = [check_in(FIRST, *WEEKLY), check_in(FIRST.plus(1), *WEEKLY, "phone_hours")]

    assert "phone_hours" not in due(FIRST.plus(2), history, phone_hours=Cadence.FOUR_WEEKLY)
    assert "phone_hours" in due(FIRST.plus(5), history, phone_hours=Cadence.FOUR_WEEKLY)


def test_that_a_missed_week_puts_the_long_parts_off_and_loses_none():
    history = [check_in(FIRST, *WEEKLY), check_in(FIRST.plus(1), *WEEKLY, *FOUR_WEEKLY)]

    assert long_parts(due(FIRST.plus(4), history)) == []
    assert long_parts(due(FIRST.plus(11), history)) == list(FOUR_WEEKLY)


def test_that_the_five_that_were_asked_at_once_count_as_asked():
    history = [
        check_in(FIRST, *WEEKLY),
        check_in(FIRST.plus(1), *WEEKLY, *FOUR_WEEKLY),
        check_in(FIRST.plus(3), *WEEKLY, "gad7_rest"),
    ]
    week = FIRST.plus(5)

    assert "gad7_rest" not in due(week, history)
    assert "cbi_work" in due(week, history)


def test_that_a_past_week_is_asked_what_was_due_then():
    history = [
        check_in(FIRST, *WEEKLY),
        check_in(FIRST.plus(2), *WEEKLY, *FOUR_WEEKLY),
        check_in(FIRST.plus(3), *WEEKLY),
    ]

    assert due(FIRST.plus(-1), history) == WEEKLY
    assert long_parts(due(FIRST.plus(1), history)) == list(FOUR_WEEKLY)
    assert long_parts(due(FIRST.plus(3), history)) == []


@pytest.mark.parametrize("history", [[], [check_in(FIRST, *WEEKLY)]])
def test_that_what_is_off_is_not_asked_until_it_is_switched_on(history):
    week = FIRST.plus(30)

    assert not set(OFF) & set(due(week, history))
    assert "phone_hours" in due(week, history, phone_hours=Cadence.WEEKLY)


def test_that_off_is_off():
    history = [check_in(FIRST, *WEEKLY)]
    everything = dict.fromkeys((*WEEKLY, *FOUR_WEEKLY, *OFF), Cadence.OFF)

    assert due(FIRST.plus(1), history, **everything) == ()
    assert ASKED.opened(("gad2",), {"gad7_1": 3, "gad7_2": 3}, {"gad7_rest": Cadence.OFF}) == (
        "gad2",
    )


def test_that_a_cadence_can_be_changed():
    history = [
        check_in(FIRST, *WEEKLY),
        check_in(FIRST.plus(1), *WEEKLY, *FOUR_WEEKLY, "hse_whole"),
    ]
    every_12 = {"cbi_work": Cadence.TWELVE_WEEKLY, "hse_whole": Cadence.TWELVE_WEEKLY}

    assert "cbi_work" in due(FIRST.plus(2), history, cbi_work=Cadence.WEEKLY)
    assert not {"cbi_work", "hse_whole"} & set(due(FIRST.plus(12), history, **every_12))
    assert {"cbi_work", "hse_whole"} <= set(due(FIRST.plus(13), history, **every_12))


@pytest.mark.parametrize(
    ("first", "second", "asks_more"),
    [(0, 0, False), (1, 1, False), (2, 0, False), (2, 1, True), (0, 3, True), (3, 3, True)],
)
def test_that_3_or_more_on_the_gad_2_asks_the_other_five_at_once(first, second, asks_more):
    opened = ASKED.opened(WEEKLY, {"gad7_1": first, "gad7_2": second}, {})
    at = opened.index("gad2")

    assert ("gad7_rest" in opened) is asks_more
    assert opened[at + 1] == ("gad7_rest" if asks_more else "burnout")
    assert len(ASKED.questions(opened)) == (17 if asks_more else 12)


def test_that_half_a_gad_2_asks_nothing_more():
    assert ASKED.opened(WEEKLY, {"gad7_1": 3}, {}) == WEEKLY


@pytest.mark.parametrize(("score", "asks_more"), [(2, False), (3, True)])
def test_that_the_rest_of_the_phq_8_is_asked_after_3_or_more_only(score, asks_more):
    asked = (*WEEKLY, "phq2")
    answers = {"phq8_1": score, "phq8_2": 0}

    assert ("phq8_rest" in ASKED.opened(asked, answers, {"phq2": Cadence.FOUR_WEEKLY})) is asks_more


def test_that_the_rest_of_the_phq_8_is_never_due_by_itself():
    history = [check_in(FIRST, *WEEKLY)]
    cadences = {"phq2": Cadence.FOUR_WEEKLY}

    assert "phq2" in due(FIRST.plus(1), history, **cadences)
    assert "phq8_rest" not in due(FIRST.plus(1), history, **cadences)
    assert "phq8_rest" not in ASKED.opened(WEEKLY, {"phq8_1": 3, "phq8_2": 3}, cadences)


def test_that_what_is_asked_once_is_not_asked_twice():
    everything = ASKED.questions(part.id for part in ASKED.parts)

    assert len(everything) == len(set(everything))
    assert sum(len(part.questions) for part in ASKED.parts) == len(everything)


def test_that_only_what_is_off_by_itself_is_optional():
    assert [part.id for part in ASKED.parts if part.optional] == list(OFF)
    assert all(part.cadence is Cadence.OFF for part in ASKED.parts if part.optional)


def test_that_a_hard_event_says_died_by_suicide_and_none_is_a_question():
    labels = [event.label for event in ASKED.hard_events]

    assert labels == [
        "A client, or a former client, died by suicide",
        "A client tried to end their life",
        "A client died in another way",
        "I was assaulted",
        "There was a complaint about me",
        "I am being investigated",
        "I was bullied",
        "I was asked to change or shape data",
        "A client asked for another therapist",
        "Something else",
    ]


def test_that_a_heading_is_the_stem_of_its_instrument():
    stems = {name: each.stem for name, each in load_instruments(resources_dir()).items()}

    for part in ASKED.parts:
        assert part.heading == (stems[part.instrument] or part.heading), part.id
    assert ASKED.part("gad2").heading == (
        "Over the last 2 weeks, how often have you been bothered by the following problems?"
    )
    assert ASKED.part("hse_support").heading == "Thinking about the past week:"
    assert "Adapted" in ASKED.part("hse_support").hint


def test_that_what_was_asked_stays_asked_when_it_is_switched_off_later():
    asked = (*WEEKLY, "cbi_work", "values_gap")

    opened = ASKED.opened(asked, {}, {"cbi_work": Cadence.OFF})

    assert {"cbi_work", "values_gap"} <= set(opened)


def test_that_nothing_triggers_a_part_that_is_switched_off():
    opened = ASKED.opened(WEEKLY, {"gad7_1": 3, "gad7_2": 3}, {"gad7_rest": Cadence.OFF})

    assert "gad7_rest" not in opened
