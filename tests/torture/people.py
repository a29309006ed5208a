"""A made-up person with check-ins, a draft and a backup, and all that a vault of theirs says."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path

from burnout_check.content.loader import load
from burnout_check.domain.content import Content
from burnout_check.domain.event import Event, EventKind
from burnout_check.domain.questionnaire.check_in import Away, CheckIn, Reason
from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.support.action import Action
from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.domain.week import LONDON, Week
from burnout_check.paths import resources_dir
from burnout_check.session.locked_vault import LockedVault
from burnout_check.session.session import Session
from tests.vaults import CHEAP, PASSPHRASE

MONDAY = Week(date(2026, 1, 5))
LATER = datetime(2027, 11, 19, 16, 50, tzinfo=LONDON)
WEEKS = 8  # of check-ins
PARTS = ("clients", "workload", "hse_workload", "supervision", "gad2", "gad7_rest", "burnout")


@dataclass(frozen=True)
class State:
    """Everything personal that a vault says."""

    check_ins: tuple[CheckIn, ...]
    drafts: tuple[Draft, ...]
    away: tuple[Away, ...]
    actions: tuple[Action, ...]
    events: tuple[Event, ...]
    local: tuple[LocalEntry, ...]


@cache
def shipped() -> Content:
    """The content that ships, read once."""
    return load(resources_dir())


def locked_vault(folder: Path, *, now: datetime = LATER) -> LockedVault:
    """The locked vault of a folder; its clock stands still."""
    return LockedVault(folder, shipped(), clock=lambda: now, cost=CHEAP)


def opened(folder: Path, passphrase: str = PASSPHRASE, *, now: datetime = LATER) -> Session:
    """The vault of a folder, opened the way the app does it."""
    locked = locked_vault(folder, now=now)
    return locked.open(locked.key_from_passphrase(passphrase))


def state_of(session: Session) -> State:
    """What an open vault says, each thing read anew."""
    vault = session.ledger.vault
    return State(
        vault.check_ins.all(),
        vault.drafts.all(),
        vault.away.all(),
        vault.actions.all(),
        vault.events.all(),
        vault.local_entries.all(),
    )


def state_in(folder: Path, passphrase: str = PASSPHRASE) -> State:
    """What the vault of a folder says."""
    session = opened(folder, passphrase)
    try:
        return state_of(session)
    finally:
        session.close()


def draft(number: int, *, typed: int) -> Draft:
    """The draft of the week with a number, every question answered, so far into its note.

    Another number gives other answers, so that no two check-ins can be mixed up.
    """
    facts = {question for question in _questions() if question.startswith("fact_")}
    return Draft(
        MONDAY.plus(number),
        LATER - timedelta(weeks=100 - number),
        PARTS,
        answers={item: 1 + number % 2 for item in _questions() if item not in facts},
        facts={fact: float(number) for fact in facts},
        hard_events=("complaint",) if number % 3 else (),
        note=f"{number}: {'a hard week, Zoë 🌧 ' * 400}"[:typed],
    )


def check_in(number: int, *, typed: int) -> CheckIn:
    """The check-in that `draft` becomes."""
    parts = [shipped().questionnaire.part(part) for part in PARTS]
    known = shipped().instruments
    finished = draft(number, typed=typed).finish(
        LATER,
        _questions(),
        instruments={part.instrument: known[part.instrument].version for part in parts},
    )
    assert isinstance(finished, CheckIn)
    return finished


@cache
def _questions() -> tuple[str, ...]:
    return shipped().questionnaire.questions(PARTS)


def make(folder: Path) -> None:
    """Makes the vault of somebody with eight weeks, a draft, a week away, an action."""
    locked = locked_vault(folder, now=LATER - timedelta(days=9))
    session = locked.create(locked.make_keys(PASSPHRASE))
    past = tuple(check_in(number, typed=60 * number) for number in range(WEEKS))
    session.check_ins.add_all(History(past, (Away(MONDAY.plus(WEEKS), Reason.LEAVE),)))
    session.actions.add("ask for a lighter week")
    session.events.add(Event(MONDAY.monday, EventKind.NEW_POST))
    session.support.put_entry(LocalEntry(LocalKind.GUARDIAN, "Alex Field", "01632 960003"))
    session.check_ins.update_draft(draft(WEEKS + 1, typed=30))
    session.close()


def backed_up(folder: Path) -> None:
    """Makes a backup of a closed vault, and then saves one more check-in."""
    session = opened(folder, now=LATER - timedelta(days=8))
    session.vault_care.back_up_now()
    session.check_ins.submit(draft(WEEKS + 2, typed=50))
    session.close()


def copied(template: Path, folder: Path) -> Path:
    """A fresh copy of a closed vault in ``folder``, whatever lay there before."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder)
    return folder
