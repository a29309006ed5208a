"""The screens of a restore, one class each; ``restore`` leads through them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from burnout_check.domain.backup import BackupFile, Contents, Difference
from burnout_check.gui.first_steps import Step
from burnout_check.gui.widgets.backup_list import BackupList
from burnout_check.gui.widgets.backup_words import (
    besides_words,
    difference_words,
    moment_words,
    number_words,
    span_words,
)
from burnout_check.gui.widgets.banner import Banner
from burnout_check.gui.widgets.buttons import PlainButton, QuietButton
from burnout_check.gui.widgets.card import Card, Divider
from burnout_check.gui.widgets.fields import Field, PassphraseField
from burnout_check.gui.widgets.labels import Body, CardTitle, Muted, Small, Strong

SUFFIX = "bcbackup"
FORGET_AFTER = 30_000
"""How long typed words may stand before they are cleared, in milliseconds."""

_WITH_ITS_OWN = "A backup opens with the passphrase or recovery code you had when it was made."


class RestoreStep(Step):
    """A screen of the restore: it can say what went wrong above its buttons, and be busy."""

    width_wanted = 600

    def __init__(self, where: str, title: str, *, lead: str, on: str) -> None:
        self.trouble = Banner(kind="attention", dismissable=False)
        self._on_words = on
        super().__init__(where, title, lead=lead, on=on)
        self._rows.insertWidget(self._rows.count() - 1, self.trouble)
        self.trouble.hide()

    def set_busy(self, words: str) -> None:
        """Say what is going on, while the way on is closed; "" when it is over."""
        self.on.setEnabled(not words)
        self.on.setText(words or self._on_words)

    def refuse(self, sentence: str) -> None:
        """Say what went wrong."""
        self.trouble.say(sentence, "attention")

    def forget(self) -> None:
        """Clear what was typed."""


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
        dialog = QFileDialog(self, "Choose a backup", str(self._place))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
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
        self._standing = QTimer(self, singleShot=True, interval=FORGET_AFTER)
        self._standing.timeout.connect(self.forget)
        for field in (self.passphrase, self.code):
            field.edited.connect(self._standing.start)
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
        self._standing.stop()
        self.passphrase.forget()
        self.code.set_text("")

    def refuse(self, sentence: str) -> None:
        """Say beside the field what is wrong with what was typed."""
        self.field.set_error(sentence)
        self.field.take_focus()

    def _fill(self, rows: QVBoxLayout) -> None:
        card = Card(gap=12)
        card.add(Strong(moment_words(self._backup.made)))
        for widget in (self.passphrase, self.code):
            card.add(widget)
        card.column.addWidget(self.other_way, 0, Qt.AlignmentFlag.AlignLeft)
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

    def __init__(self, contents: Contents, difference: Difference | None, *, folder: Path) -> None:
        self._contents = contents
        self._difference = difference
        self._folder = folder
        super().__init__(
            "Step 3 of 3",
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
        lost = self._difference.only_now or self._difference.changed
        compared = Card("watch-soft" if lost else "sunk", gap=8)
        compared.add(CardTitle("Compared with what is here now"))
        for sentence in difference_words(self._difference):
            compared.add(Body(sentence))
        compared.add(
            Body(
                "What is here now is not deleted. It is put aside first, in the folder "
                f"{self._folder}, and you can undo the restore."
            )
        )
        rows.addWidget(compared)


class MendStep(RestoreStep):
    """The backup's keys open the data that is here: only the key file has to be put back."""

    def __init__(self, contents: Contents, difference: Difference) -> None:
        self._number = contents.check_ins + len(difference.only_now)
        self._number -= len(difference.only_in_backup)
        self._fewer = len(difference.only_in_backup)
        super().__init__(
            "Step 3 of 3",
            "Your data can be opened",
            lead="The keys in this backup fit. Nothing has been changed yet.",
            on="Put the key file back",
        )

    def _fill(self, rows: QVBoxLayout) -> None:
        card = Card(gap=8)
        card.add(CardTitle(f"{number_words(self._number).capitalize()} are here and can be read"))
        card.add(
            Body(
                "Only the key file is taken from the backup. What you saved stays as it is, up to "
                "the last thing."
            )
        )
        if self._fewer:
            card.add(Body(f"The backup has {number_words(self._fewer)} besides."))
        rows.addWidget(card)


class DoneStep(RestoreStep):
    """What is there now, where the rest went, and the way back.

    Signals:
        undo_asked(): the person wants it as it was before.

    Args:
        title: what has been done.
        lines: what is there now.
        kept: where what was there before is; None if there was nothing.
        can_undo: there is something to go back to.
        whole: nothing is known to be lost.
    """

    undo_asked = Signal()

    def __init__(
        self,
        title: str,
        lines: Sequence[str],
        *,
        kept: Path | None,
        can_undo: bool,
        whole: bool = True,
    ) -> None:
        self._lines = lines
        self._whole = whole
        self._kept = kept
        self.undo = QuietButton("Undo the restore")
        super().__init__("", title, lead="It is saved on this computer again.", on="Open")
        self.undo.clicked.connect(self.undo_asked)
        self.undo.setVisible(can_undo)
        self.back.hide()

    def _fill(self, rows: QVBoxLayout) -> None:
        card = Card("steady-soft" if self._whole else "watch-soft", gap=8)
        card.add(CardTitle(self._lines[0]))
        for line in self._lines[1:]:
            card.add(Body(line))
        rows.addWidget(card)
        if self._kept is None:
            self.undo.setParent(self)
            return
        kept = Card(gap=8)
        kept.add(CardTitle("What was here before"))
        kept.add(Body("It has not been deleted. It is in this folder, as it was:"))
        kept.add(Small(str(self._kept), selectable=True))
        kept.column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(kept)
