"""The composition root: arguments, folders, log, network refusal, and the window."""

# The refusal of the network comes before every import that could reach for it.
# ruff: noqa: E402
from __future__ import annotations

from burnout_check.offline import refuse_network

refuse_network()

import argparse
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from burnout_check import __version__
from burnout_check.errors import UserError
from burnout_check.paths import default_data_dir, prepare_folder, resources_dir


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks.

    Args:
        arguments: the words after the program's name; those of this process by default.

    Returns:
        The exit code: 0 if all went well, 1 if something could not be done, 2 for a wrong word.
    """
    chosen = _parser().parse_args(arguments)
    try:
        if chosen.self_check:
            from burnout_check.self_check import report  # noqa: PLC0415 - loads every native part

            return report()
        if chosen.tour is not None:
            return _tour(chosen.tour)
        return _window(chosen.data_dir, is_demo=chosen.demo)
    except UserError as error:
        _say(str(error))
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="burnout-check",
        description="A private weekly check-in on work and wellbeing. Nothing is ever sent.",
    )
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="keep everything in DIR")
    parser.add_argument("--demo", action="store_true", help="open two years of made-up check-ins")
    parser.add_argument("--tour", type=Path, metavar="DIR", help="save a picture of each page")
    parser.add_argument("--self-check", action="store_true", help="try every part and say so")
    parser.add_argument("--version", action="version", version=f"Burnout Check {__version__}")
    return parser


def _say(sentence: str) -> None:
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)  # noqa: T201 - a command line answers in words


def _tour(folder: Path) -> int:
    from burnout_check.gui.tour import draw  # noqa: PLC0415 - sets the offscreen platform first

    pictures = draw(prepare_folder(folder))
    _say(f"{len(pictures)} pictures in {folder}")
    return 0


def _window(data_dir: Path | None, *, is_demo: bool) -> int:
    from burnout_check.gui.start import run  # noqa: PLC0415 - Qt only when there is a window

    with ExitStack() as stack:
        if data_dir is None and is_demo:
            name = stack.enter_context(tempfile.TemporaryDirectory(prefix="burnout-check-demo-"))
            data_dir = Path(name)
        folder = prepare_folder(data_dir or default_data_dir())
        return run(folder, resources_dir(), is_demo=is_demo)
