"""What was done to vaults and what came of it: counted, and every fault told."""

from __future__ import annotations

import faulthandler
import json
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, get_args

_watched: list[bool] = []
MOST_FAULTS = 20  # told one by one
LONGEST_CASE = 1800  # seconds; a process that finishes no case for so long hangs

Fault = Literal["loss", "wrong word", "traceback", "hang"]
FAULTS: tuple[Fault, ...] = get_args(Fault)
"""Something that was saved is not there, or is changed; what is said is not true or not for a
person; an exception that no person should meet; it never ends."""


@dataclass
class Tally:
    """Outcomes by name, and sentences on what should not have happened."""

    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    @property
    def cases(self) -> int:
        """How many cases there were."""
        return self.outcomes.total()

    def good(self, outcome: str) -> None:
        """Counts a case that ended as it may."""
        self.outcomes[outcome] += 1
        watch()

    def bad(self, where: str, what: str, kind: Fault = "loss") -> None:
        """Counts a case that ended as it must not."""
        self.outcomes[kind] += 1
        self.faults.append(f"{kind}, {where}: {what}")
        watch()

    def add(self, other: Tally) -> None:
        """Takes over what another counted."""
        self.outcomes.update(other.outcomes)
        self.faults += other.faults

    def told(self) -> str:
        """The first faults, a line each."""
        more = len(self.faults) - MOST_FAULTS
        lines = self.faults[:MOST_FAULTS] + ([f"and {more} more"] if more > 0 else [])
        return "\n".join(lines)

    def line(self) -> str:
        """The outcomes, the most frequent first."""
        ended = [each for each in self.outcomes.most_common() if each[0] not in FAULTS]
        return ", ".join(f"{name} {number}" for name, number in ended)

    def packed(self) -> str:
        """It as one line of text, for `received`."""
        return json.dumps({"outcomes": self.outcomes, "faults": self.faults})

    def send(self) -> None:
        """Writes it to standard output, as the last line, for `received`."""
        sys.stdout.write(f"{self.packed()}\n")


def watch() -> None:
    """In a process of its own, ends it with where it hangs if no case ends for too long."""
    if _watched:
        faulthandler.dump_traceback_later(LONGEST_CASE, exit=True)


def watch_from_now_on() -> None:
    """For a process whose only work is to count cases."""
    _watched.append(True)
    watch()


def table(figures: Mapping[str, Tally]) -> list[str]:
    """What was done, how often, how often it went wrong in each way, and how the others ended."""
    width = max(map(len, figures), default=0)
    lines = [f"{'':<{width}}  cases  {'  '.join(FAULTS)}  ended well"]
    for what, tally in sorted(figures.items()):
        wrong = "  ".join(f"{tally.outcomes[kind]:>{len(kind)}}" for kind in FAULTS)
        lines.append(f"{what:<{width}} {tally.cases:>6}  {wrong}  {tally.line()}")
    return lines


def received(output: str) -> Tally:
    """What another process, or a test, sent."""
    said: Mapping[str, object] = json.loads(output.splitlines()[-1])
    outcomes, faults = said["outcomes"], said["faults"]
    assert isinstance(outcomes, dict)
    assert isinstance(faults, list)
    return Tally(Counter(outcomes), [str(fault) for fault in faults])
