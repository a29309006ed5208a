"""The table of what was done: each fault in its column, and a process that hangs is one."""

import subprocess
import sys
from pathlib import Path

from tests.patience import SECONDS
from tests.torture.conftest import HANGS
from tests.torture.tally import Tally, received, table

ROOT = Path(__file__).resolve().parents[2]
HANGING = """
import threading
from tests.torture import tally
tally.LONGEST_CASE = 0.01
tally.watch_from_now_on()
threading.Event().wait()
"""


def test_that_each_fault_stands_in_its_column_and_the_rest_is_told():
    tally = Tally()
    for _ in range(3):
        tally.good("all there")
    tally.bad("kill 1", "a note is gone")
    tally.bad("kill 2", "KeyError: 3", "traceback")
    tally.bad("kill 3", "KeyError: 4", "traceback")

    assert table({"killed": received(tally.packed())}) == [
        "        cases  loss  wrong word  traceback  hang  ended well",
        "killed      6     1           0          2     0  all there 3",
    ]
    assert tally.told().splitlines()[0] == "loss, kill 1: a note is gone"


def test_that_a_process_that_finishes_no_case_is_ended_and_says_where_it_hangs():
    done = subprocess.run(
        [sys.executable, "-c", HANGING],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=SECONDS,
        check=False,
    )

    assert done.returncode == 1
    assert done.stderr.startswith(HANGS)
