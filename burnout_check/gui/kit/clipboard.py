"""What this app put on the clipboard: out of all histories, and gone again when it locks.

Whatever is copied is marked before anybody else can see it, as far as Qt lets us: in the fields and
texts below, and in the buttons that copy. What comes there in another way, say from a menu of the
toolkit's own or by being selected on X11, is marked as soon as it is noticed.
"""

from __future__ import annotations

import hashlib
import secrets

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QClipboard, QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

# Asks clipboard histories (Windows, and some Linux desktops) to leave what is copied alone.
# Windows looks only at whether its mark is there, so ours says besides which process it is from.
_WINDOWS = 'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"'
_LINUX = "x-kde-passwordManagerHint"
_THIS_PROCESS = secrets.token_bytes(16)

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


def kept_out(text: str) -> QMimeData:
    """``text`` for pasting, but not for the history of a clipboard."""
    data = QMimeData()
    data.setText(text)
    data.setData(_WINDOWS, _THIS_PROCESS)
    data.setData(_LINUX, b"secret")
    return data


def put(text: str) -> None:
    """Put ``text`` on the clipboard; locking takes it away."""
    QGuiApplication.clipboard().setMimeData(kept_out(text))


class Clipboard(QObject):
    """Copies text, watches over what else is copied, and takes all of it away.

    Signals:
        copied(text): a button copied it.
    """

    copied = Signal(str)

    def __init__(self, system: QClipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._system = system
        self._ours: dict[QClipboard.Mode, bytes] = {}
        system.dataChanged.connect(self._on_data_changed)
        system.selectionChanged.connect(self._on_selection_changed)

    def copy(self, text: str) -> None:
        """Put ``text`` on the clipboard, for pasting but not for the clipboard's history."""
        self._system.setMimeData(kept_out(text))
        self.copied.emit(text)

    def clear_if_ours(self) -> None:
        """Empty the clipboard and the selection where they hold what was copied here."""
        for mode in _MODES:
            if self._holds_ours(mode):
                self._system.clear(mode)
        self._ours.clear()

    def _holds_ours(self, mode: QClipboard.Mode) -> bool:
        if self._is_marked(mode):
            return True
        # A clipboard of the desktop may have taken the words over, and left the marks behind.
        text = self._system.text(mode)
        return bool(text) and self._ours.get(mode) == _digest(text)

    def _is_marked(self, mode: QClipboard.Mode) -> bool:
        data = self._system.mimeData(mode)
        return data is not None and bytes(data.data(_WINDOWS).data()) == _THIS_PROCESS

    def _on_data_changed(self) -> None:
        self._watch(QClipboard.Mode.Clipboard)

    def _on_selection_changed(self) -> None:
        self._watch(QClipboard.Mode.Selection)

    def _watch(self, mode: QClipboard.Mode) -> None:
        """Remember, but not in words, what is ours; mark it if something of Qt's own copied it."""
        marked = self._is_marked(mode)
        if not marked and not _is_own(self._system, mode):
            return
        text = self._system.text(mode)
        if not text:
            return
        self._ours[mode] = _digest(text)
        if not marked:
            self._system.setMimeData(kept_out(text), mode)


class LineEdit(QLineEdit):
    """One line, whose copies are kept out of histories."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and cut in our own way; all else is the line's."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the usual menu, with our own Copy and Cut in it."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            own = {"edit-copy": self.copy, "edit-cut": self.cut}.get(action.objectName())
            if own is not None:
                action.triggered.disconnect()
                action.triggered.connect(own)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def copy(self) -> None:
        """Copy what is selected, unless it is hidden."""
        if self.hasSelectedText() and self.echoMode() == QLineEdit.EchoMode.Normal:
            put(self.selectedText())

    def cut(self) -> None:
        """Take what is selected away, to the clipboard, unless it is hidden."""
        shown = self.echoMode() == QLineEdit.EchoMode.Normal
        if shown and self.hasSelectedText() and not self.isReadOnly():
            self.copy()
            self.del_()


class TextEdit(QPlainTextEdit):
    """Several lines, whose copies are kept out of histories."""

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """Mark what is copied, cut, selected or dragged away."""
        return kept_out(self.textCursor().selection().toPlainText())


def _is_own(system: QClipboard, mode: QClipboard.Mode) -> bool:
    """Whether this process filled it, as far as the platform knows."""
    return system.ownsSelection() if mode == QClipboard.Mode.Selection else system.ownsClipboard()


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
