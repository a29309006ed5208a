"""This week: the check-in, four measures, what stands out, and what was meant to be done."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from burnout_check.domain.action import Action, ActionStatus
from burnout_check.domain.check_in import Reason
from burnout_check.domain.rule import Prompt
from burnout_check.domain.week import LONDON
from burnout_check.gui.backup_look import BackupLook
from burnout_check.gui.dialogs.not_this_week import NotThisWeekDialog
from burnout_check.gui.dialogs.other_week import OtherWeekDialog
from burnout_check.gui.dialogs.why import WhyDialog
from burnout_check.gui.page import Page
from burnout_check.gui.signals import Signals
from burnout_check.gui.widgets.action_list import ActionList
from burnout_check.gui.widgets.backup_line import BackupLine
from burnout_check.gui.widgets.backup_words import moment_words
from burnout_check.gui.widgets.flow_grid import FlowGrid
from burnout_check.gui.widgets.measure_tile import measure_tile, tiny_line
from burnout_check.gui.widgets.page_scroll import PageScroll
from burnout_check.gui.widgets.prompts import PromptList
from burnout_check.gui.widgets.week_card import WeekCard
from burnout_check.session import Session

NOTHING = "Nothing is over a line or far from your usual."
NOT_YET = "What is over a line, or far from your usual, will be here after your first check-in."


class ThisWeekPage(Page):
    """Where the app opens.

    Args:
        session: of the open vault.
        signals: tell what changed.
        backups: what is known of the backups; by default it looks for itself.
    """

    def __init__(
        self, session: Session, signals: Signals, *, backups: BackupLook | None = None
    ) -> None:
        super().__init__(session, signals)
        signals.actions_changed.connect(self.mark_stale)
        self._backups = backups or BackupLook(session, signals, self)
        self._backups.looked.connect(self._on_looked)
        self._told: list[tuple[str, str]] = []
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
        self._told = self._backup_words()
        for line in self._backup_lines():
            self._scroll.add(line)
        self._scroll.column.addStretch()
        self._backups.look()

    def _on_looked(self) -> None:
        if self._told != self._backup_words():
            self.mark_stale()

    def _backup_lines(self) -> list[BackupLine]:
        lines = []
        aside = self.session.undoable
        if aside is not None and aside.made.astimezone(LONDON).date() == self.session.today:
            words = "What was here before has been kept. If this is not what you wanted, go back."
            line = BackupLine("A backup was restored today", words, action="Undo the restore")
            line.asked.connect(self.signals.undo_restore_asked)
            lines.append(line)
        for title, words in self._backup_words():
            line = BackupLine(title, words, action="See backups")
            line.asked.connect(self.signals.backups_asked)
            lines.append(line)
        return lines

    def _backup_words(self) -> list[tuple[str, str]]:
        """What is to be said of backups, as far as it is known: a title and a sentence."""
        known = self._backups.known
        if known is None:
            return []
        if known.trouble:
            return [("Backups are not being made just now", known.trouble)]
        if self.session.is_demo or not self.session.backup_is_behind(known):
            return []
        if not known.made:
            return [("There is no backup yet", "What you have saved is in this one place only.")]
        title = f"The newest backup was made on {moment_words(known.made[0])}"
        return [(title, "What you have saved since then is in no backup yet.")]

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
