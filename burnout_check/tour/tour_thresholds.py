"""The part of the tour about thresholds: a prompt's reasons, every rule, and how often they err."""

from __future__ import annotations

from PySide6.QtCore import Qt

from burnout_check.domain.settings.setting import Group
from burnout_check.gui.prompts.why import WhyDialog
from burnout_check.gui.settings.settings_page import SettingsPage
from burnout_check.tour.screenshots import Screenshots
from burnout_check.tour.ui_driver import press, settle, type_text, wait_for, wait_until


def thresholds(screenshots: Screenshots) -> None:
    """Look at a prompt's reasons and all rules, change one number, and take it back."""
    _why(screenshots)
    page = _settings(screenshots)
    screenshots.picture("settings-thresholds")
    screenshots.click(page, "Change: Burnout this week")
    wait_until(lambda: screenshots.dialog() is not None)
    press(Qt.Key.Key_Delete)  # the number is marked when its field gets the focus
    type_text("4")
    press(Qt.Key.Key_Return)
    screenshots.picture("rule-changed")
    dialog = screenshots.dialog()
    if dialog is not None:
        screenshots.click(dialog, "Back to the app’s own")
        dialog.reject()
    wait_until(lambda: screenshots.dialog() is None)
    screenshots.click(page, "See: Anxiety at 15 or more")
    screenshots.picture_of_dialog("rule-of-crisis-help")
    screenshots.click(page, "How often this is wrong")
    screenshots.picture_of_dialog("how-often-wrong")


def _why(screenshots: Screenshots) -> None:
    """The worst prompt that is on the screen, its end with what a person may change."""
    shell = screenshots.shell()
    shell.show_page("this_week")
    settle()
    prompt = shell.session.ledger.prompts()[0]
    dialog = WhyDialog(prompt, shell.session, shell.navigator, shell.current)
    dialog.open()
    settle()
    dialog.body.ensureWidgetVisible(dialog.how_often)
    screenshots.picture_of_dialog("why-change-the-rule")


def _settings(screenshots: Screenshots) -> SettingsPage:
    shell = screenshots.shell()
    shell.show_page("settings")
    page = wait_for(SettingsPage, lambda: shell.current)
    page.sections.show_section(Group.THRESHOLDS.value)
    settle()
    return page
