"""How the shown numbers are worked out: what is derived, and how much of a change is noise."""

from __future__ import annotations

from collections.abc import Sequence

from burnout_check.charts.model.chart_text import made_words
from burnout_check.charts.model.panel import Panel
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.column import Column, clear_layout
from burnout_check.gui.kit.labels import CardTitle, Small, Strong


class DerivationCard(Card):
    """A line for each measure there is something to say about; hidden without any."""

    def __init__(self) -> None:
        super().__init__(gap=8)
        self.add(CardTitle("How these numbers are worked out"))
        self._rows = Column(gap=8)
        self.add(self._rows)
        self.hide()

    def show_panels(self, panels: Sequence[Panel]) -> None:
        """Say it for these measures."""
        clear_layout(self._rows.column)
        said = {panel.title: made_words(panel.measure) for panel in panels}
        for title, words in said.items():
            if words:
                self._rows.column.addWidget(Column(Strong(title), Small(words)))
        self.setVisible(any(said.values()))
