"""The whole app for a test: a real window over a real vault, with the clock set."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from burnout_check.content.loader import load
from burnout_check.domain.content import Content
from burnout_check.domain.demo import demo_history, demo_settings
from burnout_check.domain.history import History
from burnout_check.domain.week import LONDON
from burnout_check.door import Door
from burnout_check.gui.device import Device
from burnout_check.gui.main_window import MainWindow
from burnout_check.gui.shell import Shell
from burnout_check.paths import resources_dir
from burnout_check.session import Session
from tests.vaults import CHEAP, PASSPHRASE

FRIDAY = datetime(2026, 11, 20, 16, 50, tzinfo=LONDON)
"""The Friday afternoon on which every flow test happens; its Monday is 16 November 2026."""


@pytest.fixture(scope="session")
def content() -> Content:
    return load(resources_dir())


@pytest.fixture
def door(tmp_path: Path, content: Content) -> Door:
    return Door(tmp_path / "data", content, clock=lambda: FRIDAY, cost=CHEAP)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, door: Door) -> Iterator[MainWindow]:
    window = MainWindow(qapp, door, Device(door.folder))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitActive(window).__enter__()
    yield window
    window.close()


@pytest.fixture
def unlock(door: Door) -> Callable[[], Session]:
    """Opens the vault as the window would, made first where there is none."""

    def open_session() -> Session:
        if door.is_new:
            return door.create(door.make_keys(PASSPHRASE))
        return door.open(door.key_from_passphrase(PASSPHRASE))

    return open_session


def sixty_weeks(session: Session) -> None:
    """The last sixty weeks of the demo's story, ending the week before this one."""
    content = session.content
    whole = demo_history(
        session.week.plus(-1), content.instruments, parts=content.questionnaire.parts
    )
    first = session.week.plus(-60)
    session.fill(
        History(
            tuple(past for past in whole.check_ins if past.week >= first),
            tuple(past for past in whole.away if past.week >= first),
        )
    )
    session.change(demo_settings())


def shell_of(window: MainWindow) -> Shell:
    assert window.shell is not None
    return window.shell
