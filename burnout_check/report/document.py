"""What the template is given: words, and pictures with their description, as plain JSON values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from burnout_check.charts.model import shared_panels
from burnout_check.charts.model.chart_text import describe
from burnout_check.charts.model.letters import Letters
from burnout_check.charts.model.panel import Panel, Span
from burnout_check.domain.supervision.shared_view import (
    SharedAction,
    SharedView,
    SharedWeek,
)
from burnout_check.domain.week import plain_date
from burnout_check.report.summary import NOT_A_RECORD

TITLE = "For supervision"
WIDE = {1: (658.0, 200.0), 2: (658.0, 165.0), 3: (658.0, 132.0)}
"""Width and height of so many charts below each other, in pixels at 96 dpi: few may be taller."""
HALF = (316.0, 104.0)
"""The same where more of them stand in two columns; eight fit on one page with what is said."""

NO_WORDS = "svg"
"""The one value that is a drawing already, and no words."""

Draw = Callable[[Panel, Span, tuple[float, float]], bytes]
"""Draws a panel as SVG of a width and height."""


def in_letters(value: Any, letters: Letters) -> Any:
    """The same value with all its words in letters that can be printed."""
    if isinstance(value, str):
        return letters.shown(value)
    if isinstance(value, list):
        return [in_letters(each, letters) for each in value]
    if isinstance(value, dict):
        return {
            key: each if key == NO_WORDS else in_letters(each, letters)
            for key, each in value.items()
        }
    return value


def all_words(value: Any) -> Iterator[str]:
    """Each text in the value, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from all_words(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            if key != NO_WORDS:
                yield from all_words(each)


def document(shown: SharedView, *, name: str, draw: Draw) -> dict[str, Any]:
    """Everything that stands on the pages, in the order it is read."""
    span = shared_panels.span(shown)
    panels = shared_panels.panels(shown)
    size = WIDE.get(len(panels), HALF)
    first, last = (plain_date(week.monday, year=True) for week in (shown.first, shown.last))
    made = plain_date(shown.made, year=True)
    return {
        "title": f"{TITLE}, {made}",
        "heading": TITLE,
        "date": [shown.made.year, shown.made.month, shown.made.day],
        "about": " · ".join(
            part
            for part in (name.strip(), made, f"Weeks of {first} to {last}" if panels else "")
            if part
        ),
        "record": NOT_A_RECORD,
        "agenda": list(shown.agenda),
        "columns": 2 if size is HALF else 1,
        "charts": [
            {
                "title": panel.title,
                "sentence": _sentence(panel.sentence),
                "svg": draw(panel, span, size).decode(),
                "alt": describe(panel, span),
            }
            for panel in panels
        ],
        "prompts": list(shown.prompts),
        "events": [_week(each) for each in shown.events],
        "notes": [_week(each) for each in shown.notes],
        "away": [f"{plain_date(each.week.monday)}: {each.reason.label}" for each in shown.away],
        "actions": [_action(each) for each in shown.actions],
    }


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."


def _week(each: SharedWeek) -> dict[str, str]:
    return {"week": f"Week of {plain_date(each.week.monday)}", "text": each.text}


def _action(action: SharedAction) -> list[str]:
    due = "No day" if action.due is None else plain_date(action.due)
    return [action.text, action.who, due, action.status.label]
