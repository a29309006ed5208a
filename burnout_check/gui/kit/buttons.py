"""The buttons: one main action a page, plain ones, quiet ones like links, and the one for help."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcutEvent
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy, QWidget

from burnout_check.gui.kit.restyle import restyle
from burnout_check.gui.look.icons import icon
from burnout_check.gui.look.scale import px

_HELP = "I need help now"
_HELP_HINT = "Press F2 from anywhere"


def ask_for_help(near: QWidget) -> None:
    """Do what F2 does, which the window hears before anything else does.

    Args:
        near: whatever the person pressed.
    """
    key, none = Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(near, QKeyEvent(QEvent.Type.KeyPress, key, none))


def _ask_when_pressed(button: Button) -> None:
    button.setShortcut(QKeySequence("F2"))
    button.clicked.connect(lambda: ask_for_help(button))


class Button(QPushButton):
    """What every button has: Enter presses it, and a symbol, if any, in the colour of its words.

    Args:
        text: the words; an ``&`` before a letter makes it the mnemonic.
        symbol: name of an icon to stand before the words.
        hint: shown in a tool tip and read out as the description.
    """

    symbol_gap = 4
    """Pixels between the symbol and the words, beside the 4 that Qt puts there."""

    def __init__(self, text: str, *, symbol: str = "", hint: str = "") -> None:
        super().__init__(text)
        self._symbol = symbol
        self._drawn: tuple[str, str, int] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        if hint:
            self.setToolTip(hint)
            self.setAccessibleDescription(hint)

    def setToolTip(self, words: str) -> None:  # noqa: N802 - Qt's name
        """Show words while it is pointed at; they are never read as markup, whoever typed them."""
        super().setToolTip(f"<qt>{escape(words)}</qt>" if "<" in words else words)

    def set_symbol(self, name: str) -> None:
        """Show another icon before the words; an empty name shows none."""
        self._symbol = name
        self._draw_symbol()

    def _draw_symbol(self) -> None:
        if not self._symbol:
            return
        size, gap = px(18), px(self.symbol_gap)
        colour = self.palette().buttonText().color().name()
        if self._drawn == (self._symbol, colour, size):
            return
        self._drawn = (self._symbol, colour, size)
        self.setIcon(icon(self._symbol, colour, size=size, gap=gap))
        self.setIconSize(QSize(size + gap, size))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter as with the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.isEnabled():
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the symbol again in the colours and the size there are now."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._draw_symbol()

    def event(self, event: QEvent) -> bool:
        """Answer to a shortcut at once, and draw the symbol when the stylesheet has been read."""
        if isinstance(event, QShortcutEvent) and not event.isAmbiguous():
            self.click()  # Qt would show it pressed for a tenth of a second first
            return True
        done = super().event(event)
        if event.type() == QEvent.Type.Polish:
            self._draw_symbol()
        return done


class PrimaryButton(Button):
    """The one main action of a page."""


class PlainButton(Button):
    """Any other action. Checkable ones look chosen when they are."""


class QuietButton(Button):
    """An action that looks like a link.

    Args:
        text: the words.
        tone: ``"help"`` draws it in the colour of help.
        hint: as for any button.
    """

    def __init__(self, text: str, *, symbol: str = "", tone: str = "", hint: str = "") -> None:
        super().__init__(text, symbol=symbol, hint=hint)
        self.setProperty("tone", tone)

    def set_flush(self) -> None:
        """Stand in line with the words above: no more room around its own than the focus needs."""
        restyle(self, flush=True)


class HelpButton(Button):
    """I need help now: on every screen, in its own colour; pressing it is as pressing F2."""

    def __init__(self) -> None:
        super().__init__(_HELP, hint=_HELP_HINT)
        _ask_when_pressed(self)


class QuietHelpButton(QuietButton):
    """The same, where it looks like a link."""

    def __init__(self) -> None:
        super().__init__(_HELP, tone="help", hint=_HELP_HINT)
        _ask_when_pressed(self)


class IconButton(Button):
    """A small button with a symbol only; ``name`` is what it is called and its tool tip."""

    symbol_gap = 0

    def __init__(self, name: str, *, symbol: str) -> None:
        super().__init__("", symbol=symbol)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


def plain(words: str) -> str:
    """Words that somebody typed as those of a button: an ``&`` in them is one, and no mnemonic."""
    return words.replace("&", "&&")
