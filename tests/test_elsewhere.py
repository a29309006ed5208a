"""Work that nobody waits for, and the process that ends all the same."""

import os
import subprocess
import sys
import threading

import pytest

from burnout_check import elsewhere
from tests.flow.program import ROOT
from tests.patience import SECONDS

_PROGRAM = """
import sys, threading
from burnout_check import app, elsewhere

app._PATIENCE = 0.1

def window(*_arguments, **_named):
    elsewhere.start(threading.Event().wait, name="a drive that never answers")
    return 7

app._window = window
sys.exit(app.main([]))
"""


def test_that_the_process_ends_though_a_drive_never_answers():
    ran = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )

    assert (ran.returncode, ran.stderr) == (7, "")


def test_that_what_is_still_under_way_is_known_until_it_ends():
    answers = threading.Event()
    elsewhere.start(answers.wait, name="waits")

    assert elsewhere.still_under_way(0)

    answers.set()

    assert not elsewhere.still_under_way(60)


def test_that_it_is_said_whether_something_went_well_in_time():
    answers = threading.Event()

    assert elsewhere.within(60, lambda: None, name="at once")
    assert not elsewhere.within(0, answers.wait, name="hangs")

    answers.set()
    assert not elsewhere.still_under_way(60)


def _fails() -> None:
    raise OSError("the drive is gone")


@pytest.mark.parametrize("seconds", [1, 60])
def test_that_a_drive_that_fails_has_not_answered(seconds):
    assert not elsewhere.within(seconds, _fails, name="fails")
