"""Opens the dialogs about keys over the window, for as long as one session is open."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from burnout_check.gui.bus.signals import Signals
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.vault.change_passphrase import ChangePassphrase
from burnout_check.gui.vault.erase import EraseDialog
from burnout_check.gui.vault.new_code import NewCode
from burnout_check.gui.vault.secret_sheet import SecretSheet
from burnout_check.session.session import Session


class KeyDialogs(QObject):
    """Made at unlocking; goes with the signals of the session at locking.

    Args:
        session: of the open vault.
        signals: say which dialog is wanted.
        clipboard: for copies of a new code.
        window: what they open over.
    """

    def __init__(
        self, session: Session, signals: Signals, clipboard: Clipboard, window: QWidget
    ) -> None:
        super().__init__(signals)
        self._session = session
        self._signals = signals
        self._clipboard = clipboard
        self._window = window
        signals.passphrase_change_asked.connect(self._on_passphrase_change_asked)
        signals.new_code_asked.connect(self._on_new_code_asked)
        signals.erase_asked.connect(self._on_erase_asked)

    def _on_passphrase_change_asked(self) -> None:
        self._open(ChangePassphrase(self._session, self._window))

    def _on_new_code_asked(self) -> None:
        self._open(NewCode(self._session, self._clipboard, self._window))

    def _on_erase_asked(self) -> None:
        dialog = EraseDialog(self._session, self._window)
        dialog.confirmed.connect(self._signals.erase_confirmed)
        self._open(dialog)

    def _open(self, dialog: SecretSheet) -> None:
        dialog.open()
        dialog.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
