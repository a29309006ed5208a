"""Measures and their series, from instruments made by hand."""

from __future__ import annotations

from burnout_check.domain.measures.measure import Point, Source, all_series, measures, series
from burnout_check.domain.numbers import plain_number
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.questionnaire.instrument import (
    Choice,
    Fact,
    Instrument,
    Item,
    Licence,
    Method,
    Scale,
    Unit,
    Worse,
)
from tests.domain.samples import CBI_WORK, PERSON, START, WORK, check_in, measure, weekly

FOUR = tuple(Choice(value, str(value)) for value in range(4))
ITEMS = (
    Item("a", "A", FOUR),
    Item("b", "B", FOUR, name="Named", worse=Worse.UP, topic=PERSON),
)
BOTH = Scale("ab", "Both", "AB", ("a", "b"), Method.SUM, 2, 0, 6, Worse.UP, PERSON)
MINUTES = Fact(
    "fact_minutes", "Minutes?", "Minutes", Unit.MINUTES, 6720, 240, "too high", WORK, whole=True
)
INSTRUMENTS = {
    "test": Instrument(
        "test",
        "Test",
        "1",
        "",
        "",
        ITEMS,
        (BOTH,),
        Licence("", "", ""),
        "",
        "",
        "",
        facts=(MINUTES,),
    )
}
PAST = History(
    (
        check_in(START, answers={"a": 1, "b": 2}, facts={"fact_minutes": 60.0}),
        check_in(START.plus(1), answers={"a": 3}),
        check_in(START.plus(3), answers={"a": 0, "b": 3}, facts={"fact_minutes": 0.0}),
    )
)


def test_that_scales_named_items_and_facts_are_measures_and_nothing_else_is():
    found = [(each.id, each.source) for each in measures(INSTRUMENTS)]

    assert found == [("ab", Source.SCALE), ("b", Source.ITEM), ("fact_minutes", Source.FACT)]


def test_that_a_measure_is_about_what_its_scale_item_or_fact_says():
    assert [each.topic for each in measures(INSTRUMENTS)] == [PERSON, PERSON, WORK]


def test_that_a_fact_has_no_upper_end_and_a_word_for_its_unit():
    fact = measures(INSTRUMENTS)[2]

    assert (fact.low, fact.high, fact.unit, fact.whole) == (0, None, "min", True)


def test_that_an_item_has_the_range_of_its_choices():
    item = measures(INSTRUMENTS)[1]

    assert (item.low, item.high, item.name, item.worse) == (0, 3, "Named", Worse.UP)


def test_that_a_series_has_only_weeks_with_a_value():
    found = all_series(PAST, INSTRUMENTS)

    assert found["ab"].points == (Point(START, 3), Point(START.plus(3), 3))
    assert found["b"].points == (Point(START, 2), Point(START.plus(3), 3))


def test_that_none_at_all_is_a_value_and_not_a_gap():
    found = all_series(PAST, INSTRUMENTS)

    assert found["fact_minutes"].points == (Point(START, 60), Point(START.plus(3), 0))


def test_that_one_series_is_the_same_as_among_all():
    for each in measures(INSTRUMENTS):
        assert series(each, PAST, INSTRUMENTS) == all_series(PAST, INSTRUMENTS)[each.id]


def test_that_until_includes_the_week_and_before_does_not():
    known = weekly("burnout", [1, 2, None, 4])

    assert [point.value for point in known.until(START.plus(1)).points] == [1, 2]
    assert [point.value for point in known.before(START.plus(1)).points] == [1]
    assert [point.value for point in known.until(START.plus(2)).points] == [1, 2]
    assert known.until(START.plus(9)) is known


def test_that_a_week_without_a_value_has_none():
    known = weekly("burnout", [1, None, 3])

    assert (known.at(START), known.at(START.plus(1)), known.at(START.plus(2))) == (1, None, 3)


def test_that_numbers_are_read_without_needless_digits():
    assert CBI_WORK.show(60.714) == "61"
    assert measure("hse_demands").show(3.375) == "3.4"
    assert measure("fact_overtime_hours").show(3.75) == "3.75"
    assert measure("fact_caseload").show(62) == "62"
    assert plain_number(-0.001) == "0"
