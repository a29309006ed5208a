"""The Trends page: what it shows, when it draws, and that it fits."""

import subprocess
import sys
from datetime import date

import pytest
from matplotlib.text import Text
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from burnout_check import charts
from burnout_check.charts.draw.drawing import plotted
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.gui.charting.chart_look import style_of
from burnout_check.gui.look.theme import Scheme, Theme
from burnout_check.gui.look.tokens import LIGHT
from burnout_check.paths import font_files
from burnout_check.session.changed import Changed
from burnout_check.session.session import Session
from tests.gui.people import Asked
from tests.gui.trends.reading import button, drawn


def test_that_the_page_is_imported_without_matplotlib():
    code = (
        "import sys, burnout_check.gui.trends.trends_page, burnout_check.charts; "
        "assert 'matplotlib' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_that_the_latest_point_is_in_the_plotted_line(qtbot: QtBot, show, full: Session):
    page = show(full)
    last = full.ledger.reading.series["fact_caseload"].last
    assert last is not None

    assert plotted(page.figure("fact_caseload"), "fact_caseload")[-1] == (last.week, last.value)


def test_that_a_new_check_in_is_plotted_at_once(qtbot: QtBot, show, full: Session):
    page = show(full)
    full.check_ins.submit(
        full.check_ins.draft_for(full.ledger.week).state("fact_caseload", 41), leave_blank=True
    )

    drawn(qtbot, page)

    assert plotted(page.figure("fact_caseload"), "fact_caseload")[-1] == (full.ledger.week, 41)


def test_that_the_line_of_a_chart_follows_a_changed_number_at_once(
    qtbot: QtBot, show, full: Session
):
    page = show(full)
    page.show_measures(("cbi_work",))
    threshold = full.thresholds.get("cbi-work")
    full.thresholds.update(threshold, threshold.adjustable_numbers[0], 60)

    drawn(qtbot, page)

    words = [text.get_text() for text in page.figure("cbi_work").findobj(Text)]
    assert any("60 or more (your line)" in each for each in words)


def test_that_the_lines_that_ship_stand_at_their_values(qtbot: QtBot, show, full: Session):
    page = show(full)
    page.show_measures(("gad7", "burnout", "fact_caseload", "fact_overtime_hours"))
    drawn(qtbot, page)

    def stand_at(measure: str) -> set[float]:
        lines = page.figure(measure).axes[0].lines
        return {
            float(line.get_ydata()[0])
            for line in lines
            if line.get_gid() in ("reference", "band edge")
        }

    # GAD-7: 5, 10 and 15 (Spitzer 2006), 8 for NHS Talking Therapies. Burnout: 3 of 5 (Dolan 2015).
    # The demo's job plan has 60 people and 37.5 hours, of which a tenth is 3.75.
    assert stand_at("gad7") == {5, 8, 10, 15}
    assert stand_at("burnout") == {3}
    assert stand_at("fact_caseload") == {60}
    assert stand_at("fact_overtime_hours") == {3.75}


def test_that_what_this_week_shows_is_shown_first_for_half_a_year(show, full: Session):
    page = show(full)
    points = plotted(page.figure("burnout"), "burnout")

    assert page.measures == ("burnout", "gad7", "fact_caseload", "fact_supervision_minutes")
    assert points[0][0] >= full.ledger.week.plus(-25)


def test_that_choices_and_ranges_stay_while_the_page_is_away(qtbot: QtBot, show, full: Session):
    page = show(full)
    qtbot.mouseClick(button(page, "My work"), Qt.MouseButton.LeftButton)
    page.bar.show_weeks(104)
    drawn(qtbot, page)
    page.hide()
    page.show()
    drawn(qtbot, page)

    assert page.measures[:2] == ("fact_caseload", "fact_contact_hours")
    assert "burnout" not in page.measures
    assert plotted(page.figure("fact_caseload"), "fact_caseload")[0][0] < full.ledger.week.plus(-90)


def test_that_a_name_without_a_button_is_in_the_menu(qtbot: QtBot, show, full: Session):
    page = show(full, size=(400, 600))
    own = page.bar.presets.own
    actions = {action.text(): action for action in own.menu().actions()}

    assert own.text() == "Both"
    assert "Choose measures" in actions
    actions["Supervision"].trigger()
    drawn(qtbot, page)

    assert "derived_supervision_met" in page.measures
    assert own.text() == "Supervision"


def test_that_the_charts_share_one_time_line_to_the_pixel(show, full: Session):
    page = show(full)
    views = [page.view(measure) for measure in page.measures]
    boxes = [page.figure(measure).axes[0].get_window_extent() for measure in page.measures]

    assert len({view.mapTo(page, QPoint(0, 0)).x() for view in views}) == 1
    assert len({(box.x0, box.x1) for box in boxes}) == 1
    assert len({page.figure(measure).axes[0].get_xlim() for measure in page.measures}) == 1


def test_that_a_vault_without_check_ins_offers_the_first(qtbot: QtBot, show, session: Session):
    asked = Asked()
    page = show(session, asked=asked)
    start = page.first_focus()
    assert isinstance(start, QPushButton)

    qtbot.mouseClick(start, Qt.MouseButton.LeftButton)

    assert asked.commands == [("fill_in", session.ledger.week)]


def test_that_one_check_in_is_one_point(show, session: Session):
    session.check_ins.submit(
        session.check_ins.draft_for(session.ledger.week).state("fact_caseload", 50),
        leave_blank=True,
    )
    page = show(session)

    assert plotted(page.figure("fact_caseload"), "fact_caseload") == ((session.ledger.week, 50),)
    assert page.measures == ("fact_caseload",)


@pytest.mark.parametrize(
    ("size", "scale"), [((1072, 724), 1.0), ((816, 564), 1.0), ((720, 540), 2.0), ((400, 400), 1.0)]
)
def test_that_nothing_is_wider_than_the_page(qtbot: QtBot, show, full: Session, size, scale):
    page = show(full, size=size, theme=Theme(Scheme.LIGHT, scale))
    for measure in page.measures:
        view = page.view(measure)
        right = view.mapTo(page, QPoint(view.width(), 0)).x()
        shown = view.pixmap()

        assert right <= page.width()
        assert shown.deviceIndependentSize().toSize() == view.size()
    for part in page.bar.findChildren(QPushButton):
        if part.isVisible():
            assert part.mapTo(page, QPoint(part.width(), 0)).x() <= page.width()
            assert part.width() >= part.minimumSizeHint().width()


def test_that_a_hidden_page_draws_nothing(qtbot: QtBot, show, full: Session):
    page = show(full)
    before = page.figure("burnout")
    page.hide()
    page.show_preset("My work")

    assert page.figure("burnout") is before
    assert "fact_contact_hours" not in page.measures


def test_that_a_hidden_page_draws_nothing_even_if_it_has_other_room(
    qtbot: QtBot, show, full: Session
):
    page = show(full)
    before = page.figure("burnout")
    page.hide()
    page.charts.set_room(10 * page.height())  # seen, each chart would be drawn higher
    drawn(qtbot, page)

    assert page.figure("burnout") is before
    page.show()
    page.charts.set_room(10 * page.height())
    drawn(qtbot, page)
    assert page.figure("burnout") is not before


def test_that_the_minutes_of_a_session_that_was_kept_are_plotted(show, session: Session):
    for back, minutes in ((3, 60), (2, 45), (1, 30)):
        draft = session.check_ins.draft_for(session.ledger.week.plus(-back))
        session.check_ins.submit(draft.state("fact_supervision_minutes", minutes), leave_blank=True)
    # Two sessions in the week of 16 November 2026, which has no check-in yet: 50 and 25.
    session.supervision.add(SupervisionSession(date(2026, 11, 17), 50))
    session.supervision.add(SupervisionSession(date(2026, 11, 19), 25))

    page = show(session)

    assert [
        (str(week), minutes)
        for week, minutes in plotted(
            page.figure("fact_supervision_minutes"), "fact_supervision_minutes"
        )
    ] == [
        ("2026-10-26", 60),
        ("2026-11-02", 45),
        ("2026-11-09", 30),
        ("2026-11-16", 75),
    ]


def test_that_only_what_changed_is_drawn_again(qtbot: QtBot, show, full: Session):
    page = show(full)
    before = page.figure("burnout")

    page.context.news.announce(Changed.SETTINGS)
    drawn(qtbot, page)
    assert page.figure("burnout") is before

    page.bar.show_weeks(104)
    drawn(qtbot, page)
    assert page.figure("burnout") is not before


def test_that_a_page_that_goes_while_it_draws_leaves_nothing_behind(qtbot, show, full: Session):
    page = show(full)
    page.bar.show_weeks(None)
    qtbot.waitUntil(lambda: not page.is_drawn)
    page.hide()

    assert page.figure("burnout") is not None


def test_that_charts_are_warm_after_the_warm_up(qapp: QApplication):
    charts.warm_up(font_files())
    from burnout_check.charts.draw.chart_fonts import families

    assert families(style_of(LIGHT, text=13))[0] == "Atkinson Hyperlegible"
