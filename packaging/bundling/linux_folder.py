"""The program's folder for Linux: frozen by PyInstaller, its libraries stripped, its papers added.

burnout-check/
  burnout-check    starts it;  _internal/ has the libraries and the program
  licences/  DEPLOY.html  site.example.toml  README.txt  sbom.cdx.json
  share/           the desktop entry, the icon, AppStream data
"""

from __future__ import annotations

import platform
import re
import shutil
import sysconfig
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from bundling import icons, licences, pages, parts_list, pins, product
from bundling.licences import Part
from bundling.tools import Workshop, run, tool, with_tools
from console import ROOT

PROGRAM = "burnout-check"
DESKTOP = ROOT / "packaging" / "linux"
SIZES = (48, 128, 256)

# Stripped they do not load any more: their tables are not as the linker leaves them.
_NOT_STRIPPED = ("numpy.libs", "pillow.libs", "PySide6/Qt/lib", "libicudata")

_GLIBC = re.compile(rb"GLIBC_(2\.\d+)")

_READ_ME = """{name} {version}, for Linux with glibc {glibc} or later, 64 bit.

To start it: ./{program}        To try every part of it: ./{program} --self-check
It needs these Debian packages: {packages}
For IT: DEPLOY.html. What it is made of: licences/LICENCES.txt and sbom.cdx.json.
UNSIGNED: nobody's signature is in this folder; compare its SHA-256 with the one published.
"""


def freeze(folder: Path, shop: Workshop) -> None:
    """Freeze the program into ``folder``, which must not exist, and strip it."""
    environ = with_tools(shop.tools) | {
        "BURNOUT_CHECK_ROOT": str(ROOT),
        "BURNOUT_CHECK_VERSION": product.version(),
        "PYINSTALLER_CONFIG_DIR": str(shop.scratch / "config"),
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": "1577836800",
    }
    pyinstaller: list[str | Path] = [
        shop.python,
        "-m",
        "PyInstaller",
        "--noconfirm",
        "--log-level",
        "ERROR",
    ]
    where: list[str | Path] = [
        "--distpath",
        shop.scratch / "dist",
        "--workpath",
        shop.scratch / "work",
    ]
    spec = ROOT / "packaging" / "burnout-check.spec"
    run([*pyinstaller, *where, spec], what="Freezing the program", environ=environ)
    folder.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(shop.scratch / "dist" / PROGRAM, folder)
    strip(folder)


def strip(folder: Path) -> None:
    """Take the symbols out of libraries, which only debuggers read."""
    files = [
        str(file)
        for file in folder.rglob("*")
        if ".so" in file.name
        and file.is_file()
        and not file.is_symlink()
        and not any(name in file.as_posix() for name in _NOT_STRIPPED)
    ]
    run([tool("strip"), "--strip-unneeded", *files], what="Stripping the libraries")


def add_papers(folder: Path, shop: Workshop, *, packages: tuple[str, ...]) -> None:
    """Licences, the list of parts, the page for IT, what a desktop wants to know."""
    lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    version = platform.python_version()
    system = pins.WINDOWS | {
        "os_name": "posix",
        "platform_machine": "x86_64",
        "platform_system": "Linux",
        "sys_platform": "linux",
    }
    chosen = pins.chosen(pins.read_lock(lock), python=version, system=system)
    parts = tuple(_parts(chosen))
    text = _python_licence()
    licences.gather(parts, folder / "licences", runtime=(version, text))
    lines = dict(zip(parts, (pin.line() for pin in chosen), strict=True))
    parts_list.write_pins(folder / parts_list.NAME, lines, shop=shop)
    (folder / "DEPLOY.html").write_text(pages.deploy_page(shop), encoding="utf-8")
    shutil.copyfile(pages.SITE_EXAMPLE, folder / pages.SITE_EXAMPLE.name)
    read_me = _READ_ME.format(
        name=product.NAME,
        version=product.version(),
        program=PROGRAM,
        glibc=_glibc(folder),
        packages=" ".join(packages),
    )
    (folder / "README.txt").write_text(read_me, encoding="utf-8")
    add_desktop(folder / "share", shop)


def add_desktop(share: Path, shop: Workshop) -> None:
    """The desktop entry, the AppStream data and the icon, laid out as below /usr/share."""
    for name, below in (
        ("burnout-check.desktop", "applications"),
        ("burnout-check.metainfo.xml", "metainfo"),
    ):
        (share / below).mkdir(parents=True)
        text = (DESKTOP / name).read_text(encoding="utf-8")
        text = text.replace("@VERSION@", product.version())
        (share / below / name).write_text(text, encoding="utf-8")
    scalable = share / "icons" / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True)
    shutil.copy(icons.SVG, scalable / f"{PROGRAM}.svg")
    for size, picture in icons.draw(shop.python, shop.scratch / "icon", SIZES).items():
        place = share / "icons" / "hicolor" / f"{size}x{size}" / "apps"
        place.mkdir(parents=True)
        (place / f"{PROGRAM}.png").write_bytes(picture)


def _parts(chosen: tuple[pins.Pin, ...]) -> Iterator[Part]:
    for pin in chosen:
        yield licences.part_installed(metadata.distribution(pin.name))


def _python_licence() -> bytes:
    places = (sysconfig.get_path("stdlib"), "/usr/share/doc/python3", sysconfig.get_path("data"))
    for folder in places:
        for name in ("LICENSE.txt", "copyright"):
            file = Path(folder) / name
            if file.is_file():
                return file.read_bytes()
    return b"See https://docs.python.org/3/license.html\n"


def _glibc(folder: Path) -> str:
    """The newest version of glibc that any library in the folder asks for."""
    newest = (0, 0)
    for file in folder.rglob("*.so*"):
        if file.is_symlink() or not file.is_file():
            continue
        for found in _GLIBC.findall(file.read_bytes()):
            major, minor = (int(number) for number in found.split(b".")[:2])
            newest = max(newest, (major, minor))
    return f"{newest[0]}.{newest[1]}"
