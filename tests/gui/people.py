"""One made-up person with a real vault, and how tests read a page and press its keys."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from burnout_check.content.loader import load
from burnout_check.domain.content import Content
from burnout_check.domain.questionnaire.check_in import CheckIn
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.settings.setting import Value
from burnout_check.domain.week import LONDON
from burnout_check.gui.backups.backing_up import BackingUp
from burnout_check.gui.bus.navigator import Navigator
from burnout_check.gui.bus.news import News
from burnout_check.gui.bus.page_context import PageContext, Tools
from burnout_check.gui.kit.clipboard import Clipboard
from burnout_check.gui.look.screen_settings import ScreenSettings
from burnout_check.paths import resources_dir
from burnout_check.session.changed import Changed
from burnout_check.session.session import Session
from burnout_check.tour.ui_driver import settle
from tests.vaults import new_vault, opened_vault

Kind = TypeVar("Kind", bound=QDialog)
FRIDAY = datetime(2026, 11, 20, 16, 50, tzinfo=LONDON)


@cache
def shipped() -> Content:
    """The content that ships, read once for all tests."""
    return load(resources_dir())


def person(  # noqa: PLR0913 - each is one thing to say of somebody, by name
    folder: Path,
    *,
    burnout: Sequence[int] = (),
    facts: Mapping[str, Sequence[float]] = MappingProxyType({}),
    nation: str = "England",
    now: datetime = FRIDAY,
    content: Content | None = None,
    **settings: Value,
) -> Session:
    """Somebody who answered one question or two in the last weeks, the newest this week."""
    session = Session(new_vault(folder), content or shipped(), clock=lambda: now)
    session.preferences.update({"nation": nation, **settings})
    weeks = max(map(len, (burnout, *facts.values())))
    session.check_ins.add_all(
        History(
            tuple(
                CheckIn(
                    session.ledger.week.plus(1 - weeks + place),
                    now,
                    _at(place - weeks, burnout_item=burnout),
                    _at(place - weeks, **facts),
                    asked=("burnout", "clients", "supervision"),
                )
                for place in range(weeks)
            )
        )
    )
    return session


def _at(place: int, **values: Sequence[Any]) -> dict[str, Any]:
    """What was answered so many weeks from the end, where there is an answer."""
    return {name: given[place] for name, given in values.items() if -place <= len(given)}


def again(folder: Path, *, now: datetime = FRIDAY) -> Session:
    """The same person, after a lock."""
    return Session(opened_vault(folder), shipped(), clock=lambda: now)


class Asked:
    """In the place of a window: notes the commands of pages, such as ``("go", "trends")``."""

    def __init__(self) -> None:
        self.commands: list[tuple[object, ...]] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        def note(*given: object) -> None:
            self.commands.append((name, *given))

        return note

    @property
    def navigator(self) -> Navigator:
        return cast(Navigator, self)


def context(
    session: Session, folder: Path | None = None, *, asked: Asked | None = None
) -> PageContext:
    """What a page by itself is made with; the look of the computer is kept in ``folder``."""
    screen_settings = ScreenSettings(folder or session.ledger.vault.folder)
    tools = Tools(Clipboard(QApplication.clipboard()), screen_settings, session.ledger.vault.folder)
    navigator = (asked or Asked()).navigator
    return PageContext(session, News(session), navigator, tools, BackingUp(session))


def hears(qtbot: QtBot, news: News, what: Changed) -> Any:
    """Within it, that this has changed must be told."""

    def is_told(told: Changed) -> bool:
        return bool(told & what)

    return qtbot.waitSignal(news.changed, check_params_cb=is_told)


def words(widget: QWidget) -> str:
    """Everything that can be read on it."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def seen(widget: QWidget) -> str:
    """The same, once what was just put there can be seen."""
    settle()
    return words(widget)


def named(within: QWidget, name: str) -> QAbstractButton:
    """The button of this name."""
    buttons = within.findChildren(QAbstractButton)
    return next(each for each in buttons if name in (each.text(), each.accessibleName()))


def press(qtbot: QtBot, widget: QWidget | None, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Give the focus to a widget, as Tab would, and press a key."""
    assert widget is not None
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert widget.hasFocus()
    qtbot.keyClick(widget, key)


def opened(qtbot: QtBot, page: QWidget, kind: type[Kind]) -> Kind:
    """The dialog that stands over a page, once it has the keyboard."""
    dialog = page.findChild(kind)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog
