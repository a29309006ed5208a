"""One more page is one more row: the sidebar, the keys and the list of keys follow the table."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout

from burnout_check.domain.event import Event, EventKind
from burnout_check.gui.bus.page import Page
from burnout_check.gui.bus.page_context import PageContext
from burnout_check.gui.bus.page_spec import PageSpec
from burnout_check.gui.kit.sidebar import NavButton
from burnout_check.gui.kit.table import ReadOnlyTable
from burnout_check.gui.window.keys import KeysDialog, keys
from burnout_check.gui.window.pages import PAGES
from burnout_check.gui.window.shell import Shell
from burnout_check.session.changed import Changed
from tests.gui.people import Asked, context, person

CTRL = Qt.KeyboardModifier.ControlModifier


class Events(Page):
    """The days of the time line, one below the other."""

    shows = Changed.EVENTS

    def __init__(self, made_with: PageContext) -> None:
        super().__init__(made_with)
        self.words = QLabel()
        QVBoxLayout(self).addWidget(self.words)

    @property
    def title(self) -> str:
        return "Events of mine"

    def refresh(self) -> None:
        self.words.setText("\n".join(each.label for each in self.session.events.all()))


LAST = len(PAGES) + 1
SEVENTH = PageSpec("events", "Events of mine", "note", f"Ctrl+{LAST}", Events)


@pytest.fixture
def shell(qtbot, light, tmp_path) -> Iterator[Shell]:
    session = person(tmp_path / "vault", burnout=(2, 3))
    made_with = context(session)
    shell = Shell(
        session, made_with.news, Asked().navigator, made_with.tools, pages=(*PAGES, SEVENTH)
    )
    qtbot.addWidget(shell)
    shell.resize(1280, 900)
    with qtbot.waitActive(shell):
        shell.show()
        shell.activateWindow()
    yield shell
    shell.rest()
    session.close()


def test_that_it_is_reached_by_its_key(shell, qtbot):
    qtbot.keyClick(shell, str(LAST), CTRL)

    assert isinstance(shell.current, Events)


def test_that_it_is_the_last_in_the_sidebar_and_is_reached_from_there(shell, qtbot):
    buttons = shell.findChildren(NavButton)
    names = [button.accessibleName() for button in buttons]
    assert names == [*(page.title for page in PAGES), "Events of mine", "Lock"]

    qtbot.mouseClick(buttons[-2], Qt.MouseButton.LeftButton)

    assert isinstance(shell.current, Events)
    assert buttons[-2].accessibleDescription() == "This page is open"


def test_that_the_list_of_keys_names_it(shell, qtbot):
    qtbot.keyClick(shell, Qt.Key.Key_F1)

    (dialog,) = shell.findChildren(KeysDialog)
    model = dialog.findChild(ReadOnlyTable).model()
    said = {
        str(model.index(row, 0).data()): str(model.index(row, 1).data())
        for row in range(model.rowCount())
    }
    titles = ", ".join(page.title for page in PAGES)
    assert said[f"Ctrl+1 to Ctrl+{LAST}"] == f"{titles}, Events of mine"
    dialog.reject()


def test_that_it_follows_what_it_shows_and_nothing_else(shell):
    shell.show_page("events")
    assert not shell.current.is_stale
    shell.show_page("this_week")
    page = shell.page("events")

    shell.session.actions.add("Ask for a review")
    assert not page.is_stale
    shell.session.events.add(_leave(shell))
    assert page.is_stale

    shell.show_page("events")
    assert page.words.text() == "Leave"


def _leave(shell: Shell) -> Event:
    return Event(shell.session.ledger.today, EventKind.LEAVE)


def test_that_the_pages_there_are_have_the_keys_that_are_told():
    assert [page.key for page in PAGES] == [f"Ctrl+{place}" for place in range(1, LAST)]
    assert f"Ctrl+1 to Ctrl+{len(PAGES)}" in dict(keys(PAGES))
