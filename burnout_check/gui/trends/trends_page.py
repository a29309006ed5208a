"""Trends: burnout, anxiety and the work itself on one time line, as charts or as a table."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burnout_check.charts.model import panel_builder, presets
from burnout_check.charts.model.chart_text import rows
from burnout_check.charts.model.panel import Panel, Span, away_spans
from burnout_check.domain.event import Event
from burnout_check.domain.week import Week
from burnout_check.gui.bus.page import Page
from burnout_check.gui.bus.page_context import PageContext
from burnout_check.gui.charting.chart import ChartView
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.trends.chart_bar import ChartBar
from burnout_check.gui.trends.chart_column import ChartColumn
from burnout_check.gui.trends.chart_table import ChartTable
from burnout_check.gui.trends.choose_measures import ChooseMeasures
from burnout_check.gui.trends.comparison_card import ComparisonCard
from burnout_check.gui.trends.derivation_card import DerivationCard
from burnout_check.gui.trends.event_card import EventCard
from burnout_check.gui.trends.event_keeper import EventKeeper
from burnout_check.gui.trends.pattern_card import PatternCard
from burnout_check.gui.trends.trend_saver import TrendSaver
from burnout_check.gui.trends.trends_frame import TrendsFrame
from burnout_check.gui.trends.zooming import Zooming
from burnout_check.session.changed import Changed

TYPE_CHECKING = False
if TYPE_CHECKING:  # matplotlib waits for the first window
    from burnout_check.charts.draw.picture import Figure


class TrendsPage(Page):
    """Every measure over time. What is chosen stays so while the vault is open."""

    shows = (
        Changed.CHECK_INS
        | Changed.HARD_EVENTS
        | Changed.SESSIONS
        | Changed.EVENTS
        | Changed.SETTINGS
        | Changed.THRESHOLDS
        | Changed.LOOK
    )

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        session = context.session
        self._chosen = presets.AT_FIRST.measures
        self._middle = False
        self._panels: tuple[Panel, ...] = ()
        self._span = Span(session.ledger.week, session.ledger.week)
        self._compared: Event | None = None
        self.bar = ChartBar(lambda: session.ledger.today)
        self.zooming = Zooming(self.bar)
        self.charts = ChartColumn()
        self.table = ChartTable(context.tools.clipboard.copy)
        self.saver = TrendSaver()
        self.events = EventCard()
        self.comparison = ComparisonCard()
        self.patterns = PatternCard()
        self.making = DerivationCard()
        self.keeper = EventKeeper(session, self)
        self.bar.presets.show_on(presets.AT_FIRST.name)
        over = (self.bar, self.saver, self.keeper.banner)
        charts = (self.charts, self.events, self.comparison, self.patterns, self.making)
        self._frame = TrendsFrame(over, charts, table=self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame)
        self._connect()

    @property
    def title(self) -> str:
        """The page's name."""
        return "Trends"

    @property
    def measures(self) -> tuple[str, ...]:
        """Ids of the measures that are shown, from the top."""
        return self.charts.measures

    @property
    def panels(self) -> tuple[Panel, ...]:
        """What the charts and the table show, from the top."""
        return self._panels

    @property
    def span(self) -> Span:
        """The weeks that are shown."""
        return self._span

    @property
    def is_drawn(self) -> bool:
        """Whether every chart shows what it should."""
        return not self._frame.shows_charts or self.charts.is_drawn

    def view(self, measure: str) -> ChartView:
        """The chart of a measure that is shown.

        Raises:
            KeyError: if it is not shown.
        """
        return self.charts.view(measure)

    def figure(self, measure: str) -> Figure:
        """The drawn figure of a measure; ``charts.drawing.plotted`` reads its points back.

        Raises:
            KeyError: if it is not drawn (yet).
        """
        figure = self.view(measure).figure
        if figure is None:
            raise KeyError(measure)
        return figure

    def show_preset(self, name: str) -> None:
        """Show the measures of a preset, as if its button had been pressed."""
        self.bar.presets.show_on(name)
        self._on_preset_picked(name)

    def show_measures(self, measures: tuple[str, ...], *, middle: bool = False) -> None:
        """Show measures of the person's own choice, with their four-week middle if wanted."""
        self._chosen, self._middle = measures, middle
        self.bar.presets.show_on("")
        self.mark_stale()

    def bring_into_view(self, part: QWidget) -> None:
        """Scroll to one of the cards below the charts."""
        self._frame.bring_into_view(part)

    def first_focus(self) -> QWidget | None:
        """The first choice, or the way to the first check-in."""
        if self.session.ledger.history.check_ins:
            return self.bar.presets.first
        return self._frame.start

    def refresh(self) -> None:
        """Make the panels anew; the pictures follow when they are drawn."""
        if not self.session.ledger.history.check_ins:
            self._frame.show_empty()
            return
        self._show_face()
        self._span = self._wanted_span()
        self._panels = self._make_panels()
        self.charts.show_panels(self._panels, self._span, can_go_back=self.zooming.can_go_back)
        self.table.show_rows(self._panels, rows(self._panels, self._span))
        self._show_events()
        self.patterns.show_patterns(self.session.ledger.reading.patterns)
        self.making.show_panels(self._panels)
        self._share_room()

    def _show_face(self) -> None:
        if self.bar.table.isChecked():
            self._frame.show_table()
        else:
            self._frame.show_charts()

    def _make_panels(self) -> tuple[Panel, ...]:
        session = self.session
        known = panel_builder.Known(
            session.ledger.reading.series,
            away_spans(session.ledger.history.away),
            session.content,
            session.ledger.rules,
            session.ledger.settings,
            session.ledger.plan,
            events=session.events.all(),
            middle=self._middle,
        )
        return tuple(
            panel_builder.panel(known, measure, self._span, sentence=self._sentence(measure))
            for measure in presets.shown(self._chosen, session.ledger.reading.series)
        )

    def _sentence(self, measure: str) -> str:
        """What is said of a measure in the weeks that are shown."""
        ledger, span = self.session.ledger, self._span
        until = span.last if span.last < ledger.week else None
        return ledger.reading.trend(measure, ledger.week, since=span.first, until=until)

    def _wanted_span(self) -> Span:
        own = self.bar.own_span
        if own is not None:
            return self._kept(own)
        now = self.session.ledger.week
        span = panel_builder.span_of(self.bar.weeks, now=now, first=self._first)
        self.bar.own_weeks.show_span(span)
        return span

    def _kept(self, span: Span) -> Span:
        """Those of some weeks there may be something to show for."""
        return panel_builder.within(span, now=self.session.ledger.week, first=self._first)

    @property
    def _first(self) -> Week:
        history = self.session.ledger.history
        weeks = [past.week for past in history.check_ins]
        return min(weeks + [past.week for past in history.away])

    def _show_events(self) -> None:
        events = self.session.events.all()
        compared = self._compared
        if compared is not None:
            self._compared = next((each for each in events if each.id == compared.id), None)
        self.events.show_events(events, compared=self._compared)
        if self._compared is None:
            self.comparison.hide()
        else:
            found = self.session.ledger.reading.compare(self._compared, self.measures)
            self.comparison.show_comparisons(self._compared, found)

    def _connect(self) -> None:
        bar, charts, keeper = self.bar, self.charts, self.keeper
        bar.preset_picked.connect(self._on_preset_picked)
        bar.own_asked.connect(self._on_own_asked)
        bar.range_changed.connect(self.mark_stale)
        charts.week_asked.connect(self.navigator.look_at)
        charts.span_asked.connect(self._on_span_asked)
        charts.back_asked.connect(self.zooming.back)
        bar.event_asked.connect(keeper.ask_new)
        bar.table_asked.connect(self._on_table_asked)
        bar.save_asked.connect(self._on_save_asked)
        charts.event_asked.connect(keeper.ask_new)
        charts.event_picked.connect(keeper.ask_change)
        charts.event_moved.connect(keeper.move)
        self.events.add_asked.connect(keeper.ask_new)
        self.events.change_asked.connect(keeper.ask_change)
        self.events.remove_asked.connect(keeper.remove)
        self.events.compare_asked.connect(self._on_compare_asked)
        self.comparison.closed.connect(lambda: self._on_compare_asked(None))
        self._frame.start_asked.connect(self._on_start_asked)
        self._frame.room_changed.connect(self._share_room)

    def _share_room(self) -> None:
        self.charts.set_room(self._frame.room)

    def _on_start_asked(self) -> None:
        self.navigator.fill_in(self.session.ledger.week)

    def _on_preset_picked(self, name: str) -> None:
        self._chosen, self._middle = (
            presets.preset(name, self.session.ledger.reading.series).measures,
            False,
        )
        self.mark_stale()

    def _on_span_asked(self, span: Span | None) -> None:
        self.zooming.go(None if span is None else self._kept(span))

    def _on_own_asked(self) -> None:
        dialog = ChooseMeasures(
            self.session.ledger.reading.series, self.measures, middle=self._middle, parent=self
        )
        dialog.chosen.connect(lambda ids, middle: self.show_measures(ids, middle=middle))
        dialog.open()

    def _on_table_asked(self, is_on: bool) -> None:
        self._show_face()
        give_focus(self.table if is_on else self.bar.table)
        self._share_room()

    def _on_compare_asked(self, event: Event | None) -> None:
        self._compared = event
        self._show_events()
        if event is not None:
            QTimer.singleShot(0, self.comparison, self._look_at_comparison)

    def _look_at_comparison(self) -> None:
        self._frame.bring_into_view(self.comparison)
        if self.comparison.table is not None:
            give_focus(self.comparison.table)

    def _on_save_asked(self) -> None:
        self.saver.ask(self._panels, self._span, today=self.session.ledger.today)

    def hideEvent(self, event: QHideEvent) -> None:
        """Say no more of a file when the vault is locked; the charts stop by themselves."""
        super().hideEvent(event)
        self.saver.rest()
        self._stale = True
