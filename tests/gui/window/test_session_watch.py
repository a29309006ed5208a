"""Noticing sleep and a locked screen."""

import ctypes
import sys
from ctypes import wintypes

import pytest
from PySide6.QtWidgets import QWidget

from burnout_check.gui.window.session_watch import (
    SCREEN_LOCKED,
    SLEPT,
    Messages,
    SessionWatch,
    meaning,
    time_asleep,
)


class Clock:
    def __init__(self):
        self.asleep = 100.0

    def __call__(self):
        return self.asleep


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def watch(qapp, qtbot, clock):
    window = QWidget()
    qtbot.addWidget(window)
    watch = SessionWatch(qapp, window, asleep=clock)
    watch.watch(window)
    yield watch
    watch.rest()


@pytest.fixture
def said(watch) -> list[str]:
    sentences: list[str] = []
    watch.happened.connect(sentences.append)
    return sentences


def test_that_a_sleep_is_said_on_waking(watch, said, clock, qtbot):
    clock.asleep += 60

    qtbot.waitUntil(lambda: said == [SLEPT])


def test_that_a_sleep_is_noticed_at_once_when_somebody_comes_back(watch, said, clock, qapp):
    clock.asleep += 60
    qapp.applicationStateChanged.emit(qapp.applicationState())

    assert said == [SLEPT]


def test_that_no_time_asleep_is_no_sleep(watch, said, clock):
    clock.asleep += 0.5
    watch.look()
    watch.look()

    assert said == []


def test_that_nothing_is_said_of_a_sleep_before_unlocking(watch, said, clock, qtbot):
    watch.rest()
    clock.asleep += 3600
    watch.look()

    assert said == []


# https://learn.microsoft.com/windows/win32/termserv/wm-wtssession-change and
# https://learn.microsoft.com/windows/win32/power/wm-powerbroadcast
@pytest.mark.parametrize(
    ("message", "word", "what"),
    [
        (0x02B1, 0x7, "locked"),  # WTS_SESSION_LOCK
        (0x02B1, 0x4, "locked"),  # WTS_REMOTE_DISCONNECT
        (0x02B1, 0x2, "locked"),  # WTS_CONSOLE_DISCONNECT
        (0x02B1, 0x6, "locked"),  # WTS_SESSION_LOGOFF: a sign-out
        (0x02B1, 0x8, None),  # WTS_SESSION_UNLOCK
        (0x0218, 0x4, "slept"),  # PBT_APMSUSPEND
        (0x0218, 0x12, "slept"),  # PBT_APMRESUMEAUTOMATIC
        (0x0218, 0xA, None),  # PBT_APMPOWERSTATUSCHANGE
        (0x0113, 0x4, None),  # WM_TIMER
    ],
)
def test_that_messages_of_windows_are_understood(message, word, what):
    assert meaning(message, word) == what


def test_that_a_message_of_windows_locks(watch, said):
    sent = wintypes.MSG()
    sent.message, sent.wParam = 0x02B1, 0x7

    handled = Messages(watch).nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(sent))

    assert said == [SCREEN_LOCKED]
    assert handled == (False, 0)


def test_that_messages_of_other_systems_are_left_alone(watch, said):
    assert Messages(watch).nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)
    assert said == []


@pytest.mark.skipif(sys.platform != "linux", reason="other clocks elsewhere")
def test_that_the_clock_of_sleep_stands_still_while_awake():
    # Two clocks are read, and on a busy computer a moment may lie between: so more than once.
    assert min(abs(time_asleep() - time_asleep()) for _ in range(100)) < 0.1
