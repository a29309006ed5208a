from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from burnout_check.domain.measures.measure import Point, Series
from burnout_check.domain.questionnaire.instrument import Noise
from burnout_check.domain.supervision import shareable_items
from burnout_check.domain.supervision.shared_view import SharedView
from burnout_check.domain.supervision.shared_view_builder import (
    number_sentence,
    only_line,
    shared_view,
)
from burnout_check.domain.supervision.sharing_choice import (
    RANGES,
    Kind,
    Privacy,
    SharingChoice,
    asks_again,
    unasked,
)
from burnout_check.domain.week import plain_date
from tests.domain.planted import MATERIAL, OFFERS, TODAY, WEEK, WEEKS, leaves, secrets, unticked
from tests.domain.samples import START, measure, weekly

IDS = [offer.id for offer in OFFERS]
NOTHING = SharingChoice(WEEKS)

any_choice = st.builds(
    lambda ticked, numbers: SharingChoice(WEEKS, frozenset(ticked), frozenset(numbers)),
    st.sets(st.sampled_from(IDS)),
    st.sets(st.sampled_from(IDS)),
)


@given(any_choice)
def test_that_whatever_is_ticked_nothing_else_is_shown(choice):
    text = "\n".join(leaves(shared_view(choice, MATERIAL)))

    assert [secret for secret in unticked(choice.ticked, choice.numbers) if secret in text] == []
    for offer in choice.ticked:
        named, numbers = secrets(offer)
        wanted = named + (numbers if offer in choice.numbers else ())
        assert all(each in text for each in wanted), offer


def test_that_nothing_is_ticked_the_first_time_and_only_the_agenda_is_shown():
    assert shared_view(NOTHING, MATERIAL) == SharedView(
        TODAY, WEEK.plus(-3), WEEK, agenda=("What felt heaviest",)
    )
    assert SharingChoice().ticked == frozenset()


def test_that_workload_and_supervision_are_work_and_all_else_is_personal():
    work = {offer.id for offer in OFFERS if offer.privacy is Privacy.WORK}

    # caseload, supervision, the workload prompt and the action agreed in a session
    assert work == {
        "measure:fact_caseload",
        "measure:fact_supervision_minutes",
        "prompt:rule-workload",
        "action:1",
    }
    assert {offer.kind for offer in OFFERS} == set(Kind)  # none of which is the private log


def test_that_a_measure_nobody_thought_of_is_personal():
    new = {"new_scale": weekly(replace(measure("gad7"), id="new_scale"), [3], first=WEEK)}
    (offer,) = shareable_items.shareable_items(replace(MATERIAL, series=new), WEEKS)[:1]

    assert (offer.id, offer.privacy) == ("measure:new_scale", Privacy.PERSONAL)


def test_that_the_last_choice_comes_back_but_what_is_personal_is_asked_again():
    last = NOTHING.tick("measure:fact_caseload", numbers=True).tick("measure:gad7")
    again = SharingChoice.from_text(last.to_text())

    assert again == last
    assert unasked(again, OFFERS) == NOTHING.tick("measure:fact_caseload", numbers=True)
    assert [offer.id for offer in asks_again(again, OFFERS)] == ["measure:gad7"]


def test_that_what_is_no_longer_there_is_not_ticked_again():
    last = NOTHING.tick("prompt:long-gone").tick("action:1")

    assert unasked(last, OFFERS) == NOTHING.tick("action:1")


def test_that_a_choice_that_cannot_be_read_ticks_nothing():
    for text in ("", "[]", "{}", "7", '{"weeks": 9, "ticked": ["a"], "numbers": []}'):
        assert SharingChoice.from_text(text) == SharingChoice()
    assert SharingChoice().weeks in RANGES


def test_that_to_untick_takes_the_numbers_with_it():
    choice = NOTHING.tick("measure:gad7", numbers=True)

    assert choice.tick("measure:gad7").numbers == frozenset()
    assert choice.untick("measure:gad7") == NOTHING


