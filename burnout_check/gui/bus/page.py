"""What every page is: a title, a place for the focus, and contents made only while it is shown."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from burnout_check.gui.bus.page_context import PageContext
from burnout_check.session.changed import EVERYTHING, Changed


class Page(QWidget):
    """One page of the window, made anew for each session.

    A page draws itself in ``refresh``, which runs when it comes into view after something it shows
    has changed or on another day, never while it is hidden.

    Attributes:
        shows: what it is drawn from. Parts that follow a change by themselves are not among it.

    Args:
        context: what it is made with.
    """

    shows: ClassVar[Changed] = EVERYTHING
    title_changed = Signal(str)

    def __init__(self, context: PageContext) -> None:
        super().__init__()
        self.context = context
        self.session = context.session
        self.navigator = context.navigator
        self._stale = True
        self._drawn_on = self.session.ledger.today
        context.news.changed.connect(self.hear)

    @property
    def title(self) -> str:
        """The words at the top of the page."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Draw the page from the session as it is now."""
        raise NotImplementedError

    def first_focus(self) -> QWidget | None:
        """The widget a person most likely wants to use first."""
        return None

    @property
    def is_drawn(self) -> bool:
        """Whether all there is to see can be seen; false while something is drawn elsewhere."""
        return True

    @property
    def is_stale(self) -> bool:
        """Whether it is drawn anew when it next comes into view."""
        return self._stale or self._drawn_on != self.session.ledger.today

    def hear(self, what: Changed) -> None:
        """Take in that something changed."""
        if what & self.shows:
            self.mark_stale()

    def mark_stale(self) -> None:
        """Draw again: at once if the page is in view, else when it comes into view."""
        self._stale = True
        if self.isVisible():
            self._refresh_if_stale()

    def _refresh_if_stale(self) -> None:
        if self.is_stale:
            self._stale = False
            self._drawn_on = self.session.ledger.today
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while the page was hidden."""
        self._refresh_if_stale()
        super().showEvent(event)
