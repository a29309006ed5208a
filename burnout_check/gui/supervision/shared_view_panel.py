"""All that is shown in supervision, drawn from a ``SharedView``, which is everything it knows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from burnout_check.charts.model.panel import Panel, Span
from burnout_check.charts.model.shared_panels import panels, span
from burnout_check.domain.supervision.shared_view import (
    SharedAction,
    SharedView,
    SharedWeek,
)
from burnout_check.domain.week import Week, plain_date, short_date
from burnout_check.gui.charting.chart_card import ChartCard
from burnout_check.gui.charting.chart_look import style_of
from burnout_check.gui.charting.chart_painter import ChartPainter, Job
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.labels import Body, CardTitle
from burnout_check.gui.look.scale import FollowsTextSize, px
from burnout_check.gui.look.tokens import tokens_in

_TALL, _TEXT = 170, 13
_TALL_BIG, _TEXT_BIG = 230, 16
_SETTLE_MS = 40


class SharedViewPanel(FollowsTextSize, QWidget):
    """A column: what to talk about, a chart for each measure, a card for each other kind of thing.

    The view of two people and its preview are both this, so that they cannot differ.

    Args:
        big: with charts to be read across a desk.
    """

    def __init__(self, *, big: bool = False) -> None:
        super().__init__()
        self._tall, self._text = (_TALL_BIG, _TEXT_BIG) if big else (_TALL, _TEXT)
        self._span: Span | None = None
        self._charts: list[ChartCard] = []
        self._painter = ChartPainter(self)
        self._soon = QTimer(self, interval=_SETTLE_MS, singleShot=True)
        self._soon.timeout.connect(self._paint)
        self._agenda = Column(gap=0)
        self._column = QVBoxLayout()
        self._column.setSpacing(px(12))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(12))
        outer.addWidget(self._agenda)
        outer.addLayout(self._column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @property
    def charts(self) -> tuple[ChartCard, ...]:
        """The cards with a chart, from the top."""
        return tuple(self._charts)

    @property
    def is_drawn(self) -> bool:
        """Whether every chart shows what it should."""
        drawn = all(card.view.figure is not None for card in self._charts)
        return drawn and not self._soon.isActive() and not self._painter.busy

    def show_all(self, shown: SharedView) -> None:
        """Show this and nothing else; the pictures of the charts follow."""
        self._span = span(shown)
        self._show_charts(panels(shown))
        while (item := self._column.takeAt(len(self._charts))) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._agenda.clear()
        self._agenda.setVisible(bool(shown.agenda))
        if shown.agenda:
            self._agenda.add(_card("To talk about", _numbered(shown.agenda)))
        for title, lines in _lists(shown):
            if lines:
                self._column.addWidget(_card(title, lines))
        self._soon.start()

    def rest(self) -> None:
        """Draw no more."""
        self._soon.stop()
        self._painter.rest()

    def _show_charts(self, wanted: Sequence[Panel]) -> None:
        """Keep the cards of charts that stay, so that their pictures do not go and come."""
        kept = {card.panel.measure.id: card for card in self._charts if card.panel is not None}
        cards = []
        for place, panel in enumerate(wanted):
            card = kept.pop(panel.measure.id, None)
            if card is not None and card.panel is not None and card.panel.numbers != panel.numbers:
                kept[f"old {place}"] = card  # its picture has numbers, or should have
                card = None
            if card is None:
                card = ChartCard()
                card.view.size_changed.connect(self._soon.start)
            self._column.removeWidget(card)
            self._column.insertWidget(place, card)
            if self._span is not None:
                card.show_words(panel, self._span)
            cards.append(card)
        for card in kept.values():
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._charts = cards

    def _paint(self) -> None:
        if not self.isVisible() or self._span is None:
            return
        tokens = tokens_in(self.palette())
        style = style_of(tokens, ratio=self.devicePixelRatioF(), text=px(self._text))
        jobs = []
        for card in self._charts:
            card.view.set_tall(px(self._tall))
            if card.panel is not None:
                size = (card.view.width(), card.view.sizeHint().height())
                jobs.append((card.view, Job(card.panel, self._span, style, size)))
        self._painter.paint(jobs)

    def _fit(self) -> None:
        """Draw in the colours and the text size there are now."""
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was not while nobody could see it."""
        super().showEvent(event)
        self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no thread behind when the vault is locked."""
        super().hideEvent(event)
        self.rest()


def _lists(shown: SharedView) -> Iterable[tuple[str, list[str]]]:
    """Each kind of thing but the agenda and charts: its title and a line for each."""
    yield "What stands out", list(shown.prompts)
    yield "Actions", [_action(each) for each in shown.actions]
    yield "What happened", [_of_week(each) for each in shown.events]
    yield (
        "Weeks away",
        [f"Week of {_day(each.week)}: {each.reason.label}" for each in shown.away],
    )
    yield "Notes", [_of_week(each) for each in shown.notes]


def _numbered(lines: Iterable[str]) -> list[str]:
    return [f"{at}. {line}" for at, line in enumerate(lines, 1)]


def _of_week(each: SharedWeek) -> str:
    return f"Week of {_day(each.week)}: {each.text}"


def _action(action: SharedAction) -> str:
    due = "" if action.due is None else f", by {short_date(action.due)}"
    return f"{action.text} ({action.who}{due}) – {action.status.label.lower()}"


def _day(week: Week) -> str:
    return plain_date(week.monday)


def _card(title: str, lines: Iterable[str]) -> Card:
    card = Card(padding=16, gap=6)
    card.add(CardTitle(title))
    for line in lines:
        card.add(Body(line))
    return card
