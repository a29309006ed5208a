"""The names of what can be shown together: a button for each that fits, the others in a menu."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from burnout_check.gui.kit.buttons import Button, PlainButton
from burnout_check.gui.look.scale import FollowsTextSize, px

OWN = "Choose"
"""The name of the button behind which any measure can be chosen."""

_GAP = 8


class PresetRow(FollowsTextSize, QWidget):
    """One name is on at a time, or none: then it is the person's own choice.

    Signals:
        picked(name): the person pressed a name.
        own_asked(): the person wants to choose by themselves.

    Args:
        names: in order.
    """

    picked = Signal(str)
    own_asked = Signal()

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._on = ""
        self._menu = QMenu(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.buttons: dict[str, Button] = {}
        for name in names:
            button = PlainButton(name)
            button.setCheckable(True)
            button.clicked.connect(lambda _on, name=name: self._on_clicked(name))
            self._row.addWidget(button)
            self.buttons[name] = button
        self.own = PlainButton(OWN, hint="Choose any measures, up to six")
        self.own.setCheckable(True)
        self.own.clicked.connect(self._on_own)
        self._row.addWidget(self.own)
        self._row.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def on(self) -> str:
        """The name that is on; empty for the person's own choice."""
        return self._on

    @property
    def first(self) -> QWidget:
        """The one that is on, or the first there is room for."""
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        return next((button for button in shown if button.isChecked()), [*shown, self.own][0])

    @property
    def menu_names(self) -> tuple[str, ...]:
        """The names there is no room for, which are in the menu."""
        return tuple(name for name, button in self.buttons.items() if button.isHidden())

    def show_on(self, name: str) -> None:
        """Show which name is on, none for the person's own choice; nobody is told."""
        self._on = name
        for each, button in self.buttons.items():
            button.setChecked(each == name)
        self._fit()

    def _fit(self) -> None:
        gap = px(_GAP)
        self._row.setSpacing(gap)
        widths = [button.sizeHint().width() + gap for button in self.buttons.values()]
        count = len(widths)
        self.own.setText(self._own_words(self.buttons))
        while count and sum(widths[:count]) + self._own_width(count) > self.width():
            count -= 1
        for place, button in enumerate(self.buttons.values()):
            button.setVisible(place < count)
        self.own.setText(self._own_words(list(self.buttons)[:count]))
        self.own.setChecked(self._on not in list(self.buttons)[:count])
        self._fill_menu()

    def _own_width(self, count: int) -> int:
        self.own.setText(self._own_words(list(self.buttons)[:count]))
        return self.own.sizeHint().width() + (px(24) if count < len(self.buttons) else 0)

    def _own_words(self, shown: Collection[str]) -> str:
        """Its own name, or that of the one that is on and has no button now."""
        return self._on if self._on and self._on not in shown else OWN

    def _fill_menu(self) -> None:
        self._menu.clear()
        for name in self.menu_names:
            action = self._menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(name == self._on)
            action.triggered.connect(lambda _on, name=name: self._on_clicked(name))
        if self.menu_names:
            self._menu.addAction("Choose measures").triggered.connect(self.own_asked)
        self.own.setMenu(self._menu if self.menu_names else None)  # type: ignore[arg-type]  # Qt takes none

    def _on_clicked(self, name: str) -> None:
        self.show_on(name)
        self.picked.emit(name)

    def _on_own(self) -> None:
        self.own.setChecked(not self._on)
        self.own_asked.emit()

    def sizeHint(self) -> QSize:
        """Wide enough for every button."""
        wide = sum(button.sizeHint().width() + px(_GAP) for button in self.buttons.values())
        return QSize(wide + self.own.sizeHint().width(), self.own.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the menu alone."""
        return self.own.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many buttons as fit now."""
        super().resizeEvent(event)
        self._fit()
