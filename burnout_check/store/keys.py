"""The key file: the key slots of one vault, checksummed, kept twice, replaced in one step.

Its checksum does not depend on any secret. So a file that reads well but does not open means a
wrong passphrase, and a single changed byte means damage, and one is never taken for the other.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec
from nacl.encoding import HexEncoder
from nacl.hash import blake2b
from nacl.utils import random

from burnout_check.errors import BadInput, DamagedKeys, FolderError, NewerVault, WrongSecret
from burnout_check.paths import folder_error
from burnout_check.small_file import Unusable, read_plain
from burnout_check.store.data_key import LENGTH, DataKey
from burnout_check.store.folder import KEYS, KEYS_COPY, replace_file
from burnout_check.store.overwriting import passing
from burnout_check.store.recovery_code import new_code
from burnout_check.store.slots import CodeSlot, Cost, PassphraseSlot, calibrate

__all__ = ["Cost", "DataKey", "KeyFile", "NewKeys", "calibrate", "create_keys", "opened_by"]

VERSION = 1
_KIND = "Burnout Check key file"


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What the key file says: useless without the passphrase or the recovery code.

    ``vault`` is a random name in hexadecimal, the same for the whole life of a vault;
    ``generation`` is one more with each change of a slot.
    """

    vault: str
    passphrase: PassphraseSlot
    code: CodeSlot
    version: int = VERSION
    generation: int = 0

    @staticmethod
    def read(folder: Path) -> KeyFile:
        """The key file in ``folder``, from its second copy where the first cannot be used.

        Raises:
            DamagedKeys: both are missing or damaged.
            NewerVault: a newer version of the program wrote it.
            FolderError: the folder cannot be read.
        """
        return KeyFile.read_all(folder)[0]

    @staticmethod
    def read_all(folder: Path) -> tuple[KeyFile, ...]:
        """The key file and its copy, as far as they can be used: one where they are alike.

        They differ where a change was cut short, or another program put an older one back.

        Raises:
            DamagedKeys, NewerVault, FolderError: as for ``read``.
        """
        trouble: OSError | None = None
        found = False
        usable: list[KeyFile] = []
        for name in (KEYS, KEYS_COPY):
            try:
                content = read_plain(folder / name)
            except OSError as error:
                trouble = trouble if isinstance(error, FileNotFoundError) else error
                continue
            except Unusable:
                found = True
                continue
            found = True
            try:
                usable.append(KeyFile.parse(content))
            except NewerVault:
                if not usable:
                    raise
            except ValueError:
                continue
        if usable:
            return tuple(dict.fromkeys(usable))
        if trouble is not None:
            raise folder_error(folder, trouble)
        if not folder.is_dir():
            raise folder_error(folder, FileNotFoundError(2, "no such folder"))
        what = "is damaged" if found else "is missing"
        raise DamagedKeys(
            f"The key file {KEYS} in the folder {folder} {what}, and so is its copy. This does not "
            f"mean that your passphrase is wrong. If you have a copy of {KEYS}, put it back. "
            "Nothing has been changed."
        )

    @staticmethod
    def parse(content: bytes) -> KeyFile:
        """The key file whose bytes are ``content``, as they lie in a backup.

        Raises:
            ValueError: they are damaged.
            NewerVault: a newer version of the program wrote it.
        """
        try:
            return _decoded(content)
        except (msgspec.MsgspecError, RecursionError) as error:
            raise ValueError("no key file") from error

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        return _encoded(self)

    def mend(self, folder: Path) -> None:
        """Puts this key file, whose key has opened the data, in place of one that is of no use.

        So is one that is damaged, missing, of another vault or of an older generation. A newer one
        stays; and of two that may be either, none is lost: this one becomes the first, the other
        the copy. What cannot be written is left for next time.
        """
        with contextlib.suppress(OSError, FolderError, NewerVault):
            theirs = [_told(folder / name) for name in (KEYS, KEYS_COPY)]
            others = [other for other in theirs if other is not None and other != self]
            kept = next(filter(self._spares, others), None)
            if kept is not None and kept.generation > self.generation:
                return
            for name, content in ((KEYS, self), (KEYS_COPY, kept or self)):
                if _bytes(folder / name) != content.content:
                    replace_file(folder / name, content.content)

    def _spares(self, other: KeyFile) -> bool:
        return other.vault == self.vault and other.generation >= self.generation

    def write(self, folder: Path) -> None:
        """Writes the second copy and then the key file, each in one step.

        The key file counts, so whatever fails before its last step leaves the old one in force.

        Raises:
            FolderError: the disk is full, read-only or failing; what was there still opens.
        """
        content = _encoded(self)
        replace_file(folder / KEYS_COPY, content)
        replace_file(folder / KEYS, content)

    def open_with_passphrase(self, text: str) -> DataKey:
        """The data key; slow on purpose, and free of I/O, so fit for another thread.

        Raises:
            BadInput: ``text`` is empty.
            WrongSecret: it is not the passphrase.
            VaultError: there is not enough memory.
        """
        return self.passphrase.open(text)

    def open_with_code(self, text: str) -> DataKey:
        """The data key, by the recovery code.

        Raises:
            BadInput: ``text`` has a typing mistake.
            WrongSecret: it is a recovery code, but not the one of this vault.
        """
        return self.code.open(text)

    def with_passphrase(self, data_key: DataKey, new: str, *, cost: Cost | None = None) -> KeyFile:
        """With another passphrase, the code as it was; slow, and written nowhere yet.

        Raises:
            BadInput: ``new`` is empty.
            VaultError: there is not enough memory.
        """
        _require(new)
        slot = PassphraseSlot.seal(data_key, new, cost=cost or calibrate())
        return replace(self, passphrase=slot, generation=self.generation + 1)

    def with_code(self, data_key: DataKey, code: str) -> KeyFile:
        """With ``code`` as its recovery code, the passphrase as it was; written nowhere yet.

        Raises:
            BadInput: ``code`` is no recovery code.
        """
        slot = CodeSlot.seal(data_key, code)
        return replace(self, code=slot, generation=self.generation + 1)


