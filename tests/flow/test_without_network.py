"""The main job where there is no network at all: it works, and nothing looks for one."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from socket import AF_UNIX
from typing import Any

import pytest

from tests.patience import SECONDS

ROOT = Path(__file__).resolve().parents[2]
JOB = ROOT / "tests/flow/offline_job.py"


def run(namespace: Sequence[str], *program: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*namespace, sys.executable, *map(str, program)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )


def works(command: Sequence[str]) -> bool:
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run([*command, "true"], check=False, capture_output=True).returncode == 0


@pytest.fixture(scope="module")
def namespace() -> list[str]:
    """What to put before a command so that it runs with no network."""
    for options in ("-rn", "-n"):  # as an ordinary user, and as root
        if sys.platform == "linux" and works(["unshare", options]):
            return ["unshare", options]
    pytest.skip("this machine does not let us make a namespace without network")


@pytest.fixture(scope="module")
def job(
    namespace: list[str], tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, Any], str]:
    """What the job said, and the calls about sockets it made ("" where they cannot be seen)."""
    folder = tmp_path_factory.mktemp("offline")
    calls = folder / "calls"
    trace = ["strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(calls)]
    can_trace = works(trace) and works([*namespace, *trace])
    before = [*namespace, *trace] if can_trace else namespace
    done = run(before, "-W", "error", JOB, folder / "data")
    assert done.returncode == 0, done.stderr
    said = next(line for line in done.stdout.splitlines() if line.startswith("JOB "))
    return json.loads(said.removeprefix("JOB ")), calls.read_text() if can_trace else ""


def test_that_there_is_no_network_in_the_namespace(namespace):
    look = "import socket; socket.create_connection(('192.0.2.1', 9), timeout=1)"

    assert "unreachable" in run(namespace, "-c", look).stderr


def test_that_a_check_in_is_typed_kept_and_plotted_with_no_network(job):
    said, _calls = job

    assert said["week"] == "2026-11-16"
    assert said["caseload"] == 71
    assert said["answers"] >= 12
    assert said["plotted"] == [["2026-11-16", 71.0]]
    assert said["pages"] == 1


def test_that_no_socket_but_a_local_one_was_made(job):
    said, calls = job

    assert set(said["sockets"]) <= {int(AF_UNIX)}
    made = re.findall(r"\b(?:socket\(|connect\(\d+, \{sa_family=)(AF_\w+)", calls)
    assert set(made) <= {"AF_UNIX"}


def test_that_the_kernel_counted_no_connection_and_no_packet(job):
    said, _calls = job
    before, after = said["counts"]

    assert after == before
    assert set(after) == {"Tcp ActiveOpens", "Udp OutDatagrams", "Ip OutNoRoutes"}


def test_that_the_kernel_would_have_counted_an_attempt(namespace):
    try_it = (
        "import socket\n"
        "try: socket.create_connection(('192.0.2.1', 9), timeout=1)\n"
        "except OSError: pass\n"
        "print(open('/proc/self/net/snmp').read())"
    )
    lines = run(namespace, "-c", try_it).stdout.splitlines()
    names, values = (line.split() for line in lines if line.startswith("Ip:"))

    assert int(dict(zip(names, values, strict=True))["OutNoRoutes"]) >= 1
