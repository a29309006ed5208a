"""Whatever a session writes, each page that was looked at before is drawn anew or right already."""

from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from burnout_check.domain.settings.setting import Group
from burnout_check.gui.bus.page import Page
from burnout_check.gui.check_in.check_in_page import CheckInPage
from burnout_check.gui.settings.settings_page import ABOUT, BACKUPS, SettingsPage
from burnout_check.gui.window.pages import PAGES
from burnout_check.gui.window.shell import Shell
from burnout_check.session.changed import Changed
from burnout_check.session.demo import fill_demo
from burnout_check.session.session import Session
from tests.gui.everywhere import all_pages
from tests.gui.later_writes import WRITES
from tests.gui.people import FRIDAY, shipped
from tests.vaults import new_vault

READS = {
    "actions": "all ended made_of open",
    "agenda": "about lines suggested",
    "check_ins": "draft_for drafts outcome parts questions removed",
    "events": "all",
    "hard_events": "this_week ticked_in to_look_in_on",
    "ledger": "history local_entries now plan prompts reading rules sessions settings snoozed "
    "today week",
    "looking_back": "a_year_ago calendar half_filled months notes",
    "sharing": "again asks_again choice items reminder shared_view",
    "supervision": "history in_check_in minutes prefilled refilled unfinished what_happened",
    "support": "after options suggested",
    "thresholds": "all fired get idle labels sentence",
    "vault_care": "backup_is_behind backup_is_due backup_place backup_trouble backups "
    "check_passphrase difference draw_code look_at_backups undoable when_replaced",
}
"""What only tells, by part."""

APART = {
    "check_ins": "clear_removed",  # as the vault is locked
    "ledger": "begin_lock changed close listen load lock update_settings",  # for the parts of it
    "thresholds": "clear_counted",  # as the vault is locked
    # Of the keys nothing is shown; a backup is told of by who had it made, see tests/gui/backups.
    "vault_care": "back_up_now change_passphrase erase renew_backups use_code",
}
"""What is neither: it changes nothing that a page of the same session shows by itself."""

IN_VIEW = "trends"
"""It is always drawn anew when it comes into view, so that it is held to what it hears in view."""

_PUT_AWAY = Qt.WidgetAttribute.WA_WState_ExplicitShowHide


def public(part: object) -> set[str]:
    """The names of what a part of the session may be asked or told."""
    return {name for name in dir(type(part)) if not name.startswith("_")}


def parts(session: Session) -> dict[str, object]:
    """The parts of a session, by name; its content is what ships."""
    return {
        name: part
        for name, part in vars(session).items()
        if type(part).__module__.startswith("burnout_check.session.")
    }


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Two years of the demo, and nothing yet of this week."""
    session = Session(new_vault(tmp_path / "vault"), shipped(), clock=lambda: FRIDAY)
    fill_demo(session)
    yield session
    session.close()


def test_that_each_method_of_each_part_is_known_to_write_or_not_to(session):
    found = {f"{name}.{each}" for name, part in parts(session).items() for each in public(part)}
    known = [
        f"{name}.{each}"
        for table in (READS, APART)
        for name in table
        for each in table[name].split()
    ]

    assert Counter([*known, *WRITES]) == Counter(found)


@pytest.fixture
def shell(qtbot, qapp, light, session, tmp_path) -> Iterator[Shell]:
    """Every page; Check-in with the form of this week."""
    shell = all_pages(qtbot, qapp, session, tmp_path)
    yield shell
    shell.rest()


def wrong_after_writes(shell: Shell, pages: Collection[str]) -> list[str]:
    """Do every write, and say which of these pages was left with what is no longer so."""
    heard: list[Changed] = []
    shell.session.ledger.listen(heard.append)
    wrong: list[str] = []
    for name, prepare in WRITES.items():
        write = prepare(shell.session)
        look_at(shell, pages)
        heard.clear()
        write()
        if not heard:
            wrong.append(f"{name} tells nobody")
        wrong += [f"{page} after {name}: {what}" for page, what in differing(shell, pages)]
    return wrong


def test_that_no_page_shows_what_is_no_longer_so(shell):
    page = shell.page("check_in")
    assert isinstance(page, CheckInPage)
    assert page.form is not None
    wrong = wrong_after_writes(shell, [spec.id for spec in PAGES])
    assert not wrong, "\n".join(wrong)


def test_that_what_a_check_in_said_is_not_shown_when_it_is_no_longer_so(
    qtbot, qapp, light, session, tmp_path
):
    draft = session.check_ins.draft_for(session.ledger.week).answer("burnout_item", 3)
    session.check_ins.submit(draft, leave_blank=True)
    shell = all_pages(qtbot, qapp, session, tmp_path)

    page = shell.page("check_in")
    assert isinstance(page, CheckInPage)
    assert page.form is None
    wrong = wrong_after_writes(shell, ["check_in"])
    assert not wrong, "\n".join(wrong)
    shell.rest()


def look_at(shell: Shell, pages: Collection[str]) -> None:
    """Have pages drawn as they are now, in all their parts; one stays in view."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    for page_id in pages:
        shell.show_page(page_id)
        page = shell.current
        assert not page.is_stale
        if isinstance(page, SettingsPage):
            texts(page)
    shell.show_page(IN_VIEW)


def differing(shell: Shell, pages: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each page that is not to be drawn anew, and yet says other things than a new one would."""
    for spec in PAGES:
        if spec.id in pages and not shell.page(spec.id).is_stale:
            says = texts(shell.page(spec.id))
            should = texts_anew(shell, spec.build(shell.context))
            if says != should:
                yield spec.id, f"{dict(says - should)} instead of {dict(should - says)}"


def texts_anew(shell: Shell, page: Page) -> Counter[str]:
    """What a page says that is made and shown for the first time."""
    host = QWidget()
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
    host.resize(shell.current.size())
    host.show()
    said = texts(page)
    host.hide()
    host.deleteLater()
    return said


def texts(page: Page) -> Counter[str]:
    """Everything that can be read on a page, in each of its sections if it has some."""
    if not isinstance(page, SettingsPage):
        return Counter(_read(page))
    said: Counter[str] = Counter()
    for section in (*(group.value for group in Group), BACKUPS, ABOUT):
        page.sections.show_section(section)
        said.update(_read(page))
    return said


def _read(widget: QWidget) -> Iterator[str]:
    """What is on it and in it, but for what was put away; what is only not shown yet is not."""
    yield from _words(widget)
    for child in widget.children():
        if isinstance(child, QWidget) and not (child.isHidden() and child.testAttribute(_PUT_AWAY)):
            yield from _read(child)


def _words(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QLineEdit):
        yield widget.text()
    elif isinstance(widget, QAbstractButton):
        yield f"{widget.text()} {widget.isChecked()} {widget.isEnabled()}"
    elif isinstance(widget, QComboBox):
        yield widget.currentText()
    elif isinstance(widget, QTableWidget):
        cells = (
            widget.item(row, column)
            for row in range(widget.rowCount())
            for column in range(widget.columnCount())
        )
        yield " | ".join(cell.text() for cell in cells if cell is not None)
