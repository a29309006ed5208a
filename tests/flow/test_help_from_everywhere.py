"""I need help now, by one key and by one click, from every page and over every dialog there is."""

import importlib
import pkgutil
from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMessageBox, QWidget

import burnout_check.gui
from burnout_check.diagnostics.system_report import SystemReport
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.gui.actions.action_dialog import ActionDialog
from burnout_check.gui.actions.ended_actions import EndedActions
from burnout_check.gui.kit.fields import Field
from burnout_check.gui.kit.select import Select
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.gui.options.hard_event_dialog import HardEventDialog
from burnout_check.gui.options.how_to import HowTo
from burnout_check.gui.prompts.help_page import HelpPage, show_how_often
from burnout_check.gui.prompts.why import WhyDialog
from burnout_check.gui.saving.file_dialog import FileDialog
from burnout_check.gui.settings.one_rule import RuleDialog
from burnout_check.gui.supervision.for_you_alone import ForYouAlone
from burnout_check.gui.supervision.past_session_sheet import PastSessionSheet
from burnout_check.gui.supervision.supervision_pdf import SupervisionPdf
from burnout_check.gui.support.local_form import LocalForm
from burnout_check.gui.this_week.not_this_week import NotThisWeekDialog
from burnout_check.gui.this_week.other_week import OtherWeekDialog
from burnout_check.gui.trends.choose_measures import ChooseMeasures
from burnout_check.gui.trends.event_dialog import EventDialog
from burnout_check.gui.trends.save_trends import SaveTrends
from burnout_check.gui.vault.change_passphrase import ChangePassphrase
from burnout_check.gui.vault.erase import EraseDialog
from burnout_check.gui.vault.new_code import NewCode
from burnout_check.gui.vault.secret_sheet import SecretSheet
from burnout_check.gui.window.clock_dialog import ClockDialog
from burnout_check.gui.window.crash import CrashDialog
from burnout_check.gui.window.help_now import HelpNow
from burnout_check.gui.window.keys import KeysDialog
from burnout_check.gui.window.main_window import MainWindow
from burnout_check.gui.window.pages import PAGES
from burnout_check.gui.window.working import Working

HELP = "I need help now"
PARTS_OF_DIALOGS = {FileDialog, Sheet, SecretSheet}  # never opened by themselves


def page(window: MainWindow, name: str) -> Any:
    """A page of the window, brought into view; its own names are known only to it."""
    assert window.shell is not None
    window.shell.show_page(name)
    return window.shell.current


def this_week(window: MainWindow) -> Any:
    return page(window, "this_week")


def support(window: MainWindow) -> Any:
    return page(window, "support")


def why(window: MainWindow) -> None:
    over = this_week(window)
    WhyDialog(over.session.ledger.prompts()[0], over.session, over.navigator, over).open()


def one_rule(window: MainWindow) -> None:
    over = this_week(window)
    RuleDialog("overtime", over.session, over).open()


def how_often(window: MainWindow) -> None:
    over = this_week(window)
    show_how_often(over.session, over)


def trends(window: MainWindow) -> Any:
    return page(window, "trends")


def for_you_alone(window: MainWindow) -> None:
    over = page(window, "supervision")
    if not over.session.ledger.sessions:
        over.session.supervision.add(SupervisionSession(over.session.ledger.today, 30))
        over.after.look(today=over.session.ledger.today)
    over.after.alone.yes.emit()


def supervision_pdf(window: MainWindow) -> None:
    over = page(window, "supervision")
    over._choice = over._choice.tick(over.session.sharing.items()[0].id)
    over._on_save()


def working(window: MainWindow) -> None:
    window._window_dialogs._check = lambda _folder: SystemReport((), ())
    window.show_working()


# How a person gets to each. A new dialog needs a line here.
OPENERS: dict[type[QDialog], Callable[[MainWindow], object]] = {
    ActionDialog: lambda window: next(iter(this_week(window).my_actions.changes.values())).click(),
    ChangePassphrase: lambda window: this_week(window).navigator.change_passphrase(),
    ChooseMeasures: lambda window: trends(window).bar.own_asked.emit(),
    ClockDialog: lambda window: ClockDialog("The clock says 1970.", window).open(),
    CrashDialog: lambda window: window._window_dialogs._on_crashed("a report"),
    EndedActions: lambda window: this_week(window).my_actions.ended.click(),
    EraseDialog: lambda window: this_week(window).navigator.erase(),
    EventDialog: lambda window: trends(window).keeper.ask_new(),
    ForYouAlone: for_you_alone,
    HardEventDialog: lambda window: this_week(window).hard_event.click(),
    HelpPage: how_often,
    HowTo: lambda window: support(window).rows()[0].more.click(),
    KeysDialog: lambda window: this_week(window).window().shell._on_keys_asked(),
    LocalForm: lambda window: support(window).local_card.new.click(),
    NewCode: lambda window: this_week(window).navigator.new_code(),
    NotThisWeekDialog: lambda window: this_week(window).week_card.skip_asked.emit(),
    OtherWeekDialog: lambda window: this_week(window).week_card.other_week_asked.emit(),
    PastSessionSheet: lambda window: page(window, "supervision").past.view.add_asked.emit(),
    QMessageBox: lambda window: window._window_dialogs._on_sentence_raised("The disk is full."),
    RuleDialog: one_rule,
    SaveTrends: lambda window: trends(window)._on_save_asked(),
    SupervisionPdf: supervision_pdf,
    WhyDialog: why,
    Working: working,
}


def our_dialogs() -> set[type[QDialog]]:
    """Every dialog that any module of the window defines."""
    package = burnout_check.gui
    found: set[type[QDialog]] = set()
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        members = vars(importlib.import_module(module.name)).values()
        found |= {each for each in members if isinstance(each, type) and issubclass(each, QDialog)}
    return {each for each in found if each.__module__.startswith(package.__name__)}


