"""Damage in the window: three different sentences for three different things, and nothing moved."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from burnout_check.domain.backup import Cause, Salvaged, SetAside
from burnout_check.domain.week import Week
from burnout_check.gui.vault.damage import DamagedDataStep, salvaged_words, still_missing
from burnout_check.gui.vault.unlock import UnlockPage
from burnout_check.session.locked_vault import LockedVault
from burnout_check.store.tables.actions import ACTIONS
from burnout_check.store.tables.local_entries import LOCAL_ENTRIES
from tests.gui.people import FRIDAY, person, press, shipped, words
from tests.vaults import CHEAP, PASSPHRASE

ASIDE = SetAside(Path("aside"), FRIDAY, Cause.SALVAGE)


@pytest.fixture
def locked_vault(tmp_path: Path) -> LockedVault:
    session = person(tmp_path / "vault", burnout=(2, 3))
    session.vault_care.back_up_now()
    session.close()
    return LockedVault(tmp_path / "vault", shipped(), clock=lambda: FRIDAY, cost=CHEAP)


@pytest.fixture
def unlock(qtbot: QtBot, locked_vault: LockedVault) -> Iterator[Callable[[str], UnlockPage]]:
    pages = []

    def typed(passphrase: str) -> UnlockPage:
        page = UnlockPage(locked_vault)
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1024, 640)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        qtbot.keyClicks(page.passphrase.line, passphrase)
        press(qtbot, page.unlock)
        return page

    yield typed
    for page in pages:
        page.leave()


def files_in(folder: Path) -> dict[str, bytes]:
    kept = (path for path in folder.iterdir() if path.is_file() and path.name != "vault.lock")
    return {path.name: path.read_bytes() for path in kept}


def spoil(file: Path, *, start: int = 0) -> None:
    content = bytearray(file.read_bytes())
    content[start : start + 64] = b"\x5a" * 64
    file.write_bytes(content)


def test_that_a_wrong_passphrase_is_said_beside_its_field(qtbot, unlock):
    page = unlock("wrong")
    qtbot.waitUntil(lambda: bool(page.passphrase.error.text()))

    assert "does not open this vault" in page.passphrase.error.text()
    assert page.recovery is None


def test_that_damaged_data_is_never_called_a_wrong_passphrase(qtbot, unlock, locked_vault):
    spoil(locked_vault.folder / "vault.db", start=5000)
    before = files_in(locked_vault.folder)

    page = unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: "Your data file is damaged" in words(page))

    assert "Your passphrase is right." in words(page)
    assert "2 check-ins, from the week of 9 November 2026" in words(page)
    assert "wrong" not in words(page)
    assert files_in(locked_vault.folder) == before


def test_that_damaged_keys_are_never_called_a_wrong_passphrase(qtbot, unlock, locked_vault):
    for name in ("keys.json", "keys.copy.json"):
        spoil(locked_vault.folder / name)
    before = files_in(locked_vault.folder)

    page = unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: "Your key file is damaged" in words(page))

    assert "This does not mean that your passphrase is wrong." in words(page)
    assert files_in(locked_vault.folder) == before


def test_that_a_missing_data_file_is_called_missing_and_not_salvaged(qtbot, unlock, locked_vault):
    (locked_vault.folder / "vault.db").unlink()

    page = unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: "Your data file is missing" in words(page))

    assert page.recovery is not None
    step = page.recovery.step
    assert isinstance(step, DamagedDataStep)
    assert not step.salvage.isVisible()
    assert step.see.hasFocus()


def test_that_without_a_backup_the_way_on_is_to_read_what_can_be_read(qtbot, unlock, locked_vault):
    for backup in locked_vault.backups():
        backup.path.unlink()
    spoil(locked_vault.folder / "vault.db", start=5000)

    page = unlock(PASSPHRASE)
    qtbot.waitUntil(lambda: "No good backup was found" in words(page))

    assert page.recovery is not None
    step = page.recovery.step
    assert isinstance(step, DamagedDataStep)
    assert step.salvage.hasFocus()
    assert not step.see.isVisible()


def test_that_what_a_salvage_could_not_read_is_counted_and_named():
    week = Week.of(FRIDAY.date())
    salvaged = Salvaged(
        read={"check_ins": 9},
        lost={"check_ins": 3, "actions": 1, "local_entries": 2},
        certain=True,
        partial=(week,),
        aside=ASIDE,
        others_lost=(ACTIONS.lost_words(1), LOCAL_ENTRIES.lost_words(2)),
    )

    said = " ".join(salvaged_words(salvaged, (week.plus(-1),), here=10))

    assert still_missing(salvaged, here=10) == 2
    assert "10 check-ins are here" in said
    assert "9 check-ins could be read in the damaged file." in said
    assert "1 check-in came from the backup: the week of 9 November 2026." in said
    assert "At least 2 check-ins could not be had back." in said
    assert "Some answers are missing in the week of 16 November 2026." in said
    assert "At least 1 action could not be read." in said
    assert "Some of the numbers you wrote down for yourself could not be read." in said
