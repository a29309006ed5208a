"""Pictures of the window for the tour: each moment in every look, and buttons found by name."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from burnout_check.domain.settings.setting import Value
from burnout_check.gui.kit.page_scroll import PageScroll
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.gui.look.screen_settings import ScreenSettings
from burnout_check.gui.supervision.joint_view import JointView
from burnout_check.gui.window.main_window import MainWindow
from burnout_check.gui.window.shell import Shell
from burnout_check.tour.ui_driver import settle, wait_until


class Look(NamedTuple):
    """One way the window can look: how it is called, its size, and the settings of the screen."""

    name: str
    size: tuple[int, int]
    settings: dict[str, Value]


LOOKS = (
    Look("light", (1280, 800), {"scheme": "light", "text_size": "100"}),
    Look("1024x640", (1024, 640), {"scheme": "light", "text_size": "100"}),
    Look("dark", (1280, 800), {"scheme": "dark", "text_size": "100"}),
    Look("contrast", (1280, 800), {"scheme": "contrast", "text_size": "100"}),
    Look("text-200", (1280, 800), {"scheme": "light", "text_size": "200"}),
)


class Screenshots:
    """Looks at one window, and numbers its pictures.

    Args:
        window: the real one.
        device: its settings of the screen, which change with the look.
        folder: where the pictures go.
    """

    def __init__(self, window: MainWindow, device: ScreenSettings, folder: Path) -> None:
        self.pictures = 0
        self.window = window
        self._device = device
        self._folder = folder
        self._stops = 0
        self._looks = LOOKS
        self._worn: dict[str, Value] = {}
        self._wear(LOOKS[0])

    def picture_of_dialog(self, name: str, open_it: Callable[[], object] | None = None) -> None:
        """Save the window with the dialog over it, and close that.

        ``open_it`` opens it anew in each look, as one that is open keeps its size.
        """

        def ready() -> None:
            if open_it is not None:
                self.close_dialog()
                open_it()
            wait_until(lambda: self.dialog() is not None)

        self.picture(name, ready=ready)
        self.close_dialog()

    def close_dialog(self) -> None:
        """Close the dialog that stands over the window, if one does."""
        dialog = self.dialog()
        if dialog is not None:
            dialog.reject()
        wait_until(lambda: self.dialog() is None)
        self.window.activateWindow()  # as a desktop does when a dialog closes

    def dialog(self) -> QDialog | None:
        """The dialog that stands over the window, if one does."""
        shown = (each for each in self.window.findChildren(QDialog) if each.isVisible())
        return next(shown, None)

    def shell(self) -> Shell:
        """The unlocked window's pages."""
        if self.window.shell is None:
            raise RuntimeError("the vault is still locked")
        return self.window.shell

    def click(self, within: QWidget, name: str) -> None:
        """Press the button of this name."""
        buttons = within.findChildren(QAbstractButton)
        next(each for each in buttons if name in (each.accessibleName(), each.text())).click()
        settle()

    def _is_drawn(self) -> bool:
        shown = self.window.centralWidget()
        return self.shell().current.is_drawn and (
            not isinstance(shown, JointView) or shown.is_drawn
        )

    def _wear(self, look: Look) -> None:
        if look.settings != self._worn:
            self._worn = look.settings
            self._device.change(look.settings)
            self.window.change_look()
        self.window.resize(*look.size)
        settle()

    def picture(
        self,
        name: str,
        *,
        looks: Collection[str] = (),
        ready: Callable[[], None] | None = None,
        seen: QWidget | None = None,
    ) -> None:
        """Save the window as it is, in every look or in those that are named.

        ``ready`` is called in each look before its picture: to scroll, or to open a dialog anew.
        ``seen`` is a widget to scroll to.
        """
        self._stops += 1
        for look in self._looks:
            if looks and look.name not in looks:
                continue
            self._wear(look)
            if ready is not None:
                ready()
                settle()
            if self.window.shell is not None:
                wait_until(self._is_drawn)
            dialog = self.dialog()
            if isinstance(dialog, Sheet):
                dialog.fit()  # as if it had been opened in this look
                settle()
            if seen is not None:
                _scroll_to(seen)
            picture = self.window.grab()
            if dialog is not None:
                _lay_over(picture, dialog, self.window)
            picture.save(str(self._folder / f"{self._stops:02}-{name}-{look.name}.png"))
            self.pictures += 1
        self._looks = self._looks[::-1]  # the next stop begins as this one ended


def _scroll_to(widget: QWidget) -> None:
    """Bring the top of a widget to the top of what scrolls it."""
    scroll = widget.parentWidget()
    while scroll is not None and not isinstance(scroll, PageScroll):
        scroll = scroll.parentWidget()
    content = None if scroll is None else scroll.widget()
    if scroll is not None and content is not None:
        top = widget.mapTo(content, QPoint(0, 0)).y()
        scroll.verticalScrollBar().setValue(top)
    settle()


def _lay_over(picture: QPixmap, dialog: QDialog, window: QWidget) -> None:
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 60))
    middle = window.rect().center() - dialog.rect().center()
    painter.drawPixmap(QPoint(max(0, middle.x()), max(0, middle.y())), dialog.grab())
    painter.end()
