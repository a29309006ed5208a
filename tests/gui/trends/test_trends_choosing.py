"""What is shown and for which weeks, chosen by button, by name and by keyboard."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from burnout_check.charts.draw.drawing import plotted
from burnout_check.charts.model import presets
from burnout_check.charts.model.panel import Span
from burnout_check.domain.week import Week
from burnout_check.gui.trends.choose_measures import ChooseMeasures
from burnout_check.gui.trends.trends_page import TrendsPage
from burnout_check.session.session import Session
from tests.gui.trends.reading import button, drawn


def chooser(qtbot: QtBot, page: TrendsPage) -> ChooseMeasures:
    qtbot.mouseClick(page.bar.presets.own, Qt.MouseButton.LeftButton)
    (dialog,) = page.findChildren(ChooseMeasures)
    qtbot.waitUntil(lambda: any(tick.box.hasFocus() for tick in dialog.ticks.values()))
    return dialog


def test_that_each_name_shows_its_measures(qtbot: QtBot, show, full: Session):
    page = show(full)
    for preset in presets.presets(full.ledger.reading.series):
        qtbot.mouseClick(button(page, preset.name), Qt.MouseButton.LeftButton)

        filled = [name for name in preset.measures if full.ledger.reading.series[name].points]
        assert list(page.measures) == filled
        assert button(page, preset.name).isChecked()


def test_that_any_measure_can_be_shown_but_no_more_than_six(qtbot: QtBot, show, full: Session):
    page = show(full)
    dialog = chooser(qtbot, page)

    assert set(dialog.ticks) == {
        name for name, each in full.ledger.reading.series.items() if each.points
    }
    for name in ("derived_overtime_share", "hse_12"):
        dialog.ticks[name].box.setFocus()
        qtbot.keyClick(dialog.ticks[name].box, Qt.Key.Key_Space)
    assert dialog.count.text() == "6 of 6 ticked"
    assert not dialog.ticks["hse_16"].isEnabled()
    qtbot.mouseClick(dialog.show_button, Qt.MouseButton.LeftButton)
    drawn(qtbot, page)

    assert len(page.measures) == 6
    assert {"derived_overtime_share", "hse_12", "burnout"} <= set(page.measures)
    assert page.bar.presets.own.isChecked()


def test_that_six_charts_share_one_time_line_to_the_pixel(qtbot: QtBot, show, full: Session):
    page = show(full)
    page.show_preset("My work")
    drawn(qtbot, page)
    boxes = [page.figure(measure).axes[0].get_window_extent() for measure in page.measures]
    views = [page.view(measure) for measure in page.measures]

    assert len(page.measures) == 6
    assert len({(box.x0, box.x1) for box in boxes}) == 1
    assert len({page.figure(measure).axes[0].get_xlim() for measure in page.measures}) == 1
    assert len({(view.mapTo(page, QPoint(0, 0)).x(), view.width()) for view in views}) == 1


def test_that_the_middle_is_drawn_over_its_points_and_never_alone(
    qtbot: QtBot, show, full: Session
):
    page = show(full)
    dialog = chooser(qtbot, page)
    dialog.middle.set_on(True)
    qtbot.mouseClick(dialog.show_button, Qt.MouseButton.LeftButton)
    drawn(qtbot, page)
    found = {line.get_gid(): line for line in page.figure("fact_caseload").axes[0].lines}

    assert found["middle"].get_linestyle() == "-"
    assert found["fact_caseload"].get_linestyle() == "None"
    assert found["fact_caseload"].get_marker() != "None"
    points = [
        point
        for point in full.ledger.reading.series["fact_caseload"].points
        if point.week in page.span
    ]
    assert plotted(page.figure("fact_caseload"), "fact_caseload") == tuple(
        (point.week, point.value) for point in points
    )


def test_that_two_weeks_are_chosen_by_keyboard(qtbot: QtBot, show, full: Session):
    page = show(full)
    page.bar.show_weeks(0)
    weeks = page.bar.own_weeks
    assert weeks.first.hasFocus()
    before = page.span

    qtbot.keyClick(weeks.first, Qt.Key.Key_Up)
    drawn(qtbot, page)
    assert page.span.first == before.first.plus(1)
    weeks.last.setFocus()
    qtbot.keyClick(weeks.last, Qt.Key.Key_Down)
    drawn(qtbot, page)
    assert page.span.last == before.last.plus(-1)
    axes = page.figure(page.measures[-1]).axes[0]
    days = [point[0].monday for point in plotted(page.figure("fact_caseload"), "fact_caseload")]
    assert page.span.first.monday <= min(days)
    assert max(days) <= page.span.last.monday
    assert [text.get_text() for text in axes.get_xticklabels()][-1] == "9 Nov"


def test_that_a_typed_day_stands_for_its_week_and_the_first_never_passes_the_last(
    qtbot: QtBot, show, full: Session
):
    page = show(full)
    page.bar.show_weeks(0)
    weeks = page.bar.own_weeks

    weeks.last.line.selectAll()
    qtbot.keyClicks(weeks.last.line, "18 Mar 2026")
    qtbot.keyClick(weeks.last.line, Qt.Key.Key_Return)
    drawn(qtbot, page)

    # 18 March 2026 is a Wednesday.
    assert weeks.last.day == date(2026, 3, 16)
    assert weeks.first.day == date(2026, 3, 16)
    assert page.span.last == Week(date(2026, 3, 16))


def test_that_the_sentence_speaks_of_the_last_of_the_weeks_that_are_shown(
    qtbot: QtBot, show, session: Session
):
    for back, people in ((5, 50), (4, 50), (3, 50), (2, 50), (1, 61), (0, 75)):
        draft = session.check_ins.draft_for(session.ledger.week.plus(-back))
        session.check_ins.submit(draft.state("fact_caseload", people), leave_blank=True)
    page = show(session)
    (panel,) = page.panels
    assert panel.sentence == "people · last 75, 25 over your usual 50, up 25 since October"

    page.bar.show_own_weeks(Span(session.ledger.week.plus(-5), session.ledger.week.plus(-1)))
    drawn(qtbot, page)

    # The weeks begin on 12 October 2026; that of 9 November has the 61.
    (panel,) = page.panels
    said = "people · last 61 in the week of 9 November, 11 over your usual 50, up 11 since October"
    assert panel.sentence == said
    assert said in page.view("fact_caseload").accessibleDescription()
