"""A shelf of support options: the nearest few, and the others for whoever wants them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from burnout_check.gui.kit.buttons import QuietButton
from burnout_check.gui.kit.card import Card, Divider
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.labels import CardTitle
from burnout_check.gui.options.option_row import OptionRow

_NOT_WORTH_FOLDING = 2


class ShelfCard(Card):
    """The rows of one shelf below each other, or in columns where it has the whole width.

    Args:
        title: the name of the shelf.
        rows: its options, the nearest help first.
        at_first: how many of them are shown until the person asks for all.
        wide: it has the whole width.
    """

    def __init__(
        self, title: str, rows: Sequence[OptionRow], *, at_first: int, wide: bool = False
    ) -> None:
        super().__init__(gap=4)
        self.shows_all = True
        self.rows = tuple(rows)
        self.setAccessibleName(title)
        self.add(CardTitle(title))
        places = [Column(Divider(), row, gap=2) for row in rows]
        if wide:
            grid = FlowGrid(columns=(3, 2, 1), least=280, gap=16)
            for place in places:
                place.column.addStretch()
                grid.add(place)
            self.add(grid)
        else:
            for place in places:
                self.add(place)
        folded = places[at_first:] if len(places) > at_first + _NOT_WORTH_FOLDING else []
        self._more_places: list[QWidget] = list(folded)
        self.all_button = QuietButton("")
        self.all_button.setStyleSheet("padding: 0 2px;")  # it lines up with the rows above
        self.all_button.clicked.connect(lambda: self.show_all(not self.shows_all))
        foot = QHBoxLayout()
        foot.addWidget(self.all_button)
        foot.addStretch()
        self.add(foot)
        self.all_button.setVisible(bool(self._more_places))
        if not wide:
            self.column.addStretch()
        self.show_all(False)

    def show_all(self, shown: bool) -> None:
        """Show every row, or only the first few."""
        self.shows_all = shown
        for place in self._more_places:
            place.setVisible(shown)
        count = len(self._more_places)
        self.all_button.setText("Show fewer" if shown else f"Show {count} more")
        self.all_button.set_symbol("minus" if shown else "plus")