def test_that_a_note_or_event_from_before_the_range_is_not_offered_and_not_shown():
    old = NOTHING.tick(shareable_items.note_id(WEEK.plus(-7))).tick(
        shareable_items.event_id(WEEK.plus(-7), "event7")
    )

    assert not old.ticked.intersection(IDS)
    assert shared_view(old, MATERIAL).notes == shared_view(old, MATERIAL).events == ()


def test_that_a_line_only_lies_on_the_whole_scale_and_has_no_number_left():
    line = only_line(weekly("cbi_work", [10, 20, 60]))
    whole_count = only_line(weekly("fact_caseload", [30, 45, 60]))

    # 10 of 0 to 100 is a tenth of the height; 30 of the 60 that were most is a half.
    assert [point.value for point in line.points] == [0.1, 0.2, 0.6]
    assert [point.value for point in whole_count.points] == [0.5, 0.75, 1.0]
    assert line.sentence == "higher at the end than at the start"
    assert (line.measure.bands, line.measure.noise, line.measure.unit) == ((), None, "")


def test_that_a_line_only_begins_at_the_least_a_score_can_be():
    line = only_line(weekly(measure("hse_33", low=1), [1, 3, 5]))

    assert [point.value for point in line.points] == [0, 0.5, 1]


def test_that_a_small_change_looks_small_in_a_line_only():
    line = only_line(weekly("cbi_work", [50, 51]))

    assert [point.value for point in line.points] == [0.5, 0.51]
    assert line.sentence == "about the same at the end as at the start"


def test_that_one_odd_week_at_the_end_is_not_the_way_a_line_went():
    # The first third is 50, 51, 49, the last 52, 50, 90: middles 50 and 52.
    line = only_line(weekly("cbi_work", [50, 51, 49, 50, 50, 50, 52, 50, 90]))

    assert line.sentence == (
        "about the same at the end as at the start, highest in the week of "
        f"{plain_date(START.plus(8).monday)}"
    )


def test_that_the_hardest_week_between_the_ends_is_said():
    up = only_line(weekly("cbi_work", [50, 50, 90, 50, 50, 50]))
    down = only_line(weekly(measure("hse_33", low=1), [4, 4, 1, 4, 4, 4]))
    third_week = plain_date(START.plus(2).monday)

    assert up.sentence.endswith(f", highest in the week of {third_week}")
    assert down.sentence.endswith(f", lowest in the week of {third_week}")


def test_that_a_change_within_the_noise_of_a_score_is_about_the_same():
    noisy = measure("cbi_work", noise=Noise(18, "ours", published=False))

    assert only_line(weekly(noisy, [50, 67])).sentence.startswith("about the same")
    assert only_line(weekly(noisy, [67, 49])).sentence.startswith("lower")
    assert only_line(weekly(noisy, [67])).sentence == "one week only"
    assert only_line(weekly("fact_caseload", [0, 0])).points[0].value == 0


def test_that_the_sentence_with_numbers_looks_at_the_weeks_shown_alone():
    caseload = weekly("fact_caseload", [61, 63, 72], first=WEEK.plus(-2))
    late = Series(caseload.measure, (*caseload.points[:1], Point(WEEK.plus(-1), 61.0)))
    supervision = weekly("fact_supervision_minutes", [60, 0, 45], first=WEEK.plus(-2))

    # 72 - 61 = 11; 60 + 0 + 45 = 105
    assert number_sentence(caseload, now=WEEK, plan=60) == (
        "last 72 people, up 11 since the week of 2 November, job plan 60"
    )
    assert number_sentence(late, now=WEEK) == (
        "last 61 people in the week of 9 November, no change since the week of 2 November"
    )
    assert "105 min in all" in number_sentence(supervision, now=WEEK)
    assert number_sentence(weekly("cbi_work", [58], first=WEEK), now=WEEK) == "last 58 of 100"
