"""One chart under the keys, the pointer and a screen reader; and its colours."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from burnout_check.domain.questionnaire.check_in import Reason
from burnout_check.domain.week import plain_date
from burnout_check.gui.charting.chart_look import style_of
from burnout_check.gui.look.theme import Scheme, Theme, apply_theme
from burnout_check.gui.look.tokens import DARK, LIGHT, Tokens
from burnout_check.gui.trends.trends_page import TrendsPage
from burnout_check.session.changed import Changed
from burnout_check.session.session import Session
from tests.gui.people import context
from tests.gui.trends.reading import contrast, drawn


def test_that_the_keyboard_goes_from_week_to_week_and_says_the_value(
    qtbot: QtBot, show, full: Session
):
    page = show(full)
    view = page.view("fact_caseload")
    last, before = (
        full.ledger.reading.series["fact_caseload"].points[-1],
        full.ledger.reading.series["fact_caseload"].points[-2],
    )

    def words(point) -> str:
        return f"Week of {plain_date(point.week.monday, year=True)}: {point.value:g} people"

    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.said == words(last)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.said == words(before)
    assert page.view("burnout").week == before.week
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.said == words(last)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.week is not None
    assert view.week < full.ledger.week.plus(-20)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.said == ""


def test_that_the_keyboard_also_stops_at_weeks_away(qtbot: QtBot, show, session: Session):
    for back in (4, 3, 1):
        draft = session.check_ins.draft_for(session.ledger.week.plus(-back)).state(
            "fact_caseload", 50
        )
        session.check_ins.submit(draft, leave_blank=True)
    session.check_ins.not_this_week(session.ledger.week.plus(-2), Reason.LEAVE)
    page = show(session)
    view = page.view("fact_caseload")

    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Left)

    monday = plain_date(session.ledger.week.plus(-2).monday, year=True)
    assert view.said == f"Week of {monday}: leave"


def test_that_the_pointer_says_the_same_and_all_charts_show_the_week(
    qtbot: QtBot, show, full: Session
):
    page = show(full)
    view, point = page.view("fact_caseload"), full.ledger.reading.series["fact_caseload"].points[-3]
    axes = page.figure("fact_caseload").axes[0]
    (line,) = [line for line in axes.lines if line.get_gid() == "fact_caseload"]
    x, _y = axes.transData.transform(line.get_xydata()[-3])

    qtbot.mouseMove(view, QPoint(round(x / view.devicePixelRatioF()), 40))

    assert view.said.endswith(f": {point.value:g} people")
    assert page.view("burnout").week == point.week
    assert page.view("burnout").said == ""
    assert view.grab().toImage() != page.view("burnout").grab().toImage()


def test_that_a_screen_reader_gets_a_graphic_with_everything_in_words(show, full: Session):
    page = show(full)
    view = page.view("gad7")
    reached = QAccessible.queryAccessibleInterface(view)

    assert reached.role() is QAccessible.Role.Graphic
    assert reached.text(QAccessible.Text.Name) == full.ledger.reading.series["gad7"].measure.name
    said = reached.text(QAccessible.Text.Description)
    assert full.ledger.reading.trend("gad7", full.ledger.week, since=page.span.first) in said
    assert "15 or more (published)." in said


def test_that_the_charts_follow_the_theme(qtbot: QtBot, qapp: QApplication, show, full: Session):
    page = show(full)
    before = page.figure("burnout").get_facecolor()

    apply_theme(qapp, Theme(Scheme.DARK))  # as when the system turns dark in the evening
    drawn(qtbot, page)

    assert before == (1, 1, 1, 1)
    assert sum(page.figure("burnout").get_facecolor()[:3]) < 0.6


def test_that_the_charts_follow_the_text_size(
    qtbot: QtBot, qapp: QApplication, show, full: Session
):
    page = show(full)
    before, tall = page.figure("burnout"), page.view("burnout").height()

    apply_theme(qapp, Theme(Scheme.LIGHT, 2.0))
    page.context.news.announce(Changed.LOOK)
    drawn(qtbot, page)
    sizes = [
        figure.axes[0].get_xticklabels()[0].get_fontsize()
        for figure in (before, page.figure("burnout"))
    ]

    bar, card = (part.mapTo(page, QPoint(0, 0)) for part in (page.bar, page.charts))

    assert card.y() - bar.y() - page.bar.height() == 24  # 12 at 100 %
    assert sizes == [9.75, 19.5]
    assert page.view("burnout").height() == 2 * tall


def test_that_high_contrast_uses_only_the_colours_of_the_system(
    qtbot: QtBot, qapp: QApplication, show, full: Session
):
    from matplotlib.colors import to_hex

    system = QPalette(Qt.GlobalColor.black)
    apply_theme(qapp, Theme(Scheme.CONTRAST), system=system)
    page = TrendsPage(context(full))
    qtbot.addWidget(page)
    page.resize(1072, 724)
    page.show()
    drawn(qtbot, page)
    axes = page.figure("gad7").axes[0]
    bands = [patch for patch in axes.patches if patch.get_gid() == "band"]

    assert {to_hex(band.get_facecolor()) for band in bands} == {to_hex(axes.get_facecolor())}
    assert {text.get_color() for text in axes.texts} == {
        system.color(QPalette.ColorRole.WindowText).name().upper()
    }


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_that_every_mark_stands_out_from_every_ground_of_a_chart(
    qapp: QApplication, tokens: Tokens
):
    style = style_of(tokens, text=13)
    grounds = (style.surface, *style.bands)

    for ground in grounds:
        for mark in (*style.lines, style.muted):
            assert contrast(mark, ground) >= 3
    for text in (style.ink, style.muted):
        assert contrast(text, style.surface) >= 4.5


def test_that_nothing_is_pointed_at_by_a_chart_that_is_gone(qtbot: QtBot, show, full: Session):
    page = show(full)
    view = page.view("burnout")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert page.view("fact_caseload").week is not None

    page.show_preset("My work")

    assert page.view("fact_caseload").week is None


def test_that_a_mark_goes_with_its_chart_even_while_another_window_has_the_keyboard(
    qtbot: QtBot, show, full: Session
):
    page = show(full)
    view = page.view("burnout")
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Left)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not view.hasFocus())
    assert page.view("fact_caseload").week is not None

    page.show_preset("My work")
    drawn(qtbot, page)

    assert page.view("fact_caseload").week is None
