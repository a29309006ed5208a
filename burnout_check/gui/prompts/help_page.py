"""A help page of the app: local words only, no link leads out of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextTableFormat,
)
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from burnout_check.gui.kit.clipboard import kept_out
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Body
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.gui.look.scale import px
from burnout_check.session.session import Session

HOW_OFTEN_WRONG = "how-often-wrong"
HOW_OFTEN_TITLE = "How often this is wrong"
_MARGIN, _INSIDE = 28, 12
_LEADING = 118.0  # percent of a line
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
MISSING = "This page is not there. Installing Burnout Check again brings it back."


class HelpPage(Sheet):
    """Shows one page of the help in its own words and type size.

    Args:
        title: what the page is called.
        text: the page, in Markdown; a missing one is said to be missing.
        parent: what it opens over.
    """

    def __init__(self, title: str, text: str, parent: QWidget | None) -> None:
        super().__init__(title, parent, size=(820, 680))
        if not text:
            self.body.add(Body(MISSING))
            self.fill()
            return
        self.page = HelpText(text)
        self.page.setAccessibleName(title)
        around = QWidget()
        inside = QVBoxLayout(around)
        inside.setContentsMargins(px(_MARGIN - _INSIDE), 0, px(_MARGIN - _INSIDE), 0)
        inside.addWidget(self.page)
        column = self.layout()
        assert column is not None  # noqa: S101 - every sheet has one
        column.replaceWidget(self.body, around)
        self.body.hide()
        give_focus(self.page)


def show_how_often(session: Session, parent: QWidget) -> HelpPage:
    """Open the page on how often prompts are wrong, over a page or another dialog."""
    text = session.content.help_pages.get(HOW_OFTEN_WRONG, "")
    dialog = HelpPage(HOW_OFTEN_TITLE, text, parent)
    dialog.open()
    return dialog


class HelpText(QTextBrowser):
    """Markdown in the app's own type; loads nothing and opens nothing."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setObjectName("help")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setMarkdown(text)
        self.document().setDocumentMargin(px(_INSIDE))
        self._space()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt's name
        """What is copied is kept out of histories."""
        return kept_out(self.textCursor().selection().toPlainText())

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:  # noqa: N802 - Qt's name
        """No picture, no other page: only what it was given."""
        return None

    def _space(self) -> None:
        """Room between paragraphs and above headings, which Markdown knows nothing of."""
        block = self.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            form = block.blockFormat()
            if cursor.currentTable() is None:
                form.setBottomMargin(px(4 if block.textList() else 10))
                if form.headingLevel():
                    form.setTopMargin(px(14))
                    self._soften(cursor)
                form.setLineHeight(_LEADING, _PROPORTIONAL)
                cursor.setBlockFormat(form)
            else:
                cursor.currentTable().setFormat(_ruled(cursor.currentTable().format()))
            block = block.next()

    def _soften(self, cursor: QTextCursor) -> None:
        """A heading one step above the text, as in every other dialog."""
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        form = QTextCharFormat()
        form.setProperty(QTextFormat.Property.FontSizeAdjustment, 1)
        cursor.mergeCharFormat(form)


def _ruled(form: QTextTableFormat) -> QTextTableFormat:
    form.setCellPadding(px(6))
    form.setTopMargin(px(8))
    form.setBottomMargin(px(12))
    return form
