"""Tries the bundle for Windows under Wine: the folder, then what the MSI installs, then removal."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from bundling import msi, product, wine
from bundling.trial import AWKWARD, Run, Trial, listing, self_check, site_files, tour, untouched
from bundling.windows_folder import START
from bundling.wine import Wine
from console import ROOT, say

PICTURES = ROOT / "dist" / "tour-windows"
_SCRIPTS = ROOT / "packaging" / "bundling" / "inside"
_LATER = "100.0.0"
_MODULE = ("-m", "burnout_check")


def try_bundle(folder: Path, installer: Path | None, *, walk: bool = True) -> int:
    """Run everything there is to try; 0 if all went well, or if there is no Wine to try it in.

    Args:
        folder: as it was assembled.
        installer: the MSI, if one was made.
        walk: whether to walk through every page, which takes some minutes.
    """
    reason = wine.why_no_wine()
    if reason:
        say(f"Not tried under Wine: {reason}")
        return 0
    trial, machine = Trial(), wine.ready()
    try_folder(trial, machine, folder, walk=walk)
    if installer is not None:
        _try_installer(trial, machine, installer)
    if trial.failed:
        wine.forget()  # what is still installed there would get in the way of the next try
    return trial.code


def try_folder(trial: Trial, machine: Wine, folder: Path, *, walk: bool) -> None:
    """Try the folder from a place with an awkward name."""
    place = machine.drive / AWKWARD / product.NAME
    shutil.rmtree(place.parent, ignore_errors=True)
    shutil.copytree(folder, place)
    run = runner(machine, place)
    with untouched(trial, place):
        self_check(trial, run)
        _say_of(trial, machine, place, "vaults.py", "Vaults of an older and a newer version")
        done = machine.run(place / START[0].replace("\\", "/"), *_MODULE, "--version", folder=place)
        words = "" if done.returncode == 0 else done.stderr[-200:]
        trial.ask("Started without a console (pythonw)", done.returncode == 0, words)
        if walk:
            shutil.rmtree(PICTURES, ignore_errors=True)
            _tour(trial, machine, place)
    site_files(trial, run, place / "site.toml", "C:\\Users\\Public\\Burnout Check")
    shutil.rmtree(place.parent, ignore_errors=True)


def runner(machine: Wine, place: Path) -> Run:
    """What runs the program of the folder ``place``."""

    def run(words: Sequence[str | Path], patience: int) -> subprocess.CompletedProcess[str]:
        python = place / "python" / "python.exe"
        return machine.run(python, *_MODULE, *words, folder=place, patience=patience)

    return run


def _tour(trial: Trial, machine: Wine, place: Path) -> None:
    """The whole tour, in a window of Windows' own platform."""

    def run(words: Sequence[str | Path], patience: int) -> subprocess.CompletedProcess[str]:
        script = _windows_path(_SCRIPTS / "tour.py")
        words = [word for word in words if word != "--tour"]
        python = place / "python" / "python.exe"
        return machine.run(python, script, *words, folder=place, patience=patience)

    tour(trial, run, PICTURES, name=_windows_path(PICTURES))


def _say_of(trial: Trial, machine: Wine, place: Path, script: str, question: str) -> None:
    """Run a script inside the bundle: it prints one line, and ends with 0 if all is well."""
    python = place / "python" / "python.exe"
    done = machine.run(python, _windows_path(_SCRIPTS / script), folder=place)
    lines = [line for line in done.stdout.strip().splitlines() if "X connection" not in line]
    words = lines[-1] if lines else done.stderr[-300:]
    trial.ask(question, done.returncode == 0, words)


def _try_installer(trial: Trial, machine: Wine, installer: Path) -> None:
    program = machine.drive / "Program Files" / product.NAME
    _install(trial, machine, installer)
    same = listing(program).keys() == listing(installer.parent / "windows" / product.NAME).keys()
    trial.ask("What was installed is what was packed", same, f"{len(listing(program))} files")
    menu = list(machine.drive.rglob(f"{product.NAME}.lnk"))
    trial.ask("It is in the Start menu", bool(menu))
    # A site file says where the data goes, as IT would have it.
    data = machine.drive / "users" / "Public" / product.NAME
    shutil.rmtree(data, ignore_errors=True)
    site = program / "site.toml"
    site.write_text("data_dir = 'C:\\users\\Public\\Burnout Check'\n", encoding="utf-8")
    with untouched(trial, program):
        self_check(trial, runner(machine, program))
        _say_of(trial, machine, program, "saved.py", "A check-in saved and backed up")
    later = installer.with_name("later.msi")
    msi.make(installer.parent / "windows" / product.NAME, later, version=_LATER)
    _install(trial, machine, later, again=True)
    trial.ask("An update keeps the site file", site.is_file())
    _say_of(trial, machine, program, "opened.py", "The check-in opened after the update")
    before = listing(data)
    done = machine.run("msiexec", "/i", _windows_path(installer), "/qn")
    refused = done.returncode != 0 and (program / START[0].replace("\\", "/")).is_file()
    trial.ask("An older version over a newer one is refused", refused)
    done = machine.run("msiexec", "/x", _windows_path(later), "/qn")
    later.unlink()
    left = [name for name in listing(program) if name != "site.toml"] if program.is_dir() else []
    trial.ask("Removed", done.returncode == 0 and not left, ", ".join(left[:3]))
    trial.ask("Removal left the data", bool(before) and listing(data) == before)
    shutil.rmtree(data, ignore_errors=True)
    shutil.rmtree(program, ignore_errors=True)


def _install(trial: Trial, machine: Wine, installer: Path, *, again: bool = False) -> None:
    done = machine.run("msiexec", "/i", _windows_path(installer), "/qn")
    program = machine.drive / "Program Files" / product.NAME / START[0].replace("\\", "/")
    question = "Updated silently" if again else "Installed silently"
    there = done.returncode == 0 and program.is_file()
    trial.ask(question, there, "" if there else done.stdout[-200:])


def _windows_path(path: Path) -> str:
    return "Z:" + str(path.resolve()).replace("/", "\\")
