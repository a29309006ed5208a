"""Looking back: every week there was, a year ago, each month in a sentence, and all notes."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from burnout_check.domain.insights.looking_back import Cell, Mark
from burnout_check.domain.week import Week
from burnout_check.gui.bus.page import Page
from burnout_check.gui.bus.page_context import PageContext
from burnout_check.gui.kit.buttons import PlainButton, PrimaryButton, QuietButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.labels import Body, CardTitle, Muted, Strong
from burnout_check.gui.kit.page_scroll import PageScroll
from burnout_check.gui.kit.responsive_row import ButtonRow
from burnout_check.gui.looking_back.legend import Legend
from burnout_check.gui.looking_back.notes_card import NotesCard
from burnout_check.gui.looking_back.week_calendar import WeekCalendar
from burnout_check.session.changed import Changed

TITLE = "Looking back"
NOTHING = "There is nothing to look back on yet. It begins with your first check-in."
_MONTHS = 12


class LookingBackPage(Page):
    """Opening a week shows what it said; to correct it is a button of its own."""

    shows = Changed.CHECK_INS | Changed.DRAFTS | Changed.SETTINGS | Changed.LOOK

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.calendar: WeekCalendar | None = None
        self.notes: NotesCard | None = None
        self._at: Week | None = None
        self._words = Strong()
        self._scroll = PageScroll()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    @property
    def title(self) -> str:
        """The page's name."""
        return TITLE

    def first_focus(self) -> QWidget | None:
        """The calendar."""
        return self.calendar

    def refresh(self) -> None:
        """Draw it all; the week that was chosen and the words that were sought stay."""
        sought = "" if self.notes is None else self.notes.search.text()
        self._scroll.clear()
        self._scroll.add(self._weeks())
        below = FlowGrid(columns=(2, 1), least=320)
        self.notes = NotesCard(self.session.looking_back, sought=sought)
        self.notes.week_asked.connect(self.navigator.look_at)
        below.add(self._time_behind())
        below.add(self.notes)
        self._scroll.add(below)
        self._scroll.column.addStretch()

    def _weeks(self) -> Card:
        card = Card(gap=12)
        card.add(CardTitle("Your weeks"))
        now = self.session.ledger.week
        self.calendar = WeekCalendar(self.session.looking_back.calendar(), now)
        self.calendar.moved.connect(self._show_cell)
        self.calendar.chosen.connect(self._on_chosen)
        card.add(self.calendar)
        card.add(Legend())
        self._words = Strong()
        self.open_button = PrimaryButton("See what it said")
        self.open_button.clicked.connect(self._on_open)
        self.correct = PlainButton("Correct")
        self.correct.clicked.connect(self._on_correct)
        self.delete = QuietButton("Delete the check-in")
        self.delete.clicked.connect(self._on_delete)
        card.add(self._words)
        card.add(ButtonRow(self.open_button, self.correct, self.delete, gap=12))
        if self._at is not None:
            self.calendar.go_to(self._at)
        if self.calendar.cell is not None:
            self._show_cell(self.calendar.cell)
        return card

    def _time_behind(self) -> Card:
        card = Card(gap=8)
        ago = self.session.looking_back.a_year_ago()
        if ago:
            card.add(CardTitle("A year ago"))
            card.add(Body(ago))
        card.add(CardTitle("Month by month"))
        said = self.session.looking_back.months()
        for sentence in said[:_MONTHS]:
            card.add(Body(sentence))
        if not said:
            card.add(Muted(NOTHING))
        card.column.addStretch()
        return card

    def _show_cell(self, cell: Cell) -> None:
        """Say what the week was, and offer what can be done with it."""
        self._at = cell.week
        self._words.setText(f"{cell.words}.")
        removed = cell.week in self.session.check_ins.removed
        is_done = cell.mark is Mark.DONE
        self.open_button.setText("See what it said" if is_done else "Fill it in")
        self.open_button.setEnabled(cell.mark is not Mark.AHEAD)
        self.correct.setVisible(is_done)
        self.delete.setText("Put it back" if removed else "Delete the check-in")
        self.delete.setVisible(is_done or removed)

    def _on_chosen(self, cell: Cell) -> None:
        self._show_cell(cell)
        self._on_open()

    def _on_open(self) -> None:
        cell = None if self.calendar is None else self.calendar.cell
        if cell is None:
            return
        if cell.mark is Mark.DONE:
            self.navigator.look_at(cell.week)
        else:
            self.navigator.fill_in(cell.week)

    def _on_correct(self) -> None:
        if self._at is not None:
            self.navigator.fill_in(self._at)

    def _on_delete(self) -> None:
        if self._at is None:
            return
        if self._at in self.session.check_ins.removed:
            self.session.check_ins.restore(self._at)
        else:
            self.session.check_ins.remove(self._at)
