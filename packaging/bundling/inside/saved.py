"""Runs inside an installed bundle: a new vault, a check-in saved, a backup; prints one line."""

from burnout_check.content.loader import load
from burnout_check.domain.insights.outcome import Outcome
from burnout_check.location import chosen_folder
from burnout_check.paths import prepare_folder, resources_dir
from burnout_check.session.locked_vault import LockedVault

PASSPHRASE = "Tea before the next session"  # noqa: S105 - of a vault that is thrown away


def main() -> None:
    """Raise where something is not as it should be."""
    folder, trouble = chosen_folder(None)
    if trouble or not str(folder).startswith("C:\\users\\Public"):
        raise SystemExit(f"the site file is not followed: {folder} {trouble}")
    locked_vault = LockedVault(prepare_folder(folder), load(resources_dir()))
    session = locked_vault.create(locked_vault.make_keys(PASSPHRASE))
    draft = session.check_ins.draft_for(session.ledger.week).answer("burnout_item", 4)
    outcome = session.check_ins.submit(draft, leave_blank=True)
    if not isinstance(outcome, Outcome):
        raise SystemExit(f"the check-in was not taken: {outcome}")
    made = session.vault_care.back_up_now()
    session.close()
    plain = b"SQLite format 3"
    if (folder / "vault.db").read_bytes().startswith(plain):
        raise SystemExit("the data is not encrypted")
    print(f"saved for {draft.week} in {folder}, backed up to {made.path.name}")


if __name__ == "__main__":
    main()
