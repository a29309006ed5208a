"""Panels made from what a session knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from burnout_check.charts.model.chart_text import unit_words
from burnout_check.charts.model.months import by_month
from burnout_check.charts.model.panel import AwaySpan, Panel, Span, usual_ranges, usual_steps
from burnout_check.charts.model.presets import look
from burnout_check.charts.model.reference_lines import reference_lines
from burnout_check.domain.content import Content
from burnout_check.domain.event import Event
from burnout_check.domain.measures.measure import Measure, Series, Source
from burnout_check.domain.measures.trend import middle
from burnout_check.domain.questionnaire.schedule import Cadence
from burnout_check.domain.rules.rule import Rule
from burnout_check.domain.settings.plan import Plan
from burnout_check.domain.settings.setting import Settings
from burnout_check.domain.settings.setting_declarations import cadence_key
from burnout_check.domain.week import Week

_A_MONTH = {False: "", True: "a bar for each month"}


@dataclass(frozen=True, slots=True)
class Known:
    """What panels are made from, at one moment. ``middle``: the four-week middle is wanted."""

    series: Mapping[str, Series]
    away: tuple[AwaySpan, ...]
    content: Content
    rules: tuple[Rule, ...]
    settings: Settings
    plan: Plan
    events: tuple[Event, ...] = ()
    middle: bool = False


def panel(known: Known, measure_id: str, span: Span, *, sentence: str) -> Panel:
    """The panel of one measure, with what is usual in each week of ``span``.

    Over more than two years it is drawn by month, without the usual, which belongs to a week.
    """
    series = known.series[measure_id]
    measure = series.measure
    return Panel(
        series,
        measure.name,
        " · ".join(
            filter(None, (_about(measure, known.content), _A_MONTH[by_month(span)], sentence))
        ),
        lines=reference_lines(measure, known.rules, known.plan),
        usual=() if by_month(span) else usual_steps(series, span),
        usual_range=() if by_month(span) else usual_ranges(series, span),
        away=known.away,
        rhythm=_rhythm(measure, known),
        look=look(measure),
        events=known.events,
        middle=middle(series).points if known.middle and not by_month(span) else (),
    )


def span_of(weeks: int | None, *, now: Week, first: Week, least: int = 8) -> Span:
    """The weeks to show: the last so many up to ``now``, None for all.

    Weeks before ``first``, the first there is something to know about, are not shown, though never
    fewer than ``least``: three check-ins need no empty half a year before them.
    """
    asked = first if weeks is None else max(first, now.plus(1 - weeks))
    return Span(min(asked, now.plus(1 - least)), now)


def within(asked: Span, *, now: Week, first: Week) -> Span:
    """The weeks a person chose, kept to those there may be something to show for."""
    last = min(max(asked.last, first), now)
    return Span(max(min(asked.first, last), min(first, last)), last)


def _about(measure: Measure, content: Content) -> str:
    """What the numbers are: the questionnaire and its range, or the unit."""
    if measure.high is None:
        return unit_words(measure)
    reach = f"{measure.show(measure.low)}–{measure.show(measure.high)}"
    if measure.source is Source.SCALE:
        return f"{content.instruments[measure.instrument].name}, {reach}"
    return reach


def _rhythm(measure: Measure, known: Known) -> int | None:
    """Weeks between two values as the person chose it; None if it is not asked by itself now."""
    questions = {measure.id}
    if measure.source is Source.SCALE:
        scales = known.content.instruments[measure.instrument].scales
        questions = set(next(scale.items for scale in scales if scale.id == measure.id))
    weeks = [
        int(Cadence(int(known.settings.text(cadence_key(part.id)))))
        for part in known.content.questionnaire.parts
        if part.only_after is None and not questions.isdisjoint(part.questions)
    ]
    return max(weeks, default=0) or None
