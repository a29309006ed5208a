"""The rows of Settings about keys: the passphrase, the recovery code, and erasing everything."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from burnout_check.gui.bus.navigator import Navigator
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.card import Card, Divider
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.labels import Small, Strong
from burnout_check.gui.kit.responsive_row import ResponsiveRow


class KeysCard(Card):
    """Asks for the dialogs; they open over the window.

    Args:
        navigator: opens them.
    """

    def __init__(self, navigator: Navigator) -> None:
        super().__init__(gap=12)
        self.passphrase = PlainButton("Change passphrase")
        self.passphrase.clicked.connect(navigator.change_passphrase)
        self.code = PlainButton("New recovery code")
        self.code.clicked.connect(navigator.new_code)
        self.add(_row("Passphrase", "Opens your data.", self.passphrase))
        self.add(Divider())
        self.add(_row("Recovery code", "Opens your data if you forget the passphrase.", self.code))


class EraseCard(Card):
    """The row that erases everything, by itself.

    Args:
        navigator: asks for the passphrase, and does it.
    """

    def __init__(self, navigator: Navigator) -> None:
        super().__init__()
        self.button = PlainButton("Erase everything")
        self.button.setAccessibleDescription("Asks for the passphrase first.")
        self.button.clicked.connect(navigator.erase)
        words = "All you saved here, its backups and its keys. Asks for the passphrase first."
        self.add(_row("Erase everything", words, self.button))


def _row(title: str, words: str, button: QWidget) -> ResponsiveRow:
    return ResponsiveRow(Column(Strong(title), Small(words)), button, least=260)
