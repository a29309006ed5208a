"""The three faces of the Trends page: nothing yet, the charts, or the table; the bar over both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from burnout_check.gui.kit.buttons import PrimaryButton
from burnout_check.gui.kit.empty_state import EmptyState
from burnout_check.gui.kit.labels import Small
from burnout_check.gui.kit.page_scroll import PageScroll
from burnout_check.gui.look.scale import FollowsTextSize, px
from burnout_check.gui.trends.chart_table import KEYS

_EMPTY, _CHARTS, _TABLE = range(3)
_PEEK = 60
_GAP = 12


class TrendsFrame(FollowsTextSize, QWidget):
    """Puts what stands over the charts and the table on whichever of the two is seen.

    Signals:
        start_asked(): the way to the first check-in, from the empty face.
        room_changed(): there is more or less height for the charts.

    Args:
        over: stands over the charts and over the table, from the top.
        charts: scroll together, from the top; the first of them fills the page.
        table: scrolls by itself.
    """

    start_asked = Signal()
    room_changed = Signal()

    def __init__(
        self, over: Sequence[QWidget], charts: Sequence[QWidget], *, table: QWidget
    ) -> None:
        super().__init__()
        self._over = tuple(over)
        self._empty = EmptyState(
            "Your check-ins over time will be here",
            "After your first check-in you see burnout, anxiety, caseload and supervision on one "
            "time line. It takes about 2 minutes a week.",
            action="Start check-in",
            symbol="trends",
            main=True,
        )
        self._empty.asked.connect(self.start_asked)
        self._scroll = PageScroll(gap=px(_GAP))
        for part in (*over, *charts):
            self._scroll.add(part)
        self._scroll.column.addStretch()
        self._scroll.viewport().installEventFilter(self)
        self._stack = QStackedLayout(self)
        empty = self._column(self._empty)
        empty.addStretch()
        self._stack.addWidget(self._scroll)
        self._table = self._column(table)
        self._table.setStretchFactor(table, 1)
        self._table.addWidget(Small(KEYS))

    @property
    def start(self) -> QWidget | None:
        """The way to the first check-in."""
        return self._empty.findChild(PrimaryButton)

    @property
    def shows_charts(self) -> bool:
        """The charts are the face that is up."""
        return self._stack.currentIndex() == _CHARTS

    @property
    def room(self) -> int:
        """The height there is for charts in one view, with the edge of what follows seen."""
        margins = self._scroll.column.contentsMargins()
        above = sum(part.height() + px(_GAP) for part in self._over if not part.isHidden())
        tall = self._scroll.viewport().height()
        return tall - margins.top() - margins.bottom() - above - px(_PEEK)

    def show_empty(self) -> None:
        """Say what will be here."""
        self._stack.setCurrentIndex(_EMPTY)

    def show_charts(self) -> None:
        """Show the charts."""
        self._bring_over(self._scroll.column)
        self._stack.setCurrentIndex(_CHARTS)

    def show_table(self) -> None:
        """Show the table."""
        self._bring_over(self._table)
        self._stack.setCurrentIndex(_TABLE)

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll to a part of the charts' face."""
        self._scroll.ensureWidgetVisible(part, 0, px(24))

    def _bring_over(self, column: QVBoxLayout) -> None:
        for place, part in enumerate(self._over):
            if column.indexOf(part) < 0:
                column.insertWidget(place, part)

    def _column(self, widget: QWidget) -> QVBoxLayout:
        """A page of the stack with the page's margins."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(self._scroll.column.contentsMargins())
        column.setSpacing(px(_GAP))
        column.addWidget(widget)
        self._stack.addWidget(page)
        return column

    def _fit(self) -> None:
        """Keep the room between the parts in step with the text size."""
        for column in (self._scroll.column, self._table):
            column.setSpacing(px(_GAP))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the page is resized."""
        if event.type() == QEvent.Type.Resize:
            self.room_changed.emit()
        return super().eventFilter(watched, event)
