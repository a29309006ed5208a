"""What is held on a drawn chart by the pointer: an event that moves, or weeks to look at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from burnout_check.charts.model.panel import Panel, Span
from burnout_check.charts.model.zoom import between
from burnout_check.domain.event import Event
from burnout_check.domain.week import Week, plain_date

TYPE_CHECKING = False
if TYPE_CHECKING:  # the module imports matplotlib, which waits for the first window
    from burnout_check.charts.draw.picture import Picture


@dataclass(frozen=True, slots=True)
class Drag:
    """An event held by the pointer, and the day it would go to."""

    event: Event
    start: float
    day: date
    moved: bool = False

    def to(self, x: float, picture: Picture, *, least: int) -> Drag:
        """Held at another place; it begins to move only after ``least`` pixels."""
        if not self.moved and abs(x - self.start) < least:
            return self
        return replace(self, day=picture.day_at(x), moved=True)

    @property
    def words(self) -> str:
        """What would be so if it were let go now."""
        return f"{self.event.label}: {plain_date(self.day, year=True)}"


@dataclass(frozen=True, slots=True)
class Sweep:
    """Weeks being chosen by the pointer, from the day it went down at to the day it is at."""

    start: float
    origin: date
    day: date
    moved: bool = False

    def to(self, x: float, picture: Picture, *, least: int) -> Sweep:
        """Held at another place; it begins only after ``least`` pixels."""
        if not self.moved and abs(x - self.start) < least:
            return self
        return replace(self, day=picture.day_at(x), moved=True)

    @property
    def span(self) -> Span:
        """The weeks it would be if it were let go now."""
        return between(Week.of(self.origin), Week.of(self.day))

    @property
    def words(self) -> str:
        """Which weeks these are."""
        first, last = self.span.first.monday, self.span.last.monday
        return f"Weeks of {plain_date(first, year=True)} to {plain_date(last, year=True)}"


def near(panel: Panel, picture: Picture, x: float, *, reach: float) -> Event | None:
    """The event nearest to a place from the left, if one is within reach."""
    left, _top, right, _foot = picture.plot
    found = [event for event in panel.events if left <= picture.x_at(event.day) <= right]
    nearest = min(found, key=lambda event: abs(picture.x_at(event.day) - x), default=None)
    if nearest is None or abs(picture.x_at(nearest.day) - x) > reach:
        return None
    return nearest


def inside(picture: Picture, x: float, *, reach: float) -> bool:
    """Whether a place from the left is on the time line, or within reach of its ends."""
    left, _top, right, _foot = picture.plot
    return left - reach <= x <= right + reach
