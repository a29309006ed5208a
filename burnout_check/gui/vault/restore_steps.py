"""The screens of a restore, one class each; ``restore`` leads through them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from burnout_check.domain.backup import BackupFile, Contents, Difference
from burnout_check.gui.backups.backup_words import (
    besides_words,
    difference_words,
    moment_words,
    span_words,
)
from burnout_check.gui.kit.banner import Banner
from burnout_check.gui.kit.buttons import PlainButton, QuietButton
from burnout_check.gui.kit.card import Card, Divider
from burnout_check.gui.kit.centred_column import CentredColumn
from burnout_check.gui.kit.fields import Field, PassphraseField
from burnout_check.gui.kit.labels import Body, CardTitle, Muted, Small, Strong
from burnout_check.gui.look.scale import FollowsTextSize, px
from burnout_check.gui.saving.file_dialog import FileDialog
from burnout_check.gui.vault.backup_list import BackupList
from burnout_check.gui.vault.first_steps import Step
from burnout_check.gui.vault.secret_timeout import SecretTimeout, forget

SUFFIX = "bcbackup"

_WITH_ITS_OWN = "A backup opens with the passphrase or recovery code you had when it was made."


class RestoreStep(FollowsTextSize, Step):
    """A screen of the restore: it can say what went wrong above its buttons, and be busy."""

    width_wanted = 680

    def __init__(self, where: str, title: str, *, lead: str, on: str) -> None:
        self.trouble = Banner(kind="attention", dismissable=False)
        self.title = title
        self._on_words = on
        super().__init__(where, title, lead=lead, on=on)
        self._rows.insertWidget(self._rows.count() - 1, self.trouble)
        self.trouble.hide()
        if not where:
            line = self.findChild(Small)  # the first, which says where one is
            if line is not None:
                line.hide()

    def set_busy(self, words: str) -> None:
        """Say what is going on, while the way on is closed; "" when it is over."""
        self.on.setEnabled(not words)
        self.on.setText(words or self._on_words)

    def refuse(self, sentence: str) -> None:
        """Say what went wrong."""
        self.trouble.say(sentence, "attention")

    def forget(self) -> None:
        """Clear what was typed."""

    def _fit(self) -> None:
        self._rows.setSpacing(px(12))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to read at the top, even where the focus is further down."""
        super().showEvent(event)
        middle = self.findChild(CentredColumn)
        if middle is not None:
            QTimer.singleShot(0, middle, lambda: middle.verticalScrollBar().setValue(0))


def link(button: QuietButton) -> QHBoxLayout:
    """A quiet button whose words stand in line with the text above it."""
    button.set_flush()
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch()
    return row


class ChooseStep(RestoreStep):
    """Which backup: one of those in their place, or a file from elsewhere.

    Signals:
        chosen(backup): go on with it.
        file_chosen(path): a file was picked that is not in the list.
    """

    chosen = Signal(object)
    file_chosen = Signal(object)

    def __init__(self, backups: Sequence[BackupFile], place: Path) -> None:
        self.list = BackupList(backups)
        self._place = place
        self.file = PlainButton("Choose a file")
        self.file.clicked.connect(self._on_choose_file)
        lead = "Nothing is changed until you have seen what is in it."
        super().__init__("Step 1 of 3", "Restore a backup", lead=lead, on="Go on")
        self.on.setVisible(bool(backups))

    def first_focus(self) -> QWidget:
        """The newest backup, or the button for a file."""
        return self.list if self.list.rows else self.file

    def _fill(self, rows: QVBoxLayout) -> None:
        card = Card(gap=12)
        if self.list.rows:
            card.add(CardTitle("Newest first"))
            card.add(self.list)
        else:
            self.list.setParent(self)
            self.list.hide()
            card.add(CardTitle("There are no backups in the usual place"))
        card.add(
            Small(f"These are in {self._place}" if self.list.rows else f"Looked in {self._place}")
        )
        card.add(Divider())
        card.add(Body("Is it on a stick, a home drive or another computer?"))
        card.column.addWidget(self.file, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(card)

    def _on_go_on(self) -> None:
        backup = self.list.chosen
        if backup is not None:
            self.chosen.emit(backup)

    def _on_choose_file(self) -> None:
        dialog = FileDialog(self, "Choose a backup", str(self._place))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"Backups (*.{SUFFIX})", "All files (*)"])
        dialog.fileSelected.connect(lambda name: self.file_chosen.emit(Path(name)))
        dialog.open()


