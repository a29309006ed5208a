"""A small log for finding faults, which never holds an answer, a note or what a person typed."""

from __future__ import annotations

import logging
import os
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread
from types import TracebackType
from typing import Any

from burnout_check import elsewhere

_SIZE = 256 * 1024  # bytes before the file is set aside
_KEPT = 2  # older files
_PATIENCE = 1.0  # seconds that a line is waited for, once: then its drive hangs

_APPENDING: int = (
    os.O_WRONLY
    | os.O_APPEND
    | os.O_CREAT
    | getattr(os, "O_NOFOLLOW", 0)  # a link there was put there by somebody else
    | getattr(os, "O_NONBLOCK", 0)  # and a pipe is not waited for
)

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def start_log(folder: Path) -> logging.Handler:
    """Logs to ``folder/log`` from now on: the app's own records from INFO, others' from WARNING.

    A log that cannot be written is no reason to stop: the handler then drops what it is given.

    Returns:
        The handler, for ``stop_log``.
    """
    handler = _open(folder / "log")
    handler.setFormatter(_Bare("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(handler)
    logging.getLogger("burnout_check").setLevel(logging.INFO)
    return handler


def stop_log(handler: logging.Handler) -> None:
    """Closes the file of a log that ``start_log`` began, or leaves it where its drive hangs."""
    logging.getLogger().removeHandler(handler)
    elsewhere.within(_PATIENCE, handler.close, name="closing the log")


def _open(folder: Path) -> logging.Handler:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.is_symlink():  # the log of somebody else is not written to
            return logging.NullHandler()
        return _QuietFile(
            folder / "burnout-check.log", maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8"
        )
    except OSError:
        return logging.NullHandler()


class _QuietFile(RotatingFileHandler):
    """A log file for its owner only, silent when the disk fails or there is no stderr.

    It is written to on another thread, which is waited for as long as the disk answers.
    """

    def __init__(self, file: Path, **named: Any) -> None:
        self._lines: SimpleQueue[tuple[logging.LogRecord, Event] | None] = SimpleQueue()
        self._written = Event()
        self._written.set()
        super().__init__(file, **named)
        self._writer = Thread(target=self._write, name="log", daemon=True)
        self._writer.start()

    def emit(self, record: logging.LogRecord) -> None:
        hangs = not self._written.is_set()
        self._written = written = Event()
        self._lines.put((record, written))
        if not hangs:
            written.wait(_PATIENCE)

    def flush(self) -> None:  # without the lock, which is held by whoever waits for the line
        if self.stream is not None:
            self.stream.flush()

    def close(self) -> None:
        self._lines.put(None)
        self._writer.join()
        super().close()

    def _write(self) -> None:
        while (line := self._lines.get()) is not None:
            record, written = line
            super().emit(record)
            written.set()

    def _open(self):  # type: ignore[no-untyped-def]  # the stub's type is private to it
        descriptor = os.open(self.baseFilename, _APPENDING, 0o600)
        return os.fdopen(descriptor, "a", encoding=self.encoding)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Does nothing: a full disk is told to the person where they save, not here."""


class _Bare(logging.Formatter):
    """Tells of an exception its class and where it was raised, never its words.

    An exception's words may quote what a person typed: the sentence of a ``UserError`` does, and
    so may that of any other (``invalid literal for int(): '...'``).
    """

    def format(self, record: logging.LogRecord) -> str:
        return super().format(_without_words(record))

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802 - logging's name
        _kind, error, _trace = ei
        return "" if error is None else "\n".join(_lines(error, set()))


def _lines(error: BaseException, seen: set[int]) -> list[str]:
    seen.add(id(error))
    lines: list[str] = []
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if cause is not None and id(cause) not in seen:
        lines = [*_lines(cause, seen), "which led to"]
    for frame in traceback.extract_tb(error.__traceback__):
        place = Path(frame.filename)
        lines.append(f"  {place.parent.name}/{place.name}:{frame.lineno} in {frame.name}")
    return [*lines, type(error).__name__]


def _without_words(record: logging.LogRecord) -> logging.LogRecord:
    """The record with each exception among its arguments, or as its message, named by class."""
    record = logging.makeLogRecord(record.__dict__)
    record.exc_text = None  # another handler may have written the words there
    if isinstance(record.msg, BaseException):
        record.msg = type(record.msg).__name__
    if isinstance(record.args, tuple):
        record.args = tuple(_named(value) for value in record.args)
    elif isinstance(record.args, BaseException):
        record.args = (type(record.args).__name__,)
    return record


def _named(value: object) -> object:
    return type(value).__name__ if isinstance(value, BaseException) else value
