"""The Trends page: real widgets over a real vault, with the demo's two years in it."""

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from burnout_check.charts.drawing import plotted
from burnout_check.content.loader import load
from burnout_check.domain.check_in import Reason
from burnout_check.domain.content import Content
from burnout_check.domain.demo import demo_history, demo_settings
from burnout_check.domain.week import LONDON, plain_date, short_date
from burnout_check.gui.clipboard import Clipboard
from burnout_check.gui.pages.trends import TrendsPage
from burnout_check.gui.signals import Signals
from burnout_check.gui.theme import Scheme, Theme, apply_theme
from burnout_check.paths import resources_dir
from burnout_check.session import Session
from tests.vaults import new_vault

FRIDAY = datetime(2026, 11, 20, 16, 50, tzinfo=LONDON)


@pytest.fixture(scope="module")
def content() -> Content:
    return load(resources_dir())


@pytest.fixture
def session(tmp_path: Path, content: Content):
    session = Session(new_vault(tmp_path), content, clock=lambda: FRIDAY)
    yield session
    session.close()


@pytest.fixture
def full(session: Session) -> Session:
    session.fill(demo_history(session.week.plus(-1), session.content.instruments))
    session.change(demo_settings())
    return session


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication):
    def show(session: Session, *, size=(1072, 724), theme: Theme | None = None) -> TrendsPage:
        apply_theme(qapp, theme or Theme(Scheme.LIGHT))
        page = TrendsPage(session, Signals(qapp), Clipboard(qapp.clipboard(), qapp))
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        drawn(qtbot, page)
        return page

    return show


def drawn(qtbot: QtBot, page: TrendsPage) -> None:
    qtbot.waitUntil(lambda: page.is_drawn, timeout=20_000)


