"""How often the app is wrong, by simulated people; started by `python3 packaging/dev.py simulate`.

To add one, write a module like simulated_rules.py and add its `Simulation` to `SIMULATIONS`.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import simulated_people
import simulated_rules
from console import ROOT, say

YEARS, FULL = 2_000, 10_000
SEED = 1
PAGE = ROOT / "resources" / "help" / "how-often-wrong.md"


@dataclass(frozen=True)
class Simulation:
    """One question put to simulated people, and its answer as a table.

    ``title`` is the heading its table stands under in the help page. ``run`` takes the number of
    people, each of whom is followed for a year or for a climb, and a seed; it gives the rows. A
    whole person answers everything and takes longer: there is one in ``one_in`` of the people.
    """

    title: str
    columns: tuple[str, ...]
    run: Callable[[int, int], Iterable[tuple[str, ...]]]
    one_in: int = 1

    def people(self, years: int) -> int:
        """How many people there are where so many years are asked for."""
        return max(1, years // self.one_in)


_WHOLE = 10

SIMULATIONS = (
    Simulation(
        "Whole people to whom nothing happens: years with an Act",
        simulated_people.UNEARNED_COLUMNS,
        simulated_people.unearned,
        _WHOLE,
    ),
    Simulation(
        "Whole people with one answer just beside its line: years with an Act",
        simulated_people.BESIDE_COLUMNS,
        simulated_people.beside,
        2 * _WHOLE,
    ),
    Simulation(
        "Whole people to whom something happens",
        simulated_people.TOLD_COLUMNS,
        simulated_people.told,
        _WHOLE,
    ),
    Simulation(
        "How many prompts an ordinary person sees in three months",
        simulated_people.QUARTER_COLUMNS,
        simulated_people.quarters,
        _WHOLE,
    ),
    Simulation(
        "Someone whose answers only move by chance",
        simulated_rules.UNEARNED_COLUMNS,
        simulated_rules.unearned,
    ),
    Simulation(
        "Someone whose burnout climbs by 25 points in 12 weeks",
        simulated_rules.CLIMB_COLUMNS,
        simulated_rules.climbs,
    ),
)


def table(simulation: Simulation, rows: Iterable[Sequence[str]]) -> str:
    """The rows as a table in Markdown, the first column to the left and numbers to the right."""
    lines = [simulation.columns, ("---", *("---:" for _ in simulation.columns[1:])), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def with_table(page: str, title: str, new: str) -> str:
    """The page with another table under a heading.

    Raises:
        ValueError: if the page has no such heading with a table under it.
    """
    found = re.compile(rf"(^## {re.escape(title)}$.*?\n)(\|.*?\n)(?!\|)", re.M | re.S)
    if not found.search(page):
        raise ValueError(f"there is no table under {title!r}")
    return found.sub(lambda match: f"{match[1]}{new}\n", page, count=1)


def main(arguments: Sequence[str]) -> int:
    """Run every simulation and print its table; with --write put it into the help page."""
    parser = argparse.ArgumentParser(prog="packaging/dev.py simulate", description=__doc__)
    parser.add_argument("--years", type=int, default=YEARS, help="people each (%(default)s)")
    parser.add_argument(
        "--full", action="store_const", dest="years", const=FULL, help=f"{FULL:,} people each"
    )
    parser.add_argument("--seed", type=int, default=SEED, help="other chances (%(default)s)")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    asked = parser.parse_args(arguments)
    for simulation in SIMULATIONS:
        people = simulation.people(asked.years)
        new = table(simulation, simulation.run(people, asked.seed))
        say(f"{simulation.title} ({people:,} simulated people)\n\n{new}\n")
        if asked.write:
            write(PAGE, simulation.title, new)
    return 0


def write(page: Path, title: str, new: str) -> None:
    """Put a table into a page."""
    text = with_table(page.read_text(encoding="utf-8"), title, new)
    page.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
