"""Puts the folder for Windows together: the signed Python, the libraries, the program, its papers.

Burnout Check/
  python/          python.org's runtime; python3XX._pth says what may be imported
  lib/             the libraries
  burnout_check/   the program, with its resources
  licences/  DEPLOY.html  site.example.toml  README.txt  sbom.cdx.json
  burnout-check.ico  Burnout Check.cmd
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from zipfile import ZipFile

from bundling import bytecode, icons, licences, pages, parts_list, pe, product
from bundling.fetching import sha256
from bundling.runtime import Runtime, pth_text
from bundling.tools import Workshop
from bundling.trimming import is_left_out
from console import ROOT, CannotGoOnError, say

ICON = "burnout-check.ico"
STARTER = f"{product.NAME}.cmd"
START = ("python\\pythonw.exe", "-m burnout_check")

# For a pilot from the zip. It opens no console window of its own and waits for nothing.
_STARTER = '@start "" "%~dp0{}" {} %*\r\n'

_READ_ME = """{name} {version}, for Windows 10 (1903) or later, 64 bit.

To start it:  "{starter}"
To try every part of it:  python\\python.exe -m burnout_check --self-check
For IT: DEPLOY.html. What it is made of: licences\\LICENCES.txt and sbom.cdx.json.
{signed}
"""


def assemble(folder: Path, runtime: Runtime, wheels: Iterable[Path], shop: Workshop) -> None:
    """Make the folder, which must not exist, all but its bytecode."""
    shutil.copytree(runtime.folder, folder / "python")
    pth = folder / "python" / f"python{runtime.tag}._pth"
    pth.write_text(pth_text(runtime.tag), encoding="ascii", newline="")
    wheels = sorted(wheels)
    for wheel in wheels:
        unpack(wheel, folder / "lib")
    copy_program(folder)
    parts = {licences.part_of(wheel): wheel for wheel in wheels}
    licence = (runtime.folder / "LICENSE.txt").read_bytes()
    licences.gather(parts, folder / "licences", runtime=(runtime.version, licence))
    pictures = icons.draw(shop.python, shop.scratch / "icon")
    (folder / ICON).write_bytes(icons.ico(pictures))
    _write(folder / "DEPLOY.html", pages.deploy_page(shop))
    shutil.copyfile(pages.SITE_EXAMPLE, folder / pages.SITE_EXAMPLE.name)
    parts_list.write(
        folder / parts_list.NAME,
        parts,
        shop=shop,
        others=[_runtime_component(runtime)],
    )
    _write(folder / STARTER, _STARTER.format(*START))


def sign_off(folder: Path, *, signed: bool) -> None:
    """Write README.txt, which says whether this build carries its owner's signature."""
    words = "Signed." if signed else "UNSIGNED: a build for trying out. It names no publisher."
    text = _READ_ME.format(
        name=product.NAME, version=product.version(), starter=STARTER, signed=words
    )
    _write(folder / "README.txt", text.replace("\n", "\r\n"))


def unpack(wheel: Path, folder: Path) -> None:
    """Unpack a wheel without what is left out."""
    with ZipFile(wheel) as archive:
        for name in archive.namelist():
            path = PurePosixPath(name)
            if name.endswith("/") or is_left_out(path):
                continue
            if path.is_absolute() or ".." in path.parts:
                raise CannotGoOnError(f"{wheel.name} would write outside its folder: {name}")
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(archive.read(name))


def copy_program(folder: Path) -> None:
    """The program's package, with its resources inside as where it is installed."""
    package = folder / "burnout_check"
    unwanted = shutil.ignore_patterns("__pycache__", "*.pyc")
    shutil.copytree(ROOT / "burnout_check", package, ignore=unwanted)
    shutil.copytree(ROOT / "resources", package / "resources", ignore=unwanted)


def compile_folder(folder: Path, runtime: Runtime, wine: Sequence[str | Path] = ()) -> str:
    """Compile the program, beside its sources, and the libraries, in the place of theirs.

    Args:
        folder: as ``assemble`` made it.
        runtime: the Python in it.
        wine: what starts the folder's own python.exe, if that can be done here.

    Returns:
        What did it, in words; "" if nothing here can, and then the sources stay.
    """
    host = bytecode.compiler(runtime.tag)
    ways: list[tuple[Sequence[str | Path], str]] = []
    if host is not None:
        ways.append(([host], "this machine's Python"))
    if wine:
        ways.append(([*wine, folder / "python" / "python.exe"], "its own Python, under Wine"))
    for command, words in ways:
        tag = runtime.tag
        if bytecode.compile_all(
            command, folder / "burnout_check", tag=tag
        ) and bytecode.compile_all(command, folder / "lib", tag=tag, instead=True):
            return words
    return ""


def check_libraries(folder: Path) -> None:
    """Raise CannotGoOnError if a program asks for a library that is neither here nor Windows'."""
    missing = pe.missing(folder)
    if missing:
        lines = [f"{name} (for {', '.join(users[:3])})" for name, users in missing.items()]
        raise CannotGoOnError(f"Libraries are missing from the folder: {'; '.join(lines)}")
    network = pe.who_asks_for(folder, "ws2_32.dll")
    say("Every library is in the folder or is part of Windows")
    say(f"Programs that could reach Windows' sockets: {', '.join(network)}")


def _runtime_component(runtime: Runtime) -> dict[str, object]:
    library = runtime.folder / f"python{runtime.tag}.dll"
    archive = runtime.folder / f"python{runtime.tag}.zip"
    return {
        "bom-ref": "python",
        "type": "platform",
        "name": "CPython, embeddable, win_amd64",
        "version": runtime.version,
        "licenses": [{"license": {"id": "PSF-2.0"}}],
        "description": f"From {runtime.source}; every program as the PSF signed it",
        "properties": [
            {"name": f"sha256 of {file.name}", "value": sha256(file)} for file in (library, archive)
        ],
    }


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="")
