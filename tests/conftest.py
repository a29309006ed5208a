"""What holds for every test: a home of its own, no screen, and nothing left behind unseen."""

import atexit
import gc
import itertools
import logging
import os
import shutil
import sys
import tempfile
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# Before anything is imported that looks at these.
_HOME = Path(tempfile.mkdtemp(prefix="burnout-check-tests-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ["HOME"] = os.environ["USERPROFILE"] = str(_HOME)
for _name in (
    *("APPDATA", "LOCALAPPDATA", "PROGRAMDATA"),
    *("XDG_CACHE_HOME", "XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "XDG_DATA_HOME"),
):
    os.environ[_name] = str(_HOME / _name.lower())
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Kept from one run to the next: matplotlib spends seconds on a list of the fonts.
_FONT_LIST = Path(__file__).resolve().parent.parent / ".cache" / "matplotlib"

import hypothesis  # noqa: E402 - after the environment above
import pytest  # noqa: E402 - after the environment above

from burnout_check.paths import cache_dir  # noqa: E402 - after the environment above
from tests.patience import SECONDS, PatientQtBot  # noqa: E402 - after the environment above

_LIST_HERE = cache_dir() / "matplotlib"  # where the program has it, in the home of this run
os.environ["MPLCONFIGDIR"] = str(_LIST_HERE)
if _FONT_LIST.is_dir():
    shutil.copytree(_FONT_LIST, _LIST_HERE, dirs_exist_ok=True)

hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")

_ROOM = 1_000_000_000  # bytes; tests use far less at a time

# Every QTimer and QThread that Python made and that is still there.
_made: weakref.WeakSet[Any] = weakref.WeakSet()


def pytest_configure() -> None:
    # Vaults are written with care for the disk, which takes longer than all else that tests do.
    memory = Path("/dev/shm")  # noqa: S108 - no secret goes there
    if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > _ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(memory))
    from PySide6.QtCore import QThread, QTimer

    for kind in (QTimer, QThread):
        _watch(kind)


def _watch(kind: type[Any]) -> None:
    make = kind.__init__

    def make_and_note(self: Any, *arguments: Any, **named: Any) -> None:
        make(self, *arguments, **named)
        _made.add(self)

    kind.__init__ = make_and_note  # on a class of Qt's, for the tests alone


def pytest_sessionfinish() -> None:
    """Keep the list of fonts, and empty the clipboard.

    Offscreen, Qt drops what is on it after Python has ended.
    """
    if not _FONT_LIST.is_dir() and _LIST_HERE.is_dir():
        shutil.copytree(_LIST_HERE, _FONT_LIST)
    qt = sys.modules.get("PySide6.QtWidgets")
    app = qt.QApplication.instance() if qt else None
    if app is not None:
        app.clipboard().clear()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures of torture; here, as whoever runs tests in two processes reads no more."""
    from tests.torture.tally import Tally, received, table

    figures: dict[str, Tally] = {}
    for report in itertools.chain(*terminalreporter.stats.values()):
        if getattr(report, "when", "") == "call":
            for name, value in report.user_properties:
                if name.startswith("torture: "):
                    what = name.removeprefix("torture: ")
                    figures.setdefault(what, Tally()).add(received(value))
    if figures:
        terminalreporter.section("torture: what was done to vaults, and what came of it")
        for line in table(figures):
            terminalreporter.write_line(line)


@pytest.fixture
def qtbot(qapp: Any, request: pytest.FixtureRequest) -> Iterator[PatientQtBot]:
    """pytest-qt's, with patience; however long a step takes, nobody counts as gone meanwhile."""
    from burnout_check.tour.ui_driver import never_away

    with never_away(qapp):
        yield PatientQtBot(request)


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        # Said on a new machine, where matplotlib takes more than 5 seconds over its list of fonts.
        if record.name != "matplotlib.font_manager":
            self.texts.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_stray_warning_in_the_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning or worse, unless it is marked `expects_log`."""
    warnings = _Warnings()
    logging.getLogger().addHandler(warnings)
    yield
    logging.getLogger().removeHandler(warnings)
    mark = request.node.get_closest_marker("expects_log")
    if mark is None:
        assert not warnings.texts, "logged, and the test is not marked expects_log"
    for text in mark.args if mark else ():
        assert any(text in said for said in warnings.texts), f"{text!r} was not logged"


@pytest.fixture(autouse=True)
def _no_stray_window(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a flow test in which anything but a window, dialog or popup shows by itself.

    A widget shown before it has a parent flashes as a window of its own, and takes the focus.
    """
    if "flow" not in request.path.parts:
        yield
        return
    from PySide6.QtCore import QEvent, QObject, Qt
    from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

    strays: list[str] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
                kind = watched.windowType()
                known = isinstance(watched, QMainWindow | QDialog)
                if watched.isWindow() and kind == Qt.WindowType.Window and not known:
                    strays.append(repr(watched))
            return False

    app = request.getfixturevalue("qapp")
    watch = Watch()
    app.installEventFilter(watch)
    yield
    app.removeEventFilter(watch)
    assert not strays, "shown without a parent"


@pytest.fixture(autouse=True)
def _drives_are_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test takes a busy machine for a drive that hangs; those that hang one say so."""
    vault = sys.modules.get("burnout_check.store.vault")
    if vault is not None:
        monkeypatch.setattr(vault, "_ANSWER", 60.0)


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    """Fail a test that leaves a widget, a running timer or a running thread."""
    before = _what_is_there()
    yield
    left = _what_is_there().keys() - before.keys()
    if left:
        gc.collect()  # what only a circle of references holds is not held
        for thread in threading.enumerate():
            if thread.ident in left:
                thread.join(SECONDS)  # it has done its work, and is just ending
        now = _what_is_there()
        left &= now.keys()
        assert not left, f"left behind: {sorted(now[each] for each in left)}"


def _what_is_there() -> dict[int | None, str]:
    """Threads, windows, running timers: an identity and a description of each."""
    there = {
        thread.ident: f"thread {thread.name}"
        for thread in threading.enumerate()
        if not isinstance(thread, threading._DummyThread)  # one of Qt's own, kept for later use
    }
    qt = sys.modules.get("PySide6.QtWidgets")
    app = qt.QApplication.instance() if qt else None
    if app is None:
        return there
    from PySide6.QtCore import QEvent, QThread, QThreadPool, QTimer
    from shiboken6 import isValid

    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    app.processEvents()
    for widget in app.topLevelWidgets():
        if widget.metaObject().className() != "QTipLabel":  # the one tool tip of the application
            there[id(widget)] = repr(widget)
    for made in list(_made):
        if isValid(made) and isinstance(made, QTimer) and made.isActive():
            there[id(made)] = f"running {made!r}"
        if isValid(made) and isinstance(made, QThread) and not made.wait(SECONDS * 1000):
            there[id(made)] = f"running {made!r}"
    if not QThreadPool.globalInstance().waitForDone(SECONDS * 1000):
        there[id(QThreadPool)] = "work in the global QThreadPool"
    return there
