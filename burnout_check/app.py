"""The composition root: arguments, folders, log, network refusal, and the window."""

# ruff: noqa: E402 - the network is refused before anything is imported that could reach for it
from __future__ import annotations

from burnout_check import variables
from burnout_check.dumps import refuse_dumps
from burnout_check.offline import refuse_network

refuse_network()
refuse_dumps()
variables.clear()

import argparse
import io
import logging
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING

from burnout_check import __version__, elsewhere
from burnout_check.errors import UserError
from burnout_check.location import Place, chosen_folder, site_files
from burnout_check.log import start_log, stop_log
from burnout_check.paths import prepare_folder, resources_dir

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from burnout_check.diagnostics.system_report import SystemReport
    from burnout_check.gui.window.main_window import MainWindow

_log = logging.getLogger(__name__)

_PATIENCE = 5.0
"""Seconds that the end of the program waits for what is still being written."""

NO_SCREEN = (
    "Burnout Check cannot open a window, because there is no screen here that it can use. "
    "Start it from a desktop."
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks.

    Args:
        arguments: the words after the program's name; those of this process by default.

    Returns:
        The exit code: 0 if all went well, 1 if something could not be done, 2 for a wrong word.
    """
    try:
        return _done(_understood(arguments))
    except BrokenPipeError:  # whoever read what is said has heard enough
        return 1
    finally:
        _let_go_of_closed_pipes()


def _done(chosen: argparse.Namespace) -> int:
    if chosen.self_check:
        from burnout_check.diagnostics.self_check import (
            report,
            report_as_json,
        )

        return report_as_json(chosen_folder(chosen.data_dir)[0]) if chosen.json else report()
    if chosen.tour is not None:
        return _tour(chosen.tour, chosen.looks)
    code = _window(chosen.data_dir, is_demo=chosen.demo)
    if elsewhere.still_under_way(_PATIENCE):  # a drive hangs, and would keep the process for ever
        os._exit(code)
    return code


def _understood(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What the command line asks, also without a console: older Pythons then fail to say usage."""
    with ExitStack() as stack:
        if sys.stdout is None:
            stack.enter_context(redirect_stdout(io.StringIO()))
        if sys.stderr is None:
            stack.enter_context(redirect_stderr(io.StringIO()))
        return _parser().parse_args(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="burnout-check",
        description="A private weekly check-in on work and wellbeing. Nothing is ever sent.",
    )
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="keep everything in DIR")
    parser.add_argument("--demo", action="store_true", help="open two years of made-up check-ins")
    parser.add_argument("--tour", type=Path, metavar="DIR", help="save a picture of each page")
    parser.add_argument(
        "--looks",
        default="",
        metavar="NAMES",
        help="with --tour: all, or some of light,1024x640,dark,contrast,text-200",
    )
    parser.add_argument("--self-check", action="store_true", help="try every part and say so")
    parser.add_argument("--json", action="store_true", help="with --self-check: for a machine")
    parser.add_argument("--version", action="version", version=f"Burnout Check {__version__}")
    return parser


def _tour(folder: Path, looks: str) -> int:
    if sys.platform == "linux":  # the others always have a screen, and only there have fonts
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6 import QtCore, QtWidgets

    from burnout_check.content.loader import load
    from burnout_check.session.locked_vault import LockedVault
    from burnout_check.tour.screenshots import chosen_looks
    from burnout_check.tour.tour import draw

    try:
        chosen = chosen_looks(looks)
        content = load(resources_dir())
        # Offscreen, Qt says of each dialog that its size is no hint to any window manager.
        QtCore.qInstallMessageHandler(_leave_out_size_hints)
        application = QtWidgets.QApplication(sys.argv[:1])
        pictures = draw(
            application,
            prepare_folder(folder),
            lambda data: LockedVault(data, content),
            looks=chosen,
            say=_tell,
        )
    except UserError as error:
        _say(str(error))
        return 1
    except TimeoutError as error:  # a machine that is too busy; any other error is a fault of ours
        _say(f"The tour cannot go on: {error}. The pictures so far are in {folder}.")
        return 1
    _say(f"{pictures} pictures in {folder}")
    return 0


