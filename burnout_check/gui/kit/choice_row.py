"""Questions whose answers stand in one joined row: worded choices, and ratings from 0 to 10."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.answer_group import AnswerGroup
from burnout_check.gui.kit.focus import typed_letter
from burnout_check.gui.kit.labels import Small
from burnout_check.gui.look.scale import px

_PAD_X, _PAD_Y = 12, 11  # X does not grow, as the heading above has the same
_GAP = 16
_SKIP = 48
_QUESTION = 180
_HOW = "1 then 0 for 10"
_MORE = "0 makes it 10"


class ChoiceRow(AnswerGroup):
    """The question on the left and its answers joined on the right.

    In a narrow window, or with large text, the answers stand below the question; with no room for
    that either, below each other.

    Args:
        item_id: whatever the page knows the question by.
        question: its words.
        choices: the answers in order, each with its value and its words.
    """

    def __init__(
        self, item_id: Hashable, question: str, choices: Sequence[tuple[int, str]]
    ) -> None:
        super().__init__(item_id, question, choices)

    def _arrange(self, width: int, *, move: bool) -> int:
        inner = width - 2 * _PAD_X
        count = len(self._segments)
        skip = px(_SKIP)
        two = count * max(segment.narrowest(2) for segment in self._segments.values())
        three = count * max(segment.narrowest(3) for segment in self._segments.values())
        least = px(_QUESTION) + px(_GAP) + two + skip + px(4)
        places: list[tuple[QWidget, QRect]]
        if inner >= least:
            one = count * max(segment.narrowest(1) for segment in self._segments.values())
            rest = inner - px(_GAP) - skip - px(4)
            question = min(rest - two, max(inner * 28 // 100, min(inner * 36 // 100, rest - one)))
            row = QRect(question + px(_GAP), 0, inner - question - px(_GAP) - skip - px(4), 0)
            answers, answers_height = self._row(row)
            asked = self._question.tallest(question)
            first = min(s.height_at(row.width() // count) for s in self._segments.values())
            height = max(asked, answers_height)
            middle = first // 2 if answers_height > first else height // 2
            places = [
                (self._question, QRect(0, max(0, middle - asked // 2), question, asked)),
                (self._skip, QRect(inner - skip, middle - px(14), skip, px(28))),
            ]
            shift = (height - answers_height) // 2
            places += [(widget, rect.translated(0, shift)) for widget, rect in answers]
        else:
            asked = self._question.tallest(inner - skip - px(8))
            top = max(asked, px(28)) + px(6)
            joined = inner >= three
            box = QRect(0, top, inner, 0)
            answers, answers_height = self._row(box) if joined else self._column(box)
            height = top + answers_height
            places = [
                (self._question, QRect(0, 0, inner - skip - px(8), asked)),
                (self._skip, QRect(inner - skip, 0, skip, px(28))),
                *answers,
            ]
        if move:
            beside = Qt.AlignmentFlag.AlignVCenter if inner >= least else Qt.AlignmentFlag.AlignTop
            self._question.setAlignment(beside)
            for widget, rect in places:
                widget.setGeometry(rect.translated(_PAD_X, px(_PAD_Y)))
        return height + 2 * px(_PAD_Y)

    def _row(self, box: QRect) -> tuple[list[tuple[QWidget, QRect]], int]:
        """Each answer's place in a joined row, neighbours sharing one line, and its height."""
        segments = list(self._segments.values())
        count = len(segments)
        high = max(segment.height_at(box.width() // count) for segment in segments)
        edges = [box.left() + round((box.width() - 1) * at / count) for at in range(count + 1)]
        places: list[tuple[QWidget, QRect]] = []
        for at, segment in enumerate(segments):
            shape = {0: "first", count - 1: "last"}.get(at, "middle")
            segment.set_shape("only" if count == 1 else shape)
            left, right = edges[at], edges[at + 1]
            places.append((segment, QRect(left, box.top(), right - left + 1, high)))
        below, tall = self._below(QRect(box.left(), box.top() + high + px(4), box.width(), 0))
        return places + below, high + (px(4) + tall if below else 0)

    def _below(self, _box: QRect) -> tuple[list[tuple[QWidget, QRect]], int]:
        """What stands below the row, if anything does, and its height."""
        return [], 0

    def _column(self, box: QRect) -> tuple[list[tuple[QWidget, QRect]], int]:
        """Each answer's place below the last, and their height."""
        segments = list(self._segments.values())
        top = box.top()
        places: list[tuple[QWidget, QRect]] = []
        for at, segment in enumerate(segments):
            segment.set_shape({0: "top", len(segments) - 1: "bottom"}.get(at, "middle"))
            high = segment.height_at(box.width())
            places.append((segment, QRect(box.left(), top, box.width(), high)))
            top += high - 1
        return places, top - box.top() + 1

    def sizeHint(self) -> QSize:
        """Wide enough for the question beside its answers."""
        width = px(720)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the answers below each other."""
        words = max(segment.narrowest(3) for segment in self._segments.values())
        width = max(words, px(160)) + 2 * _PAD_X
        return QSize(width, px(68))


class RatingRow(ChoiceRow):
    """A rating from 0 to 10, with words at both ends.

    The keys 0 to 9 answer. A 1 is taken at once, and the row says so and waits, however long it
    takes: a 0 makes it 10; another number goes to the next question; leaving the row keeps the 1.

    Args:
        item_id: whatever the page knows the question by.
        question: its words.
        low: what 0 means.
        high: what 10 means.
    """

    def __init__(self, item_id: Hashable, question: str, *, low: str, high: str) -> None:
        self._how = Small(_HOW, wrap=False)
        self._may_be_ten = False
        self._ends = (Small(low), Small(high))
        super().__init__(item_id, question, [(value, str(value)) for value in range(11)])
        self._segments[0].setAccessibleName(f"0, {low}")
        self._segments[10].setAccessibleName(f"10, {high}")
        self._segments[10].setAccessibleDescription("Press 1, then 0")
        self._segments[10].setToolTip("Press 1, then 0")
        self._ends[1].setAlignment(Qt.AlignmentFlag.AlignRight)
        for words in (*self._ends, self._how):
            words.setParent(self)
        self._how.hide()

    def _below(self, box: QRect) -> tuple[list[tuple[QWidget, QRect]], int]:
        half = (box.width() - px(8)) // 2
        tall = max(end.heightForWidth(half) for end in self._ends)
        starts = (box.left(), box.left() + box.width() - half)
        places: list[tuple[QWidget, QRect]] = [
            (end, QRect(left, box.top(), half, tall))
            for end, left in zip(self._ends, starts, strict=True)
        ]
        how = self._how.sizeHint()
        taken = sum(end.sizeHint().width() for end in self._ends) + how.width() + px(24)
        left = box.left() + (box.width() - how.width()) // 2
        free = max(end.sizeHint().width() for end in self._ends) < left - box.left() - px(8)
        fits = taken <= box.width() and free
        # Where there is no room between the words it has no size; the tool tip of 10 says it too.
        places.append((self._how, QRect(left, box.top(), how.width() if fits else 0, tall)))
        return places, tall

    def _column(self, box: QRect) -> tuple[list[tuple[QWidget, QRect]], int]:
        above, below = self._ends
        first = above.heightForWidth(box.width()) + px(4)
        places, tall = super()._column(box.translated(0, first))
        last = below.heightForWidth(box.width())
        places.append((above, QRect(box.left(), box.top(), box.width(), first)))
        foot = box.top() + first + tall + px(4)
        places.append((below, QRect(box.left(), foot, box.width(), last)))
        places.append((self._how, QRect()))
        return places, first + tall + px(4) + last

    def _show_current(self) -> None:
        super()._show_current()
        self._how.setVisible(self.property("current") == "true")

    def _take_key(self, key: str) -> bool:
        if key != "1":
            return super()._take_key(key)
        self.answer(1)
        self._wait(True)
        return True

    def _wait(self, may_be_ten: bool) -> None:
        self._may_be_ten = may_be_ten
        self._how.setText(_MORE if may_be_ten else _HOW)
        if may_be_ten:
            announce(self, f"1. {_MORE}")

    def _on_key_pressed(self, event: QKeyEvent) -> None:
        digit = typed_letter(event)
        if not self._may_be_ten or digit not in self._keys or event.isAutoRepeat():
            super()._on_key_pressed(event)
            return
        self._wait(False)
        if digit == "0":
            self.answer(10)
            announce(self, "10")
            self.moved_on.emit()
        else:
            self.moved_on.emit()
            next_one = QApplication.focusWidget()
            if next_one is not None and not self.isAncestorOf(next_one):
                QCoreApplication.sendEvent(next_one, event)
        event.accept()

    def answer(self, value: int) -> None:
        """Give the answer as the person would; what was waited for is settled."""
        self._wait(False)
        super().answer(value)

    def _on_focus_moved(self, got_it: bool) -> None:
        super()._on_focus_moved(got_it)
        if not got_it and not any(segment.hasFocus() for segment in self._segments.values()):
            self._wait(False)
