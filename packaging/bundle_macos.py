"""Makes the app for macOS, on a Mac: `dev.py bundle macos`. Written with care, and UNTRIED."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bundling import icons, product
from bundling.tools import Workshop, python_tools, run, tool, with_tools
from console import ROOT, CannotGoOnError, say, told

# What `iconutil` wants to find in an .iconset: its name for each size in pixels.
_ICONS = {
    "icon_16x16": 16,
    "icon_16x16@2x": 32,
    "icon_32x32": 32,
    "icon_32x32@2x": 64,
    "icon_128x128": 128,
    "icon_128x128@2x": 256,
    "icon_256x256": 256,
}


def main(arguments: Sequence[str]) -> int:
    """Make the .app and a .dmg of it, and have the app try itself."""
    asked = parser().parse_args(arguments)
    return told(lambda: _make(asked))


def parser() -> argparse.ArgumentParser:
    """What `dev.py bundle macos` takes."""
    words = argparse.ArgumentParser(
        prog="packaging/dev.py bundle macos", description="Make the .app and .dmg. Untried."
    )
    words.add_argument("--out", type=Path, default=ROOT / "dist", help="where to (dist)")
    words.add_argument("--identity", metavar="NAME", default="-", help="a Developer ID to sign by")
    return words


def _make(asked: argparse.Namespace) -> int:
    if sys.platform != "darwin":
        raise CannotGoOnError("The bundle for macOS can only be made on a Mac. It is untried.")
    say("This way of making the bundle for macOS is untried: please tell how it went.")
    python = Path(sys.executable)
    app = asked.out / "macos" / f"{product.NAME}.app"
    shutil.rmtree(app.parent, ignore_errors=True)
    app.parent.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as scratch:
        shop = Workshop(python, python_tools(python), Path(scratch))
        _freeze(app, shop)
    # "-" is a signature without a name, which an Apple processor asks of every program.
    sign: list[str | Path] = [
        tool("codesign"),
        "--force",
        "--deep",
        "--options",
        "runtime",
        "--sign",
    ]
    run([*sign, asked.identity, app], what="Signing")
    image = asked.out / f"burnout-check-{product.version()}-macos.dmg"
    make: list[str | Path] = [
        tool("hdiutil"),
        "create",
        "-ov",
        "-format",
        "UDZO",
        "-volname",
        product.NAME,
    ]
    run([*make, "-srcfolder", app, image], what="Making the disk image")
    say(f"{image}: {image.stat().st_size / 1e6:.1f} MB; to be notarised by its owner")
    program = app / "Contents" / "MacOS" / "burnout-check"
    return subprocess.run([str(program), "--self-check"], check=False).returncode


def _freeze(app: Path, shop: Workshop) -> None:
    environ = with_tools(shop.tools) | {
        "BURNOUT_CHECK_ROOT": str(ROOT),
        "BURNOUT_CHECK_VERSION": product.version(),
        "BURNOUT_CHECK_ICON": str(_icns(shop)),
        "PYINSTALLER_CONFIG_DIR": str(shop.scratch / "config"),
    }
    pyinstaller: list[str | Path] = [shop.python, "-m", "PyInstaller", "--noconfirm"]
    where: list[str | Path] = ["--distpath", app.parent, "--workpath", shop.scratch / "work"]
    spec = ROOT / "packaging" / "burnout-check.spec"
    run([*pyinstaller, *where, spec], what="Freezing the program", environ=environ)
    shutil.rmtree(app.parent / "burnout-check", ignore_errors=True)  # the same, without the frame


def _icns(shop: Workshop) -> Path:
    folder = shop.scratch / "program.iconset"
    pictures = icons.draw(shop.python, shop.scratch / "icon")
    folder.mkdir()
    for name, size in _ICONS.items():
        (folder / f"{name}.png").write_bytes(pictures[size])
    made = shop.scratch / "program.icns"
    run([tool("iconutil"), "-c", "icns", "-o", made, folder], what="Making the icon")
    return made


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
