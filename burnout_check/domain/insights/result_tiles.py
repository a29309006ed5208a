"""The four tiles of a Result: what one check-in said on burnout, anxiety, workload, supervision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from burnout_check.domain.insights import chips
from burnout_check.domain.insights.chips import Chip, Shape
from burnout_check.domain.insights.sentences import in_a_row
from burnout_check.domain.insights.tiles import (
    ASKED_WEEKLY,
    BURNOUT_RULE,
    GAD7_RULE,
    NEEDS_FOUR,
    NO_VALUE,
    TWO_QUESTIONS,
    Tile,
    anxiety_tile,
    burnout_chip,
    line_of,
    severities,
)
from burnout_check.domain.measures.ids import BURNOUT, ENOUGH, GAD2, GAD7, MANAGEABLE, SUPERVISION
from burnout_check.domain.measures.trend import usual
from burnout_check.domain.measures.view import View
from burnout_check.domain.numbers import plain_number
from burnout_check.domain.rules.evaluate import prompts_of
from burnout_check.domain.rules.rule import Line, Rule, Severity
from burnout_check.domain.supervision.windows import chosen, newest_window

_ENOUGH_RULE = "sup-enough"
_ORDINALS = ("Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")


def result_tiles(rules: Sequence[Rule], view: View) -> tuple[Tile, ...]:
    """The tiles of the check-in of the view's week; only what was answered in it has a value."""
    worst = severities(prompts_of(rules, view))
    return (
        _burnout(line_of(rules, BURNOUT_RULE), view, worst.get(BURNOUT)),
        _anxiety(line_of(rules, GAD7_RULE), view, worst.get(GAD7)),
        _rating(view, "Workload manageable", MANAGEABLE, worst.get(MANAGEABLE)),
        _supervision(rules, view, worst),
    )


def _value(view: View, measure: str) -> float | None:
    series = view.known(measure)
    return None if series is None else series.at(view.week)


def _burnout(line: Line | None, view: View, severity: Severity | None) -> Tile:
    series, value = view.known(BURNOUT), _value(view, BURNOUT)
    if series is None or value is None:
        return Tile("Burnout", NO_VALUE, "of 5", chips.UNKNOWN, ASKED_WEEKLY, BURNOUT)
    shown = series.measure.show(value)
    if line is None:
        chip = chips.NOT_COMPARED
        return Tile("Burnout", shown, "of 5", chip, ASKED_WEEKLY, BURNOUT, None, view.week)
    chip = burnout_chip(series, line.x, severity)
    if value >= line.x:
        chip = Chip(chip.tone, f"{plain_number(line.x)} or more", chip.shape)
    run = in_a_row(series, line.x)
    caption = ASKED_WEEKLY if run <= 1 else _in_words(run)
    return Tile("Burnout", shown, "of 5", chip, caption, BURNOUT, line.x, view.week)


def _in_words(run: int) -> str:
    if run - 2 < len(_ORDINALS):
        return f"{_ORDINALS[run - 2]} check-in in a row"
    return f"{run} check-ins in a row"


def _anxiety(line: Line | None, view: View, severity: Severity | None) -> Tile:
    """As on This week; without a value where nothing of it was answered in this check-in."""
    tile = anxiety_tile(line, view, severity)
    if tile.week == view.week:
        return tile
    return Tile("Anxiety (GAD-2)", NO_VALUE, "of 6", chips.UNKNOWN, TWO_QUESTIONS, GAD2)


def _rating(view: View, title: str, measure: str, severity: Severity | None) -> Tile:
    series, value = view.known(measure), _value(view, measure)
    if series is None or value is None:
        return Tile(title, NO_VALUE, "of 10", chips.UNKNOWN, "Your own rating", measure)
    middle = usual(series, view.week)
    caption = NEEDS_FOUR if middle is None else f"Your usual is {plain_number(middle)}"
    chip = chips.rating(series, view.week, severity)
    shown = series.measure.show(value)
    return Tile(title, shown, "of 10", chip, caption, measure, middle, view.week)


def _supervision(rules: Sequence[Rule], view: View, worst: Mapping[str, Severity]) -> Tile:
    tile = _rating(view, "Supervision enough", ENOUGH, worst.get(ENOUGH))
    enough = _value(view, ENOUGH)
    line = line_of(rules, _ENOUGH_RULE)
    scant = enough is not None and line is not None and enough <= line.x
    rule = chosen(rules, view.plan)
    window = None if rule is None else newest_window(rule, view)
    chip, caption = tile.chip, tile.caption
    if window is not None and window.last == view.week:
        had, due = plain_number(window.minutes, 0), plain_number(window.needed, 0)
        caption = f"{had} of {due} minutes"
        if window.is_short:
            chip = Chip(chips.tone(worst.get(SUPERVISION)), "Short", Shape.DOWN)
        if scant:
            caption = f"{caption}, not enough for your cases"
    return Tile(
        tile.title, tile.value, tile.unit, chip, caption, tile.measure, tile.line, tile.week
    )
