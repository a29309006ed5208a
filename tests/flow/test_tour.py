"""The tour: how far it is said to be, in which looks, and that no slow machine stops it."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QTimer, QTimerEvent
from PySide6.QtWidgets import QApplication

from burnout_check.errors import BadInput
from burnout_check.session.locked_vault import LockedVault
from burnout_check.tour.screenshots import LOOKS, chosen_looks
from burnout_check.tour.tour import draw
from tests.flow.program import run
from tests.patience import SECONDS
from tests.vaults import CHEAP


class FarEnoughError(Exception):
    """Ends a tour in the middle of it."""


def let_pass(minutes, *, gone=False):
    """Has each timer run out that would have, had nobody done anything for so many minutes.

    With ``gone`` also though the tests, like a tour, keep the end of a long time from the window.
    """
    timers = [
        timer for window in QApplication.topLevelWidgets() for timer in window.findChildren(QTimer)
    ]
    for timer in timers:
        if timer.isActive() and timer.interval() <= minutes * 60_000:
            event = QTimerEvent(timer.timerId())
            timer.timerEvent(event) if gone else QApplication.sendEvent(timer, event)


@pytest.fixture
def walk(qapp, content, tmp_path):
    """Goes on a tour, up to the first stop whose line ends with some words, and says the lines."""

    def go(last, *, minutes=0, looks=LOOKS[:1]):
        lines = []

        def say(line):
            lines.append(line)
            let_pass(minutes)
            if line.endswith(last):
                raise FarEnoughError

        with pytest.raises(FarEnoughError):
            draw(
                qapp,
                tmp_path,
                lambda folder: LockedVault(folder, content, cost=CHEAP),
                looks=looks,
                say=say,
            )
        return lines

    return go


def test_that_a_tour_goes_on_though_ten_minutes_go_by_at_each_stop(walk, qapp):
    lines = walk("this-week-light", minutes=10)  # past the typed passphrase, and seven pages

    assert lines[:2] == ["1 of 78 first-run-work-light", "2 of 78 first-run-passphrase-light"]
    assert lines[-1] == "13 of 78 this-week-light"


def test_that_an_app_which_no_tour_walks_locks_then_also_after_a_tour(
    walk, open_window, vault_with, ui_driver
):
    walk("first-run-passphrase-light")
    vault_with(3)
    window = open_window()
    ui_driver.unlock(window)
    let_pass(4, gone=True)
    still_open = window.shell is not None
    let_pass(10, gone=True)

    assert still_open
    assert window.shell is None


def test_that_without_a_choice_there_is_one_look_of_the_usual_laptop():
    (look,) = chosen_looks("")

    assert (look.name, look.size) == ("light", (1366, 768))


def test_that_looks_are_chosen_by_name_in_the_order_they_are_named():
    assert [look.name for look in chosen_looks("text-200, dark,text-200")] == ["text-200", "dark"]
    assert [look.name for look in chosen_looks("all")] == [
        *("light", "1024x640", "dark", "contrast", "text-200"),
    ]


def test_that_a_tour_in_two_looks_counts_the_stops_of_both(walk):
    lines = walk("first-run-work-dark", looks=chosen_looks("dark,light"))

    assert lines == ["1 of 156 first-run-work-dark"]


def test_that_a_look_which_does_not_exist_is_answered_with_those_that_do(environ, tmp_path):
    with pytest.raises(BadInput, match="“mauve”"):
        chosen_looks("dark,mauve")
    done = run(environ, "--tour", tmp_path / "pictures", "--looks", "mauve")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "There is no look “mauve”. Choose from light, 1024x640, dark, contrast, text-200, or all.\n"
    )
    assert not (tmp_path / "pictures").exists()


def test_that_help_names_each_look(environ):
    words = " ".join(run(environ, "--help").stdout.split())

    assert f"all, or some of {','.join(look.name for look in LOOKS)}" in words


def test_that_a_tour_needs_no_console_to_say_how_far_it_is(environ, tmp_path):
    without_console = (
        "import sys; sys.stdout = sys.stderr = None; import burnout_check.app as app; "
        "import burnout_check.tour.tour as tour; "
        "tour.filling_up = lambda _: sys.exit(7); "  # after nine stops
        "sys.exit(app.main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-W", "error", "-c", without_console, "--tour", tmp_path],
        env=environ,
        capture_output=True,
        timeout=SECONDS,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (7, b"", b"")
    assert len(list(tmp_path.glob("*.png"))) == 9
