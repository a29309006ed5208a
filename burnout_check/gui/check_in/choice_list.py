"""A question whose answers are whole sentences, each on a card of its own."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt

from burnout_check.gui.kit.answer_group import AnswerGroup
from burnout_check.gui.look.scale import px

_PAD_X, _PAD_Y = 12, 11  # X does not grow, as the heading above has the same
_SKIP = 48


class ChoiceList(AnswerGroup):
    """The answers below each other, each with the number key that chooses it.

    Takes and signals what every ``AnswerGroup`` does.
    """

    shape = "card"

    def _arrange(self, width: int, *, move: bool) -> int:
        inner = width - 2 * _PAD_X
        beside = inner - px(_SKIP) - px(8)
        asked = self._question.tallest(beside)
        places = {
            self._question: QRect(0, 0, beside, asked),
            self._skip: QRect(inner - px(_SKIP), 0, px(_SKIP), px(28)),
        }
        top = max(asked, px(28)) + px(8)
        for segment in self._segments.values():
            high = segment.height_at(inner)
            places[segment] = QRect(0, top, inner, high)
            top += high + px(8)
        if move:
            self._question.setAlignment(Qt.AlignmentFlag.AlignTop)
            for widget, rect in places.items():
                widget.setGeometry(rect.translated(_PAD_X, px(_PAD_Y)))
        return top - px(8) + 2 * px(_PAD_Y)

    def sizeHint(self) -> QSize:
        """Wide enough to read a sentence on a line or two."""
        return QSize(px(560), self.heightForWidth(px(560)))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any window; the sentences wrap."""
        return QSize(px(220), px(200))
