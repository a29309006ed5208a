"""Walks the real window through the real path, by key presses, and saves a picture of each stop."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from burnout_check.diagnostics.self_check import system_report
from burnout_check.domain.code_groups import groups
from burnout_check.domain.measures import ids
from burnout_check.gui.check_in.check_in_form import LAST, CheckInForm
from burnout_check.gui.check_in.check_in_page import CheckInPage
from burnout_check.gui.look.screen_settings import ScreenSettings
from burnout_check.gui.vault.first_run import FirstRunPage
from burnout_check.gui.vault.first_steps import CodeStep, ConfirmStep
from burnout_check.gui.vault.unlock import UnlockPage
from burnout_check.gui.window.keys import KeysDialog
from burnout_check.gui.window.main_window import MainWindow
from burnout_check.gui.window.pages import PAGES
from burnout_check.gui.window.shell import Shell
from burnout_check.gui.window.working import Working
from burnout_check.session.demo import fill_demo
from burnout_check.session.locked_vault import LockedVault
from burnout_check.tour.screenshots import Look, Screenshots
from burnout_check.tour.tour_keys import change_passphrase, erase, gone
from burnout_check.tour.tour_lost import lost_and_damaged
from burnout_check.tour.tour_supervision import supervision
from burnout_check.tour.tour_support import support_and_actions
from burnout_check.tour.tour_thresholds import thresholds
from burnout_check.tour.tour_trends import filling_up, ten_years, trends_in_full
from burnout_check.tour.ui_driver import never_away, press, settle, type_text, wait_until

STOPS = 78
"""How many pictures there are in one look; the tour fails if it makes more or fewer."""

PASSPHRASE = "Tea before the next session"  # noqa: S105 - made up, for a vault that is thrown away

HEAVY_WEEK = {
    ids.CASELOAD: "74",
    ids.CONTACT: "24",
    ids.OVERTIME: "5",
    ids.SUPERVISION: "30",
    ids.MANAGEABLE: "3",
    ids.ENOUGH: "4",
    ids.TASKS_UNDONE: "4",
    ids.TOO_FEW_BREAKS: "4",
    ids.HARD_WORK_SUPPORT: "2",
    "gad7_1": "2",
    "gad7_2": "2",
    "burnout_item": "4",
}
"""What is typed for each question of the tour's check-in; any other gets a 2."""


def draw(
    application: QApplication,
    folder: Path,
    make_locked_vault: Callable[[Path], LockedVault],
    *,
    looks: Sequence[Look],
    say: Callable[[str], None],
) -> int:
    """Walk through the app once in each look, and save the pictures.

    Args:
        application: with a platform that can draw without a screen.
        folder: where the pictures go.
        make_locked_vault: the locked vault of a data folder.
        looks: dressing what is there anew takes much longer than another walk.
        say: told at each stop how far the tour is.

    Returns:
        The number of pictures.
    """
    reached = itertools.count(1)

    def begin_stop(name: str) -> None:
        say(f"{next(reached)} of {STOPS * len(looks)} {name}")

    for look in looks:
        walk = _Walk(look, folder, begin_stop)
        with never_away(application), TemporaryDirectory(prefix="burnout-check-tour-") as data:
            _draw_one(application, Path(data), make_locked_vault, walk)
        if walk.stops != STOPS:
            raise RuntimeError(f"the tour has {walk.stops} stops; STOPS says {STOPS}")
    return STOPS * len(looks)


def _draw_one(
    application: QApplication,
    data: Path,
    make_locked_vault: Callable[[Path], LockedVault],
    walk: _Walk,
) -> None:
    screen_settings = ScreenSettings(data)
    screen_settings.change(walk.look.settings)
    window = MainWindow(application, make_locked_vault(data), screen_settings, check=system_report)
    try:
        walk.look_at(window)
        walk.whole()
        window.hide()
        empty = data / "another"
        empty.mkdir()
        gone(
            walk,
            data,
            lambda place: MainWindow(
                application, make_locked_vault(empty), screen_settings, place=place
            ),
        )
    finally:
        window.close()
        window.deleteLater()
        settle()


