"""What stands over the charts: which to show, how far back, as a table, and saving a picture."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from burnout_check.gui.scale import px
from burnout_check.gui.widgets.buttons import Button, PlainButton
from burnout_check.gui.widgets.select import Select
from burnout_check.gui.widgets.spread import Spread

RANGES: tuple[tuple[int | None, str], ...] = (
    (8, "8 weeks"),
    (26, "6 months"),
    (52, "1 year"),
    (104, "2 years"),
    (None, "All"),
)
"""How many weeks back, None for all, and the words for it."""

_AT_FIRST = 26
_GAP = 8
_LEAST = 440


class Choices(QWidget):
    """Names to turn on and off: a button for each that fits, the others under *More*.

    Signals:
        changed(): other names are on.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._buttons: dict[str, Button] = {}
        self._names: tuple[str, ...] = ()
        self._on: set[str] = set()
        self._menu = QMenu(self)
        self._more = PlainButton("More")
        self._more.setMenu(self._menu)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._more)
        self._row.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names that are on, in the order they are offered."""
        return tuple(name for name in self._names if name in self._on)

    @property
    def first(self) -> QWidget:
        """The first thing to press."""
        shown = (button for button in self._buttons.values() if not button.isHidden())
        return next(shown, self._more)

    def offer(self, names: Sequence[str], *, buttons: int) -> None:
        """Offer these names; the first so many have a button where there is room for it."""
        self._names = tuple(names)
        for name in names[:buttons]:
            if name not in self._buttons:
                self._add_button(name)
        self._arrange()

    def choose(self, name: str, on: bool = True) -> None:
        """Turn a name on or off, as if it had been pressed."""
        if on != (name in self._on):
            (self._on.add if on else self._on.discard)(name)
            if name in self._buttons:
                self._buttons[name].setChecked(on)
            self._fill_menu()
            self.changed.emit()

    def _add_button(self, name: str) -> None:
        button = PlainButton(name)
        button.setCheckable(True)
        button.setChecked(name in self._on)
        button.toggled.connect(lambda on: self.choose(name, on))
        self._row.insertWidget(len(self._buttons), button)
        self._buttons[name] = button

    def _arrange(self) -> None:
        """Show as many buttons as leave room for *More*, which says how many it hides are on."""
        gap = px(_GAP)
        self._row.setSpacing(gap)
        names = list(self._buttons)
        widths = [button.sizeHint().width() + gap for button in self._buttons.values()]
        count = len(names)
        while count:
            self._more.setText(self._more_words(names[:count]))
            if sum(widths[:count]) + self._more.sizeHint().width() <= self.width():
                break
            count -= 1
        for place, button in enumerate(self._buttons.values()):
            button.setVisible(place < count)
        self._fill_menu()

    def _fill_menu(self) -> None:
        self._menu.clear()
        shown = [name for name, button in self._buttons.items() if not button.isHidden()]
        for name in self._names:
            if name not in shown:
                action = self._menu.addAction(name)
                action.setCheckable(True)
                action.setChecked(name in self._on)
                action.toggled.connect(lambda on, name=name: self.choose(name, on))
        self._more.setText(self._more_words(shown))
        self._more.setVisible(not self._menu.isEmpty())

    def _more_words(self, shown: Collection[str]) -> str:
        on = sum(name not in shown for name in self.chosen)
        return f"More ({on})" if on else "More"

    def sizeHint(self) -> QSize:
        """Wide enough for every button."""
        wide = sum(button.sizeHint().width() + px(_GAP) for button in self._buttons.values())
        more = self._more.sizeHint()
        return QSize(wide + more.width(), more.height())

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the menu alone."""
        return self._more.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many buttons as fit now."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()


class ChartBar(Spread):
    """What to show and how; in a narrow window the choices have a row of their own.

    Signals:
        changed(): other names were chosen, or another range.
        table_asked(is_on): show the numbers, or the charts again.
        save_asked(): save a picture.
    """

    changed = Signal()
    table_asked = Signal(bool)
    save_asked = Signal()

    def __init__(self) -> None:
        self.choices = Choices()
        self._range = Select("How far back", RANGES)
        self._range.set_value(_AT_FIRST)
        self.table = PlainButton("Table", hint="Show the same numbers as a table")
        self.table.setCheckable(True)
        self.save = PlainButton("Save picture")
        super().__init__(self.choices, self._range, self.table, self.save, least=_LEAST, gap=_GAP)
        self.choices.changed.connect(self.changed)
        self._range.picked.connect(self._on_range_picked)
        self.table.toggled.connect(self.table_asked)
        self.save.clicked.connect(self.save_asked)

    @property
    def weeks(self) -> int | None:
        """How many weeks back, None for all."""
        value = self._range.value
        return value if isinstance(value, int) else None

    def show_weeks(self, weeks: int | None) -> None:
        """Choose how far back, as if it had been picked."""
        self._range.set_value(weeks)
        self.changed.emit()

    def _on_range_picked(self, _weeks: object) -> None:
        self.changed.emit()
