"""The questions of one section of the check-in, as rows a person answers with the keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from burnout_check.domain.insights.slips import asked_back
from burnout_check.domain.measures.ids import SUPERVISION
from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.domain.questionnaire.instrument import Fact, Item
from burnout_check.domain.questionnaire.schedule import Part
from burnout_check.domain.questionnaire.scoring import check_fact
from burnout_check.domain.support.crisis import not_asked
from burnout_check.errors import BadInput
from burnout_check.gui.check_in.choice_list import ChoiceList
from burnout_check.gui.kit.answer_group import AnswerGroup, answer_keys
from burnout_check.gui.kit.answer_list import AnswerList
from burnout_check.gui.kit.choice_row import ChoiceRow, RatingRow
from burnout_check.gui.kit.fields import NumberField
from burnout_check.gui.kit.flow_grid import FlowGrid
from burnout_check.gui.kit.labels import Muted, SectionTitle, Small
from burnout_check.session.session import Session

_LONG = 60
"""Choices with more letters than this are sentences, and stand below each other."""


_INDENT = 12
"""What stands above the rows begins where their questions do, in pixels at 100 %."""

LAST_TIME, FROM_SESSIONS = "Last time’s number.", "From your sessions this week."


class Questions(QWidget):
    """The rows of some parts, in order.

    Signals:
        answered(item_id, value): an item was answered.
        stated(fact_id, value): a number was typed, or taken away (None).
        skipped(question_id): an item or fact was skipped.
        finished(): the keyboard went past the last row.

    Args:
        parts: what is asked.
        draft: the answers so far.
        session: for the words, the person's usual, and what is known from supervision.
    """

    answered = Signal(object, int)
    stated = Signal(str, object)
    skipped = Signal(object)
    finished = Signal()

    def __init__(self, parts: Iterable[Part], draft: Draft, session: Session) -> None:
        super().__init__()
        self._session = session
        self._content = session.content
        self._draft = draft
        self._rows: dict[str, AnswerGroup | NumberField] = {}
        self._order = AnswerList()
        self._order.setParent(self)
        self._order.chosen.connect(self.answered)
        self._order.skipped.connect(self.skipped)
        self._order.finished.connect(self.finished)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for heading, together in groupby(parts, key=lambda part: (part.heading, part.hint)):
            self._add(*heading, tuple(together))
        self._column.addStretch()

    @property
    def rows(self) -> dict[str, AnswerGroup | NumberField]:
        """The row of each question, by its id, in order."""
        return self._rows

    def focus_on(self, question: str) -> None:
        """Give the keyboard to a question."""
        self._rows[question].take_focus()

    def first_wrong(self) -> str | None:
        """The first number that cannot be used, with its sentence shown."""
        for question, row in self._rows.items():
            if isinstance(row, NumberField) and row.problem() is not None:
                row.show_error_now()
                return question
        return None

    def _add(self, heading: str, hint: str, parts: Sequence[Part]) -> None:
        """Add parts that share a heading: their numbers in a line, then their other questions."""
        asked = dict.fromkeys(question for part in parts for question in part.questions)
        new = [question for question in asked if question not in self._rows]
        if not new:
            return
        facts = [question for question in new if question.startswith("fact_")]
        items = [self._content.item(question) for question in new if question not in facts]
        if self._rows:
            self._column.addSpacing(12)
        how = "Type a number, Enter goes on, S skips" if facts else _keys(items)
        words = [SectionTitle(heading), Muted(" · ".join(filter(None, (how, hint))))]
        for label in words:
            self._column.addWidget(_set_in(label))
        if facts:
            grid = FlowGrid(columns=(3, 2, 1) if len(facts) > 1 else (1,))
            for fact in facts:
                grid.add(self._number(self._content.fact(fact)))
            grid.setContentsMargins(_INDENT, 4, _INDENT, 8)
            self._column.addWidget(grid)
        if any(part.says_not_asked for part in parts):
            self._column.addWidget(
                _set_in(
                    Small(not_asked(self._session.ledger.settings.text("nation")), selectable=True)
                )
            )
        opened = {part.questions[0]: part.why_more(self._draft.answers) for part in parts}
        for item in items:
            if opened.get(item.id):
                self._column.addWidget(_set_in(Muted(opened[item.id])))
            self._column.addWidget(self._group(item))

    def _number(self, fact: Fact) -> NumberField:
        def check(text: str) -> str | None:
            try:
                check_fact(fact, text)
            except BadInput as error:
                return str(error)
            return None

        carried = fact.id in self._draft.carried

        def ask_back(value: float) -> str:
            usual = self._session.ledger.reading.usual(fact.id, self._draft.week)
            return asked_back(fact, value, usual)

        field = NumberField(fact.text, fact.unit.label, check=check, ask_back=ask_back)
        if carried:
            noted = self._draft.week in self._session.supervision.minutes()
            kept = fact.id == SUPERVISION and noted
            field.set_hint(f"{FROM_SESSIONS if kept else LAST_TIME} Enter keeps it.")
        field.set_value(self._draft.facts.get(fact.id), prefilled=carried)
        field.edited.connect(lambda text: self._on_number_edited(fact.id, text))
        field.changed.connect(lambda value: self.stated.emit(fact.id, value))
        field.accepted.connect(lambda: self._on_number_accepted(fact.id))
        self._order.join(field)
        self._rows[fact.id] = field
        return field

    def _group(self, item: Item) -> AnswerGroup:
        choices = [(choice.value, choice.label) for choice in item.choices]
        row: AnswerGroup
        if item.anchors is not None:
            row = RatingRow(item.id, item.text, low=item.anchors[0], high=item.anchors[1])
        elif any(len(label) > _LONG for _value, label in choices):
            row = ChoiceList(item.id, item.text, choices)
        else:
            row = ChoiceRow(item.id, item.text, choices)
        row.set_answer(self._draft.answers.get(item.id), skipped=item.id in self._draft.skipped)
        self._order.join(row)
        self._rows[item.id] = row
        return row

    def _on_number_edited(self, fact_id: str, text: str) -> None:
        row = self._rows[fact_id]
        if isinstance(row, NumberField) and text.lower() == "s":
            row.set_value(None)
            row.set_hint("Skipped")
            row.accepted.emit()

    def _on_number_accepted(self, fact_id: str) -> None:
        row = self._rows[fact_id]
        assert isinstance(row, NumberField)  # noqa: S101 - made in _number
        value = row.value()
        if value is None:
            self.skipped.emit(fact_id)
        else:
            row.set_hint("")
            row.set_value(value)
            self.stated.emit(fact_id, value)


def _set_in(label: QWidget) -> QWidget:
    """A line that begins where the questions below it do."""
    label.setContentsMargins(_INDENT, 0, 0, 0)
    return label


def _keys(items: Sequence[Item]) -> str:
    """Which keys answer, where that is the same for all the items."""
    keys = {tuple(answer_keys([choice.value for choice in item.choices])) for item in items}
    if len(keys) != 1:
        return ""
    if any(item.anchors is not None for item in items):
        return "Press 0 to 9 to answer, or 1 and then 0 for 10. S skips"
    first, *_, last = next(iter(keys))
    return f"Press {first} to {last} to answer, S to skip"
