"""One chart on the screen: a sharp picture whose points can be reached by key and pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy

from burnout_check.charts.panel import Panel, Span
from burnout_check.charts.words import describe, point_words
from burnout_check.domain.week import Week
from burnout_check.gui.scale import px
from burnout_check.gui.widgets.announce import announce

TYPE_CHECKING = False
if TYPE_CHECKING:  # the module imports matplotlib, which waits for the first window
    from matplotlib.figure import Figure

    from burnout_check.charts.picture import Mark, Picture

_FAR = 100_000
_STEPS: dict[int, int] = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_Home: -_FAR,
    Qt.Key.Key_End: _FAR,
}


class ChartView(QLabel):
    """Shows a drawn panel. Left, Right, Page Up, Page Down, Home and End go from week to week.

    Being a label with a picture, it is a graphic to assistive technology; its description is the
    whole chart in words, and each week that is reached is announced.

    Signals:
        size_changed(): the picture no longer fits.
        pointed(week): the week that is pointed at, None when there is none any more.
    """

    size_changed = Signal()
    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._tall = px(200)
        self._panel: Panel | None = None
        self._picture: Picture | None = None
        self._mark: Mark | None = None
        self._follows = False

    @property
    def figure(self) -> Figure | None:
        """What is drawn, None until the first picture is there."""
        return None if self._picture is None else self._picture.figure

    @property
    def week(self) -> Week | None:
        """The week that is pointed at."""
        return None if self._mark is None else self._mark.week

    @property
    def said(self) -> str:
        """What is said about the week that is pointed at; empty for none."""
        if self._panel is None or self._mark is None or self._follows:
            return ""
        return point_words(self._panel, self._mark.week)

    def set_tall(self, pixels: int) -> None:
        """Be this high."""
        if pixels != self._tall:
            self._tall = pixels
            self.updateGeometry()

    def show_words(self, panel: Panel, span: Span) -> None:
        """Say what the chart is going to show, before and whether or not it can be seen."""
        self.setAccessibleName(panel.title)
        self.setAccessibleDescription(
            f"{describe(panel, span)} Left and right arrow keys go through the weeks."
        )

    def show_picture(self, panel: Panel, picture: Picture, *, ratio: float) -> None:
        """Show a new picture; the week that was pointed at stays so if it is still there."""
        image = QImage(
            picture.pixels,
            picture.width,
            picture.height,
            4 * picture.width,
            QImage.Format.Format_RGBA8888,
        )
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        self._panel, self._picture = panel, picture
        self.setPixmap(pixmap)
        self._mark = self._at(self._mark.week) if self._mark is not None else None

    def follow(self, week: Week | None) -> None:
        """Mark the week that is pointed at in another chart, without words."""
        self._follows = True
        self._mark = None if week is None else self._at(week)
        self.update()

    def _at(self, week: Week) -> Mark | None:
        marks = () if self._picture is None else self._picture.marks
        return next((mark for mark in marks if mark.week == week), None)

    def _point(self, mark: Mark | None, *, aloud: bool = False) -> None:
        if mark == self._mark and not self._follows:
            return
        self._mark, self._follows = mark, False
        self.update()
        if aloud:
            announce(self, self.said)
        self.pointed.emit(self.week)

    def _draw_mark(self, painter: QPainter, mark: Mark, picture: Picture) -> None:
        _left, top, _right, foot = picture.plot
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        painter.setPen(QPen(ink, 1))
        painter.drawLine(QPointF(mark.x, top), QPointF(mark.x, foot))
        if mark.y is not None:
            painter.setPen(QPen(ink, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QPointF(mark.x, mark.y), px(6), px(6))

    def _draw_words(self, painter: QPainter, mark: Mark, picture: Picture) -> None:
        """Write the week and its value over the dates, where they hide no data."""
        font = self.font()
        font.setPixelSize(px(13))
        painter.setFont(font)
        metrics = painter.fontMetrics()
        wide, tall = metrics.horizontalAdvance(self.said) + px(16), metrics.height() + px(4)
        left = min(max(0.0, mark.x - wide / 2), max(0.0, self.width() - wide - 1.0))
        top = min(picture.plot[3] + px(1), self.height() - tall - 1.0)
        box = QRectF(round(left) + 0.5, round(top) + 0.5, wide, tall)
        palette = self.palette()
        painter.setPen(QPen(palette.color(QPalette.ColorRole.WindowText), 1))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(box, px(6), px(6))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.said)

    def sizeHint(self) -> QSize:
        """As high as it was set; the layout gives the width."""
        return QSize(px(300), self._tall)

    def minimumSizeHint(self) -> QSize:
        """The picture never holds the window open."""
        return QSize(1, self._tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, and over it what is pointed at."""
        super().paintEvent(event)
        if self._mark is None or self._picture is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_mark(painter, self._mark, self._picture)
        if self.said:
            self._draw_words(painter, self._mark, self._picture)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from week to week; Escape points at none."""
        marks = () if self._picture is None else self._picture.marks
        key = event.key()
        if marks and key in _STEPS:
            place = marks.index(self._mark) if self._mark in marks else len(marks)
            place = min(len(marks) - 1, max(0, place + _STEPS[key]))
            self._point(marks[place], aloud=True)
        elif key == Qt.Key.Key_Escape and self._mark is not None:
            self._point(None)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the week nearest to the pointer."""
        super().mouseMoveEvent(event)
        picture, x = self._picture, event.position().x()
        if picture is None or not picture.marks:
            return
        left, _top, right, _foot = picture.plot
        nearest = min(picture.marks, key=lambda mark: abs(mark.x - x))
        inside = left - px(8) <= x <= right + px(8)
        self._point(nearest if inside and abs(nearest.x - x) <= px(40) else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at none when the pointer goes, unless the keyboard is here."""
        super().leaveEvent(event)
        if not self.hasFocus():
            self._point(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at none when the keyboard goes elsewhere in the window."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._point(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that the picture no longer fits."""
        super().resizeEvent(event)
        self.size_changed.emit()

    def event(self, event: QEvent) -> bool:
        """Ask for a sharper or coarser picture on a screen with other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.size_changed.emit()
        return super().event(event)
