"""The demo's two years in a real vault, and the Trends page over it."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from burnout_check.content.loader import load
from burnout_check.domain.content import Content
from burnout_check.domain.demo.demo_history import demo_history, demo_settings
from burnout_check.domain.week import LONDON
from burnout_check.gui.look.theme import Scheme, Theme, apply_theme
from burnout_check.gui.trends.trends_page import TrendsPage
from burnout_check.paths import resources_dir
from burnout_check.session.session import Session
from tests.gui.people import Asked, context
from tests.gui.trends.reading import drawn
from tests.vaults import new_vault, opened_vault

FRIDAY = datetime(2026, 11, 20, 16, 50, tzinfo=LONDON)


@pytest.fixture(scope="session")
def content() -> Content:
    return load(resources_dir())


@pytest.fixture
def session(tmp_path: Path, content: Content):
    session = Session(new_vault(tmp_path), content, clock=lambda: FRIDAY)
    yield session
    session.close()


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory, content: Content) -> Path:
    """A closed vault with the demo's two years, to be copied and never opened in its place."""
    folder = tmp_path_factory.mktemp("told")
    session = Session(new_vault(folder), content, clock=lambda: FRIDAY)
    session.check_ins.add_all(
        demo_history(session.ledger.week.plus(-1), session.content.instruments)
    )
    session.preferences.update(demo_settings())
    session.close()
    return folder


@pytest.fixture
def full(tmp_path: Path, content: Content, told: Path):
    folder = shutil.copytree(told, tmp_path / "vault")
    session = Session(opened_vault(folder), content, clock=lambda: FRIDAY)
    yield session
    session.close()


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication):
    def show(
        session: Session,
        *,
        size=(1072, 724),
        theme: Theme | None = None,
        asked: Asked | None = None,
    ) -> TrendsPage:
        apply_theme(qapp, theme or Theme(Scheme.LIGHT))
        page = TrendsPage(context(session, asked=asked))
        qtbot.addWidget(page)
        page.resize(*size)
        page.show()
        drawn(qtbot, page)
        return page

    return show
