"""The numbers of the charts as a file that any spreadsheet opens."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from burnout_check.charts.model.chart_text import Row, rows
from burnout_check.charts.model.panel import Panel, Span
from burnout_check.domain.event import Event

_STARTS_A_FORMULA = ("=", "+", "-", "@")
_BREAKS_OUT = ("\t", "\r", "\n")


def as_csv(panels: Sequence[Panel], span: Span) -> bytes:
    """The rows of the table as CSV, newest week first, the same on every computer.

    Days are ISO dates, decimals have a dot, a missing value is an empty cell. It is UTF-8 with a
    byte order mark and lines end in CR LF (RFC 4180), so that Excel reads it as it is.
    """
    text = io.StringIO(newline="")
    write = csv.writer(text)
    write.writerow(["Week of", *(harmless(_heading(panel)) for panel in panels), "Away", "Events"])
    for row in rows(panels, span):
        write.writerow(_cells(row))
    return text.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """Words that no spreadsheet takes for a formula: an apostrophe in front, where it might.

    The rule is OWASP's (CSV injection): cells that begin with = + - @, a tab or a line break; with
    or without spaces before them, which some programs strip.
    """
    starts = text.lstrip(" \u00a0").startswith(_STARTS_A_FORMULA)
    return f"'{text}" if starts or text.startswith(_BREAKS_OUT) else text


def _heading(panel: Panel) -> str:
    measure = panel.measure
    return f"{measure.name} ({measure.unit})" if measure.unit else measure.name


def _cells(row: Row) -> list[str]:
    values = ("" if value is None else _number(value) for value in row.values)
    events = "; ".join(map(_event, row.events))
    return [row.week.monday.isoformat(), *values, harmless(row.away), harmless(events)]


def _number(value: float) -> str:
    """The whole value, with a dot; nothing is rounded away but the dust of binary fractions."""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _event(event: Event) -> str:
    return f"{event.day.isoformat()} {event.label}"
