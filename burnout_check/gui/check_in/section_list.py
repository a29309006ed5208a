"""The numbered steps of a form: done, here, to come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QWidget

from burnout_check.gui.kit.buttons import Button
from burnout_check.gui.kit.restyle import restyle
from burnout_check.gui.look.icons import paint_icon
from burnout_check.gui.look.scale import FollowsTextSize, px

State = Literal["done", "current", "todo"]
_SAID = {"done": "Done", "current": "You are here", "todo": "To come"}
_WIDE = 220


class StepMark(QLabel):
    """The circle with the step's number, or with a tick once it is done."""

    def __init__(self, number: int) -> None:
        super().__init__(str(number))
        self._number = number
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def show_state(self, state: State) -> None:
        """Take the colours of a state."""
        self.setText("" if state == "done" else str(self._number))
        restyle(self, state=state)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the number, or the tick."""
        super().paintEvent(event)
        if self.property("state") == "done":
            side = px(14)
            where = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            colour = self.palette().windowText().color()
            paint_icon(QPainter(self), "tick", colour=colour, where=where)


class StepButton(Button):
    """One step, which can be gone to."""

    def __init__(self, number: int, label: str) -> None:
        super().__init__(label)
        self._label = label
        self._mark = StepMark(number)
        self._mark.setParent(self)
        self.setAccessibleName(f"{number}. {label}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_state(self, state: State, *, words: bool) -> None:
        """Show how it stands, with its label or with the mark alone."""
        self.setText(self._label if words else "")
        self.setToolTip("" if words else self._label)
        self.setAccessibleDescription(_SAID[state])
        self._mark.show_state(state)
        restyle(self, state=state, words=words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the mark in its place."""
        super().resizeEvent(event)
        side = px(26)
        self._mark.setGeometry(px(11), (self.height() - side) // 2, side, side)


class SectionList(FollowsTextSize, QWidget):
    """The steps below each other, or in one line (``set_strip``) where there is no room beside.

    Signals:
        chosen(section): the person wants to go there.

    Args:
        sections: each with what ``chosen`` says and its label.
    """

    chosen = Signal(object)

    def __init__(self, sections: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self.setAccessibleName("Sections")
        self._strip = False
        self._states: dict[object, State] = {}
        self._buttons: dict[object, StepButton] = {}
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        for number, (section, label) in enumerate(sections, start=1):
            button = StepButton(number, label)
            button.clicked.connect(lambda _=False, which=section: self.chosen.emit(which))
            self._buttons[section] = button
            self._line.addWidget(button)
        self._line.addStretch()
        self.set_states({})

    def set_states(self, states: Mapping[object, State]) -> None:
        """Show how each section stands; one that is not named is to come."""
        self._states = {section: states.get(section, "todo") for section in self._buttons}
        for section, button in self._buttons.items():
            state = self._states[section]
            button.show_state(state, words=not self._strip or state == "current")
        self._fit()

    def set_strip(self, strip: bool) -> None:
        """Stand in one line, of which only the current step has its label."""
        if strip != self._strip:
            self._strip = strip
            self.set_states(self._states)

    def _fit(self) -> None:
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._line.setDirection(across if self._strip else down)
        self._line.setSpacing(px(6))
        self._line.setContentsMargins(0, 0 if self._strip else px(6), 0, 0)
        for section, button in self._buttons.items():
            wide = not self._strip or self._states[section] == "current"
            grows = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Fixed
            button.setSizePolicy(grows, QSizePolicy.Policy.Fixed)
            button.setMaximumWidth(px(_WIDE))
        self.setMinimumWidth(0 if self._strip else px(_WIDE))
        self.setMaximumWidth(16_777_215 if self._strip else px(_WIDE))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
