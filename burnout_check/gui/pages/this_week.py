"""This week: the check-in, four measures, what stands out, and what was meant to be done."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from burnout_check.domain.action import Action, ActionStatus
from burnout_check.domain.check_in import Reason
from burnout_check.domain.rule import Prompt
from burnout_check.domain.week import LONDON
from burnout_check.gui.dialogs.not_this_week import NotThisWeekDialog
from burnout_check.gui.dialogs.other_week import OtherWeekDialog
from burnout_check.gui.dialogs.why import WhyDialog
from burnout_check.gui.page import Page
from burnout_check.gui.signals import Signals
from burnout_check.gui.widgets.action_list import ActionList
from burnout_check.gui.widgets.backup_line import BackupLine
from burnout_check.gui.widgets.flow_grid import FlowGrid
from burnout_check.gui.widgets.measure_tile import measure_tile, tiny_line
from burnout_check.gui.widgets.page_scroll import PageScroll
from burnout_check.gui.widgets.prompts import PromptList
from burnout_check.gui.widgets.week_card import WeekCard
from burnout_check.session import Session

NOTHING = "Nothing is over a line or far from your usual."
NOT_YET = "What is over a line, or far from your usual, will be here after your first check-in."


class ThisWeekPage(Page):
    """Where the app opens."""

    def __init__(self, session: Session, signals: Signals) -> None:
        super().__init__(session, signals)
        signals.actions_changed.connect(self.mark_stale)
        signals.backups_changed.connect(self.mark_stale)
        self._scroll = PageScroll()
        self.week_card: WeekCard | None = None
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
        """Draw the week as it is now."""
        self._scroll.clear()
        self.week_card = self._week_card()
        self._scroll.add(self.week_card)
        self._scroll.add(self._tiles())
        prompts = PromptList(
            "What stands out",
            self.session.prompts(),
            nothing=NOTHING if self.session.history.check_ins else NOT_YET,
        )
        prompts.why_asked.connect(self._on_why_asked)
        prompts.options_asked.connect(self.signals.options_asked)
        actions = ActionList(self.session.actions.all(), self.session.today)
        actions.status_asked.connect(self._on_status_asked)
        actions.added.connect(self._on_action_added)
        below = FlowGrid(columns=(2, 1), least=320, shares=(65, 35))
        below.add(prompts)
        below.add(actions)
        self._scroll.add(below)
        for line in self._backup_lines():
            self._scroll.add(line)
        self._scroll.column.addStretch()

    def _backup_lines(self) -> list[BackupLine]:
        lines = []
        aside = self.session.undoable
        if aside is not None and aside.made.astimezone(LONDON).date() == self.session.today:
            words = "What was here before has been kept. If this is not what you wanted, go back."
            line = BackupLine("A backup was restored today", words, action="Undo the restore")
            line.asked.connect(self.signals.undo_restore_asked)
            lines.append(line)
        trouble = self.session.backup_trouble
        if trouble:
            title = "Backups are not being made just now"
            line = BackupLine(title, trouble, action="See backups")
            line.asked.connect(self.signals.backups_asked)
            lines.append(line)
        return lines

    def _week_card(self) -> WeekCard:
        card = WeekCard(self.session)
        card.start_asked.connect(lambda: self.signals.check_in_asked.emit(self.session.week))
        card.skip_asked.connect(self._on_skip_asked)
        card.after_all_asked.connect(self._on_after_all_asked)
        card.other_week_asked.connect(self._on_other_week_asked)
        card.result_asked.connect(lambda: self.signals.page_asked.emit("check_in"))
        return card

    def _tiles(self) -> FlowGrid:
        grid = FlowGrid()
        for tile in self.session.tiles():
            line = tiny_line(self.session.series[tile.measure], self.session.week)
            grid.add(measure_tile(tile, line))
        return grid

    def _on_skip_asked(self) -> None:
        dialog = NotThisWeekDialog(self)
        dialog.chosen.connect(self._on_reason_chosen)
        dialog.open()

    def _on_reason_chosen(self, reason: Reason) -> None:
        self.session.not_this_week(self.session.week, reason)
        self.signals.history_changed.emit()

    def _on_after_all_asked(self) -> None:
        self.session.this_week_after_all(self.session.week)
        self.signals.history_changed.emit()
        self.signals.check_in_asked.emit(self.session.week)

    def _on_other_week_asked(self) -> None:
        dialog = OtherWeekDialog(self.session, self.signals, self)
        dialog.open()

    def _on_why_asked(self, prompt: Prompt) -> None:
        WhyDialog(prompt, self.session, self.signals, self).open()

    def _on_status_asked(self, action: Action, status: ActionStatus) -> None:
        self.session.actions.change(replace(action, status=status))
        self.signals.actions_changed.emit()

    def _on_action_added(self, text: str) -> None:
        self.session.actions.add(text)
        self.signals.actions_changed.emit()
