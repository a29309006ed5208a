"""Fewer weeks of a time line, or more, around one of them."""

from __future__ import annotations

from burnout_check.charts.model.panel import Span
from burnout_check.domain.week import Week

LEAST = 4
"""Weeks; with fewer there is nothing left to compare."""


def closer(span: Span, around: Week) -> Span:
    """Half as many weeks, ``around`` staying where it is; not fewer than the least."""
    return _resized(span, around, max(LEAST, (len(span) + 1) // 2))


def wider(span: Span, around: Week) -> Span:
    """Twice as many weeks, ``around`` staying where it is."""
    return _resized(span, around, 2 * len(span))


def between(one: Week, other: Week) -> Span:
    """The weeks from one to another, whichever comes first, and as many as it takes beside them."""
    first, last = min(one, other), max(one, other)
    missing = max(0, LEAST - len(Span(first, last)))
    return Span(first.plus(-(missing // 2)), last.plus(missing - missing // 2))


def _resized(span: Span, around: Week, weeks: int) -> Span:
    share = around.since(span.first) / max(1, len(span) - 1)
    first = around.plus(-round(share * (weeks - 1)))
    return Span(first, first.plus(weeks - 1))
