"""One question with its answers: the keys, the state and the signals that every kind shares."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QPushButton, QSizePolicy

from burnout_check.gui.kit.focus import give_focus, typed_letter
from burnout_check.gui.kit.labels import Text
from burnout_check.gui.kit.restyle import restyle
from burnout_check.gui.kit.segment import Segment

_BACK = {Qt.Key.Key_Left, Qt.Key.Key_Up}
_FORTH = {Qt.Key.Key_Right, Qt.Key.Key_Down}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_TABS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class QuestionText(Text):
    """The words of a question; bold while it is the current one."""

    leading = 116

    def tallest(self, width: int) -> int:
        """The height at a width that is enough in bold too, so that the focus moves nothing."""
        self.ensurePolished()
        bold = QFont(self.font())
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        wrap = int(Qt.TextFlag.TextWordWrap)
        needed = metrics.boundingRect(QRect(0, 0, width, 10_000), wrap, self.text()).height()
        lines = round(needed / metrics.lineSpacing())
        line = self.heightForWidth(metrics.horizontalAdvance(self.text()) + 100)
        return max(self.heightForWidth(width), lines * (line - 1) + 1)


class SkipButton(QPushButton):
    """Skips a question; the keyboard has S too.

    Signals:
        focus_moved(got_it): it has the keyboard now, or no longer.
    """

    focus_moved = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter as with the space bar."""
        if Qt.Key(event.key()) in _ENTER and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the group that it is the current one."""
        super().focusInEvent(event)
        self.focus_moved.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the group that it may no longer be."""
        super().focusOutEvent(event)
        self.focus_moved.emit(False)


