"""A person's own thresholds in their vault: changed, kept, taken back, and followed everywhere."""

from __future__ import annotations

from datetime import datetime

import pytest

from burnout_check.charts.model.reference_lines import reference_lines
from burnout_check.domain.week import LONDON
from burnout_check.errors import BadInput
from burnout_check.session.thresholds import NO_FIGURE, OTHER_STANDARD
from tests.gui.people import again, person

LATER = datetime(2026, 11, 27, 16, 50, tzinfo=LONDON)


@pytest.fixture
def session(tmp_path):
    session = person(tmp_path, burnout=(3, 1, 4, 3), facts={"fact_caseload": (50,) * 4})
    yield session
    session.close()


def change(session, rule, number, value):
    threshold = session.thresholds.get(rule)
    found = next(each for each in threshold.adjustable_numbers if each.id == number)
    session.thresholds.update(threshold, found, value)


def ids(session):
    return [prompt.rule.id for prompt in session.ledger.prompts()]


def test_that_a_changed_number_is_kept_through_a_lock(session, tmp_path):
    change(session, "burnout-item", "line", 4)
    session.close()
    after = again(tmp_path)

    assert after.thresholds.get("burnout-item").values == {"line": 4}
    assert "burnout-item" not in ids(after)
    after.close()


def test_that_prompts_tiles_and_the_lines_of_charts_follow_a_changed_number(session):
    assert ids(session) == ["burnout-item"]
    before = session.ledger.reading.tiles(session.ledger.week)[0]
    assert (before.line, before.chip.words) == (3, "3 or more, 2 weeks")

    change(session, "burnout-item", "line", 4)

    after, result = (
        session.ledger.reading.tiles(session.ledger.week)[0],
        session.ledger.reading.result_tiles(session.ledger.week)[0],
    )
    lines = reference_lines(
        session.ledger.reading.series["burnout"].measure, session.ledger.rules, session.ledger.plan
    )
    assert ids(session) == []
    assert (after.line, after.chip.words) == (4, "3 of 5")
    assert (result.line, result.chip.words) == (4, "3 of 5")
    assert [(line.value, line.label) for line in lines] == [(4, "4 or more (your line)")]


def test_that_a_rule_that_is_off_is_off_everywhere(session):
    session.thresholds.switch(session.thresholds.get("burnout-item"), on=False)

    tile = session.ledger.reading.tiles(session.ledger.week)[0]
    assert ids(session) == []
    assert (tile.line, tile.chip.words) == (None, "Not compared")


def test_that_everything_can_be_taken_back(session):
    change(session, "burnout-item", "line", 4)
    change(session, "burnout-item", "often_act", 2)
    session.thresholds.switch(session.thresholds.get("burnout-item"), on=False)
    assert session.thresholds.get("burnout-item").is_yours

    session.thresholds.reset(session.thresholds.get("burnout-item"))

    assert not session.thresholds.get("burnout-item").is_yours
    assert session.ledger.rules == session.content.rules
    assert ids(session) == ["burnout-item"]


def test_that_the_apps_own_number_typed_in_is_not_ones_own(session):
    change(session, "burnout-item", "line", 3)

    assert session.ledger.settings["rule.burnout-item.line"] is None
    assert not session.thresholds.get("burnout-item").is_yours


@pytest.mark.parametrize(("value", "said"), [(7, "from 2 to 5"), (3.5, "whole number")])
def test_that_a_number_without_meaning_is_refused_in_words(session, value, said):
    with pytest.raises(BadInput, match=said):
        change(session, "burnout-item", "line", value)

    assert session.ledger.settings["rule.burnout-item.line"] is None


def test_that_what_leads_to_crisis_help_cannot_be_switched_off(session):
    crisis = session.thresholds.get("burnout-item-5")

    with pytest.raises(BadInput, match="cannot be switched off"):
        session.thresholds.switch(crisis, on=False)
    session.thresholds.reset(crisis)
    assert session.thresholds.get("burnout-item-5").on


def test_that_it_is_said_why_a_rule_is_not_used(session):
    idle = {each.shipped.id: session.thresholds.idle(each) for each in session.thresholds.all()}

    assert idle["caseload-plan"] == NO_FIGURE
    assert idle["sup-bacp"] == OTHER_STANDARD
    assert idle["burnout-item"] == ""


def test_that_the_last_year_is_counted_anew_after_a_change(session):
    # The answers were 3, 1, 4, 3: from 3 on it spoke in weeks 1, 3 and 4; from 4 on in week 3.
    # A value is judged for 6 weeks, and the fourth week is this one.
    spoken = session.thresholds.fired()["burnout-item"]
    assert (spoken.times, spoken.weeks) == (2, 3)
    assert session.thresholds.fired() is session.thresholds.fired()

    change(session, "burnout-item", "line", 4)

    spoken = session.thresholds.fired()["burnout-item"]
    assert (spoken.times, spoken.weeks) == (1, 1)


def test_that_a_crisis_prompt_put_aside_speaks_again_with_the_next_answer_like_it(tmp_path):
    folder = tmp_path / "five"
    session = person(folder, burnout=(5,))
    session.snoozed_prompts.add(session.ledger.prompts()[0])
    assert session.ledger.prompts() == ()
    session.close()

    later = again(folder, now=LATER)
    assert later.ledger.prompts() == ()
    draft = later.check_ins.draft_for(later.ledger.week).answer("burnout_item", 5)
    later.check_ins.submit(draft, leave_blank=True)
    assert ids(later) == ["burnout-item-5"]
    later.close()
