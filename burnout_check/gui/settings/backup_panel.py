"""Backups as Settings shows them: the last one, where they are kept, all of them, and restoring."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from burnout_check.domain.backup import BackupFile
from burnout_check.errors import UserError
from burnout_check.gui.backups.backing_up import BackingUp
from burnout_check.gui.backups.backup_words import file_words, moment_words
from burnout_check.gui.kit.banner import Banner, Kind
from burnout_check.gui.kit.buttons import PlainButton, PrimaryButton, QuietButton
from burnout_check.gui.kit.card import Card, Divider
from burnout_check.gui.kit.column import Column, clear_layout
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Body, CardTitle, Muted, Small, Strong
from burnout_check.gui.kit.responsive_row import ResponsiveRow
from burnout_check.gui.look.scale import GUTTER
from burnout_check.gui.options.option_row import breakable
from burnout_check.gui.saving.file_dialog import FileDialog
from burnout_check.session.session import Session

LOOKING = "Looking for backups"
FIRST = 5
"""So many backups are named at once; the others when they are asked for."""


class BackupPanel(QWidget):
    """A column of cards.

    Signals:
        restore_asked(): to be done while the vault is locked.
        undo_asked(): the last restore is to be undone; the same.

    Args:
        session: of the open vault.
        backing_up: makes the backups.
    """

    restore_asked = Signal()
    undo_asked = Signal()

    def __init__(self, session: Session, backing_up: BackingUp) -> None:
        super().__init__()
        self._session = session
        self._backing_up = backing_up
        self._all = False
        self._asked = False
        self.now = PrimaryButton("Back up now")
        self.cancel = PlainButton("Cancel")
        self.move_place = PlainButton("Choose another place")
        self.restore = PlainButton("Restore a backup")
        self.undo = PlainButton("Undo the restore")
        self.said = Banner(dismissable=False)
        self.last = Small()
        self._progress = QProgressBar()
        self._place = Body(selectable=True)
        self._kept = QVBoxLayout()
        self._undo_words = Small()
        self._build()
        self.now.clicked.connect(self._on_now)
        self.cancel.clicked.connect(backing_up.cancel)
        self.move_place.clicked.connect(self._on_move_place)
        self.restore.clicked.connect(self.restore_asked)
        self.undo.clicked.connect(self.undo_asked)
        backing_up.look.looked.connect(self._show_known)
        backing_up.progressed.connect(self._on_progressed)
        backing_up.ended.connect(self._on_ended)
        backing_up.failed.connect(self._on_failed)

    def refresh(self) -> None:
        """Show what was last known, and look again."""
        self._backing_up.look.look()
        self._place.setText(breakable(str(self._session.vault_care.backup_place)))
        self._show_undo()
        self._show_known()
        self._show_busy(busy=self._backing_up.busy)

    def _show_undo(self) -> None:
        last = self._session.vault_care.undoable
        for part in (self._undo_row, self._undo_line):
            part.setVisible(last is not None)
        if last is not None:
            self._undo_words.setText(
                f"What was here until {moment_words(last.made)} has been kept, and can be put back."
            )

    def _show_known(self) -> None:
        known = self._backing_up.look.known
        if known is None:
            self.last.setText(LOOKING)
            return
        files = known.files
        self.last.setText(moment_words(files[0].made) if files else "There is none yet.")
        if known.trouble and not self._backing_up.busy:
            self.said.say(known.trouble, "watch")
        self._list(files)

    def _build(self) -> None:
        self.said.hide()
        self._progress.setAccessibleName("Backup")
        self._progress.setTextVisible(False)
        self._progress.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GUTTER)
        for card in (
            self._last_card(),
            self._place_card(),
            self._restore_card(),
            self._list_card(),
        ):
            column.addWidget(card)

    def _last_card(self) -> Card:
        card = Card(gap=12)
        words = Column(Strong("Last backup"), self.last)
        card.add(ResponsiveRow(words, self.cancel, self.now, least=260))
        card.add(self._progress)
        card.add(self.said)
        card.add(
            Muted(
                "After a check-in, at most once a day, all you have saved is copied into one file. "
                "It is encrypted, and opens with the passphrase or recovery code of that day."
            )
        )
        return card

    def _place_card(self) -> Card:
        card = Card(gap=8)
        card.add(CardTitle("Where backups are kept"))
        card.add(self._place)
        card.add(Muted("On a home drive or a stick they are safe even if this computer is lost."))
        card.column.addWidget(self.move_place, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _restore_card(self) -> Card:
        card = Card(gap=12)
        words = Column(
            Strong("Restore a backup"),
            Small("Locks the app first. You see what is in a backup before anything is changed."),
        )
        card.add(ResponsiveRow(words, self.restore, least=260))
        self._undo_row = ResponsiveRow(
            Column(Strong("Undo the last restore"), self._undo_words), self.undo, least=260
        )
        self._undo_line = Divider()
        card.add(self._undo_line)
        card.add(self._undo_row)
        return card

    def _list_card(self) -> Card:
        card = Card(gap=8)
        card.add(CardTitle("Backups that are kept"))
        card.add(Muted("The last of each of 7 days, 8 weeks and 24 months."))
        self._kept.setSpacing(8)
        card.add(self._kept)
        return card

    def _list(self, backups: Sequence[BackupFile]) -> None:
        clear_layout(self._kept)
        shown = backups if self._all else backups[:FIRST]
        for backup in shown:
            words = file_words(backup)
            self._kept.addWidget(Column(Strong(moment_words(backup.made)), Small(words)))
        if not backups:
            self._kept.addWidget(Body("There is none yet. The first comes with a check-in."))
        if len(shown) < len(backups):
            more = QuietButton(f"Show all {len(backups)}")
            more.clicked.connect(self._on_show_all)
            self._kept.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_busy(self, *, busy: bool) -> None:
        self.now.setEnabled(not busy)
        self.now.setText("Backing up" if busy else "Back up now")
        self.cancel.setVisible(busy)
        self._progress.setVisible(busy)
        self.move_place.setEnabled(not busy)
        if not busy:
            self._progress.setRange(0, 0)

    def _on_now(self) -> None:
        self.said.hide()
        self._asked = True
        self._backing_up.start()
        self._show_busy(busy=True)
        give_focus(self.cancel)

    def _on_progressed(self, done: int, whole: int) -> None:
        self._progress.setRange(0, max(1, whole))
        self._progress.setValue(done)
        self._show_busy(busy=True)

    def _on_ended(self, backup: BackupFile | None) -> None:
        if backup is None:
            self._tell("Cancelled. No file was left behind.", "info")
        else:
            self._tell("Backed up. The file was opened again and compared.", "steady")

    def _on_failed(self, sentence: str) -> None:
        self._tell(sentence, "attention")

    def _tell(self, sentence: str, kind: Kind) -> None:
        had_focus = self.cancel.hasFocus()
        self._show_busy(busy=False)
        if self._asked:
            self.said.say(sentence, kind)
        self._asked = False
        if had_focus:
            give_focus(self.now)

    def _on_show_all(self) -> None:
        self._all = True
        self._show_known()

    def _on_move_place(self) -> None:
        dialog = FileDialog(
            self, "Where backups are kept", str(self._session.vault_care.backup_place)
        )
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_place_chosen)
        dialog.open()

    def _on_place_chosen(self, name: str) -> None:
        try:
            self._session.vault_care.set_backup_place(Path(name))
        except UserError as error:
            self.said.say(str(error), "attention")
            return
        self.said.say(
            "New backups go to this place. Those that were made stay where they are.", "steady"
        )
