"""A card with one chart: its title, one sentence, and the picture."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from burnout_check.charts.model.panel import Panel, Span
from burnout_check.gui.charting.chart import ChartView
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.labels import CardTitle, Small
from burnout_check.gui.look.scale import px

_NARROW = 620


class ChartCard(Card):
    """One measure. The sentence stands beside the title, or below it where the card is narrow."""

    def __init__(self) -> None:
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        super().__init__(padding=16, gap=4)
        self.view = ChartView()
        self._title = CardTitle(wrap=False)
        self._sentence = Small()
        self._head.addWidget(self._title, 0, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(self._sentence, 1)
        self.add(self._head)
        self.add(self.view)
        self.panel: Panel | None = None

    @property
    def around(self) -> int:
        """How much higher the card is than its chart, in pixels."""
        return self.sizeHint().height() - self.view.sizeHint().height()

    def show_words(self, panel: Panel, span: Span) -> None:
        """Show the title and the sentence of what will be drawn, or has been."""
        self.panel = panel
        self._title.setText(panel.title)
        self._sentence.setText(panel.sentence)
        self.view.show_words(panel, span)

    def _arrange(self) -> None:
        narrow = self.width() < px(_NARROW)
        self._head.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._head.setSpacing(px(2 if narrow else 10))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sentence where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _fit(self) -> None:
        super()._fit()
        self._arrange()
