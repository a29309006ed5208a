"""The yellow ring around whatever has the keyboard's focus, drawn over the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QGroupBox, QScrollArea, QWidget
from shiboken6 import isValid

from burnout_check.gui.look.scale import px

REACH = 4
"""How far the ring stands out beyond its widget: 3 px of yellow around 1 px of ink."""

_MOVES = {
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.Hide,
    QEvent.Type.ParentChange,
}


class FocusRings(QObject):
    """Keeps one ring in the active window around the focus, when the keyboard put it there.

    A widget that got the focus from a mouse button has no ring: the pointer is already there. It
    gets one as soon as the focus moves by any key, and a page that sets the focus by itself shows
    it too. The layout never moves, since the ring is a widget of its own over all others.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._ring: FocusRing | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._forget()
        by_mouse = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is None or now.window().windowType() == Qt.WindowType.Popup:
            return
        if not by_mouse:
            _reveal(now)
            self._ring = FocusRing(now)
        chain: QWidget | None = now
        while chain is not None:
            chain.installEventFilter(self)
            self._watched.append(chain)
            chain = None if chain.isWindow() else chain.parentWidget()

    def _forget(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the widget, and whatever holds it, wherever they go."""
        if event.type() in _MOVES and self._ring is not None and isValid(self._ring):
            self._ring.follow()
        return super().eventFilter(watched, event)


class FocusRing(QWidget):
    """The ring itself: transparent, and out of reach of the mouse and of assistive technology."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around.window())
        self._around = around
        self._clip = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.follow()

    def follow(self) -> None:
        """Stand around the widget where it is now, cut off where its scroll area cuts it off."""
        widget = self._around
        if not isValid(widget) or not widget.isVisible():
            self.hide()
            return
        window = widget.window()
        place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        place.adjust(-REACH, -REACH, REACH, REACH)
        seen = place & window.rect()
        for viewport in _viewports(widget):
            seen &= QRect(viewport.mapTo(window, QPoint(0, 0)), viewport.size())
        self.setGeometry(place & window.rect())
        self._clip = seen.translated(-self.pos())
        self.raise_()
        self.setVisible(not seen.isEmpty())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Three pixels of the focus colour, and one of ink inside them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(self._clip)
        outside = QRectF(self.rect())
        corner = px(8) + 2
        palette = self.palette()
        painter.setPen(QPen(palette.color(QPalette.ColorRole.WindowText), 3))
        painter.drawRoundedRect(outside.adjusted(1.5, 1.5, -1.5, -1.5), corner, corner)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Window), 1))
        painter.drawRoundedRect(outside.adjusted(3.5, 3.5, -3.5, -3.5), corner - 2, corner - 2)


def _viewports(widget: QWidget) -> list[QWidget]:
    """The viewports of the scroll areas that hold the widget."""
    found: list[QWidget] = []
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        holder = parent.parentWidget()
        if isinstance(holder, QAbstractScrollArea) and holder.viewport() is parent:
            found.append(parent)
        parent = holder
    return found


def _reveal(widget: QWidget) -> None:
    """Scroll the page so that the widget is in view, with its question if it is an answer."""
    group = widget.parentWidget()
    for viewport in _viewports(widget):
        area = viewport.parentWidget()
        if isinstance(area, QScrollArea):
            in_group = isinstance(group, QGroupBox)
            if group is not None and in_group:
                area.ensureWidgetVisible(group, 0, 12)
            area.ensureWidgetVisible(widget, 0, 12 if in_group else 48)
