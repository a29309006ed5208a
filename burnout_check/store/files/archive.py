"""One backup file: a zip, stored, of the encrypted database, the key file and a manifest.

The manifest says in plain what a person may know without a key: the format, the version, when it
was made, of which vault (a random name), and the SHA-256 and size of both parts. How much is in
it is personal, so that stands in a box sealed with the data key, which repeats the plain words and
so vouches for them. Everything is read into memory, checked, and only then used.
"""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated

import msgspec
import nacl.exceptions
from nacl.encoding import RawEncoder
from nacl.hash import blake2b
from nacl.secret import SecretBox

from burnout_check.domain.backup import BackupFile, Contents, is_on_the_calendar
from burnout_check.domain.week import Week
from burnout_check.errors import DamagedBackup, NewerVault
from burnout_check.paths import folder_error, make_private
from burnout_check.small_file import SMALL, Unusable, decoded, open_plain, read_plain
from burnout_check.store.data_key import DataKey
from burnout_check.store.files import zip_parts
from burnout_check.store.folder import DATABASE, KEYS, LARGEST, known_folder
from burnout_check.store.keys import KeyFile
from burnout_check.store.tables.check_ins import CHECK_INS
from burnout_check.store.tables.registry import KINDS, Counts

FORMAT = 1
MANIFEST = "manifest.json"
_KIND = "Burnout Check backup"
_PURPOSE = b"backup manifest"  # 16 bytes at most, for BLAKE2b
_LARGEST_PARTS = {MANIFEST: 64 * 1024, KEYS: SMALL, DATABASE: LARGEST}


class Part(msgspec.Struct, frozen=True):
    """Size in bytes and SHA-256 of one file in the backup."""

    size: int
    sha256: str

    @classmethod
    def of(cls, content: bytes) -> Part:
        """What is true of ``content``."""
        return cls(len(content), hashlib.sha256(content).hexdigest())


class Plain(msgspec.Struct, frozen=True):
    """What the manifest says to everybody."""

    format: int
    version: Annotated[str, msgspec.Meta(max_length=40)]
    made: Annotated[datetime, msgspec.Meta(tz=True)]
    vault: Annotated[str, msgspec.Meta(max_length=64)]
    parts: dict[str, Part]

    def __post_init__(self) -> None:
        if not is_on_the_calendar(self.made):
            raise ValueError("no such day")


_OLD_NAMES = {"sessions": "supervision_sessions"}  # of tables, in backups of 0.1.0


class _Sealed(msgspec.Struct, frozen=True):
    plain: Plain
    counts: Counts


class _Body(msgspec.Struct, frozen=True):
    plain: Plain
    sealed: bytes


class _File(msgspec.Struct, frozen=True):
    kind: str
    body: msgspec.Raw
    checksum: str


class _Format(msgspec.Struct, frozen=True):
    format: int


class _OnlyFormat(msgspec.Struct, frozen=True):
    plain: _Format


@dataclass(frozen=True, slots=True)
class Archive:
    """A backup file whose parts have all been read and found to be what the manifest says."""

    path: Path
    plain: Plain
    sealed: bytes
    database: bytes
    keys: bytes

    @property
    def key_file(self) -> KeyFile:
        """The key slots of the vault as they were then.

        Raises:
            DamagedBackup: they cannot be read.
            NewerVault: a newer version wrote them.
        """
        try:
            return KeyFile.parse(self.keys)
        except ValueError as error:
            raise damaged(self.path) from error

    def counts(self, data_key: DataKey) -> Counts:
        """How much is in it.

        Raises:
            DamagedBackup: the manifest was not sealed with ``data_key``, or says something else.
        """
        box = SecretBox(_manifest_key(data_key))  # a key that was wiped is no damage
        try:
            inside = decoded(box.decrypt(self.sealed), _Sealed)
        except (nacl.exceptions.CryptoError, *zip_parts.NO_ZIP) as error:
            raise damaged(self.path) from error
        if inside.plain != self.plain:
            raise damaged(self.path)
        return {_OLD_NAMES.get(name, name): said for name, said in inside.counts.items()}

    def contents(self, data_key: DataKey) -> Contents:
        """What is in it, as it is told.

        Raises:
            DamagedBackup: as for ``counts``.
        """
        counts = self.counts(data_key)
        listed = [(kind, counts.get(kind.name)) for kind in KINDS if kind.listed]
        try:
            first, last = (_week(counts[name]) for name in ("first", "last"))
            check_ins = int(counts[CHECK_INS.name] or 0)
        except zip_parts.NO_ZIP as error:
            raise damaged(self.path) from error
        return Contents(
            check_ins=check_ins,
            first=first,
            last=last,
            made=self.plain.made,
            version=self.plain.version,
            others=tuple(kind.amount(int(number or 0)) for kind, number in listed),
        )


