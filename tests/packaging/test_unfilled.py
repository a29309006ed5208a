"""What the release owner has to fill in: found, listed in one place, and nowhere else."""

from pathlib import Path

import pytest

import checks
import dev
import unfilled
from console import ROOT

LIST = ROOT / "packaging" / "README.md"
# The mark may stand here as a word: where it is explained, looked for, and tested.
EXPLAINED = {"packaging/README.md", "packaging/unfilled.py", "tests/packaging/test_unfilled.py"}


def mark(what: str) -> str:
    return f"[{unfilled.OWNER}: {what}]"


def listed() -> set[tuple[str, str]]:
    """The rows of the release list, as file and what is to stand there."""
    text = LIST.read_text(encoding="utf-8")
    part = text.split("\n## What the release owner fills in\n", 1)[1].split("\n## ", 1)[0]
    rows = [line.split("|") for line in part.splitlines() if line.startswith("| `")]
    return {(row[1].strip().strip("`"), row[2].strip()) for row in rows}


@pytest.fixture
def project(tmp_path):
    """A project in which everything is filled in."""
    (tmp_path / ".github").mkdir()
    (tmp_path / ".github" / "SECURITY.md").write_text("| v | until |\n|---|---|\n| 1.2 | 2027 |\n")
    (tmp_path / "CHANGELOG.md").write_text("# Changelog\n\n## [1.2.3] - 2026-12-01\n")
    return tmp_path


def test_that_every_placeholder_is_in_the_release_list():
    found = set(unfilled.placeholders(ROOT, checks.project_files(ROOT)))

    assert found - listed() == set()


def test_that_a_file_that_the_list_names_is_there():
    assert listed()
    for file, _ in listed():
        assert (ROOT / file).is_file(), file


def test_that_the_mark_stands_nowhere_in_another_form():
    for file in checks.project_files(ROOT):
        if file.as_posix() in EXPLAINED:
            continue
        try:
            text = (ROOT / file).read_text(encoding="utf-8")
        except (FileNotFoundError, UnicodeDecodeError):
            continue

        assert text.count(unfilled.OWNER) == len(unfilled.PLACEHOLDER.findall(text)), file


def test_that_placeholders_are_found_with_their_files(project):
    (project / ".github" / "a.yml").write_text(f"one: {mark('an address')}\ntwo: {mark('a day')}\n")
    (project / "picture.png").write_bytes(b"\x89PNG\xff")
    files = [Path(".github/a.yml"), Path("picture.png"), Path("removed.md"), Path("CHANGELOG.md")]

    assert list(unfilled.placeholders(project, files)) == [
        (".github/a.yml", "an address"),
        (".github/a.yml", "a day"),
    ]


def test_that_a_release_has_its_day_and_its_row(project):
    assert list(unfilled.missing_for_release(project, "1.2.3")) == []
    assert list(unfilled.missing_for_release(project, "1.2.4")) == [
        "CHANGELOG.md: the heading of 1.2.4, with its day"
    ]
    assert list(unfilled.missing_for_release(project, "1.3.0")) == [
        "CHANGELOG.md: the heading of 1.3.0, with its day",
        ".github/SECURITY.md: a row for 1.3, with the last day on which it gets fixes",
    ]


def test_that_what_is_left_is_printed_and_fails(project, monkeypatch, capsys):
    monkeypatch.setattr(unfilled, "version", lambda: "1.2.3")
    assert unfilled.print_unfilled(project) == 0
    assert capsys.readouterr().out == "Everything that the release owner fills in is there.\n"

    (project / "README.md").write_text(mark("who makes it") + "\n")

    assert unfilled.print_unfilled(project) == 1
    assert capsys.readouterr().out == "README.md: who makes it\n"


def test_that_it_is_a_command_of_the_door(monkeypatch):
    monkeypatch.setattr(unfilled, "print_unfilled", lambda: 1)

    assert dev.main(["unfilled"]) == 1
