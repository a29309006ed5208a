"""Walks the real window through the real path, by key presses, and saves a picture of each stop."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from burnout_check.demo import furnish
from burnout_check.domain.settings import Value
from burnout_check.door import Door
from burnout_check.gui.device import Device
from burnout_check.gui.dialogs.keys import KeysDialog
from burnout_check.gui.first_run import FirstRunPage
from burnout_check.gui.hands import press, settle, type_text, wait_until
from burnout_check.gui.main_window import MainWindow
from burnout_check.gui.pages.check_in import CheckInPage
from burnout_check.gui.shell import PAGES, Shell
from burnout_check.gui.unlock import UnlockPage
from burnout_check.gui.widgets.check_in_form import LAST, CheckInForm

PASSPHRASE = "Tea before the next session"  # noqa: S105 - made up, for a vault that is thrown away

HEAVY_WEEK = {
    "fact_caseload": "74",
    "fact_contact_hours": "24",
    "fact_overtime_hours": "5",
    "fact_supervision_minutes": "30",
    "own_workload_manageable": "3",
    "own_supervision_enough": "4",
    "hse_12": "4",
    "hse_16": "4",
    "hse_33": "2",
    "gad7_1": "2",
    "gad7_2": "2",
    "burnout_item": "4",
}
"""What is typed for each question of the tour's check-in; any other gets a 2."""


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


def draw(application: QApplication, folder: Path, make_door: Callable[[Path], Door]) -> int:
    """Walk through the app and save the pictures.

    Args:
        application: with a platform that can draw without a screen.
        folder: where the pictures go.
        make_door: the locked vault of a data folder.

    Returns:
        The number of pictures.
    """
    with tempfile.TemporaryDirectory(prefix="burnout-check-tour-") as data:
        device = Device(Path(data))
        window = MainWindow(application, make_door(Path(data)), device)
        window.show()
        window.activateWindow()
        walk = _Walk(window, device, folder)
        try:
            walk.whole()
        finally:
            window.close()
            window.deleteLater()
            settle()
    return walk.pictures


class _Walk:
    """Does what a person does, and takes the pictures."""

    def __init__(self, window: MainWindow, device: Device, folder: Path) -> None:
        self.pictures = 0
        self._window = window
        self._device = device
        self._folder = folder
        self._stops = 0
        self._looks = LOOKS
        self._worn: dict[str, Value] = {}
        self._wear(LOOKS[0])

    def whole(self) -> None:
        """From the first start to the lock."""
        self._first_run()
        shell = self._shell()
        self._visit(shell, "this_week", "trends", "support", note="-empty")
        furnish(shell.session)
        shell.signals.history_changed.emit()
        self._visit(shell, "this_week")
        self._check_in(shell)
        self._visit(shell, "this_week", "trends", "support", "settings")
        self._dialogs(shell)
        self._click(shell, "Lock")
        wait_until(lambda: isinstance(self._window.entrance, UnlockPage))
        self._picture("unlock")
        self._unlock()

    def _first_run(self) -> None:
        page = self._window.entrance
        if not isinstance(page, FirstRunPage):
            raise TypeError("the tour starts in an empty folder")
        page.first_focus().setFocus()
        self._picture("first-run-work")
        self._press_on(page)
        type_text(PASSPHRASE)
        press(Qt.Key.Key_Return)
        type_text(PASSPHRASE)
        self._picture("first-run-passphrase")
        typed = page.step
        press(Qt.Key.Key_Return)
        wait_until(lambda: page.step is not typed)
        self._picture("first-run-recovery-code")
        press(Qt.Key.Key_Space)
        self._press_on(page)
        self._picture("first-run-what-is-asked")
        self._press_on(page)
        wait_until(lambda: self._window.shell is not None)

    def _press_on(self, page: FirstRunPage) -> None:
        page.step.on.setFocus()
        press(Qt.Key.Key_Return)

    def _check_in(self, shell: Shell) -> None:
        page = shell.page("check_in")
        shell.signals.check_in_asked.emit(shell.session.week)
        settle()
        if not isinstance(page, CheckInPage) or page.form is None:
            raise TypeError("there is no check-in to fill in")
        form = page.form
        while page.form is form and form.section != LAST:
            self._answer(form)
        self._picture("check-in-else")
        form.next.setFocus()
        press(Qt.Key.Key_Return)
        wait_until(lambda: page.result is not None)
        self._picture("result")

    def _answer(self, form: CheckInForm) -> None:
        section = form.section
        half_way = False
        while form.section == section and form.questions is not None:
            rows = tuple(form.questions.rows)
            missing = form.draft.missing(rows)
            if not missing:
                form.go_on()
                return
            question = missing[0]
            if not half_way and len(missing) <= max(1, len(rows) // 2):
                half_way = True
                self._picture(f"check-in-{section}")
            form.questions.focus_on(question)
            type_text(HEAVY_WEEK.get(question, "2"))
            if question.startswith("fact_"):
                press(Qt.Key.Key_Return)

    def _visit(self, shell: Shell, *pages: str, note: str = "") -> None:
        for item in PAGES:
            if item.page in pages:
                self._click(shell, item.label)
                self._picture(item.page.replace("_", "-") + note)

    def _dialogs(self, shell: Shell) -> None:
        shell.show_page("this_week")
        settle()
        worst = shell.session.prompts()[0]
        self._click(shell.current, f"Why? {worst.title}")
        self._picture_of_dialog("why")
        self._window.show_help_now()
        self._picture_of_dialog("help-now")
        KeysDialog(shell).open()
        self._picture_of_dialog("keys")

    def _picture_of_dialog(self, name: str) -> None:
        wait_until(lambda: self._dialog() is not None)
        self._picture(name)
        dialog = self._dialog()
        if dialog is not None:
            dialog.reject()
        wait_until(lambda: self._dialog() is None)
        self._window.activateWindow()  # as a desktop does when a dialog closes

    def _unlock(self) -> None:
        type_text(PASSPHRASE)
        press(Qt.Key.Key_Return)
        wait_until(lambda: self._window.shell is not None)

    def _dialog(self) -> QDialog | None:
        shown = (each for each in self._window.findChildren(QDialog) if each.isVisible())
        return next(shown, None)

    def _shell(self) -> Shell:
        if self._window.shell is None:
            raise RuntimeError("the vault is still locked")
        return self._window.shell

    def _click(self, within: QWidget, name: str) -> None:
        buttons = within.findChildren(QAbstractButton)
        next(each for each in buttons if each.accessibleName() == name).click()
        settle()

    def _wear(self, look: Look) -> None:
        if look.settings != self._worn:
            self._worn = look.settings
            self._device.change(look.settings)
            self._window.change_look()
        self._window.resize(*look.size)
        settle()

    def _picture(self, name: str) -> None:
        self._stops += 1
        for look in self._looks:
            self._wear(look)
            if self._window.shell is not None:
                wait_until(lambda: self._shell().current.is_drawn)
            picture = self._window.grab()
            dialog = self._dialog()
            if dialog is not None:
                _lay_over(picture, dialog, self._window)
            picture.save(str(self._folder / f"{self._stops:02}-{name}-{look.name}.png"))
            self.pictures += 1
        self._looks = self._looks[::-1]  # the next stop begins as this one ended


def _lay_over(picture: QPixmap, dialog: QDialog, window: QWidget) -> None:
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 60))
    middle = window.rect().center() - dialog.rect().center()
    painter.drawPixmap(QPoint(max(0, middle.x()), max(0, middle.y())), dialog.grab())
    painter.end()
