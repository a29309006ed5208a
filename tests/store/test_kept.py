from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.questionnaire.check_in import Away, CheckIn, Reason
from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.domain.support.action import Action, ActionStatus
from burnout_check.domain.support.hard_event import LookIn, Told
from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.store.vault import Vault
from tests.store.samples import CHECK_IN, DRAFT, FRIDAY, WEEK, check_ins, drafts
from tests.vaults import opened_vault

# One vault for all examples: each overwrites or adds to what the one before left there.
shared_vault = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def test_that_a_check_in_is_equal_after_reopening(vault, folder):
    vault.check_ins.add(CHECK_IN)
    vault.close()
    with opened_vault(folder) as again:
        kept = again.check_ins.get(WEEK)

        assert kept == CHECK_IN
        assert again.check_ins.all() == (CHECK_IN,)


@shared_vault
@given(check_in=check_ins)
def test_that_any_check_in_is_kept_as_it_is(vault: Vault, check_in: CheckIn):
    vault.check_ins.add(check_in)

    assert vault.check_ins.get(check_in.week) == check_in
    assert check_in in vault.check_ins.all()


@shared_vault
@given(draft=drafts)
def test_that_any_draft_is_kept_as_it_is(vault: Vault, draft: Draft):
    vault.drafts.update(draft)

    assert vault.drafts.get(draft.week) == draft
    assert draft in vault.drafts.all()


def test_that_the_offset_of_an_instant_is_kept(vault):
    vault.check_ins.add(CHECK_IN)
    finished = vault.check_ins.all()[0].finished

    assert finished.isoformat() == "2026-11-20T16:50:07.123456+00:00"


def test_that_an_instant_without_a_time_zone_is_refused(vault):
    with pytest.raises(ValueError, match="time zone"):
        vault.check_ins.add(replace(CHECK_IN, finished=FRIDAY.replace(tzinfo=None)))

    assert vault.check_ins.all() == ()


def test_that_check_ins_come_oldest_first_and_drafts_newest_first(vault):
    for weeks in (1, -3, 0):
        vault.check_ins.add(replace(CHECK_IN, week=WEEK.plus(weeks)))
        vault.drafts.update(replace(DRAFT, week=WEEK.plus(10 + weeks)))
    saved = [str(check_in.week) for check_in in vault.check_ins.all()]
    begun = [str(draft.week) for draft in vault.drafts.all()]

    assert saved == ["2026-10-26", "2026-11-16", "2026-11-23"]
    assert begun == ["2027-02-01", "2027-01-25", "2027-01-04"]


def test_that_a_corrected_check_in_replaces_the_earlier_one_whole(vault):
    vault.check_ins.add(CHECK_IN)
    corrected = CheckIn(WEEK, FRIDAY, answers={"gad.2": 1}, facts={"caseload": 12})
    vault.check_ins.add(corrected)

    assert vault.check_ins.all() == (corrected,)


def test_that_a_removed_check_in_takes_its_answers_with_it(vault):
    vault.check_ins.add(CHECK_IN)
    vault.check_ins.remove(WEEK)
    vault.check_ins.add(CheckIn(WEEK, FRIDAY))

    assert vault.check_ins.get(WEEK) == CheckIn(WEEK, FRIDAY)


def test_that_ten_years_of_check_ins_are_saved_and_read_together(vault):
    decade = [replace(CHECK_IN, week=WEEK.plus(week)) for week in range(-520, 0)]
    vault.check_ins.add_all(decade)

    assert vault.check_ins.all() == tuple(decade)


def test_that_half_a_character_from_a_clipboard_does_not_stop_saving(vault):
    vault.drafts.update(replace(DRAFT, note="so \ud83c tired"))
    vault.check_ins.add(replace(CHECK_IN, note="so \ud83c tired"))
    check_in = vault.check_ins.get(WEEK)

    assert check_in.note == "so \N{REPLACEMENT CHARACTER} tired"


def test_that_a_dropped_draft_is_gone(vault):
    vault.drafts.update(DRAFT)
    vault.drafts.remove(WEEK)

    assert vault.drafts.get(WEEK) is None
    assert vault.drafts.all() == ()


def test_that_a_week_away_has_its_latest_reason(vault):
    vault.away.add(Away(WEEK, Reason.LEAVE))
    vault.away.add(Away(WEEK.plus(-1), Reason.OTHER))
    vault.away.add(Away(WEEK, Reason.SICK))

    assert vault.away.all() == (Away(WEEK.plus(-1), Reason.OTHER), Away(WEEK, Reason.SICK))


def test_that_a_week_away_can_be_taken_back(vault):
    vault.away.add(Away(WEEK, Reason.LEAVE))
    vault.away.remove(WEEK)

    assert vault.away.all() == ()


def test_that_settings_keep_their_types_and_the_others_stay(vault):
    vault.settings.update(
        {"role": "PWP", "sessions": 5, "remind": True, "hours": 37.5, "limit": None}
    )
    vault.settings.update({"role": "trainee", "remind": False})
    kept = vault.settings.all()

    assert kept == {
        "role": "trainee",
        "sessions": 5,
        "remind": False,
        "hours": 37.5,
        "limit": None,
    }
    assert kept["remind"] is False


