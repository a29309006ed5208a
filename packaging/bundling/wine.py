"""Wine as a stand-in for Windows: a prefix made for trying bundles, and programs run in it.

Debian 12's Wine lacks five things that Windows 10 has and the libraries call. Small stand-ins for
them, in packaging/wine, are compiled into the prefix. They are for trying out and never shipped.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from bundling.tools import CACHE, FOR_WINE, run, tool, why_not
from console import ROOT, say

STAND_INS = ROOT / "packaging" / "wine"
WRAPPED = ("ucrtbase", "mscms", "propsys")  # stand before Wine's own, which is renamed
ALONE = {"icuuc": [], "bcryptprimitives": ["-ladvapi32"]}  # Wine has none; and what they link

_COMPILER = "x86_64-w64-mingw32-gcc"
_PATIENCE = 300  # seconds


class Wine:
    """A prefix to run Windows programs in."""

    def __init__(self, prefix: Path) -> None:
        self.prefix = prefix

    @property
    def drive(self) -> Path:
        """Drive C."""
        return self.prefix / "drive_c"

    def starter(self) -> list[str | Path]:
        """What to put before a Windows program to run it on a screen of its own."""
        environ = self.environ()
        ours = ("WINEPREFIX", "WINEARCH", "WINEDEBUG", "WINEDLLOVERRIDES")
        settings = [f"{name}={environ[name]}" for name in ours]
        return [tool("env"), *settings, tool("xvfb-run"), "-a", tool("wine")]

    def environ(self) -> dict[str, str]:
        """The environment in which Wine uses the prefix, and the stand-ins."""
        ours = [*WRAPPED, *ALONE, *(f"wine{name}" for name in WRAPPED)]
        return dict(
            os.environ,
            WINEPREFIX=str(self.prefix),
            WINEARCH="win64",
            WINEDEBUG="-all",
            WINEDLLOVERRIDES=f"{','.join(ours)}=n,b;mscoree,mshtml=",
        )

    def run(
        self, *words: str | Path, folder: Path | None = None, patience: int = _PATIENCE
    ) -> subprocess.CompletedProcess[str]:
        """Run a program to its end on a screen of its own.

        Its output must be a pipe: Wine gives Python no other one that it takes.
        """
        command: list[str | Path] = [tool("xvfb-run"), "-a", "-s", "-screen 0 1600x1000x24"]
        return subprocess.run(
            [*command, tool("wine"), *words],
            cwd=folder,
            env=self.environ(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=patience,
            check=False,
        )


def why_no_wine() -> str:
    """Install Wine if need be; "" if it is there, or else one line on what is missing."""
    return why_not(FOR_WINE)


def ready() -> Wine:
    """The prefix, made anew where the stand-ins have changed since."""
    prefix = CACHE / "wine-prefix"
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for file in sorted(STAND_INS.glob("*.c")):
        digest.update(file.read_bytes())
    stamp = prefix / "made-from.txt"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != digest.hexdigest():
        say("Making a Wine prefix to try the bundle in")
        shutil.rmtree(prefix, ignore_errors=True)
        prefix.mkdir(parents=True)
        _make(Wine(prefix))
        stamp.write_text(digest.hexdigest(), encoding="utf-8")
    return Wine(prefix)


def forget() -> None:
    """Let the prefix be made anew the next time."""
    (CACHE / "wine-prefix" / "made-from.txt").unlink(missing_ok=True)


def _make(wine: Wine) -> None:
    environ = wine.environ() | {"WINEDLLOVERRIDES": "mscoree,mshtml="}
    screen: Sequence[str | Path] = [tool("xvfb-run"), "-a", tool("wine")]
    for step in (["wineboot", "-i"], ["winecfg", "/v", "win10"]):
        run([*screen, *step], what="Making the Wine prefix", environ=environ)
    _wait(environ)
    system = wine.drive / "windows" / "system32"
    with tempfile.TemporaryDirectory() as scratch:
        here = Path(scratch)
        for name in WRAPPED:
            _wrap(name, system, here)
        for name, links in ALONE.items():
            source, made = STAND_INS / f"{name}.c", here / f"{name}.dll"
            bare: list[str | Path] = ["-O2", "-shared", "-nostdlib", "-e0"]
            run([tool(_COMPILER), *bare, "-o", made, source, *links], what=f"Compiling {name}")
        for file in here.glob("*.dll"):
            shutil.copy(file, system)


def _wait(environ: Mapping[str, str]) -> None:
    """Wait until Wine's server has ended, so that the files are all written."""
    for name in ("wineserver", "/usr/lib/wine/wineserver64"):
        server = shutil.which(name)
        if server is not None:
            run([server, "-w"], what="Waiting for Wine", environ=environ)
            return


def _wrap(name: str, system: Path, folder: Path) -> None:
    """Build a library that has our functions, and leads to Wine's own for all others."""
    content = (system / f"{name}.dll").read_bytes()
    source = STAND_INS / f"{name}.c"
    ours = set(re.findall(r"\bx_(\w+)\(", source.read_text(encoding="utf-8")))
    lines = [f'LIBRARY "{name}.dll"', "EXPORTS"]
    for export, ordinal in exports(content).items():
        target = f"x_{export}" if export in ours else f'"wine{name}.{export}"'
        lines.append(f'  "{export}" = {target} @{ordinal}')
    definitions = folder / f"{name}.def"
    definitions.write_text("\n".join(lines) + "\n", encoding="ascii")
    # Wine would load its own by this mark, wherever the file lay.
    (folder / f"wine{name}.dll").write_bytes(content.replace(b"Wine builtin DLL", bytes(16), 1))
    options: list[str | Path] = ["-O2", "-shared", "-static-libgcc", "-o", folder / f"{name}.dll"]
    run([tool(_COMPILER), *options, source, definitions], what=f"Compiling {name}")


def exports(content: bytes) -> dict[str, int]:
    """The names that a 64-bit library exports, with their ordinals."""
    start = struct.unpack_from("<I", content, 0x3C)[0]
    count, size = (struct.unpack_from("<H", content, start + at)[0] for at in (6, 20))
    header = start + 24
    sections = [
        struct.unpack_from("<IIII", content, header + size + 40 * number + 8)
        for number in range(count)
    ]

    def offset(address: int) -> int:
        found: int = next(
            address - virtual + raw
            for length, virtual, raw_length, raw in sections
            if virtual <= address < virtual + max(length, raw_length)
        )
        return found

    table = offset(struct.unpack_from("<I", content, header + 112)[0])
    base, _functions, number, _where, names, ordinals = struct.unpack_from(
        "<6I", content, table + 16
    )
    found = {}
    for each in range(number):
        begin = offset(struct.unpack_from("<I", content, offset(names) + 4 * each)[0])
        name = content[begin : content.index(b"\0", begin)].decode("ascii")
        found[name] = base + struct.unpack_from("<H", content, offset(ordinals) + 2 * each)[0]
    return found
