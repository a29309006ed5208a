"""A person is at work on a disk that remembers, and then its power is cut, at a thousand moments.

``python -m tests.torture.powercut FOLDER CUTS SEED`` in a process that has the recording disk (see
recording_disk.py) sends a tally. Whatever was told as done before the cut has to be
there.
"""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from burnout_check.store import connection
from tests.torture.killing import Killer
from tests.torture.model import Expected, Model
from tests.torture.people import WEEKS, copied
from tests.torture.recording_disk import Call, Disk, calls_in, record
from tests.torture.steps import Person
from tests.torture.tally import Tally
from tests.vaults import PASSPHRASE

CUTS_IN_A_DAY = 60
LINES = 90  # that a person tells in a day: of steps begun and done
TOLD = "told"


class _EveningError(Exception):
    """The day is over."""


class _PersonForADay(Person):
    """Somebody who goes home."""

    _lines = 0

    def _say(self, *what: Any) -> None:
        super()._say(*what)
        self._lines += 1
        if self._lines >= LINES:
            raise _EveningError


class PowerCuts(Killer):
    """Days at work, each cut short at many moments; judged as a killed person's vault is."""

    def __init__(self, folder: Path, seed: int) -> None:
        super().__init__(folder, seed)
        self._disk = folder / "disk"  # holds the data, and what the person told
        self._work = self._disk / "data"
        self._notes = folder / "notes"

    def go(self, kills: int) -> Tally:
        """Cuts the power that many times."""
        done = 0
        while done < kills:
            done += self._day(min(CUTS_IN_A_DAY, kills - done))
        return self.tally

    def _day(self, cuts: int) -> int:
        self._disk.mkdir(exist_ok=True)
        copied(self._template, self._work)
        (self._disk / TOLD).write_bytes(b"")
        self._notes.unlink(missing_ok=True)
        disk = Disk(self._disk)
        self._lives += 1
        self._live()
        calls = tuple(calls_in(self._notes))
        moments = sorted(self._dice.sample(range(1, len(calls) + 1), cuts))
        inode = (self._disk / TOLD).stat().st_ino
        for moment in self._at(moments, calls, disk):
            kept = disk.cut(self._dice, self._work, self._data)
            where = f"day {self._lives} of seed {self._seed}, after call {moment}, {kept}"
            self._found(where, _model(calls[:moment], inode))
        return cuts

    def _at(self, moments: list[int], calls: tuple[Call, ...], disk: Disk) -> Iterator[int]:
        """Does the calls, and stops at each of the moments."""
        done = 0
        for moment in moments:
            for call in calls[done:moment]:
                disk.do(call)
            done = moment
            yield moment

    def _live(self) -> None:
        """A day, in a process of its own."""
        child = os.fork()
        if child == 0:
            code = 1
            try:
                record(self._disk, self._notes)
                pipe = os.open(self._disk / TOLD, os.O_WRONLY)
                dice = random.Random(f"{self._seed} {self._lives}")  # noqa: S311 - no secret
                _PersonForADay(self._work, pipe, dice, life=self._lives).live(PASSPHRASE, WEEKS + 2)
            except _EveningError:
                code = 0
            finally:
                os._exit(code)
        _, status = os.waitpid(child, 0)
        assert status == 0, f"the person ended with {status}"


def _model(calls: tuple[Call, ...], told: int) -> Model:
    """What may be found, by all that was told until then."""
    saved = {number: 60 * number for number in range(WEEKS)}
    model = Model(Expected(saved, {WEEKS + 1: 30}, PASSPHRASE))
    said = b"".join(call.data for call in calls if call.what == "W" and call.inode == told)
    for line in said.splitlines():
        model.hear(*json.loads(line))
    return model


def main(arguments: list[str]) -> None:
    """Cuts the power so many times; a fourth argument is how SQLite shall see to the disk."""
    folder, cuts, seed = Path(arguments[0]), int(arguments[1]), int(arguments[2])
    care = tuple(f"PRAGMA synchronous = {less}" for less in arguments[3:])
    setattr(connection, "_AFTER_THE_KEY", (*connection._AFTER_THE_KEY, *care))  # noqa: B010
    folder.mkdir()
    PowerCuts(folder, seed).go(cuts).send()


if __name__ == "__main__":
    main(sys.argv[1:])
