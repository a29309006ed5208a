"""The part of the tour about support: a hard event, the question after it, actions, own entries."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from burnout_check.gui.check_in.check_in_form import LAST
from burnout_check.gui.check_in.check_in_page import CheckInPage
from burnout_check.gui.this_week.this_week_page import ThisWeekPage
from burnout_check.tour.screenshots import Screenshots
from burnout_check.tour.ui_driver import press, settle, type_text, wait_for, wait_until


def support_and_actions(screenshots: Screenshots) -> None:
    """Walk through what there is on a bad day and after it; the vault holds the demo's weeks."""
    _hard_event(screenshots)
    _look_in(screenshots)
    _actions(screenshots)
    _support(screenshots)


def _this_week(screenshots: Screenshots) -> ThisWeekPage:
    shell = screenshots.shell()
    shell.show_page("this_week")
    return wait_for(ThisWeekPage, lambda: shell.current)


def _hard_event(screenshots: Screenshots) -> None:
    page = _this_week(screenshots)
    screenshots.picture_of_dialog(
        "hard-event", lambda: screenshots.click(page, "Something hard happened")
    )


def _look_in(screenshots: Screenshots) -> None:
    """A hard event is put into the check-in before this one, so that This week asks after it."""
    shell = screenshots.shell()
    before = shell.session.ledger.history.before(shell.session.ledger.week)
    page = shell.page("check_in")
    if before is None or not isinstance(page, CheckInPage):
        raise RuntimeError("there is no check-in to look back on")
    shell.navigator.fill_in(before.week)
    settle()
    form = page.form
    if form is None:
        raise RuntimeError("the check-in is not open")
    while form.section != LAST:
        form.go_on()
    if form.anything_else is not None:
        next(iter(form.anything_else.boxes.values())).set_on(True)
    form.next.setFocus()
    press(Qt.Key.Key_Return)
    if page.result is None:  # questions that week had left open stay open
        press(Qt.Key.Key_Return)
    wait_until(lambda: page.result is not None)
    screenshots.picture_of_dialog("hard-event-after-check-in")
    this_week = _this_week(screenshots)
    screenshots.picture("look-in")
    screenshots.click(this_week, "I have the support I need")
    screenshots.picture("look-in-answered")


def _actions(screenshots: Screenshots) -> None:
    page = _this_week(screenshots)
    card = page.my_actions
    if card is None:
        raise RuntimeError("This week has no actions")
    card.new.what.take_focus()
    type_text("Ask for a caseload review")
    screenshots.picture("action-new")
    press(Qt.Key.Key_Return)
    changes = [
        button
        for button in card.findChildren(QAbstractButton)
        if button.accessibleName().startswith("Change: ") and button.isVisible()
    ]
    screenshots.picture_of_dialog("action-form", changes[0].click)
    screenshots.picture_of_dialog(
        "actions-ended", lambda: screenshots.click(card, "Done and dropped")
    )


def _support(screenshots: Screenshots) -> None:
    shell = screenshots.shell()
    shell.show_page("support")
    settle()
    screenshots.click(shell.current, "More options")
    screenshots.picture("support-more")
    page = shell.current
    screenshots.picture_of_dialog(
        "how-to", lambda: screenshots.click(page, "More about Samaritans")
    )
    screenshots.picture_of_dialog("local-entry", lambda: screenshots.click(page, "Add an entry"))
