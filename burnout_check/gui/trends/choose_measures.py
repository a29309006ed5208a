"""Which measures to show on Trends: any, up to as many as can be read on one screen."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from burnout_check.charts.model.presets import MOST, offered
from burnout_check.domain.measures.measure import Series
from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.buttons import PrimaryButton
from burnout_check.gui.kit.check_row import CheckRow
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import CardTitle, Muted, Small
from burnout_check.gui.kit.sheet import Sheet

_FULL = f"{MOST} is the most. To tick another, clear one first."
_MIDDLE = "Draw the four-week middle"
_MIDDLE_HINT = (
    "The middle value of each four weeks, as a line over the single points. Where there are too "
    "few values there is none."
)


class ChooseMeasures(Sheet):
    """Ticks for every measure that has values, under three headings.

    Signals:
        chosen(ids, middle): the person pressed Show; ids in the order of the list, and whether the
            four-week middle is wanted.

    Args:
        series: every measure over time.
        on: ids of those that are shown now.
        middle: the four-week middle is drawn now.
        parent: the page it opens over.
    """

    chosen = Signal(object, bool)

    def __init__(
        self,
        series: Mapping[str, Series],
        on: Collection[str],
        *,
        middle: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Choose what to show", parent, size=(760, 700))
        self.ticks: dict[str, CheckRow] = {}
        self.body.add(Muted(f"Tick up to {MOST}. Measures without a value are not listed."))
        for heading, measures in offered(series):
            grid = FlowGrid(columns=(2, 1), least=300, gap=8)
            for measure in measures:
                tick = CheckRow(measure.name)
                tick.set_on(measure.id in on)
                tick.toggled.connect(self._on_toggled)
                self.ticks[measure.id] = tick
                grid.add(tick)
            self.body.add(Column(CardTitle(heading), grid, gap=8))
        self.middle = CheckRow(_MIDDLE)
        self.middle.box.setAccessibleDescription(_MIDDLE_HINT)
        self.middle.set_on(middle)
        self.body.add(Column(CardTitle("On each chart"), self.middle, Small(_MIDDLE_HINT), gap=8))
        self.count = Muted(wrap=False)
        self.show_button = PrimaryButton("Show")
        self.show_button.clicked.connect(self._on_show)
        self.close_button.setText("Cancel")
        self.foot.insertWidget(0, self.count)
        self.foot.addWidget(self.show_button)
        self._count()
        self.fill()
        QTimer.singleShot(0, self, self._take_focus)

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the measures that are ticked."""
        return tuple(name for name, tick in self.ticks.items() if tick.is_on)

    def _count(self) -> None:
        on = len(self.ids)
        for tick in self.ticks.values():
            tick.setEnabled(tick.is_on or on < MOST)
        self.count.setText(f"{on} of {MOST} ticked")
        self.show_button.setEnabled(on > 0)

    def _take_focus(self) -> None:
        first = next((tick for tick in self.ticks.values() if tick.is_on), self.middle)
        give_focus(first)

    def _on_toggled(self, _on: bool) -> None:
        self._count()
        announce(self, _FULL if len(self.ids) == MOST else self.count.text())

    def _on_show(self) -> None:
        self.chosen.emit(self.ids, self.middle.is_on)
        self.accept()
