"""The part of the tour for supervision: prepare, look at it together, agree, and keep it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from burnout_check.gui.supervision.joint_view import JointView
from burnout_check.gui.supervision.supervision_page import SupervisionPage
from burnout_check.gui.supervision.supervision_pdf import SupervisionPdf
from burnout_check.tour.screenshots import Screenshots
from burnout_check.tour.ui_driver import press, type_text, wait_for, wait_until

_NUMBERS, _LINE = "measure:fact_caseload", "measure:fact_supervision_minutes"
_OWN_LINE = "What felt heaviest this week?"


def supervision(screenshots: Screenshots) -> None:
    """Tick two things and a line of one's own, show them, agree on something, and keep it.

    Args:
        screenshots: with the vault unlocked and some weeks in it.
    """
    page = _prepare(screenshots)
    screenshots.picture("supervision-ticked")
    screenshots.picture("supervision-preview", seen=page.preview)
    screenshots.click(page, "Save PDF")
    wait_until(lambda: _is_made(screenshots.dialog()))
    screenshots.picture_of_dialog("supervision-pdf")
    screenshots.picture("supervision-history", seen=page.past.view)
    screenshots.click(page, "Add a session")
    screenshots.picture_of_dialog("supervision-add-session")
    screenshots.click(page, "Show together")
    view = wait_for(JointView, screenshots.window.centralWidget)
    screenshots.picture("supervision-together")
    view.walk.go(2)
    view.agree.form.text.take_focus()
    type_text("Pause new allocations until below 60")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    view.agree.note.take_focus()
    type_text("Look at it again in two weeks")
    screenshots.picture("supervision-agreed")
    press(Qt.Key.Key_Escape)
    screenshots.picture("supervision-covered")
    press(Qt.Key.Key_Return)
    screenshots.picture("supervision-end")
    press(Qt.Key.Key_Return)
    screenshots.picture("supervision-kept")
    press(Qt.Key.Key_Return)
    wait_until(lambda: screenshots.window.centralWidget() is screenshots.window.shell)
    screenshots.picture("supervision-after")
    screenshots.click(page.after, "Answer now")
    screenshots.picture_of_dialog("supervision-alone")


def _prepare(screenshots: Screenshots) -> SupervisionPage:
    shell = screenshots.shell()
    screenshots.click(shell, "Supervision")
    page = wait_for(SupervisionPage, lambda: shell.current)
    rows = {name: row for group in page.choice.groups.values() for name, row in group.rows.items()}
    for name in (_NUMBERS, _LINE):
        rows[name].tick.box.setFocus()
        press(Qt.Key.Key_Space)
    numbers = rows[_NUMBERS].numbers
    if numbers is not None:
        numbers.box.setFocus()
        press(Qt.Key.Key_Space)
    page.agenda.new.setFocus()
    type_text(_OWN_LINE)
    press(Qt.Key.Key_Return)
    page.choice.show_button.setFocus()
    return page


def _is_made(dialog: QDialog | None) -> bool:
    return isinstance(dialog, SupervisionPdf) and dialog.preview.maker.printed is not None