def first_field(within: QWidget) -> Field | None:
    """The first line to type in."""
    return next((each for each in within.findChildren(Field) if each.line.isVisible()), None)


class Asking:
    """Asks for help the two ways, and puts it away again."""

    def __init__(self, qtbot, window: MainWindow) -> None:
        self._qtbot = qtbot
        self._window = window

    def by_key(self, *, of: str) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None, f"nothing has the focus: {of}"
        self._qtbot.keyClick(focus, Qt.Key.Key_F2)
        self._is_there(of)

    def by_click(self, within: QWidget, *, of: str) -> None:
        buttons = within.findChildren(QAbstractButton)
        found = [each for each in buttons if each.text() == HELP and each.isVisible()]
        assert found, f"no button for help: {of}"
        self._qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)
        self._is_there(of)

    def _is_there(self, of: str) -> None:
        shown = [each for each in self._window.findChildren(HelpNow) if each.isVisible()]
        assert len(shown) == 1, f"help is not there: {of}"
        assert shown[0].isModal()
        shown[0].reject()
        self._qtbot.waitUntil(lambda: not self._window.findChildren(HelpNow))
        below = [each for each in self._window.findChildren(QDialog) if each.isVisible()]
        next_one = below[0] if below else self._window
        next_one.activateWindow()  # as a desktop does when a dialog closes
        self._qtbot.waitUntil(next_one.isActiveWindow)


@pytest.fixture
def inside(open_window, vault_with, locked_vault, ui_driver):
    """A window that is unlocked, over 8 weeks, with one action open and one done."""
    vault_with(8)
    window = open_window()
    shell = ui_driver.unlock(window)
    done = shell.session.actions.add("Take a break")
    shell.session.actions.add("Ask for a review")
    shell.session.actions.put(done, type(done.status).DONE)
    return window


def test_that_every_dialog_there_is_is_tried_here():
    assert set(OPENERS) == our_dialogs() - PARTS_OF_DIALOGS - {HelpNow} | {QMessageBox}


def test_that_help_is_over_every_dialog_by_key_and_by_click(inside, qtbot):
    asking = Asking(qtbot, inside)
    for kind, opens in OPENERS.items():
        opens(inside)
        dialog = next(each for each in inside.findChildren(kind) if each.isVisible())
        qtbot.waitUntil(dialog.isActiveWindow)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

        asking.by_key(of=kind.__name__)
        if isinstance(dialog, Sheet):
            asking.by_click(dialog, of=kind.__name__)
        if (field := first_field(dialog)) is not None:
            field.take_focus()
            asking.by_key(of=f"{kind.__name__}, {field.label.text()}")

        assert dialog.isVisible()
        dialog.reject()
        qtbot.waitUntil(lambda kind=kind: not inside.findChildren(kind))


def test_that_help_is_on_every_page_by_key_and_by_click(inside, qtbot):
    asking = Asking(qtbot, inside)
    for item in PAGES:
        shown = page(inside, item.id)
        qtbot.waitUntil(lambda shown=shown: shown.is_drawn)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

        asking.by_key(of=item.title)
        asking.by_click(inside, of=item.title)
        if (field := first_field(shown)) is not None:
            field.take_focus()
            asking.by_key(of=f"{item.title}, {field.label.text()}")


def test_that_help_is_there_while_a_list_is_open(inside, qtbot):
    this_week(inside).my_actions.changes.popitem()[1].click()
    form = inside.findChild(ActionDialog)
    qtbot.waitUntil(form.isActiveWindow)
    choice = form.findChild(Select)
    choice.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)

    qtbot.keyClick(choice.view(), Qt.Key.Key_F2)

    assert QApplication.activePopupWidget() is None
    assert [each.isVisible() for each in inside.findChildren(HelpNow)] == [True]
    inside.findChild(HelpNow).reject()
    form.reject()


def test_that_help_is_there_while_slow_work_goes_on(inside, qtbot):
    this_week(inside).navigator.change_passphrase()
    dialog = inside.findChild(ChangePassphrase)
    qtbot.waitUntil(dialog.isActiveWindow)
    goes_on = Event()
    ended: list[object] = []
    dialog._worker.start(goes_on.wait, done=ended.append, failed=ended.append)
    try:
        Asking(qtbot, inside).by_key(of="while working")
        assert dialog.busy
    finally:
        goes_on.set()
    qtbot.waitUntil(lambda: bool(ended))
    dialog.reject()


def test_that_help_is_in_the_first_run_and_while_locked(
    open_window, ui_driver, qtbot, locked_vault
):
    window = open_window()
    asking = Asking(qtbot, window)
    ui_driver.has_focus_in(window.locked_page)
    asking.by_key(of="first run")
    asking.by_click(window.locked_page, of="first run")
    window.close()


def test_that_help_is_on_unlock_and_on_the_way_to_a_backup(inside, ui_driver, qtbot):
    asking = Asking(qtbot, inside)
    inside.lock("Locked because you asked.")
    ui_driver.has_focus_in(inside.locked_page)
    asking.by_key(of="unlock")
    asking.by_click(inside.locked_page, of="unlock")

    inside.locked_page.restore()
    qtbot.waitUntil(lambda: inside.locked_page.recovery is not None)
    ui_driver.has_focus_in(inside.locked_page)
    asking.by_key(of="restore")
    asking.by_click(inside.locked_page, of="restore")


def test_that_a_second_press_opens_no_second_screen(inside, qtbot):
    this_week(inside)
    for _press in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F2)

    assert len(inside.findChildren(HelpNow)) == 1
    inside.findChild(HelpNow).reject()
