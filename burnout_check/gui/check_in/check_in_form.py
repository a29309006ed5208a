"""The check-in being filled in: its sections at the left, one section at the right."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from burnout_check.domain.insights.sentences import time_left
from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.domain.questionnaire.schedule import Part, Section
from burnout_check.errors import UserError
from burnout_check.gui.check_in.anything_else import AnythingElse
from burnout_check.gui.check_in.questions import Questions
from burnout_check.gui.check_in.section_list import SectionList, State
from burnout_check.gui.check_in.stepped import Stepped
from burnout_check.gui.kit.buttons import PlainButton, PrimaryButton
from burnout_check.gui.kit.card import Card
from burnout_check.gui.kit.focus import give_focus
from burnout_check.gui.kit.labels import Muted, Small
from burnout_check.gui.kit.page_scroll import PageScroll
from burnout_check.gui.look.scale import FollowsTextSize, px
from burnout_check.session.session import Session

LAST = "anything_else"
"""The section for hard events and the note; it is always there and always last."""


_LEAST_HEIGHT = 420
"""Pixels at 100 % from which there is room for the list of sections beside the questions."""


class CheckInForm(FollowsTextSize, QWidget):
    """Fills in one draft; every change is saved as it is made.

    Signals:
        finish_asked(): the person wants to save the check-in.
        trouble(sentence): what was typed could not be saved; it is still here, and tried again
            with the next change.
        support_asked(): something hard was ticked, and the person wants to see what may help.

    Attributes:
        is_keeping: it is writing the draft just now.
        is_kept: all that was typed is in the vault.

    Args:
        session: where the draft is kept.
        draft: what is filled in so far.
    """

    finish_asked = Signal()
    trouble = Signal(str)
    support_asked = Signal()

    def __init__(self, session: Session, draft: Draft) -> None:
        super().__init__()
        self.draft = draft
        self.is_keeping = False
        self.is_kept = True
        self._session = session
        self._sections = self._open_sections()
        self._section = self._first_open()
        self.questions: Questions | None = None
        self.anything_else: AnythingElse | None = None
        self._steps = SectionList([(each.id, each.title) for each in self._sections])
        self._steps.chosen.connect(self._on_section_chosen)
        self._scroll = PageScroll(margins=(8, 12, 8, 12))
        card = Card(padding=4, gap=0)
        card.add(self._scroll, stretch=1)
        self._stepped = Stepped(self._steps, card)
        self._count = Muted()
        self._kept = Small("Saved as you go. You can close this and carry on later.")
        self.back = PlainButton("Back")
        self.next = PrimaryButton("Next")
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self.go_on)
        footer = QHBoxLayout()
        footer.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._count)
        words.addWidget(self._kept)
        footer.addLayout(words, 1)
        footer.addWidget(self.back)
        footer.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 4, 32, 16)
        column.setSpacing(12)
        column.addWidget(self._stepped, 1)
        column.addLayout(footer)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.go_on)
        self._show_section()
        self._fit()

    @property
    def section(self) -> str:
        """The id of the section in view."""
        return self._section

    def take_focus(self) -> None:
        """Give the keyboard to the first question of the section that is still open."""
        if self.anything_else is not None:
            give_focus(self.anything_else.first_focus())
        elif self.questions is not None:
            rows = tuple(self.questions.rows)
            self.questions.focus_on(next(iter(self.draft.missing(rows)), rows[0]))

    def draw_again(self) -> None:
        """Draw the section anew, for another text size, with the keyboard where it was."""
        focus = self.window().focusWidget()
        had_focus = focus is not None and self._scroll.isAncestorOf(focus)
        self._show_section()
        if had_focus:
            self.take_focus()

    def show_question(self, question: str) -> None:
        """Go to the section of a question and give it the keyboard."""
        for part in self._session.check_ins.parts(self.draft):
            if question in part.questions:
                self._go_to(part.section)
                if self.questions is not None:
                    self.questions.focus_on(question)
                return

    def go_on(self) -> None:
        """Go to the next section, or ask to save after the last."""
        if not self._section_is_right():
            return
        self._confirm_carried()
        ids = [section.id for section in self._sections]
        place = ids.index(self._section) + 1
        if place < len(ids):
            self._go_to(ids[place])
        else:
            self.finish_asked.emit()

    def _open_sections(self) -> tuple[Section, ...]:
        open_ids = {part.section for part in self._session.check_ins.parts(self.draft)}
        everything = self._session.content.questionnaire.sections
        return tuple(each for each in everything if each.id in open_ids or each.id == LAST)

    def _first_open(self) -> str:
        for section in self._sections:
            if self.draft.missing(self._questions_of(section.id)):
                return section.id
        return self._sections[-1 if self.draft.answers else 0].id

    def _parts_of(self, section: str) -> tuple[Part, ...]:
        return tuple(
            part for part in self._session.check_ins.parts(self.draft) if part.section == section
        )

    def _questions_of(self, section: str) -> tuple[str, ...]:
        questionnaire = self._session.content.questionnaire
        return questionnaire.questions(part.id for part in self._parts_of(section))

    def _show_section(self) -> None:
        self._scroll.clear()
        self.questions, self.anything_else = None, None
        if self._section == LAST:
            nation = self._session.ledger.settings.text("nation")
            events = self._session.content.questionnaire.hard_events
            last = AnythingElse(events, self.draft, nation=nation)
            last.events_changed.connect(lambda ids: self._keep(self.draft.with_events(ids)))
            last.note_changed.connect(lambda note: self._keep(self.draft.with_note(note)))
            last.support_asked.connect(self.support_asked)
            self.anything_else = last
            self._scroll.add(last, stretch=1)
        else:
            rows = Questions(self._parts_of(self._section), self.draft, self._session)
            rows.answered.connect(lambda item, value: self._keep(self.draft.answer(item, value)))
            rows.stated.connect(lambda fact, value: self._keep(self.draft.state(fact, value)))
            rows.skipped.connect(lambda question: self._keep(self.draft.skip(question)))
            rows.finished.connect(lambda: self._on_rows_finished(rows))
            self.questions = rows
            self._scroll.add(rows, stretch=1)
        self._scroll.verticalScrollBar().setValue(0)
        self._show_progress()

    def _keep(self, draft: Draft) -> None:
        before = self._parts_of(self._section)
        self.draft = draft
        self.is_keeping, self.is_kept = True, False
        try:
            self._session.check_ins.update_draft(draft)
            self.is_kept = True
        except UserError as error:
            self.trouble.emit(str(error))
        finally:
            self.is_keeping = False
        if self._section != LAST and self._parts_of(self._section) != before:
            self._show_section()
            self.take_focus()
        self._show_progress()

    def _show_progress(self) -> None:
        questions = self._session.check_ins.questions(self.draft)
        missing = self.draft.missing(questions)
        self._count.setText(time_left(len(questions) - len(missing), len(questions)))
        states: dict[object, State] = {}
        for section in self._sections:
            asked = self._questions_of(section.id)
            done = section.id != LAST and not self.draft.missing(asked)
            states[section.id] = "done" if done else "todo"
        states[self._section] = "current"
        self._steps.set_states(states)
        place = [section.id for section in self._sections].index(self._section)
        self.back.setVisible(place > 0)
        last = place == len(self._sections) - 1
        words = f"Next: {self._sections[place + 1].title}" if not last else "Save check-in"
        self.next.setText(words)

    def _go_to(self, section: str) -> None:
        self._section = section
        self._show_section()
        self.take_focus()

    def _section_is_right(self) -> bool:
        wrong = None if self.questions is None else self.questions.first_wrong()
        if wrong is not None and self.questions is not None:
            self.questions.focus_on(wrong)
        return wrong is None

    def _confirm_carried(self) -> None:
        seen = frozenset(self._questions_of(self._section)) & self.draft.carried
        if seen:
            self._keep(self.draft.confirm(seen))

    def _on_rows_finished(self, rows: Questions) -> None:
        if rows is self.questions:  # not if its last answer has opened more questions
            self.go_on()

    def _on_section_chosen(self, section: object) -> None:
        if self._section_is_right():
            self._go_to(str(section))

    def _fit(self) -> None:
        """In a low window, or with large text, leave the room to the questions."""
        roomy = self.height() >= px(_LEAST_HEIGHT)
        for widget in (self._steps, self._kept):
            if widget.isHidden() is roomy:
                widget.setVisible(roomy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose what there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _on_back(self) -> None:
        ids = [section.id for section in self._sections]
        self._go_to(ids[max(0, ids.index(self._section) - 1)])
