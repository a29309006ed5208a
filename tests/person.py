"""One person with a vault of half a year, on a clock that can be set."""

from burnout_check.content.loader import load
from burnout_check.paths import resources_dir
from burnout_check.session.changed import EVERYTHING
from burnout_check.session.locked_vault import LockedVault
from tests.store.keeping import NOW, fill
from tests.vaults import CHEAP

FIRST, SECOND = "the first passphrase", "the second passphrase"


class Person:
    """One person's locked vault, her session and her recovery code, on a clock that can be set."""

    def __init__(self, folder):
        self.now = NOW
        self.locked_vault = LockedVault(
            folder, load(resources_dir()), clock=lambda: self.now, cost=CHEAP
        )
        keys = self.locked_vault.make_keys(FIRST)
        self.code = keys.recovery_code
        self.session = self.locked_vault.create(keys)
        fill(self.session.ledger.vault)
        self.session.ledger.changed(EVERYTHING)

    def weeks(self):
        return {found.week for found in self.session.ledger.history.check_ins}

    def damage(self, page):
        path = self.locked_vault.folder / "vault.db"
        content = bytearray(path.read_bytes())
        content[page * 4096 + 99] ^= 1
        path.write_bytes(content)
        return bytes(content)
