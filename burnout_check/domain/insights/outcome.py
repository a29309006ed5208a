"""What a saved check-in says."""

from __future__ import annotations

from dataclasses import dataclass

from burnout_check.domain.questionnaire.check_in import CheckIn
from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.support.option import Option


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a saved check-in says: the sentence for the week, what stands out, what may help."""

    check_in: CheckIn
    sentence: str
    prompts: tuple[Prompt, ...]
    options: tuple[Option, ...]
