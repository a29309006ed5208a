"""Series and panels for the tests of the charts, made by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import fontpkg_atkinson_hyperlegible as atkinson  # type: ignore[import-untyped]  # has no types

from burnout_check.charts.model.chart_style import ChartStyle
from burnout_check.charts.model.panel import Panel, Span
from burnout_check.domain.measures.measure import Measure, Point, Series, Source
from burnout_check.domain.questionnaire.instrument import About, Band, MeasureSection, Topic, Worse
from burnout_check.domain.week import Week

SURFACE, HIGH, MODERATE = "#ffffff", "#fbeae2", "#fbf1da"

STYLE = ChartStyle(
    surface=SURFACE,
    ink="#1e2b32",
    muted="#55636b",
    grid="#eeeeee",
    away="#efece6",
    lines=("#a8431f", "#17595f"),
    bands=(HIGH, MODERATE),
    own_family=atkinson.FAMILY,
    font_files=tuple((atkinson.ROOT / "files").glob("*.ttf")),
)

WORK_BURNOUT = Measure(
    id="cbi_work",
    name="Work burnout",
    short="Work burnout",
    source=Source.SCALE,
    instrument="cbi",
    unit="",
    low=0,
    high=100,
    worse=Worse.UP,
    whole=False,
    topic=Topic(About.PERSON, MeasureSection.PERSON, 2),
    bands=(Band(0, "low"), Band(50, "moderate"), Band(75, "high")),
    band_basis="convention",
)
CASELOAD = Measure(
    id="fact_caseload",
    name="Caseload",
    short="Caseload",
    source=Source.FACT,
    instrument="own",
    unit="people",
    low=0,
    high=None,
    worse=Worse.UP,
    whole=True,
    topic=Topic(About.WORK, MeasureSection.WORK, 1),
)


def week(day: str) -> Week:
    return Week.parse(day)


def series(measure: Measure, first: str, values: Iterable[float | None], *, every: int = 1):
    """One value every so many weeks from ``first``; None is a week without one."""
    start = Week(date.fromisoformat(first))
    return Series(
        measure,
        tuple(
            Point(start.plus(place * every), value)
            for place, value in enumerate(values)
            if value is not None
        ),
    )


def span(first: str, last: str) -> Span:
    return Span(week(first), week(last))


def panel(shown: Series, **more) -> Panel:
    return Panel(shown, shown.measure.name, "last 61, up 25 since June", **more)
