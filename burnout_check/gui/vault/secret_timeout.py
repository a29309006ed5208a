"""Secrets that were typed and left standing are cleared."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer

from burnout_check.gui.kit.fields import Field, PassphraseField

FORGET_AFTER = 30_000
"""How long typed secrets may stand before they are cleared, in milliseconds."""

CLEARED = "Cleared, because nothing was typed for 30 seconds. Type it again."


class SecretTimeout(QTimer):
    """Clears some fields half a minute after the last key, and says so beside one that had words.

    Args:
        parent: what the fields stand in.
        fields: of secrets, in the order they are typed.
    """

    def __init__(self, parent: QObject, fields: Iterable[Field]) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self.setSingleShot(True)
        self.setInterval(FORGET_AFTER)
        self.timeout.connect(self._on_timeout)
        for field in self._fields:
            field.edited.connect(self._on_edited)

    def _on_edited(self, _text: str) -> None:
        self.start()

    def _on_timeout(self) -> None:
        typed = [field for field in self._fields if field.line.text()]
        forget(self._fields)
        if typed:
            typed[0].set_error(CLEARED)


def forget(fields: Iterable[Field]) -> None:
    """Empty fields, with their undo history, and hide what is typed next."""
    for field in fields:
        field.set_text("")
        if isinstance(field, PassphraseField):
            field.forget()
