"""A vault or backup of somebody else is data: nothing in it runs; what no form makes is damage."""

import shutil

import pytest

from burnout_check.errors import DamagedBackup, DamagedData
from burnout_check.store import salvage
from burnout_check.store.database import opened
from burnout_check.store.files import archive
from burnout_check.store.folder import DATABASE
from burnout_check.store.keys import KeyFile
from burnout_check.store.tables.registry import BY_NAME, KINDS
from burnout_check.store.vault import Vault
from tests.store.keeping import NOW, back_up, fill_all
from tests.vaults import PASSPHRASE, new_vault

PROGRAMS = {
    "a trigger": "create trigger t after insert on check_ins begin delete from check_ins; end",
    "a view": "create view v as with recursive n(i) as (select 1 union all select i from n) "
    "select * from n",
    "a view in a table's place": "alter table drafts rename to d; create view drafts as "
    "with recursive n(i) as (select 1 union all select i from n) select * from n",
    "the steps as a view": "alter table _sqlite_migrations rename to m; create view "
    "_sqlite_migrations as with recursive n(name) as (select 'm001_first_tables' union all "
    "select name from n) select * from n",
    "a virtual table": "create virtual table f using fts5(words)",
    "an index with an expression": "create index i on check_ins (upper(note))",
    "a computed column": "alter table check_ins add column more text as (hex(zeroblob(9)))",
    "a table of its own": "create table more (words text)",
    "a table that is missing": "drop table events",
    "a column that is missing": "alter table actions drop column origin",
    "a column of another kind": "drop table look_ins; create table look_ins (week blob)",
}
NO_DAYS = ("", "soon", "0001-01-01", "9999-12-31", "2026-02-30", "1969-12-29", "2200-01-06")
# What stands in a column, by table and column: each is as no form makes it.
ODD = [
    *(("check_ins", "week", day) for day in NO_DAYS),
    ("check_ins", "week", "2026-11-17"),  # a Tuesday
    ("check_ins", "finished", "at noon"),
    ("check_ins", "finished", "9999-12-31T23:59:59-12:00"),
    ("check_ins", "asked", "{"),
    ("check_ins", "asked", '{"a": 1}'),
    ("check_ins", "hard_events", "[1]"),
    ("check_ins", "skipped", "[" * 10_000),
    ("check_ins", "note", b"bytes"),
    ("answers", "value", "many"),
    ("answers", "value", 1e300),
    ("answers", "value", float("inf")),
    ("facts", "value", "many"),
    ("facts", "value", float("inf")),
    ("weeks_away", "reason", "bored"),
    ("weeks_away", "week", "soon"),
    ("drafts", "body", "{}"),
    ("drafts", "body", "no"),
    ("settings", "value", "no JSON"),
    ("settings", "value", b"\x00"),
    ("put_aside", "until", "later"),
    ("actions", "made", "0000-00-00"),
    ("actions", "due", "whenever"),
    ("actions", "status", "lost"),
    ("actions", "text", b"bytes"),
    ("events", "day", "9999-12-31"),
    ("events", "kind", "party"),
    ("agenda", "place", "first"),
    ("agenda", "body", "[]"),
    ("supervision_sessions", "body", "{"),
    ("local_entries", "kind", "wizard"),
    ("hard_events", "noted", "then"),
    ("look_ins", "answer", "perhaps"),
    ("look_ins", "answered", "1066-10-14"),
]


@pytest.fixture
def made(tmp_path):
    """A folder with a record of every kind, and its key."""
    folder = tmp_path / "data"
    vault = new_vault(folder)
    fill_all(vault)
    vault.close()
    return folder


def key_of(folder):
    return KeyFile.read(folder).open_with_passphrase(PASSPHRASE)


def put(folder, program):
    statements = [program] if "begin" in program else program.split("; ")
    with opened(folder / DATABASE, key_of(folder)) as database, database.reading() as tables:
        tables.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            tables.execute(statement)


def spoil(folder, table, column, value):
    with opened(folder / DATABASE, key_of(folder)) as database, database.reading() as tables:
        tables.execute("PRAGMA foreign_keys = OFF")
        tables.execute(f"update {table} set {column} = ?", [value])  # noqa: S608 - of this file


@pytest.mark.parametrize("program", PROGRAMS)
def test_that_what_is_not_ours_is_refused_at_opening_and_salvage_leaves_it_behind(made, program):
    put(made, PROGRAMS[program])
    before = (made / DATABASE).read_bytes()

    with pytest.raises(DamagedData):
        Vault.open(made, key_of(made))

    assert (made / DATABASE).read_bytes() == before
    salvage.salvage(made, key=key_of(made), facts=(), now=NOW)
    with Vault.open(made, key_of(made)) as vault:
        assert len(vault.check_ins.all()) == 3


def test_that_no_backup_of_such_a_vault_is_taken_for_a_sound_one(made):
    with Vault.open(made, key_of(made)) as vault:
        good = back_up(vault)
    put(made, PROGRAMS["a trigger"])
    key = key_of(made)

    with pytest.raises((DamagedData, DamagedBackup)):
        Vault.open(made, key)
    assert archive.describe(good.path) is not None


@pytest.mark.parametrize(("table", "column", "value"), ODD)
def test_that_a_value_no_form_gives_is_damage_and_salvage_keeps_the_rest(
    made, table, column, value
):
    if (table, column) == ("check_ins", "week"):
        with opened(made / DATABASE, key_of(made)) as database, database.reading() as tables:
            tables.execute("PRAGMA foreign_keys = OFF")
            tables.execute(
                "update check_ins set week = ? where week = (select max(week) from check_ins)",
                [value],
            )
    else:
        spoil(made, table, column, value)

    with pytest.raises(DamagedData) as told:
        Vault.open(made, key_of(made))

    assert "the passphrase is right" in str(told.value).casefold()
    salvage.salvage(made, key=key_of(made), facts=("fact_caseload",), now=NOW)
    with Vault.open(made, key_of(made)) as vault:
        others = {kind.name for kind in KINDS} - {table, "answers", "facts", "check_ins"}
        rows = vault._database.rows()
        assert all(rows[name] for name in others)


def test_that_each_kind_of_record_is_tried_here():
    assert {table for table, _column, _value in ODD} == BY_NAME.keys()


def test_that_the_files_a_salvage_makes_are_for_their_owner_alone(made):
    spoil(made, "events", "kind", "party")
    salvage.salvage(made, key=key_of(made), facts=(), now=NOW)

    modes = {path.name: path.stat().st_mode & 0o777 for path in made.iterdir() if path.is_file()}
    assert set(modes.values()) == {0o600}


def test_that_pages_of_two_moments_are_found(made, tmp_path):
    """Each page is authentic, but an index and its table are of two moments."""
    older = tmp_path / "older.db"
    shutil.copyfile(made / DATABASE, older)
    with Vault.open(made, key_of(made)) as vault:
        for check_in in vault.check_ins.all():
            vault.check_ins.remove(check_in.week)
    now, then = (made / DATABASE).read_bytes(), older.read_bytes()
    found = 0
    for start in range(4096, min(len(now), len(then)), 4096):
        mixed = now[:start] + then[start : start + 4096] + now[start + 4096 :]
        if mixed == now:
            continue
        (made / DATABASE).write_bytes(mixed)
        try:
            with Vault.open(made, key_of(made)) as vault:
                rows = vault._database.rows()
                assert not rows["answers"], "answers without a check-in"
                assert not rows["facts"]
        except DamagedData:
            found += 1
    assert found
