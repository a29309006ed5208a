"""One chart on the screen: a sharp picture whose points can be reached by key and pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy

from burnout_check.charts.model.chart_text import describe, point_words
from burnout_check.charts.model.panel import Panel, Span
from burnout_check.domain.event import Event
from burnout_check.domain.week import Week
from burnout_check.gui.charting.chart_keys import ALL, ENTER, REACH, WALK, stepped, zoomed
from burnout_check.gui.charting.chart_overlay import (
    draw_mark,
    draw_sweep,
    draw_words,
    pixmap_of,
    words_from,
)
from burnout_check.gui.charting.event_handle import Drag, Sweep, inside, near
from burnout_check.gui.kit.announce import announce
from burnout_check.gui.kit.focus import typed_letter
from burnout_check.gui.look.scale import px

TYPE_CHECKING = False
if TYPE_CHECKING:  # the module imports matplotlib, which waits for the first window
    from burnout_check.charts.draw.picture import Figure, Mark, Picture

_REACH = 7


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
        week_asked(week): the person wants to see what a week said.
        span_asked(span): other weeks to show, None for all.
        back_asked(): the weeks shown before.
    """

    size_changed = Signal()
    pointed = Signal(object)
    event_asked = Signal(object)
    event_picked = Signal(object)
    event_moved = Signal(object, object)
    week_asked = Signal(object)
    span_asked = Signal(object)
    back_asked = Signal()

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
        self._drag: Drag | Sweep | None = None
        self._span: Span | None = None
        self.reaches = False
        """Whether it is more than a picture: weeks open, the time line changes, events too."""
        self.can_go_back = False
        """Whether other weeks were shown before."""

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
        self._span = span
        self.setAccessibleName(panel.title)
        keys = f"{WALK} {REACH}" if self.reaches else WALK
        self.setAccessibleDescription(f"{describe(panel, span)} {keys}")

    def show_picture(self, panel: Panel, picture: Picture, *, ratio: float) -> None:
        """Show a new picture; the week that was pointed at stays so if it is still there."""
        self._panel, self._picture, self._drag = panel, picture, None
        self.setPixmap(pixmap_of(picture, ratio=ratio))
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
        below = words_from(self, picture.plot, mark)
        if drag is not None and drag.moved:
            x = picture.x_at(drag.day)
            if isinstance(drag, Sweep):
                draw_sweep(painter, picture.plot, (picture.x_at(drag.origin), x))
            else:
                draw_mark(painter, picture.plot, x=x, y=None)
            draw_words(painter, self, drag.words, x=x, below=below)
        elif mark is not None:
            draw_mark(painter, picture.plot, x=mark.x, y=mark.y)
            if self.said:
                draw_words(painter, self, self.said, x=mark.x, below=below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from week to week; Escape lets go or points at none; what it reaches besides."""
        key = event.key()
        marks = () if self._picture is None else self._picture.marks
        mark = stepped(key, marks, self._mark)
        if mark is not None:
            self._point(mark, aloud=True)
        elif key == Qt.Key.Key_Escape and self._drag is not None:
            self._drag = None
            self.update()
        elif key == Qt.Key.Key_Escape and self._mark is not None:
            self._point(None)
        elif not self.reaches or not self._reach(event):
            super().keyPressEvent(event)

    def _reach(self, event: QKeyEvent) -> bool:
        """Do what a key stands for beyond the picture; False if it stands for nothing."""
        key = event.key()
        span = None if self._span is None else zoomed(key, self._span, self.week)
        if typed_letter(event) == "e":
            self.event_asked.emit(self.week)
        elif key in ENTER and self._happened() is not None:
            self.event_picked.emit(self._happened())
        elif key in ENTER and self.week is not None:
            self.week_asked.emit(self.week)
        elif span is not None or key == ALL:
            self.span_asked.emit(span)
        elif key == Qt.Key.Key_Escape and self.can_go_back:
            self.back_asked.emit()
        else:
            return False
        return True

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
        nearest = min(picture.marks, key=lambda mark: abs(mark.x - x), default=None)
        close = nearest is not None and abs(nearest.x - x) <= px(40)
        self._point(nearest if close and inside(picture, x, reach=px(8)) else None)
        self.setCursor(self._cursor(x))

    def _cursor(self, x: float) -> Qt.CursorShape:
        """What a press would do here."""
        if not self.reaches:
            return Qt.CursorShape.ArrowCursor
        if self._near(x) is not None:
            return Qt.CursorShape.SizeHorCursor
        over = self.week is not None
        return Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the event under the pointer, or begin to choose weeks."""
        super().mousePressEvent(event)
        picture, x = self._picture, event.position().x()
        if picture is None or not self.reaches or event.button() != Qt.MouseButton.LeftButton:
            return
        held = self._near(x)
        if held is not None:
            self._drag = Drag(held, x, held.day)
        elif inside(picture, x, reach=px(8)):
            day = picture.day_at(x)
            self._drag = Sweep(x, day, day)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of an event, which stays or opens if it was not moved; or of weeks, likewise."""
        super().mouseReleaseEvent(event)
        drag, self._drag = self._drag, None
        if drag is None:
            return
        self.update()
        if isinstance(drag, Sweep):
            self._swept(drag)
        elif not drag.moved:
            self.event_picked.emit(drag.event)
        elif drag.day != drag.event.day:
            self.event_moved.emit(drag.event, drag.day)

    def _swept(self, sweep: Sweep) -> None:
        if sweep.moved:
            self.span_asked.emit(sweep.span)
        elif self.week is not None:
            self.week_asked.emit(self.week)

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