@dataclass(frozen=True, slots=True)
class NewKeys:
    """The keys of a vault that is about to be made; the code is shown once and kept nowhere."""

    key_file: KeyFile
    data_key: DataKey
    recovery_code: str = field(repr=False)


def create_keys(passphrase: str, *, cost: Cost | None = None) -> NewKeys:
    """New random keys under ``passphrase``; slow, and free of I/O, so fit for another thread.

    Args:
        passphrase: any text but an empty one.
        cost: what a guess shall cost, about half a second of this computer if None.

    Raises:
        BadInput: the passphrase is empty.
        VaultError: there is not enough memory.
    """
    _require(passphrase)
    with passing(random(LENGTH)) as raw:
        data_key = DataKey(raw)
    code = new_code()
    key_file = KeyFile(
        vault=random(16).hex(),
        passphrase=PassphraseSlot.seal(data_key, passphrase, cost=cost or calibrate()),
        code=CodeSlot.seal(data_key, code),
    )
    return NewKeys(key_file, data_key, code)


def opened_by(folder: Path, opening: Callable[[KeyFile], DataKey]) -> tuple[KeyFile, DataKey]:
    """The data key, and the one of the two key files in ``folder`` that gave it.

    Args:
        folder: where the vault lies.
        opening: how a key file is opened; where the two differ, both are tried.

    Raises:
        WrongSecret: it opens neither; and what ``opening`` and ``KeyFile.read`` raise.
    """
    *others, last = KeyFile.read_all(folder)
    for key_file in others:
        with contextlib.suppress(WrongSecret):
            return key_file, opening(key_file)
    return last, opening(last)


def _told(path: Path) -> KeyFile | None:
    """What a key file says; None if it is not there or damaged."""
    with contextlib.suppress(ValueError):
        return KeyFile.parse(_bytes(path))
    return None


def _bytes(path: Path) -> bytes:
    """What a file holds; nothing if it is not there, or no file."""
    try:
        return read_plain(path)
    except (FileNotFoundError, Unusable):
        return b""


def _require(passphrase: str) -> None:
    if not passphrase:
        raise BadInput("A passphrase needs at least one character.", field="passphrase")


class _File(msgspec.Struct):
    kind: str
    body: msgspec.Raw
    checksum: str


class _Version(msgspec.Struct):
    version: int


def _encoded(key_file: KeyFile) -> bytes:
    return _sealed(msgspec.json.encode(key_file))


def _sealed(body: bytes) -> bytes:
    return msgspec.json.encode(_File(_KIND, msgspec.Raw(body), _checksum(body))) + b"\n"


def _decoded(content: bytes) -> KeyFile:
    body = bytes(msgspec.json.decode(content, type=_File).body)
    # To the byte, whatever JSON lets one write in other ways; but the line end is often changed.
    if content.rstrip(b"\r\n") != _sealed(body).rstrip(b"\n"):
        raise ValueError("not the bytes that were written")
    if msgspec.json.decode(body, type=_Version).version > VERSION:
        raise NewerVault(
            "This vault was made by a newer version of Burnout Check. Install that version to "
            "open it. Nothing has been changed."
        )
    key_file = msgspec.json.decode(body, type=KeyFile)
    if not (key_file.passphrase.believable and key_file.code.believable):
        raise ValueError("what no vault has")
    return key_file


def _checksum(body: bytes) -> str:
    return blake2b(body, digest_size=32, person=b"key file", encoder=HexEncoder).decode("ascii")
