"""The part of the tour for Trends: few weeks and many, six charts, events, before and after."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from burnout_check.charts.model.panel import Span
from burnout_check.domain.demo.demo_history import demo_history, demo_years
from burnout_check.domain.questionnaire.history import History
from burnout_check.gui.trends.trends_page import TrendsPage
from burnout_check.tour.screenshots import Screenshots
from burnout_check.tour.ui_driver import press, wait_for, wait_until

FEW = (3, 8, 60)
"""How many weeks there are at the first stops."""


def filling_up(screenshots: Screenshots) -> None:
    """From nothing to a year: what stands there after 3 check-ins, after 8, after 60."""
    shell = screenshots.shell()
    session = shell.session
    told = demo_history(
        session.ledger.week.plus(-1),
        session.content.instruments,
        parts=session.content.questionnaire.parts,
    )
    for count in FEW:
        session.check_ins.add_all(History(told.check_ins[-count:]))
        page = _page(screenshots)
        page.bar.show_weeks(None if count > FEW[1] else 26)
        screenshots.picture(f"trends-{count}-weeks")
    page.bar.show_weeks(26)


def trends_in_full(screenshots: Screenshots) -> None:
    """Two years: six charts, leave, an event by key, before and after, the table, the dialogs."""
    page = _page(screenshots)
    _events(screenshots, page)
    page.show_preset("My work")
    page.bar.show_weeks(104)
    screenshots.picture("trends-six-charts")
    page.show_preset("Supervision")
    page.bar.show_weeks(26)
    screenshots.picture("trends-supervision")
    _leave(screenshots, page)
    page.show_preset("Both")
    page.bar.show_weeks(26)
    _before_and_after(screenshots, page)
    screenshots.picture_of_dialog("trends-choose", page.bar.own_asked.emit)
    screenshots.picture_of_dialog("trends-save", page.bar.save.click)
    screenshots.click(page, "Table")
    screenshots.picture("trends-table")
    screenshots.click(page, "Table")


def ten_years(screenshots: Screenshots) -> None:
    """Ten years of every measure on one time line, and what goes together in them."""
    shell = screenshots.shell()
    session = shell.session
    parts = session.content.questionnaire.parts
    session.check_ins.add_all(
        demo_years(session.ledger.week.plus(-1), session.content.instruments, parts=parts)
    )
    page = _page(screenshots)
    page.bar.show_weeks(None)
    screenshots.picture("trends-520-weeks")
    _look_at(page, page.patterns)
    screenshots.picture("trends-patterns")


def _page(screenshots: Screenshots) -> TrendsPage:
    shell = screenshots.shell()
    shell.show_page("trends")
    page = wait_for(TrendsPage, lambda: shell.current)
    wait_until(lambda: page.is_drawn)
    return page


def _look_at(page: TrendsPage, part: QWidget) -> None:
    """Scroll to a card once the charts above it are as high as they will be."""
    wait_until(lambda: page.is_drawn)
    page.bring_into_view(part)


def _events(screenshots: Screenshots, page: TrendsPage) -> None:
    """Point at a week with the arrow keys, note there what happened, and change it."""
    view = page.view(page.measures[0])
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for _step in range(3):
        press(Qt.Key.Key_Left)
    screenshots.picture("trends-pointed")
    week = view.week
    screenshots.picture_of_dialog("trends-event", lambda: view.event_asked.emit(week))
    change = page.events.change[page.session.events.all()[-1].id]
    screenshots.picture_of_dialog("trends-event-change", change.click)


def _leave(screenshots: Screenshots, page: TrendsPage) -> None:
    """Two weeks of the person's own, around the last leave."""
    history = page.session.ledger.history
    last = max(past.week for past in history.away)
    page.bar.show_own_weeks(Span(last.plus(-16), last.plus(3)))
    screenshots.picture("trends-leave")


def _before_and_after(screenshots: Screenshots, page: TrendsPage) -> None:
    next(iter(page.events.compare.values())).click()
    _look_at(page, page.comparison)
    screenshots.picture("trends-before-and-after")
    screenshots.click(page, "Put before and after away")
