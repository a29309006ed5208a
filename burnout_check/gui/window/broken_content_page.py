"""The page where the program itself is damaged: it says so, and crisis help still works."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from burnout_check.gui.kit.buttons import QuietHelpButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.centred_column import CentredColumn
from burnout_check.gui.kit.labels import Body, Muted, PageTitle
from burnout_check.gui.look.scale import px

_TITLE = "A part of Burnout Check is damaged"
_SAFE = "What you saved is safe, and was not touched. This is about the app, not about your data."
_WHAT = "Install Burnout Check again, or ask your IT team to. Then open it as always."


class BrokenContentPage(QWidget):
    """Takes the place of Unlock when the files of the questions or rules cannot be read.

    Signals:
        opened(session): never; there is nothing to open a vault with.

    Args:
        sentence: which file it is, and what is wrong with it.
    """

    opened = Signal(object)

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.help_now = QuietHelpButton()
        card = Card(gap=12)
        card.add(Body(_WHAT))
        card.add(Muted("For whoever helps you with it:"))
        card.add(Body(sentence, selectable=True))
        row = QHBoxLayout()
        row.addWidget(self.help_now)
        row.addStretch()
        column = QVBoxLayout()
        column.setSpacing(px(12))
        for widget in (PageTitle(_TITLE), Muted(_SAFE), card):
            column.addWidget(widget)
        column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(CentredColumn(column, width=600))

    def first_focus(self) -> QWidget:
        """The one thing that can be done here."""
        return self.help_now
