"""Buttons that copy: what a number button shows is what it copies, and both say when they have."""

from __future__ import annotations

from PySide6.QtCore import Signal

from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.buttons import PlainButton, QuietButton, plain
from burnout_check.gui.kit.clipboard import Clipboard


class NumberButton(QuietButton):
    """A number to call or text, copied by a click or a key.

    Signals:
        copied(is_on_clipboard): it was copied, or something else of the app's took its place.

    Args:
        number: shown, and copied exactly as it is shown.
        clipboard: where it goes.
        name: whose number it is, for the tool tip and for assistive technology.
    """

    copied = Signal(bool)

    def __init__(self, number: str, clipboard: Clipboard, *, name: str) -> None:
        super().__init__(plain(number), symbol="copy", hint=f"Copy the number of {name}")
        self._number = number
        self.set_flush()
        self._clipboard = clipboard
        self._copying = False
        self.clicked.connect(self._on_clicked)
        clipboard.copied.connect(self._on_something_copied)

    def _on_clicked(self) -> None:
        self._copying = True
        self._clipboard.copy(self._number)
        self._copying = False
        self.set_symbol("tick")
        announce(self, f"Copied {self._number}")
        self.copied.emit(True)

    def _on_something_copied(self, _text: str) -> None:
        if not self._copying:
            self.set_symbol("copy")
            self.copied.emit(False)


class CopyButton(PlainButton):
    """Copies a text that stands beside it, and says so until something else is copied.

    Args:
        text: what is copied.
        clipboard: where it goes.
        label: the words of the button.
        name: what assistive technology calls it, if the words alone do not say what is copied.
    """

    def __init__(
        self, text: str, clipboard: Clipboard, *, label: str = "Copy", name: str = ""
    ) -> None:
        super().__init__(label, symbol="copy")
        self._what = text
        self._clipboard = clipboard
        self._label = label
        self._name = name or label
        self._copying = False
        self.setAccessibleName(self._name)
        self.clicked.connect(self._on_clicked)
        clipboard.copied.connect(self._on_something_copied)

    def _on_clicked(self) -> None:
        self._copying = True
        self._clipboard.copy(self._what)
        self._copying = False
        self._say("Copied", symbol="tick")
        self.setAccessibleName(f"Copied. {self._name}")
        announce(self, "Copied")

    def _on_something_copied(self, _text: str) -> None:
        if not self._copying:
            self._say(self._label, symbol="copy")
            self.setAccessibleName(self._name)

    def _say(self, words: str, *, symbol: str) -> None:
        self.setText(words)
        self.set_symbol(symbol)
