"""The one door for working on Burnout Check: `python3 packaging/dev.py COMMAND`.

Only the standard library, and the same on Linux, macOS and Windows. Every command first makes
.venv and, on Linux, the system's libraries what they should be, and says so where it does.
"""

from __future__ import annotations

import sys

if not (3, 11) <= sys.version_info < (3, 15):  # said here in a sentence, not by a crash further on
    sys.exit("Burnout Check needs Python 3.11 to 3.14; this is " + sys.version.split()[0] + ".")

import os
from collections.abc import Callable
from pathlib import Path

import checks
import locks
import mutate as mutations
import signing_off
import support as sheets
import torture as tortures
import unfilled as placeholders
from console import ROOT, CannotGoOnError, call, say, told
from environment import DEVELOPMENT, make_right
from system_libraries import has_display

# Arguments with which the program shows no window.
WITHOUT_A_WINDOW = {"--help", "-h", "--version", "--self-check", "--tour"}


def run(arguments: list[str]) -> int:
    """Start the program; with no display to show it on, draw the tour into ./tour instead."""
    if shows_no_window(arguments):
        return _start(make_right(), arguments)
    if has_display(os.environ):
        return _start(make_right(window=True), arguments)
    say(no_display_line())
    return tour([str(ROOT / "tour")])


def test(arguments: list[str]) -> int:
    """Run the tests; whatever follows goes to pytest."""
    return call([make_right(locks=DEVELOPMENT), "-m", "pytest", *arguments], folder=ROOT)


def check(arguments: list[str]) -> int:
    """Run everything that a change must pass: formatting, types, layers, files, tests."""
    _expect(arguments, 0, "check")
    return checks.run_all(make_right(locks=DEVELOPMENT))


def tour(arguments: list[str]) -> int:
    """Save pictures of every page into the folder DIR; with --looks all, in every look."""
    _expect(arguments[:1], 1, "tour DIR")
    return _start(make_right(), ["--tour", str(Path(arguments[0]).resolve()), *arguments[1:]])


def demo(arguments: list[str]) -> int:
    """Start the program with two years of invented weeks."""
    return run(["--demo", *arguments])


def setup(arguments: list[str]) -> int:
    """Only make everything ready, for the program and for working on it."""
    _expect(arguments, 0, "setup")
    python = make_right(locks=DEVELOPMENT, window=has_display(os.environ))
    say(f"Ready: {python}")
    return 0


def lock(arguments: list[str]) -> int:
    """Work the locks out anew from the .in files; --upgrade takes the newest of everything."""
    return locks.make_locks(arguments)


def torture(arguments: list[str]) -> int:
    """Kill, fill and damage vaults by the thousand and print what came of it; see --help."""
    return tortures.run(make_right(locks=DEVELOPMENT), arguments)


def mutate(arguments: list[str]) -> int:
    """Break one line at a time in a copy, and print which breakages no test catches; see --help."""
    return mutations.run(make_right(locks=DEVELOPMENT), arguments)


def support(arguments: list[str]) -> int:
    """Print the sheet of support entries to check; --sign-off writes down what was agreed to."""
    if arguments == ["--sign-off"]:
        return signing_off.sign_off()
    _expect(arguments, 0, "support [--sign-off]")
    return sheets.print_sheet()


def unfilled(arguments: list[str]) -> int:
    """Print what the release owner still has to fill in; fails if there is anything."""
    _expect(arguments, 0, "unfilled")
    return placeholders.print_unfilled()


def simulate(arguments: list[str]) -> int:
    """Put the rules to simulated people and print how often they are wrong; see --help."""
    python = make_right()
    environ = dict(os.environ, PYTHONPATH=str(ROOT))
    return call([python, ROOT / "packaging" / "simulate.py", *arguments], environ=environ)


def bundle(arguments: list[str]) -> int:
    """Make what is given to people, for `windows`, `linux` or `macos`; see `bundle windows -h`."""
    systems = ("windows", "linux", "macos")
    if not arguments or arguments[0] not in systems:
        raise CannotGoOnError(f"Please write: python3 packaging/dev.py bundle {'|'.join(systems)}")
    script = ROOT / "packaging" / f"bundle_{arguments[0]}.py"
    return call([make_right(), script, *arguments[1:]], folder=ROOT)


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    function.__name__: function
    for function in (
        *(run, test, check, tour, demo, setup, lock, torture, mutate),
        *(support, unfilled, simulate, bundle),
    )
}


def shows_no_window(arguments: list[str]) -> bool:
    """Whether the program, given these arguments, prints or draws and ends."""
    return any(argument.partition("=")[0] in WITHOUT_A_WINDOW for argument in arguments)


def no_display_line() -> str:
    """What `run` says where there is no screen."""
    return f"There is no display here, so the tour is drawn into {ROOT / 'tour'} instead."


def usage() -> str:
    """The commands, one a line."""
    lines = [f"  {name:<8} {function.__doc__}" for name, function in COMMANDS.items()]
    return "\n".join(["python3 packaging/dev.py COMMAND [arguments]", "", *lines])


def main(arguments: list[str]) -> int:
    """Do what the command line says; 2 if it says nothing that is known."""
    name, rest = (arguments or ["--help"])[0], arguments[1:]
    if name not in COMMANDS:
        say(usage())
        return 0 if name in {"--help", "-h"} else 2
    try:
        return told(lambda: COMMANDS[name](rest))
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever reads has seen enough, as `head` has
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _start(python: Path, arguments: list[str]) -> int:
    environ = dict(os.environ, PYTHONPATH=str(ROOT))
    if not has_display(os.environ) or "--tour" in arguments:
        environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # -P: the folder the person stands in is theirs, and no place for our imports to look.
    return call([python, "-P", "-m", "burnout_check", *arguments], environ=environ)


def _expect(arguments: list[str], number: int, form: str) -> None:
    if len(arguments) != number:
        raise CannotGoOnError(f"Please write: python3 packaging/dev.py {form}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
