"""Questions below each other, of which each hands the keyboard to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from burnout_check.gui.kit.answer_group import AnswerGroup
from burnout_check.gui.kit.fields import Field


class AnswerList(QWidget):
    """A column of questions in the order they are answered.

    Signals:
        chosen(item_id, value), skipped(item_id): as each of its groups says.
        finished(): the last one was answered and the person goes on.
    """

    chosen = Signal(object, int)
    skipped = Signal(object)
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._members: list[AnswerGroup | Field] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @property
    def groups(self) -> list[AnswerGroup]:
        """The questions that have answers to choose from, in order."""
        return [member for member in self._members if isinstance(member, AnswerGroup)]

    def add(self, member: AnswerGroup | Field) -> None:
        """Put a question at the end."""
        self._column.addWidget(member)
        self.join(member)

    def join(self, member: AnswerGroup | Field) -> None:
        """Make a question that stands elsewhere the next in order."""
        self._members.append(member)
        if isinstance(member, AnswerGroup):
            member.chosen.connect(self.chosen)
            member.skipped.connect(self.skipped)
            member.moved_on.connect(lambda: self._go_on(member))
        else:
            member.accepted.connect(lambda: self._go_on(member))

    def take_focus(self) -> None:
        """Give the keyboard to the first question without an answer, or to the first of all."""
        open_ones = [
            member
            for member in self._members
            if isinstance(member, AnswerGroup) and member.value is None and not member.is_skipped
        ]
        for member in (open_ones or self._members)[:1]:
            member.take_focus()

    def _go_on(self, member: AnswerGroup | Field) -> None:
        place = self._members.index(member) + 1
        after = next((each for each in self._members[place:] if not _is_put_away(each)), None)
        if after is not None:
            after.take_focus()
        else:
            self.finished.emit()


def _is_put_away(widget: QWidget) -> bool:
    """Whether somebody hid it; one that is only about to be shown is not put away."""
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
