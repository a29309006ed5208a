"""The way around: the pages at the left, the lock, and the line about privacy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from burnout_check.gui.kit.buttons import Button
from burnout_check.gui.kit.labels import CardTitle, Small
from burnout_check.gui.kit.restyle import restyle
from burnout_check.gui.look.scale import FollowsTextSize, px

PRIVACY = "Stays on this computer. Nothing is ever sent."
_WIDE, _NARROW = 208, 68
_SHARE = 4
"""The sidebar shows words while the window is at least so many times as wide as it is."""


class NavItem(NamedTuple):
    """One page in the sidebar.

    Attributes:
        page: what ``chosen`` says.
        symbol: name of an icon.
        label: the words.
        shortcut: such as ``"Ctrl+1"``; empty for none.
    """

    page: str
    symbol: str
    label: str
    shortcut: str = ""


class NavButton(Button):
    """One entry; shows its symbol alone when there is no room for words."""

    symbol_gap = 8

    def __init__(self, item: NavItem) -> None:
        super().__init__(item.label, symbol=item.symbol)
        self._item = item
        self.setAccessibleName(item.label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.fold(folded=False)

    def fold(self, *, folded: bool) -> None:
        """Show the symbol alone, with the words as a tool tip; or both."""
        words = self._item.label
        shortcut = QKeySequence(self._item.shortcut)
        keys = f" ({shortcut.toString(QKeySequence.SequenceFormat.NativeText)})"
        self.setText("" if folded else words)
        self.setToolTip((words if folded else "") + (keys if self._item.shortcut else ""))
        self.setShortcut(shortcut)  # setText has taken it away
        restyle(self, folded=folded)

    def set_current(self, current: bool) -> None:
        """Mark it as the page that is open."""
        restyle(self, current=current)
        self.setAccessibleDescription("This page is open" if current else "")
        self._draw_symbol()


class Sidebar(FollowsTextSize, QFrame):
    """Navigation between pages.

    Folds to symbols by itself when the window is too narrow for the words at this text size.

    Signals:
        chosen(page): the person wants another page.
        lock_asked(): the person pressed Lock.

    Args:
        items: the pages, from top to bottom.
        title: the name of the app.
        lock_shortcut: the keys for Lock.
    """

    chosen = Signal(str)
    lock_asked = Signal()

    def __init__(
        self,
        items: Sequence[NavItem],
        *,
        title: str = "Burnout Check",
        lock_shortcut: str = "Ctrl+L",
    ) -> None:
        super().__init__()
        self.setAccessibleName("Pages")
        self._folded: bool | None = None
        self._watched: QWidget | None = None
        self._title = CardTitle(title)
        self._privacy = Small(PRIVACY)
        self._lock = NavButton(NavItem("", "lock", "Lock", lock_shortcut))
        self._lock.clicked.connect(self.lock_asked)
        self._buttons: dict[str, NavButton] = {}
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._title)
        for item in items:
            button = NavButton(item)
            button.clicked.connect(lambda _=False, page=item.page: self.chosen.emit(page))
            self._buttons[item.page] = button
            self._column.addWidget(button)
        self._column.addStretch()
        self._column.addWidget(self._lock)
        self._column.addWidget(self._privacy)
        self._fit()

    @property
    def is_folded(self) -> bool:
        """Only symbols are shown."""
        return bool(self._folded)

    def set_current(self, page: str) -> None:
        """Mark the page that is open."""
        for name, button in self._buttons.items():
            button.set_current(name == page)

    def _fit(self) -> None:
        folded = self.window().width() < _SHARE * px(_WIDE)
        self._folded = folded
        self.setFixedWidth(px(_NARROW if folded else _WIDE))
        self._title.setVisible(not folded)
        self._privacy.setVisible(not folded)
        for button in (*self._buttons.values(), self._lock):
            button.fold(folded=folded)
        if folded:
            self._lock.setToolTip(f"{self._lock.toolTip()}. {PRIVACY}")
        self._lock.setAccessibleDescription(PRIVACY)
        side = px(12)
        above, below = (12, 12) if folded else (25, 17)
        self._column.setContentsMargins(side, px(above), side, px(below))
        self._column.setSpacing(px(2 if folded else 4))
        for label, below in ((self._title, 21), (self._privacy, 0)):
            label.setContentsMargins(px(12), 0, 0, px(below))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fold or unfold when the window's width changes."""
        if event.type() == QEvent.Type.Resize:
            self._fit_if_changed()
        return super().eventFilter(watched, event)

    def _fit_if_changed(self) -> None:
        if (self.window().width() < _SHARE * px(_WIDE)) != self._folded:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the window it is in."""
        super().showEvent(event)
        if self._watched is not self.window():
            self._watched = self.window()
            self._watched.installEventFilter(self)
        self._fit()
