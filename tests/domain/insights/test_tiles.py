"""The tiles of This week and of the Result, with the words worked out by hand."""

from __future__ import annotations

import pytest

from burnout_check.content.rules import load_rules
from burnout_check.domain.insights.chips import Shape, Tone
from burnout_check.domain.insights.result_tiles import result_tiles
from burnout_check.domain.insights.tiles import home_tiles
from burnout_check.domain.settings.plan import Plan, Span
from burnout_check.paths import resources_dir
from tests.domain.samples import START, view, weekly

RULES = load_rules(resources_dir())
AGREED = Plan(caseload_plan=60, supervision_rule="sup-own", supervision_minutes=60)
BURNOUT, ANXIETY, CASELOAD, SUPERVISION = range(4)
WORKLOAD = 2


def home(place, *series, **more):
    return home_tiles(RULES, view(*series, **more))[place]


def result(place, *series, **more):
    return result_tiles(RULES, view(*series, **more))[place]


def read(tile):
    return (tile.value, tile.unit, tile.chip.words, tile.caption)


def test_that_the_home_page_reads_like_its_picture():
    known = (
        weekly("burnout", [2, 2, 3, 4, 4]),
        weekly("gad7", [5, 4, 9], every=2),
        weekly("fact_caseload", [60, 66, 69, 70, 72]),
        weekly("fact_supervision_minutes", [60, 60, 60, 45, 30]),
    )
    tiles = home_tiles(RULES, view(*known, plan=AGREED))

    assert [tile.title for tile in tiles] == [
        "Burnout this week",
        "Anxiety (GAD-7)",
        "Caseload",
        "Supervision",
    ]
    assert [read(tile) for tile in tiles] == [
        ("4", "of 5", "3 or more, 3 weeks", "Single question, asked weekly"),
        ("9", "of 21", "8 or more", "The line you use with clients"),
        ("72", "people", "12 over yours", "Your job plan says 60"),
        ("30", "of 60 min", "Half of agreed", "Agreed: 60 min every week"),
    ]
    assert [tile.chip.tone for tile in tiles] == [
        Tone.ATTENTION,
        Tone.WATCH,
        Tone.ATTENTION,
        Tone.ATTENTION,
    ]
    assert [tile.chip.shape for tile in tiles] == [Shape.UP, Shape.DOT, Shape.UP, Shape.DOWN]
    assert [tile.line for tile in tiles] == [3, 8, 60, 60]


def test_that_with_nothing_answered_every_tile_says_so():
    tiles = home_tiles(RULES, view(plan=AGREED))

    assert {tile.value for tile in tiles} == {"–"}
    assert {tile.chip.words for tile in tiles} == {"Not answered yet"}
    assert {tile.chip.tone for tile in tiles} == {Tone.PLAIN}


@pytest.mark.parametrize(
    ("values", "words", "tone"),
    [
        ([2, 2], "2 of 5", Tone.PLAIN),
        ([2, 3], "3 or more", Tone.WATCH),
        ([3, 3], "3 or more, 2 weeks", Tone.WATCH),
        ([3, None, 3], "3 or more, 2 check-ins", Tone.WATCH),
        ([3, 3, 3], "3 or more, 3 weeks", Tone.WATCH),
        ([3, 4, 4], "3 or more, 3 weeks", Tone.ATTENTION),
        ([3, 4, 4, 2], "Below 3, was over", Tone.ATTENTION),
    ],
)
def test_that_the_burnout_chip_tells_how_long(values, words, tone):
    chip = home(BURNOUT, weekly("burnout", values)).chip

    assert (chip.words, chip.tone) == (words, tone)


def test_that_an_older_value_is_not_called_this_weeks():
    tile = home(BURNOUT, weekly("burnout", [2]), week=START.plus(1))

    assert (tile.title, tile.week) == ("Burnout", START)


