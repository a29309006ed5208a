"""The part of the tour for supervision: prepare, look at it together, agree, and keep it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from burnout_check.gui.supervision.joint_view import Together
from burnout_check.gui.supervision.supervision_page import SupervisionPage
from burnout_check.gui.supervision.supervision_pdf import SupervisionPdf
from burnout_check.tour.screenshots import Camera
from burnout_check.tour.ui_driver import press, settle, type_text, wait_until

_NUMBERS, _LINE = "measure:fact_caseload", "measure:fact_supervision_minutes"
_OWN_LINE = "What felt heaviest this week?"


def supervision(camera: Camera) -> None:
    """Tick two things and a line of one's own, show them, agree on something, and keep it.

    Args:
        camera: with the vault unlocked and some weeks in it.
    """
    page = _prepare(camera)
    camera.picture("supervision-ticked")
    camera.picture("supervision-preview", seen=page.preview)
    camera.click(page, "Save PDF")
    wait_until(lambda: _is_made(camera.dialog()))
    camera.picture_of_dialog("supervision-pdf")
    camera.picture("supervision-history", seen=page.past.view)
    camera.click(page, "Add a session")
    camera.picture_of_dialog("supervision-add-session")
    camera.click(page, "Show together")
    view = _view(camera)
    camera.picture("supervision-together")
    view.walk.go(2)
    view.agree.form.text.take_focus()
    type_text("Pause new allocations until below 60")
    press(Qt.Key.Key_Return)
    view.agree.note.take_focus()
    type_text("Look at it again in two weeks")
    camera.picture("supervision-agreed")
    press(Qt.Key.Key_Escape)
    camera.picture("supervision-covered")
    press(Qt.Key.Key_Return)
    camera.picture("supervision-end")
    press(Qt.Key.Key_Return)
    camera.picture("supervision-kept")
    press(Qt.Key.Key_Return)
    wait_until(lambda: camera.window.centralWidget() is camera.window.shell)
    camera.picture("supervision-after")
    camera.click(page.after, "Answer now")
    camera.picture_of_dialog("supervision-alone")


def _prepare(camera: Camera) -> SupervisionPage:
    shell = camera.shell()
    camera.click(shell, "Supervision")
    page = shell.current
    if not isinstance(page, SupervisionPage):
        raise TypeError("Supervision is not in view")
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


def _view(camera: Camera) -> Together:
    wait_until(lambda: isinstance(camera.window.centralWidget(), Together))
    view = camera.window.centralWidget()
    if not isinstance(view, Together):
        raise TypeError("the view is not there")
    settle()
    return view
