"""What holds for every kind of record, now and later: each test goes over all there are."""

import re
import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from burnout_check.domain.event import Event, EventKind
from burnout_check.store import salvage as salvage_module
from burnout_check.store.folder import DATABASE, KEYS, KEYS_COPY
from burnout_check.store.keys import KeyFile
from burnout_check.store.row_recognition import recognised
from burnout_check.store.salvage import salvage
from burnout_check.store.tables import migrations
from burnout_check.store.tables.registry import BY_MARK, BY_NAME, KINDS
from tests.store.keeping import DAY, NOW, fill_all, rows_of
from tests.store.samples import CHECK_IN
from tests.vaults import PASSPHRASE, made_older, opened_vault

PAGE = 4096
STORED = Path(__file__).resolve().parents[1] / "vaults" / "v0.1.0"
FACTS = frozenset({"caseload", "overtime_hours", "fact_caseload", "fact_overtime_hours"})
TOLD_BY_WEEK = {"check_ins", "answers", "facts"}


@pytest.fixture
def full(vault):
    fill_all(vault)
    return vault


def without_its_first_page(folder):
    """Loses the list of tables, so that every row has to say by itself what it is."""
    path = folder / DATABASE
    path.write_bytes(bytes(PAGE) + path.read_bytes()[PAGE:])


def salvaged(folder):
    key = KeyFile.read(folder).open_with_passphrase(PASSPHRASE)
    return salvage(folder, key=key, facts=FACTS, now=NOW)


def guesses_nothing(*_):
    return None


def test_that_every_table_of_a_vault_is_that_of_a_kind_and_says_so_in_each_row(vault):
    with vault._database.reading() as tables:
        names = set(tables.table_names()) - {"_sqlite_migrations"}
        made = {
            name: [(column.name, column.is_pk) for column in tables.table(name).columns]
            for name in names
        }
        marks = {
            name: next(each for each in tables.table(name).columns if each.name == "record")
            for name in names
        }

    assert names == set(BY_NAME)
    assert len(BY_MARK) == len(BY_NAME) == len(KINDS)
    for kind in KINDS:
        columns = [name for name, _ in made[kind.name] if name != "record"]

        assert tuple(columns) == kind.columns
        assert {name for name, is_pk in made[kind.name] if is_pk} == set(kind.key)
        assert marks[kind.name].notnull
        assert marks[kind.name].type == "BLOB"
        assert marks[kind.name].default_value == f"x'{kind.record.encode().hex()}'"


@pytest.mark.parametrize("was_older", [False, True])
def test_that_no_row_has_to_be_guessed(full, folder, monkeypatch, was_older):
    before = rows_of(full)
    if was_older:
        made_older(full, "m006_supervision")
    full.close()
    with opened_vault(folder) as again:
        assert rows_of(again) == before

    without_its_first_page(folder)
    monkeypatch.setattr(salvage_module, "recognised", guesses_nothing)
    told = salvaged(folder)

    assert told.whole
    assert told.read == {name: len(rows) for name, rows in before.items()}
    assert all(told.read.values())
    with opened_vault(folder) as again:
        assert rows_of(again) == before


def test_that_rows_of_a_vault_that_does_not_say_it_yet_are_guessed(full, folder):
    before = rows_of(full)
    made_older(full, "m006_supervision")
    full.close()
    without_its_first_page(folder)
    told = salvaged(folder)

    assert told.whole
    with opened_vault(folder) as again:
        assert rows_of(again) == before


def test_that_a_damaged_vault_of_the_first_release_is_read(tmp_path):
    for name in (DATABASE, KEYS, KEYS_COPY):
        shutil.copyfile(STORED / name, tmp_path / name)
    expected = tomllib.loads((STORED / "expected.toml").read_text(encoding="utf-8"))
    without_its_first_page(tmp_path)
    told = salvaged(tmp_path)

    assert told.whole
    with opened_vault(tmp_path) as vault:
        there = {
            str(one.week): (dict(one.answers), dict(one.facts)) for one in vault.check_ins.all()
        }

        assert there == {
            str(one["week"]): (one["answers"], one["facts"]) for one in expected["check_ins"]
        }
        assert [one.text for one in vault.actions.all()] == [
            one["text"] for one in expected["actions"]
        ]
        assert vault.settings.all() == expected["settings"]
        assert vault.drafts.all()[0].note == expected["drafts"][0]["note"]


