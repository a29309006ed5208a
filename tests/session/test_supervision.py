from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from burnout_check.content.loader import load
from burnout_check.domain.demo.demo_history import demo_history, demo_settings
from burnout_check.domain.insights.outcome import Outcome
from burnout_check.domain.measures.ids import SUPERVISION
from burnout_check.domain.supervision.agenda import Source
from burnout_check.domain.supervision.sharing_choice import Privacy, SharingChoice
from burnout_check.domain.supervision.supervision_session import SessionKind, SupervisionSession
from burnout_check.domain.week import LONDON
from burnout_check.errors import BadInput
from burnout_check.paths import resources_dir
from burnout_check.session.locked_vault import LockedVault
from burnout_check.session.session import Session
from tests.vaults import CHEAP, PASSPHRASE

FRIDAY = datetime(2026, 11, 20, 16, 50, tzinfo=LONDON)
WEDNESDAY = date(2026, 11, 18)
HELD = SupervisionSession(WEDNESDAY, 50)
PERSONAL = "measure:burnout"


class Life:
    """The demo's person up to last week; the clock can be set."""

    def __init__(self, folder):
        self.now = FRIDAY
        self.locked_vault = LockedVault(
            folder, load(resources_dir()), clock=lambda: self.now, cost=CHEAP
        )
        self.session = self.locked_vault.create(self.locked_vault.make_keys(PASSPHRASE))
        content = self.session.content
        parts = content.questionnaire.parts
        until = self.session.ledger.week.plus(-1)
        self.session.check_ins.add_all(demo_history(until, content.instruments, parts=parts))
        self.session.preferences.update(demo_settings())

    def reopen(self) -> Session:
        self.session.close()
        self.session = self.locked_vault.open(self.locked_vault.key_from_passphrase(PASSPHRASE))
        return self.session

    def check_in(self, minutes: float | None = None):
        """Saves this week's check-in with everything left blank but supervision."""
        draft = self.session.check_ins.draft_for(self.session.ledger.week)
        if minutes is None:
            draft = draft.confirm(frozenset({SUPERVISION}))
        else:
            draft = draft.state(SUPERVISION, minutes)
        assert isinstance(self.session.check_ins.submit(draft, leave_blank=True), Outcome)


@pytest.fixture
def life(tmp_path) -> Iterator[Life]:
    life = Life(tmp_path / "data")
    yield life
    life.session.close()


def of_this_week(session: Session) -> float | None:
    return session.ledger.reading.series[SUPERVISION].at(session.ledger.week)


def test_that_a_session_is_on_trends_before_there_is_a_check_in(life):
    life.session.supervision.add(HELD)
    life.session.supervision.add(replace(HELD, minutes=25, kind=SessionKind.RESTORATIVE))

    assert of_this_week(life.session) == 75
    assert of_this_week(life.reopen()) == 75


def test_that_the_check_in_of_the_week_starts_with_the_sessions_and_counts_them_once(life):
    life.session.supervision.add(HELD)
    draft = life.session.check_ins.draft_for(life.session.ledger.week)

    assert draft.facts[SUPERVISION] == 50
    assert SUPERVISION in draft.carried

    life.check_in()

    assert of_this_week(life.session) == 50
    assert life.session.ledger.history.get(life.session.ledger.week).facts[SUPERVISION] == 50


def test_that_a_half_filled_check_in_takes_a_session_up_unless_the_person_said_a_number(life):
    week = life.session.ledger.week
    life.session.check_ins.update_draft(life.session.check_ins.draft_for(week))
    life.session.supervision.add(HELD)

    assert life.session.check_ins.draft_for(week).facts[SUPERVISION] == 50

    life.session.check_ins.update_draft(
        life.session.check_ins.draft_for(week).state(SUPERVISION, 35)
    )

    assert life.session.check_ins.draft_for(week).facts[SUPERVISION] == 35


def test_that_a_session_after_the_check_in_is_added_only_if_it_was_not_in_it(life):
    life.check_in(60)
    kept = life.session.supervision.add(HELD)

    assert of_this_week(life.session) == 60
    assert life.session.supervision.in_check_in(kept) == (60, 110)

    life.session.supervision.add_to_check_in(kept)

    assert of_this_week(life.session) == 110


def test_that_a_session_without_a_check_in_counts_by_itself(life):
    kept = life.session.supervision.add(HELD)

    assert life.session.supervision.in_check_in(kept) is None


def test_that_one_short_session_in_an_open_week_brings_no_prompt(life):
    before = [prompt.rule.id for prompt in life.session.ledger.prompts()]
    life.session.supervision.add(replace(HELD, minutes=5))

    assert [prompt.rule.id for prompt in life.session.ledger.prompts()] == before


