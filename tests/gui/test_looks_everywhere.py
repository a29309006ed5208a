"""Every page in every look: each control has a name and can be hit, and nothing is too wide."""

import pytest
from PySide6.QtWidgets import QApplication

from burnout_check.gui.look.theme import Scheme, Theme, apply_theme
from burnout_check.gui.window.pages import PAGES
from burnout_check.session.demo import fill_demo
from burnout_check.session.session import Session
from tests.gui.controls import nothing_is_too_wide, what_each_control_lacks
from tests.gui.everywhere import all_pages, at
from tests.gui.look.palettes import high_contrast
from tests.gui.people import FRIDAY, shipped
from tests.vaults import new_vault

LOOKS = [
    (Scheme.LIGHT, 1.0),
    (Scheme.LIGHT, 2.0),
    (Scheme.DARK, 1.0),
    (Scheme.CONTRAST, 1.0),
]


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1]}")
def shell(request, qtbot, qapp, tmp_path):
    scheme, scale = request.param
    apply_theme(qapp, Theme(scheme, scale), system=high_contrast())
    session = Session(new_vault(tmp_path / "data"), shipped(), clock=lambda: FRIDAY)
    fill_demo(session)
    shell = all_pages(qtbot, qapp, session, tmp_path / "data")
    shell.resize(1024, 640)
    yield shell
    shell.rest()
    session.close()
    apply_theme(qapp, Theme(Scheme.LIGHT))


def test_that_every_page_can_be_named_hit_and_read_in_every_look(shell):
    for page in PAGES:
        shown = at(shell, page.id)
        QApplication.processEvents()

        assert what_each_control_lacks(shown) == [], page.id
        assert nothing_is_too_wide(shown), page.id
    assert shell.width() == 1024
