"""The last screens of a restore: what is there now, where the rest went, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from burnout_check.domain.backup import Contents, Difference
from burnout_check.gui.backups.backup_words import number_words
from burnout_check.gui.kit.buttons import QuietButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.labels import Body, CardTitle, Small
from burnout_check.gui.vault.restore_steps import RestoreStep, link


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
        kept.add(Small(str(self._kept), selectable=True, breaks=False))
        kept.add(link(self.undo))
        rows.addWidget(kept)
