"""The Debian package: the folder below /opt, a command, a menu entry, and what it depends on."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from bundling import product
from bundling.linux_folder import PROGRAM
from bundling.tools import run, tool

OPT = Path("opt") / PROGRAM

# What the libraries load that is not in the folder: tried in a Debian 12 with nothing else.
PACKAGES = (
    "libc6",
    "libegl1",
    "libgl1",
    "libxkbcommon0",
    "libfontconfig1",
    "libdbus-1-3",
    "libglib2.0-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)

_CONTROL = """Package: {package}
Version: {version}
Section: misc
Priority: optional
Architecture: amd64
Maintainer: Burnout Check <burnout-check@localhost>
Installed-Size: {size}
Depends: {depends}
Recommends: libwayland-client0, libwayland-cursor0, libwayland-egl1
Description: {summary}
 For people who work in NHS Talking Therapies. Nothing leaves the computer, and
 everything personal on disk is encrypted. Removing this package leaves it alone.
"""


def control(size: int) -> str:
    """The package's description for dpkg; ``size`` in bytes of what is installed."""
    return _CONTROL.format(
        package=PROGRAM,
        version=product.version(),
        size=size // 1024,
        depends=", ".join(PACKAGES),
        summary=product.SUMMARY,
    )


def make(folder: Path, file: Path) -> None:
    """Pack the folder for Linux into ``file``. It has no scripts, so it changes nothing else."""
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / "root"
        root.mkdir(mode=0o755)
        shutil.copytree(folder, root / OPT, symlinks=True)
        shutil.move(root / OPT / "share", root / "usr" / "share")
        (root / "usr" / "bin").mkdir()
        (root / "usr" / "bin" / PROGRAM).symlink_to(f"/{OPT.as_posix()}/{PROGRAM}")
        papers = root / "usr" / "share" / "doc" / PROGRAM
        papers.mkdir(parents=True)
        (papers / "copyright").symlink_to(f"/{OPT.as_posix()}/licences/LICENCES.txt")
        size = sum(each.lstat().st_size for each in root.rglob("*"))
        (root / "DEBIAN").mkdir()
        (root / "DEBIAN" / "control").write_text(control(size), encoding="utf-8")
        build: list[str | Path] = [tool("dpkg-deb"), "--root-owner-group", "-Zxz"]
        run([*build, "--build", root, file], what="Making the Debian package")
