"""What a person may change about one rule: its numbers, whether it is on, and the way back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burnout_check.domain.numbers import plain_number
from burnout_check.domain.rules.thresholds import Threshold, threshold_key
from burnout_check.domain.settings.setting import Value
from burnout_check.errors import BadInput
from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.check_row import CheckRow
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Muted
from burnout_check.gui.kit.setting_field import FigureField
from burnout_check.session.session import Session

ALWAYS_ON = (
    "This one leads to help in a crisis. So it is always on, and its number stays as it is. "
    "You can put it aside."
)


class RuleControls(QWidget):
    """The numbers of a rule as fields, a box to switch it off, and the way back to the app's own.

    Signals:
        changed(): something was saved.

    Args:
        rule_id: which rule.
        session: where the choices are kept.
    """

    changed = Signal()

    def __init__(self, rule_id: str, session: Session) -> None:
        super().__init__()
        self._rule = rule_id
        self._session = session
        self.fields: dict[str, FigureField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        threshold = self._threshold
        self.on = CheckRow("Use this rule")
        self.back = PlainButton("Back to the app’s own", symbol="undo")
        if not threshold.may_be_off:
            column.addWidget(Muted(ALWAYS_ON))
            self.on.hide()
            self.back.hide()
            return
        for number in threshold.adjustable_numbers:
            setting = session.ledger.settings.setting(threshold_key(rule_id, number.id))
            words = (
                f"The app’s own number is {plain_number(number.default)}. "
                f"From {plain_number(number.low)} to {plain_number(number.high)}."
            )
            field = FigureField(
                replace(setting, label=number.label, may_be_empty=False), help_words=words
            )
            field.changed.connect(lambda _key, value, name=number.id: self._on_number(name, value))
            self.fields[number.id] = field
            column.addWidget(field)
        column.addWidget(self.on)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self._show(threshold)
        self.on.toggled.connect(self._on_toggled)
        self.back.clicked.connect(self._on_back_clicked)

    @property
    def _threshold(self) -> Threshold:
        return self._session.thresholds.get(self._rule)

    def _show(self, threshold: Threshold) -> None:
        for number in threshold.adjustable_numbers:
            self.fields[number.id].show_value(threshold.value(number))
        self.on.set_on(threshold.on)
        self.back.setEnabled(threshold.is_yours)

    def _on_number(self, name: str, value: Value) -> None:
        threshold = self._threshold
        number = next(number for number in threshold.adjustable_numbers if number.id == name)
        try:
            self._session.thresholds.update(
                threshold, number, float(value) if isinstance(value, float | int) else None
            )
        except BadInput as error:
            self.fields[name].refuse(str(error))
            return
        self.back.setEnabled(self._threshold.is_yours)
        self.changed.emit()

    def _on_toggled(self, on: bool) -> None:
        if on == self._threshold.on:
            return
        self._session.thresholds.switch(self._threshold, on=on)
        self.back.setEnabled(self._threshold.is_yours)
        self.changed.emit()

    def _on_back_clicked(self) -> None:
        self._session.thresholds.reset(self._threshold)
        for field in self.fields.values():
            field.field.set_error(None)
        self._show(self._threshold)
        give_focus(next(iter(self.fields.values()), None) or self.on)
        announce(self, "Back to the app’s own.")
        self.changed.emit()
