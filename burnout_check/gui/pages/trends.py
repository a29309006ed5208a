"""Trends: burnout, anxiety and the work itself on one time line, as charts or as a table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from burnout_check.charts import choices, making
from burnout_check.charts.panel import Panel, Span, away_spans
from burnout_check.charts.words import rows
from burnout_check.domain.week import Week
from burnout_check.gui.clipboard import Clipboard
from burnout_check.gui.page import Page
from burnout_check.gui.scale import px
from burnout_check.gui.signals import Signals
from burnout_check.gui.widgets.buttons import PrimaryButton
from burnout_check.gui.widgets.chart import ChartView
from burnout_check.gui.widgets.chart_bar import ChartBar
from burnout_check.gui.widgets.chart_card import ChartCard
from burnout_check.gui.widgets.chart_look import chart_style
from burnout_check.gui.widgets.chart_painter import ChartPainter, Job
from burnout_check.gui.widgets.chart_table import ChartTable
from burnout_check.gui.widgets.empty_state import EmptyState
from burnout_check.gui.widgets.labels import Muted
from burnout_check.gui.widgets.page_scroll import PageScroll
from burnout_check.gui.widgets.picture_saver import PictureSaver
from burnout_check.session import Session

TYPE_CHECKING = False
if TYPE_CHECKING:  # matplotlib waits for the first window
    from matplotlib.figure import Figure

_LOWEST, _HIGHEST = 140, 300
_SETTLE_MS = 40


class TrendsPage(Page):
    """Every measure over time. What is chosen stays so while the vault is open."""

    def __init__(self, session: Session, signals: Signals, clipboard: Clipboard) -> None:
        super().__init__(session, signals)
        self._cards: dict[str, ChartCard] = {}
        self._panels: tuple[Panel, ...] = ()
        self._span = Span(session.week, session.week)
        self._painter = ChartPainter(self)
        self._saver = PictureSaver()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLE_MS)
        self._soon.timeout.connect(self._paint)
        self._bar = ChartBar()
        for group in choices.AT_FIRST:
            self._bar.choices.choose(group)
        self._bar.changed.connect(self._on_choice_changed)
        self._bar.table_asked.connect(self._on_table_asked)
        self._bar.save_asked.connect(self._on_save_asked)
        self._empty = EmptyState(
            "Your check-ins over time will be here",
            "After your first check-in you see burnout, anxiety, caseload and supervision on one "
            "time line. It takes about 2 minutes a week.",
            action="Start check-in",
            symbol="trends",
            main=True,
        )
        self._empty.asked.connect(self._on_start_asked)
        self._scroll = PageScroll(gap=px(12))
        self._scroll.viewport().installEventFilter(self)
        self._table = ChartTable(clipboard.copy)
        self._by_table = QWidget()
        self._table_column = QVBoxLayout(self._by_table)
        self._table_column.setContentsMargins(self._scroll.column.contentsMargins())
        self._table_column.setSpacing(px(12))
        self._table_column.addWidget(self._table, 1)
        empty = QWidget()
        empty_column = QVBoxLayout(empty)
        empty_column.setContentsMargins(self._scroll.column.contentsMargins())
        empty_column.addWidget(self._empty)
        empty_column.addStretch()
        self._stack = QStackedLayout(self)
        for widget in (empty, self._scroll, self._by_table):
            self._stack.addWidget(widget)
        self._put_bar(self._scroll.column)
        self._hint = Muted("Choose above what you want to see.")
        self._scroll.add(self._hint)
        self._scroll.column.addStretch()

    @property
    def title(self) -> str:
        """The page's name."""
        return "Trends"

    @property
    def bar(self) -> ChartBar:
        """What is shown, and how far back."""
        return self._bar

    @property
    def table(self) -> ChartTable:
        """The same numbers as rows."""
        return self._table

    @property
    def saver(self) -> PictureSaver:
        """Saves a picture, and says what became of it."""
        return self._saver

    @property
    def measures(self) -> tuple[str, ...]:
        """Ids of the measures that are shown, from the top."""
        return tuple(self._cards)

    @property
    def is_drawn(self) -> bool:
        """Whether every chart shows what it should."""
        drawn = all(card.view.figure is not None for card in self._cards.values())
        return (
            (drawn or self._bar.table.isChecked())
            and not self._soon.isActive()
            and not self._painter.busy
        )

    def view(self, measure: str) -> ChartView:
        """The chart of a measure that is shown.

        Raises:
            KeyError: if it is not shown.
        """
        return self._cards[measure].view

    def figure(self, measure: str) -> Figure:
        """The drawn figure of a measure; ``charts.drawing.plotted`` reads its points back.

        Raises:
            KeyError: if it is not drawn (yet).
        """
        figure = self._cards[measure].view.figure
        if figure is None:
            raise KeyError(measure)
        return figure

    def first_focus(self) -> QWidget | None:
        """The first choice, or the way to the first check-in."""
        if self.session.history.check_ins:
            return self._bar.choices.first
        return self._empty.findChild(PrimaryButton)

    def refresh(self) -> None:
        """Make the panels anew; the pictures follow when they are drawn."""
        if not self.session.history.check_ins:
            self._stack.setCurrentIndex(0)
            return
        self._stack.setCurrentIndex(2 if self._bar.table.isChecked() else 1)
        series = self.session.series
        groups = choices.groups(series)
        self._bar.choices.offer([group.name for group in groups], buttons=len(choices.GROUPS))
        chosen = [group for group in groups if group.name in self._bar.choices.chosen]
        self._span = self._wanted_span()
        known = making.Known(
            series,
            away_spans(self.session.history.away),
            self.session.content,
            self.session.thresholds.rules,
            self.session.settings,
            self.session.plan,
        )
        self._panels = tuple(
            making.panel(known, measure, self._span, sentence=self.session.trend_sentence(measure))
            for measure in choices.shown(chosen, series)
        )
        self._hint.setVisible(not self._panels)
        self._show_cards()
        self._table.show_rows(self._panels, rows(self._panels, self._span))
        self._bar.save.setEnabled(bool(self._panels))
        self._soon.start()

    def _wanted_span(self) -> Span:
        history = self.session.history
        weeks = [past.week for past in history.check_ins]
        weeks += [past.week for past in history.away]
        return making.span_of(self._bar.weeks, now=self.session.week, first=min(weeks))

    def _show_cards(self) -> None:
        kept = {panel.measure.id: self._cards.get(panel.measure.id) for panel in self._panels}
        for measure, card in self._cards.items():
            if measure not in kept:
                card.hide()
                card.deleteLater()
        self._cards = {}
        for place, panel in enumerate(self._panels):
            card = kept[panel.measure.id] or self._new_card()
            card.show_words(panel, self._span)
            self._cards[panel.measure.id] = card
            self._scroll.column.insertWidget(place + 3, card)

    def _new_card(self) -> ChartCard:
        card = ChartCard()
        card.view.size_changed.connect(self._soon.start)
        card.view.pointed.connect(lambda week: self._on_pointed(card.view, week))
        return card

    def _paint(self) -> None:
        if not self.isVisible() or self._stack.currentIndex() != 1:
            return
        self._scroll.column.setSpacing(px(12))
        self._share_height()
        style = chart_style(self.palette(), ratio=self.devicePixelRatioF())
        jobs = []
        for card in self._cards.values():
            view, panel = card.view, card.panel
            if panel is not None:
                size = (view.width(), view.sizeHint().height())
                jobs.append((view, Job(panel, self._span, style, size)))
        self._painter.paint(jobs)

    def _share_height(self) -> None:
        """Let the charts fill the page if there are few, and stay readable if there are many."""
        if not self._cards:
            return
        margins = self._scroll.column.contentsMargins()
        room = self._scroll.viewport().height() - margins.top() - margins.bottom()
        room -= self._bar.height() + len(self._cards) * self._scroll.column.spacing()
        room -= sum(card.around for card in self._cards.values())
        tall = room // len(self._cards)
        for card in self._cards.values():
            card.view.set_tall(min(px(_HIGHEST), max(px(_LOWEST), tall)))

    def _put_bar(self, column: QVBoxLayout) -> None:
        column.insertWidget(0, self._bar)
        column.insertWidget(1, self._saver)

    def _on_start_asked(self) -> None:
        self.signals.check_in_asked.emit(self.session.week)

    def _on_choice_changed(self) -> None:
        self.mark_stale()

    def _on_table_asked(self, is_on: bool) -> None:
        self._put_bar(self._table_column if is_on else self._scroll.column)
        self._stack.setCurrentIndex(2 if is_on else 1)
        (self._table if is_on else self._bar.table).setFocus(Qt.FocusReason.OtherFocusReason)
        self._soon.start()

    def _on_pointed(self, source: ChartView, week: Week | None) -> None:
        for card in self._cards.values():
            if card.view is not source:
                card.view.follow(week)

    def _on_save_asked(self) -> None:
        self._saver.ask(self._panels, self._span, today=self.session.today)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share the height out anew when the page is resized."""
        if event.type() == QEvent.Type.Resize:
            self._soon.start()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw in the colours and the text size there are now, whoever changed them."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Draw nothing that is not seen, and leave no thread behind when the vault is locked."""
        super().hideEvent(event)
        self._soon.stop()
        self._painter.rest()
        self._saver.rest()
        self._stale = True
