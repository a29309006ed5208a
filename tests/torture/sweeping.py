"""Every call of an operation that touches the disk goes wrong once, in every way there is.

``python -m tests.torture.sweeping FOLDER MOST SEED OPERATION...`` in a process that has the failing
disk (see failing_disk.py). Each operation is done once to count its calls, and then once for each
call and way, on a fresh copy of a vault; where there are more than MOST calls, for that many of
them, spread evenly. It sends a tally.
"""

from __future__ import annotations

import errno
import os
import random
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from burnout_check.errors import DamagedData, KeptAllTheSame, UserError, WrongSecret
from tests.torture.failing_disk import FailingDisk, How, Kind
from tests.torture.looking import NOTHING, Look, look
from tests.torture.newer import add_a_step
from tests.torture.operations import OPERATIONS, Operation, templates
from tests.torture.people import copied
from tests.torture.tally import Tally

# No word of these is for a person to read.
_ODD_WORDS = ("Errno", "sqlite", "Traceback", "Error(", "disk I/O error", "None", "/.")
WAYS = (
    (How.ONCE, Kind.WRITES, errno.EIO),
    (How.FROM_NOW_ON, Kind.WRITES, errno.EIO),
    (How.FULL, Kind.WRITES, errno.ENOSPC),
    (How.KILL, Kind.WRITES, 0),
    (How.TORN, Kind.DATA, 0),
    (How.ONCE, Kind.READS, errno.EIO),
    (How.FROM_NOW_ON, Kind.READS, errno.EIO),
)


@dataclass
class Sweep:
    """One operation on a fresh copy of its vault, again and again."""

    operation: Operation
    template: Path
    folder: Path
    disk: FailingDisk
    most: int
    dice: random.Random
    tally: Tally = field(default_factory=Tally)
    before: Look = NOTHING
    after: Look = NOTHING

    def go(self) -> Tally:
        """Every way at every call."""
        self.before = look(copied(self.template, self.folder))
        self._begin()
        self.operation.act()
        self.operation.end()
        self.after = look(self.folder)
        for how, kind, code in WAYS:
            if kind == Kind.READS and self.operation.reads_what_it_can:
                continue
            for at in self._chosen(self._calls(kind)):
                where = f"{self.operation.name}, {how.name} {kind.name} {at}"
                try:
                    if how in {How.KILL, How.TORN}:
                        self._kill(where, how, kind, at)
                    else:
                        self._fail(where, how, kind, code, at)
                except UserError as error:
                    self.tally.bad(
                        where,
                        f"a second try, or a look, said {type(error).__name__}: {error}",
                        "wrong word",
                    )
                finally:
                    self.disk.work()
                    with suppress(UserError):
                        self.operation.end()
        return self.tally

    def _begin(self) -> None:
        copied(self.template, self.folder)
        self.operation.begin(self.folder)

    def _calls(self, kind: Kind) -> int:
        self._begin()
        self.disk.fail(self.folder, kind, How.COUNT)
        self.operation.act()
        number = self.disk.work()
        self.operation.end()
        return number

    def _chosen(self, calls: int) -> list[int]:
        step = max(1.0, calls / self.most)
        start = self.dice.random() * step if step > 1 else 0.0
        return [1 + int(start + number * step) for number in range(min(calls, self.most))]

    def _fail(self, where: str, how: How, kind: Kind, code: int, at: int) -> None:
        self._begin()
        self.disk.fail(self.folder, kind, how, code=code, at=at)
        try:
            self.operation.act()
        except KeptAllTheSame as error:
            self.disk.work()
            if self._words_are_right(where, error, kind):
                found = look(copied(self.folder, self.folder.with_name("found")))
                self._compare(where, found, {"done, and told with what is amiss": self.after})
        except UserError as error:
            self.disk.work()
            self._judge(where, error, kind)
        except Exception as error:  # noqa: BLE001 - whatever it is, no person should meet it
            self.tally.bad(where, f"{type(error).__name__}: {error}", "traceback")
        else:
            self.disk.work()
            self.operation.end()
            self._compare(where, look(self.folder), {"went through": self.after})

    def _judge(self, where: str, error: UserError, kind: Kind) -> None:
        """The sentence, what is there now, and what a second try does."""
        if not self._words_are_right(where, error, kind):
            return
        now = look(copied(self.folder, self.folder.with_name("found")))
        outcomes = {"told, all as before": self.before}
        if now == self.before and not self.operation.half_is_known:
            self.operation.act()
            self.operation.end()
            again = look(self.folder)
            if again != self.after:
                self.tally.bad(where, f"a second try left {again.brief}")
                return
        self._compare(where, now, outcomes)

    def _words_are_right(self, where: str, error: UserError, kind: Kind) -> bool:
        """Whether a failing disk is told, in words, and neither damage nor a wrong passphrase."""
        damage = kind == Kind.READS and isinstance(error, DamagedData)
        odd = any(word in str(error) for word in _ODD_WORDS)
        if damage or odd or isinstance(error, WrongSecret):
            self.tally.bad(where, f"said {type(error).__name__}: {error}", "wrong word")
        return not (damage or odd or isinstance(error, WrongSecret))

    def _kill(self, where: str, how: How, kind: Kind, at: int) -> None:
        copied(self.template, self.folder)
        child = os.fork()
        if child == 0:
            self.operation.begin(self.folder)
            self.disk.fail(self.folder, kind, how, at=at)
            with suppress(BaseException):
                self.operation.act()
            os._exit(0)
        _, status = os.waitpid(child, 0)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        if not killed:  # not every run makes as many calls
            self._compare(where, look(self.folder), {"went through": self.after})
            return
        outcomes = {"killed, as before": self.before, "killed, done": self.after}
        self._compare(where, look(self.folder), outcomes)

    def _compare(self, where: str, found: Look, outcomes: dict[str, Look]) -> None:
        complaint = self.operation.complaint(self.folder)
        for word in self.operation.half_is_known:
            outcomes[f"cut short, and known as {word}"] = Look(None, word)
        for outcome, expected in outcomes.items():
            if found == expected and not complaint:
                self.tally.good(outcome)
                return
        self.tally.bad(where, complaint or f"left {found.brief}")


def main(arguments: list[str]) -> None:
    """Sweeps through some operations."""
    folder, most, names = Path(arguments[0]), int(arguments[1]), arguments[3:]
    dice = random.Random(int(arguments[2]))  # noqa: S311 - no secret
    disk = FailingDisk()
    total = Tally()
    made = templates(folder / "templates")
    for name in names:
        operation = OPERATIONS[name]
        if operation.changes_tables:
            add_a_step()
        template = made[operation.template]
        total.add(Sweep(operation, template, folder / "data", disk, most, dice).go())
    total.send()


if __name__ == "__main__":
    main(sys.argv[1:])
