"""Before and after an event: the shown measures as a table and in words, and no word about why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from burnout_check.domain.event import Event
from burnout_check.domain.insights.comparison import WEEKS, Comparison, Side
from burnout_check.domain.measures.measure import Measure
from burnout_check.domain.week import plain_date
from burnout_check.gui.kit.buttons import IconButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.column import Column, clear_layout
from burnout_check.gui.kit.labels import CardTitle, Muted, Small
from burnout_check.gui.kit.responsive_row import ResponsiveRow
from burnout_check.gui.kit.table import ReadOnlyTable
from burnout_check.gui.look.scale import px

_LEAD = (
    f"The middle value of the {WEEKS} weeks before beside that of the {WEEKS} weeks from then on. "
    "Other things happened in those weeks too, so this does not say why anything changed."
)
_COLUMNS = ("Measure", "Before", "From then on", "Difference")
_NOTHING = "–"


class ComparisonCard(Card):
    """Shown for one event at a time; hidden without one.

    Signals:
        closed(): the person put it away.
    """

    closed = Signal()

    def __init__(self) -> None:
        super().__init__(gap=10)
        self._title = CardTitle()
        close = IconButton("Put before and after away", symbol="close")
        close.clicked.connect(self.closed)
        self.add(ResponsiveRow(self._title, close))
        self.add(Muted(_LEAD))
        self.body = Column(gap=px(8))
        self.add(self.body)
        self.table: ReadOnlyTable | None = None
        self.hide()

    @property
    def said(self) -> tuple[str, ...]:
        """Its sentences, one for each measure."""
        return tuple(label.text() for label in self.body.findChildren(Small))

    def show_comparisons(self, event: Event, found: Sequence[Comparison]) -> None:
        """Show one row and one sentence for each measure."""
        name = f"{event.label}, {plain_date(event.day, year=True)}"
        self._title.setText(f"Before and after: {name}")
        clear_layout(self.body.column)
        self.table = ReadOnlyTable(
            f"Before and after {name}", _COLUMNS, [_row(each) for each in found]
        )
        self.table.setAccessibleDescription(" ".join(each.sentence for each in found))
        self.body.column.addWidget(self.table)
        for each in found:
            self.body.column.addWidget(Small(each.sentence))
        self.show()


def _row(each: Comparison) -> tuple[str, str, str, str]:
    measure = each.measure
    return (
        measure.name,
        _middle(measure, each.before),
        _middle(measure, each.after),
        _difference(each),
    )


def _middle(measure: Measure, side: Side) -> str:
    return _NOTHING if side.median is None else measure.amount(side.median)


def _difference(each: Comparison) -> str:
    change, measure = each.change, each.measure
    if change is None:
        return "too few values"
    shown = measure.show(abs(change))
    if shown == "0":
        return "none"
    words = f"{shown} {'higher' if change > 0 else 'lower'}"
    if each.beyond_noise is None:
        return words
    return f"{words}, {'more than' if each.beyond_noise else 'within'} the noise"
