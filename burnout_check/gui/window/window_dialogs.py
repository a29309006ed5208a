"""What may come over anything that is shown: crisis lines, a look at every part, a report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from burnout_check.diagnostics.system_report import SystemReport
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.kit.labels import message_box
from burnout_check.gui.window.crash import CrashDialog, CrashHook
from burnout_check.gui.window.help_now import HelpNow
from burnout_check.gui.window.steps import let_go
from burnout_check.gui.window.working import Working
from burnout_check.session.locked_vault import LockedVault

Check = Callable[[Path], SystemReport]
"""Tries every part of the program, given the data folder."""


class WindowDialogs(QObject):
    """Opens dialogs that belong to no page.

    Args:
        window: they lie over.
        locked_vault: the vault while it is locked.
        clipboard: where numbers and reports are copied to.
        check: tries every part; None where nothing can.
    """

    def __init__(
        self,
        window: QWidget,
        locked_vault: LockedVault,
        clipboard: Clipboard,
        *,
        check: Check | None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._locked_vault = locked_vault
        self._clipboard = clipboard
        self._check = check

    def help_now(self, nation: str | None = None, *, neutral: bool = False) -> None:
        """Open the crisis lines, unless they are open already.

        Args:
            nation: the person's; None where it is not known: then the service's, if it says one.
            neutral: somebody else looks on.
        """
        if any(dialog.isVisible() for dialog in self._window.findChildren(HelpNow)):
            return
        content = self._locked_vault.content
        known = str(content.site.defaults.get("nation", "")) if nation is None else nation
        dialog = HelpNow(content.options, known, self._clipboard, self._window, neutral=neutral)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def working(self) -> None:
        """Open the dialog that tries every part."""
        check = self._check
        if check is not None:
            dialog = Working(
                lambda: check(self._locked_vault.folder), self._clipboard, self._window
            )
            dialog.open()

    def close_personal(self) -> None:
        """Close every dialog but the crisis lines, which hold nothing personal."""
        for dialog in self._window.findChildren(QDialog):
            if not isinstance(dialog, HelpNow):
                let_go(dialog)
                dialog.done(QDialog.DialogCode.Rejected)
                dialog.deleteLater()

    def report_crashes(self, hook: CrashHook) -> None:
        """Show what a defect left behind, or the sentence of an error that no page caught."""
        # Later, not in the middle of what failed: it may have been painting.
        hook.crashed.connect(self._on_crashed, Qt.ConnectionType.QueuedConnection)
        hook.sentence_raised.connect(self._on_sentence_raised, Qt.ConnectionType.QueuedConnection)

    def _on_crashed(self, report: str) -> None:
        if any(dialog.isVisible() for dialog in self._window.findChildren(CrashDialog)):
            return  # the first says most: what is painted fails again and again
        CrashDialog(report, self._clipboard, self._window).open()

    def _on_sentence_raised(self, sentence: str) -> None:
        message_box(QMessageBox.Icon.Information, sentence, self._window).open()
