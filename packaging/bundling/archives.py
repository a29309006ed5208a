"""Archives that come out the same, byte for byte, whenever the same files are packed."""

from __future__ import annotations

import stat
import struct
import tarfile
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

# 1 January 2020, 0:00, as a zip writes it, for every file: nothing of ours reads it.
_DATE, _TIME = (2020 - 1980) << 9 | 1 << 5 | 1, 0
_EPOCH = 1_577_836_800  # the same, in seconds since 1970

_UTF8, _DEFLATED, _UNIX = 0x800, 8, 3

Deflate = Callable[[bytes], bytes]


def make_zip(folder: Path, archive: Path, *, deflate: Deflate | None = None) -> Path:
    """Pack a folder, under its own name, into a zip: in order, with fixed times and modes.

    The module deflate (libdeflate) packs a twentieth smaller than zlib does, and is pinned, so
    that another machine makes the same bytes.

    Args:
        folder: what to pack.
        archive: is written.
        deflate: what packs one file's bytes; libdeflate by default.
    """
    deflate = deflate or _smallest()

    def read(file: Path) -> tuple[int, int, bytes]:
        content = file.read_bytes()
        return len(content), zlib.crc32(content), deflate(content)

    files = [file for file in folder.rglob("*") if file.is_file()]
    files.sort(key=lambda each: each.as_posix())
    with ThreadPoolExecutor() as pool, archive.open("wb") as packed:
        directory = b""
        for file, (size, check, content) in zip(files, pool.map(read, files), strict=True):
            name = (Path(folder.name) / file.relative_to(folder)).as_posix().encode("utf-8")
            facts = (_UTF8, _DEFLATED, _TIME, _DATE, check, len(content), size, len(name), 0)
            mode = (stat.S_IFREG | 0o644) << 16
            begin = packed.tell()
            packed.write(struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, *facts) + name + content)
            entry = (b"PK\1\2", _UNIX << 8 | 20, 20, *facts, 0, 0, 0, mode, begin)
            directory += struct.pack("<4sHHHHHHIIIHHHHHII", *entry) + name
        ends = (b"PK\5\6", 0, 0, len(files), len(files), len(directory), packed.tell(), 0)
        packed.write(directory + struct.pack("<4sHHHHIIH", *ends))
    return archive


def _smallest() -> Deflate:
    module = import_module("deflate")  # of the tools
    return lambda content: bytes(module.deflate_compress(content, 12))


def make_tar(folder: Path, archive: Path) -> Path:
    """Pack a folder, under its own name, into a plain tar, with its links and who may run what."""
    with tarfile.open(archive, "w", format=tarfile.GNU_FORMAT) as packed:
        for file in [folder, *sorted(folder.rglob("*"), key=lambda each: each.as_posix())]:
            name = (Path(folder.name) / file.relative_to(folder)).as_posix()
            packed.add(file, name, recursive=False, filter=_plain)
    return archive


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.mtime = _EPOCH
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    runs = entry.isdir() or entry.mode & 0o100
    entry.mode = 0o755 if runs else 0o644
    return entry
