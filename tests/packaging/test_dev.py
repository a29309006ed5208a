"""The one door: what each command starts, and what it says."""

import sys
from pathlib import Path

import pytest

import console
import dev

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def ready(monkeypatch):
    monkeypatch.setattr(dev, "make_right", lambda **_: Path("python"))


def test_that_run_without_a_display_says_so_and_draws_the_tour(
    monkeypatch, programs, ready, capsys
):
    monkeypatch.setattr(dev, "has_display", lambda _: False)

    assert dev.main(["run", "--demo"]) == 0
    assert programs[0][-2:] == ["--tour", str(ROOT / "tour")]
    assert capsys.readouterr().out == (
        f"There is no display here, so the tour is drawn into {ROOT / 'tour'} instead.\n"
    )


def test_that_a_tour_is_drawn_into_the_folder_that_is_named_in_the_looks_that_are(
    programs, ready, tmp_path
):
    assert dev.main(["tour", str(tmp_path), "--looks", "dark,text-200"]) == 0
    assert programs[0][-4:] == ["--tour", str(tmp_path), "--looks", "dark,text-200"]


@pytest.mark.parametrize("argument", ["--version", "--self-check", "--help", "--tour=there"])
def test_that_what_needs_no_display_is_passed_on(monkeypatch, programs, ready, argument):
    monkeypatch.setattr(dev, "has_display", lambda _: False)

    assert dev.main(["run", argument]) == 0
    assert programs == [["python", "-P", "-m", "burnout_check", argument]]


@pytest.mark.parametrize("arguments", [["demo"], ["run", "--demo"]])
def test_that_demo_is_a_run_with_invented_weeks(monkeypatch, programs, ready, arguments):
    monkeypatch.setattr(dev, "has_display", lambda _: True)

    assert dev.main(arguments) == 0
    assert programs == [["python", "-P", "-m", "burnout_check", "--demo"]]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ([], 0, "packaging/dev.py COMMAND"),
        (["--help"], 0, "packaging/dev.py COMMAND"),
        (["dance"], 2, "packaging/dev.py COMMAND"),
        (["tour"], 1, "Please write: python3 packaging/dev.py tour DIR"),
    ],
)
def test_that_a_command_line_that_is_not_understood_is_answered(arguments, code, said, capsys):
    assert dev.main(arguments) == code
    assert said in capsys.readouterr().out


def test_that_a_program_ended_by_a_signal_is_told_as_a_shell_does():
    if sys.platform == "win32":
        pytest.skip("Windows has no such signals")
    command = [sys.executable, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"]

    assert console.call(command) == 128 + 15


@pytest.mark.parametrize(("code", "shown"), [(0, ""), (3, "it went wrong\n")])
def test_that_a_quiet_program_is_heard_only_if_it_fails(code, shown, capfd):
    program = f"import sys; print('it went wrong'); sys.exit({code})"

    assert console.call([sys.executable, "-c", program], quiet=True) == code
    assert capfd.readouterr().out == shown
