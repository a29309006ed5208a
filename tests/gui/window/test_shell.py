"""The way around: steps, banners, the sidebar, and the ring around the focus."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
)

from burnout_check.gui.check_in.section_list import SectionList
from burnout_check.gui.kit.banner import Banner
from burnout_check.gui.kit.buttons import HelpButton, IconButton, PlainButton
from burnout_check.gui.kit.labels import Body
from burnout_check.gui.kit.sheet import Sheet
from burnout_check.gui.kit.sidebar import NavButton, NavItem, Sidebar
from burnout_check.gui.look.focus_ring import FocusRing
from burnout_check.gui.look.theme import Scheme, Theme, apply_theme
from burnout_check.gui.window.header import PageHeader

pytestmark = pytest.mark.usefixtures("light")


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


@pytest.mark.parametrize(("scale", "is_below"), [(1.0, False), (2.0, True)])
def test_that_a_banner_puts_its_button_below_rather_than_squeeze_the_words(
    shown, qtbot, qapp, scale, is_below
):
    apply_theme(qapp, Theme(Scheme.LIGHT, scale))
    banner = Banner("You marked this week as away. It is not in your trends.", action="Undo")
    shown(banner, width=620)
    words, button = banner.findChild(Body), banner.findChild(PlainButton)
    assert words is not None
    assert button is not None

    lower = button.mapTo(banner, QPoint(0, 0)).y() > words.mapTo(banner, QPoint(0, 0)).y()

    assert lower == is_below
    assert words.width() > banner.width() * 0.6


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


def test_that_lock_and_help_answer_to_their_keys(shown, qtbot, help_key):
    sidebar, header = Sidebar(PAGES), PageHeader("This week")
    window = shown(header, sidebar)
    heard: list[str] = []
    sidebar.lock_asked.connect(lambda: heard.append("lock"))
    help_key.pressed.connect(lambda: heard.append("help"))
    help_key.watch()

    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_F2)

    assert heard == ["lock", "help"]
    button = header.findChild(HelpButton)
    assert button is not None
    button.click()
    assert heard == ["lock", "help", "help"]


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


def test_that_a_dialog_follows_the_text_size_and_stays_within_the_window(shown, qtbot, qapp):
    window = shown(QLineEdit(), width=1000, height=700)
    sheet = Sheet("A title", window, size=(640, 600))
    sheet.body.add(Body("Words that stand in the dialog. " * 12))
    sheet.fill()
    qtbot.addWidget(sheet)
    sheet.open()
    small = sheet.size()

    apply_theme(qapp, Theme(Scheme.LIGHT, 2.0))
    qtbot.waitUntil(lambda: sheet.size() != small)

    assert small.width() == 640  # as asked for; only as high as what stands in it
    assert small.height() < 600
    assert sheet.width() == 1000  # twice 640 is more than the window is wide
    assert small.height() < sheet.height() <= 700