def test_that_the_newest_answer_to_anxiety_leads_and_an_older_full_score_stands_below():
    full, short = weekly("gad7", [9]), weekly("gad2", [4, 1])

    assert read(home(ANXIETY, full, short, week=START)) == (
        "9",
        "of 21",
        "8 or more",
        "The line you use with clients",
    )
    # START is the week of Monday 5 January 2026.
    for tile in (home, result):
        assert read(tile(ANXIETY, full, short, week=START.plus(1))) == (
            "1",
            "of 6",
            "Below 3",
            "All seven, in the week of 5 January: 9 of 21",
        )


def test_that_an_old_full_score_of_anxiety_is_said_no_more():
    full, short = weekly("gad7", [9]), weekly("gad2", [None] * 9 + [1])

    assert "9 of 21" in home(ANXIETY, full, weekly("gad2", [1] * 9), week=START.plus(8)).caption
    assert home(ANXIETY, full, short, week=START.plus(9)).caption == "Two questions, asked weekly"


def test_that_no_green_stands_beside_a_prompt_about_an_older_full_score():
    full, short = weekly("gad7", [9]), weekly("gad2", [4, 1])

    assert home(ANXIETY, full, short, week=START.plus(1)).chip.tone is Tone.PLAIN


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ([7], "Below 8"),
        ([8], "8 or more"),
        ([8, 9], "8 or more, 2 times"),
        ([15], "15 or more"),
    ],
)
def test_that_the_anxiety_chip_has_its_line(values, words):
    assert home(ANXIETY, weekly("gad7", values, every=4)).chip.words == words


def test_that_a_caseload_within_the_plan_is_steady():
    tile = home(CASELOAD, weekly("fact_caseload", [60]), plan=AGREED)

    assert (tile.chip.words, tile.chip.tone) == ("Within your plan", Tone.STEADY)


def test_that_without_a_plan_the_caseload_is_held_against_the_usual():
    assert home(CASELOAD, weekly("fact_caseload", [50, 50, 50])).chip.words == "No usual yet"
    assert read(home(CASELOAD, weekly("fact_caseload", [50, 50, 50, 50, 59]))) == (
        "59",
        "people",
        "About usual",
        "Your usual is 50",
    )
    assert read(home(CASELOAD, weekly("fact_caseload", [50, 50, 50, 50, 60])))[2] == "10 over usual"
    assert read(home(CASELOAD, weekly("fact_caseload", [50, 50, 50, 50, 40])))[2] == (
        "10 under usual"
    )


def test_that_what_is_usual_is_not_shown_as_good():
    # A week may be as heavy as all the others.
    tile = home(CASELOAD, weekly("fact_caseload", [90, 90, 90, 90, 90]))

    assert (tile.chip.words, tile.chip.tone) == ("About usual", Tone.PLAIN)


def test_that_one_person_is_not_people():
    assert home(CASELOAD, weekly("fact_caseload", [1])).unit == "person"


@pytest.mark.parametrize(
    ("had", "words", "tone"),
    [
        (60, "As agreed", Tone.STEADY),
        (45, "15 min short", Tone.WATCH),
        (30, "Half of agreed", Tone.WATCH),
        (0, "None this week", Tone.WATCH),
    ],
)
def test_that_the_supervision_chip_says_how_short(had, words, tone):
    chip = home(SUPERVISION, weekly("fact_supervision_minutes", [60, had]), plan=AGREED).chip

    assert (chip.words, chip.tone) == (words, tone)


def test_that_what_is_usual_for_the_role_is_not_called_agreed():
    known = weekly("fact_supervision_minutes", [60])
    by_role = home(SUPERVISION, known, plan=Plan(role="pwp"))
    by_choice = home(SUPERVISION, known, plan=Plan(supervision_rule="sup-hi"))

    assert (by_role.caption, by_role.chip.words) == ("Your role: 60 min every week", "In full")
    assert by_choice.caption == "Chosen: 60 min every week"


