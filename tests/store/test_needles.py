import random
from dataclasses import replace
from datetime import date

import pytest

from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.supervision.agenda import AgendaItem
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.support.action import Action
from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.domain.week import Week
from burnout_check.store.keys import create_keys
from burnout_check.store.vault import Vault
from tests.store.processes import writer
from tests.store.samples import WEEK
from tests.store.writer import NEEDLE_CHECK_IN, NEEDLE_DRAFT, NEEDLES
from tests.vaults import CHEAP, opened_vault

PASSPHRASE = "needle-as-a-passphrase ü"


def _found(folder, needles):
    """Needles that stand in a file of ``folder``, or in a file's name, in any likely encoding."""
    found = []
    for path in folder.rglob("*"):
        content = path.name.encode() + path.read_bytes()
        for needle in needles:
            encodings = {needle.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")}
            encodings.add(needle.encode().hex().encode())
            found += [(path.name, needle) for text in encodings if text in content]
    return found


@pytest.fixture
def keys():
    return create_keys(PASSPHRASE, cost=CHEAP)


def test_that_nothing_is_on_disk_in_plain_while_open_nor_after(folder, keys):
    secrets = [
        *NEEDLES.values(),
        PASSPHRASE,
        keys.recovery_code,
        keys.recovery_code.replace("-", ""),
        keys.data_key.raw().hex(),
        str(WEEK),
        "create table",
    ]
    vault = Vault.create(folder, keys)
    vault.check_ins.add(NEEDLE_CHECK_IN)
    vault.drafts.update(NEEDLE_DRAFT)
    vault.actions.add(Action(NEEDLES["action"], NEEDLES["who"], date(2026, 11, 16)))
    vault.events.add(Event(date(2026, 11, 17), EventKind.OTHER, NEEDLES["timeline"]))
    vault.local_entries.add(LocalEntry(LocalKind.GUARDIAN, NEEDLES["local"]))
    vault.settings.update({"employer": NEEDLES["setting"]})
    had = SupervisionSession(date(2026, 11, 16), 60, note=NEEDLES["agreed"])
    vault.supervision.add(had, instead_of="")
    vault.agenda.add(AgendaItem(NEEDLES["agenda"], date(2026, 11, 16)))
    with vault._database.writing() as tables:  # a save in the middle: its journal is on disk
        tables.execute("pragma cache_size = 1")
        tables.execute("update check_ins set note = note || '.'")
        for week in range(300):
            tables.table("drafts").insert({"week": str(week), "body": NEEDLES["draft"] * 20})
        names = {path.name for path in folder.iterdir()}
        found = _found(folder, secrets)

        assert "vault.db-journal" in names
        assert found == []

    assert _found(folder, secrets) == []

    vault.close()

    assert _found(folder, secrets) == []
    assert sorted(path.name for path in folder.iterdir()) == [
        "keys.copy.json",
        "keys.json",
        "vault.db",
        "vault.lock",
    ]


def test_that_the_search_would_find_a_needle(tmp_path):
    (tmp_path / "plain").write_text(NEEDLES["note"], encoding="utf-16")

    assert _found(tmp_path, NEEDLES.values()) == [("plain", NEEDLES["note"])]


def test_that_kills_lose_nothing_that_was_saved_and_show_nothing(vault, folder):
    vault.close()
    dice = random.Random(11)  # noqa: S311 - no secret
    saved: set[Week] = set()
    begun = WEEK
    for _kill in range(6):
        with writer(folder, "write") as (process, says):
            for _line in range(dice.randrange(3, 60)):
                kind, week = says.readline().split()
                if kind == "check-in":
                    saved.add(Week.parse(week))
                else:
                    begun = Week.parse(week)
            process.kill()
            rest = says.read().split("\n")  # said before it died, read after
            saved |= {Week.parse(line.split()[1]) for line in rest if line.startswith("check-in")}

        assert _found(folder, NEEDLES.values()) == []
        with opened_vault(folder) as again:
            kept = {check_in.week: check_in for check_in in again.check_ins.all()}

            assert again.check() == ()
            assert saved <= set(kept)
            assert all(kept[week] == replace(NEEDLE_CHECK_IN, week=week) for week in kept)
            assert begun in kept or again.drafts.get(begun) is not None
    assert len(saved) > 20
