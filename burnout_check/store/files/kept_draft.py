"""A draft that the data file could not take, sealed with the vault's key in a file beside it.

Where another program has replaced the data file while it was open, nothing may be saved to it. What
was half filled in goes here, and into the vault when one with the same key is opened next.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from nacl.encoding import RawEncoder
from nacl.exceptions import CryptoError
from nacl.hash import blake2b
from nacl.secret import SecretBox

from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.errors import DamagedData
from burnout_check.small_file import Unusable, read_plain
from burnout_check.store.data_key import LENGTH, DataKey
from burnout_check.store.folder import KEPT_DRAFT, replace_file
from burnout_check.store.tables.encoding import from_json, to_json


def keep(folder: Path, draft: Draft, *, key: DataKey) -> None:
    """Seals a draft in the place of an earlier one.

    Raises:
        FolderError: it cannot be written.
    """
    replace_file(folder / KEPT_DRAFT, bytes(_box(key).encrypt(to_json(draft).encode("utf-8"))))


def kept(folder: Path, *, key: DataKey) -> Draft | None:
    """The draft that was kept; None if there is none, or it is of another vault or damaged."""
    with contextlib.suppress(OSError, Unusable, CryptoError, UnicodeDecodeError, DamagedData):
        content = _box(key).decrypt(read_plain(folder / KEPT_DRAFT))
        return from_json(content.decode("utf-8"), Draft)
    return None


def forget(folder: Path) -> None:
    """Removes it; one that cannot be removed stays, and is harmless."""
    with contextlib.suppress(OSError):
        (folder / KEPT_DRAFT).unlink(missing_ok=True)


def _box(key: DataKey) -> SecretBox:
    own = blake2b(b"", digest_size=LENGTH, key=key.raw(), person=b"kept draft", encoder=RawEncoder)
    return SecretBox(own)
