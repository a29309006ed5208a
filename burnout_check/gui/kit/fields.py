"""Fields with their name above, a hint beside, and what is wrong below in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from burnout_check.domain.numbers import parse_number
from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.clipboard import LineEdit
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import ErrorText, FieldLabel, Muted, Small
from burnout_check.gui.kit.restyle import restyle
from burnout_check.gui.look.scale import px

Check = Callable[[str], str | None]
"""Takes what was typed, without spaces around it; says what is wrong in a sentence, or None."""


class Field(QWidget):
    """A one-line field: its label, the line itself, a hint, and the error sentence.

    Signals:
        edited(text): the person typed.
        accepted(): the person pressed Enter and nothing is wrong.

    Args:
        label: the visible name, which is also the accessible one.
        check: says what is wrong with what was typed; never asked about an empty field.
        hint: a small sentence below the field, also read out as its description.
    """

    edited = Signal(str)
    accepted = Signal()

    def __init__(self, label: str, *, check: Check | None = None, hint: str = "") -> None:
        super().__init__()
        self._check = check
        self._hint_words = hint
        self.line = _Line()
        self.line.setAccessibleName(label.replace("&", ""))
        self.line.left.connect(self.show_error_now)
        self.line.textEdited.connect(self._on_edited)
        self.line.returnPressed.connect(self._on_return_pressed)
        self.label = FieldLabel(label, buddy=self.line)
        self.hint = Small(hint)
        if not hint:  # and never show what has no parent yet: it would be a window
            self.hint.hide()
        self.error = ErrorText()
        self.error.hide()
        self.beside = QHBoxLayout()
        self.beside.setSpacing(8)
        self.beside.addWidget(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.label)
        column.addLayout(self.beside)
        column.addWidget(self.error)
        column.addWidget(self.hint)
        column.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusProxy(self.line)
        self._describe()

    def text(self) -> str:
        """What is typed, without spaces around it."""
        return self.line.text().strip()

    def set_text(self, text: str) -> None:
        """Put text into the field without telling anyone."""
        self.line.setText(text)
        self.set_error(None)

    def take_focus(self) -> None:
        """Give the keyboard to the line, all of it marked, ready to be typed over."""
        give_focus(self.line)
        self.line.selectAll()

    def set_hint(self, hint: str) -> None:
        """Put another sentence below the field; an empty one takes no room."""
        self._hint_words = hint
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self._describe()

    def problem(self) -> str | None:
        """The sentence about what is wrong now, or None; nothing is shown."""
        return self._check(self.text()) if self._check is not None and self.text() else None

    def show_error_now(self) -> None:
        """Show what is wrong, if anything: done by itself on leaving the field."""
        self.set_error(self.problem())

    def set_error(self, sentence: str | None) -> None:
        """Show a sentence beside the field and announce it, or take it away."""
        if (sentence or "") == self.error.text():
            return
        self.error.setText(sentence or "")
        self.error.setVisible(bool(sentence))
        restyle(self.line, state="error" if sentence else "")
        self._describe()
        if sentence:
            announce(self.line, sentence, urgent=True)

    def _describe(self) -> None:
        words = (self.error.text(), self._hint_words)
        self.line.setAccessibleDescription(" ".join(word for word in words if word))

    def _on_edited(self, _text: str) -> None:
        if self.error.text() and self.problem() is None:
            self.set_error(None)
        self.edited.emit(self.text())

    def _on_return_pressed(self) -> None:
        self.show_error_now()
        if self.problem() is None:
            self.accepted.emit()


class NumberField(Field):
    """A number with its unit. It may be left empty, and it takes a point or a comma.

    Signals:
        changed(value): the person typed a number that stands, or emptied the field (None).

    Args:
        label: the visible name.
        unit: stands after the field: ``"people"``, ``"hours"``.
        check: says what is wrong with what was typed, beyond its being a number.
        ask_back: a question about a number that may be a slip; Enter again keeps it.
        hint: a small sentence below: ``"last week: 52"``.
    """

    changed = Signal(object)

    def __init__(
        self,
        label: str,
        unit: str = "",
        *,
        check: Check | None = None,
        ask_back: Callable[[float], str] | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(label, check=_number_check(check), hint=hint)
        self.unit = Muted(unit, wrap=False)
        if not unit:
            self.unit.hide()
        else:
            self.line.setAccessibleName(f"{self.line.accessibleName()}, {unit}")
        self.beside.addWidget(self.unit)
        self.beside.addStretch()
        self.line.digits = 6
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.line.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._prefilled = False
        self._ask_back = ask_back
        self._asked: float | None = None
        self.edited.connect(self._on_typed)

    @property
    def is_prefilled(self) -> bool:
        """What stands there is from an earlier week, and the person has not touched it."""
        return self._prefilled

    def value(self) -> float | None:
        """The number typed; None if the field is empty or wrong."""
        return None if self.problem() is not None else parse_number(self.text())

    def set_value(self, value: float | None, *, prefilled: bool = False) -> None:
        """Put a number into the field; ``prefilled`` marks it as one to be looked at again."""
        self.set_text("" if value is None else f"{value:g}")
        self._prefilled = prefilled and value is not None
        restyle(self.line, state="prefilled" if self._prefilled else "")

    def _on_typed(self, _text: str) -> None:
        if self._prefilled:
            self._prefilled = False
            restyle(self.line, state="")
        if self.problem() is None:
            self.changed.emit(self.value())

    def _on_return_pressed(self) -> None:
        value = self.value()
        is_new = value is not None and value != self._asked and not self._prefilled
        question = self._ask_back(value) if is_new and self._ask_back and value is not None else ""
        if question:
            self._asked = value
            self.set_hint(question)
            announce(self.line, question, urgent=True)
        else:
            super()._on_return_pressed()


class PassphraseField(Field):
    """A passphrase, hidden until the person presses Show.

    Args:
        label: the visible name.
        check: says what is wrong with the passphrase.
        hint: a small sentence below.
    """

    def __init__(
        self, label: str = "Passphrase", *, check: Check | None = None, hint: str = ""
    ) -> None:
        super().__init__(label, check=check, hint=hint)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._name = self.line.accessibleName()
        self.show_button = PlainButton("Show")
        self.show_button.setAccessibleName(f"Show {self._name.lower()}")
        self.show_button.clicked.connect(self._on_show_clicked)
        self.beside.addWidget(self.show_button)

    def text(self) -> str:
        """The passphrase as typed, spaces and all."""
        return self.line.text()

    def forget(self) -> None:
        """Empty the field, with its undo history, and hide what is typed next."""
        self.line.setText("")
        self._hide(hidden=True)

    def _hide(self, *, hidden: bool) -> None:
        mode = QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal
        self.line.setEchoMode(mode)
        self.show_button.setText("Show" if hidden else "Hide")
        self.show_button.setAccessibleName(f"{'Show' if hidden else 'Hide'} {self._name.lower()}")

    def _on_show_clicked(self) -> None:
        self._hide(hidden=self.line.echoMode() == QLineEdit.EchoMode.Normal)


class _Line(LineEdit):
    """The line itself: says when it is left, and can be as wide as so many digits."""

    left = Signal()
    digits = 0

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that it was left, but not for a menu of its own."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def sizeHint(self) -> QSize:
        """Wide enough for its digits, if it is for digits."""
        hint = super().sizeHint()
        if self.digits:
            room = self.fontMetrics().horizontalAdvance("0" * self.digits)
            hint.setWidth(room + px(28))
        return hint


def _number_check(check: Check | None) -> Check:
    def checked(text: str) -> str | None:
        if parse_number(text) is None:
            return "Type a number, like 12."
        return None if check is None else check(text)

    return checked
