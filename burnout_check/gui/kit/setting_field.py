"""One row of the settings page: words at the left, the control at the right, errors below it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from burnout_check.domain.numbers import parse_number
from burnout_check.domain.settings.setting import Kind, Setting, Value
from burnout_check.gui.kit.check_row import CheckRow
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.fields import Field, NumberField
from burnout_check.gui.kit.labels import Small, Strong
from burnout_check.gui.kit.responsive_row import ResponsiveRow
from burnout_check.gui.kit.select import Select
from burnout_check.gui.look.scale import FollowsTextSize, px

_CONTROL = 290
_LONG = 34
"""Choices with more letters than this stand below their label, where there is room for them."""


class SettingField(FollowsTextSize, QWidget):
    """A declared setting: shown, changed, and refused in words.

    A value goes out when it stands: at once for a choice or a switch, on Enter or on leaving for
    what is typed. What is typed and cannot be used stays in its field, with a sentence beside it.

    Signals:
        changed(key, value): the person chose or typed another value that can be used.

    Args:
        setting: the declaration.
        help_words: the small sentence; by default the declaration's own.
    """

    changed = Signal(str, object)

    def __init__(self, setting: Setting, *, help_words: str = "") -> None:
        super().__init__()
        self.setting = setting
        self.help_words = help_words or setting.help
        self._value: Value = setting.default
        self._control: QWidget | None = None
        self._below = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(4)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_value(self, value: Value) -> None:
        """Show what is saved, unless the person is in the middle of typing something else."""
        raise NotImplementedError

    def refuse(self, sentence: str) -> None:
        """Say beside the control why a value was not saved."""

    def _arrange(self, control: QWidget, *, below: bool = False) -> None:
        control.setAccessibleDescription(self.help_words)
        label = Strong(self.setting.label)
        words = Column(label, Small(self.help_words)) if self.help_words else Column(label)
        self._control = control
        self._below = below
        if below:
            self._column.addWidget(words)
            self._column.addWidget(control)
        else:
            self._column.addWidget(ResponsiveRow(words, control, least=260, gap=24))
        self.setFocusProxy(control)
        self._fit()

    @property
    def _column(self) -> QVBoxLayout:
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 - made above
        return column

    def _fit(self) -> None:
        if self._control is not None and not self._below:
            self._control.setFixedWidth(px(_CONTROL))

    def _send(self, value: Value) -> None:
        if value != self._value:
            self._value = value
            self.changed.emit(self.setting.key, value)


class ChoiceField(SettingField):
    """One of a list."""

    def __init__(self, setting: Setting, *, help_words: str = "") -> None:
        super().__init__(setting, help_words=help_words)
        self.select = Select(setting.label, setting.choices)
        self.select.picked.connect(self._send)
        # As wide as its place and no wider: a long choice must not push the page out of the window.
        self.select.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.select.setMinimumContentsLength(10)
        self.select.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        longest = max(len(words) for _value, words in setting.choices)
        self._arrange(self.select, below=longest > _LONG)

    def show_value(self, value: Value) -> None:
        """Show the choice."""
        self._value = value
        self.select.set_value(value)


class SwitchField(SettingField):
    """On or off."""

    def __init__(self, setting: Setting, *, help_words: str = "") -> None:
        super().__init__(setting, help_words=help_words)
        self.tick = CheckRow(setting.label, strong=True)
        self.tick.box.setAccessibleDescription(self.help_words)
        self._column.addWidget(self.tick)
        if self.help_words:
            self._column.addWidget(Small(self.help_words))
        self.setFocusProxy(self.tick)
        self.tick.toggled.connect(self._send)

    def show_value(self, value: Value) -> None:
        """Tick or clear it."""
        self._value = value
        self.tick.set_on(bool(value))


class TextField(SettingField):
    """A few words."""

    def __init__(self, setting: Setting, *, help_words: str = "") -> None:
        super().__init__(setting, help_words=help_words)
        self.field = self._make_field()
        self.field.label.hide()
        self.field.line.setPlaceholderText("Empty" if setting.may_be_empty else "")
        self.field.accepted.connect(self._on_finished)
        self.field.line.left.connect(self._on_left)
        self._arrange(self.field)
        self.field.line.setAccessibleDescription(self.help_words)

    def show_value(self, value: Value) -> None:
        """Show what is saved, but never in place of what is being typed or was refused."""
        self._value = value
        if not self.field.line.hasFocus() and not self.field.error.text():
            self._put(value)

    def refuse(self, sentence: str) -> None:
        """Say beside the field why it was not saved."""
        self.field.set_error(sentence)

    def _make_field(self) -> Field:
        return Field(self.setting.label)

    def _put(self, value: Value) -> None:
        self.field.set_text(str(value or ""))

    def _typed(self) -> Value:
        return self.field.text()

    def _on_finished(self) -> None:
        if self.field.problem() is None:
            self._send(self._typed())

    def _on_left(self) -> None:
        # A page that the lock took away loses the focus only when the vault is closed.
        if self.isVisible():
            self._on_finished()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed as soon as it goes out of sight: the vault is still open then."""
        self._on_finished()
        super().hideEvent(event)


class FigureField(TextField):
    """A number with its unit."""

    def _make_field(self) -> NumberField:
        return NumberField(self.setting.label, self.setting.unit, check=self._check)

    def _check(self, text: str) -> str | None:
        return self.setting.problem(parse_number(text))

    def _put(self, value: Value) -> None:
        self.field.set_text("" if value is None else f"{value:g}")

    def _typed(self) -> Value:
        assert isinstance(self.field, NumberField)  # noqa: S101 - made above
        return self.field.value()


_FIELDS: dict[Kind, type[SettingField]] = {
    Kind.CHOICE: ChoiceField,
    Kind.SWITCH: SwitchField,
    Kind.TEXT: TextField,
    Kind.NUMBER: FigureField,
}


def setting_field(setting: Setting, *, help_words: str = "") -> SettingField:
    """The field for a declared setting, by its kind."""
    return _FIELDS[setting.kind](setting, help_words=help_words)
