import errno
import logging
import os
import subprocess
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from burnout_check.elsewhere import still_under_way
from burnout_check.errors import BadInput
from burnout_check.log import start_log, stop_log
from tests.patience import SECONDS

SECRET = "what I typed in the note"


@pytest.fixture
def log(tmp_path):
    """The log's file, while the log is on."""
    ours = logging.getLogger("burnout_check")
    level = ours.level
    handler = start_log(tmp_path)
    try:
        yield tmp_path / "log" / "burnout-check.log"
    finally:
        stop_log(handler)
        ours.setLevel(level)


def _raise_both():
    try:
        int(SECRET)
    except ValueError as error:
        raise BadInput(f"“{SECRET}” is no number.") from error


def test_that_the_apps_own_news_are_logged(log):
    logging.getLogger("burnout_check.store").info("opened")
    line = log.read_text("utf-8")

    assert line.endswith("INFO burnout_check.store opened\n")


def test_that_chatter_of_libraries_is_not(log):
    logging.getLogger("somebody.else").info("chatter")

    assert log.read_text("utf-8") == ""


def test_that_an_exception_is_named_and_placed_but_not_quoted(log):
    try:
        _raise_both()
    except BadInput:
        logging.getLogger("burnout_check").info("a page could not do it", exc_info=True)
    text = log.read_text("utf-8")

    assert SECRET not in text
    assert "ValueError" in text
    assert text.rstrip().endswith("BadInput")
    assert "test_log.py:" in text
    assert "in _raise_both" in text


def test_that_an_exception_given_as_text_is_only_named(log):
    error = BadInput(SECRET)
    logging.getLogger("burnout_check").info("failed: %s", error)
    logging.getLogger("burnout_check").info(error)
    text = log.read_text("utf-8")

    assert SECRET not in text
    assert "failed: BadInput" in text
    assert text.count("BadInput") == 2


def test_that_the_words_stay_out_when_another_handler_wrote_them_first(tmp_path, caplog):
    first = logging.StreamHandler(open(os.devnull, "w"))  # noqa: PTH123, SIM115 - closed below
    logging.getLogger().addHandler(first)
    handler = start_log(tmp_path)
    try:
        _raise_both()
    except BadInput:
        logging.getLogger("burnout_check").info("failed", exc_info=True)
    finally:
        stop_log(handler)
        logging.getLogger().removeHandler(first)
        first.stream.close()

    assert SECRET in caplog.text
    assert SECRET not in (tmp_path / "log" / "burnout-check.log").read_text("utf-8")


def test_that_the_log_stays_small(log):
    for _line in range(12_000):
        logging.getLogger("burnout_check").info("%s", "x" * 80)
    sizes = [path.stat().st_size for path in log.parent.iterdir()]

    assert len(sizes) == 3
    assert sum(sizes) <= 3 * 256 * 1024


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file modes")
def test_that_the_log_is_for_its_owner_only(log):
    assert log.stat().st_mode & 0o777 == 0o600
    assert log.parent.stat().st_mode & 0o777 == 0o700


def test_that_a_log_that_cannot_be_written_stops_nothing(tmp_path):
    (tmp_path / "log").write_text("a file in the way")
    handler = start_log(tmp_path)
    logging.getLogger("burnout_check").info("nobody hears")
    stop_log(handler)

    assert (tmp_path / "log").read_text() == "a file in the way"


def test_that_stopping_gives_the_file_back(tmp_path):
    handler = start_log(tmp_path)
    stop_log(handler)

    assert handler not in logging.getLogger().handlers
    assert isinstance(handler, RotatingFileHandler)
    assert handler.stream is None


class _Hanging:
    """A file on a drive that does not answer until it is told to."""

    def __init__(self, real):
        self._real = real
        self.answers = threading.Event()

    def write(self, text):
        assert self.answers.wait(SECONDS)
        return self._real.write(text)

    def __getattr__(self, name):
        return getattr(self._real, name)


@pytest.mark.expects_log
def test_that_a_log_whose_drive_hangs_holds_nobody_up(tmp_path):
    handler: Any = start_log(tmp_path)
    handler.stream = drive = _Hanging(handler.stream)
    for number in range(50):  # only the first is waited for, and not for long
        logging.getLogger("burnout_check").warning("line %d", number)
    stop_log(handler)

    assert not drive.answers.is_set()

    drive.answers.set()
    assert not still_under_way(60)
    lines = (tmp_path / "log" / "burnout-check.log").read_text("utf-8").splitlines()
    assert [line.split("line ")[1] for line in lines] == [str(number) for number in range(50)]


def test_that_a_log_on_a_dead_drive_raises_nothing_at_the_end(tmp_path):
    handler: Any = start_log(tmp_path)

    def close():
        raise OSError(errno.ENOTCONN, "the server is gone")

    handler.stream, real = SimpleNamespace(flush=lambda: None, close=close), handler.stream
    stop_log(handler)
    real.close()

    assert handler not in logging.getLogger().handlers


def test_that_a_window_without_a_console_can_log(tmp_path):
    program = (
        "import logging, sys, pathlib; sys.stdout = sys.stderr = None\n"
        "from burnout_check.log import start_log\n"
        "handler = start_log(pathlib.Path(sys.argv[1]))\n"
        "logging.getLogger('burnout_check').info('fine')\n"
        "handler.stream.close(); handler.stream = open('/dev/full', 'w') "
        "if pathlib.Path('/dev/full').exists() else handler.stream\n"
        "logging.getLogger('burnout_check').info('full')\n"
    )
    top = Path(__file__).resolve().parent.parent
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        check=False,
        cwd=top,
        capture_output=True,
        text=True,
    )
    text = (tmp_path / "log" / "burnout-check.log").read_text("utf-8")

    assert text.endswith("fine\n")
    assert (done.returncode, done.stderr) in {(0, ""), (120, "")}