def cells(page: TrendsPage) -> list[list[str]]:
    model = page.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_that_the_page_is_imported_without_matplotlib():
    code = (
        "import sys, burnout_check.gui.pages.trends, burnout_check.charts; "
        "assert 'matplotlib' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_that_the_latest_point_is_in_the_plotted_line(qtbot: QtBot, show, full: Session):
    page = show(full)
    last = full.series["fact_caseload"].last
    assert last is not None

    assert plotted(page.figure("fact_caseload"), "fact_caseload")[-1] == (last.week, last.value)


def test_that_a_new_check_in_is_plotted_at_once(qtbot: QtBot, show, full: Session):
    page = show(full)
    full.submit(full.draft_for(full.week).state("fact_caseload", 41), leave_blank=True)

    page.signals.history_changed.emit()
    drawn(qtbot, page)

    assert plotted(page.figure("fact_caseload"), "fact_caseload")[-1] == (full.week, 41)


def test_that_burnout_and_the_caseload_are_shown_first_for_half_a_year(show, full: Session):
    page = show(full)
    points = plotted(page.figure("burnout"), "burnout")

    assert page.measures == ("burnout", "cbi_work", "fact_caseload")
    assert points[0][0] >= full.week.plus(-25)


def test_that_choices_and_ranges_stay_while_the_page_is_away(qtbot: QtBot, show, full: Session):
    page = show(full)
    qtbot.mouseClick(button(page, "Anxiety"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(page, "Burnout"), Qt.MouseButton.LeftButton)
    page.bar.show_weeks(104)
    drawn(qtbot, page)
    page.hide()
    page.show()
    drawn(qtbot, page)

    assert page.measures == ("gad7", "gad2", "fact_caseload")
    assert plotted(page.figure("fact_caseload"), "fact_caseload")[0][0] < full.week.plus(-90)


def test_that_a_name_without_a_button_is_under_more(qtbot: QtBot, show, full: Session):
    page = show(full, size=(700, 600))
    more = button(page, "More")
    actions = {action.text(): action for action in more.menu().actions()}

    assert "Overtime" in actions
    actions["Overtime"].trigger()
    drawn(qtbot, page)

    assert "fact_overtime_hours" in page.measures
    assert button(page, "More (1)") is more


def test_that_nothing_chosen_says_what_to_do(qtbot: QtBot, show, full: Session):
    page = show(full)
    for name in ("Burnout", "Caseload"):
        page.bar.choices.choose(name, False)

    assert page.measures == ()
    assert not page.bar.save.isEnabled()


def test_that_the_charts_share_one_time_line_to_the_pixel(show, full: Session):
    page = show(full)
    views = [page.view(measure) for measure in page.measures]
    boxes = [page.figure(measure).axes[0].get_window_extent() for measure in page.measures]

    assert len({view.mapTo(page, QPoint(0, 0)).x() for view in views}) == 1
    assert len({(box.x0, box.x1) for box in boxes}) == 1
    assert len({page.figure(measure).axes[0].get_xlim() for measure in page.measures}) == 1


def test_that_the_keyboard_goes_from_week_to_week_and_says_the_value(
    qtbot: QtBot, show, full: Session
):
    page = show(full)
    view = page.view("fact_caseload")
    last, before = full.series["fact_caseload"].points[-1], full.series["fact_caseload"].points[-2]

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
    assert view.week < full.week.plus(-20)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.said == ""


def test_that_the_keyboard_also_stops_at_weeks_away(qtbot: QtBot, show, session: Session):
    for back in (4, 3, 1):
        draft = session.draft_for(session.week.plus(-back)).state("fact_caseload", 50)
        session.submit(draft, leave_blank=True)
    session.not_this_week(session.week.plus(-2), Reason.LEAVE)
    page = show(session)
    view = page.view("fact_caseload")

    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Left)

    monday = plain_date(session.week.plus(-2).monday, year=True)
    assert view.said == f"Week of {monday}: leave"


def test_that_the_pointer_says_the_same_and_all_charts_show_the_week(
    qtbot: QtBot, show, full: Session
):
    page = show(full)
    view, point = page.view("fact_caseload"), full.series["fact_caseload"].points[-3]
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
    view = page.view("cbi_work")
    reached = QAccessible.queryAccessibleInterface(view)

    assert reached.role() is QAccessible.Role.Graphic
    assert reached.text(QAccessible.Text.Name) == full.series["cbi_work"].measure.name
    said = reached.text(QAccessible.Text.Description)
    assert full.trend_sentence("cbi_work") in said
    assert "75 or more: high (convention)." in said


def test_that_the_table_has_the_numbers_of_the_series(qtbot: QtBot, show, full: Session):
    page = show(full)
    page.bar.show_weeks(None)
    qtbot.mouseClick(page.bar.table, Qt.MouseButton.LeftButton)
    found = {row[0]: row[1:] for row in cells(page)}

    assert page.table.isVisible()
    for column, measure in enumerate(page.measures):
        series = full.series[measure]
        told = {week: row[column] for week, row in found.items() if row[column] != "–"}
        assert told == {
            short_date(point.week.monday, year=True): series.measure.show(point.value)
            for point in series.points
        }
    for away in full.history.away:
        assert found[short_date(away.week.monday, year=True)][-1] in ("Leave", "Sick", "Away")


def test_that_the_table_is_sorted_by_any_column_with_the_empty_ones_last(
    qtbot: QtBot, show, full: Session
):
    page = show(full)
    page.bar.table.setChecked(True)
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        page.table.sortByColumn(2, order)
        column = [row[2] for row in cells(page)]
        values = [float(cell) for cell in column if cell != "–"]

        assert values == sorted(values, reverse=order is Qt.SortOrder.DescendingOrder)
        assert set(column[len(values) :]) == {"–"}


def test_that_the_table_is_copied_with_its_headings(
    qtbot: QtBot, qapp: QApplication, show, full: Session
):
    page = show(full)
    page.bar.table.setChecked(True)
    page.table.selectAll()
    qtbot.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in qapp.clipboard().text().split("\n")]

    assert lines[0][0] == "Week of"
    assert "Caseload (people)" in lines[0]
    assert lines[1:] == cells(page)


def test_that_the_numbers_and_the_charts_are_never_both_there(qtbot: QtBot, show, full: Session):
    page = show(full)
    page.bar.table.setChecked(True)
    assert not page.view("burnout").isVisible()
    assert page.bar.isVisible()

    page.bar.table.setChecked(False)
    drawn(qtbot, page)
    assert page.view("burnout").isVisible()
    assert not page.table.isVisible()


