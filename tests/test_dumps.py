"""A crash leaves nothing of the memory on the disk."""

import json
import subprocess
import sys

import pytest

from burnout_check import dumps
from burnout_check.diagnostics.self_check import findings

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="the files of /proc are Linux's")


def _run(program: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", program]
    return subprocess.run(command, check=False, capture_output=True, text=True)


@on_linux
def test_that_the_program_refuses_dumps_before_it_does_anything_else():
    said = _run(
        "import burnout_check.app, ctypes, json, resource\n"
        "print(json.dumps([resource.getrlimit(resource.RLIMIT_CORE),"
        " ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)]))"
    )

    assert json.loads(said.stdout) == [[0, 0], 0], said.stderr


@on_linux
def test_that_a_crash_writes_no_core_where_cores_were_allowed(tmp_path):
    crash = (
        "import os, resource, sys\n"
        "hard = resource.getrlimit(resource.RLIMIT_CORE)[1]\n"
        "resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))\n"
        "import burnout_check.app\n"
        f"os.chdir({str(tmp_path)!r})\n"
        "os.kill(os.getpid(), 11)\n"
    )
    ended = _run(crash)

    assert ended.returncode == -11
    assert list(tmp_path.iterdir()) == []


@on_linux
def test_that_a_process_that_allows_dumps_is_told_so():
    said = _run(
        "import resource\n"
        "from burnout_check import dumps\n"
        "try:\n    dumps.said()\nexcept RuntimeError as error:\n    print(error)\n"
        "dumps.refuse_dumps()\nprint(dumps.said())"
    )

    assert said.stdout.splitlines() == [
        "the system may write what is in memory to the disk after a crash",
        "refused: a crash writes nothing of what is in memory",
    ]


class Library:
    """Notes what it is asked for, as kernel32 would be."""

    def __init__(self):
        self.mode, self.flags = 0x8000, 0

    def GetErrorMode(self):  # noqa: N802 - Windows' own name
        return self.mode

    def SetErrorMode(self, mode):  # noqa: N802
        self.mode = mode

    def WerSetFlags(self, flags):  # noqa: N802
        self.flags = flags


def test_that_windows_is_told_to_write_no_report(monkeypatch):
    library = Library()
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(dumps, "_kernel", lambda: library)
    with pytest.raises(RuntimeError):
        dumps.said()
    dumps.refuse_dumps.__wrapped__()

    assert library.mode == 0x8003  # what was set, no dialog, and no report of a fault
    assert library.flags == 1
    assert dumps.said().startswith("refused")


def test_that_the_self_check_says_so():
    dumps.refuse_dumps()
    found = {finding.name: finding for finding in findings()}["Crash dumps"]

    assert found.works
