"""The first screen where the vault is damaged: what is damaged, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burnout_check.domain.backup import BackupFile, Contents, Salvaged
from burnout_check.errors import UserError
from burnout_check.gui.restore_steps import RestoreStep
from burnout_check.gui.widgets.backup_words import (
    moment_words,
    number_words,
    span_words,
    weeks_words,
)
from burnout_check.gui.widgets.buttons import PlainButton, QuietButton
from burnout_check.gui.widgets.card import Card
from burnout_check.gui.widgets.labels import Body, CardTitle, Muted, Small

_UNTOUCHED = "Nothing has been changed, and nothing will be before you choose."


class DamagedDataStep(RestoreStep):
    """The key fits, the data does not read: a good backup, or what can still be read.

    Signals:
        backup_wanted(backup): see what is in the newest good one.
        other_wanted(): pick another backup.
        salvage_wanted(): read what can be read.

    Args:
        error: what is damaged, in a sentence.
        found: the newest good backup and what is in it; None if there is none.
        by_code: it was the recovery code that fitted.
    """

    backup_wanted = Signal(object)
    other_wanted = Signal()
    salvage_wanted = Signal()

    def __init__(
        self, error: UserError, found: tuple[BackupFile, Contents] | None, *, by_code: bool
    ) -> None:
        self._error = error
        self._found = found
        self.salvage = PlainButton("Read what can be read")
        self.other = QuietButton("Choose another backup" if found else "Choose a backup")
        secret = "recovery code" if by_code else "passphrase"
        super().__init__(
            "",
            "Your data file is damaged",
            lead=f"Your {secret} is right. {_UNTOUCHED}",
            on="See what is in the backup",
        )
        self.on.setVisible(found is not None)
        self.salvage.clicked.connect(self.salvage_wanted)
        self.other.clicked.connect(self.other_wanted)

    def first_focus(self) -> QWidget:
        """The good backup, if there is one."""
        return self.salvage if self._found is None else self.on

    def _fill(self, rows: QVBoxLayout) -> None:
        card = Card(gap=8)
        if self._found is None:
            card.add(CardTitle("No good backup was found in the usual place"))
            card.add(Body("If you have one on a stick or a home drive, choose it."))
        else:
            _backup, contents = self._found
            card.add(CardTitle("The newest good backup"))
            card.add(Body(span_words(contents)))
            made = moment_words(contents.made)
            card.add(Muted(f"Made on {made}. What you saved after that is not in it."))
        card.column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(card)
        rest = Card(gap=8)
        rest.add(CardTitle("Or read what can still be read"))
        rest.add(
            Body(
                "Every row that is still whole is put into a new data file. You are told what was "
                "read and what was not. The damaged file is kept."
            )
        )
        rest.column.addWidget(self.salvage, 0, Qt.AlignmentFlag.AlignLeft)
        rows.addWidget(rest)
        rows.addWidget(Small(str(self._error), selectable=True))

    def _on_go_on(self) -> None:
        if self._found is not None:
            self.backup_wanted.emit(self._found[0])


class DamagedKeysStep(RestoreStep):
    """The key file and its copy are lost: a backup has them too.

    Signals:
        other_wanted(): pick a backup.
    """

    other_wanted = Signal()

    def __init__(self, error: UserError) -> None:
        self._error = error
        super().__init__(
            "",
            "Your key file is damaged",
            lead=f"This does not mean that your passphrase is wrong. {_UNTOUCHED}",
            on="Use a backup",
        )

    def _fill(self, rows: QVBoxLayout) -> None:
        card = Card(gap=8)
        card.add(CardTitle("Every backup has a copy of the key file in it"))
        card.add(
            Body(
                "Choose one, and type the passphrase or recovery code that you had when it was "
                "made. If your data is sound, it stays as it is, up to the last thing you saved."
            )
        )
        rows.addWidget(card)
        rows.addWidget(Small(str(self._error), selectable=True))

    def _on_go_on(self) -> None:
        self.other_wanted.emit()


def salvaged_words(salvaged: Salvaged) -> tuple[str, ...]:
    """What was read of a damaged vault, and what was not, in sentences."""
    read, lost = (kind.get("check_ins", 0) for kind in (salvaged.read, salvaged.lost))
    if lost:
        first = f"{number_words(read).capitalize()} could be read, and at least {lost} could not."
    else:
        first = f"{number_words(read).capitalize()} could be read. None is known to be lost."
    said = [first]
    if salvaged.partial:
        said.append(f"Some answers are missing in {weeks_words(salvaged.partial)}.")
    for table, one in (("drafts", "half-filled check-in"), ("actions", "action")):
        if salvaged.lost.get(table):
            said.append(f"At least {number_words(salvaged.lost[table], one)} could not be read.")
    if salvaged.lost.get("settings"):
        said.append("Some settings could not be read, and are as they were at first.")
    return tuple(said)
