from dataclasses import replace
from datetime import date

import pytest

from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.questionnaire.check_in import Away, Reason
from burnout_check.domain.support.action import Action
from burnout_check.domain.support.hard_event import LookIn, Told
from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.errors import DamagedData
from burnout_check.store import salvage
from burnout_check.store.data_key import DataKey
from burnout_check.store.files import vault_replacement
from burnout_check.store.keys import KeyFile
from burnout_check.store.tables.registry import KINDS
from tests.store.keeping import NOW, fill
from tests.store.samples import CHECK_IN, DRAFT, WEEK
from tests.vaults import PASSPHRASE, made_older, new_vault, opened_vault

PAGE = 4096
EVENT = Event(date(2026, 9, 1), EventKind.NEW_POST, "in Leeds")
TOLD = Told(WEEK.plus(1), "complaint", WEEK.plus(1).monday)
ACTION = Action("gp", "Me", WEEK.monday, origin="gp")  # as if it were a kind of local help
GP = LocalEntry(LocalKind.GP, "The Grove", "01632 960001", "8 to 6", "Ask for Dr Ali")
HUB = LocalEntry(LocalKind.HUB, "Staff hub")
FACTS = frozenset({"caseload", "overtime_hours"})


@pytest.fixture
def closed(vault, folder):
    """A closed vault of half a year; gives its folder and the bytes of its data."""
    fill(vault)
    vault.away.add(Away(WEEK.plus(3), Reason.LEAVE))
    vault.settings.update({"nation": "wales", "idle": 7})
    vault.events.add(EVENT)
    vault.actions.add(ACTION)
    vault.local_entries.add(GP)
    vault.local_entries.add(HUB)
    vault.hard_events.add(TOLD, draft=None)
    vault.hard_events.answer(WEEK.plus(-1), LookIn.MORE, day=WEEK.monday)
    vault.close()
    return folder, (folder / "vault.db").read_bytes()


def salvaged(folder):
    key = KeyFile.read(folder).open_with_passphrase(PASSPHRASE)
    return salvage.salvage(folder, key=key, facts=FACTS, now=NOW)


def test_that_whichever_page_is_damaged_the_rest_is_read_and_what_is_lost_is_counted(closed):
    folder, whole = closed
    with opened_vault(folder) as vault:
        all_there = {check_in.week: check_in for check_in in vault.check_ins.all()}
    for page in range(len(whole) // PAGE):
        damaged = bytearray(whole)
        damaged[page * PAGE + 99] ^= 1
        (folder / "vault.db").write_bytes(damaged)
        told = salvaged(folder)
        with opened_vault(folder) as vault:
            there = vault.check_ins.all()
            drafts = vault.drafts.all()
            settings = vault.settings.all()
        answers = sum(len(check_in.answers) for check_in in there)
        facts = sum(len(check_in.facts) for check_in in there)

        assert (told.aside.path / "vault.db").read_bytes() == damaged
        assert told.read["answers"] == answers
        assert told.read["facts"] == facts
        assert told.read["drafts"] == len(drafts)
        if told.certain:
            assert told.read["check_ins"] + told.lost["check_ins"] == 26
            assert answers + told.lost["answers"] == 26 * 3
            assert facts + told.lost["facts"] == 26 * 2
            assert len(drafts) + told.lost["drafts"] == 1
            assert len(settings) + told.lost["settings"] == 2
        for check_in in there:
            if check_in.week not in told.partial:
                assert check_in == all_there[check_in.week]
        if told.whole:
            assert len(there) == 26
            assert drafts == (DRAFT,)


def test_that_without_its_first_page_nothing_is_lost(closed):
    folder, whole = closed
    (folder / "vault.db").write_bytes(bytes(PAGE) + whole[PAGE:])
    told = salvaged(folder)

    assert told.whole
    assert told.read.keys() == {kind.name for kind in KINDS}
    assert {kind: number for kind, number in told.read.items() if number} == {
        "check_ins": 26,
        "answers": 78,
        "facts": 52,
        "weeks_away": 1,
        "drafts": 1,
        "settings": 2,
        "actions": 1,
        "events": 1,
        "local_entries": 2,
        "hard_events": 1,
        "look_ins": 1,
    }
    with opened_vault(folder) as vault:
        assert vault.away.all() == (Away(WEEK.plus(3), Reason.LEAVE),)
        assert vault.settings.all() == {"idle": 7, "nation": "wales"}
        assert vault.events.all() == (replace(EVENT, id=1),)
        assert vault.actions.all() == (replace(ACTION, id=1),)
        assert vault.local_entries.all() == (replace(GP, id=1), replace(HUB, id=2))
        assert vault.hard_events.all() == (TOLD,)
        assert vault.hard_events.answers() == {WEEK.plus(-1): LookIn.MORE}
        assert vault.check_ins.get(WEEK) == replace(CHECK_IN, note="week 0 " * 9)


@pytest.mark.parametrize("kept", [4, 9, 14])
def test_that_a_cut_off_file_gives_what_is_left_of_it(closed, kept):
    folder, whole = closed
    (folder / "vault.db").write_bytes(whole[: kept * PAGE + 1234])
    told = salvaged(folder)

    assert not told.certain
    with opened_vault(folder) as vault:
        assert len(vault.check_ins.all()) >= told.read["check_ins"]


def test_that_a_damaged_vault_from_before_there_were_events_is_read(vault, folder):
    fill(vault)
    made_older(vault, "m001_first_tables")
    vault.close()
    path = folder / "vault.db"
    whole = path.read_bytes()
    path.write_bytes(whole[: 9 * PAGE] + bytes(PAGE) + whole[10 * PAGE :])
    told = salvaged(folder)

    assert told.read["events"] == told.lost["events"] == 0
    with opened_vault(folder) as again:
        assert len(again.check_ins.all()) == told.read["check_ins"] > 0
        assert again.events.all() == ()


def test_that_of_noise_nothing_is_read_and_nothing_is_moved(closed):
    folder, whole = closed
    (folder / "vault.db").write_bytes(bytes(len(whole)))
    with pytest.raises(DamagedData):
        salvaged(folder)

    assert (folder / "vault.db").read_bytes() == bytes(len(whole))
    assert not vault_replacement.unsettled(folder)
    assert vault_replacement.set_aside(folder) == ()


def test_that_a_long_note_on_a_lost_page_takes_no_other_check_in_with_it(vault, folder):
    empty = (folder / "vault.db").stat().st_size // PAGE
    vault.check_ins.add_all(
        replace(CHECK_IN, week=WEEK.plus(-week), note=f"{week}" * 9000) for week in range(3)
    )
    vault.close()
    whole = (folder / "vault.db").read_bytes()
    lost = []
    for page in range(empty, len(whole) // PAGE):
        (folder / "vault.db").write_bytes(
            whole[: page * PAGE] + bytes(PAGE) + whole[(page + 1) * PAGE :]
        )
        told = salvaged(folder)
        lost.append(told.lost["check_ins"])
        with opened_vault(folder) as again:
            assert {found.week for found in again.check_ins.all()} == {
                WEEK.plus(-week) for week in range(3)
            }  # its answers are there, if not its note

    assert lost.count(1) >= len(lost) - 2  # but where it was a page of several rows


def test_that_the_key_of_another_vault_reads_nothing(closed, tmp_path):
    folder, whole = closed
    with new_vault(tmp_path / "other") as other:
        raw = other.data_key.raw()
    with pytest.raises(DamagedData):
        salvage.salvage(folder, key=DataKey(raw), facts=FACTS, now=NOW)

    assert (folder / "vault.db").read_bytes() == whole
