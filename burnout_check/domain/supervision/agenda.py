"""The agenda of the next supervision: the person's own lines, and lines worth suggesting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.support.action import Action, ActionStatus
from burnout_check.domain.support.option import Family

WORK_FAMILIES = frozenset({Family.WORKLOAD, Family.SUPERVISION})
"""What a supervisor may be expected to know about; every other family is about the person."""

HOW_I_AM = "How the work is affecting me"
"""Stands for every prompt about the person, so that no suggestion gives a score away."""


class Source(StrEnum):
    """Where a line of the agenda comes from."""

    OWN = "own"
    PROMPT = "prompt"
    ACTION = "action"
    OPTION = "option"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One line: ``about`` is the id of the rule, action or option it comes from, "" for none.

    ``place`` orders the lines, lowest first; ``id`` is 0 until it is saved.
    """

    text: str
    made: date
    source: Source = Source.OWN
    about: str = ""
    place: int = 0
    id: int = 0


def suggested(
    prompts: Iterable[Prompt],
    actions: Iterable[Action],
    *,
    agenda: Iterable[AgendaItem],
    today: date,
) -> tuple[AgendaItem, ...]:
    """Lines worth adding, not saved yet: open actions first, then what stands out.

    A prompt about workload or supervision gives its own title. All others together give one line
    that says nothing of what was answered. What is on the agenda already is left out.
    """
    found = [
        AgendaItem(f"What happened: {action.text}", today, Source.ACTION, str(action.id))
        for action in actions
        if action.status is ActionStatus.OPEN
    ]
    stands_out = tuple(prompts)
    found += [
        AgendaItem(prompt.title, today, Source.PROMPT, prompt.rule.id)
        for prompt in stands_out
        if prompt.family in WORK_FAMILIES
    ]
    if any(prompt.family not in WORK_FAMILIES for prompt in stands_out):
        found.append(AgendaItem(HOW_I_AM, today, Source.PROMPT, "person"))
    there = {(item.source, item.about) for item in agenda}
    return tuple(item for item in found if (item.source, item.about) not in there)


def moved(ids: Sequence[int], item: int, *, to: int) -> tuple[int, ...]:
    """The ids with ``item`` at place ``to``, counted from 0; further out means at that end.

    Raises:
        ValueError: if it is not one of them.
    """
    if item not in ids:
        raise ValueError(f"{item} is not on the agenda")
    rest = [each for each in ids if each != item]
    place = max(0, min(to, len(rest)))
    return (*rest[:place], item, *rest[place:])
