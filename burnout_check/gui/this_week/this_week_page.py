"""This week: the check-in, four measures, what stands out, and what was meant to be done."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burnout_check.domain.insights.looking_back import half_filled_words
from burnout_check.domain.questionnaire.check_in import Reason
from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.support.hard_event import LookIn
from burnout_check.domain.week import LONDON, Week
from burnout_check.gui.actions.action_list import ActionList
from burnout_check.gui.actions.my_actions import MyActions
from burnout_check.gui.backups.backup_words import moment_words
from burnout_check.gui.bus.page import Page
from burnout_check.gui.bus.page_context import PageContext
from burnout_check.gui.kit.banner import Banner
from burnout_check.gui.kit.buttons import QuietButton
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.measure_tile import measure_tile, tiny_line
from burnout_check.gui.kit.page_scroll import PageScroll
from burnout_check.gui.options.hard_event_dialog import HardEventDialog
from burnout_check.gui.prompts.prompt_list import PromptList
from burnout_check.gui.prompts.why import WhyDialog
from burnout_check.gui.this_week.backup_line import BackupLine
from burnout_check.gui.this_week.look_in_card import LookInCard
from burnout_check.gui.this_week.not_this_week import NotThisWeekDialog
from burnout_check.gui.this_week.other_week import OtherWeekDialog
from burnout_check.gui.this_week.week_card import WeekCard
from burnout_check.session.changed import Changed

NOTHING = "Nothing is over a line or far from your usual."
NOT_YET = "After your first check-in, what may need your attention will be here."
NOTED = "Noted. It is not asked again. Support is there at any time."


class ThisWeekPage(Page):
    """Where the app opens.

    The list of actions follows by itself, and so does what is said of backups.
    """

    shows = (
        Changed.CHECK_INS
        | Changed.DRAFTS
        | Changed.HARD_EVENTS
        | Changed.SESSIONS
        | Changed.SETTINGS
        | Changed.THRESHOLDS
        | Changed.SNOOZED
        | Changed.LOOK
    )

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._backups = context.backing_up.look
        self._backups.looked.connect(self._on_looked)
        self._told: list[tuple[str, str]] = []
        self._scroll = PageScroll()
        self._noted: Week | None = None
        self.week_card: WeekCard | None = None
        self.look_in: LookInCard | None = None
        self.my_actions: ActionList | None = None
        self.hard_event: QuietButton | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)

    @property
    def title(self) -> str:
        """The page's name."""
        return "This week"

    def first_focus(self) -> QWidget | None:
        """The main thing to do about the check-in."""
        return None if self.week_card is None else self.week_card.main

    def refresh(self) -> None:
        """Draw the week as it is now; an action half typed stays in its line."""
        typed = None if self.my_actions is None else self.my_actions.typed
        self._scroll.clear()
        self.week_card = self._week_card()
        self._scroll.add(self.week_card)
        for week in self.session.looking_back.half_filled():
            self._scroll.add(self._half_filled(week))
        self._look_in()
        self._scroll.add(self._tiles())
        below = FlowGrid(columns=(2, 1), least=320, shares=(65, 35))
        below.add(self._prompts())
        self.my_actions = MyActions(self.session, self.context.news, self, typed=typed).card
        below.add(self.my_actions)
        self._scroll.add(below)
        self._told = self._backup_words()
        for line in self._backup_lines():
            self._scroll.add(line)
        self._scroll.column.addStretch()
        self._backups.look()

    def _on_looked(self) -> None:
        if self._told != self._backup_words():
            self.mark_stale()

    def _prompts(self) -> PromptList:
        self.hard_event = QuietButton("Something hard happened", symbol="support")
        self.hard_event.setAccessibleDescription("Get support. You need no score for it.")
        self.hard_event.setStyleSheet("padding: 0 2px;")  # it ends where the rows above it do
        self.hard_event.clicked.connect(self._on_hard_event_asked)
        prompts = PromptList(
            "What stands out",
            self.session.ledger.prompts(),
            nothing=NOTHING if self.session.ledger.history.check_ins else NOT_YET,
            also=self.hard_event,
        )
        prompts.why_asked.connect(self._on_why_asked)
        prompts.options_asked.connect(self.navigator.options_for)
        return prompts

    def _half_filled(self, week: Week) -> Banner:
        banner = Banner(half_filled_words(week), action="Fill it in", dismissable=False)
        banner.asked.connect(lambda: self.navigator.fill_in(week))
        return banner

    def _look_in(self) -> None:
        about = self.session.hard_events.to_look_in_on()
        self.look_in = None
        if about is not None:
            self.look_in = LookInCard(about, self.session.ledger.week)
            self.look_in.answered.connect(self._on_looked_in)
            self._scroll.add(self.look_in)
        elif self._noted is not None:
            noted = Banner(NOTED, "steady", action="Undo", dismissable=False)
            noted.asked.connect(self._on_look_in_undone)
            self._scroll.add(noted)

    def _backup_lines(self) -> list[BackupLine]:
        lines = []
        aside = self.session.vault_care.undoable
        if aside is not None and aside.made.astimezone(LONDON).date() == self.session.ledger.today:
            words = "What was here before has been kept. If this is not what you wanted, go back."
            line = BackupLine("A backup was restored today", words, action="Undo the restore")
            line.asked.connect(self.navigator.undo_restore)
            lines.append(line)
        for title, words in self._backup_words():
            line = BackupLine(title, words, action="See backups")
            line.asked.connect(self.navigator.show_backups)
            lines.append(line)
        return lines

    def _backup_words(self) -> list[tuple[str, str]]:
        """What is to be said of backups, as far as it is known: a title and a sentence."""
        known = self._backups.known
        if known is None:
            return []
        if known.trouble:
            return [("Backups are not being made just now", known.trouble)]
        if self.session.is_demo or not self.session.vault_care.backup_is_behind(known):
            return []
        if not known.made:
            return [("There is no backup yet", "What you have saved is in this one place only.")]
        title = f"The newest backup was made on {moment_words(known.made[0])}"
        return [(title, "What you have saved since then is in no backup yet.")]

    def _week_card(self) -> WeekCard:
        card = WeekCard(self.session)
        card.start_asked.connect(lambda: self.navigator.fill_in(self.session.ledger.week))
        card.skip_asked.connect(self._on_skip_asked)
        card.after_all_asked.connect(self._on_after_all_asked)
        card.other_week_asked.connect(self._on_other_week_asked)
        card.result_asked.connect(lambda: self.navigator.go("check_in"))
        return card

    def _tiles(self) -> FlowGrid:
        grid = FlowGrid()
        for tile in self.session.ledger.reading.tiles(self.session.ledger.week):
            line = tiny_line(
                self.session.ledger.reading.series[tile.measure], self.session.ledger.week
            )
            grid.add(measure_tile(tile, line))
        return grid

    def _on_skip_asked(self) -> None:
        dialog = NotThisWeekDialog(self)
        dialog.chosen.connect(self._on_reason_chosen)
        dialog.open()

    def _on_reason_chosen(self, reason: Reason) -> None:
        self.session.check_ins.not_this_week(self.session.ledger.week, reason)

    def _on_after_all_asked(self) -> None:
        self.session.check_ins.this_week_after_all(self.session.ledger.week)
        self.navigator.fill_in(self.session.ledger.week)

    def _on_other_week_asked(self) -> None:
        dialog = OtherWeekDialog(self.session, self.navigator, self)
        dialog.open()

    def _on_why_asked(self, prompt: Prompt) -> None:
        WhyDialog(prompt, self.session, self.navigator, self).open()

    def _on_hard_event_asked(self) -> None:
        HardEventDialog(self.context, self).open()

    def _on_looked_in(self, about: Week, answer: LookIn) -> None:
        self._noted = about  # before it is drawn anew, with the way back
        self.session.hard_events.answer(about, answer)
        self._focus_soon()
        if answer is LookIn.MORE:
            happened = self.session.ledger.history.hard_events(about)
            HardEventDialog(self.context, self, about=happened).open()

    def _on_look_in_undone(self) -> None:
        if self._noted is not None:
            self.session.hard_events.take_back_answer(self._noted)
            self._noted = None
            self._focus_soon()

    def _focus_soon(self) -> None:
        """The button that was pressed is gone: the keyboard goes to the first one."""
        QTimer.singleShot(0, self, self._take_focus)

    def _take_focus(self) -> None:
        focus = self.first_focus()
        if focus is not None and self.isActiveWindow():
            give_focus(focus)
