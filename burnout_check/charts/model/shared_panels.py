"""Panels made from what is shown in supervision, which is all they know."""

from __future__ import annotations

from collections.abc import Sequence

from burnout_check.charts.model.panel import AwaySpan, Panel, ReferenceLine, Span, away_spans
from burnout_check.charts.model.presets import look
from burnout_check.domain.measures.measure import Series
from burnout_check.domain.questionnaire.check_in import Away
from burnout_check.domain.supervision.shared_view import SharedMeasure, SharedView


def span(shown: SharedView) -> Span:
    """The weeks the charts show."""
    return Span(shown.first, shown.last)


def panels(shown: SharedView) -> tuple[Panel, ...]:
    """A panel for each measure that is shown, in order, in its colour of every other page."""
    away = away_spans(Away(each.week, each.reason) for each in shown.away)
    return tuple(_panel(each, away) for each in shown.measures)


def _panel(measure: SharedMeasure, away: Sequence[AwaySpan]) -> Panel:
    return Panel(
        Series(measure.measure, measure.points),
        measure.title,
        measure.sentence,
        lines=tuple(ReferenceLine(value, words) for value, words in measure.lines),
        away=tuple(away),
        look=look(measure.measure),
        numbers=measure.with_numbers,
    )
