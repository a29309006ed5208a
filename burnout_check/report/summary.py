"""What is on the pages, in words and counts, to be read before they leave the computer."""

from __future__ import annotations

from burnout_check.domain.numbers import number_of
from burnout_check.domain.supervision.shared_view import SharedView

NOT_A_RECORD = "Self-reported, for a conversation. Not a clinical or HR record."


def summary(shown: SharedView, *, name: str = "") -> tuple[str, ...]:
    """One line for each kind of thing, "12 weeks of Caseload, with numbers" or "no notes".

    Args:
        shown: what the pages are made from.
        name: the name the person typed, if they did.
    """
    lines = [
        f"{number_of(len(each.points), 'week', none='no')} of {each.title}, "
        f"{'with numbers' if each.with_numbers else 'as a line only'}"
        for each in shown.measures
    ] or ["no charts"]
    lines += [
        number_of(len(found), one, many, none="no")
        for found, one, many in (
            (shown.prompts, "thing that stands out", "things that stand out"),
            (shown.events, "event", ""),
            (shown.notes, "note", ""),
            (shown.agenda, "line of the agenda", "lines of the agenda"),
            (shown.actions, "action", ""),
        )
    ]
    away = number_of(len(shown.away), "week away", "weeks away", none="no")
    lines.append(f"{away}, with the reason" if shown.away else away)
    lines.append(f"your name, {name.strip()}" if name.strip() else "no name")
    return tuple(lines)
