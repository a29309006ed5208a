"""A disk that remembers what was done to it, and what a power cut at any moment would leave.

What is certain of a disk: the bytes of a file that were there when ``fsync`` of it returned, and
the names that were there when ``fsync`` of a folder did. All else is a chance: of the bytes that
were written since, each sector of 512 is there or not, in any mixture; of what was done to names
since, as much of the beginning as came to be (file systems keep a journal of names).
"""

from __future__ import annotations

import ctypes
import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SOURCE = Path(__file__).with_suffix(".c")
SECTOR = 512  # bytes


def record(below: Path, notes: Path) -> None:
    """From now on, in this process, all that is done below a folder is written down."""
    fd = os.open(notes, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    ctypes.CDLL(None).disk_records(str(below).encode(), fd)


@dataclass(frozen=True)
class Call:
    """One call: ``what`` is W(rite), T(runcate), S(ync), C(reate), M(ake) or D(elete) a folder,
    U(nlink), R(ename) or L(ink); ``number`` the place or the size."""

    what: str
    inode: int
    number: int
    data: bytes
    path: str
    other: str

    @property
    def of_names(self) -> bool:
        """Whether it changes names, and no bytes."""
        return self.what in "CMDURL"


def calls_in(notes: Path) -> Iterator[Call]:
    """Everything that was written down."""
    with notes.open("rb") as file:
        while head := file.readline():
            what, inode, number, *lengths = head.split()
            data, path, other = (file.read(int(length)) for length in lengths)
            yield Call(
                what.decode(), int(inode), int(number), data, os.fsdecode(path), os.fsdecode(other)
            )


@dataclass
class File:
    """What is certain of a file, and what was done since: (place, bytes), or (size, None)."""

    certain: bytes = b""
    since: list[tuple[int, bytes | None]] = field(default_factory=list)

    def sync(self) -> None:
        """All of it is certain now."""
        self.certain, self.since = _done(self.certain, self.since), []

    def after(self, dice: random.Random, keeps: float) -> bytes:
        """Its bytes after a power cut that keeps so much of what is uncertain."""
        kept: list[tuple[int, bytes | None]] = []
        for place, data in self.since:
            if data is None:
                kept += [(place, None)] if dice.random() < keeps else []
                continue
            for start in range(0, len(data), SECTOR):
                if dice.random() < keeps:
                    kept.append((place + start, data[start : start + SECTOR]))
        return _done(self.certain, kept)


def _done(content: bytes, changes: list[tuple[int, bytes | None]]) -> bytes:
    new = bytearray(content)
    for place, data in changes:
        if data is None:
            new[place:] = bytes(max(0, place - len(new)))
        else:
            new.extend(bytes(max(0, place - len(new))))
            new[place : place + len(data)] = data
    return bytes(new)


@dataclass
class Names:
    """Which name has which file, and which folders there are."""

    files: dict[str, File] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)

    def change(self, call: Call, file: File | None) -> None:
        """Does what a call did."""
        match call.what:
            case "C":
                assert file is not None
                self.files[call.path] = file
            case "M":
                self.folders.add(call.path)
            case "D":
                self.folders.discard(call.path)
            case "U":
                self.files.pop(call.path, None)
            case "L":
                self.files[call.other] = self.files[call.path]
            case "R" if call.path in self.files:
                self.files[call.other] = self.files.pop(call.path)
            case "R":
                self._move(call.path, call.other)

    def _move(self, old: str, new: str) -> None:
        """A folder that is renamed takes along what is in it."""

        def moved(path: str) -> str:
            return new + path[len(old) :] if f"{path}/".startswith(f"{old}/") else path

        self.files = {moved(path): file for path, file in self.files.items()}
        self.folders = {moved(path) for path in self.folders}


class Disk:
    """A disk to which calls are done one by one; at any moment its power may be cut."""

    def __init__(self, root: Path) -> None:
        """Begins with what lies in a folder now, all of it certain."""
        self._names = Names(folders={str(path) for path in root.rglob("*") if path.is_dir()})
        self._by_inode: dict[int, File] = {}
        for path in root.rglob("*"):
            if path.is_file():
                file = self._by_inode.setdefault(path.stat().st_ino, File(path.read_bytes()))
                self._names.files[str(path)] = file
        self._since: list[tuple[Call, File | None]] = []  # done to names, and not certain

    def do(self, call: Call) -> None:
        """Does a call."""
        if call.what == "C":
            self._by_inode[call.inode] = File()
        file = self._by_inode.get(call.inode)
        if call.of_names:
            self._since.append((call, file))
        elif call.what == "S" and file is None:  # of a folder
            for change in self._since:
                self._names.change(*change)
            self._since = []
        elif call.what == "S" and file is not None:
            file.sync()
        elif file is not None:
            file.since.append((call.number, call.data if call.what == "W" else None))

    def cut(self, dice: random.Random, root: Path, target: Path) -> str:
        """Puts what a power cut would leave of ``root`` into ``target``; gives what was kept."""
        keeps = dice.choice((0.0, 1.0, dice.random()))
        number = dice.choice((0, len(self._since), dice.randint(0, len(self._since))))
        names = Names(dict(self._names.files), set(self._names.folders))
        for change in self._since[:number]:
            names.change(*change)
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(mode=0o700)
        for folder in sorted(map(Path, names.folders)):
            if folder.is_relative_to(root):
                (target / folder.relative_to(root)).mkdir(mode=0o700, exist_ok=True)
        for path, file in ((Path(path), file) for path, file in names.files.items()):
            if path.is_relative_to(root):
                there = target / path.relative_to(root)
                there.write_bytes(file.after(dice, keeps))
                there.chmod(0o600)
        return f"{keeps:.2f} of the bytes and {number} of {len(self._since)} names kept"
