"""Where you work: one's own entries added, changed, removed, brought back; a service's shown."""

from dataclasses import replace

import pytest

from burnout_check.content.loader import load
from burnout_check.domain.settings.site import Site
from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.gui.support.local_form import LocalForm
from burnout_check.gui.support.support_page import SupportPage
from burnout_check.paths import resources_dir
from burnout_check.session.session import Session
from tests.gui.people import FRIDAY, context, named, opened, press, seen
from tests.vaults import new_vault

SERVICE = LocalEntry(LocalKind.OCCUPATIONAL_HEALTH, "Trust occupational health", "ext. 1200")


@pytest.fixture
def page(qtbot, qapp, tmp_path):
    content = replace(load(resources_dir()), site=Site(local=(SERVICE,)))
    session = Session(new_vault(tmp_path), content, clock=lambda: FRIDAY)
    page = SupportPage(context(session))
    qtbot.addWidget(page)
    page.resize(1040, 760)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page
    session.close()


def fill(qtbot, form, **texts):
    for field, text in texts.items():
        getattr(form, field).set_text(text)
    press(qtbot, form.name.line)


def on_shelf(page, name):
    return next(row for row in page.rows() if row.option.name == name)


def test_that_an_entry_is_typed_kept_and_stands_on_its_shelf(qtbot, page):
    press(qtbot, page.local_card.new)
    form = opened(qtbot, page, LocalForm)
    form.kind.set_value(LocalKind.UNION_REP)
    fill(qtbot, form, name="Branch office", number="ext. 4410", hours="Weekdays", note="Ask early")

    kept = LocalEntry(LocalKind.UNION_REP, "Branch office", "ext. 4410", "Weekdays", "Ask early")
    assert page.session.ledger.local_entries == (replace(kept, id=1),)
    assert "Union rep · ext. 4410 · Weekdays · your own entry" in seen(page.local_card)
    assert on_shelf(page, "Branch office").number.text() == "ext. 4410"


def test_that_a_place_with_no_number_offers_to_add_ones_own(qtbot, page):
    gp = next(row for row in page.rows() if row.option.id == "gp")
    named(gp, "Add yours").click()
    form = opened(qtbot, page, LocalForm)

    assert form.kind.value is LocalKind.GP
    form.reject()


def test_that_an_entry_needs_a_name_and_what_was_typed_stays(qtbot, page):
    press(qtbot, page.local_card.new)
    form = opened(qtbot, page, LocalForm)
    fill(qtbot, form, number="ext. 4410")

    assert form.name.error.text().startswith("Type a name")
    assert form.number.text() == "ext. 4410"
    assert page.session.ledger.local_entries == ()
    form.reject()


def test_that_an_entry_is_changed_removed_and_brought_back(qtbot, page):
    page.session.support.put_entry(LocalEntry(LocalKind.GP, "Grove Surgery", "01632 960001"))
    page.mark_stale()
    named(page.local_card, "Change: Grove Surgery").click()
    form = opened(qtbot, page, LocalForm)
    fill(qtbot, form, number="01632 960002")
    assert page.session.ledger.local_entries[0].number == "01632 960002"

    named(page.local_card, "Remove: Grove Surgery").click()
    assert page.session.ledger.local_entries == ()
    assert "Removed: Grove Surgery" in seen(page.local_card)

    page.local_card.undo.click()
    (back,) = page.session.ledger.local_entries
    assert (back.name, back.number) == ("Grove Surgery", "01632 960002")
    assert "Removed" not in seen(page.local_card)


def test_that_a_services_entry_is_said_to_be_and_ones_own_takes_its_place(qtbot, page):
    said = seen(page.local_card)
    assert "Trust occupational health" in said
    assert "Occupational health · ext. 1200 · from your service" in said
    assert on_shelf(page, "Trust occupational health").number.text() == "ext. 1200"

    named(page.local_card, "Use my own instead").click()
    form = opened(qtbot, page, LocalForm)
    fill(qtbot, form, number="ext. 4410")

    assert on_shelf(page, "Trust occupational health").number.text() == "ext. 4410"
    assert "from your service" not in seen(page.local_card)
    assert page.session.content.site.local == (SERVICE,)
