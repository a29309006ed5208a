"""What a person typed is shown as it was typed: never read as markup, nowhere in the window."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox, QWidget

from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.support.action import ActionStatus
from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.gui.kit.buttons import IconButton
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.kit.copy_button import NumberButton
from burnout_check.gui.kit.labels import Text, message_box
from burnout_check.gui.window.pages import PAGES
from burnout_check.gui.window.shell import Shell
from tests.gui.everywhere import all_pages, at
from tests.gui.people import person

TYPED = '<b>x</b><img src="file:///etc/passwd"> R&D $$'


@pytest.fixture
def shell(qtbot, qapp, light, tmp_path) -> Iterator[Shell]:
    """All pages of somebody who typed this wherever one can."""
    session = person(tmp_path / "vault", burnout=(3, 4, 3), facts={"fact_caseload": (9, 9, 9)})
    today = session.ledger.today
    action = session.actions.add(TYPED, who=TYPED)
    session.actions.put(session.actions.add(TYPED, who=TYPED), ActionStatus.DONE)
    session.events.add(Event(today, EventKind.OTHER, TYPED))
    session.support.put_entry(
        LocalEntry(LocalKind.GUARDIAN, TYPED, number="020 & 021", hours=TYPED, note=TYPED)
    )
    session.supervision.add(
        SupervisionSession(today, 50, who=TYPED, note=TYPED, actions=(action.id,), agenda=(TYPED,))
    )
    session.agenda.add(TYPED)
    session.agenda.add(f"{TYPED} again")
    shell = all_pages(qtbot, qapp, session, tmp_path)
    yield shell
    shell.rest()
    session.close()


def parts(within: QWidget) -> Iterator[QWidget]:
    yield within
    yield from within.findChildren(QWidget)


def read_as_markup(part: QWidget) -> list[str]:
    """Where what was typed would be read as markup, or would lose a letter."""
    found = []
    tip = part.toolTip()
    if re.search(r"<(?!/?qt>)", tip):
        found.append(f"tool tip {tip}")
    if isinstance(part, Text):
        drawn = QLabel.text(part)  # with the markup it is drawn with
        if part.textFormat() == Qt.TextFormat.RichText and re.search(r"<(?!/?(p\b|br>))", drawn):
            found.append(f"text {drawn}")
    if isinstance(part, QLabel) and part.textFormat() == Qt.TextFormat.AutoText and part.text():
        found.append(f"label {part.text()}")
    if isinstance(part, QAbstractButton) and re.search(r"(?<!&)&(?![&\w])|R&D", part.text()):
        found.append(f"button {part.text()}")
    return found


def test_that_no_page_reads_what_was_typed_as_markup(shell):
    seen = set()
    for item in PAGES:
        page = at(shell, item.id)
        for part in parts(page):
            assert read_as_markup(part) == [], (item.id, part)
            words = (part.text() if isinstance(part, QLabel) else "", part.accessibleName())
            if any(TYPED in each for each in words):
                seen.add(item.id)

    assert {"this-week", "support", "supervision", "trends"} <= {
        each.replace("_", "-") for each in seen
    }


def test_that_a_tool_tip_shows_what_was_typed(qtbot):
    button = IconButton(f"Remove: {TYPED}", symbol="close")
    qtbot.addWidget(button)

    assert "&lt;b&gt;x&lt;/b&gt;&lt;img" in button.toolTip()
    assert button.accessibleName() == f"Remove: {TYPED}"
    button.setToolTip("Press 1 & 2")
    assert button.toolTip() == "Press 1 & 2"


def test_that_a_number_is_shown_and_copied_as_it_was_typed(qtbot, qapp):
    clipboard = Clipboard(qapp.clipboard())
    button = NumberButton("020 & 021", clipboard, name="Guardian")
    qtbot.addWidget(button)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert button.text() == "020 && 021"  # Qt draws two as one
    assert qapp.clipboard().text() == "020 & 021"


def test_that_no_box_reads_markup(qtbot):
    box = message_box(QMessageBox.Icon.Information, TYPED, None)
    qtbot.addWidget(box)

    assert box.textFormat() == Qt.TextFormat.PlainText
    assert box.text() == TYPED
