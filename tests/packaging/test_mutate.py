"""The breakages and what tries them: each can be made, and one that no test catches is said."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

import dev
import mutate
from console import CannotGoOnError

ROOT = Path(__file__).resolve().parents[2]
BREAKAGES = mutate.read()
LIMIT = mutate.Breakage("limit", "burnout_check/a.py", "x < 3", "x < 4", "one too many", ("tests",))
UNSEEN = mutate.Breakage("unseen", "burnout_check/a.py", "'no'", "'NO'", "a shout", ("tests",))
PROGRAM = "def few(x):\n    return 'yes' if x < 3 else 'no'\n"
TEST = (
    "from burnout_check.a import few\n\ndef test_that_three_are_many():\n    assert few(2) == 'yes'"
)
TEST += "\n    assert few(3) != 'yes'\n"


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda breakage: breakage.name)
def test_that_what_is_to_be_broken_stands_once_where_it_is_said_to(breakage):
    breakage.applied((ROOT / breakage.file).read_text(encoding="utf-8"))

    assert breakage.new != breakage.old
    assert breakage.breaks
    for test in breakage.tests:
        assert (ROOT / test.partition("::")[0]).exists()


def test_that_there_are_enough_breakages_and_each_has_a_name_of_its_own():
    assert len({breakage.name for breakage in BREAKAGES}) == len(BREAKAGES) >= 60


@pytest.fixture(autouse=True)
def _ready(monkeypatch):
    monkeypatch.setattr(dev, "make_right", lambda **_: Path(sys.executable))


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A program of one line and its test, in the place of the tree."""
    monkeypatch.setattr(mutate, "ROOT", tmp_path)
    for name, text in (("burnout_check/a.py", PROGRAM), ("tests/test_a.py", TEST)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text)
    return tmp_path


def test_that_what_a_test_catches_is_told_with_the_name_of_the_test(tree, monkeypatch, capsys):
    monkeypatch.setattr(mutate, "read", lambda: (LIMIT,))

    assert dev.main(["mutate"]) == 0
    said = capsys.readouterr().out
    assert f"caught      {'limit':<44} tests/test_a.py::test_that_three_are_many\n" in said
    assert "1 of 1 breakages were caught: 100.0 %" in said


def test_that_what_no_test_catches_is_said_and_fails_and_the_tree_is_left_alone(
    tree, monkeypatch, capsys
):
    monkeypatch.setattr(mutate, "read", lambda: (LIMIT, UNSEEN))

    assert dev.main(["mutate", "--jobs", "1"]) == 1
    said = capsys.readouterr().out
    assert f"NOT CAUGHT  {'unseen':<44} a shout\n" in said
    assert "1 of 2 breakages were caught: 50.0 %" in said
    assert (tree / "burnout_check" / "a.py").read_text() == PROGRAM


def test_that_a_test_that_fails_by_itself_is_said_before_anything_is_broken(
    tree, monkeypatch, capsys
):
    (tree / "tests" / "test_a.py").write_text("def test_that_fails():\n    assert False\n")
    monkeypatch.setattr(mutate, "read", lambda: (LIMIT,))

    assert dev.main(["mutate"]) == 1
    assert "Nothing was broken yet, and this failed: tests/test_a.py" in capsys.readouterr().out


@pytest.mark.parametrize(("old", "times"), [("x < 5", 0), ("'", 4)])
def test_that_a_breakage_that_is_out_of_date_is_an_error(old, times):
    with pytest.raises(CannotGoOnError, match=f"limit is out of date: its text stands {times} "):
        replace(LIMIT, old=old).applied(PROGRAM)


def test_that_some_can_be_chosen_by_a_part_of_their_name(capsys):
    assert dev.main(["mutate", "--list", "wheel", "one-nation"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == [
        "wheel-is-nobody",
        "one-nation-for-all",
        "one-nation-covers-all",
    ]
    assert dev.main(["mutate", "nosuch"]) == 1
    assert "There is no breakage called nosuch" in capsys.readouterr().out
