"""From when the person's own numbers are compared: their first check-ins, or a new start."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from burnout_check.domain.settings.setting import Setting, Value
from burnout_check.domain.week import Week, plain_date
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.labels import Body, Small, Strong
from burnout_check.gui.kit.setting_field import SettingField

KEY = "baseline_from"
_HELP = "A change is measured from there. Start again after a change of job or a long time away."


class BaselineField(SettingField):
    """Two buttons in place of a date: nobody should have to type one.

    Args:
        setting: the declaration, whose value is the Monday of a week, or empty.
        this_week: the week it is now.
    """

    def __init__(self, setting: Setting, this_week: Week) -> None:
        super().__init__(setting, help_words=_HELP)
        self._this_week = this_week
        self.shown = Body()
        self.again = PlainButton("Start again from this week")
        self.again.clicked.connect(lambda: self._choose(str(this_week)))
        self.first = PlainButton("Use my first check-ins")
        self.first.clicked.connect(lambda: self._choose(""))
        buttons = FlowGrid(columns=(2, 1), least=200, gap=8)
        buttons.add(self.again)
        buttons.add(self.first)
        row = QHBoxLayout()
        row.addWidget(buttons, 3)
        row.addStretch(1)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 - made by SettingField
        column.addWidget(Strong(setting.label))
        column.addWidget(self.shown)
        column.addLayout(row)
        column.addWidget(Small(self.help_words))
        self.show_value("")

    def show_value(self, value: Value) -> None:
        """Say in words from when it is, and offer the other choices."""
        self._value = value
        since = str(value or "")
        if since:
            day = plain_date(Week.parse(since).monday, year=True)
            self.shown.setText(f"Now: from the week of {day} on.")
        else:
            self.shown.setText("Now: your first three check-ins.")
        self.again.setEnabled(since != str(self._this_week))
        self.first.setEnabled(bool(since))

    def _choose(self, since: str) -> None:
        self._send(since)
        self.show_value(since)