def test_that_a_session_takes_the_agenda_with_it_and_its_actions_open_the_next(life):
    life.session.agenda.add("What felt heaviest")
    action = life.session.actions.add("Pause new allocations", who="Supervisor")
    other = life.session.actions.add("Move a review")
    life.session.supervision.add(replace(HELD, note=" Two weeks ", actions=(action.id, other.id)))
    life.session.actions.remove(other)
    life.now += timedelta(weeks=1)
    session = life.reopen()
    (past,) = session.supervision.history().sessions

    assert session.agenda.lines() == ()
    assert past.session.agenda == ("What felt heaviest",)
    assert past.session.note == "Two weeks"
    assert past.agreed == session.supervision.what_happened() == (action,)
    assert session.agenda.suggested()[0].text == "What happened: Pause new allocations"


def test_that_ratings_come_after_and_a_session_can_go(life):
    supervision = life.session.supervision
    kept = supervision.add(HELD)
    supervision.update(replace(kept, enough=3, could_say=8))

    assert life.session.ledger.sessions == (replace(HELD, enough=3, could_say=8, id=kept.id),)

    supervision.remove(kept)

    assert life.session.ledger.sessions == ()
    assert of_this_week(life.session) is None


def test_that_a_session_that_cannot_be_is_refused_with_its_field_and_not_saved(life):
    with pytest.raises(BadInput) as caught:
        life.session.supervision.add(replace(HELD, minutes=0))

    assert caught.value.field == "minutes"
    assert life.session.ledger.sessions == ()


def test_that_the_agenda_is_added_to_moved_and_taken_from(life):
    agenda = life.session.agenda
    suggestion = agenda.suggested()[0]
    agenda.accept(suggestion)
    own = agenda.add("  My own line ", source=Source.OPTION, about="union")
    agenda.move(own, to=0)

    assert [line.text for line in agenda.lines()] == ["My own line", suggestion.text]
    assert suggestion.about not in {line.about for line in agenda.suggested()}

    agenda.remove(own)

    assert [line.text for line in agenda.lines()] == [suggestion.text]
    with pytest.raises(BadInput):
        agenda.add("  ")


def test_that_nothing_is_ticked_the_first_time_and_personal_things_are_asked_again(life):
    sharing = life.session.sharing

    assert sharing.choice() == SharingChoice()
    assert sharing.asks_again() == ()

    work = SharingChoice(12).tick("measure:fact_caseload", numbers=True)
    sharing.remember(work.tick(PERSONAL, numbers=True))
    sharing = life.reopen().sharing
    (asked,) = sharing.asks_again()

    assert sharing.choice() == work
    assert (asked.id, asked.privacy) == (PERSONAL, Privacy.PERSONAL)
    assert sharing.again((asked,)) == work.tick(PERSONAL, numbers=True)


def test_that_the_demo_shows_only_what_is_ticked_with_its_plan(life):
    choice = SharingChoice(8).tick("measure:fact_caseload", numbers=True).tick(PERSONAL)
    value = life.session.sharing.shared_view(choice)

    assert [(each.title, each.with_numbers) for each in value.measures] == [
        ("Caseload", True),
        ("Burnout (one question)", False),
    ]
    assert value.measures[0].lines == ((60, "your plan 60"),)
    assert (value.prompts, value.notes, value.actions, value.agenda) == ((), (), (), ())


def test_that_a_supervisor_who_is_the_manager_brings_a_reminder(life):
    assert life.session.sharing.reminder == ""

    life.session.preferences.update({"supervisor_is_manager": True})

    assert "line manager" in life.session.sharing.reminder


def test_that_a_deleted_session_comes_back_as_it_was_and_the_agenda_is_left_alone(life):
    supervision, agenda = life.session.supervision, life.session.agenda
    kept = supervision.add(replace(HELD, note="Two weeks", enough=3))
    supervision.remove(kept)
    agenda.add("For the next time")
    supervision.restore(kept)

    assert life.session.ledger.sessions == (kept,)
    assert [item.text for item in agenda.lines()] == ["For the next time"]
    assert life.reopen().ledger.sessions == (kept,)


def test_that_a_session_cut_short_is_there_until_it_is_kept_or_put_away(life):
    action = life.session.actions.add("Protect an hour")
    begun = SupervisionSession(WEDNESDAY, 25, note="Fewer meetings", actions=(action.id,))
    life.session.supervision.update_unfinished(begun)

    assert life.reopen().supervision.unfinished() == begun
    supervision = life.session.supervision
    supervision.add(begun)
    assert supervision.unfinished() is None
    supervision.update_unfinished(begun)
    supervision.update_unfinished(None)
    assert supervision.unfinished() is None


def test_that_an_action_noted_afterwards_belongs_to_the_last_session(life):
    supervision = life.session.supervision
    supervision.add(HELD)
    supervision.agree(life.session.actions.add("Protect an hour"))
    assert [action.text for action in supervision.what_happened()] == ["Protect an hour"]
