"""Runs inside an installed bundle after it was installed again: opens what was saved, restores."""

from burnout_check.content.loader import load
from burnout_check.location import chosen_folder
from burnout_check.paths import resources_dir
from burnout_check.session.locked_vault import LockedVault

PASSPHRASE = "Tea before the next session"  # noqa: S105 - of a vault that is thrown away


def main() -> None:
    """Raise where something is not as it should be."""
    folder, _ = chosen_folder(None)
    locked_vault = LockedVault(folder, load(resources_dir()))
    session = locked_vault.open(locked_vault.key_from_passphrase(PASSPHRASE))
    weeks = [each.week for each in session.ledger.history.check_ins]
    session.close()
    backup = locked_vault.newest_good()
    if len(weeks) != 1 or backup is None:
        raise SystemExit(f"{len(weeks)} check-ins, backup {backup}")
    key = locked_vault.backup_key_from_passphrase(backup, PASSPHRASE)
    restored = locked_vault.restore(backup, key)
    again = [each.week for each in restored.ledger.history.check_ins]
    restored.close()
    if again != weeks:
        raise SystemExit(f"restored {again}, and there was {weeks}")
    print(f"the check-in of {weeks[0]} was opened, and restored from {backup.path.name}")


if __name__ == "__main__":
    main()
