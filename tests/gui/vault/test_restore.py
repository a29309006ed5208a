"""Restoring in the window: what is asked, shown first, refused in words, and forgotten."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from burnout_check.domain.backup import Amount, Contents, Difference
from burnout_check.domain.week import Week
from burnout_check.gui.backups.backup_words import (
    besides_words,
    difference_words,
    span_words,
    weeks_words,
)
from burnout_check.gui.vault.restore import RestorePage
from burnout_check.gui.vault.restore_steps import ChooseStep, LookStep, SecretStep
from burnout_check.session.locked_vault import LockedVault
from tests.gui.people import FRIDAY, again, person, press, shipped, words
from tests.vaults import CHEAP, PASSPHRASE

WEEK = Week.of(FRIDAY.date())


@pytest.fixture
def locked_vault(tmp_path: Path) -> LockedVault:
    session = person(tmp_path / "vault", burnout=(2, 3))
    session.vault_care.back_up_now()
    session.close()
    return LockedVault(tmp_path / "vault", shipped(), clock=lambda: FRIDAY, cost=CHEAP)


@pytest.fixture
def page(qtbot: QtBot, locked_vault: LockedVault) -> Iterator[RestorePage]:
    page = RestorePage(locked_vault)
    qtbot.addWidget(page)
    page.resize(1024, 640)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.choose()
    qtbot.waitUntil(lambda: isinstance(page.step, ChooseStep))
    yield page
    page.forget()


def to_secret(qtbot: QtBot, page: RestorePage) -> SecretStep:
    assert page.step is not None
    press(qtbot, page.step.on)
    step = page.step
    assert isinstance(step, SecretStep)
    return step


def to_look(qtbot: QtBot, page: RestorePage) -> LookStep:
    step = to_secret(qtbot, page)
    qtbot.keyClicks(step.passphrase.line, PASSPHRASE)
    press(qtbot, step.on)
    qtbot.waitUntil(lambda: isinstance(page.step, LookStep))
    assert isinstance(page.step, LookStep)
    return page.step


def test_that_the_newest_backup_is_picked_and_has_the_focus(page):
    step = page.step

    assert "Friday 20 November 2026 at 16:50" in words(page)
    assert step.list.chosen is not None
    assert step.list.rows[0].button.hasFocus()


def test_that_what_is_in_it_is_seen_before_anything_is_changed(qtbot, page, locked_vault):
    session = again(locked_vault.folder)
    session.check_ins.remove(WEEK)
    session.close()
    before = (locked_vault.folder / "vault.db").read_bytes()

    to_look(qtbot, page)

    said = words(page)
    assert "2 check-ins, from the week of 9 November 2026 to the week of 16 November 2026." in said
    assert "Made on Friday 20 November 2026 at 16:50 by version" in said
    assert "It brings back 1 check-in: the week of 16 November 2026." in said
    assert (locked_vault.folder / "vault.db").read_bytes() == before


def test_that_a_wrong_passphrase_is_said_beside_its_field(qtbot, page):
    step = to_secret(qtbot, page)
    qtbot.keyClicks(step.passphrase.line, "wrong")
    press(qtbot, step.on)
    qtbot.waitUntil(lambda: bool(step.passphrase.error.text()))

    assert page.step is step
    assert step.passphrase.line.hasFocus()


def test_that_a_backup_damaged_meanwhile_is_said_where_another_can_be_picked(
    qtbot, page, locked_vault
):
    step = to_secret(qtbot, page)
    file = locked_vault.backups()[0].path
    file.write_bytes(file.read_bytes()[:-400])
    qtbot.keyClicks(step.passphrase.line, PASSPHRASE)
    press(qtbot, step.on)
    qtbot.waitUntil(lambda: isinstance(page.step, ChooseStep))

    assert isinstance(page.step, ChooseStep)
    assert "damaged" in page.step.trouble.message
    assert "does not mean that your passphrase is wrong" in page.step.trouble.message


def test_that_a_file_that_is_no_backup_is_refused_in_words(qtbot, page, tmp_path):
    file = tmp_path / "letter.bcbackup"
    file.write_text("Dear all")
    press(qtbot, page.step.file)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    qtbot.waitUntil(page.step.trouble.isVisible)

    assert "letter.bcbackup" in page.step.trouble.message


def test_that_leaving_wipes_the_key_of_the_backup(qtbot, page):
    to_look(qtbot, page)
    key = page._key
    assert key is not None

    page.forget()

    assert key.wiped


def test_that_what_would_go_missing_is_said_first():
    said = difference_words(Difference((WEEK,), (WEEK.plus(-1),), (WEEK.plus(-2),)))

    assert said == (
        "It does not have 1 check-in that you have now: the week of 9 November 2026.",
        "1 check-in has other answers in it: the week of 2 November 2026.",
        "It brings back 1 check-in: the week of 16 November 2026.",
    )


def _drafts(number):
    return Amount("drafts", number, "half-filled check-in", "half-filled check-ins")


def _actions(number):
    return Amount("actions", number, "action", "actions")


def _events(number):
    return Amount("events", number, "event", "events")


def test_that_an_empty_backup_and_many_weeks_are_said_plainly():
    empty = Contents(0, None, None, FRIDAY, "0.1", (_drafts(0), _actions(0)))

    assert span_words(empty) == "No check-ins."
    assert besides_words(empty) == ""
    assert weeks_words([WEEK.plus(-number) for number in range(6, 0, -1)]) == (
        "weeks between 5 October 2026 and 9 November 2026"
    )


def test_that_drafts_actions_and_events_of_a_backup_are_counted():
    full = Contents(0, None, None, FRIDAY, "0.1", (_drafts(1), _actions(2), _events(1)))
    some = Contents(0, None, None, FRIDAY, "0.1", (_drafts(0), _actions(2), _events(3)))

    assert besides_words(full) == "Also 1 half-filled check-in, 2 actions and 1 event."
    assert besides_words(some) == "Also 2 actions and 3 events."
