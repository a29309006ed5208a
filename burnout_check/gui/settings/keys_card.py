"""The rows of Settings about keys: the passphrase, the recovery code, and erasing everything."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from burnout_check.gui.bus.signals import Signals
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.card import Card, Divider
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.labels import Small, Strong
from burnout_check.gui.kit.responsive_row import ResponsiveRow


class KeysCard(Card):
    """Asks for the dialogs; they open over the window.

    Args:
        signals: told what is wanted.
    """

    def __init__(self, signals: Signals) -> None:
        super().__init__(gap=12)
        self.passphrase = PlainButton("Change passphrase")
        self.passphrase.clicked.connect(signals.passphrase_change_asked)
        self.code = PlainButton("New recovery code")
        self.code.clicked.connect(signals.new_code_asked)
        self.add(_row("Passphrase", "Opens your data.", self.passphrase))
        self.add(Divider())
        self.add(_row("Recovery code", "Opens your data if you forget the passphrase.", self.code))


class EraseCard(Card):
    """The row that erases everything, by itself.

    Args:
        signals: told that it is wanted.
    """

    def __init__(self, signals: Signals) -> None:
        super().__init__()
        self.button = PlainButton("Erase everything")
        self.button.setAccessibleDescription("Asks for the passphrase first.")
        self.button.clicked.connect(signals.erase_asked)
        words = "All you saved here, its backups and its keys. Asks for the passphrase first."
        self.add(_row("Erase everything", words, self.button))


def _row(title: str, words: str, button: QWidget) -> ResponsiveRow:
    return ResponsiveRow(Column(Strong(title), Small(words)), button, least=260)
