"""The first screen where the vault is damaged: what is damaged, and the ways on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from burnout_check.domain.backup import BackupFile, Contents, Salvaged
from burnout_check.domain.week import Week
from burnout_check.errors import DamagedData, UserError
from burnout_check.gui.backups.backup_words import (
    moment_words,
    number_words,
    span_words,
    weeks_words,
)
from burnout_check.gui.kit.buttons import PlainButton, PrimaryButton, QuietButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.labels import Body, CardTitle, Muted, Small
from burnout_check.gui.vault.restore_steps import RestoreStep, link

_UNTOUCHED = "Nothing has been changed, and nothing will be before you choose."


class DamagedDataStep(RestoreStep):
    """The key fits, the data does not read: a good backup, or what can still be read.

    Signals:
        backup_wanted(backup): see what is in the newest good one.
        other_wanted(): pick another backup.
        salvage_wanted(): read what can be read.

    Args:
        error: what was found.
        found: the newest good backup and what is in it; None if there is none.
        folder: where the damaged file lies.
        by_code: it was the recovery code that fitted.
    """

    backup_wanted = Signal(object)
    other_wanted = Signal()
    salvage_wanted = Signal()

    def __init__(
        self,
        error: DamagedData,
        found: tuple[BackupFile, Contents] | None,
        *,
        folder: Path,
        by_code: bool,
    ) -> None:
        self._found = found
        self._folder = folder
        # Missing and empty are said as they are; what SQLite says of pages is not for people.
        self._what = next(iter({"is missing", "is empty"}.intersection(error.found)), "is damaged")
        self.see = PrimaryButton("See what is in the backup")
        self.other = QuietButton("Choose another backup" if found else "Choose a backup")
        self.salvage = PlainButton("Read what can be read")
        secret = "recovery code" if by_code else "passphrase"
        title, lead = f"Your data file {self._what}", f"Your {secret} is right. {_UNTOUCHED}"
        super().__init__("", title, lead=lead, on="")
        self.on.hide()  # the ways on stand in their cards
        self.see.clicked.connect(self._on_see)
        self.salvage.clicked.connect(self.salvage_wanted)
        self.other.clicked.connect(self.other_wanted)

    def first_focus(self) -> QWidget:
        """The good backup, if there is one."""
        if self._found is not None:
            return self.see
        return self.salvage if self._what == "is damaged" else self.other

    def set_busy(self, words: str) -> None:
        """Say what is going on, on the page itself."""
        for button in (self.see, self.other, self.salvage):
            button.setEnabled(not words)
        self.see.setText(words or "See what is in the backup")

    def _fill(self, rows: QVBoxLayout) -> None:
        card = Card(gap=8)
        if self._found is None:
            card.add(CardTitle("No good backup was found in the usual place"))
            card.add(Body("If you have one on a stick or a home drive, choose it."))
            self.see.setParent(self)
            self.see.hide()
            card.add(link(self.other))
        else:
            _backup, contents = self._found
            card.add(CardTitle("The newest good backup"))
            card.add(Body(span_words(contents)))
            made = moment_words(contents.made)
            card.add(Muted(f"Made on {made}. What you saved after that is not in it."))
            ways = QHBoxLayout()
            ways.addWidget(self.see)
            ways.addWidget(self.other)
            ways.addStretch()
            card.add(ways)
        rows.addWidget(card)
        rest = Card(gap=8)
        if self._what == "is damaged":
            rest.add(CardTitle("Or read what can still be read"))
            also = " What is missing then is taken from the backup." if self._found else ""
            rest.add(Body(f"Every row that is still whole goes into a new data file.{also}"))
            rest.column.addWidget(self.salvage, 0, Qt.AlignmentFlag.AlignLeft)
            rows.addWidget(rest)
        else:
            self.salvage.setParent(self)
            self.salvage.hide()
        kept = f"The file is in the folder {self._folder}. It is kept, whatever you choose."
        looked = f"It was looked for in the folder {self._folder}."
        rows.addWidget(Small(looked if self._what == "is missing" else kept, selectable=True))

    def _on_see(self) -> None:
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


def salvaged_words(salvaged: Salvaged, taken: Sequence[Week], *, here: int) -> tuple[str, ...]:
    """What was read of a damaged vault, what a backup gave, and what is missing, in sentences.

    Args:
        salvaged: what was read.
        taken: weeks whose check-in came from a backup.
        here: how many check-ins there are now.
    """
    read = number_words(salvaged.read.get("check_ins", 0))
    partial = [week for week in salvaged.partial if week not in taken]
    missing = still_missing(salvaged, here=here)
    said = [
        f"{number_words(here).capitalize()} are here",
        f"{read.capitalize()} could be read in the damaged file.",
    ]
    if taken:
        number = number_words(len(taken))
        said.append(f"{number.capitalize()} came from the backup: {weeks_words(taken)}.")
    if missing:
        said.append(f"At least {number_words(missing)} could not be had back.")
    if partial:
        said.append(f"Some answers are missing in {weeks_words(partial)}.")
    if not missing and not partial:
        unsure = "" if salvaged.certain else ", but the file is too damaged to be sure"
        said.append(f"No check-in is known to be missing{unsure}.")
    return (*said, *salvaged.others_lost)


def still_missing(salvaged: Salvaged, *, here: int) -> int:
    """The least number of check-ins that neither the damaged file nor a backup gave."""
    known = salvaged.read.get("check_ins", 0) + salvaged.lost.get("check_ins", 0)
    return max(0, known - here)
