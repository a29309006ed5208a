"""Local entries, the person's own and the service's, and the options that they fill."""

from dataclasses import replace
from datetime import datetime

import pytest

from burnout_check.content.loader import load
from burnout_check.domain.settings.site import Site
from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.domain.support.option import Origin, Tier
from burnout_check.domain.week import LONDON
from burnout_check.errors import BadInput
from burnout_check.paths import resources_dir
from burnout_check.session.session import Session
from tests.vaults import new_vault

FRIDAY = datetime(2026, 11, 20, 16, 50, tzinfo=LONDON)
CONTENT = load(resources_dir())
GUARDIAN = LocalEntry(LocalKind.GUARDIAN, "Alex Field", "01632 960003", "Weekdays", "Room 4")
SERVICES = (
    LocalEntry(LocalKind.GUARDIAN, "The guardian of the Trust", "01632 960004"),
    LocalEntry(LocalKind.HUB, "Staff hub", "01632 960005"),
)


@pytest.fixture
def session(folder):
    with new_vault(folder) as vault:
        yield Session(vault, replace(CONTENT, site=Site(local=SERVICES)), clock=lambda: FRIDAY)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "data"


def of(session, kind):
    return [option for option in session.support.options() if option.kind is kind]


def test_that_an_own_entry_takes_the_place_of_the_services_and_gives_it_back(session):
    (service,) = of(session, LocalKind.GUARDIAN)
    kept = session.support.put_entry(GUARDIAN)
    (own,) = of(session, LocalKind.GUARDIAN)
    session.support.remove_entry(kept)

    assert (service.name, service.number) == ("The guardian of the Trust", "01632 960004")
    assert service.origin is Origin.SERVICE
    assert (own.name, own.number, own.call) == ("Alex Field", "01632 960003", "Call")
    assert (own.origin, own.hours, own.local) == (Origin.OWN, "Weekdays", False)
    assert own.text == "Freedom to Speak Up guardian. Room 4"
    assert own.how_to == service.how_to != ()
    assert of(session, LocalKind.GUARDIAN) == [service]


def test_that_without_an_entry_the_option_says_that_it_is_found_locally(session):
    (gp,) = of(session, LocalKind.GP)

    assert gp.local
    assert (gp.number, gp.origin) == ("", Origin.APP)


def test_that_several_entries_of_a_kind_all_show(session):
    for name in ("Dr Ali", "Dr Bell"):
        session.support.put_entry(LocalEntry(LocalKind.GP, name))

    found = of(session, LocalKind.GP)
    assert [option.name for option in found] == ["Dr Ali", "Dr Bell"]
    assert len({option.id for option in found}) == 2


@pytest.mark.parametrize("nation", ["", "England", "Scotland", "Wales", "Northern Ireland"])
def test_that_an_entry_shows_once_in_every_nation(session, nation):
    session.preferences.update({"nation": nation})

    assert [option.name for option in of(session, LocalKind.HUB)] == ["Staff hub"]
    assert len(of(session, LocalKind.GUARDIAN)) == 1


def test_that_a_union_rep_is_not_shown_to_those_who_said_they_are_in_none(session):
    assert of(session, LocalKind.UNION_REP)

    session.preferences.update({"union": "no"})
    assert not of(session, LocalKind.UNION_REP)

    session.support.put_entry(LocalEntry(LocalKind.UNION_REP, "Sam"))
    assert [option.name for option in of(session, LocalKind.UNION_REP)] == ["Sam"]


def test_that_a_name_is_needed_and_blanks_are_not(session):
    with pytest.raises(BadInput) as caught:
        session.support.put_entry(LocalEntry(LocalKind.GP, "  ", "01632 960006"))
    kept = session.support.put_entry(LocalEntry(LocalKind.GP, " Dr Ali ", " 01632 960006\n"))

    assert caught.value.field == "name"
    assert session.ledger.local_entries == (kept,)
    assert (kept.name, kept.number) == ("Dr Ali", "01632 960006")


def test_that_no_entry_can_be_or_hide_a_crisis_line(session):
    before = [option for option in session.support.options() if option.tier is Tier.CRISIS]
    for kind in LocalKind:
        session.support.put_entry(LocalEntry(kind, "999", "999"))

    assert [each for each in session.support.options() if each.tier is Tier.CRISIS] == before


def test_that_the_service_cannot_reach_what_is_personal(folder):
    site = Site(defaults={"lock_after": "0", "asked.burnout": "0"})
    with new_vault(folder) as vault:
        session = Session(vault, replace(CONTENT, site=site), clock=lambda: FRIDAY)

        assert session.ledger.settings.text("lock_after") == "5"
        assert session.ledger.settings.text("asked.burnout") != "0"
