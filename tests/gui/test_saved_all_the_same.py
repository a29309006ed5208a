"""A check-in that was saved just before the disk failed is shown as saved, with what is amiss."""

import pytest

from burnout_check.errors import FolderError
from burnout_check.gui.check_in.check_in_page import CheckInPage
from burnout_check.store.tables.check_ins import CheckInsTable
from burnout_check.store.tables.drafts import DraftsTable
from burnout_check.store.tables.snoozed_prompts import SnoozedPromptsTable
from burnout_check.store.tables.weeks_away import WeeksAwayTable
from tests.gui.people import again, context, person


@pytest.fixture
def page(qtbot, qapp, tmp_path):
    session = person(tmp_path / "vault", burnout=(2, 3))
    session.check_ins.remove(session.ledger.week)
    page = CheckInPage(context(session))
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    yield page
    session.close()


@pytest.fixture
def failing_after_the_save(monkeypatch):
    real = CheckInsTable.add

    def fails(*_):
        raise FolderError("The disk fails.")

    def add(check_ins, check_in):
        saved = real(check_ins, check_in)
        for kind in (CheckInsTable, DraftsTable, SnoozedPromptsTable, WeeksAwayTable):
            monkeypatch.setattr(kind, "all", fails)
        return saved

    monkeypatch.setattr(CheckInsTable, "add", add)
    return monkeypatch


def test_that_the_outcome_is_shown_and_the_banner_says_what_is_amiss(
    page, tmp_path, failing_after_the_save
):
    page._submit(leave_blank=True)
    failing_after_the_save.undo()
    page.session.close()
    session = again(tmp_path / "vault")
    saved = session.ledger.history.get(session.ledger.week)
    session.close()

    assert page.form is None
    assert page.result.outcome.check_in == saved
    assert page._banner.message == "Your check-in is saved. The disk fails."
    assert page._banner.isVisible()


def test_that_a_save_that_failed_keeps_the_form_and_says_so(page, monkeypatch):
    def fails(*_):
        raise FolderError("The disk fails.")

    monkeypatch.setattr(CheckInsTable, "add", fails)
    page._submit(leave_blank=True)

    assert page.form is not None
    assert page._banner.message == "The disk fails. What you typed is still here."
