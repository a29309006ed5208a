from dataclasses import replace
from datetime import date

import pytest

from burnout_check.domain.supervision.agenda import AgendaItem, Source
from burnout_check.domain.supervision.supervision_session import SessionKind, SupervisionSession
from burnout_check.store import salvage
from burnout_check.store.files import backups, restore
from burnout_check.store.keys import KeyFile
from burnout_check.store.tables.supervision_sessions import SUPERVISION_SESSIONS
from tests.store.keeping import NOW
from tests.vaults import PASSPHRASE, made_older, opened_vault

DAY = date(2026, 11, 20)
SESSION = SupervisionSession(
    DAY,
    50,
    SessionKind.GROUP,
    who="Clinical supervisor",
    people=5,
    note="Pause new allocations 🌧",
    actions=(1, 2),
    agenda=("What felt heaviest",),
    enough=4,
    could_say=7,
)
LINE = AgendaItem("What felt heaviest", DAY)


def test_that_the_agenda_keeps_its_order_over_a_restart(vault, folder):
    first = vault.agenda.add(LINE)
    second = vault.agenda.add(replace(LINE, text="Caseload", source=Source.PROMPT, about="x"))
    third = vault.agenda.add(replace(LINE, text="Leave"))
    vault.agenda.reorder((third.id, first.id))
    vault.close()
    with opened_vault(folder) as again:
        assert [item.text for item in again.agenda.all()] == ["Leave", LINE.text, "Caseload"]

        again.agenda.remove(first.id)

        assert [item.id for item in again.agenda.all()] == [third.id, second.id]
        assert again.agenda.all()[1].source is Source.PROMPT


def test_that_a_session_is_equal_after_reopening_and_the_agenda_is_empty(vault, folder):
    vault.agenda.add(LINE)
    kept = vault.supervision.add(SESSION, instead_of="")
    earlier = vault.supervision.add(replace(SESSION, held=date(2026, 10, 2)), instead_of="")
    vault.close()
    with opened_vault(folder) as again:
        assert again.supervision.all() == (earlier, replace(SESSION, id=kept.id))
        assert again.agenda.all() == ()

        again.supervision.update(replace(kept, enough=9))
        again.supervision.remove(earlier.id)

        assert again.supervision.all() == (replace(kept, enough=9),)
        with pytest.raises(KeyError):
            again.supervision.update(replace(kept, id=99))


def test_that_sessions_and_agenda_are_in_a_backup_and_counted(vault, folder):
    vault.supervision.add(SESSION, instead_of="")
    vault.agenda.add(LINE)
    vault.close()
    key = KeyFile.read(folder).open_with_passphrase(PASSPHRASE)
    made = backups.make(folder, folder / "backups", key=key, made=NOW)

    assert restore.contents(made, key).others.count(SUPERVISION_SESSIONS.amount(1)) == 1


def test_that_sessions_and_agenda_are_read_from_a_damaged_vault(vault, folder):
    kept = vault.supervision.add(SESSION, instead_of="")
    line = vault.agenda.add(LINE)
    vault.close()
    whole = (folder / "vault.db").read_bytes()
    (folder / "vault.db").write_bytes(bytes(4096) + whole[4096:])  # the list of tables is lost
    key = KeyFile.read(folder).open_with_passphrase(PASSPHRASE)
    told = salvage.salvage(folder, key=key, facts=frozenset(), now=NOW)

    assert told.read["supervision_sessions"] == told.read["agenda"] == 1
    with opened_vault(folder) as again:
        assert again.supervision.all() == (kept,)
        assert again.agenda.all() == (line,)


def test_that_a_damaged_vault_from_before_supervision_is_still_read(vault, folder):
    made_older(vault, "m005_hard_events")
    vault.close()
    key = KeyFile.read(folder).open_with_passphrase(PASSPHRASE)
    told = salvage.salvage(folder, key=key, facts=frozenset(), now=NOW)

    assert told.whole
    with opened_vault(folder) as again:
        assert again.supervision.all() == ()
