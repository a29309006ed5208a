"""I need help now: who to call, in numbers that can be read from a metre away."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from burnout_check.domain.support.crisis import (
    DANGER,
    DANGER_TO_ANYONE,
    EMERGENCY,
    PHONE_BILL,
    lines,
)
from burnout_check.domain.support.option import Option
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.kit.copy_button import CopyButton
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Body, CardTitle, Muted, PageTitle, SectionTitle, Text
from burnout_check.gui.kit.page_scroll import PageScroll
from burnout_check.gui.look.scale import FollowsTextSize, px

_NO_RECORD = "This app keeps no record that you were here."
_NUMBER = 44
"""Height of a number in pixels at 100 %: its digits stand about 8 mm high on a laptop."""
_BAND = 8


class HelpNow(QDialog):
    """Covers the window with the crisis lines. It needs no session and holds nothing personal.

    With no options (the content may be damaged) it shows the minimum that is built in.

    Args:
        options: the options of the content.
        nation: the person's nation; with none, the lines of all four are there.
        clipboard: where the numbers go.
        neutral: two people look at the screen, so that it says nothing about either of them.
        parent: the window it covers.
    """

    def __init__(
        self,
        options: Iterable[Option],
        nation: str,
        clipboard: Clipboard,
        parent: QWidget | None = None,
        *,
        neutral: bool = False,
    ) -> None:
        super().__init__(parent)
        self._danger = DANGER_TO_ANYONE if neutral else DANGER
        self.setWindowTitle("Who to call" if neutral else "I need help now")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.copies: list[CopyButton] = []
        self._clipboard = clipboard
        shown = lines(options, nation)
        page = PageScroll(margins=(px(32), px(8), px(32), px(24)), gap=px(16))
        page.add(self._care_card(next(line for line in shown if line.number == EMERGENCY)))
        grid = FlowGrid(columns=(3, 2, 1), least=310)
        for line in shown:
            if line.number != EMERGENCY:
                grid.add(self._line_card(line, with_nation=not nation))
        page.add(grid)
        page.add(Muted(f"{PHONE_BILL} {'' if neutral else _NO_RECORD}".rstrip()))
        page.column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        column.addWidget(page)
        self.resize(px(960), px(680))
        if parent is not None:
            self.setGeometry(parent.window().geometry())

    def _header(self) -> QHBoxLayout:
        close = PlainButton("Close", symbol="close", hint="Or press Esc")
        close.clicked.connect(self.reject)
        header = QHBoxLayout()
        header.setContentsMargins(px(32), px(20), px(32), px(8))
        header.addWidget(PageTitle(self.windowTitle()), 1)
        header.addWidget(close)
        return header

    def _care_card(self, line: Option) -> Card:
        card = CareCard()
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(SectionTitle(f"Call {line.number} or go to A&E now if:"))
        for reason in self._danger:
            bullet = QHBoxLayout()
            bullet.setSpacing(px(8))
            bullet.addWidget(Body("•", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
            bullet.addWidget(Body(reason), 1)
            words.addLayout(bullet)
        grid = FlowGrid(columns=(2, 1), least=300, shares=(2, 1))
        holder = QWidget()
        words.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(words)
        grid.add(holder)
        grid.add(self._number(line))
        card.add(grid)
        return card

    def _line_card(self, line: Option, *, with_nation: bool) -> Card:
        card = Card(padding=16, gap=4)
        nations = f" · {', '.join(line.nations)}" if with_nation and line.nations else ""
        card.add(CardTitle(f"{line.name}{nations}"))
        card.add(self._number(line))
        when = " · ".join(fact for fact in (line.cost, line.hours) if fact)
        if when:
            card.add(Body(when))
        card.add(Muted(" ".join((line.text, *line.how_to))))
        card.column.addStretch()
        return card

    def _number(self, line: Option) -> QWidget:
        number = HelpNumber(line.number)
        copy = CopyButton(line.number, self._clipboard, name=f"Copy {line.number}, {line.name}")
        self.copies.append(copy)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(number)
        row.addStretch()
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignVCenter)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Muted(line.call or "Call"))
        column.addLayout(row)
        column.addStretch()
        return holder

    def showEvent(self, event: QShowEvent) -> None:
        """Put the focus on the first number."""
        super().showEvent(event)
        give_focus(self.copies[0])


class CareCard(Card):
    """A card with a band in the colour of help down its left side."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, then the band inside its rounded corners."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), px(12), px(12))
        painter.setClipPath(path)
        painter.fillRect(0, 0, px(_BAND), self.height(), self.palette().brightText())


class HelpNumber(FollowsTextSize, Text):
    """A number to call, as large as it can be read across a desk."""

    def __init__(self, number: str) -> None:
        super().__init__(number, selectable=True, wrap=False)
        self._fit()

    def _fit(self) -> None:
        font = self.font()
        if font.pixelSize() != px(_NUMBER):
            font.setPixelSize(px(_NUMBER))
            font.setBold(True)
            self.setFont(font)