class _Walk(Screenshots):
    """Does what a person does, and takes the pictures."""

    def whole(self) -> None:
        """From the first start until everything is erased."""
        self._first_run()
        shell = self.shell()
        self._visit(shell, "this_week", "trends", "support", "supervision", note="-empty")
        filling_up(self)
        fill_demo(shell.session)
        self._visit(shell, "this_week")
        self._check_in(shell)
        self._visit(shell, "this_week", "trends", "support", "settings")
        trends_in_full(self)
        self._dialogs(shell)
        thresholds(self)
        support_and_actions(self)
        supervision(self)
        self.click(shell, "Lock")
        wait_until(lambda: isinstance(self.window.locked_page, UnlockPage))
        self.picture("unlock")
        self._unlock()
        lost_and_damaged(self, self._code)
        change_passphrase(self, PASSPHRASE)
        ten_years(self)
        erase(self, PASSPHRASE)

    def _first_run(self) -> None:
        page = self.window.locked_page
        if not isinstance(page, FirstRunPage):
            raise TypeError("the tour starts in an empty folder")
        page.first_focus().setFocus()
        self.picture("first-run-work")
        self._press_on(page)
        type_text(PASSPHRASE)
        press(Qt.Key.Key_Return)
        type_text(PASSPHRASE)
        self.picture("first-run-passphrase")
        typed = page.step
        press(Qt.Key.Key_Return)
        wait_until(lambda: page.step is not typed)
        self._code = page.step.code if isinstance(page.step, CodeStep) else ""
        self.picture("first-run-recovery-code")
        self._press_on(page)
        self.picture("first-run-confirm-code")
        if isinstance(page.step, ConfirmStep):
            for number in page.step.confirm.numbers:
                type_text(groups(self._code)[number - 1])
                press(Qt.Key.Key_Return)
        self.picture("first-run-what-is-asked")
        self._press_on(page)
        wait_until(lambda: self.window.shell is not None)

    def _press_on(self, page: FirstRunPage) -> None:
        page.step.on.setFocus()
        press(Qt.Key.Key_Return)

    def _check_in(self, shell: Shell) -> None:
        page = shell.page("check_in")
        shell.navigator.fill_in(shell.session.ledger.week)
        settle()
        if not isinstance(page, CheckInPage) or page.form is None:
            raise TypeError("there is no check-in to fill in")
        form = page.form
        while page.form is form and form.section != LAST:
            self._answer(form)
        self.picture("check-in-else")
        form.next.setFocus()
        press(Qt.Key.Key_Return)
        wait_until(lambda: page.result is not None)
        self.picture("result")

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
                self.picture(f"check-in-{section}")
            form.questions.focus_on(question)
            type_text(HEAVY_WEEK.get(question, "2"))
            if question.startswith("fact_"):
                press(Qt.Key.Key_Return)

    def _visit(self, shell: Shell, *pages: str, note: str = "") -> None:
        for item in PAGES:
            if item.id in pages:
                self.click(shell, item.title)
                self.picture(item.id.replace("_", "-") + note)

    def _dialogs(self, shell: Shell) -> None:
        shell.show_page("this_week")
        settle()
        listed = sorted(
            shell.session.ledger.prompts(), key=lambda prompt: prompt.said_in is not None
        )
        name = f"Why? {listed[0].title}"
        self.picture_of_dialog("why", lambda: self.click(shell.current, name))
        self.picture_of_dialog("help-now", self.window.show_help_now)
        self.picture_of_dialog("keys", lambda: KeysDialog(shell, PAGES).open())
        self._working(shell)

    def _working(self, shell: Shell) -> None:
        shell.navigator.check_everything()
        settle()
        dialog = self.dialog()
        if isinstance(dialog, Working):
            wait_until(lambda: dialog.condition is not None)
            self.picture_of_dialog("is-everything-working")

    def _unlock(self) -> None:
        type_text(PASSPHRASE)
        press(Qt.Key.Key_Return)
        wait_until(lambda: self.window.shell is not None)
