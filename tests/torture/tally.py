"""What was done to vaults and what came of it: counted, and every fault told."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_FAULTS = 20  # told one by one


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

    def bad(self, where: str, what: str) -> None:
        """Counts a case that ended as it must not."""
        self.outcomes["FAULT"] += 1
        self.faults.append(f"{where}: {what}")

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
        return ", ".join(f"{name} {number}" for name, number in self.outcomes.most_common())

    def packed(self) -> str:
        """It as one line of text, for `received`."""
        return json.dumps({"outcomes": self.outcomes, "faults": self.faults})

    def send(self) -> None:
        """Writes it to standard output, as the last line, for `received`."""
        sys.stdout.write(f"{self.packed()}\n")


def received(output: str) -> Tally:
    """What another process, or a test, sent."""
    said: Mapping[str, object] = json.loads(output.splitlines()[-1])
    outcomes, faults = said["outcomes"], said["faults"]
    assert isinstance(outcomes, dict)
    assert isinstance(faults, list)
    return Tally(Counter(outcomes), [str(fault) for fault in faults])
