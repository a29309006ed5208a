"""Old backups make way for a new one, so that a secret which was changed opens none of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from burnout_check.domain.backup import BackupFile, Renewed
from burnout_check.store.files import vault_replacement
from burnout_check.store.files.backups import hidden_folder
from burnout_check.store.files.erase import destroy, vault_of
from burnout_check.store.folder import KEYS, KEYS_COPY

ELSEWHERE = (
    "Copies of backups or of this folder in other places cannot be reached from here, such as on a "
    "stick or with your IT team. What was in use before still opens those."
)


def remove_older(folder: Path, before: Iterable[BackupFile], *, made: BackupFile) -> Renewed:
    """Overwrites and removes every backup of a vault but the one that was just made.

    Those of other vaults stay; so do damaged ones, of which nobody can say whose they are, and what
    a restore has set aside. Both are named.

    Args:
        folder: where the vault lies.
        before: every backup that there was before it, whatever has become of it since.
        made: its new backup, which has been read back.
    """
    left: list[Path] = []
    old = [found.path for found in before if found.vault == made.vault]
    for path in old:
        _remove(path, left)
    unknown = [found.path for found in before if not found.vault]
    sentences = (*_sentences(left, unknown), *_set_aside(folder, made.vault), ELSEWHERE)
    return Renewed(len(old) - len(left), sentences)


def _remove(path: Path, left: list[Path]) -> None:
    """Away from its name first, so that one that is overwritten in part is taken for no backup."""
    if not path.exists():  # outdated by the new one, and thinned out
        return
    try:
        with hidden_folder(path.parent) as place:
            destroy(path.rename(place / path.name), left)
    except OSError:
        left.append(path)


def _sentences(left: list[Path], unknown: list[Path]) -> Iterator[str]:
    for path in left:
        yield f"{path} could not be removed. Delete it yourself."
    for path in unknown:
        yield f"{path} was left: it is too damaged to say whose it is. Delete it if it is yours."


def _set_aside(folder: Path, vault: str) -> Iterator[str]:
    for aside in vault_replacement.set_aside(folder):
        if vault in {vault_of(aside.path / name) for name in (KEYS, KEYS_COPY)}:
            yield f"{aside.path} was set aside by a restore, with older keys. Delete it yourself."
