"""What tests of the window may ask for: the light theme, and a window to put widgets in."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from burnout_check.gui.look.theme import Scheme, Theme, apply_theme
from burnout_check.gui.window.help_key import HelpKey


@pytest.fixture
def help_key(qapp: QApplication) -> Iterator[HelpKey]:
    """Hears F2 as the window does, once it is told to ``watch``: when what is tried stands."""
    key = HelpKey(qapp, qapp)
    yield key
    key.rest()
    key.deleteLater()


@pytest.fixture
def light(qapp: QApplication) -> None:
    """The light theme at 100 % text."""
    apply_theme(qapp, Theme(Scheme.LIGHT))


@pytest.fixture
def shown(qtbot, light) -> Callable[..., QWidget]:
    """Puts widgets in an active window of a size and shows it."""
    windows: list[QWidget] = []

    def show(*widgets: QWidget, width: int = 900, height: int = 500) -> QWidget:
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        window.resize(width, height)
        windows.append(window)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return show


@pytest.fixture
def window(shown) -> QWidget:
    """An empty window that is active."""
    return shown()  # type: ignore[no-any-return]  # the fixture's type is not seen here
