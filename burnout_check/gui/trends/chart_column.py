"""The charts below each other on one time line: drawn when they are seen, pointed at as one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burnout_check.charts.model.frame import Frame, frames
from burnout_check.charts.model.panel import Panel, Span
from burnout_check.domain.week import Week
from burnout_check.gui.charting.chart import ChartView
from burnout_check.gui.charting.chart_card import ChartCard
from burnout_check.gui.charting.chart_look import SMALL, chart_style
from burnout_check.gui.charting.chart_painter import ChartPainter, Job
from burnout_check.gui.look.scale import FollowsTextSize, px

_LOWEST, _HIGHEST = 150, 250
"""Of the axes alone, in pixels at 100 %."""

_GAP = 12
_SETTLE_MS = 40


class ChartColumn(FollowsTextSize, QWidget):
    """A card for each panel. Only what changed is drawn again, and nothing that is hidden.

    Signals:
        event_asked(week), event_picked(event), event_moved(event, day), week_asked(week),
        span_asked(span), back_asked(): as of each ``ChartView``.
    """

    event_asked = Signal(object)
    event_picked = Signal(object)
    event_moved = Signal(object, object)
    week_asked = Signal(object)
    span_asked = Signal(object)
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cards: dict[str, ChartCard] = {}
        self._span: Span | None = None
        self._room = 0
        self._painter = ChartPainter(self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLE_MS)
        self._soon.timeout.connect(self._paint)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(_GAP))

    @property
    def measures(self) -> tuple[str, ...]:
        """Ids of the measures that are shown, from the top."""
        return tuple(self._cards)

    @property
    def is_drawn(self) -> bool:
        """Whether every chart shows what it should."""
        drawn = all(card.view.figure is not None for card in self._cards.values())
        return drawn and not self._soon.isActive() and not self._painter.busy

    def view(self, measure: str) -> ChartView:
        """The chart of a measure that is shown.

        Raises:
            KeyError: if it is not shown.
        """
        return self._cards[measure].view

    def show_panels(
        self, panels: Sequence[Panel], span: Span, *, can_go_back: bool = False
    ) -> None:
        """Show these, in this order; the pictures follow when they are drawn.

        ``can_go_back``: other weeks were shown before.
        """
        self._span = span
        kept = {panel.measure.id: self._cards.get(panel.measure.id) for panel in panels}
        for measure, card in self._cards.items():
            if measure not in kept:
                if card.view.said:
                    self._on_pointed(card.view, None)  # nobody is left to point
                card.hide()
                card.deleteLater()
        self._cards = {}
        for place, panel in enumerate(panels):
            card = kept[panel.measure.id] or self._new_card()
            card.view.can_go_back = can_go_back
            card.show_words(panel, span)
            self._cards[panel.measure.id] = card
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
        self._soon.start()

    def set_room(self, pixels: int) -> None:
        """Say how much height there is to share; few charts fill it, many go beyond it."""
        self._room = pixels
        self._soon.start()

    def rest(self) -> None:
        """Give up what is being drawn, and leave no thread behind."""
        self._soon.stop()
        self._painter.rest()

    def _new_card(self) -> ChartCard:
        card = ChartCard()
        view = card.view
        view.reaches = True
        view.size_changed.connect(self._soon.start)
        view.pointed.connect(lambda week: self._on_pointed(view, week))
        view.event_asked.connect(self.event_asked)
        view.event_picked.connect(self.event_picked)
        view.event_moved.connect(self.event_moved)
        view.week_asked.connect(self.week_asked)
        view.span_asked.connect(self.span_asked)
        view.back_asked.connect(self.back_asked)
        return card

    def _paint(self) -> None:
        if not self.isVisible() or self._span is None:
            return
        self._column.setSpacing(px(_GAP))
        self._share_height()
        style = chart_style(self.palette(), ratio=self.devicePixelRatioF())
        jobs = []
        for card, frame in self._framed():
            view, panel = card.view, card.panel
            if panel is not None:
                size = (view.width(), view.sizeHint().height())
                jobs.append((view, Job(panel, self._span, style, size, frame)))
        self._painter.paint(jobs)

    def _share_height(self) -> None:
        if not self._cards or self._span is None:
            return
        around = [
            px(round((frame.above(card.panel, self._span) + frame.below) * SMALL))
            for card, frame in self._framed()
            if card.panel is not None
        ]
        room = self._room - (len(self._cards) - 1) * self._column.spacing()
        room -= sum(card.around for card in self._cards.values()) + sum(around)
        tall = min(px(_HIGHEST), max(px(_LOWEST), room // len(self._cards)))
        for card, more in zip(self._cards.values(), around, strict=True):
            card.view.set_tall(tall + more)

    def _framed(self) -> list[tuple[ChartCard, Frame]]:
        """Each card with what stands around its axes: events once on top, dates once below."""
        return list(zip(self._cards.values(), frames(len(self._cards)), strict=True))

    def _on_pointed(self, source: ChartView, week: Week | None) -> None:
        for card in self._cards.values():
            if card.view is not source:
                card.view.follow(week)

    def _fit(self) -> None:
        """Draw in the colours and the text size there are now, whoever changed them."""
        if self.isVisible():
            self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing that is not seen."""
        super().hideEvent(event)
        self.rest()
