"""What This week says of backups that are behind the check-ins."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from burnout_check.gui.this_week.this_week_page import ThisWeekPage
from burnout_check.session.session import Session
from tests.gui.people import FRIDAY, again, context, person, words


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    session = person(tmp_path / "vault", burnout=(2, 3))
    yield session
    session.close()


def _this_week(qtbot: QtBot, folder: Path, *, now: datetime) -> tuple[Session, ThisWeekPage]:
    session = again(folder, now=now)
    page = ThisWeekPage(context(session))
    qtbot.addWidget(page)
    with qtbot.waitSignal(page._backups.looked), qtbot.waitExposed(page):
        page.show()
    QApplication.processEvents()
    return session, page


@pytest.mark.parametrize(
    ("days", "made", "said"),
    [
        # `person` saves two check-ins on Friday 20 November 2026, and backs up then or never.
        (20, 0, []),
        (21, 0, ["There is no backup yet"]),
        (21, 1, []),
        (400, 1, []),  # nobody was there, and nothing is at risk
    ],
)
def test_that_what_is_in_no_backup_for_weeks_is_said_quietly(qtbot, session, days, made, said):
    folder = session.ledger.vault.folder
    for _ in range(made):
        session.vault_care.back_up_now()
    session.close()
    later, page = _this_week(qtbot, folder, now=FRIDAY + timedelta(days=days))

    def found() -> list[str]:
        return [part for part in words(page).splitlines() if "backup" in part.lower()]

    qtbot.waitUntil(lambda: found() == said)
    page._backups.rest()  # as a lock does
    later.close()


def test_that_the_newest_backup_is_named_when_later_check_ins_are_in_none(qtbot, session, tmp_path):
    session.vault_care.back_up_now()
    session.close()
    folder = tmp_path / "vault"
    after = again(folder, now=FRIDAY + timedelta(days=7))
    after.check_ins.submit(after.check_ins.draft_for(after.ledger.week), leave_blank=True)
    after.close()
    later, page = _this_week(qtbot, folder, now=FRIDAY + timedelta(days=28))
    newest = "The newest backup was made on Friday 20 November 2026 at 16:50"
    qtbot.waitUntil(lambda: newest in words(page))
    said = words(page)
    page._backups.rest()  # as a lock does
    later.close()

    assert "What you have saved since then is in no backup yet." in said
