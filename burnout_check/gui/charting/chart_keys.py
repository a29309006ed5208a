"""The keys of a chart: from week to week, nearer and farther, and what they are called."""

from __future__ import annotations

from PySide6.QtCore import Qt

from burnout_check.charts.model.panel import Span
from burnout_check.charts.model.zoom import closer, wider
from burnout_check.domain.week import Week

TYPE_CHECKING = False
if TYPE_CHECKING:  # the module imports matplotlib, which waits for the first window
    from burnout_check.charts.draw.picture import Mark

WALK = "Left and right arrow keys go through the weeks."
REACH = (
    "E adds an event at the week, Enter changes the one that is there, or else opens the week. "
    "Plus shows fewer weeks, minus more, 0 all; Escape goes back."
)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ALL = Qt.Key.Key_0
_FAR = 100_000
_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_Home: -_FAR,
    Qt.Key.Key_End: _FAR,
}
_NEARER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
_FARTHER = (Qt.Key.Key_Minus,)


def stepped(key: int, marks: tuple[Mark, ...], mark: Mark | None) -> Mark | None:
    """The mark a key goes to; None if it is no key for that, or there is none to go to."""
    if not marks or key not in _STEPS:
        return None
    place = marks.index(mark) if mark in marks else len(marks)
    return marks[min(len(marks) - 1, max(0, place + _STEPS[key]))]


def zoomed(key: int, span: Span, around: Week | None) -> Span | None:
    """The weeks a key asks for, around the last one if none is pointed at; None if for nothing."""
    middle = span.last if around is None or around not in span else around
    if key in _NEARER:
        return closer(span, middle)
    if key in _FARTHER:
        return wider(span, middle)
    return None
