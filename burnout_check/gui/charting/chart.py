"""One chart on the screen: a sharp picture whose points can be reached by key and pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
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
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy

from burnout_check.charts.model.chart_text import describe, point_words
from burnout_check.charts.model.panel import Panel, Span
from burnout_check.domain.event import Event
from burnout_check.domain.week import Week
from burnout_check.gui.charting.chart_overlay import draw_mark, draw_words
from burnout_check.gui.charting.event_handle import Drag, near
from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.focus import typed_letter
from burnout_check.gui.look.scale import px

TYPE_CHECKING = False
if TYPE_CHECKING:  # the module imports matplotlib, which waits for the first window
    from burnout_check.charts.draw.picture import Figure, Mark, Picture

_KEYS = (
    "Left and right arrow keys go through the weeks. E adds an event at the week, "
    "Enter changes the one that is there."
)
_REACH = 7
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
        event_asked(week): a new event at the week that is pointed at, None for none.
        event_picked(event): the person wants to change an event.
        event_moved(event, day): the person dragged an event to another day.
    """

    size_changed = Signal()
    pointed = Signal(object)
    event_asked = Signal(object)
    event_picked = Signal(object)
    event_moved = Signal(object, object)

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
        self._drag: Drag | None = None

    @property
    def figure(self) -> Figure | None:
        """What is drawn, None until the first picture is there."""
        return None if self._picture is None else self._picture.figure

    @property
    def drawn(self) -> Picture | None:
        """The picture that is shown, which knows where each day stands."""
        return self._picture

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
        self.setAccessibleDescription(f"{describe(panel, span)} {_KEYS}")

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
        self._panel, self._picture, self._drag = panel, picture, None
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

    def _near(self, x: float) -> Event | None:
        if self._panel is None or self._picture is None:
            return None
        return near(self._panel, self._picture, x, reach=px(_REACH))

    def _happened(self) -> Event | None:
        """The first event of the week that is pointed at."""
        events = () if self._panel is None else self._panel.events
        return next((event for event in events if event.week == self.week), None)

    def sizeHint(self) -> QSize:
        """As high as it was set; the layout gives the width."""
        return QSize(px(300), self._tall)

    def minimumSizeHint(self) -> QSize:
        """The picture never holds the window open."""
        return QSize(1, self._tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, and over it what is pointed at."""
        super().paintEvent(event)
        picture, mark, drag = self._picture, self._mark, self._drag
        if picture is None or (mark is None and drag is None):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.WindowText), 1))
        foot = picture.plot[3]
        if drag is not None and drag.moved:
            x = picture.x_at(drag.day)
            draw_mark(painter, picture.plot, x=x, y=None)
            draw_words(painter, self, drag.words, x=x, below=foot)
        elif mark is not None:
            draw_mark(painter, picture.plot, x=mark.x, y=mark.y)
            if self.said:
                draw_words(painter, self, self.said, x=mark.x, below=foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from week to week; Escape lets go or points at none; E and Enter for events."""
        marks = () if self._picture is None else self._picture.marks
        key = event.key()
        if marks and key in _STEPS:
            place = marks.index(self._mark) if self._mark in marks else len(marks)
            place = min(len(marks) - 1, max(0, place + _STEPS[key]))
            self._point(marks[place], aloud=True)
        elif key == Qt.Key.Key_Escape and self._drag is not None:
            self._drag = None
            self.update()
        elif key == Qt.Key.Key_Escape and self._mark is not None:
            self._point(None)
        elif typed_letter(event) == "e":
            self.event_asked.emit(self.week)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._happened() is not None:
            self.event_picked.emit(self._happened())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the week nearest to the pointer, or take the event that is held along."""
        super().mouseMoveEvent(event)
        picture, x = self._picture, event.position().x()
        if picture is None:
            return
        if self._drag is not None:
            self._drag = self._drag.to(x, picture, least=QApplication.startDragDistance())
            self.update()
            return
        over = self._near(x) is not None
        self.setCursor(Qt.CursorShape.SizeHorCursor if over else Qt.CursorShape.ArrowCursor)
        if not picture.marks:
            return
        left, _top, right, _foot = picture.plot
        nearest = min(picture.marks, key=lambda mark: abs(mark.x - x))
        inside = left - px(8) <= x <= right + px(8)
        self._point(nearest if inside and abs(nearest.x - x) <= px(40) else None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the event under the pointer."""
        super().mousePressEvent(event)
        x = event.position().x()
        held = self._near(x) if event.button() == Qt.MouseButton.LeftButton else None
        if held is not None:
            self._drag = Drag(held, x, held.day)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of an event: it stays where it is now, or opens if it was not moved."""
        super().mouseReleaseEvent(event)
        drag, self._drag = self._drag, None
        if drag is None:
            return
        self.update()
        if not drag.moved:
            self.event_picked.emit(drag.event)
        elif drag.day != drag.event.day:
            self.event_moved.emit(drag.event, drag.day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for a new event at the week that is pointed at."""
        if event.button() == Qt.MouseButton.LeftButton and self._near(event.position().x()) is None:
            self.event_asked.emit(self.week)

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
