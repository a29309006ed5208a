"""The part of the tour for Trends: few weeks and many, six charts, events, before and after."""

from __future__ import annotations

from PySide6.QtCore import Qt

from burnout_check.charts.panel import Span
from burnout_check.domain.demo import demo_history, demo_years
from burnout_check.domain.history import History
from burnout_check.gui.camera import Camera
from burnout_check.gui.hands import press, settle, wait_until
from burnout_check.gui.pages.trends import TrendsPage

FEW = (3, 8, 60)
"""How many weeks there are at the first stops."""

_PLAIN = ("light",)
_NARROW = ("light", "1024x640", "text-200")
_INKS = ("light", "dark", "contrast")
_READ = ("light", "dark", "text-200")


def filling_up(camera: Camera) -> None:
    """From nothing to a year: what stands there after 3 check-ins, after 8, after 60."""
    shell = camera.shell()
    session = shell.session
    told = demo_history(
        session.week.plus(-1),
        session.content.instruments,
        parts=session.content.questionnaire.parts,
    )
    for count in FEW:
        session.fill(History(told.check_ins[-count:]))
        shell.signals.history_changed.emit()
        page = _page(camera)
        page.bar.show_weeks(None if count > FEW[1] else 26)
        camera.picture(f"trends-{count}-weeks", looks=_PLAIN if count > FEW[0] else _NARROW)
    page.bar.show_weeks(26)


def trends_in_full(camera: Camera) -> None:
    """Two years: six charts, leave, an event by key, before and after, the table, the dialogs."""
    page = _page(camera)
    _events(camera, page)
    page.show_preset("My work")
    page.bar.show_weeks(104)
    camera.picture("trends-six-charts")
    page.show_preset("Supervision")
    page.bar.show_weeks(26)
    camera.picture("trends-supervision", looks=_INKS)
    _leave(camera, page)
    page.show_preset("Both")
    page.bar.show_weeks(26)
    _before_and_after(camera, page)
    camera.click(page, "Choose")
    camera.picture_of_dialog("trends-choose", looks=_NARROW)
    camera.click(page, "Save")
    camera.picture_of_dialog("trends-save", looks=_NARROW)
    camera.click(page, "Table")
    camera.picture("trends-table", looks=("light", "contrast", "text-200"))
    camera.click(page, "Table")


def ten_years(camera: Camera) -> None:
    """Ten years of every measure on one time line, and what goes together in them."""
    shell = camera.shell()
    session = shell.session
    parts = session.content.questionnaire.parts
    session.fill(demo_years(session.week.plus(-1), session.content.instruments, parts=parts))
    shell.signals.history_changed.emit()
    page = _page(camera)
    page.bar.show_weeks(None)
    camera.picture("trends-520-weeks", looks=("light", "1024x640", "dark"))
    page.bring_into_view(page.patterns)
    camera.picture("trends-patterns", looks=_READ)


def _page(camera: Camera) -> TrendsPage:
    shell = camera.shell()
    shell.show_page("trends")
    settle()
    page = shell.current
    if not isinstance(page, TrendsPage):
        raise TypeError("Trends is not in view")
    wait_until(lambda: page.is_drawn)
    return page


def _events(camera: Camera, page: TrendsPage) -> None:
    """Point at a week with the arrow keys, note there what happened, and change it."""
    page.view(page.measures[0]).setFocus(Qt.FocusReason.TabFocusReason)
    for _step in range(3):
        press(Qt.Key.Key_Left)
    camera.picture("trends-pointed", looks=_PLAIN)
    press(Qt.Key.Key_E)
    camera.picture_of_dialog("trends-event", looks=_NARROW)
    first = next(iter(page.events.change.values()))
    first.click()
    camera.picture_of_dialog("trends-event-change", looks=_PLAIN)


def _leave(camera: Camera, page: TrendsPage) -> None:
    """Two weeks of the person's own, around the last leave."""
    history = page.session.history
    last = max(past.week for past in history.away)
    page.bar.show_own_weeks(Span(last.plus(-16), last.plus(3)))
    camera.picture("trends-leave", looks=_INKS)


def _before_and_after(camera: Camera, page: TrendsPage) -> None:
    first = next(iter(page.events.compare.values()))
    first.click()
    settle()
    camera.picture("trends-before-and-after", looks=_READ)
    camera.click(page, "Put before and after away")
