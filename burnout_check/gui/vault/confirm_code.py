"""Confirms that a recovery code was kept: two of its groups, asked at random, are typed from it."""

from __future__ import annotations

from random import SystemRandom

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burnout_check.domain.code_groups import groups, mistake
from burnout_check.gui.kit.fields import Field
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.look.scale import px
from burnout_check.gui.vault.secret_timeout import SecretTimeout, forget

ASKED = 2


class ConfirmCode(QWidget):
    """Two fields, one for each group asked.

    Signals:
        confirmed(): both are right.
        accepted(): Enter in the last field.

    Args:
        code: in the form it is shown.
    """

    confirmed = Signal()
    accepted = Signal()

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code
        count = len(groups(code))
        self.numbers = tuple(sorted(SystemRandom().sample(range(1, count + 1), ASKED)))
        self.fields = tuple(Field(f"Group {number} of {count}") for number in self.numbers)
        self.standing = SecretTimeout(self, self.fields)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for field in self.fields:
            column.addWidget(field)
        self.fields[0].accepted.connect(self.fields[1].setFocus)
        self.fields[-1].accepted.connect(self.accepted)
        self.setFocusProxy(self.fields[0])

    def submit(self) -> None:
        """Say what is wrong beside each field, or that both are right."""
        wrong = []
        for number, field in zip(self.numbers, self.fields, strict=True):
            problem = mistake(field.text(), self._code, number)
            field.set_error(problem)
            if problem is not None:
                wrong.append(field)
        if wrong:
            give_focus(wrong[0].line)
            wrong[0].line.selectAll()
        else:
            self.standing.stop()
            self.confirmed.emit()

    def forget(self) -> None:
        """Clear what was typed."""
        self.standing.stop()
        forget(self.fields)
