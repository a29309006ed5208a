"""What a handler raises reaches the hook, on every Python, and the program lives."""

import importlib
import os
import pkgutil
import subprocess
import sys
from types import FunctionType

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import Shiboken

import burnout_check.gui
import burnout_check.tour
from burnout_check.gui.look.boundary import is_behind
from tests.flow.program import ROOT
from tests.patience import SECONDS


def _handlers():
    """Each method of the window's classes that bears the name of one of Qt's, found anew."""
    for package in (burnout_check.gui, burnout_check.tour):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    found = {}
    classes = [Shiboken.Object]
    for kind in classes:
        classes += type.__subclasses__(kind)
    for kind in classes:
        of_qt = [each for each in kind.__mro__ if each.__module__.startswith("PySide6")]
        for owner in kind.__mro__:
            if owner.__module__.startswith("burnout_check."):
                for name, method in vars(owner).items():
                    hers = isinstance(method, FunctionType) and not name.startswith("__")
                    if hers and any(name in vars(base) for base in of_qt):
                        found[f"{owner.__module__}.{owner.__qualname__}.{name}"] = method
    return found


def test_that_every_handler_of_the_window_is_behind_the_boundary():
    handlers = _handlers()

    assert len(handlers) > 120  # 136 when this was written
    assert [name for name, method in handlers.items() if not is_behind(method)] == []
    for one in (
        "burnout_check.gui.bus.page.Page.showEvent",
        "burnout_check.gui.look.scale.FollowsTextSize.changeEvent",  # a mixin, not of Qt's
        "burnout_check.gui.window.idle.Idle.eventFilter",
        "burnout_check.gui.window.session_watch.Messages.nativeEventFilter",  # no QObject
    ):
        assert one in handlers


_PROGRAM = """
import sys
import burnout_check.gui
from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QSize, QTimer
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QDialog, QTableView, QWidget

application = QApplication([])
heard = []

def hook(kind, error, trace):
    while trace.tb_next:
        trace = trace.tb_next
    heard.append((trace.tb_frame.f_code.co_name, kind.__name__))

sys.excepthook = hook

class Mixin:
    def changeEvent(self, event):
        super().changeEvent(event)
        1 / 0

class Widget(Mixin, QWidget):
    def showEvent(self, event):
        int("x")

    def paintEvent(self, event):
        [].pop()

    def sizeHint(self):
        (1).to_bytes(0, "big")

class Filter(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show:
            {}["x"]
        return False

class Dialog(QDialog):
    def done(self, result):
        int("x")

class Model(QAbstractTableModel):
    def rowCount(self, parent=QModelIndex()):
        return 1

    def columnCount(self, parent=QModelIndex()):
        return 1

    def data(self, index, role=0):
        return int("x")

filter = Filter()
application.installEventFilter(filter)
widget, dialog, table, model = Widget(), Dialog(), QTableView(), Model()
table.setModel(model)

def act():
    widget.show()
    widget.adjustSize()
    widget.setFont(QFont("x", 30))
    widget.repaint()
    dialog.open()
    dialog.reject()
    table.show()
    table.repaint()
    QTimer.singleShot(0, lambda: int("x"))
    QTimer.singleShot(1, application.quit)

QTimer.singleShot(0, act)
application.exec()
for each in sorted(set(heard)):
    print(*each)
print("closed", not dialog.isVisible())
sys.stdout.flush()
"""


def test_that_what_c_code_raises_in_a_handler_reaches_the_hook_and_the_process_lives():
    """PySide6 6.11 on Python 3.11 ends the process otherwise, and a core is all that is left."""
    ran = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.splitlines() == [
        "<lambda> ValueError",
        "changeEvent ZeroDivisionError",
        "data ValueError",
        "done ValueError",
        "eventFilter KeyError",
        "paintEvent IndexError",
        "showEvent ValueError",
        "sizeHint OverflowError",
        "closed True",
    ]


class _Failing(QWidget):
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            int("x")
        return super().event(event)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        return int("x") if width > 3 else width


@pytest.fixture
def told(monkeypatch):
    """What the hook is handed."""
    heard: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: heard.append(kind.__name__))
    return heard


def test_that_qt_is_answered_as_its_own_method_would(qtbot, told):
    widget = _Failing()
    qtbot.addWidget(widget)

    assert widget.heightForWidth(3) == 3
    assert widget.heightForWidth(4) == -1  # Qt's own: it has no height for a width
    assert not QApplication.sendEvent(widget, QEvent(QEvent.Type.User))
    assert told == ["ValueError", "ValueError"]


def test_that_a_dialog_whose_clean_up_fails_is_closed_all_the_same(qtbot, told):
    class Sheet(QDialog):
        def done(self, _result: int) -> None:
            int("x")

    sheet = Sheet()
    qtbot.addWidget(sheet)
    sheet.open()
    sheet.reject()

    assert not sheet.isVisible()
    assert told == ["ValueError"]


def test_that_being_asked_to_end_goes_through(qtbot, told):
    class Ending(QWidget):
        def sizeHint(self):
            raise SystemExit(130)

    widget = Ending()
    qtbot.addWidget(widget)
    with pytest.raises(SystemExit):
        widget.sizeHint()

    assert told == []