class AnswerGroup(QGroupBox):
    """A radio group that answers to arrow keys, number keys, S for skip and Enter for on.

    Signals:
        chosen(item_id, value): an answer was given or changed by the person.
        skipped(item_id): the person skipped the question.
        moved_on(): a number key, S or Enter was pressed: the next question may have the focus.

    Args:
        item_id: whatever the page knows the question by.
        question: its words, which are also the group's accessible name.
        choices: the answers in order, each with its value and its words.
    """

    chosen = Signal(object, int)
    skipped = Signal(object)
    moved_on = Signal()
    shape = "middle"

    def __init__(
        self, item_id: Hashable, question: str, choices: Sequence[tuple[int, str]]
    ) -> None:
        super().__init__()
        self.item_id = item_id
        self.setAccessibleName(question)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._keys = answer_keys([value for value, _ in choices])
        self._skipped = False
        self._heights: dict[int, int] = {}
        self._question = QuestionText(question)
        self._question.setParent(self)
        self._segments: dict[int, Segment] = {}
        self._buttons = QButtonGroup(self)
        keys = {value: key for key, value in self._keys.items()}
        for value, label in choices:
            segment = Segment(label, key=keys.get(value, ""), shape=self.shape)
            segment.setParent(self)
            segment.pressed_key.connect(self._on_key_pressed)
            segment.focus_moved.connect(self._on_focus_moved)
            self._buttons.addButton(segment, value)
            self._segments[value] = segment
        self._buttons.idClicked.connect(self._on_clicked)
        self._skip = SkipButton("Skip")
        self._skip.setParent(self)
        self._skip.setCheckable(True)
        self._skip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._skip.focus_moved.connect(self._on_focus_moved)
        self._skip.setAccessibleName(f"Skip: {question}")
        self._skip.setToolTip("Skip this question (S)")
        self._skip.clicked.connect(self.skip)
        self._show_state()

    @property
    def question(self) -> str:
        """The words of the question."""
        return self._question.text()

    @property
    def value(self) -> int | None:
        """The answer given, or None."""
        button = self._buttons.checkedButton()
        return None if button is None else self._buttons.id(button)

    @property
    def is_skipped(self) -> bool:
        """The person chose not to answer."""
        return self._skipped

    def set_answer(self, value: int | None, *, skipped: bool = False) -> None:
        """Show an answer, none, or that it was skipped, without telling anyone."""
        self._buttons.setExclusive(False)
        for each, segment in self._segments.items():
            segment.setChecked(each == value)
        self._buttons.setExclusive(True)
        self._skipped = skipped and value is None
        self._show_state()

    def answer(self, value: int) -> None:
        """Give the answer as the person would; the focus, if it is here, goes to it."""
        self.set_answer(value)
        if any(segment.hasFocus() for segment in self._segments.values()):
            self.take_focus()
        self.chosen.emit(self.item_id, value)

    def skip(self) -> None:
        """Skip the question as the person would."""
        self.set_answer(None, skipped=True)
        self.skipped.emit(self.item_id)

    def take_focus(self) -> None:
        """Give the keyboard to the chosen answer, or to the first."""
        give_focus(self._stop())

    def _stop(self) -> Segment:
        """The one answer that Tab stops at."""
        value = self.value
        return next(iter(self._segments.values())) if value is None else self._segments[value]

    def _show_state(self) -> None:
        stop = self._stop()
        for segment in self._segments.values():
            strong = segment is stop
            segment.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus
            )
        self._skip.setChecked(self._skipped)
        self._skip.setText("Skipped" if self._skipped else "Skip")
        self.setAccessibleDescription("Skipped" if self._skipped else "")
        self._show_current()

    def _show_current(self) -> None:
        focus = self.focusWidget() if self.window().focusWidget() is not None else None
        parts = (*self._segments.values(), self._skip)
        current = focus is not None and focus.hasFocus() and focus in parts
        # Tab stops there only once the question is reached.
        stop = Qt.FocusPolicy.TabFocus if current else Qt.FocusPolicy.NoFocus
        self._skip.setFocusPolicy(stop)
        restyle(self, current=current)
        restyle(self._question, current=current)
        restyle(self._skip, shown=current or self._skipped or self.underMouse())

    def _take_key(self, key: str) -> bool:
        """Answer with a number key, and go on; False if the key means nothing here."""
        if key not in self._keys:
            return False
        self.answer(self._keys[key])
        self.moved_on.emit()
        return True

    def _step(self, by: int) -> None:
        """Choose the next or the last answer, round the end."""
        values = list(self._segments)
        focus = next((v for v, s in self._segments.items() if s.hasFocus()), values[0])
        target = values[(values.index(focus) + by) % len(values)]
        self.answer(target)

    def _on_key_pressed(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and Qt.Key(event.key()) not in _TABS:
            event.accept()
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        plain = modifiers == Qt.KeyboardModifier.NoModifier
        key, text = Qt.Key(event.key()), typed_letter(event)
        if plain and (key in _BACK or key in _FORTH):
            self._step(-1 if key in _BACK else 1)
        elif plain and key in _ENTER:
            self.moved_on.emit()
        elif text == "s":
            self.skip()
            self.moved_on.emit()
        elif not self._take_key(text):
            return
        event.accept()

    def _on_clicked(self, value: int) -> None:
        self.answer(value)

    def _on_focus_moved(self, _got_it: bool) -> None:
        self._show_current()

    def _arrange(self, width: int, *, move: bool) -> int:
        """Lay everything out for a width and return the height; move it only if asked to."""
        raise NotImplementedError

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height the question and its answers need at a width."""
        if width not in self._heights:
            self._heights[width] = self._arrange(width, move=False)
        return self._heights[width]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)

    def event(self, event: QEvent) -> bool:
        """Follow the text size, and show the way to skip under the mouse."""
        done = super().event(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.Polish):
            self._heights.clear()
            self.updateGeometry()
            self._arrange(self.width(), move=True)
        elif event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self._show_current()
        return done


def answer_keys(values: Sequence[int]) -> dict[str, int]:
    """The number key for each answer that has one.

    The key is the answer's own value where the values count up from 0 or from 1, so that it is the
    number printed in the questionnaire. Otherwise (the CBI goes from 100 down to 0) it is the
    answer's place in the row, from 1. Only 0 to 9 are keys; a tenth is for its widget to offer.
    """
    ordered = list(values)
    first = ordered[0] if ordered else 0
    if first in {0, 1} and ordered == list(range(first, first + len(ordered))):
        pairs = {str(value): value for value in ordered}
    else:
        pairs = {str(place): value for place, value in enumerate(ordered, start=1)}
    return {key: value for key, value in pairs.items() if len(key) == 1}
