"""Pictures of the window for the tour, in one look, and buttons found by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from burnout_check.domain.settings.setting import Value
from burnout_check.errors import BadInput
from burnout_check.gui.kit.page_scroll import PageScroll
from burnout_check.gui.supervision.joint_view import JointView
from burnout_check.gui.window.main_window import MainWindow
from burnout_check.gui.window.shell import Shell
from burnout_check.tour.ui_driver import settle, wait_until


class Look(NamedTuple):
    """One way the window can look: how it is called, its size, and the settings of the screen."""

    name: str
    size: tuple[int, int]
    settings: dict[str, Value]


_LAPTOP = (1366, 768)  # the whole screen of the usual laptop in the NHS

LOOKS = (
    Look("light", _LAPTOP, {"scheme": "light", "text_size": "100"}),
    Look("1024x640", (1024, 640), {"scheme": "light", "text_size": "100"}),
    Look("dark", _LAPTOP, {"scheme": "dark", "text_size": "100"}),
    Look("contrast", _LAPTOP, {"scheme": "contrast", "text_size": "100"}),
    Look("text-200", _LAPTOP, {"scheme": "light", "text_size": "200"}),
)


def chosen_looks(names: str) -> tuple[Look, ...]:
    """The looks that are asked for.

    Args:
        names: with commas between them, or ``all``; the first look if it is empty.

    Raises:
        BadInput: there is no look of that name.
    """
    if names == "all":
        return LOOKS
    known = {look.name: look for look in LOOKS}
    asked = [name.strip() for name in names.split(",")] if names else [LOOKS[0].name]
    for name in asked:
        if name not in known:
            raise BadInput(f"There is no look “{name}”. Choose from {', '.join(known)}, or all.")
    return tuple(known[name] for name in dict.fromkeys(asked))


class Screenshots:
    """Looks at a window that stands in one look, and numbers its pictures.

    Args:
        look: how the window looks.
        folder: where the pictures go.
        begin_stop: told the name of each stop, and its look, as it is reached.
    """

    def __init__(self, look: Look, folder: Path, begin_stop: Callable[[str], None]) -> None:
        self.window: MainWindow
        self.stops = 0
        self.look = look
        self._folder = folder
        self._begin_stop = begin_stop

    def look_at(self, window: MainWindow) -> None:
        """Show a window, as large as it is to be, and go on with that."""
        self.window = window
        window.show()
        window.resize(*self.look.size)
        window.activateWindow()
        settle()

    def picture_of_dialog(self, name: str, open_it: Callable[[], object] | None = None) -> None:
        """Save the window with the dialog over it, which ``open_it`` opens, and close that."""
        if open_it is not None:
            open_it()
        wait_until(lambda: self.dialog() is not None)
        self.picture(name)
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

    def picture(self, name: str, *, seen: QWidget | None = None) -> None:
        """Save the window as it is, or scrolled to the widget that is to be ``seen``."""
        self.stops += 1
        self._begin_stop(f"{name}-{self.look.name}")
        if self.window.shell is not None:
            wait_until(self._is_drawn)
        if seen is not None:
            _scroll_to(seen)
        picture = self.window.grab()
        dialog = self.dialog()
        if dialog is not None:
            _lay_over(picture, dialog, self.window)
        picture.save(str(self._folder / f"{self.stops:02}-{name}-{self.look.name}.png"))


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
