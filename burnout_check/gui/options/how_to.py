"""How to do what a support option says: a few sentences, words to copy, and where it comes from."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from burnout_check.domain.support.option import Option
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.kit.copy_button import CopyButton, NumberButton
from burnout_check.gui.kit.labels import Body, CardTitle, Muted, Small
from burnout_check.gui.kit.responsive_row import ResponsiveRow
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.gui.look.scale import px
from burnout_check.gui.options.option_row import availability_words, breakable


class HowTo(Sheet):
    """All there is on one option.

    Args:
        option: what it is about.
        clipboard: where its number and its words go.
        today: the day it is, to say how fresh the entry is.
        parent: the page it opens over.
    """

    def __init__(
        self, option: Option, clipboard: Clipboard, *, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(option.name, parent)
        self._clipboard = clipboard
        self.body.add(Body(option.text))
        if option.number:
            self.body.add(self._number(option))
        self._facts(option)
        for step in option.how_to:
            bullet = QHBoxLayout()
            bullet.setSpacing(px(8))
            bullet.addWidget(Body("•", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
            bullet.addWidget(Body(step, selectable=True), 1)
            self.body.add(bullet)
        if option.message:
            self.body.add(self._message(option.message))
        self._source(option, today)
        self.fill()

    def _number(self, option: Option) -> QHBoxLayout:
        number = NumberButton(option.number, self._clipboard, name=option.name)
        copied = Small("Copied", wrap=False)
        copied.hide()
        number.copied.connect(copied.setVisible)
        row = QHBoxLayout()
        row.addWidget(Muted(option.call or "Call", wrap=False))
        row.addWidget(number)
        row.addWidget(copied)
        row.addStretch()
        return row

    def _facts(self, option: Option) -> None:
        facts = (", ".join(option.nations), option.cost, option.hours, option.origin.label)
        line = " · ".join(fact for fact in facts if fact)
        if line:
            self.body.add(Muted(line))
        if option.local:
            self.body.add(Muted("This is found where you work, so the app holds no number for it."))

    def _message(self, message: str) -> Card:
        card = Card("sunk", padding=16, gap=8)
        card.add(CardTitle("Words you can use"))
        card.add(Body(message, selectable=True))
        row = QHBoxLayout()
        row.addWidget(CopyButton(message, self._clipboard, label="Copy these words"))
        row.addStretch()
        card.add(row)
        return card

    def _source(self, option: Option, today: date) -> None:
        if option.web:
            web = CopyButton(option.web, self._clipboard, label="Copy the address")
            self.body.add(ResponsiveRow(Small(breakable(f"On the web: {option.web}")), web))
        if option.source is not None:
            standing = availability_words(option.source, today)
            self.body.add(Small(f"{standing[0].upper()}{standing[1:]}."))
            if option.source.url and option.source.url != option.web:
                self.body.add(Small(breakable(f"The page: {option.source.url}")))
