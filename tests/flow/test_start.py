"""The command line, in real processes: what is printed, what is shown, what is left behind."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

from burnout_check import __version__
from burnout_check.paths import resources_dir
from burnout_check.session.demo import PASSPHRASE as OF_THE_DEMO
from tests.flow.program import refused, run, started
from tests.vaults import new_vault, opened_vault

# What --self-check tries besides the content files.
PARTS = (
    "Python",
    "Qt",
    "SQLCipher",
    "NaCl",
    "matplotlib",
    "typst",
    "msgspec",
    "Time zones",
    "Font",
    "Vault",
    "Journal",
    "Backup",
    "Data of a newer version",
    "Network",
    "Environment",
    "Crash dumps",
    "Content as a whole",
)


def test_that_the_version_is_said_and_nothing_is_begun(environ, tmp_path):
    done = run(environ, "--version", "--data-dir", tmp_path / "data")

    assert (done.returncode, done.stdout, done.stderr) == (0, f"Burnout Check {__version__}\n", "")
    assert not (tmp_path / "data").exists()


def test_that_help_names_every_option(environ):
    done = run(environ, "--help")

    assert done.returncode == 0
    for option in ("--data-dir DIR", "--demo", "--tour DIR", "--self-check", "--json", "--version"):
        assert option in done.stdout


def test_that_an_unknown_word_is_answered(environ):
    done = run(environ, "--dmeo")

    assert done.returncode == 2
    assert "--dmeo" in done.stderr
    assert "Traceback" not in done.stderr


def test_that_the_self_check_has_a_line_for_each_part_and_each_content_file(environ, scratch):
    files = [
        path.relative_to(resources_dir()).as_posix() for path in resources_dir().rglob("*.toml")
    ]
    done = run(environ, "--self-check")
    lines = done.stdout.splitlines()

    assert (done.returncode, done.stderr) == (0, "")
    assert all(line.startswith("ok   ") for line in lines)
    named = [line.removeprefix("ok   ").partition(": ")[0] for line in lines]
    assert sorted(named) == sorted([*PARTS, *files])
    assert list(scratch.iterdir()) == []


def test_that_the_self_check_of_a_malformed_file_names_file_field_and_reason(environ, copy):
    file = copy / "instruments" / "gad7.toml"
    file.write_text(
        file.read_text(encoding="utf-8").replace('id = "gad7"', "id = 7", 1), encoding="utf-8"
    )
    done = run(environ, "--self-check")
    failed = [line for line in done.stdout.splitlines() if line.startswith("FAIL ")]

    assert (done.returncode, done.stderr) == (1, "")
    sentence = "gad7.toml: id: should be text, but is a whole number"
    assert [line for line in failed if line.startswith("FAIL instruments/")] == [
        f"FAIL instruments/gad7.toml: ContentError: {sentence}"
    ]
    assert all(line.endswith(f": {sentence}") for line in failed)
    assert "ok   support.toml: " in done.stdout  # the others are tried all the same


def test_that_a_start_with_a_malformed_file_says_which_and_touches_no_data(environ, copy, tmp_path):
    (copy / "rules.toml").write_text("rule = 1\n", encoding="utf-8")
    new_vault(tmp_path / "data").close()
    before = contents(tmp_path / "data")

    with started(environ, "--data-dir", tmp_path / "data") as program:
        said = program.say()
        program.close()

    assert "rules.toml: rule: should be a list, but is a whole number" in said["words"]
    assert "A part of Burnout Check is damaged" in said["words"]
    now = contents(tmp_path / "data")
    assert {name: now[name] for name in before} == before


def test_that_a_file_in_the_place_of_the_folder_is_named_and_left_alone(environ, tmp_path):
    file = tmp_path / "data"
    file.write_text("mine", encoding="utf-8")

    sentence = refused(environ, "--data-dir", file)

    assert str(file) in sentence
    assert "a file is in its place" in sentence
    assert file.read_text(encoding="utf-8") == "mine"


@pytest.fixture
def like_anybody() -> list[str]:
    """What to put before a command so that it has no right to write everywhere."""
    if os.name == "nt":
        pytest.skip("folders are closed in another way on Windows")
    if os.geteuid() != 0:
        return []
    command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    if (
        shutil.which(command[0]) is None
        or subprocess.run([*command, "true"], check=False).returncode
    ):
        pytest.skip("root may write everywhere, and cannot give that right up here")
    return command


def test_that_a_folder_that_may_not_be_written_is_named(environ, tmp_path, like_anybody):
    folder = tmp_path / "data"
    folder.mkdir(mode=0o500)

    sentence = refused(environ, "--data-dir", folder, before=like_anybody)

    assert str(folder) in sentence
    assert "You are not allowed to use the folder" in sentence
    assert list(folder.iterdir()) == []


def test_that_a_folder_of_any_name_is_made_and_used(environ, tmp_path, scratch):
    folder = tmp_path / "Zoë’s Daten – 日本 100% #1"
    with started(environ, "--demo", "--data-dir", folder) as program:
        said = program.say()
        code, errors = program.close()

    assert said["windows"] == ["MainWindow"]
    assert {"This week", "Demo"} <= set(said["words"])
    assert (code, errors) == (0, "")
    assert (folder / "vault.db").is_file()
    assert list(scratch.iterdir()) == []


def test_that_a_new_folder_shows_the_first_run_and_holds_nothing_personal(environ, tmp_path):
    folder = tmp_path / "data"
    with started(environ, "--data-dir", folder) as program:
        said = program.say()
        code, errors = program.close()

    assert said["windows"] == ["MainWindow"]
    assert "About your work" in said["words"]
    assert (code, errors) == (0, "")
    assert {path.name for path in folder.iterdir()} == {"log", "look.json"}


def test_that_a_demo_without_a_folder_leaves_none(environ, scratch):
    with started(environ, "--demo") as program:
        assert "Demo" in program.say()["words"]
        assert program.close() == (0, "")

    assert list(scratch.iterdir()) == []


def test_that_a_demo_leaves_a_vault_of_somebody_alone(environ, tmp_path):
    folder = tmp_path / "data"
    new_vault(folder).close()
    before = contents(folder)

    sentence = refused(environ, "--demo", "--data-dir", folder)

    assert str(folder) in sentence
    assert "holds a vault of somebody’s own" in sentence
    assert contents(folder) == before


def test_that_a_demo_with_a_folder_refuses_a_second_start_and_is_kept_for_a_later_one(
    environ, tmp_path, scratch
):
    folder = tmp_path / "data"
    with started(environ, "--demo", "--data-dir", folder) as first:
        assert {"This week", "Demo"} <= set(first.say()["words"])
        before = contents(folder)
        sentence = refused(environ, "--demo", "--data-dir", folder)

        assert "already open" in sentence
        assert contents(folder) == before
        assert first.close() == (0, "")
    with started(environ, "--demo", "--data-dir", folder) as third:
        assert {"This week", "Demo"} <= set(third.say()["words"])
        assert third.close() == (0, "")
    with opened_vault(folder, OF_THE_DEMO) as vault:
        weeks = [past.week for past in vault.check_ins.all()]

    assert len(weeks) == len(set(weeks)) > 80
    assert list(scratch.iterdir()) == []


def test_that_a_second_start_says_that_the_vault_is_open_and_touches_nothing(environ, tmp_path):
    folder = tmp_path / "data"
    with new_vault(folder):
        before = contents(folder)
        sentence = refused(environ, "--data-dir", folder)

        assert "already open" in sentence
        assert contents(folder) == before


def test_that_what_was_left_open_by_a_killed_start_opens_again(environ, tmp_path):
    folder = tmp_path / "data"
    with started(environ, "--demo", "--data-dir", folder) as first:
        first.say()
    with started(environ, "--demo", "--data-dir", folder) as second:
        assert {"This week", "Demo"} <= set(second.say()["words"])
        assert second.close() == (0, "")


def contents(folder: Path) -> dict[str, tuple[int, bytes]]:
    """The vault's files in a folder: mode and content; the log and the look are no part of it."""
    return {
        path.name: (stat.S_IMODE(path.stat().st_mode), path.read_bytes())
        for path in folder.iterdir()
        if path.is_file() and path.name != "look.json"
    }
