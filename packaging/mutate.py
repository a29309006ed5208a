"""Breaks one line at a time in a throw-away copy of the tree, and sees whether a test catches it.

The breakages are data, in breakages.toml: what is broken where, what that would do to a person,
and which tests ought to notice. One that no test catches is a test that is missing.
"""

from __future__ import annotations

import argparse
import itertools
import os
import queue
import re
import shutil
import signal
import subprocess
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from console import ROOT, CannotGoOnError, say

LIST = ROOT / "packaging" / "breakages.toml"
COPIED = ("burnout_check", "packaging", "resources", "tests", "pyproject.toml", "README.md")
LEAST_CAUGHT = 95  # per cent
LONGEST = 1800  # seconds; a breakage that makes a program wait for ever is caught, too
EVERYTHING = "tests"
# Python takes what it compiled for up to date by the second and the size: no two may be alike.
_SECONDS = itertools.count(10)
_NAMED = re.compile(r"^(?:FAILED|ERROR) (tests/.+?)(?: - .*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Breakage:
    """One line that is made wrong: ``old``, which stands once in ``file``, becomes ``new``.

    ``breaks`` says what would come of it, ``tests`` which files or tests ought to catch it.
    """

    name: str
    file: str
    old: str
    new: str
    breaks: str
    tests: tuple[str, ...]

    def applied(self, text: str) -> str:
        """The text of its file, broken.

        Raises:
            CannotGoOnError: ``old`` does not stand in it exactly once.
        """
        if text.count(self.old) != 1:
            raise CannotGoOnError(
                f"The breakage {self.name} is out of date: its text stands {text.count(self.old)} "
                f"times in {self.file}. Bring packaging/breakages.toml up to date."
            )
        return text.replace(self.old, self.new)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one breakage: which test caught it, "" if none did."""

    breakage: Breakage
    caught_by: str

    @property
    def line(self) -> str:
        """It as a line of the table."""
        if self.caught_by:
            return f"caught      {self.breakage.name:<44} {self.caught_by}"
        return f"NOT CAUGHT  {self.breakage.name:<44} {self.breakage.breaks}"


def read(path: Path = LIST) -> tuple[Breakage, ...]:
    """The list of breakages."""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["breakage"]
    return tuple(Breakage(**{**entry, "tests": tuple(entry["tests"])}) for entry in entries)


def run(python: Path, arguments: Sequence[str]) -> int:
    """Tries the breakages and prints what caught each; 0 if at least 95 % were caught.

    Args:
        python: the interpreter of .venv.
        arguments: those of the command line, without its name.
    """
    asked = _parser().parse_args(arguments)
    wanted = _named(read(), asked.names)
    if asked.list:
        for each in wanted:
            say(f"{each.name:<44} {each.breaks}")
        return 0
    for each in wanted:
        each.applied((ROOT / each.file).read_text(encoding="utf-8"))
    with _copies(min(asked.jobs, len(wanted))) as copies:
        _refuse_failing(python, copies, wanted)
        verdicts = tuple(_tried(python, copies, wanted, widely=asked.widely))
    return _told(verdicts)


def _told(verdicts: Sequence[Verdict]) -> int:
    caught = sum(bool(verdict.caught_by) for verdict in verdicts)
    share = 100 * caught / len(verdicts)
    say(f"\n{caught} of {len(verdicts)} breakages were caught: {share:.1f} %")
    for verdict in verdicts:
        if not verdict.caught_by:
            say(verdict.line)
    return 0 if share >= LEAST_CAUGHT else 1


def _named(known: tuple[Breakage, ...], names: Sequence[str]) -> tuple[Breakage, ...]:
    """Those whose name contains one of ``names``; all, if there are none."""
    for name in names:
        if not any(name in each.name for each in known):
            raise CannotGoOnError(f"There is no breakage called {name}. See: mutate --list")
    return tuple(each for each in known if not names or any(n in each.name for n in names))


@contextmanager
def _copies(number: int) -> Iterator[queue.Queue[Path]]:
    """So many copies of the tree to break, gone at the end."""
    with tempfile.TemporaryDirectory(prefix="burnout-check-mutate-") as place:
        copies: queue.Queue[Path] = queue.Queue()
        for each in range(number):
            copy = Path(place, f"{each}")
            _copy(copy)
            copies.put(copy)
        yield copies


def _copy(copy: Path) -> None:
    copy.mkdir()
    for name in filter(lambda name: (ROOT / name).exists(), COPIED):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, copy / name)


def _refuse_failing(python: Path, copies: queue.Queue[Path], breakages: Sequence[Breakage]) -> None:
    """A test that fails on a sound tree would seem to catch everything."""
    tests = tuple(dict.fromkeys(itertools.chain.from_iterable(each.tests for each in breakages)))
    say(f"{len(breakages)} breakages. First, without any, their tests:")
    copy = copies.get()
    failed = _failed(python, copy, tests)
    copies.put(copy)
    if failed:
        raise CannotGoOnError(f"Nothing was broken yet, and this failed: {failed}")
    say("passed.\n")


def _tried(
    python: Path, copies: queue.Queue[Path], breakages: Sequence[Breakage], *, widely: bool
) -> Iterator[Verdict]:
    def verdict(breakage: Breakage) -> Verdict:
        copy = copies.get()
        try:
            return Verdict(breakage, _caught_by(python, copy, breakage, widely=widely))
        finally:
            copies.put(copy)

    with ThreadPoolExecutor(max_workers=copies.qsize()) as threads:
        for found in threads.map(verdict, breakages):
            say(found.line)
            yield found


def _caught_by(python: Path, copy: Path, breakage: Breakage, *, widely: bool) -> str:
    with _broken(copy / breakage.file, breakage):
        found = _failed(python, copy, breakage.tests)
        return found if found or not widely else _failed(python, copy, (EVERYTHING,))


@contextmanager
def _broken(file: Path, breakage: Breakage) -> Iterator[None]:
    """The file with its breakage, whole again at the end, compiled anew both times."""
    whole, as_it_was = file.read_bytes(), file.stat()
    file.write_text(breakage.applied(whole.decode()), encoding="utf-8", newline="")
    later = as_it_was.st_mtime + next(_SECONDS)
    os.utime(file, (later, later))
    try:
        yield
    finally:
        file.write_bytes(whole)
        os.utime(file, (as_it_was.st_atime, as_it_was.st_mtime))


def _failed(python: Path, copy: Path, tests: Sequence[str]) -> str:
    """The first of the tests that fails in a copy, "" if all pass.

    Raises:
        CannotGoOnError: they could not be run at all.
    """
    options = ("-x", "-q", "-p", "no:randomly", "-p", "no:cacheprovider")
    environ = {"TEST_PATIENCE": "60", **os.environ, "PYTHONPATH": str(copy), "CI": "1"}
    fonts = environ.setdefault("MPLCONFIGDIR", str(ROOT / ".cache" / "matplotlib"))
    Path(fonts).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile() as kept:
        process = subprocess.Popen(
            [str(python), "-m", "pytest", *options, *tests],
            cwd=copy,
            env=environ,
            stdout=kept,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # so that what the tests start can be ended with them
        )
        try:
            code = process.wait(timeout=LONGEST)
        except subprocess.TimeoutExpired:
            _end(process)
            return f"tests that never ended ({time.strftime('%H:%M')})"
        except BaseException:
            _end(process)
            raise
        kept.seek(0)
        output = kept.read().decode(errors="replace")
    if code == 0:
        return ""
    named = _NAMED.search(output)
    if named is None and code > 0:
        raise CannotGoOnError(f"The tests {', '.join(tests)} could not be run:\n{output[-2000:]}")
    return "the process, which crashed" if named is None else named[1]


def _end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="packaging/dev.py mutate",
        description="Break one line at a time in a copy; print which breakages no test catches.",
    )
    parser.add_argument("names", nargs="*", help="only those with this in their name")
    parser.add_argument("--jobs", type=int, default=2, help="so many at once (%(default)s)")
    parser.add_argument("--list", action="store_true", help="only print what would be broken")
    parser.add_argument(
        "--widely", action="store_true", help="put what its tests miss to the whole suite (slow)"
    )
    return parser