def test_that_a_month_is_added_up_so_far():
    plan = Plan(supervision_rule="sup-own", supervision_minutes=90, supervision_span=Span.MONTH)
    # Four weeks of January 2026 from the 5th leave the first, of the 1st, unknown.
    known = weekly("fact_supervision_minutes", [30, 0, 30, 30, 20])

    assert read(home(SUPERVISION, known.until(START.plus(2)), plan=plan)) == (
        "60",
        "of 90 min this month",
        "So far",
        "Agreed: 90 min every month",
    )
    assert home(SUPERVISION, known.until(START.plus(3)), plan=plan).chip.words == "As agreed"
    assert home(SUPERVISION, known, plan=plan).value == "20"


def test_that_supervision_that_is_not_compared_is_only_shown():
    known = weekly("fact_supervision_minutes", [45])
    tile = home(SUPERVISION, known, plan=Plan(supervision_rule="none"))

    assert read(tile) == ("45", "min", "This check-in", "Not compared")


def test_that_the_result_reads_like_its_picture():
    known = (
        weekly("burnout", [2, 2, 3, 3, 4]),
        weekly("gad2", [1, 1, 2, 2, 4]),
        weekly("gad7", [None, None, None, None, 9]),
        weekly("own_workload_manageable", [6, 6, 6, 6, 3]),
        weekly("own_supervision_enough", [7, 7, 7, 7, 4]),
        weekly("fact_supervision_minutes", [60, 60, 60, 60, 30]),
    )
    tiles = result_tiles(RULES, view(*known, plan=AGREED))

    assert [tile.title for tile in tiles] == [
        "Burnout",
        "Anxiety (GAD-7)",
        "Workload manageable",
        "Supervision enough",
    ]
    assert [read(tile) for tile in tiles] == [
        ("4", "of 5", "3 or more", "Third check-in in a row"),
        ("9", "of 21", "8 or more", "The line you use with clients"),
        ("3", "of 10", "Lower than usual", "Your usual is 6"),
        ("4", "of 10", "Short", "30 of 60 minutes, not enough for your cases"),
    ]


def test_that_the_result_shows_only_what_was_answered_that_week():
    tile = result(BURNOUT, weekly("burnout", [4]), week=START.plus(1))

    assert (tile.value, tile.chip.words) == ("–", "Not answered yet")


def test_that_a_full_score_leads_also_where_the_short_one_is_below_its_line():
    tile = result(ANXIETY, weekly("gad2", [2]), weekly("gad7", [9]))

    assert read(tile) == ("9", "of 21", "8 or more", "The line you use with clients")


def test_that_a_rating_that_stays_low_is_not_called_usual_nor_a_better_week_an_all_clear():
    # 4 or below in two of the last four is a rule that ships.
    low = result(SUPERVISION, weekly("own_supervision_enough", [3] * 8))
    better = result(SUPERVISION, weekly("own_supervision_enough", [3] * 7 + [6]))

    assert (low.chip.words, low.chip.shape) == ("Still low", Shape.DOWN)
    assert (better.chip.words, better.chip.tone) == ("Higher than usual", Tone.PLAIN)


def test_that_a_rating_without_a_usual_says_what_it_needs():
    assert read(result(WORKLOAD, weekly("own_workload_manageable", [7]))) == (
        "7",
        "of 10",
        "No usual yet",
        "It needs four check-ins",
    )


def test_that_enough_minutes_may_still_not_be_enough():
    tile = result(
        SUPERVISION,
        weekly("own_supervision_enough", [8, 8, 8, 8, 3]),
        weekly("fact_supervision_minutes", [60] * 5),
        plan=AGREED,
    )

    assert read(tile)[2:] == ("Lower than usual", "60 of 60 minutes, not enough for your cases")


def test_that_a_long_run_is_counted_in_numbers():
    assert result(BURNOUT, weekly("burnout", [3] * 12)).caption == "12 check-ins in a row"
