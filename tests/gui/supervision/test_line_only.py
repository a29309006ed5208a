"""A line only, on the screen: numbers of another size change no pixel and no word of it."""

import re
from dataclasses import replace

from matplotlib.text import Text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from burnout_check.charts.draw.drawing import plotted
from burnout_check.domain.measures.measure import Point, Series
from burnout_check.domain.supervision.shared_view_builder import shared_view as what_is_shown
from burnout_check.domain.supervision.sharing_choice import SharingChoice, SharingSource
from burnout_check.gui.kit.page_scroll import PageScroll
from burnout_check.gui.supervision.shared_view_panel import SharedViewPanel
from tests.domain.planted import MATERIAL, WEEKS, numbers_of, unticked

OFFER = "measure:gad7"
LINE_ONLY = SharingChoice(WEEKS).tick(OFFER)
_A_DAY = re.compile(r"\d{1,2} [A-Z][a-z]+( \d{4})?")


def grown() -> SharingSource:
    """The same person with scores ten times as high out of ten times as many."""
    series = MATERIAL.series["gad7"]
    tens = Series(
        replace(series.measure, high=1_000_000),
        tuple(Point(point.week, 10 * point.value) for point in series.points),
    )
    lines = {**MATERIAL.lines, "gad7": ((990_030.0, "Another line"),)}
    return replace(MATERIAL, series={**MATERIAL.series, "gad7": tens}, lines=lines)


def view_of(source: SharingSource, shown, qtbot) -> SharedViewPanel:
    view = SharedViewPanel()
    page = PageScroll()
    page.add(view)
    page.column.addStretch()
    shown(page, width=900, height=600)
    view.show_all(what_is_shown(LINE_ONLY, source))
    qtbot.waitUntil(lambda: view.is_drawn)
    return view


def test_that_numbers_of_another_size_change_no_pixel_even_where_a_week_is_pointed_at(shown, qtbot):
    pictures = []
    for source in (MATERIAL, grown()):
        view = view_of(source, shown, qtbot)
        (card,) = view.charts
        taken = [view.grab().toImage()]
        for _week in range(WEEKS):
            qtbot.keyClick(card.view, Qt.Key.Key_Left)
            taken.append(view.grab().toImage())
        pictures.append(taken)

    assert pictures[0] == pictures[1]
    assert pictures[0][0] != pictures[0][1]  # a week was pointed at


def test_that_nothing_that_is_written_or_said_has_a_number_but_its_dates(shown, qtbot):
    view = view_of(MATERIAL, shown, qtbot)
    (card,) = view.charts
    figure = card.view.figure
    assert figure is not None
    assert len(plotted(figure, "gad7")) == WEEKS
    drawn = [found.get_text() for found in figure.findobj(Text) if isinstance(found, Text)]
    said = [each for widget in (view, *view.findChildren(QWidget)) for each in spoken(widget)]
    for _week in range(WEEKS):
        qtbot.keyClick(card.view, Qt.Key.Key_Left)
        said.append(card.view.said)

    for words in (*drawn, *said):
        if "What felt heaviest" not in words:  # a line of the agenda, which is shown
            rest = _A_DAY.sub("", words).replace("SecretGad7", "")  # its name has a 7 in it
            assert not re.search(r"\d", rest), words
    everything = "\n".join((*drawn, *said))
    assert [one for one in unticked(LINE_ONLY.ticked, ()) if one in everything] == []
    assert [number for number in numbers_of(OFFER) if number in everything] == []


def spoken(widget: QWidget) -> tuple[str, str, str]:
    return widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()