@shared_vault
@given(value=st.text())
def test_that_any_text_can_be_a_setting(vault: Vault, value: str):
    vault.settings.update({"name": value})

    assert vault.settings.all()["name"] == value


def test_that_a_prompt_is_put_aside_until_a_day_and_let_back(vault):
    vault.snoozed.add(["burnout-high"], date(2026, 12, 1), "warn")
    vault.snoozed.add(["caseload"], date(2026, 12, 24), "note")
    vault.snoozed.add(["burnout-high"], date(2026, 12, 31), "act")
    vault.snoozed.remove(["caseload"])

    assert vault.snoozed.all() == {"burnout-high": (date(2026, 12, 31), "act")}


def test_that_actions_get_ids_change_and_go(vault):
    ask = vault.actions.add(Action("Ask for a smaller caseload", "me", date(2026, 11, 20)))
    plan = vault.actions.add(Action("Plan leave", "us", date(2026, 11, 20), date(2026, 12, 1)))
    done = replace(
        ask, status=ActionStatus.DONE, ended=date(2026, 11, 23), origin="caseload-review"
    )
    vault.actions.update(done)

    assert vault.actions.all() == (done, plan)
    assert ask.id != plan.id
    assert 0 not in {ask.id, plan.id}

    vault.actions.remove(ask.id)

    assert vault.actions.all() == (plan,)


def test_that_an_action_opened_again_is_read_without_the_day_an_older_program_left(vault):
    plan = vault.actions.add(Action("Plan leave", "us", date(2026, 11, 20), date(2026, 12, 1)))
    old = vault.actions.add(Action("Ask", "me", date(2026, 11, 20), status=ActionStatus.DONE))
    with vault._database.writing() as tables:
        tables.table("actions").update(plan.id, {"ended": "2026-11-23"})

    assert vault.actions.all() == (plan, old)  # open, and done on a day that nobody knows


def test_that_an_action_that_is_not_there_cannot_be_replaced(vault):
    with pytest.raises(KeyError):
        vault.actions.update(Action("?", "me", date(2026, 11, 20), id=7))


def test_that_events_are_kept_by_day_and_change_and_go(vault):
    post = vault.events.add(Event(date(2026, 11, 20), EventKind.NEW_POST))
    leave = vault.events.add(Event(date(2024, 2, 29), EventKind.LEAVE, "Crète"))
    same_day = vault.events.add(Event(date(2024, 2, 29), EventKind.OTHER, "moved"))

    assert vault.events.all() == (leave, same_day, post)
    assert len({0, leave.id, same_day.id, post.id}) == 4

    later = replace(leave, day=date(2024, 12, 30))  # a Monday, week 1 of 2025
    vault.events.update(later)
    vault.events.remove(same_day.id)

    assert vault.events.all() == (later, post)
    with pytest.raises(KeyError):
        vault.events.update(same_day)


def test_that_a_hard_event_and_the_draft_of_its_week_are_kept_and_go_together(vault):
    told = Told(WEEK, "complaint", WEEK.monday)
    ticked = DRAFT.with_events(("bullying", "complaint"))
    vault.drafts.update(DRAFT)
    vault.hard_events.add(told, draft=ticked)
    vault.hard_events.add(told, draft=ticked)

    assert vault.hard_events.all() == (told,)
    assert vault.drafts.get(WEEK) == ticked

    vault.hard_events.remove(WEEK, "complaint", draft=DRAFT)

    assert vault.hard_events.all() == ()
    assert vault.drafts.get(WEEK) == DRAFT


def test_that_the_check_in_of_a_week_takes_over_what_was_told_of_it(vault):
    later = Told(WEEK.plus(1), "assault", WEEK.plus(1).monday)
    vault.hard_events.add(Told(WEEK, "complaint", WEEK.monday), draft=None)
    vault.hard_events.add(later, draft=None)
    vault.check_ins.add(CHECK_IN)

    assert vault.hard_events.all() == (later,)


def test_that_the_answer_of_a_week_later_is_kept_changed_and_taken_back(vault):
    vault.hard_events.answer(WEEK, LookIn.MORE, day=WEEK.sunday)
    vault.hard_events.answer(WEEK, LookIn.SUPPORTED, day=WEEK.sunday)

    assert vault.hard_events.answers() == {WEEK: LookIn.SUPPORTED}

    vault.hard_events.take_back_answer(WEEK)

    assert vault.hard_events.answers() == {}


def test_that_local_entries_get_ids_change_and_go(vault):
    gp = vault.local_entries.add(
        LocalEntry(LocalKind.GP, "The Grove \ud83c", "01632 960001", "8 to 6", "Ask for Dr Ali")
    )
    rep = vault.local_entries.add(LocalEntry(LocalKind.UNION_REP, "Sam"))
    moved = replace(gp, name="The Elms", number="01632 960002")
    vault.local_entries.update(moved)
    kept = vault.local_entries.all()

    assert kept == (moved, rep)
    assert moved == LocalEntry(
        LocalKind.GP, "The Elms", "01632 960002", "8 to 6", "Ask for Dr Ali", id=gp.id
    )
    assert 0 not in {gp.id, rep.id}

    vault.local_entries.remove(gp.id)

    assert vault.local_entries.all() == (rep,)
