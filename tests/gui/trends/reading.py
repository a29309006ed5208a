"""How tests wait for the Trends page and read it."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from burnout_check.gui.trends.trends_page import TrendsPage


def drawn(qtbot: QtBot, page: TrendsPage) -> None:
    qtbot.waitUntil(lambda: page.is_drawn)


def cells(page: TrendsPage) -> list[list[str]]:
    model = page.table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def button(page: TrendsPage, words: str) -> QPushButton:
    (found,) = [each for each in page.bar.findChildren(QPushButton) if each.text() == words]
    return found


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 measures it."""

    def light(colour: str) -> float:
        parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)
