"""What somebody else may put in the place of a small file, and a place outside that is watched."""

import json
import os
import socket
import stat
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

import pytest

Given = TypeVar("Given")

PATIENCE = 60  # seconds; whoever waits for a pipe waits for ever

Put = Callable[[Path, Path], None]
"""Puts something at a path; the second is a folder outside with a file ``thesis`` in it."""


def _bytes(content: bytes) -> Put:
    return lambda path, _outside: _written(path, content)


def _written(path: Path, content: bytes) -> None:
    path.write_bytes(content)


def _flipped(path: Path, _outside: Path) -> None:
    content = bytearray((path.exists() and path.read_bytes()) or b'{"place": "x"}')
    content[len(content) // 2] ^= 0x80  # so it is no UTF-8 either
    path.write_bytes(content)


def _sparse(path: Path, _outside: Path) -> None:
    with path.open("wb") as file:
        try:
            file.truncate(5 * 1024**3)
        except OSError:
            pytest.skip("this disk has no files with holes in them")


def _pipe(path: Path, _outside: Path) -> None:
    path.unlink(missing_ok=True)
    _mkfifo(path)


def _mkfifo(path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes among its files")
    os.mkfifo(path)


def _socket(path: Path, _outside: Path) -> None:
    path.unlink(missing_ok=True)
    here = Path.cwd()
    if not hasattr(socket, "AF_UNIX"):
        pytest.skip("this system has no sockets among its files")
    os.chdir(path.parent)  # the whole path may be too long for a socket
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _link(target: Callable[[Path], Path]) -> Put:
    def put(path: Path, outside: Path) -> None:
        path.unlink(missing_ok=True)
        path.symlink_to(target(outside))

    return put


def _folder(path: Path, _outside: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()
    (path / "something").write_bytes(b"in it")


_LONG = "n" * 300


def _json(text: str) -> Put:
    return _bytes(text.encode())


FOREIGN: Mapping[str, Put] = {
    "empty": _bytes(b""),
    "one bit flipped": _flipped,
    "no UTF-8": _bytes(b'{"place": "caf\xe9", "window": "\xff", "aside": "\xff"}'),
    "a letter beyond ASCII": _json('{"place": "é", "window": "é", "aside": "é", "nation": "é"}'),
    "half a letter": _json('{"place": "/\\ud800", "window": "\\ud800", "aside": "\\ud800"}'),
    "NUL": _json('{"place": "/a\\u0000b", "window": "\\u0000", "aside": "\\u0000"}'),
    "NUL bytes": _bytes(bytes(300)),
    "300 letters": _json(json.dumps({"place": f"/{_LONG}", "window": _LONG, "aside": _LONG})),
    "nested deep": _bytes(b"[" * 10_000),
    "nested deep inside": _bytes(b'{"window": ' + b"[" * 10_000 + b"]" * 10_000 + b"}"),
    "a number beyond all": _json('{"place": 1, "number": 1' + "0" * 5000 + "}"),
    "5 GB of holes": _sparse,
    "a pipe": _pipe,
    "a socket": _socket,
    "a link to a device": _link(lambda _outside: Path("/dev/zero")),
    "a link elsewhere": _link(lambda outside: outside / "thesis"),
    "a link to nothing": _link(lambda outside: outside / "nothing"),
    "a folder": _folder,
}


def outside(place: Path) -> Path:
    """A folder of the person's, outside the data folder, to be watched."""
    folder = place / "outside"
    folder.mkdir()
    (folder / "thesis").write_bytes(b"four years of work")
    (folder / "keys.json").write_bytes(b"keys of another vault")
    (folder / "vault.db").write_bytes(b"another vault")
    (folder / "other.bcbackup").write_bytes(b"a backup of another")
    return folder


def tree(folder: Path) -> dict[str, tuple[int, bytes]]:
    """All that is in a folder: kind and rights, and what each file holds, of a large one the start.

    What is no file has no content.
    """
    found: dict[str, tuple[int, bytes]] = {}
    for path in sorted(folder.rglob("*")):
        mode = path.lstat().st_mode
        name = str(path.relative_to(folder))
        found[name] = (mode, b"")
        if stat.S_ISREG(mode):
            with path.open("rb") as file:
                found[name] = (mode, file.read(1024 * 1024))
    return found


def in_time(work: Callable[[], Given]) -> Given:
    """What ``work`` gives or raises; a failure where it waits for something that never comes."""
    given: list[Given] = []
    raised: list[BaseException] = []

    def do() -> None:
        try:
            given.append(work())
        except BaseException as error:  # noqa: BLE001 - raised again, where it is waited for
            raised.append(error)

    thread = threading.Thread(target=do, daemon=True)
    thread.start()
    thread.join(PATIENCE)
    assert not thread.is_alive(), "it waits, and for ever"
    if raised:
        raise raised[0]
    return given[0]
