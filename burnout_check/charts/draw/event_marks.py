"""What happened, on a chart: weeks away shaded, events as upright lines, and their names above."""

from __future__ import annotations

from dataclasses import dataclass

from matplotlib.axes import Axes

from burnout_check.charts.draw.canvas import HALF_WEEK, Canvas, x_of, x_of_day
from burnout_check.charts.model.chart_style import POINTS_PER_PIXEL
from burnout_check.charts.model.panel import Panel
from burnout_check.domain.questionnaire.check_in import Reason

LONGEST = 26
"""Letters of an event's name where it is in the way; the list and the spoken words have all."""

_HATCHES = {Reason.LEAVE: "////", Reason.SICK: "....", Reason.OTHER: "xxx"}
_LETTER = 0.52
_CAPITALS = 0.62
_APART = 0.8
_SHORTEST, _SHARE = 12, 0.3
_FEWEST = 8


@dataclass(frozen=True, slots=True)
class _Name:
    """Words above a chart; places and widths are in sizes of the text from the left edge."""

    words: str
    left: float
    gid: str

    @property
    def right(self) -> float:
        return self.left + wide(self.words)


def wide(words: str) -> float:
    """About how wide words are, in sizes of their text; rather too wide than too narrow."""
    return sum(_CAPITALS if letter.isupper() else _LETTER for letter in words)


def short(words: str, letters: int = LONGEST) -> str:
    """A name short enough to stand on a chart."""
    return words if len(words) <= letters else f"{words[: letters - 1].rstrip()}…"


def event_marks(axes: Axes, panel: Panel, sheet: Canvas, *, note: str = "") -> None:
    """Draw weeks away and events, and name those there is room for: the newest events first.

    Args:
        axes: of the panel, with its edges set.
        panel: whose notes they are.
        sheet: what it is drawn on.
        note: words about the axis, which stand above its left end and come before all others.
    """
    row = _Row(axes, sheet)
    if note:
        row.take(note, 0.0, "axis note")
    for event in reversed(panel.events_in(sheet.span)):
        x = x_of_day(event.day)
        _event_line(axes, x, f"event {event.id}", sheet)
        if not row.fits(event.label, row.ems(x), "event name"):
            letters = min(row.letters, row.letters_from(row.ems(x)))
            if letters >= _FEWEST:
                row.take(short(event.label, letters), row.ems(x), "event name")
    for away in panel.away_in(sheet.span):
        left, right = x_of(away.first) - HALF_WEEK, x_of(away.last) + HALF_WEEK
        _shade(axes, (left, right), away.reason, sheet)
        middle = row.ems((left + right) / 2) - wide(away.name) / 2
        row.take(away.name, middle, "away name", latest=row.ems(right))
    for name in row.names:
        if sheet.frame.names or name.gid == "axis note":
            _write(axes, name, sheet)


class _Row:
    """The names above one chart, none on another."""

    def __init__(self, axes: Axes, sheet: Canvas) -> None:
        self.names: list[_Name] = []
        self._low, self._high = axes.get_xlim()
        self._inner = axes.get_position().width * sheet.width / sheet.em
        self._room = self._inner + sheet.right / sheet.em

    @property
    def letters(self) -> int:
        """How long one name may be, so that a narrow chart still has room for several."""
        return max(_SHORTEST, min(LONGEST, int(self._inner * _SHARE / _LETTER)))

    def letters_from(self, left: float) -> int:
        """How long a name may be that begins here, so that it ends before the next one."""
        begins = min((each.left for each in self.names if each.left > left), default=None)
        return LONGEST if begins is None else int((begins - _APART - left - _CAPITALS) / _LETTER)

    def ems(self, x: float) -> float:
        """A day on the axis in sizes of the text from its left end."""
        return (x - self._low) / (self._high - self._low) * self._inner

    def fits(self, words: str, left: float, gid: str) -> bool:
        """Keep a whole name if there is room for it right where it belongs."""
        name = _Name(words, left, gid)
        free = name.right <= self._room and all(_clear(name, each) for each in self.names)
        if free:
            self.names.append(name)
        return free

    def take(self, words: str, left: float, gid: str, *, latest: float = 0.0) -> None:
        """Keep a name, moved in from the edges, if there is room for it.

        If another is in its way it may stand right after that, but not begin after ``latest``.
        """
        after = (each.right + _APART for each in self.names)
        for place in (left, *(each for each in after if left < each <= latest)):
            name = _Name(words, max(0.0, min(place, self._room - wide(words))), gid)
            if all(_clear(name, each) for each in self.names):
                self.names.append(name)
                return


def _clear(one: _Name, other: _Name) -> bool:
    return one.right + _APART <= other.left or other.right + _APART <= one.left


def _event_line(axes: Axes, x: float, gid: str, sheet: Canvas) -> None:
    """An upright line with a small flag on top, so that it can be told from a grid line."""
    axes.plot(
        [x, x],
        [0, 1],
        transform=axes.get_xaxis_transform(),
        color=sheet.style.muted,
        linewidth=sheet.line(1),
        linestyle="solid",
        marker="v",
        markevery=[1],
        markersize=sheet.line(7),
        markerfacecolor=sheet.style.ink,
        markeredgewidth=0,
        clip_on=False,
        zorder=3,
        gid=gid,
    )


def _shade(axes: Axes, days: tuple[float, float], reason: Reason, sheet: Canvas) -> None:
    axes.axvspan(
        *days,
        facecolor=sheet.style.away,
        edgecolor=sheet.style.muted,
        linewidth=0,
        hatch=_HATCHES[reason],
        hatch_linewidth=sheet.line(0.5),
        alpha=0.55,
        zorder=1.5,
        gid=f"away {reason.value}",
    )


def _write(axes: Axes, name: _Name, sheet: Canvas) -> None:
    style = sheet.style
    axes.annotate(
        name.words,
        (0, 1),
        xycoords="axes fraction",
        xytext=(name.left * sheet.em * POINTS_PER_PIXEL, 0.42 * style.points),
        textcoords="offset points",
        ha="left",
        va="bottom",
        color=style.muted if name.gid == "axis note" else style.ink,
        fontsize=style.points,
        fontfamily=sheet.families,
        annotation_clip=False,
        gid=name.gid,
    )
