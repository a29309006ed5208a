"""Every kind of record there is, and the tables of a vault by name.

A new kind has its row in ``KINDS``, and an attribute of ``Tables`` for what reads and writes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from burnout_check.store.database import EncryptedDatabase, Rows
from burnout_check.store.tables.actions import ACTIONS, ActionsTable
from burnout_check.store.tables.agenda import AGENDA, AgendaTable
from burnout_check.store.tables.check_ins import ANSWERS, CHECK_INS, FACTS, CheckInsTable
from burnout_check.store.tables.drafts import DRAFTS, DraftsTable
from burnout_check.store.tables.events import EVENTS
from burnout_check.store.tables.hard_events import HARD_EVENTS, LOOK_INS, HardEventsTable
from burnout_check.store.tables.kind import Kind, NumberedTable
from burnout_check.store.tables.local_entries import LOCAL_ENTRIES
from burnout_check.store.tables.settings_store import SETTINGS, SettingsTable
from burnout_check.store.tables.snoozed_prompts import SNOOZED_PROMPTS, SnoozedPromptsTable
from burnout_check.store.tables.supervision_sessions import (
    SUPERVISION_SESSIONS,
    SupervisionSessionsTable,
)
from burnout_check.store.tables.weeks_away import WEEKS_AWAY, WeeksAwayTable

KINDS: tuple[Kind[Any], ...] = (
    CHECK_INS,
    ANSWERS,
    FACTS,
    WEEKS_AWAY,
    DRAFTS,
    ACTIONS,
    EVENTS,
    AGENDA,
    SUPERVISION_SESSIONS,
    HARD_EVENTS,
    LOOK_INS,
    LOCAL_ENTRIES,
    SETTINGS,
    SNOOZED_PROMPTS,
)
"""Each after the kind it is part of, and in the order in which people are told of them."""

BY_NAME: Mapping[str, Kind[Any]] = MappingProxyType({kind.name: kind for kind in KINDS})
BY_MARK: Mapping[bytes, Kind[Any]] = MappingProxyType({kind.mark: kind for kind in KINDS})


Counts = dict[str, int | str | None]
"""How many rows each table has, and the ``first`` and the ``last`` week with a check-in."""


def counted(rows: Rows) -> Counts:
    """How much is in a database; one of an older version does not have every table yet."""
    weeks = sorted(str(row[0]) for row in rows[CHECK_INS.name])
    numbers = {kind.name: len(rows[kind.name]) for kind in KINDS if kind.name in rows}
    return {"first": weeks[0] if weeks else None, "last": weeks[-1] if weeks else None, **numbers}


class Tables:
    """What a vault keeps, each kind of record by its attribute."""

    def __init__(self, database: EncryptedDatabase) -> None:
        self.check_ins = CheckInsTable(database, CHECK_INS)
        self.drafts = DraftsTable(database, DRAFTS)
        self.away = WeeksAwayTable(database, WEEKS_AWAY)
        self.settings = SettingsTable(database, SETTINGS)
        self.snoozed = SnoozedPromptsTable(database, SNOOZED_PROMPTS)
        self.actions = ActionsTable(database, ACTIONS)
        self.hard_events = HardEventsTable(database, HARD_EVENTS)
        self.local_entries = NumberedTable(database, LOCAL_ENTRIES)
        self.events = NumberedTable(database, EVENTS)
        self.agenda = AgendaTable(database, AGENDA)
        self.supervision = SupervisionSessionsTable(database, SUPERVISION_SESSIONS)