class SecretStep(RestoreStep):
    """The passphrase or the recovery code of one backup.

    Signals:
        given(text, by_code): what was typed, and which of the two it is.
    """

    given = Signal(str, bool)

    def __init__(self, backup: BackupFile, *, by_code: bool = False) -> None:
        self.passphrase = PassphraseField("Passphrase")
        self.code = Field("Recovery code", hint="Capitals, spaces and dashes do not matter.")
        self.other_way = QuietButton("")
        self._backup = backup
        super().__init__(
            "Step 2 of 3", "Open the backup", lead=_WITH_ITS_OWN, on="See what is in it"
        )
        self.standing = SecretTimeout(self, (self.passphrase, self.code))
        for field in (self.passphrase, self.code):
            field.accepted.connect(self._on_go_on)
        self.other_way.clicked.connect(self._on_other_way)
        self._show_way(by_code=by_code)

    @property
    def field(self) -> Field:
        """The field in view."""
        return self.passphrase if self.code.isHidden() else self.code

    def first_focus(self) -> QWidget:
        """Where the typing starts."""
        return self.field

    def forget(self) -> None:
        """Clear what was typed."""
        self.standing.stop()
        forget((self.passphrase, self.code))

    def refuse(self, sentence: str) -> None:
        """Say beside the field what is wrong with what was typed."""
        self.field.set_error(sentence)
        self.field.take_focus()

    def _fill(self, rows: QVBoxLayout) -> None:
        card = Card(gap=12)
        card.add(Strong(moment_words(self._backup.made)))
        for widget in (self.passphrase, self.code):
            card.add(widget)
        card.add(link(self.other_way))
        rows.addWidget(card)

    def _show_way(self, *, by_code: bool) -> None:
        self.code.setHidden(not by_code)
        self.passphrase.setHidden(by_code)
        self.other_way.setText("Use passphrase" if by_code else "Use recovery code")

    def _on_other_way(self) -> None:
        self.forget()
        self._show_way(by_code=self.code.isHidden())
        self.field.take_focus()

    def _on_go_on(self) -> None:
        typed = self.field.text()
        if not typed:
            self.refuse(f"Type the {self.field.label.text().lower()} of this backup.")
            return
        self.given.emit(typed, self.field is self.code)


class LookStep(RestoreStep):
    """What is in the backup, and how it differs from now."""

    def __init__(
        self, contents: Contents, difference: Difference | None, *, damaged: bool = False
    ) -> None:
        self._contents = contents
        self._difference = difference
        self._damaged = damaged
        super().__init__(
            "" if damaged else "Step 3 of 3",
            "What is in this backup",
            lead="Look at it first. Nothing has been changed yet.",
            on="Restore this backup",
        )

    def _fill(self, rows: QVBoxLayout) -> None:
        contents = self._contents
        card = Card(gap=8)
        card.add(CardTitle(span_words(contents)))
        if besides_words(contents):
            card.add(Body(besides_words(contents)))
        made = f"Made on {moment_words(contents.made)} by version {contents.version}."
        card.add(Muted(made))
        rows.addWidget(card)
        if self._difference is None:
            return
        lost = self._difference.only_now or (self._difference.changed and not self._damaged)
        compared = Card("watch-soft" if lost else "sunk", gap=8)
        now = "what can still be read here" if self._damaged else "what is here now"
        compared.add(CardTitle(f"Compared with {now}"))
        for sentence in difference_words(self._difference, damaged=self._damaged):
            compared.add(Body(sentence))
        compared.add(
            Body("What is here now is put aside first, not deleted. You can undo the restore.")
        )
        rows.addWidget(compared)
