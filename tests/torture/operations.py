"""What a person does to a vault, each as one step that can be done while the disk fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from burnout_check.domain.backup import BackupFile
from burnout_check.errors import KeptAllTheSame, VaultError
from burnout_check.session.locked_vault import LockedVault
from burnout_check.session.session import Session
from burnout_check.store.data_key import DataKey
from burnout_check.store.folder import KEYS, KEYS_COPY
from tests.torture.hurting import hurt_a_page
from tests.torture.looking import NEW_PASSPHRASE, backups_that_fail
from tests.torture.people import WEEKS, backed_up, copied, draft, locked_vault, make, opened
from tests.vaults import CHEAP, PASSPHRASE, made_older


@dataclass
class Operation:
    """A step on the vault of a folder: ``begin`` before, ``act`` for the step, ``end`` after.

    ``act`` may be called again after it failed, as a person would try again.
    """

    does: Callable[[Operation], None]
    template: str = "usual"
    opens: bool = True  # the vault is open beforehand
    half_is_known: tuple[str, ...] = ()  # what else may be found after it was cut short
    changes_tables: bool = False
    reads_what_it_can: bool = False  # a failing read is no failure of it
    folder: Path = Path()
    session: Session | None = None

    @property
    def name(self) -> str:
        """What it is called in a tally."""
        return self.does.__name__.strip("_")

    @property
    def locked_vault(self) -> LockedVault:
        """The vault while it is locked."""
        return locked_vault(self.folder)

    @property
    def vault(self) -> Session:
        """The open vault."""
        assert self.session is not None
        return self.session

    def newest_backup(self) -> tuple[BackupFile, DataKey]:
        """The newest backup, and its key."""
        backup = self.locked_vault.backups()[0]
        return backup, self.locked_vault.backup_key_from_passphrase(backup, PASSPHRASE)

    def begin(self, folder: Path) -> None:
        """Gets ready in a folder."""
        self.folder = folder
        if self.opens:
            self.session = opened(folder)

    def act(self) -> None:
        """Does it."""
        self.does(self)

    def end(self) -> None:
        """Locks the vault."""
        session, self.session = self.session, None
        if session is not None:
            session.close()

    def complaint(self, folder: Path) -> str:
        """What is wrong in the folder beside the vault itself: backups lost or not to be read."""
        if self.does is _erase:
            return ""
        failed = backups_that_fail(folder)
        if failed:
            return f"backups that do not open: {failed}"
        if self.template != "nothing" and not locked_vault(folder).backups():
            return "the backup that was there is gone"
        return ""


def _create(operation: Operation) -> None:
    locked = operation.locked_vault
    operation.session = locked.create(locked.make_keys(PASSPHRASE))


def _open(operation: Operation) -> None:
    locked = operation.locked_vault
    operation.session = locked.open(locked.key_from_passphrase(PASSPHRASE))


def _migrate(operation: Operation) -> None:
    _open(operation)


def _keep(operation: Operation) -> None:
    operation.vault.check_ins.update_draft(draft(WEEKS + 1, typed=3000))


def _save(operation: Operation) -> None:
    operation.vault.check_ins.submit(draft(WEEKS + 1, typed=3000))


def _backup(operation: Operation) -> None:
    operation.vault.vault_care.back_up_now()


def _passphrase(operation: Operation) -> None:
    operation.vault.vault_care.change_passphrase(PASSPHRASE, NEW_PASSPHRASE, cost=CHEAP)


def _code(operation: Operation) -> None:
    operation.vault.vault_care.use_code(operation.vault.vault_care.draw_code())


def _renew(operation: Operation) -> None:
    operation.vault.vault_care.renew_backups()


def _restore(operation: Operation) -> None:
    backup, key = operation.newest_backup()
    operation.session = operation.locked_vault.restore(backup, key)


def _undo(operation: Operation) -> None:
    operation.locked_vault.undo_restore()


def _salvage(operation: Operation) -> None:
    _, key = operation.newest_backup()
    operation.locked_vault.salvage(key)


def _mend(operation: Operation) -> None:
    operation.locked_vault.mend_keys(*operation.newest_backup())


def _erase(operation: Operation) -> None:
    erased = operation.vault.vault_care.erase(PASSPHRASE)
    if len(erased.left) > 1:  # the last is always said
        raise KeptAllTheSame("Your data is gone.", VaultError(erased.left[0]))


_ALL = (
    Operation(_create, template="nothing", opens=False),
    Operation(_open, opens=False),
    Operation(_migrate, template="older", opens=False, changes_tables=True),
    Operation(_keep),
    Operation(_save),
    Operation(_backup),
    Operation(_passphrase),
    Operation(_code),
    Operation(_renew),
    Operation(_restore, opens=False),
    Operation(_undo, template="restored", opens=False),
    Operation(_salvage, template="damaged", opens=False, reads_what_it_can=True),
    Operation(_mend, template="keyless", opens=False),
    Operation(_erase, half_is_known=("DamagedKeys", "DamagedData")),
)
OPERATIONS = {operation.name: operation for operation in _ALL}


def templates(folder: Path) -> dict[str, Path]:
    """The vaults that operations begin with, closed."""
    folder.mkdir(parents=True)
    names = ("nothing", "usual", "restored", "damaged", "keyless", "older")
    made = {name: folder / name for name in names}
    made["nothing"].mkdir()
    make(made["usual"])
    backed_up(made["usual"])
    for name in names[2:]:
        copied(made["usual"], made[name])
    operation = Operation(_restore, opens=False)
    operation.begin(made["restored"])
    operation.act()
    operation.end()
    hurt_a_page(made["damaged"])
    for name in (KEYS, KEYS_COPY):
        (made["keyless"] / name).write_bytes(b"damaged")
    older = opened(made["older"])
    made_older(older.ledger.vault, "m006_supervision")
    older.close()
    return made
