"""What arranges and shows: grids, rows, tables, lines, and the text in them."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
)

from burnout_check.gui.check_in.section_list import SectionList
from burnout_check.gui.check_in.stepped import Stepped
from burnout_check.gui.kit.buttons import PlainButton
from burnout_check.gui.kit.check_row import CheckRow
from burnout_check.gui.kit.chip import ChipLabel
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.labels import Body, Muted, Small
from burnout_check.gui.kit.page_scroll import PageScroll
from burnout_check.gui.kit.responsive_row import ButtonRow, ResponsiveRow
from burnout_check.gui.kit.sparkline import Sparkline, runs
from burnout_check.gui.kit.table import ReadOnlyTable
from burnout_check.gui.kit.tile import Glance, TileCard
from burnout_check.gui.look.theme import Scheme, Theme, apply_theme
from burnout_check.tour.ui_driver import settle

pytestmark = pytest.mark.usefixtures("light")


TILES = [
    Glance(
        title="Burnout this week",
        value="4",
        suffix="of 5",
        values=[1, 2, 2, 2, 1, 2, 3, 3, 4],
        threshold=3,
        chip="3 or more, 3 weeks",
        kind="attention",
        caption="Single question, asked weekly",
    ),
    Glance(
        title="Anxiety (GAD-7)",
        value="9",
        suffix="of 21",
        values=[5, 4, 6, 7, 6, 9],
        threshold=8,
        chip="8 or more",
        kind="watch",
        caption="The line you use with clients",
    ),
    Glance(
        title="Caseload",
        value="72",
        suffix="people",
        values=[58, 60, 61, 63, None, 66, 70, 71, 72],
        threshold=60,
        chip="12 over yours",
        kind="watch",
        shape="up",
        caption="Your job plan says 60",
    ),
    Glance(
        title="Supervision",
        value="30",
        suffix="of 60 min",
        values=[60, 60, 60, 45, 60, 0, 60, 30, 30],
        threshold=60,
        chip="Half of agreed",
        kind="attention",
        shape="down",
        caption="Agreed: 60 min every week",
    ),
]


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
    for glance in TILES:
        grid.add(TileCard(glance))

    grid.resize(width, grid.heightForWidth(width))
    grid.show()

    tiles = grid.findChildren(TileCard)
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
    row = ResponsiveRow(Body("Your caseload is high while supervision is short"), button, least=240)
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


def test_that_a_page_scrolls_to_what_gets_the_focus(shown):
    page = PageScroll()
    buttons = [PlainButton(str(number)) for number in range(40)]
    for button in buttons:
        page.add(button)
    shown(page)

    buttons[-1].setFocus()

    top = buttons[-1].mapTo(page.viewport(), buttons[-1].rect().topLeft()).y()
    assert 0 <= top < page.viewport().height()


def test_that_a_table_shows_all_its_rows_without_scrolling(shown):
    table = ReadOnlyTable(
        "Work burnout", ["Week", "Value"], [(f"{day} Nov", "61") for day in range(1, 13)]
    )
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
    chip = ChipLabel("Half of agreed", "attention", shape="down")
    qtbot.addWidget(chip)

    assert chip.accessibleName() == "Half of agreed"
    assert chip.kind == "attention"


def test_that_the_words_of_a_tick_stay_level_with_its_box_when_the_text_shrinks(qapp, shown):
    apply_theme(qapp, Theme(Scheme.LIGHT, 2.0))
    tick = CheckRow("I was assaulted")
    shown(tick)
    apply_theme(qapp, Theme(Scheme.LIGHT))
    settle()

    # The room that the words keep free is that of the box, which is a line high again.
    assert tick._words.minimumHeight() == tick.box.sizeHint().height() < 40


def test_that_what_stands_under_a_tick_keeps_in_line_when_the_text_shrinks(qapp, shown):
    apply_theme(qapp, Theme(Scheme.LIGHT, 2.0))
    tick = CheckRow("Move two reviews off Thursday", below="Me · due Mon 30 Nov")
    shown(tick)
    apply_theme(qapp, Theme(Scheme.LIGHT))
    settle()

    small = tick.findChildren(Small)[0]
    assert small.mapTo(tick, QPoint(0, 0)).x() == tick._words.mapTo(tick, QPoint(0, 0)).x()
    assert tick.box.accessibleDescription() == "Me · due Mon 30 Nov"


@pytest.mark.parametrize(("width", "rows"), [(600, 1), (330, 2), (180, 3)])
def test_that_buttons_begin_at_the_left_and_go_on_below(shown, width, rows):
    names = ("How to do this", "Add to my actions", "Take to supervision")
    buttons = [PlainButton(name) for name in names]
    row = ButtonRow(*buttons)
    shown(row)
    row.setFixedWidth(width)
    settle()

    assert buttons[0].x() == 0
    assert len({button.y() for button in buttons}) == rows
    assert all(button.geometry().right() < width for button in buttons)
