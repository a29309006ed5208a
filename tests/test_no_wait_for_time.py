"""No test and no step of the tour waits for time: each waits for an event, with one limit."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, QTimerEvent
from PySide6.QtWidgets import QApplication

from tests.patience import SECONDS

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("tests", "burnout_check/tour")
SLEEPS = {"sleep", "qWait", "qSleep", "msleep", "usleep"}
LIMITED = {"wait", "join", "waitForDone", "result", "communicate", "wait_for"}
EXCEPT: set[str] = set()


def waits(source: str) -> list[str]:
    """The calls that wait for so much time, by line."""
    return [
        f"line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and _is_of_time(node)
    ]


def _is_of_time(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    name = call.func.id if isinstance(call.func, ast.Name) else name
    named = {keyword.arg: keyword.value for keyword in call.keywords}
    if name in SLEEPS or _is_number(named.get("timeout")) or _is_number(named.get("deadline")):
        return True
    first = call.args[0] if call.args else None
    return name in LIMITED and _is_number(first)


def _is_number(node: ast.expr | None) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in {int, float}


@pytest.mark.parametrize("folder", FOLDERS)
def test_that_nothing_waits_for_time(folder):
    paths = {path.relative_to(ROOT).as_posix(): path for path in (ROOT / folder).rglob("*.py")}
    found = {name: waits(path.read_text(encoding="utf-8")) for name, path in paths.items()}

    assert {name: calls for name, calls in found.items() if calls and name not in EXCEPT} == {}


@pytest.mark.parametrize(
    "wait",
    [
        "time.sleep(0.1)",
        "qtbot.wait(200)",
        "QTest.qWait(5)",
        "qtbot.waitUntil(done, timeout=5_000)",
        "event.wait(10)",
        "thread.join(1)",
        "pool.waitForDone(1000)",
        "subprocess.run(command, timeout=60)",
        "hypothesis.settings(deadline=200)",
    ],
)
def test_that_a_wait_for_time_is_found(wait):
    assert waits(f"def test():\n    {wait}\n") == [f"line 2: {ast.unparse(ast.parse(wait))}"]


@pytest.mark.parametrize(
    "wait",
    [
        "qtbot.waitUntil(done)",
        "event.wait(SECONDS)",
        "thread.join()",
        "subprocess.run(command, timeout=SECONDS)",
        "hypothesis.settings(deadline=None)",
        "', '.join(words)",
    ],
)
def test_that_a_wait_for_an_event_is_not(wait):
    assert waits(wait) == []


@pytest.mark.parametrize(
    ("niceness", "asked", "seconds"), [(0, "", "120"), (19, "", "1800"), (19, "7", "7")]
)
def test_that_the_one_limit_is_generous(niceness, asked, seconds):
    if not hasattr(os, "nice"):
        pytest.skip("Windows has no niceness")
    look = f"import os; os.nice = lambda _: {niceness}; import tests.patience as p; "
    done = subprocess.run(
        [sys.executable, "-c", look + "print(p.SECONDS)"],
        env={**os.environ, "TEST_PATIENCE": asked},
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=SECONDS,
        check=True,
    )

    assert done.stdout.split() == [seconds]


def test_that_nobody_counts_as_gone_while_a_test_takes_its_time(qtbot):
    """A lock after 5 minutes, and typed words cleared after 30 s, would depend on speed."""
    reached: list[str] = []
    long, short = QTimer(), QTimer(singleShot=True)
    long.start(30_000)
    long.timeout.connect(lambda: reached.append("30 s"))
    short.timeout.connect(lambda: reached.append("at once"))
    short.start(1)
    QApplication.sendEvent(long, QTimerEvent(long.timerId()))

    qtbot.waitUntil(lambda: "at once" in reached)
    assert reached == ["at once"]
    long.stop()
