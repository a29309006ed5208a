"""A help page of the app: local words only, no link leads out of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QTextBrowser, QWidget

from burnout_check.gui.dialogs.sheet import Sheet
from burnout_check.gui.signals import Signals
from burnout_check.gui.widgets.labels import Body
from burnout_check.session import Session

HOW_OFTEN_WRONG = "how-often-wrong"
HOW_OFTEN_TITLE = "How often this is wrong"
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
        self.page = _Page()
        self.page.setAccessibleName(title)
        self.page.setMarkdown(text)
        margins = self.body.column.contentsMargins()
        self.page.setViewportMargins(margins.left(), 0, margins.right(), 0)
        column = self.layout()
        assert column is not None  # noqa: S101 - every sheet has one
        column.replaceWidget(self.body, self.page)
        self.body.hide()
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)


def show_how_often(session: Session, signals: Signals, parent: QWidget) -> HelpPage:
    """Open the page on how often prompts are wrong, over a page or another dialog."""
    text = session.content.help_pages.get(HOW_OFTEN_WRONG, "")
    dialog = HelpPage(HOW_OFTEN_TITLE, text, parent)
    dialog.help_asked.connect(signals.help_asked)
    dialog.open()
    return dialog


class _Page(QTextBrowser):
    """Loads nothing and opens nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setObjectName("help")

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:  # noqa: N802 - Qt's name
        """No picture, no other page: only what it was given."""
        return None
