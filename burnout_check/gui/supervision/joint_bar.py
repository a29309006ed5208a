"""The bar over what two people look at: what is there, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from burnout_check.domain.numbers import number_of
from burnout_check.domain.supervision.shared_view import SharedView
from burnout_check.gui.kit.buttons import PlainButton, ask_for_help
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.labels import Body, SectionTitle
from burnout_check.gui.kit.responsive_row import ResponsiveRow


class BarButton(PlainButton):
    """A button with an outline, on the colour of the bar."""


class JointBar(QFrame):
    """Says that what was chosen is all there is.

    Signals:
        hide_asked(): everything shall go at once.
        end_asked(): the session is over.
    """

    hide_asked = Signal()
    end_asked = Signal()

    def __init__(self, shown: SharedView) -> None:
        super().__init__()
        title = SectionTitle("Supervision view")
        self.help = BarButton("Help (F2)")
        self.hide_button = BarButton("Hide now (Esc)")
        self.end = PlainButton("End session")
        self.end.setShortcut(QKeySequence("Ctrl+E"))
        self.end.setToolTip("Ctrl+E")
        self.help.clicked.connect(lambda: ask_for_help(self.help))
        self.hide_button.clicked.connect(self.hide_asked)
        self.end.clicked.connect(self.end_asked)
        words = Column(title, Body(_sentence(shown)), gap=2)
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 14, 32, 14)
        ends: tuple[QWidget, ...] = (self.help, self.hide_button, self.end)
        row.addWidget(ResponsiveRow(words, *ends, least=300), 1, Qt.AlignmentFlag.AlignVCenter)


def _sentence(shown: SharedView) -> str:
    things = (shown.measures, shown.prompts, shown.events, shown.actions, shown.notes)
    count = sum(map(len, things)) + bool(shown.away)
    if not count:
        return "Showing the lines to talk about. Nothing else is on this screen."
    what = number_of(count, "thing")
    lines = " and the lines to talk about" if shown.agenda else ""
    return f"Showing the {what} you chose{lines}. Nothing else is on this screen."
