"""What a service says on the screen: its figures as its own, and what of its file is ignored."""

from dataclasses import replace

import pytest

from burnout_check.domain.settings.site import Site
from burnout_check.gui.kit.select import Select
from burnout_check.gui.settings.settings_page import SettingsPage
from burnout_check.gui.vault.first_steps import WorkStep
from burnout_check.session.session import Session
from tests.gui.people import FRIDAY, context, shipped, words
from tests.vaults import new_vault

SITE = Site(
    defaults={"nation": "Wales", "caseload_plan": 45, "supervision_minutes": 60},
    troubles=("site.toml: colour: is nothing that a site file can set, so it is ignored.",),
)


@pytest.fixture
def page(qtbot, tmp_path):
    content = replace(shipped(), site=SITE)
    session = Session(new_vault(tmp_path / "vault"), content, clock=lambda: FRIDAY)
    page = SettingsPage(context(session, tmp_path))
    qtbot.addWidget(page)
    page.resize(1040, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page
    session.close()


def test_that_settings_name_the_services_figures_and_what_was_ignored(page):
    said = words(page)

    assert "Your service says: Wales." in said
    assert "Your service says 45 people." in said
    assert "Your service says 60 minutes." in said
    assert said.count("Your service says") == 3
    assert SITE.troubles[0] in said
    assert page.fields["caseload_plan"].field.text() == "45"
    assert page.session.ledger.plan.caseload_plan == 45


def test_that_the_first_run_shows_what_the_service_says_and_keeps_only_what_differs(qtbot):
    step = WorkStep(site=SITE)
    qtbot.addWidget(step)
    step.show()

    assert "Your service says: Wales." in words(step)
    assert step.values() == {}

    for key, value in {"nation": "England", "role": "pwp"}.items():
        field = step._fields[key]
        assert isinstance(field, Select)
        field.set_value(value)

    assert step.values() == {"nation": "England", "role": "pwp"}
