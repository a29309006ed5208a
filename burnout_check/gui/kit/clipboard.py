"""What this app put on the clipboard, so that locking can take it away again."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QClipboard

# Asks clipboard histories (Windows, and some Linux desktops) to leave what is copied alone.
_KEEP_OUT = (
    (
        'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"',
        b"\x00\x00\x00\x00",
    ),
    ("x-kde-passwordManagerHint", b"secret"),
)


class Clipboard(QObject):
    """Copies text and remembers that it did, until somebody else fills the clipboard."""

    copied = Signal(str)

    def __init__(self, system: QClipboard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._system = system
        self._ours = ""

    def copy(self, text: str) -> None:
        """Put ``text`` on the clipboard, for pasting but not for the clipboard's history."""
        data = QMimeData()
        data.setText(text)
        for name, value in _KEEP_OUT:
            data.setData(name, value)
        self._system.setMimeData(data)
        self._ours = text
        self.copied.emit(text)

    def clear_if_ours(self) -> None:
        """Empty the clipboard if it still holds what was copied here, else leave it alone."""
        if self._ours and self._system.text() == self._ours:
            self._system.clear()
        self._ours = ""
