"""Who is there, and who has gone: what starts the idle time anew, and what Windows tells."""

import pytest
from PySide6.QtCore import QEvent, QObject

from burnout_check.gui.window.idle import Idle
from burnout_check.gui.window.session_watch import meaning


class Timer:
    """Counts how often it was started."""

    def __init__(self):
        self.starts = 0

    def isActive(self):  # noqa: N802 - Qt's
        return True

    def start(self):
        self.starts += 1


@pytest.fixture
def idle(qapp, monkeypatch):
    parent, timer = QObject(), Timer()
    idle = Idle(qapp, parent)
    monkeypatch.setattr(idle, "_timer", timer)
    yield idle, timer
    del parent


@pytest.mark.parametrize(
    "sign",
    [
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TabletPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    ],
)
def test_that_each_sign_of_a_person_starts_the_time_anew(idle, sign):
    watch, timer = idle
    held_back = watch.eventFilter(watch, QEvent(sign))

    assert timer.starts == 1
    assert not held_back


@pytest.mark.parametrize(
    "nobody", [QEvent.Type.Paint, QEvent.Type.Timer, QEvent.Type.UpdateRequest]
)
def test_that_what_the_window_does_by_itself_is_no_sign_of_a_person(idle, nobody):
    watch, timer = idle
    watch.eventFilter(watch, QEvent(nobody))

    assert timer.starts == 0


# https://learn.microsoft.com/windows/win32/termserv/wm-wtssession-change
@pytest.mark.parametrize(
    ("word", "what"),
    [
        (0x1, None),  # WTS_CONSOLE_CONNECT
        (0x2, "locked"),  # WTS_CONSOLE_DISCONNECT
        (0x3, None),  # WTS_REMOTE_CONNECT
        (0x4, "locked"),  # WTS_REMOTE_DISCONNECT
        (0x5, None),  # WTS_SESSION_LOGON
        (0x6, "locked"),  # WTS_SESSION_LOGOFF
        (0x7, "locked"),  # WTS_SESSION_LOCK
        (0x8, None),  # WTS_SESSION_UNLOCK
        (0x9, None),  # WTS_SESSION_REMOTE_CONTROL
    ],
)
def test_that_each_change_of_a_session_of_windows_is_understood(word, what):
    assert meaning(0x02B1, word) == what


def test_that_going_to_sleep_and_waking_by_itself_are_understood():
    assert meaning(0x0218, 0x4) == "slept"  # PBT_APMSUSPEND
    assert meaning(0x0218, 0x12) == "slept"  # PBT_APMRESUMEAUTOMATIC
