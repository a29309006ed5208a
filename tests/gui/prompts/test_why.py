"""Why?: the weeks behind a prompt, what it rests on, and putting it aside."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from burnout_check.gui.bus.news import News
from burnout_check.gui.kit.buttons import HelpButton, PlainButton
from burnout_check.gui.kit.table import ReadOnlyTable
from burnout_check.gui.prompts.why import WhyDialog
from burnout_check.session.changed import Changed
from tests.gui.people import Asked, hears, person, press, words


@pytest.fixture
def asked():
    return Asked()


@pytest.fixture
def why(qtbot, qapp, asked):
    opened: list[tuple[WhyDialog, QWidget]] = []

    def open_for(session, place=0) -> WhyDialog:
        window = QWidget()
        window.resize(1000, 700)
        qtbot.addWidget(window)
        window.show()
        dialog = WhyDialog(session.ledger.prompts()[place], session, asked.navigator, window)
        dialog.open()
        qtbot.waitUntil(dialog.isActiveWindow)
        opened.append((dialog, window))
        return dialog

    yield open_for
    for _dialog, window in opened:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def session(tmp_path):
    session = person(tmp_path, burnout=(3, 4, 1, 4))
    yield session
    session.close()


def cells(dialog: WhyDialog) -> list[tuple[str, str]]:
    table = dialog.findChild(ReadOnlyTable)
    assert table is not None
    model = table.model()
    return [
        (str(model.index(row, 0).data()), str(model.index(row, 1).data()))
        for row in range(model.rowCount())
    ]


def undo(dialog: WhyDialog) -> PlainButton:
    buttons = dialog.banner.findChildren(PlainButton)
    return next(button for button in buttons if button.text() == "Undo")


def test_that_the_weeks_and_values_behind_it_are_listed(why, session):
    # Two of the last three check-ins at 4 or more, the newest in the week of 16 November 2026.
    assert cells(why(session)) == [
        ("Week of 2 November 2026", "4 of 5"),
        ("Week of 16 November 2026", "4 of 5"),
    ]


def test_that_it_says_what_the_rule_rests_on_and_what_would_end_it(why, session):
    said = words(why(session))
    prompt = session.ledger.prompts()[0]

    assert "A published number." in said
    assert "Rohland 2004" in said
    assert prompt.clears in said


def test_that_a_prompt_about_two_things_shows_both(why, tmp_path):
    session = person(
        tmp_path,
        facts={"fact_caseload": (70, 71), "fact_supervision_minutes": (20, 20)},
        caseload_plan=60,
        supervision_rule="sup-own",
        supervision_minutes=60,
    )
    both = next(place for place, each in enumerate(session.ledger.prompts()) if each.parts)

    said = words(why(session, both))

    assert "What we saw: Caseload" in said
    assert "What we saw: Supervision" in said
    session.close()


def test_that_it_can_be_put_aside_and_brought_back_by_key(qtbot, why, session):
    news = News(session)
    dialog = why(session)
    prompt = session.ledger.prompts()[0]

    with hears(qtbot, news, Changed.SNOOZED):
        press(qtbot, dialog.snooze)
    assert prompt not in session.ledger.prompts()
    assert "Put aside for 4 weeks" in words(dialog)

    with hears(qtbot, news, Changed.SNOOZED):
        press(qtbot, undo(dialog))
    assert prompt in session.ledger.prompts()
    assert dialog.snooze.hasFocus()


def test_that_see_options_asks_for_its_options_and_closes(qtbot, why, asked, session):
    dialog = why(session)
    assert dialog.options.hasFocus()

    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog.options, Qt.Key.Key_Return)

    assert asked.commands == [("options_for", session.ledger.prompts()[0])]


def test_that_help_is_one_key_or_one_press_away(qtbot, why, help_key, session):
    dialog = why(session)

    help_key.watch()
    with qtbot.waitSignal(help_key.pressed):
        qtbot.keyClick(dialog, Qt.Key.Key_F2)
    with qtbot.waitSignal(help_key.pressed):
        press(qtbot, dialog.findChild(HelpButton))
