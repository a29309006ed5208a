"""Vaults with a year in them, their backups, and what a crash at any step leaves."""

import os
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime

from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.questionnaire.check_in import Away, Reason
from burnout_check.domain.supervision.agenda import AgendaItem
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.support.action import Action
from burnout_check.domain.support.hard_event import LookIn, Told
from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.store.files import backups
from burnout_check.store.folder import BACKUPS
from burnout_check.store.tables.registry import KINDS
from tests.store.samples import CHECK_IN, DRAFT, WEEK

NOW = datetime(2026, 11, 20, 17, 30, tzinfo=UTC)
DAY = date(2026, 11, 16)


def fill(vault, weeks=26):
    vault.check_ins.add_all(
        replace(CHECK_IN, week=WEEK.plus(-week), note=f"week {week} " * 9) for week in range(weeks)
    )
    vault.drafts.update(DRAFT)


def fill_all(vault):
    """Puts at least one record of every kind in."""
    fill(vault, weeks=3)
    vault.away.add(Away(WEEK.plus(3), Reason.LEAVE))
    vault.settings.update({"nation": "wales"})
    vault.snoozed.add(["burnout-high"], DAY, "warn")
    vault.actions.add(Action("Plan leave", "us", DAY))
    vault.events.add(Event(DAY, EventKind.NEW_POST, "in Leeds"))
    vault.supervision.add(SupervisionSession(DAY, 50))
    vault.agenda.add(AgendaItem("What felt heaviest", DAY))
    vault.local_entries.add(LocalEntry(LocalKind.GP, "The Grove"))
    vault.hard_events.add(Told(WEEK.plus(1), "complaint", DAY), draft=None)
    vault.hard_events.answer(WEEK.plus(-1), LookIn.MORE, day=DAY)


def rows_of(vault):
    """By kind, the rows of the tables."""
    found = vault._database.rows()
    return {kind.name: sorted(found[kind.name], key=repr) for kind in KINDS}


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
