"""More torture than the tests do: kills, power cuts, failing disks, damage, made-up files."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from console import ROOT, call

TESTS = "tests/torture"
KILLS = 2000
FLIPS = 5000
CUTS = 4000
FUZZ = 20000
CALLS = 400  # of an operation, each failing in every way there is


def run(python: Path, arguments: Sequence[str]) -> int:
    """Tortures vaults and prints a table of what was done and what came of it; 0 if all was well.

    Args:
        python: the interpreter of .venv.
        arguments: those of the command line, without its name.
    """
    asked = _parser().parse_args(arguments)
    environ = dict(
        os.environ,
        TORTURE_KILLS=str(asked.kills),
        TORTURE_FLIPS=str(asked.flips),
        TORTURE_CUTS=str(asked.cuts),
        TORTURE_FUZZ=str(asked.fuzz),
        TORTURE_SEED=str(asked.seed),
        TORTURE_CALLS=str(CALLS),
    )
    return call([python, "-m", "pytest", "-q", TESTS], environ=environ, folder=ROOT)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="packaging/dev.py torture", description="Torture vaults, and print what came of it."
    )
    parser.add_argument("--kills", type=int, default=KILLS, help="processes killed (%(default)s)")
    parser.add_argument("--flips", type=int, default=FLIPS, help="files damaged (%(default)s)")
    parser.add_argument("--cuts", type=int, default=CUTS, help="power cuts (%(default)s)")
    parser.add_argument("--fuzz", type=int, default=FUZZ, help="made-up files (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="other chances (%(default)s)")
    return parser
