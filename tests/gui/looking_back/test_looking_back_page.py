"""Looking back, by keys: a week is opened, corrected, deleted and put back; notes are found."""

import pytest
from PySide6.QtCore import Qt

from burnout_check.gui.looking_back.looking_back_page import LookingBackPage
from burnout_check.gui.this_week.this_week_page import ThisWeekPage
from tests.gui.people import Asked, context, person, seen


@pytest.fixture
def looking(qtbot, light, tmp_path):
    """The page of somebody with three check-ins, with what it asks of the window."""
    session = person(tmp_path / "vault", burnout=(2, 3, 4))
    asked = Asked()
    page = LookingBackPage(context(session, asked=asked))
    qtbot.addWidget(page)
    page.resize(1100, 760)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    assert page.calendar is not None
    page.calendar.setFocus()
    yield page, session, asked
    session.close()


def weeks(session):
    return [past.week for past in session.ledger.history.check_ins]


def test_that_enter_on_a_week_shows_what_it_said_and_correcting_is_a_button(qtbot, looking):
    page, session, asked = looking
    last = weeks(session)[-1]
    page.calendar.go_to(last)

    qtbot.keyClick(page.calendar, Qt.Key.Key_Left)
    qtbot.keyClick(page.calendar, Qt.Key.Key_Return)
    assert asked.commands[-1] == ("look_at", last.plus(-1))

    qtbot.mouseClick(page.correct, Qt.MouseButton.LeftButton)
    assert asked.commands[-1] == ("fill_in", last.plus(-1))


def test_that_a_week_without_a_check_in_is_filled_in(qtbot, looking):
    page, session, asked = looking
    before = weeks(session)[0].plus(-1)
    page.calendar.go_to(before)

    assert "no check-in" in seen(page)
    qtbot.keyClick(page.calendar, Qt.Key.Key_Return)
    assert asked.commands[-1] == ("fill_in", before)


def test_that_each_week_is_said_to_assistive_technology(looking):
    page, session, _asked = looking
    page.calendar.go_to(weeks(session)[-1])
    said = page.calendar.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)

    assert said.endswith(": checked in")


def test_that_a_deleted_week_can_be_put_back_where_it_was(qtbot, looking):
    page, session, _asked = looking
    last = weeks(session)[-1]
    page.calendar.go_to(last)

    page.delete.click()
    assert last not in weeks(session)
    assert page.delete.text() == "Put it back"
    page.delete.click()
    assert last in weeks(session)


def test_that_notes_are_found_by_their_words_wherever_they_stand(qtbot, looking):
    page, session, _asked = looking
    this = session.ledger.week
    draft = session.check_ins.draft_for(this).with_note("Tired after the LATE clinic on Tuesday")
    session.check_ins.submit(draft, leave_blank=True)

    assert "Tired after the LATE clinic" in seen(page)
    page.notes.search.set_text("clinic late")
    page.notes._show()
    assert page.notes.found.text() == "1 note found."
    page.notes.search.set_text("holiday")
    page.notes._show()
    assert page.notes.found.text() == "No notes found."


def test_that_a_week_half_filled_in_is_said_on_this_week(qtbot, looking):
    _page, session, asked = looking
    earlier = session.ledger.week.plus(-3)
    draft = session.check_ins.draft_for(earlier)
    session.check_ins.update_draft(draft.answer("burnout_item", 2))
    page = ThisWeekPage(context(session, asked=asked))
    qtbot.addWidget(page)
    page.show()

    assert "is half filled in." in seen(page)
