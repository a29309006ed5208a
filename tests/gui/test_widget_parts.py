"""The other parts of a page: fields, tiles, grids, banners, the sidebar, the focus ring."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from burnout_check.gui.focus_ring import FocusRing
from burnout_check.gui.theme import Scheme, Theme, apply_theme
from burnout_check.gui.widgets.banner import Banner
from burnout_check.gui.widgets.buttons import IconButton, PlainButton
from burnout_check.gui.widgets.chip import Chip
from burnout_check.gui.widgets.date_pick import DatePick
from burnout_check.gui.widgets.fields import NumberField, PassphraseField
from burnout_check.gui.widgets.flow_grid import FlowGrid
from burnout_check.gui.widgets.header import PageHeader
from burnout_check.gui.widgets.labels import Body, Muted
from burnout_check.gui.widgets.page_scroll import PageScroll
from burnout_check.gui.widgets.section_list import SectionList
from burnout_check.gui.widgets.select import Select
from burnout_check.gui.widgets.sidebar import NavButton, NavItem, Sidebar
from burnout_check.gui.widgets.sparkline import Sparkline, runs
from burnout_check.gui.widgets.spread import Spread
from burnout_check.gui.widgets.stepped import Stepped
from burnout_check.gui.widgets.table import Table
from burnout_check.gui.widgets.tick import Tick
from burnout_check.gui.widgets.tile import Tile
from tests.gui import gallery, scenes

SCENES = [make for make, _, _ in gallery.SCENES.values()]


@pytest.fixture(autouse=True)
def _themed(qapp: QApplication) -> None:
    apply_theme(qapp, Theme(Scheme.LIGHT))


@pytest.fixture
def shown(qtbot) -> Callable[..., QWidget]:
    """Puts widgets in an active window of a size and shows it."""
    windows: list[QWidget] = []

    def show(*widgets: QWidget, width: int = 900, height: int = 500) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        window.resize(width, height)
        windows.append(window)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return show


def not_too_much(text: str) -> str | None:
    return "A week has 168 hours." if float(text) > 168 else None


def test_that_a_number_field_says_what_is_wrong_when_it_is_left(shown, qtbot):
    field, other = NumberField("Overtime", "hours", check=not_too_much), QLineEdit()
    shown(field, other)
    field.take_focus()

    qtbot.keyClicks(field.line, "200")
    assert field.error.text() == ""
    other.setFocus()

    assert field.error.text() == "A week has 168 hours."
    assert field.error.isVisible()
    assert field.value() is None
    assert field.line.accessibleDescription() == "A week has 168 hours."


def test_that_a_sentence_goes_as_soon_as_the_number_stands(shown, qtbot):
    field = NumberField("Overtime", "hours", check=not_too_much)
    shown(field)
    field.set_text("200")
    field.show_error_now()
    heard: list[object] = []
    field.changed.connect(heard.append)

    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)

    assert field.error.text() == ""
    assert heard == [20]


@pytest.mark.parametrize(
    ("typed", "value"), [("12", 12), ("2.5", 2.5), ("2,5", 2.5), (" 7 ", 7), ("", None)]
)
def test_that_a_number_field_takes_a_point_a_comma_or_nothing(shown, qtbot, typed, value):
    field = NumberField("Overtime", "hours")
    shown(field)

    qtbot.keyClicks(field.line, typed)

    assert field.problem() is None
    assert field.value() == value


@pytest.mark.parametrize("typed", ["twelve", "1.2.3", "nan", "inf", "1e999"])
def test_that_what_is_no_number_is_told_so(shown, qtbot, typed):
    field = NumberField("Overtime", "hours")
    shown(field)
    accepted: list[bool] = []
    field.accepted.connect(lambda: accepted.append(True))

    qtbot.keyClicks(field.line, typed)
    qtbot.keyClick(field.line, Qt.Key.Key_Return)

    assert field.error.text() == "Type a number, like 12."
    assert accepted == []


def test_that_enter_accepts_a_number_or_an_empty_field(shown, qtbot):
    field = NumberField("Overtime", "hours")
    shown(field)
    accepted: list[bool] = []
    field.accepted.connect(lambda: accepted.append(True))

    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    qtbot.keyClicks(field.line, "3")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)

    assert accepted == [True, True]


def test_that_a_prefilled_number_is_marked_until_it_is_touched(shown, qtbot):
    field = NumberField("People", "people", hint="last week: 52")
    shown(field)
    field.set_value(52, prefilled=True)
    assert field.is_prefilled
    assert field.text() == "52"

    field.take_focus()
    qtbot.keyClicks(field.line, "54")

    assert not field.is_prefilled
    assert field.value() == 54


def test_that_making_a_widget_shows_no_window(qtbot):
    before = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]

    made = [make() for make in SCENES]
    for widget in made:
        qtbot.addWidget(widget)

    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == before


def test_that_a_passphrase_is_hidden_until_asked_and_forgotten_whole(shown, qtbot):
    field = PassphraseField()
    shown(field)
    qtbot.keyClicks(field.line, " four words ")
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    assert field.show_button.accessibleName() == "Show passphrase"

    qtbot.mouseClick(field.show_button, Qt.MouseButton.LeftButton)
    assert field.line.echoMode() == QLineEdit.EchoMode.Normal
    assert field.text() == " four words "
    field.forget()

    assert field.text() == ""
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    field.line.undo()
    assert field.text() == ""


def test_that_gaps_stay_gaps():
    assert runs([1, 2, None, None, 3, None]) == [[(0, 1), (1, 2)], [(4, 3)]]
    assert runs([None]) == []
    assert runs([]) == []


def test_that_a_sparkline_puts_the_lowest_at_the_bottom_and_leaves_room_for_a_gap(qtbot):
    line = Sparkline([0, None, 10, 5], threshold=10)
    qtbot.addWidget(line)

    assert line.points(QRectF(0, 0, 30, 20)) == [
        [QPointF(0, 20)],
        [QPointF(20, 0), QPointF(30, 10)],
    ]


@pytest.mark.parametrize("values", [[], [None], [4], [3, 3, 3], [None, 2, None]])
def test_that_any_values_can_be_drawn(qtbot, values):
    line = Sparkline(values, threshold=2)
    qtbot.addWidget(line)

    assert not line.grab().isNull()


@pytest.mark.parametrize(
    ("width", "scale", "columns"),
    [(1008, 1.0, 4), (752, 1.0, 2), (300, 1.0, 1), (1008, 2.0, 2), (600, 2.0, 1)],
)
def test_that_a_grid_has_as_many_columns_as_fit(qapp, qtbot, width, scale, columns):
    apply_theme(qapp, Theme(Scheme.LIGHT, scale))
    grid = FlowGrid()
    qtbot.addWidget(grid)
    for glance in scenes.TILES:
        grid.add(Tile(glance))

    grid.resize(width, grid.heightForWidth(width))
    grid.show()

    tiles = grid.findChildren(Tile)
    assert grid.column_count == columns
    assert len({tile.x() for tile in tiles}) == columns
    assert len({tile.height() for tile in tiles[:columns]}) == 1
    assert all(grid.rect().contains(tile.geometry()) for tile in tiles)


def test_that_a_grid_can_be_emptied_and_filled_again(qtbot):
    grid = FlowGrid()
    qtbot.addWidget(grid)
    grid.add(Body("One"))

    grid.clear()
    grid.add(Body("Two"))
    QApplication.sendPostedEvents(None, 52)  # what was to be deleted is

    assert [label.text() for label in grid.findChildren(Body)] == ["Two"]


@pytest.mark.parametrize(("width", "stacked"), [(600, False), (300, True)])
def test_that_buttons_go_below_their_words_where_it_is_narrow(qtbot, width, stacked):
    button = PlainButton("See options")
    row = Spread(Body("Your caseload is high while supervision is short"), button, least=240)
    qtbot.addWidget(row)

    row.resize(width, row.heightForWidth(width))
    row.show()

    assert row.is_stacked is stacked
    assert (button.x() == 0) is stacked
    assert row.rect().contains(button.geometry())


@pytest.mark.parametrize(("width", "stacked"), [(1008, False), (700, True)])
def test_that_the_steps_stand_above_a_form_where_it_is_narrow(shown, width, stacked):
    sections = SectionList([(1, "Your week"), (2, "Supervision")])
    sections.set_states({1: "done", 2: "current"})
    stepped = Stepped(sections, Body("Questions"))

    shown(stepped, width=width)

    assert stepped.is_stacked is stacked
    first = sections.findChildren(QPushButton)[0]
    assert first.accessibleName() == "1. Your week"
    assert first.accessibleDescription() == "Done"
    assert (first.text() == "") is stacked


def test_that_a_section_can_be_gone_to_by_keyboard(shown, qtbot):
    sections = SectionList([("week", "Your week"), ("anxiety", "Anxiety")])
    shown(sections)
    heard: list[object] = []
    sections.chosen.connect(heard.append)

    qtbot.keyClick(sections.findChildren(QPushButton)[1], Qt.Key.Key_Return)

    assert heard == ["anxiety"]


def test_that_a_banner_says_what_it_is_and_can_be_put_away(shown, qtbot):
    banner = Banner("The disk is full.", "attention")
    shown(banner)
    gone: list[bool] = []
    banner.dismissed.connect(lambda: gone.append(True))
    assert banner.accessibleName() == "Problem: The disk is full."

    qtbot.mouseClick(banner.findChild(IconButton), Qt.MouseButton.LeftButton)

    assert gone == [True]
    assert not banner.isVisible()
    banner.say("Saved.", "steady")
    assert banner.isVisible()
    assert banner.message == "Saved."


PAGES = [NavItem("week", "home", "This week", "Ctrl+1"), NavItem("log", "note", "Private log")]


@pytest.mark.parametrize(("width", "folded"), [(1024, False), (800, True)])
def test_that_the_sidebar_folds_to_symbols_that_keep_their_names(shown, qtbot, width, folded):
    sidebar = Sidebar(PAGES)
    window = shown(sidebar, width=width)
    heard: list[object] = []
    sidebar.chosen.connect(heard.append)

    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)

    first = sidebar.findChildren(NavButton)[0]
    assert sidebar.is_folded is folded
    assert (first.text() == "") is folded
    assert first.accessibleName() == "This week"
    assert first.toolTip().startswith("This week") is folded
    assert heard == ["week"]


def test_that_lock_and_help_answer_to_their_keys(shown, qtbot):
    sidebar, header = Sidebar(PAGES), PageHeader("This week")
    window = shown(header, sidebar)
    heard: list[str] = []
    sidebar.lock_asked.connect(lambda: heard.append("lock"))
    header.help_asked.connect(lambda: heard.append("help"))

    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_F2)

    assert heard == ["lock", "help"]


def test_that_the_ring_is_around_what_the_keyboard_reaches(shown, qtbot):
    first, second = PlainButton("One"), PlainButton("Two")
    window = shown(first, second)
    first.setFocus()

    qtbot.keyClick(first, Qt.Key.Key_Tab)

    rings = [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]
    assert len(rings) == 1
    assert rings[0].geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    window.resize(500, 300)
    QApplication.processEvents()
    assert rings[0].geometry() == second.geometry().adjusted(-4, -4, 4, 4)


def test_that_there_is_no_ring_where_the_mouse_was_pressed(shown, qtbot):
    first, second = QLineEdit(), QLineEdit()
    window = shown(first, second)

    qtbot.mousePress(second, Qt.MouseButton.LeftButton)

    assert QApplication.focusWidget() is second
    assert not any(ring.isVisible() for ring in window.findChildren(FocusRing))
    qtbot.mouseRelease(second, Qt.MouseButton.LeftButton)


def test_that_a_page_scrolls_to_what_gets_the_focus(shown):
    page = PageScroll()
    buttons = [PlainButton(str(number)) for number in range(40)]
    for button in buttons:
        page.add(button)
    shown(page)

    buttons[-1].setFocus()

    top = buttons[-1].mapTo(page.viewport(), buttons[-1].rect().topLeft()).y()
    assert 0 <= top < page.viewport().height()


def test_that_ticking_the_words_ticks_the_box(shown, qtbot):
    tick = Tick("Caseload and contacts", note="Last 8 weeks")
    shown(tick, height=60)

    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton)

    assert tick.is_on
    assert tick.box.accessibleName() == "Caseload and contacts"
    assert tick.box.accessibleDescription() == "Last 8 weeks"


def test_that_a_choice_from_a_list_says_its_value(shown, qtbot):
    who = Select("Who", [("me", "Me"), ("manager", "Manager")])
    shown(who)
    heard: list[object] = []
    who.picked.connect(heard.append)

    qtbot.keyClick(who, Qt.Key.Key_Down)

    assert heard == ["manager"]
    assert who.value == "manager"


def test_that_a_day_can_be_set_quietly_and_typed(shown, qtbot):
    pick = DatePick("By when", date(2026, 11, 23))
    shown(pick)
    heard: list[object] = []
    pick.picked.connect(heard.append)
    pick.set_day(date(2026, 11, 30))
    assert pick.text() == "30 Nov 2026"

    qtbot.keyClick(pick, Qt.Key.Key_Down)

    assert heard == [date(2026, 11, 29)]
    assert pick.day == date(2026, 11, 29)


def test_that_a_table_shows_all_its_rows_without_scrolling(shown):
    table = Table("Work burnout", ["Week", "Value"], [(f"{day} Nov", "61") for day in range(1, 13)])
    page = PageScroll()
    page.add(table)
    page.column.addStretch()

    shown(page)

    assert table.verticalScrollBar().maximum() == 0
    assert table.height() >= sum(table.rowHeight(row) for row in range(12))


def test_that_words_are_never_read_as_markup(qtbot):
    note = Muted("<b>bold</b> & <img src=x>")
    qtbot.addWidget(note)

    assert note.text() == "<b>bold</b> & <img src=x>"
    assert note.accessibleName() == "<b>bold</b> & <img src=x>"
    assert "<img" not in QLabel.text(note)


def test_that_a_chip_says_its_word_whatever_its_colour(qtbot):
    chip = Chip("Half of agreed", "attention", shape="down")
    qtbot.addWidget(chip)

    assert chip.accessibleName() == "Half of agreed"
    assert chip.kind == "attention"


CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    QPlainTextEdit,
    QAbstractItemView,
    QSlider,
)


@pytest.mark.parametrize("make", SCENES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_every_control_has_a_name_and_is_large_enough(qapp, qtbot, make, scale):
    apply_theme(qapp, Theme(Scheme.LIGHT, scale))
    scene = make()
    qtbot.addWidget(scene)
    scene.resize(1024, 640)
    scene.show()

    for control in scene.findChildren(QWidget):
        inside = isinstance(control.parentWidget(), (QAbstractSpinBox, QComboBox, Table))
        if not isinstance(control, CONTROLS) or not control.isVisible() or inside:
            continue
        words = control.text() if isinstance(control, QAbstractButton) else ""
        assert control.accessibleName() or words, control
        assert min(control.width(), control.height()) >= 24, control


@pytest.mark.parametrize("make", SCENES)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_that_nothing_is_wider_than_the_window(qapp, qtbot, make, scale):
    apply_theme(qapp, Theme(Scheme.LIGHT, scale))
    scene = make()
    qtbot.addWidget(scene)
    scene.resize(1024, 640)
    scene.show()
    QApplication.processEvents()

    for area in scene.findChildren(QScrollArea):
        content = area.widget()
        assert content is not None
        assert content.width() <= area.viewport().width()
    assert scene.width() == 1024