def _window(data_dir: Path | None, *, is_demo: bool) -> int:
    from PySide6 import QtCore, QtWidgets

    from burnout_check.charts import warm_up
    from burnout_check.gui.kit.worker import Worker
    from burnout_check.gui.window.crash import CrashHook, show_sentence
    from burnout_check.gui.window.shutdown_signals import ShutdownSignals
    from burnout_check.paths import font_files

    QtCore.qInstallMessageHandler(_say_why_no_window)
    application = QtWidgets.QApplication(sys.argv[:1])
    QtCore.qInstallMessageHandler(None)
    hook = CrashHook(application)
    hook.install()
    with ExitStack() as stack:
        ending = ShutdownSignals(application)
        stack.callback(ending.rest)
        ignored = ""
        if not is_demo:
            data_dir, ignored = chosen_folder(data_dir)
        elif data_dir is None:
            made = tempfile.TemporaryDirectory(prefix="burnout-check-demo-")
            data_dir = Path(stack.enter_context(made))
        try:
            folder = prepare_folder(data_dir)
            stack.callback(stop_log, start_log(folder))
            if variables.cleared() != variables.Cleared():
                _log.info("the environment: %s", variables.cleared().words)
            window = _furnished(application, folder, ignored=ignored, is_demo=is_demo)
        except UserError as error:
            _say(str(error))
            show_sentence(str(error))
            return 1
        window.report_crashes(hook)
        window.show()
        warmer = Worker(window)
        warmer.start(lambda: warm_up(font_files()), done=_forget, failed=hook.report)
        ending.watch()
        code = application.exec()
        warmer.forget()
        return code


def _furnished(
    application: QApplication, folder: Path, *, ignored: str, is_demo: bool
) -> MainWindow:
    from burnout_check.content.loader import load_for_start
    from burnout_check.content.site import load_site
    from burnout_check.domain.settings.site import Site
    from burnout_check.gui.look.icons import app_icon
    from burnout_check.gui.look.screen_settings import ScreenSettings
    from burnout_check.gui.window.main_window import MainWindow
    from burnout_check.session.demo import open_demo
    from burnout_check.session.locked_vault import LockedVault

    application.setApplicationName("Burnout Check")
    application.setWindowIcon(app_icon())
    site = Site() if is_demo else load_site(site_files()).also(ignored)
    content = load_for_start(resources_dir(), site)
    for trouble in (*content.troubles, *site.troubles):
        _log.warning("%s", trouble)
    locked_vault = LockedVault(folder, content, is_demo=is_demo)
    locked_vault.check_available()
    place = None if is_demo else Place.of(folder)
    window = MainWindow(
        application, locked_vault, ScreenSettings(folder), place=place, check=_system_report
    )
    if is_demo and not content.broken:
        window.enter(open_demo(locked_vault))
    return window


def _system_report(data: Path) -> SystemReport:
    from burnout_check.diagnostics.self_check import system_report

    return system_report(data)


def _leave_out_size_hints(_kind: object, _context: object, words: str) -> None:
    if "propagateSizeHints" not in words:
        _say(words)


def _say_why_no_window(kind: object, _context: object, words: str) -> None:
    if getattr(kind, "name", "") == "QtFatalMsg":  # Qt would end the program with a core dump
        _say(NO_SCREEN)
        os._exit(1)
    if not words.startswith(("qt.qpa.plugin", "Could not ", "could not ", "From 6.5.0")):
        _say(words)


def _forget(_result: object) -> None:
    """What was loaded is loaded; there is nothing to do with it."""


def _let_go_of_closed_pipes() -> None:
    """Or Python complains of them as it ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except BrokenPipeError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)


def _say(sentence: str) -> None:
    if sys.stderr is not None:
        print(sentence, file=sys.stderr)  # noqa: T201 - a command line answers in words


def _tell(line: str) -> None:
    if sys.stdout is not None:
        print(line, flush=True)  # noqa: T201 - how far a long command is
