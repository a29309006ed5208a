"""Tries the bundle for Linux: as another user, without a right to write, watched for sockets."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bundling import deb
from bundling.linux_folder import PROGRAM
from bundling.tools import FOR_A_BARE_ROOT, FOR_WATCHING, tool, why_not
from bundling.trial import AWKWARD, Run, Trial, self_check, site_files, tour, untouched
from console import ROOT, say

PICTURES = ROOT / "dist" / "tour-linux"
_NOBODY = 65534
_SOCKET = re.compile(r"socket\((AF_INET6?|AF_PACKET)")


def try_bundle(folder: Path, *, walk: bool = True, bare: Path | None = None) -> int:
    """Run everything there is to try; 0 if all went well.

    Args:
        folder: as it was frozen.
        walk: whether to walk through every page, which takes a minute or two.
        bare: the Debian package to install in a bare Debian 12, if that is wanted too.
    """
    trial = Trial()
    with tempfile.TemporaryDirectory() as scratch:
        Path(scratch).chmod(0o755)
        place = Path(scratch) / AWKWARD / PROGRAM
        shutil.copytree(folder, place, symlinks=True)
        homes = [_home(Path(scratch) / name) for name in ("first", "second")]
        run = runner(place, homes[0])
        with untouched(trial, place):
            self_check(trial, run)
            _watched(trial, place, homes[0])
            _second_user(trial, place, homes)
            _without_console(trial, place, homes[0])
            if walk:
                _tour(trial, run, homes[0])
        site_files(trial, run, place / "site.toml", "/var/tmp/Burnout Check")  # noqa: S108 - named
    if bare is not None:
        _bare_root(trial, bare)
    return trial.code


def runner(place: Path, home: Path, *, before: Sequence[str | Path] = ()) -> Run:
    """What runs the program of the folder ``place`` as somebody who may write only in ``home``."""

    def run(words: Sequence[str | Path], patience: int) -> subprocess.CompletedProcess[str]:
        command: list[str | Path] = [*before, *_as_anybody(), place / PROGRAM, *words]
        return subprocess.run(
            command,
            cwd=home,
            env=_environ(home),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=patience,
            check=False,
        )

    return run


def _home(folder: Path) -> Path:
    folder.mkdir(mode=0o777)
    folder.chmod(0o777)
    return folder


def _environ(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    place = str(home)
    return kept | {"HOME": place, "TMPDIR": place, "QT_QPA_PLATFORM": "offscreen"}


def _as_anybody() -> list[str]:
    """What gives up root's right to write everywhere, where this is root."""
    if os.geteuid() != 0 or shutil.which("setpriv") is None:
        return []
    return ["setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups"]


def _watched(trial: Trial, place: Path, home: Path) -> None:
    reason = why_not(FOR_WATCHING)
    if reason:
        say(f"Not watched for sockets: {reason}")
        return
    log = home / "sockets.txt"
    before: list[str | Path] = [tool("strace"), "-f", "-qq", "-e", "trace=socket", "-o", log]
    done = runner(place, home, before=before)(["--self-check"], 240)
    opened = _SOCKET.findall(log.read_text(encoding="utf-8", errors="replace"))
    quiet = done.returncode == 0 and not opened
    trial.ask("No network socket was opened, also by what is not Python", quiet, ", ".join(opened))


def _second_user(trial: Trial, place: Path, homes: Sequence[Path]) -> None:
    """Somebody else's data folder: a sentence, and nothing is touched."""
    if not _as_anybody():
        say("Not tried as a second user: that needs root")
        return
    theirs = homes[1] / "data"
    theirs.mkdir(mode=0o700)
    done = runner(place, homes[0])(["--demo", "--data-dir", theirs, "--self-check", "--json"], 240)
    trial.ask("The self-check beside another's data", done.returncode == 0, done.stderr[-200:])
    done = runner(place, homes[0])(["--tour", theirs], 60)
    said = (done.stdout + done.stderr).strip()
    clear = "You are not allowed to use the folder" in said and done.returncode == 1
    trial.ask("Another person's folder is refused in a sentence", clear, said[-200:])


def _without_console(trial: Trial, place: Path, home: Path) -> None:
    """Standard output and errors closed, as for a program that is started from a menu."""
    shell = ["sh", "-c", 'exec "$0" "$@" >&- 2>&-']
    run = runner(place, home)
    done = subprocess.run(
        [*_as_anybody(), *shell, str(place / PROGRAM), "--self-check"],
        cwd=home,
        env=_environ(home),
        stdin=subprocess.DEVNULL,
        timeout=240,
        check=False,
    )
    trial.ask("Started without a console", run is not None and done.returncode == 0)


def _tour(trial: Trial, run: Run, home: Path) -> None:
    tour(trial, run, home / "pictures")
    shutil.rmtree(PICTURES, ignore_errors=True)
    shutil.copytree(home / "pictures", PICTURES)


def _bare_root(trial: Trial, package: Path) -> None:
    """Install the package, with what it says it needs, in a Debian 12 with nothing in it."""
    reason = why_not(FOR_A_BARE_ROOT)
    if reason or os.geteuid() != 0:
        say(f"Not tried in a bare Debian 12: {reason or 'that needs root'}")
        return
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "root"
        make: list[str | Path] = [tool("debootstrap"), "--variant=minbase", "bookworm", root]
        made = subprocess.run(make, capture_output=True, encoding="utf-8", check=False)
        if made.returncode != 0:
            say(f"Not tried in a bare Debian 12: debootstrap said {made.stdout[-200:]}")
            return
        shutil.copy(package, root / "program.deb")
        inside: list[str | Path] = [tool("chroot"), root]
        quiet = ["apt-get", "-qq", "-o", "APT::Install-Recommends=0"]
        environ = _environ(Path("/root")) | {"DEBIAN_FRONTEND": "noninteractive"}
        for question, step in (
            ("it installs, with what it says it needs", [*quiet, "install", "-y", "/program.deb"]),
            ("the self-check", [PROGRAM, "--self-check"]),
            ("it is removed", [*quiet, "remove", "-y", PROGRAM]),
        ):
            done = subprocess.run(
                [*inside, *step],
                env=environ,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
            words = (done.stdout + done.stderr).strip()[-300:] if done.returncode else ""
            trial.ask(f"In a bare Debian 12: {question}", done.returncode == 0, words)
        left = (root / deb.OPT).exists()
        trial.ask("In a bare Debian 12: removal leaves nothing behind", not left)
