"""The pages of the window. To add one: its module, and a row here."""

from __future__ import annotations

from burnout_check.gui.bus.page_spec import PageSpec
from burnout_check.gui.check_in.check_in_page import CheckInPage
from burnout_check.gui.looking_back.looking_back_page import LookingBackPage
from burnout_check.gui.settings.settings_page import SettingsPage
from burnout_check.gui.supervision.supervision_page import SupervisionPage
from burnout_check.gui.support.support_page import SupportPage
from burnout_check.gui.this_week.this_week_page import ThisWeekPage
from burnout_check.gui.trends.trends_page import TrendsPage

THIS_WEEK, CHECK_IN, SUPPORT, SUPERVISION, SETTINGS = (
    "this_week",
    "check_in",
    "support",
    "supervision",
    "settings",
)
"""Those that the window itself goes to."""

PAGES = (
    PageSpec(THIS_WEEK, "This week", "home", "Ctrl+1", ThisWeekPage),
    PageSpec(CHECK_IN, "Check-in", "check-in", "Ctrl+2", CheckInPage),
    PageSpec("trends", "Trends", "trends", "Ctrl+3", TrendsPage),
    PageSpec(SUPPORT, "Support", "support", "Ctrl+4", SupportPage),
    PageSpec(SUPERVISION, "Supervision", "supervision", "Ctrl+5", SupervisionPage),
    PageSpec(SETTINGS, "Settings", "settings", "Ctrl+6", SettingsPage),
    PageSpec("looking_back", "Looking back", "note", "Ctrl+7", LookingBackPage),
)
"""From the top of the sidebar; the first is where the app opens."""