def test_that_a_vault_without_check_ins_offers_the_first(qtbot: QtBot, show, session: Session):
    page = show(session)
    start = page.first_focus()
    assert isinstance(start, QPushButton)

    with qtbot.waitSignal(page.signals.check_in_asked) as asked:
        qtbot.mouseClick(start, Qt.MouseButton.LeftButton)

    assert asked.args == [session.week]


def test_that_one_check_in_is_one_point(show, session: Session):
    session.submit(session.draft_for(session.week).state("fact_caseload", 50), leave_blank=True)
    page = show(session)

    assert plotted(page.figure("fact_caseload"), "fact_caseload") == ((session.week, 50),)
    assert page.measures == ("burnout", "fact_caseload")


def test_that_the_charts_follow_the_theme(qtbot: QtBot, qapp: QApplication, show, full: Session):
    page = show(full)
    before = page.figure("burnout").get_facecolor()

    apply_theme(qapp, Theme(Scheme.DARK))
    page.signals.look_changed.emit()
    drawn(qtbot, page)

    assert before == (1, 1, 1, 1)
    assert sum(page.figure("burnout").get_facecolor()[:3]) < 0.6


def test_that_high_contrast_uses_only_the_colours_of_the_system(
    qtbot: QtBot, qapp: QApplication, show, full: Session
):
    from matplotlib.colors import to_hex

    system = QPalette(Qt.GlobalColor.black)
    apply_theme(qapp, Theme(Scheme.CONTRAST), system=system)
    page = TrendsPage(full, Signals(qapp), Clipboard(qapp.clipboard(), qapp))
    qtbot.addWidget(page)
    page.resize(1072, 724)
    page.show()
    drawn(qtbot, page)
    axes = page.figure("cbi_work").axes[0]
    bands = [patch for patch in axes.patches if patch.get_gid() == "band"]

    assert {to_hex(band.get_facecolor()) for band in bands} == {to_hex(axes.get_facecolor())}
    assert {text.get_color() for text in axes.texts} == {
        system.color(QPalette.ColorRole.WindowText).name().upper()
    }


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
    page.bar.choices.choose("Anxiety")

    assert page.figure("burnout") is before
    assert "gad7" not in page.measures


def test_that_only_what_changed_is_drawn_again(qtbot: QtBot, show, full: Session):
    page = show(full)
    before = page.figure("burnout")

    page.signals.settings_changed.emit()
    drawn(qtbot, page)
    assert page.figure("burnout") is before

    page.bar.show_weeks(104)
    drawn(qtbot, page)
    assert page.figure("burnout") is not before


def saved(qtbot: QtBot, page: TrendsPage, choose: Callable[[QFileDialog], None]) -> None:
    qtbot.mouseClick(page.bar.save, Qt.MouseButton.LeftButton)
    (dialog,) = page.findChildren(QFileDialog)
    choose(dialog)
    qtbot.waitUntil(page.saver.isVisible, timeout=20_000)


def test_that_a_picture_is_saved_where_the_person_says(
    qtbot: QtBot, show, full: Session, tmp_path: Path
):
    page = show(full)
    file = tmp_path / "what I show – Ärger.png"

    def choose(dialog: QFileDialog) -> None:
        dialog.fileSelected.emit(str(file))
        dialog.close()

    saved(qtbot, page, choose)

    assert file.read_bytes().startswith(b"\x89PNG")
    assert page.saver.message.startswith(f"Saved as {file.name}.")


def test_that_a_picture_that_cannot_be_saved_says_why(
    qtbot: QtBot, show, full: Session, tmp_path: Path
):
    page = show(full)

    def choose(dialog: QFileDialog) -> None:
        dialog.fileSelected.emit(str(tmp_path / "gone" / "a.svg"))
        dialog.close()

    saved(qtbot, page, choose)

    assert str(tmp_path / "gone") in page.saver.message
    assert list(tmp_path.glob("**/a.svg*")) == []


def button(page: TrendsPage, words: str) -> QPushButton:
    (found,) = [each for each in page.bar.findChildren(QPushButton) if each.text() == words]
    return found
