import pytest
import sqlite_utils

from burnout_check.errors import NewerVault
from burnout_check.store.tables import migrations
from burnout_check.store.vault import Vault
from tests.store.samples import CHECK_IN, snapshot
from tests.vaults import opened_vault


def test_that_a_new_vault_has_gone_through_every_step(vault):
    with vault._database.reading() as tables:
        done = migrations.applied(tables)
        left = migrations.pending(tables)

    assert done[:7] == (
        "m001_first_tables",
        "m002_events",
        "m003_local_entries",
        "m004_actions",
        "m005_hard_events",
        "m006_supervision",
        "m007_records",
    )
    assert done == tuple(migrations._KNOWN)
    assert left == ()


def test_that_a_newer_vault_is_refused_untouched(vault, folder):
    vault.check_ins.add(CHECK_IN)
    with vault._database.writing() as tables:
        tables.execute("alter table check_ins add column mood text")
        tables.table("_sqlite_migrations").insert(
            {
                "migration_set": "burnout_check",
                "name": "m099_from_the_future",
                "applied_at": "2031-01-01 00:00:00+00:00",
            }
        )
    vault.close()
    before = snapshot(folder)
    with pytest.raises(NewerVault) as caught:
        opened_vault(folder)

    assert "newer version" in str(caught.value)
    assert snapshot(folder) == before


def test_that_a_step_that_fails_leaves_no_trace_and_runs_next_time(vault, folder, monkeypatch):
    steps = sqlite_utils.Migrations("burnout_check")

    @steps()
    def m001_first_tables(db):
        raise AssertionError("has run already")

    @steps()
    def m900_breaks(db):
        db.execute("create table half (x)")
        raise RuntimeError("power cut")

    vault.check_ins.add(CHECK_IN)
    vault.close()
    monkeypatch.setattr(migrations, "_MIGRATIONS", steps)
    with pytest.raises(RuntimeError, match="power cut"):
        opened_vault(folder)
    monkeypatch.undo()
    with opened_vault(folder) as again, again._database.reading() as tables:
        names = tables.table_names()

        assert "half" not in names
        assert again.check_ins.all() == (CHECK_IN,)


def test_that_an_older_vault_is_brought_up_to_date_and_keeps_its_data(vault, folder, monkeypatch):
    steps = sqlite_utils.Migrations("burnout_check")

    @steps()
    def m001_first_tables(db):
        raise AssertionError("has run already")

    @steps()
    def m900_adds(db):
        db.execute("alter table check_ins add column mood text")

    vault.check_ins.add(CHECK_IN)
    vault.close()
    monkeypatch.setattr(migrations, "_MIGRATIONS", steps)
    monkeypatch.setattr(migrations, "_KNOWN", [*migrations._KNOWN, "m900_adds"])
    with opened_vault(folder) as again, again._database.reading() as tables:
        done = migrations.applied(tables)

        assert done[-1] == "m900_adds"
        assert again.check_ins.all() == (CHECK_IN,)


def test_that_a_database_that_holds_no_vault_is_not_made_into_one(vault, folder):
    with vault._database.writing() as tables:
        tables.execute("delete from _sqlite_migrations")
    vault.close()
    before = snapshot(folder)
    with pytest.raises(Exception, match="holds no vault"):
        opened_vault(folder)

    assert snapshot(folder) == before
    assert Vault.exists(folder)
