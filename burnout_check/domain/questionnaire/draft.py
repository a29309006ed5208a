"""The check-in being filled in, until it is finished."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from burnout_check.domain.questionnaire.check_in import CheckIn
from burnout_check.domain.week import Week

_NONE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Incomplete:
    """A draft that cannot be finished yet: the questions with no answer that were not skipped."""

    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A check-in being filled in: every change gives a new value.

    ``carried`` are facts that still hold last week's number and were not confirmed.
    ``revises`` is true when it corrects a check-in that is already saved.
    """

    week: Week
    started: datetime
    asked: tuple[str, ...]
    answers: Mapping[str, int] = field(default_factory=lambda: _NONE)
    facts: Mapping[str, float] = field(default_factory=lambda: _NONE)
    carried: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    hard_events: tuple[str, ...] = ()
    note: str = ""
    revises: bool = False

    def answer(self, item: str, value: int) -> Draft:
        """With ``item`` answered; takes back a skip."""
        return replace(self, answers={**self.answers, item: value}, skipped=self.skipped - {item})

    def state(self, fact: str, value: float | None) -> Draft:
        """With ``fact`` stated by the person, or cleared when ``value`` is None."""
        facts = {key: kept for key, kept in self.facts.items() if key != fact}
        if value is not None:
            facts[fact] = value
        return replace(
            self, facts=facts, carried=self.carried - {fact}, skipped=self.skipped - {fact}
        )

    def confirm(self, facts: frozenset[str]) -> Draft:
        """With carried-over values of ``facts`` taken as this week's."""
        return replace(self, carried=self.carried - facts)

    def skip(self, question: str) -> Draft:
        """With an item or fact left out on purpose."""
        return replace(
            self,
            answers={key: value for key, value in self.answers.items() if key != question},
            facts={key: value for key, value in self.facts.items() if key != question},
            carried=self.carried - {question},
            skipped=self.skipped | {question},
        )

    def with_events(self, hard_events: tuple[str, ...]) -> Draft:
        """With the hard events that happened this week."""
        return replace(self, hard_events=hard_events)

    def with_note(self, note: str) -> Draft:
        """With the private note."""
        return replace(self, note=note)

    def with_parts(self, asked: tuple[str, ...]) -> Draft:
        """With other parts asked (when an answer opens more questions)."""
        return replace(self, asked=asked)

    @classmethod
    def begun(
        cls, week: Week, at: datetime, asked: tuple[str, ...], *, carried: Mapping[str, float]
    ) -> Draft:
        """A new draft, with numbers of the check-in before marked as carried over."""
        return cls(week, at, asked, facts=carried, carried=frozenset(carried))

    @classmethod
    def reopened(cls, saved: CheckIn, at: datetime) -> Draft:
        """A draft that corrects a saved check-in, with its questions and its answers."""
        return cls(
            saved.week,
            at,
            saved.asked,
            answers=saved.answers,
            facts=saved.facts,
            skipped=saved.skipped,
            hard_events=saved.hard_events,
            note=saved.note,
            revises=True,
        )

    @property
    def known(self) -> frozenset[str]:
        """Every item or fact that has an answer, a confirmed value or a skip."""
        stated = frozenset(self.facts) - self.carried
        return frozenset(self.answers) | stated | self.skipped

    def missing(self, questions: tuple[str, ...]) -> tuple[str, ...]:
        """Those of ``questions`` that have neither an answer nor a skip, in order."""
        known = self.known
        return tuple(question for question in questions if question not in known)

    def finish(
        self,
        at: datetime,
        questions: tuple[str, ...],
        *,
        instruments: Mapping[str, str],
        leave_blank: bool = False,
    ) -> CheckIn | Incomplete:
        """The finished check-in, or what is still missing.

        Args:
            at: the aware instant of saving.
            questions: ids of every item and fact that is asked, in order.
            instruments: version by id of the instruments asked.
            leave_blank: count the missing ones as skipped instead.
        """
        missing = self.missing(questions)
        if missing and not leave_blank:
            return Incomplete(missing)
        asked = frozenset(questions)
        return CheckIn(
            week=self.week,
            finished=at,
            answers={key: value for key, value in self.answers.items() if key in asked},
            facts={
                key: value
                for key, value in self.facts.items()
                if key in asked and key not in self.carried
            },
            skipped=(self.skipped & asked) | frozenset(missing),
            hard_events=self.hard_events,
            note=self.note.strip(),
            asked=self.asked,
            instruments=dict(instruments),
        )
