"""Makes the folder, the .tar.xz and the .deb for Linux: `dev.py bundle linux`."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bundling import archives, deb, linux_folder, product
from bundling.fetching import sha256
from bundling.linux_trial import try_bundle
from bundling.tools import FOR_LINUX, Workshop, make_ready, python_tools, run, tool
from console import ROOT, CannotGoOnError, say, told

MOST = 80_000_000  # bytes of the .tar.xz, without what typst adds to it


def main(arguments: Sequence[str]) -> int:
    """Make what was asked for, try it, and print where it is and how large."""
    asked = parser().parse_args(arguments)
    return told(lambda: _make(asked))


def parser() -> argparse.ArgumentParser:
    """What `dev.py bundle linux` takes."""
    words = argparse.ArgumentParser(
        prog="packaging/dev.py bundle linux", description="Make the folder, .tar.xz and .deb."
    )
    words.add_argument("--out", type=Path, default=ROOT / "dist", help="where to (dist)")
    words.add_argument("--folder-only", action="store_true", help="neither .tar.xz nor .deb")
    words.add_argument("--no-tour", action="store_true", help="do not walk through every page")
    words.add_argument("--bare", action="store_true", help="try the .deb in a bare Debian 12 too")
    return words


def _make(asked: argparse.Namespace) -> int:
    if sys.platform != "linux":
        raise CannotGoOnError("The bundle for Linux can only be made on Linux.")
    make_ready(FOR_LINUX)
    python = Path(sys.executable)
    tools = python_tools(python)
    folder = asked.out / "linux" / linux_folder.PROGRAM
    shutil.rmtree(folder.parent, ignore_errors=True)
    with tempfile.TemporaryDirectory() as scratch:
        shop = Workshop(python, tools, Path(scratch))
        linux_folder.freeze(folder, shop)
        linux_folder.add_papers(folder, shop, packages=deb.PACKAGES)
    say(f"{folder}: {_megabytes(_size(folder))}")
    package = None if asked.folder_only else _pack(folder, asked.out)
    return try_bundle(folder, walk=not asked.no_tour, bare=package if asked.bare else None)


def _pack(folder: Path, out: Path) -> Path:
    stem = f"burnout-check-{product.version()}-linux"
    packed = _xz(archives.make_tar(folder, out / f"{stem}.tar"))
    typst = _typst_share(folder, out)
    size = packed.stat().st_size
    say(f"{packed}: {_megabytes(size)}, SHA-256 {sha256(packed)}")
    say(f"  of which typst, for the PDF, is {_megabytes(typst)}")
    if size - typst > MOST:
        say(f"WARNING: without typst it is larger than {_megabytes(MOST)}")
    package = out / f"{stem}.deb"
    deb.make(folder, package)
    say(f"{package}: {_megabytes(package.stat().st_size)}")
    return package


def _typst_share(folder: Path, out: Path) -> int:
    """How large typst is when it is packed by itself."""
    typst = next(folder.rglob("typst"))
    packed = _xz(archives.make_tar(typst, out / "typst.tar"))
    size = packed.stat().st_size
    packed.unlink()
    return size


def _xz(archive: Path) -> Path:
    packed = archive.with_name(f"{archive.name}.xz")
    packed.unlink(missing_ok=True)
    run([tool("xz"), "-9", "-T2", archive], what="Packing")
    return packed


def _size(folder: Path) -> int:
    return sum(file.lstat().st_size for file in folder.rglob("*") if not file.is_dir())


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