def test_that_a_log_of_a_later_version_is_not_taken_for_events(full, folder):
    event = full.events.all()
    with full._database.writing() as tables:
        tables.execute(
            "create table later_log (id integer primary key, day text, kind text, words text, "
            "record blob not null default x'6c61746572206c6f67')"  # later log
        )
        for number in range(40, 50):
            row = {"id": number, "day": "2026-11-20", "kind": "new_post", "words": "wrote it down"}
            tables.table("later_log").insert(row)
    full.close()
    without_its_first_page(folder)
    told = salvaged(folder)

    assert told.read["events"] == 1
    with opened_vault(folder) as again:
        assert again.events.all() == event


def test_that_such_a_log_would_be_taken_for_events_by_its_look():
    kind = next(iter(EventKind)).value
    values = (None, "2026-11-20", kind, "wrote it down", *[None] * 5)
    known = recognised(7, values, FACTS, {})

    assert known is not None
    assert (known[0], known[1]["id"]) == ("events", 7)


def test_that_a_word_of_a_person_is_never_taken_for_what_a_row_says_it_is(vault, folder):
    kept = vault.events.add(Event(DAY, EventKind.OTHER, "agenda line"))
    made_older(vault, "m006_supervision")
    vault.close()
    without_its_first_page(folder)
    told = salvaged(folder)

    assert (told.read["events"], told.read["agenda"]) == (1, 0)
    with opened_vault(folder) as again:
        assert again.events.all() == (kept,)


def test_that_a_row_from_before_a_column_was_added_is_read_without_it():
    kind = BY_NAME["events"]
    row = kind.loose_row(7, (None, "2026-11-16", kind.mark, "new_post", None, None))

    assert row == {"id": 7, "day": "2026-11-16", "kind": "new_post"}


def test_that_the_step_to_say_it_is_gone_through_whole_or_not_at_all(full, folder, monkeypatch):
    before = rows_of(full)
    made_older(full, "m006_supervision")
    full.close()
    whole = (folder / DATABASE).read_bytes()
    monkeypatch.setitem(migrations._RECORDS, "no_such_table", "nothing")
    with pytest.raises(Exception, match="no such table"):
        opened_vault(folder)
    monkeypatch.undo()

    assert (folder / DATABASE).read_bytes() == whole
    with opened_vault(folder) as again:
        assert rows_of(again) == before


def test_that_every_kind_has_words_and_says_what_is_lost_of_it():
    for kind in KINDS:
        said = kind.lost_words(2)

        assert kind.one
        assert kind.many
        assert str(kind.amount(1)) == f"1 {kind.one}"
        assert str(kind.amount(0)) == f"no {kind.many}"
        assert kind.lost_words(0) == ""
        if kind.name in TOLD_BY_WEEK:
            assert said == ""
        else:
            assert re.fullmatch(r"(Some |At least 2 )[a-z ,-]+ could not be read[a-z ,]*\.", said)


def test_that_the_words_for_what_is_lost_are_these():
    said = {kind.name: kind.lost_words(2) for kind in KINDS}

    assert said["actions"] == "At least 2 actions could not be read."
    assert said["drafts"] == "At least 2 half-filled check-ins could not be read."
    assert said["settings"] == "Some settings could not be read, and are as they were at first."
    assert said["local_entries"] == (
        "Some of the numbers you wrote down for yourself could not be read."
    )


def test_that_lost_records_are_told_in_the_order_of_the_registry(full, folder):
    full.check_ins.add(replace(CHECK_IN, note="x"))
    full.close()
    path = folder / DATABASE
    whole = path.read_bytes()
    told = []
    for page in range(1, len(whole) // PAGE):
        path.write_bytes(whole[: page * PAGE] + b"\xff" * PAGE + whole[(page + 1) * PAGE :])
        found = salvaged(folder)
        told += [found.others_lost]
        sentences = [kind.lost_words(found.lost[kind.name]) for kind in KINDS]

        assert list(found.others_lost) == [sentence for sentence in sentences if sentence]

    assert ("At least 1 week away could not be read.",) in told
