"""A list of backups to pick one from: real radio buttons, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from burnout_check.domain.backup import BackupFile
from burnout_check.gui.backups.backup_words import file_words, moment_words
from burnout_check.gui.kit.buttons import QuietButton
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Small, Strong
from burnout_check.gui.look.scale import px

FIRST = 5
"""So many backups are shown at once; the others when they are asked for."""


class BackupList(QWidget):
    """One row for each backup; the newest that can be read is chosen.

    Signals:
        picked(backup): another one was chosen.
    """

    picked = Signal(object)

    def __init__(self, backups: Sequence[BackupFile]) -> None:
        super().__init__()
        self.setAccessibleName("Backups")
        self._group = QButtonGroup(self)
        self.rows = [_Row(backup) for backup in backups]
        self.more = QuietButton(f"Show all {len(backups)}")
        self.more.setVisible(False)
        self.more.clicked.connect(self._on_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        for at, row in enumerate(self.rows):
            column.addWidget(row)
            self._group.addButton(row.button, at)
            row.setHidden(at >= FIRST)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.setHidden(len(self.rows) <= FIRST)
        best = next((row for row in self.rows if row.backup.readable), None)
        if best is not None:
            best.button.setChecked(True)
            self.setFocusProxy(best.button)
        self._group.idClicked.connect(lambda at: self.picked.emit(self.rows[at].backup))

    @property
    def chosen(self) -> BackupFile | None:
        """The backup that is picked, if one is."""
        at = self._group.checkedId()
        return None if at < 0 else self.rows[at].backup

    def _on_more(self) -> None:
        self.more.hide()
        for row in self.rows:
            row.show()
        give_focus(self.rows[FIRST].button)


class _Row(QWidget):
    """A radio button whose words wrap, however large they are."""

    def __init__(self, backup: BackupFile) -> None:
        super().__init__()
        self.backup = backup
        title = moment_words(backup.made)
        self.button = QRadioButton()
        self.button.setAccessibleName(title)
        self.button.setAccessibleDescription(file_words(backup))
        words = Column(Strong(title), Small(file_words(backup)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        self.setFocusProxy(self.button)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words answer to the mouse like the button."""
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and self.isEnabled():
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
            self.button.click()
