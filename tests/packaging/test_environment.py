"""When .venv is left alone, mended or made anew."""

import sys
from pathlib import Path

import pytest

import console
import environment


@pytest.fixture
def project(tmp_path):
    """A folder with locks and a finished .venv of the Python that runs this test."""
    for lock in environment.DEVELOPMENT:
        (tmp_path / lock).parent.mkdir(exist_ok=True)
        (tmp_path / lock).write_text("one==1\ntwo==2 ; x\n    --hash=sha256:00\n")
    python = environment.python_in(tmp_path / ".venv")
    python.parent.mkdir(parents=True)
    python.touch()
    environment._write_stamp(tmp_path, environment.wanted_stamp(tmp_path, environment.DEVELOPMENT))
    return tmp_path


def is_right(project, locks=environment.DEVELOPMENT):
    python = environment.python_in(project / ".venv")
    wanted = environment.wanted_stamp(project, locks)
    return environment.is_right(environment.read_stamp(project), wanted, python=python)


def test_that_a_finished_environment_is_right(project):
    assert is_right(project)


def test_that_a_changed_lock_is_not_right_but_only_for_who_needs_it(project):
    (project / environment.DEVELOPMENT[-1]).write_text("one==2\n")

    assert not is_right(project)
    assert is_right(project, environment.RUNTIME)


def test_that_other_line_ends_are_the_same_lock(project):
    lock = project / environment.RUNTIME[0]
    lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))

    assert is_right(project)


def test_that_an_environment_without_its_python_is_not_right(project):
    environment.python_in(project / ".venv").unlink()

    assert not is_right(project)


@pytest.mark.parametrize(
    ("stamp", "reason"),
    [
        ({}, "it was not finished"),
        ({"python": "this", "unfinished": "a.lock"}, "it was not finished"),
        ({"python": "that"}, "it is for that and this is this"),
        ({"python": "this", "a.lock": "old"}, None),
    ],
)
def test_that_only_what_pip_cannot_mend_is_made_anew(stamp, reason):
    found = environment.reason_to_start_over(stamp, {"python": "this"}, python=Path(sys.executable))

    assert found == reason


@pytest.mark.parametrize("text", ["", "[]", '{"python": "th', "\0"])
def test_that_a_stamp_that_cannot_be_read_says_nothing(project, text):
    (project / ".venv" / "made-from.json").write_text(text)

    assert environment.read_stamp(project) == {}


def test_that_nothing_is_started_where_all_is_right(project, programs, capsys):
    environment.make_right(locks=environment.DEVELOPMENT, root=project)

    assert programs == []
    assert capsys.readouterr().out == ""


def test_that_a_changed_lock_is_installed_with_its_hashes(project, programs, capsys):
    (project / environment.DEVELOPMENT[-1]).write_text("one==2\nthree==3\n")

    environment.make_right(locks=environment.DEVELOPMENT, root=project)

    assert "--require-hashes" in programs[0]
    assert capsys.readouterr().out.splitlines() == [
        "Installing 2 packages from packaging/requirements-dev.lock; "
        "the first time takes a minute or two",
        "Checking that Qt loads",
    ]
    assert is_right(project)


def test_that_a_killed_installation_is_noticed_and_made_anew(project, programs, monkeypatch):
    (project / environment.RUNTIME[0]).write_text("one==2\n")

    class Killed(BaseException):
        pass

    def kill(*_, **__):
        raise Killed

    monkeypatch.setattr(environment, "call", kill)
    with pytest.raises(Killed):
        environment.make_right(root=project)

    stamp = environment.read_stamp(project)
    python = environment.python_in(project / ".venv")
    wanted = environment.wanted_stamp(project, environment.RUNTIME)
    assert environment.reason_to_start_over(stamp, wanted, python=python) == "it was not finished"


def test_that_a_failed_installation_is_said_and_tried_again(project, monkeypatch):
    (project / environment.RUNTIME[0]).write_text("one==2\n")
    monkeypatch.setattr(environment, "call", lambda *_, **__: 1)

    with pytest.raises(console.CannotGoOnError, match="pip could not install"):
        environment.make_right(root=project)

    assert not is_right(project, environment.RUNTIME)
    assert "unfinished" not in environment.read_stamp(project)


def test_that_the_python_of_an_environment_is_where_its_system_puts_it():
    folder = Path(".venv")

    assert environment.python_in(folder, platform="linux") == folder / "bin" / "python"
    assert environment.python_in(folder, platform="win32") == folder / "Scripts" / "python.exe"
