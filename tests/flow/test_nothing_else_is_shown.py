"""Two vaults, one with a secret in everything that is not ticked: two people see the same."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QWidget

from burnout_check.domain.questionnaire.check_in import Away, CheckIn, Reason
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.week import LONDON, Week
from burnout_check.gui.look.screen_settings import ScreenSettings
from burnout_check.gui.supervision.joint_bar import JointBar
from burnout_check.gui.supervision.joint_view import JointView
from burnout_check.gui.window.main_window import MainWindow
from burnout_check.session.locked_vault import LockedVault
from burnout_check.session.session import Session
from burnout_check.tour.ui_driver import settle
from tests.flow.conftest import FRIDAY
from tests.vaults import CHEAP, PASSPHRASE

CASELOAD = "measure:fact_caseload"
SECRETS = ("secret", "hidden", "private", "31.25", "31¼", "612", "personal", "anxiety", "sick")
"""No word of these is anywhere; 612 people are the caseload, which is shown as a line only."""
WEEKS = 5


def history(*, secret: bool) -> History:
    """Five weeks of the same caseload; the rest of each check-in only where it is secret."""
    this = Week.of(FRIDAY.date())
    past = []
    for back in range(WEEKS, 0, -1):
        week = this.plus(-back)
        friday = datetime.combine(week.monday + timedelta(days=4), FRIDAY.timetz())
        facts = {"fact_caseload": 612.0 + (back % 2)}
        more = {"fact_contact_hours": 31.25, "fact_overtime_hours": 9.0} if secret else {}
        note = f"Secret note of week {back}" if secret else ""
        events = ("client_death",) if secret else ()
        past.append(
            CheckIn(
                week,
                friday.astimezone(LONDON),
                facts={**facts, **more},
                note=note,
                hard_events=events,
            )
        )
    away = (Away(this.plus(-WEEKS - 1), Reason.SICK),) if secret else ()
    return History(tuple(past), away)


def plant(session: Session) -> None:
    """Something in every other place that supervision could read."""
    action = session.actions.add("Secret action", who="Secret person")
    session.supervision.add(
        SupervisionSession(
            FRIDAY.date() - timedelta(days=20),
            31,
            who="Secret role",
            note="Secret agreement",
            actions=(action.id,),
            agenda=("Secret line",),
            enough=1,
            could_say=2,
        )
    )
    session.preferences.update({"nation": "Wales", "contacts_plan": 31.25, "role": "senior"})
    session.check_ins.update_draft(
        session.check_ins.draft_for(session.ledger.week).state("fact_contact_hours", 31.25)
    )


@pytest.fixture(params=[frozenset(), frozenset({CASELOAD})], ids=["line only", "numbers"])
def numbers(request) -> frozenset[str]:
    wanted: frozenset[str] = request.param
    return wanted


@pytest.fixture
def views(qtbot, qapp, tmp_path, content) -> Iterator[list[MainWindow]]:
    """A window over a vault without secrets and one over a vault with them; neither is shown."""
    windows = []
    for secret in (False, True):
        locked_vault = LockedVault(
            tmp_path / f"data{secret}", content, clock=lambda: FRIDAY, cost=CHEAP
        )
        locked_vault.folder.mkdir()
        session = locked_vault.create(locked_vault.make_keys(PASSPHRASE))
        session.check_ins.add_all(history(secret=secret))
        if secret:
            plant(session)
        session.agenda.add("What felt heaviest")
        window = MainWindow(qapp, locked_vault, ScreenSettings(locked_vault.folder))
        window.enter(session)
        windows.append(window)
    yield windows
    for window in windows:
        window.close()
        window.deleteLater()


def look(qtbot, window: MainWindow, numbers: frozenset[str]) -> JointView:
    """Shows the view with the caseload ticked, as the page does."""
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    assert window.shell is not None
    shell = window.shell
    shell.show_page("supervision")
    sharing = shell.session.sharing
    choice = sharing.choice().tick(CASELOAD, numbers=bool(numbers))
    shell.navigator.show_joint_view(sharing.shared_view(choice))
    qtbot.waitUntil(lambda: isinstance(window.centralWidget(), JointView))
    view = window.centralWidget()
    assert isinstance(view, JointView)
    qtbot.waitUntil(lambda: view.is_drawn)
    settle()  # the card has the room that its chart asked for
    return view


def words(window: MainWindow) -> list[str]:
    """Every word a window has, seen or heard, in whatever it holds."""
    found = [window.windowTitle(), window.windowIconText(), window.windowFilePath()]
    for each in (window, *window.findChildren(QObject)):
        if isinstance(each, QWidget):
            found += [each.toolTip(), each.statusTip(), each.whatsThis(), each.windowTitle()]
            found += [each.accessibleName(), each.accessibleDescription()]
        if isinstance(each, QComboBox):
            found += [each.itemText(at) for at in range(each.count())]
        if isinstance(each, QLabel):
            found.append(QLabel.text(each))
        for name in ("text", "placeholderText", "objectName"):
            said = each.property(name)
            found += [said] if isinstance(said, str) else []
    return sorted(set(found))


def picture(window: MainWindow) -> QImage:
    return window.grab().toImage()


def test_that_nothing_but_what_is_ticked_is_seen_heard_or_pointed_at(qtbot, views, numbers):
    pictures, said = [], []
    for window in views:
        view = look(qtbot, window, numbers)
        view.walk.next.clearFocus()
        pictures.append([picture(window)])
        said.append([words(window)])
        chart = view.view.charts[0].view
        for _ in range(2):
            qtbot.keyClick(chart, Qt.Key.Key_Left)
            said[-1].append([chart.said])
        view.cover()
        pictures[-1].append(picture(window))
        view.blank.end_asked.emit()
        pictures[-1].append(picture(window))
        said[-1].append(words(window))
        shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        assert shown == [window]
        window.hide()

    assert said[0] == said[1]
    assert pictures[0] == pictures[1]
    everything = " ".join(word for group in said[1] for word in group).lower()
    found = {secret for secret in SECRETS if secret in everything}
    assert found == ({"612"} if numbers else set())


def test_that_help_over_the_view_knows_no_nation(qtbot, views):
    window = views[1]
    look(qtbot, window, frozenset())
    bar = window.findChild(JointBar)
    for ask in (lambda: qtbot.keyClick(window, Qt.Key.Key_F2), bar.help.click):
        ask()
        (dialog,) = [each for each in window.findChildren(QDialog) if each.isVisible()]
        heard = " ".join(words(window))
        assert "Scotland" in heard
        assert "Secret" not in heard
        dialog.reject()