def write(  # noqa: PLR0913 - everything a backup says
    path: Path,
    *,
    database: bytes,
    keys: bytes,
    key: DataKey,
    counts: Counts,
    made: datetime,
    version: str,
) -> None:
    """Writes a new backup file and sees to it that it is on the disk.

    Raises:
        OSError: the disk is full or failing; part of a file may be left.
    """
    parts = {DATABASE: database, KEYS: keys}
    plain = Plain(
        format=FORMAT,
        version=version,
        made=made,
        vault=KeyFile.parse(keys).vault,
        parts={name: Part.of(content) for name, content in parts.items()},
    )
    inside = msgspec.json.encode(_Sealed(plain, counts))
    sealed = bytes(SecretBox(_manifest_key(key)).encrypt(inside))
    body = msgspec.json.encode(_Body(plain, sealed))
    content = zip_parts.packed({MANIFEST: _checksummed(body), **parts}, made)
    with os.fdopen(make_private(path), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def read(path: Path) -> Archive:
    """All of a backup file, checked against its checksums.

    Raises:
        DamagedBackup: any part is missing or has changed.
        NewerVault: a newer version made it.
        FolderError: it is gone or cannot be read.
    """
    try:
        content = read_plain(path, most=LARGEST, follow=True)
    except OSError as error:
        raise folder_error(known_folder(path), error) from error
    except Unusable as error:
        raise damaged(path) from error
    try:
        with zip_parts.opened(io.BytesIO(content)) as archive:
            manifest = _body(_part(archive, MANIFEST))
            parts = {name: _part(archive, name) for name in (DATABASE, KEYS)}
        if {name: Part.of(content) for name, content in parts.items()} != manifest.plain.parts:
            raise damaged(path)
    except zip_parts.NO_ZIP as error:
        raise damaged(path) from error
    return Archive(path, manifest.plain, manifest.sealed, parts[DATABASE], parts[KEYS])


def describe(path: Path) -> BackupFile | None:
    """What a backup says of itself in plain, without reading all of it; None if it cannot.

    A backup of a newer format counts as one that cannot.
    """
    try:
        with open_plain(path, follow=True) as file, zip_parts.opened(file) as archive:
            plain = _body(_part(archive, MANIFEST)).plain
    except (OSError, NewerVault, *zip_parts.NO_ZIP):
        return None
    return BackupFile(path, plain.made, plain.version, plain.vault)


def damaged(path: Path) -> DamagedBackup:
    """The error that says this backup is of no use."""
    return DamagedBackup(
        f"The backup {path.name} is damaged or not complete. This does not mean that your "
        "passphrase is wrong. Choose another backup. Nothing has been changed."
    )


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    return zip_parts.part(archive, name, most=_LARGEST_PARTS[name])


def _checksummed(body: bytes) -> bytes:
    checksum = hashlib.sha256(body).hexdigest()
    return msgspec.json.encode(_File(_KIND, msgspec.Raw(body), checksum)) + b"\n"


def _body(content: bytes) -> _Body:
    body = bytes(decoded(content, _File).body)
    if content != _checksummed(body):
        raise ValueError("not the bytes that were written")
    if decoded(body, _OnlyFormat).plain.format > FORMAT:
        raise NewerVault(
            "This backup was made by a newer version of Burnout Check. Install that version to "
            "use it. Nothing has been changed."
        )
    return decoded(body, _Body)


def _manifest_key(data_key: DataKey) -> bytes:
    """A key of its own, so that the data key has no two uses."""
    with data_key.lent() as raw:
        return blake2b(
            b"", digest_size=SecretBox.KEY_SIZE, key=raw, person=_PURPOSE, encoder=RawEncoder
        )


def _week(said: int | str | None) -> Week | None:
    return None if said is None else Week.parse(str(said))
