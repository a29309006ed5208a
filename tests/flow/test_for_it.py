"""The program as IT starts it: the self-check for a machine, and without any console."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.flow.program import ROOT, run
from tests.patience import SECONDS


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    names = dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(scratch))
    return {**os.environ, **names, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}


def test_that_the_self_check_as_json_has_facts_and_parts_and_no_name(environ, tmp_path):
    folder = tmp_path / "data"
    done = run(environ | {"HOME": str(tmp_path)}, "--self-check", "--json", "--data-dir", folder)
    said = json.loads(done.stdout)

    assert (done.returncode, done.stderr) == (0, "")
    assert said["works"] is True
    assert {"Program", "Site file", "Data folder", "Disk of the data", "Backups"} <= set(
        said["facts"]
    )
    assert said["facts"]["Data folder"] == "~/data, which is not there yet"
    assert {part["name"] for part in said["parts"]} >= {
        *("Qt", "SQLCipher", "typst", "Journal", "Backup", "Network"),
    }
    assert not folder.exists()


TOO_BUSY = """
import sys
from burnout_check.app import main
import burnout_check.tour.tour as tour

def draw(*_, **__):
    raise TimeoutError("the window did not get there in 20 seconds")

tour.draw = draw
sys.exit(main(sys.argv[1:]))
"""


def test_that_a_tour_that_cannot_go_on_says_so_in_a_sentence(environ, tmp_path):
    command = [sys.executable, "-P", "-W", "error", "-c", TOO_BUSY, "--tour", str(tmp_path)]
    done = subprocess.run(
        command, env=environ, capture_output=True, timeout=SECONDS, check=False, text=True
    )

    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        "",
        "The tour cannot go on: the window did not get there in 20 seconds. "
        f"The pictures so far are in {tmp_path}.\n",
    )


# As pythonw.exe starts it, from a menu: there is no console, and sys.stdout is None.
WITHOUT_CONSOLE = (
    "import sys; sys.stdout = sys.stderr = None; "
    "from burnout_check.app import main; sys.exit(main(sys.argv[1:]))"
)


# As Debian 12's Python 3.11.2 has it: what there is to say is written, be there a console or not.
OLDER = (
    "import argparse, sys; "
    "argparse.ArgumentParser._print_message = "
    "lambda _, words, file=None: (file or sys.stderr).write(words); "
)


def without_console(environ, start, *words):
    command = [sys.executable, "-P", "-W", "error", "-c", start, *words]
    done = subprocess.run(command, env=environ, capture_output=True, timeout=SECONDS, check=False)
    return done.returncode, done.stdout, done.stderr


SAID_BY_ARGPARSE = [(["--version"], 0), (["--help"], 0), (["--dmeo"], 2)]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        *SAID_BY_ARGPARSE,
        (["--self-check", "--json"], 0),
        (["--tour", "/dev/null/no-folder"], 1),
    ],
)
def test_that_nothing_needs_a_console(environ, words, code):
    assert without_console(environ, WITHOUT_CONSOLE, *words) == (code, b"", b"")


@pytest.mark.parametrize(("words", "code"), SAID_BY_ARGPARSE)
def test_that_an_older_python_needs_no_console_either(environ, words, code):
    assert without_console(environ, OLDER + WITHOUT_CONSOLE, *words) == (code, b"", b"")
