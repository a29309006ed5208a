"""Vaults whose files were damaged, opened, and judged.

``python -m tests.torture.damage FOLDER TARGET CASES SEED`` sends a tally. What may come of damage:
all that was saved is there, or it is said that it is damaged, and no file has changed since.

One thing does change files: a save that was cut short leaves a journal, and SQLite undoes that save
from it at the first look. That is how nothing is lost, and it is done only when a copy that was
treated so is sound in every page (``store.integrity.refuse_damaged_journal``); otherwise both files
stay as they were. A journal whose header is nothing but zeros looks as if no save had begun, as it
does after a power cut; then only the checks of every page stand between it and a save half done.
"""

from __future__ import annotations

import random
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from burnout_check.errors import BadInput, UserError, WrongSecret
from burnout_check.store.folder import DATABASE, KEYS, KEYS_COPY, LOCK
from tests.torture.hurting import JOURNAL, KINDS, make_hot
from tests.torture.people import (
    State,
    backed_up,
    copied,
    locked_vault,
    make,
    opened,
    state_in,
    state_of,
)
from tests.torture.tally import Tally
from tests.vaults import PASSPHRASE


def hashes(folder: Path) -> dict[str, bytes]:
    """The bytes of every file in a folder but the lock, which is empty and comes with a try."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != LOCK)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@dataclass
class Damage:
    """One kind of file, again and again, with other damage each time."""

    folder: Path
    dice: random.Random
    names: tuple[str, ...] = ()
    tally: Tally = field(default_factory=Tally)

    def __post_init__(self) -> None:
        self.template, self.data = self.folder / "template", self.folder / "data"
        self.prepare()

    def prepare(self) -> None:
        """Makes the vault that is damaged, and keeps what is in it."""
        make(self.template)
        self.whole: object = state_in(self.template)

    def hurt(self) -> str:
        """Damages the fresh copy; gives what was done."""
        return ", ".join(self.hurt_file(self.data / name) for name in self.names)

    def meet(self) -> object:
        """Does what a person would; gives what is there."""
        return state_in(self.data)

    def hurt_file(self, path: Path) -> str:
        """Damages one file; gives what was done."""
        old = path.read_bytes()
        kind, new = self.hurt_bytes(old)
        path.write_bytes(new)
        return f"{path.name} {kind}"

    def hurt_bytes(self, old: bytes) -> tuple[str, bytes]:
        """Other bytes than the old ones, and how they came about."""
        new = old
        while new == old:  # a page of zeros may have been one before
            kind = self.dice.choice(KINDS)
            new = kind(old, self.dice)
        pairs = enumerate(zip(old, new, strict=False))
        place = next((at for at, (was, now) in pairs if was != now), len(new))
        return f"{kind.__name__} at {place} of {len(old)}", new

    def case(self, where: str) -> None:
        """Damages a fresh copy, meets it, and counts what came of it."""
        copied(self.template, self.data)
        where = f"{where}, {self.hurt()}"
        before = hashes(self.data)
        try:
            found = self.meet()
        except (WrongSecret, BadInput) as error:
            self.tally.bad(where, f"said {type(error).__name__}: {error}", "wrong word")
        except UserError as error:
            changed = sorted(name for name, _ in hashes(self.data).items() ^ before.items())
            if changed:
                self.tally.bad(where, f"said {type(error).__name__}, and changed {changed}")
            else:
                self.tally.good(f"said to be {type(error).__name__}")
        except Exception as error:  # noqa: BLE001 - whatever it is, no person should meet it
            self.tally.bad(where, f"{type(error).__name__}: {error}", "traceback")
        else:
            self.judge(where, found)

    def judge(self, where: str, found: object) -> None:
        """Of a vault that opened: everything has to be there."""
        if found == self.whole:
            self.tally.good("opened, all there")
        else:
            self.tally.bad(where, "opened, with something lost or changed, and did not say so")


class Journal(Damage):
    """The last save was cut short, and the file that undoes it is damaged."""

    def prepare(self) -> None:
        self.whole = make_hot(self.template)


class Backup(Damage):
    """A backup, looked into and restored in place of a vault that has more."""

    def prepare(self) -> None:
        make(self.template)
        self.whole = state_in(self.template)
        backed_up(self.template)

    def hurt(self) -> str:
        return self.hurt_file(locked_vault(self.data).backups()[0].path)

    def meet(self) -> object:
        locked = locked_vault(self.data)
        backup = locked.backups()[0]
        key = locked.backup_key_from_passphrase(backup, PASSPHRASE)
        locked.contents(backup, key)
        restored = locked.restore(backup, key)
        try:
            return state_of(restored)
        finally:
            restored.close()


class Draft(Damage):
    """The text of a draft in its row: past SQLCipher, which would notice, by a defect of ours."""

    def hurt(self) -> str:
        session = opened(self.data)
        connection = session.ledger.vault._database._connection
        (body,) = connection.execute("SELECT body FROM drafts").fetchone()
        kind, new = self.hurt_bytes(body.encode())
        connection.execute("UPDATE drafts SET body = CAST(? AS TEXT)", [new])
        session.close()
        return kind

    def judge(self, where: str, found: object) -> None:
        """A letter of the note may be another now; nothing else may be, and nothing gone."""
        assert isinstance(found, State)
        assert isinstance(self.whole, State)
        if found.check_ins == self.whole.check_ins and len(found.drafts) == 1:
            self.tally.good("opened, all there but a letter of the draft")
        else:
            self.tally.bad(where, "opened, with something lost, and did not say so")


TARGETS: dict[str, Callable[[Path, random.Random], Damage]] = {
    "database": lambda folder, dice: Damage(folder, dice, (DATABASE,)),
    "first key file": lambda folder, dice: Damage(folder, dice, (KEYS,)),
    "second key file": lambda folder, dice: Damage(folder, dice, (KEYS_COPY,)),
    "both key files": lambda folder, dice: Damage(folder, dice, (KEYS, KEYS_COPY)),
    "journal": lambda folder, dice: Journal(folder, dice, (JOURNAL,)),
    "database and journal": lambda folder, dice: Journal(folder, dice, (DATABASE,)),
    "backup": Backup,
    "draft": Draft,
}


def main(arguments: list[str]) -> None:
    """Deals a number of cases to one target."""
    folder, target = Path(arguments[0]), arguments[1]
    cases, seed = map(int, arguments[2:])
    dice = random.Random(f"{target} {seed}")  # noqa: S311 - no secret
    damage = TARGETS[target](folder / target, dice)
    for number in range(cases):
        damage.case(f"{target} {number} of seed {seed}")
    shutil.rmtree(folder / target)
    damage.tally.send()


if __name__ == "__main__":
    main(sys.argv[1:])
