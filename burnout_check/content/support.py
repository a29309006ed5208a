"""Reads resources/support.toml into support options, and refuses anything malformed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import msgspec

from burnout_check.content.reading import (
    Id,
    Table,
    Words,
    named,
    need,
    need_no_twins,
    read,
    told_by_line,
    word,
)
from burnout_check.domain.settings.setting_declarations import ROLES
from burnout_check.domain.support.local_help import LocalKind
from burnout_check.domain.support.option import (
    Aim,
    Family,
    Late,
    Nation,
    Option,
    Shelf,
    Source,
    Tier,
)

FILE = "support.toml"
MOST_STEPS = 3
"""The most sentences on how to do something."""

_TIERS = {tier.name.lower(): tier for tier in Tier}
_ROLES = {role: role for role, _label in ROLES if role}


class SourceTable(Table, frozen=True):
    """Where the facts of an option come from."""

    dated: Words
    confidence: Words
    review_by: date
    url: str = ""
    confirmed_on: date | None = None
    known_to_all: bool = False


class LateTable(Table, frozen=True):
    """What an option says when its hour is over."""

    from_hour: Annotated[int, msgspec.Meta(ge=1, le=23)]
    name: Words
    text: Words


class OptionTable(Table, frozen=True):
    """One support option."""

    id: Id
    name: Words
    tier: str
    aim: str
    shelf: str
    text: Words
    helps: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()
    number: str = ""
    call: str = ""
    hours: str = ""
    cost: str = ""
    web: str = ""
    how_to: tuple[Words, ...] = ()
    message: str = ""
    local: bool = False
    kind: str = ""
    roles: tuple[str, ...] = ()
    for_members: bool = False
    for_events: tuple[str, ...] = ()
    late: LateTable | None = None
    source: SourceTable | None = None


class SupportFile(Table, frozen=True):
    """The whole file."""

    option: tuple[OptionTable, ...]


def load_options(folder: Path) -> tuple[Option, ...]:
    """The support options of ``folder``/support.toml, in file order: the nearest help first.

    Raises:
        ContentError: naming the file, line, field and reason, if anything in it is malformed.
    """
    with told_by_line(folder / FILE):
        tables = read(folder / FILE, SupportFile).option
        need(bool(tables), FILE, "option", "there is none")
        need_no_twins((table.id for table in tables), FILE, "option[{}].id")
        return tuple(_option(table, f"option[{place}]") for place, table in enumerate(tables))


def _option(table: OptionTable, at: str) -> Option:
    tier = named(_TIERS, table.tier, FILE, f"{at}.tier")
    if table.number or table.web:
        has_page = table.source is not None and bool(table.source.url)
        need(table.source is None or has_page, FILE, f"{at}.source.url", "is missing")
        need(table.source is not None, FILE, f"{at}.source", "is missing: a number or page has one")
        need(not table.local, FILE, f"{at}.local", "a local entry has no number or page of its own")
    has_both = bool(table.number) == bool(table.call)
    need(has_both, FILE, f"{at}.call", "goes with a number, and a number with it")
    lone = f"{table.number}{table.web}" == ""
    need(not lone or not table.hours, FILE, f"{at}.hours", "goes with a number or a page")
    need(tier is Tier.CRISIS or bool(table.helps), FILE, f"{at}.helps", "there are none")
    need(tier is Tier.CRISIS or bool(table.how_to), FILE, f"{at}.how_to", "there are none")
    few = len(table.how_to) <= MOST_STEPS
    need(few, FILE, f"{at}.how_to", f"has more than {MOST_STEPS} sentences")
    need(table.local or not table.kind, FILE, f"{at}.kind", "goes with local = true")
    for field in ("helps", "nations", "how_to", "roles", "for_events"):
        need_no_twins(getattr(table, field), FILE, f"{at}.{field}[{{}}]")
    return Option(
        id=table.id,
        name=table.name,
        tier=tier,
        aim=word(Aim, table.aim, FILE, f"{at}.aim"),
        shelf=word(Shelf, table.shelf, FILE, f"{at}.shelf"),
        text=table.text,
        helps=tuple(
            word(Family, name, FILE, f"{at}.helps[{place}]")
            for place, name in enumerate(table.helps)
        ),
        nations=tuple(
            word(Nation, name, FILE, f"{at}.nations[{place}]")
            for place, name in enumerate(table.nations)
        ),
        number=table.number,
        call=table.call,
        hours=table.hours,
        cost=table.cost,
        web=table.web,
        how_to=table.how_to,
        message=table.message,
        local=table.local,
        kind=word(LocalKind, table.kind, FILE, f"{at}.kind") if table.kind else None,
        roles=tuple(
            named(_ROLES, role, FILE, f"{at}.roles[{place}]")
            for place, role in enumerate(table.roles)
        ),
        for_members=table.for_members,
        for_events=table.for_events,
        late=None if table.late is None else Late(**msgspec.structs.asdict(table.late)),
        source=None if table.source is None else _source(table.source, f"{at}.source"),
    )


def _source(table: SourceTable, at: str) -> Source:
    is_page = not table.url or table.url.startswith(("https://", "http://"))
    need(is_page, FILE, f"{at}.url", "should begin with https:// or http://")
    confirmed, review_by = table.confirmed_on, table.review_by
    if confirmed is not None:
        need(confirmed <= review_by, FILE, f"{at}.confirmed_on", "is after review_by")
        two_years_before = (review_by.year - 2, review_by.month, review_by.day)
        soon = two_years_before <= (confirmed.year, confirmed.month, confirmed.day)
        need(soon, FILE, f"{at}.review_by", "is more than 24 months after confirmed_on")
    return Source(
        url=table.url,
        dated=table.dated,
        confidence=table.confidence,
        review_by=review_by,
        confirmed_on=confirmed,
        known_to_all=table.known_to_all,
    )
