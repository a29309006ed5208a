"""One answer of a group: a real radio button, drawn as a part of a joined row or as a card."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from burnout_check.gui.look.scale import px
from burnout_check.gui.look.tokens import hue

_WRAP = Qt.TextFlag.TextWordWrap
_ROOM_X, _ROOM_Y = 7, 6
_CORNER = 8.0


class Segment(QRadioButton):
    """A radio button whose whole face is the target.

    Args:
        label: the words of the answer.
        shape: ``first``, ``middle``, ``last`` or ``only`` of a joined row, ``top`` or ``bottom`` of
            a joined column (``middle-down`` between them), or ``card`` by itself.
        key: the key that chooses it; printed on a card.
    """

    pressed_key = Signal(object)
    focus_moved = Signal(bool)

    def __init__(self, label: str, *, key: str = "", shape: str = "middle") -> None:
        super().__init__(label)
        self._key = key
        self._widths: dict[int, int] = {}
        self._heights: dict[int, int] = {}
        self.setProperty("shape", shape)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if key:
            self.setAccessibleDescription(f"Press {key}")

    def set_shape(self, shape: str) -> None:
        """Draw it as another part; the layout of the group decides."""
        if self.property("shape") != shape:
            self.setProperty("shape", shape)
            self.update()

    def narrowest(self, lines: int) -> int:
        """The width at which the label needs no more than so many lines."""
        if lines in self._widths:
            return self._widths[lines]
        metrics = self._bold_metrics()
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        whole = metrics.horizontalAdvance(self.text())
        width = max(longest, whole // lines)
        while self._lines_at(width, metrics) > lines and width < whole:
            width += 2
        self._widths[lines] = width + 2 * px(_ROOM_X) + 2
        return self._widths[lines]

    def height_at(self, width: int) -> int:
        """The height the label needs at a width, which is never less than a finger needs."""
        if width in self._heights:
            return self._heights[width]
        around = self._text_left() + self._text_right()
        box = QRect(0, 0, max(1, width - around), 10_000)
        needed = self._bold_metrics().boundingRect(box, int(_WRAP), self.text()).height()
        least = px(44) if self._is_card() else px(46)
        self._heights[width] = max(least, needed + 2 * px(_ROOM_Y))
        return self._heights[width]

    def _is_card(self) -> bool:
        return bool(self.property("shape") == "card")

    def _text_left(self) -> int:
        return px(48) if self._is_card() else px(_ROOM_X)

    def _text_right(self) -> int:
        return px(16) if self._is_card() else px(_ROOM_X)

    def _bold_metrics(self) -> QFontMetrics:
        self.ensurePolished()
        bold = QFont(self.font())
        bold.setBold(True)
        return QFontMetrics(bold)

    def _lines_at(self, width: int, metrics: QFontMetrics) -> int:
        box = metrics.boundingRect(QRect(0, 0, width, 10_000), int(_WRAP), self.text())
        return round(box.height() / metrics.lineSpacing())

    def sizeHint(self) -> QSize:
        """Wide enough for two lines."""
        width = self.narrowest(2)
        return QSize(width, self.height_at(width))

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """The whole face answers to the mouse."""
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the group decide first; Qt has the keys it does not take."""
        event.ignore()
        self.pressed_key.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell the group that it is the current one."""
        super().focusInEvent(event)
        self.focus_moved.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell the group that it may no longer be."""
        super().focusOutEvent(event)
        self.focus_moved.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        """Forget what was measured in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._widths.clear()
            self._heights.clear()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, border and words; a chosen card also has a filled dot."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        ground = hue(QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.Base)
        if not chosen and self.underMouse():
            ground = hue(QPalette.ColorRole.AlternateBase)
        words = hue(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        edge = hue(QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.Dark)
        path = _outline(QRectF(self.rect()), str(self.property("shape")), radius=px(_CORNER))
        painter.fillPath(path, ground)
        painter.setPen(QPen(edge, 1))
        painter.drawPath(path)
        font = QFont(self.font())
        font.setBold(chosen)
        painter.setFont(font)
        painter.setPen(words)
        left = self._text_left()
        place = self.rect().adjusted(left, 0, -self._text_right(), 0)
        across = Qt.AlignmentFlag.AlignLeft if self._is_card() else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(place, int(_WRAP | across | Qt.AlignmentFlag.AlignVCenter), self.text())
        if self._is_card():
            self._draw_key(painter, words)

    def _draw_key(self, painter: QPainter, colour: QColor) -> None:
        side = px(24)
        cap = QRectF(px(12), (self.height() - side) / 2, side, side).translated(0.5, 0.5)
        painter.setPen(QPen(colour, 1))
        painter.drawRoundedRect(cap, px(6), px(6))
        painter.drawText(cap, int(Qt.AlignmentFlag.AlignCenter), self._key)


def _outline(face: QRectF, shape: str, *, radius: float) -> QPainterPath:
    """The edge of a part, rounded only where the whole row is."""
    box = face.adjusted(0.5, 0.5, -0.5, -0.5)
    corners = {
        "first": (True, False, False, True),
        "last": (False, True, True, False),
        "top": (True, True, False, False),
        "bottom": (False, False, True, True),
        "only": (True, True, True, True),
        "card": (True, True, True, True),
    }.get(shape, (False, False, False, False))
    path = QPainterPath()
    points = (box.topLeft(), box.topRight(), box.bottomRight(), box.bottomLeft())
    for at, (point, rounded) in enumerate(zip(points, corners, strict=True)):
        reach = radius if rounded else 0.0
        before, after = points[at - 1], points[(at + 1) % 4]
        start = point + (before - point) * (reach / max(1.0, (before - point).manhattanLength()))
        end = point + (after - point) * (reach / max(1.0, (after - point).manhattanLength()))
        if at == 0:
            path.moveTo(start)
        else:
            path.lineTo(start)
        path.quadTo(point, end)
    path.closeSubpath()
    return path
