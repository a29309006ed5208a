"""Whether everything works on this computer: facts about it, and each part that was tried."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was tried, whether it worked, and what it said."""

    name: str
    works: bool
    words: str


@dataclass(frozen=True, slots=True)
class SystemReport:
    """What there is to know for somebody who is asked for help; nothing in it is personal."""

    facts: tuple[tuple[str, str], ...]
    parts: tuple[Finding, ...]

    @property
    def works(self) -> bool:
        """Whether every part does."""
        return all(part.works for part in self.parts)

    @property
    def sentence(self) -> str:
        """The whole in one sentence."""
        broken = sum(not part.works for part in self.parts)
        if not broken:
            return f"Everything works. Tried: {len(self.parts)} parts."
        parts = "1 part does" if broken == 1 else f"{broken} parts do"
        return f"{parts} not work. Copy this list, and send it to whoever looks after the program."

    def text(self) -> str:
        """All of it in plain lines, to be copied."""
        facts = [f"{name}: {words}" for name, words in self.facts]
        return "\n".join([self.sentence, "", *facts, "", *map(line, self.parts)])


def line(part: Finding) -> str:
    """One part as one line."""
    return f"{'ok  ' if part.works else 'FAIL'} {part.name}: {part.words}"
