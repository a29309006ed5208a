"""Supervision: prepare what to show and to talk about, and what became of the last time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from burnout_check.domain.supervision.agenda import AgendaItem
from burnout_check.domain.supervision.sharing_choice import SharingChoice
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.domain.support.action import Action, ActionStatus
from burnout_check.errors import BadInput
from burnout_check.gui.bus.page import Page
from burnout_check.gui.bus.page_context import PageContext
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.focus import focus_soon, give_focus
from burnout_check.gui.kit.labels import CardTitle, Muted
from burnout_check.gui.kit.page_scroll import PageScroll
from burnout_check.gui.supervision.shared_view_panel import SharedViewPanel
from burnout_check.gui.supervision.supervision_after import After
from burnout_check.gui.supervision.supervision_agenda import AgendaCard
from burnout_check.gui.supervision.supervision_agreed import AgreedCard
from burnout_check.gui.supervision.supervision_choice import ChoiceCard
from burnout_check.gui.supervision.supervision_past import PastSessions
from burnout_check.gui.supervision.supervision_pdf import SupervisionPdf
from burnout_check.session.changed import Changed

_SESSIONS = 2
"""Of how many sessions what was agreed is listed."""


class SupervisionPage(Page):
    """Choose at the left; talk about, agree and look back at the right; the preview below.

    What is ticked stays so while the vault is open, and is remembered once it was shown.
    """

    shows = (
        Changed.CHECK_INS
        | Changed.HARD_EVENTS
        | Changed.ACTIONS
        | Changed.AGENDA
        | Changed.SESSIONS
        | Changed.EVENTS
        | Changed.SETTINGS
        | Changed.THRESHOLDS
        | Changed.SNOOZED
        | Changed.LOOK
    )

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        session = context.session
        self._choice = self.session.sharing.choice()
        self.choice = ChoiceCard()
        self.choice.ask_again(self.session.sharing.asks_again())
        self.agenda = AgendaCard()
        self.agreed = AgreedCard(session.ledger.today)
        self.after = After(session)
        self.preview = SharedViewPanel()
        self.past = PastSessions(session.supervision, today=session.ledger.today)
        self._nothing = Muted("Nothing is ticked, so nothing would be seen.")
        below = Card(gap=12)
        below.add(CardTitle("Exactly this will be seen"))
        below.add(self._nothing)
        below.add(self.preview)
        right = Column(self.agenda, self.agreed, gap=16)
        right.column.addStretch()
        columns = FlowGrid(columns=(2, 1), least=330, shares=(46, 54))
        columns.add(self.choice)
        columns.add(right)
        self._scroll = scroll = PageScroll()
        for part in (self.after, columns, below, self.past):
            scroll.add(part)
        scroll.column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        column.addWidget(self.choice.foot)
        self._connect()

    @property
    def title(self) -> str:
        """The page's name."""
        return "Supervision"

    @property
    def is_drawn(self) -> bool:
        """Whether the preview shows what it should; true while nobody can see it."""
        return not self.preview.isVisible() or self.preview.is_drawn

    def first_focus(self) -> QWidget | None:
        """What is asked after a session; else the first tick; with none, the field for a line."""
        if self.after.first is not None:
            return self.after.first
        for group in self.choice.groups.values():
            return next(iter(group.rows.values())).tick
        return self.agenda.new

    def ask_after(self, session: SupervisionSession) -> None:
        """Ask what is asked about a session that was had just now, and begin the next choice."""
        self._scroll.verticalScrollBar().setValue(0)  # what is asked now stands at the top
        self._choice = self.session.sharing.choice()
        self.choice.ask_again(self.session.sharing.asks_again())
        self.after.ask_counted(session)

    def refresh(self) -> None:
        """Show everything as it is now."""
        self.choice.remind(self.session.sharing.reminder)
        self._show_offers()
        self._show_lines()
        self._show_actions()
        self.after.look(today=self.session.ledger.today)
        self.past.look(today=self.session.ledger.today)

    def _connect(self) -> None:
        self.choice.changed.connect(self._on_changed)
        self.choice.asked_again.connect(self._on_asked_again)
        self.choice.show_asked.connect(self._on_show)
        self.choice.save_asked.connect(self._on_save)
        self.choice.someone_asked.connect(lambda: self.navigator.go("support"))
        self.agenda.added.connect(self._on_line_added)
        self.agenda.accepted.connect(self._on_accepted)
        self.agenda.moved.connect(self._on_moved)
        self.agenda.removed.connect(self._on_removed)
        self.agreed.added.connect(self._on_action_added)
        self.agreed.status_asked.connect(self._on_status)
        self.past.kept.connect(self._on_past_kept)

    def _show_offers(self) -> None:
        offers = self.session.sharing.items(self._choice.weeks)
        shown = self.session.sharing.shared_view(self._choice)
        self.choice.show_offers(offers, self._choice, can_show=not shown.is_empty)
        self._show_preview()

    def _show_preview(self) -> None:
        shown = self.session.sharing.shared_view(self._choice)
        self.choice.allow(can_show=not shown.is_empty)
        self._nothing.setVisible(shown.is_empty)
        self.preview.show_all(shown)

    def _show_lines(self) -> None:
        self.agenda.show_lines(self.session.agenda.lines(), self.session.agenda.suggested())

    def _show_actions(self) -> None:
        happened = self.session.supervision.what_happened()
        asked = {action.id for action in happened}
        past = self.session.supervision.history().sessions[:_SESSIONS]
        others = [each for one in past for each in one.agreed if each.id not in asked]
        self.agreed.show_actions(happened, others)
        self.agreed.allow_more(can=bool(past))

    def _on_changed(self, choice: SharingChoice) -> None:
        weeks, self._choice = self._choice.weeks, choice
        if choice.weeks != weeks:
            self._show_offers()
        else:
            self._show_preview()

    def _on_asked_again(self, yes: bool) -> None:
        if yes:
            again = self.session.sharing.again(self.session.sharing.asks_again())
            ticked, numbers = self._choice.ticked, self._choice.numbers
            self._choice = replace(
                self._choice, ticked=ticked | again.ticked, numbers=numbers | again.numbers
            )
        self.choice.ask_again(())
        self._show_offers()
        give_focus(self.choice.show_button)

    def _on_show(self) -> None:
        self.session.sharing.remember(self._choice)
        self.navigator.show_joint_view(self.session.sharing.shared_view(self._choice))

    def _on_save(self) -> None:
        self.session.sharing.remember(self._choice)
        dialog = SupervisionPdf(self.session.sharing.shared_view(self._choice), parent=self)
        dialog.open()

    def _on_line_added(self, text: str) -> None:
        try:
            self.session.agenda.add(text)
        except BadInput as error:
            self.agenda.new.set_error(str(error))
            return
        self.agenda.new.set_text("")

    def _on_moved(self, item: AgendaItem, place: int) -> None:
        self.session.agenda.move(item, to=place)

    def _on_accepted(self, item: AgendaItem) -> None:
        self.session.agenda.accept(item)

    def _on_removed(self, item: AgendaItem) -> None:
        self.session.agenda.remove(item)

    def _on_action_added(self, text: str, who: str, due: date | None) -> None:
        try:
            self.session.supervision.agree(self.session.actions.add(text, who=who, due=due))
        except BadInput as error:
            self.agreed.form.text.set_error(str(error))
            return
        self.agreed.form.clear()

    def _on_status(self, action: Action, status: ActionStatus) -> None:
        self.session.actions.put(action, status)

    def _on_past_kept(self, session: SupervisionSession) -> None:
        """What is asked about it stands at the top, out of sight of where it was added."""
        self.after.ask_counted(session)
        first = self.after.first
        if first is not None:
            focus_soon(first)
