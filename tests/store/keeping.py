"""Vaults with a year in them, their backups, and what a crash at any step leaves."""

import os
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from burnout_check.store.files import backups
from burnout_check.store.files.folder import BACKUPS
from tests.store.samples import CHECK_IN, DRAFT, WEEK

NOW = datetime(2026, 11, 20, 17, 30, tzinfo=UTC)


def fill(vault, weeks=26):
    vault.check_ins.add_all(
        replace(CHECK_IN, week=WEEK.plus(-week), note=f"week {week} " * 9) for week in range(weeks)
    )
    vault.drafts.keep(DRAFT)


def back_up(vault, made=NOW):
    return backups.make(vault.folder, vault.folder / BACKUPS, key=vault.data_key, made=made)


class PowerCut(BaseException):
    """Nothing runs after this one, not even what clears up."""


@contextmanager
def power_cut_at(step, monkeypatch):
    """Lets nothing change the disk from the ``step``-th change on; gives the changes so far."""
    done: list[str] = []

    def counting(name, work):
        def run(*arguments, **named):
            changes = name != "open" or (arguments[1:] and arguments[1] & os.O_CREAT)
            if changes:
                if len(done) >= step:
                    raise PowerCut(name)
                done.append(name)
            return work(*arguments, **named)

        return run

    with monkeypatch.context() as patch:
        for name in ("open", "replace", "rename", "unlink", "remove", "link", "mkdir", "rmdir"):
            patch.setattr(os, name, counting(name, getattr(os, name)))
        patch.setattr(os, "fsync", counting("fsync", os.fsync))
        yield done
