"""The check-in: fills in a week, or shows what it said; any past week can be filled in too."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from burnout_check.domain.insights.looking_back import half_filled_words
from burnout_check.domain.insights.outcome import Outcome
from burnout_check.domain.questionnaire.draft import Draft, Incomplete
from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.week import Week, plain_date
from burnout_check.errors import UserError
from burnout_check.gui.bus.page import Page
from burnout_check.gui.bus.page_context import PageContext
from burnout_check.gui.check_in.check_in_form import CheckInForm
from burnout_check.gui.check_in.result_view import ResultView
from burnout_check.gui.kit.banner import Banner
from burnout_check.gui.kit.column import Column
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.options.hard_event_dialog import HardEventDialog
from burnout_check.gui.options.option_cards import OptionCards
from burnout_check.gui.prompts.why import WhyDialog
from burnout_check.session.changed import Changed

_TOLD = Changed.DRAFTS | Changed.HARD_EVENTS | Changed.SESSIONS
"""What may be told elsewhere of a week that is being filled in."""


class CheckInPage(Page):
    """One week: the form while it is filled in, the result when it is saved.

    Opened without a week it shows this one. The cards of a result follow the actions and the agenda
    by themselves.
    """

    shows = (
        Changed.CHECK_INS
        | Changed.DRAFTS
        | Changed.HARD_EVENTS
        | Changed.SESSIONS
        | Changed.SETTINGS
        | Changed.THRESHOLDS
        | Changed.SNOOZED
        | Changed.LOCAL_HELP
        | Changed.LOOK
    )

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._writes = False
        self._told_elsewhere = False
        self._chosen: Week | None = None
        self._missing: tuple[str, ...] = ()
        self.form: CheckInForm | None = None
        self.result: ResultView | None = None
        self._banner = Banner(dismissable=False)
        self._banner.hide()
        self._banner.asked.connect(self._on_banner_asked)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        top = QVBoxLayout()
        top.setContentsMargins(32, 0, 32, 0)
        top.addWidget(self._banner)
        self._half_filled = Column(gap=8)
        top.addWidget(self._half_filled)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    @property
    def _week(self) -> Week:
        """The week it is about: that of the form, the chosen one, or the one it is now."""
        if self.form is not None:
            return self.form.draft.week
        return self._chosen or self.session.ledger.week

    @property
    def title(self) -> str:
        """The week it is about."""
        monday = self._week.monday
        other_year = monday.year != self.session.ledger.today.year
        return f"Check-in · week of {plain_date(monday, year=other_year)}"

    def open(self, week: Week) -> None:
        """Fill in or correct a week, whether it was saved before or not."""
        self._chosen = week
        self._stale = False
        self.form = None
        self._show_half_filled()
        self._show_form(self.session.check_ins.draft_for(week))

    def look_at(self, week: Week) -> None:
        """Show what a week said, or its form where it is not saved or half filled in."""
        self._chosen = week
        self.form = self.result = None
        self.mark_stale()

    def hear(self, what: Changed) -> None:
        """Take in that something changed; what is written here by itself is shown already."""
        is_own = self._writes or (self.form is not None and self.form.is_keeping)
        if is_own:
            return
        self._told_elsewhere |= bool(what & _TOLD)
        super().hear(what)

    def _show_half_filled(self) -> None:
        """Say which other weeks are half filled in, with the way to each."""
        self._half_filled.clear()
        others: list[Week] = []
        with suppress(UserError):  # the page itself says what the disk does
            found = self.session.looking_back.half_filled()
            others = [week for week in found if week != self._week]
        for week in others:
            banner = Banner(half_filled_words(week), action="Go to it", dismissable=False)
            banner.asked.connect(lambda week=week: self.navigator.fill_in(week))
            self._half_filled.add(banner)
        self._half_filled.setVisible(bool(others))

    def refresh(self) -> None:
        """Show the form if it is being filled in, else what the week said."""
        self._show_half_filled()
        if self.form is not None:
            self._draw_again(self.form)
            return
        saved = self.session.ledger.history.get(self._week)
        try:
            is_open = saved is None or self._week in {
                one.week for one in self.session.check_ins.drafts()
            }
        except UserError as error:
            if self.result is None:
                raise
            self._banner.say(f"Your check-in is saved. {error}", "attention")
            return
        if is_open or saved is None:
            self._show_form(self.session.check_ins.draft_for(self._week))
        else:
            was = self.result
            is_new = was is not None and was.is_new and was.outcome.check_in == saved
            self._show_result(self.session.check_ins.outcome(saved), is_new=is_new)

    def first_focus(self) -> QWidget | None:
        """The first open question; the form gives it itself."""
        if self.form is not None:
            self.form.take_focus()
        return None if self.result is None else self.result.trends

    def _draw_again(self, form: CheckInForm) -> None:
        """With what was told elsewhere meanwhile, or it would be lost with the next key."""
        told, self._told_elsewhere = self._told_elsewhere, False
        if told and form.is_kept:
            draft = self.session.check_ins.draft_for(form.draft.week)
            if draft.asked != form.draft.asked or draft.revises != form.draft.revises:
                self._show_form(draft)
                return
            form.draft = draft
        form.draw_again()

    def _show_form(self, draft: Draft) -> None:
        form = CheckInForm(self.session, draft)
        form.finish_asked.connect(self._on_finish_asked)
        form.trouble.connect(self._on_trouble)
        form.support_asked.connect(self._show_support)
        self.form, self.result = form, None
        self._swap(form)
        if draft.revises:
            self._banner.say(
                "You are correcting a saved check-in. It stays as it is until you save.",
                action="Leave it as it was",
            )
        form.take_focus()

    def _show_result(self, outcome: Outcome, *, is_new: bool) -> None:
        tools = self.context.tools
        cards = OptionCards(self.session, self.context.news, tools.clipboard, self)
        result = ResultView(self.session, outcome, cards.card, is_new=is_new)
        result.trends_asked.connect(lambda: self.navigator.go("trends"))
        result.done_asked.connect(lambda: self.navigator.go("this_week"))
        result.edit_asked.connect(lambda: self.open(outcome.check_in.week))
        result.options_asked.connect(self.navigator.options_for)
        result.why_asked.connect(self._on_why_asked)
        self.form, self.result = None, result
        self._swap(result)
        if outcome.check_in.week == self.session.ledger.week:
            self._chosen = None  # next week this page is about that one

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """What is written in here is not drawn when it is heard of: what follows draws it."""
        self._writes = True
        try:
            yield
        finally:
            self._writes = False

    def _swap(self, shown: QWidget) -> None:
        self._banner.hide()
        self._missing = ()
        old = self._stack.currentWidget()
        self._stack.addWidget(shown)
        self._stack.setCurrentWidget(shown)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self.title_changed.emit(self.title)

    def _on_finish_asked(self) -> None:
        if self.form is None:
            return
        self._submit(leave_blank=bool(self._missing))

    def _submit(self, *, leave_blank: bool) -> None:
        if self.form is None:
            return
        try:
            with self._writing():
                outcome = self.session.check_ins.submit(self.form.draft, leave_blank=leave_blank)
        except UserError as error:
            self._on_trouble(str(error))
            return
        if isinstance(outcome, Incomplete):
            self._missing = outcome.missing
            count = len(outcome.missing)
            left = "1 question has" if count == 1 else f"{count} questions have"
            self._banner.say(
                f"{left} no answer. Save again to leave them out.",
                "watch",
                action="Go to the first",
            )
            return
        self._show_result(outcome, is_new=True)
        self.mark_stale()  # read again: where the disk has failed meanwhile, it is said here
        if self.result is not None:
            give_focus(self.result.first_focus())
        if outcome.check_in.hard_events:
            self._show_support(outcome.check_in.hard_events)

    def _show_support(self, happened: Collection[str] | None = None) -> None:
        HardEventDialog(self.context, self, about=happened).open()

    def _on_trouble(self, sentence: str) -> None:
        self._banner.say(f"{sentence} What you typed is still here.", "attention")

    def _on_banner_asked(self) -> None:
        if self.form is None:
            return
        if self._missing:
            self.form.show_question(self._missing[0])
        else:
            with self._writing():
                self.session.check_ins.remove_draft(self._week)
            saved = self.session.ledger.history.get(self._week)
            if saved is not None:
                self._show_result(self.session.check_ins.outcome(saved), is_new=False)

    def _on_why_asked(self, prompt: Prompt) -> None:
        WhyDialog(prompt, self.session, self.navigator, self).open()
