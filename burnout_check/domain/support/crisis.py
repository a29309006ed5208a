"""Who to call in a crisis: the lines of the content, and a built-in minimum if there are none.

The minimum stands in the code on purpose: a damaged content file must not take these numbers away.
Nothing here needs a session, a score or an answer.
"""

from __future__ import annotations

from collections.abc import Iterable

from burnout_check.domain.support.option import Aim, Nation, Option, Shelf, Tier

EMERGENCY = "999"

DANGER = (
    "you or someone else is in danger",
    "you have badly hurt yourself, or taken too much of a medicine",
    "you feel you may act on thoughts of ending your life",
)
"""When to call 999, after "Call 999 or go to A&E now if:"."""

DANGER_TO_ANYONE = (
    "someone is in danger",
    "someone has badly hurt themselves, or taken too much of a medicine",
    "someone may act on thoughts of ending their life",
)
"""The same where two people look at one screen: it says nothing about either of them."""

PHONE_BILL = "Calls from a work phone may show on its bill."


def _line(  # noqa: PLR0913 - one short table of numbers is easier to check than six calls of parts
    number: str,
    name: str,
    text: str,
    *,
    call: str = "Call",
    nations: tuple[Nation, ...] = (),
    hours: str = "",
    cost: str = "",
    then: tuple[str, ...] = (),
) -> Option:
    return Option(
        id=f"built-in-{'-'.join((number.replace(' ', ''), *nations)).lower().replace(' ', '-')}",
        name=name,
        tier=Tier.CRISIS,
        aim=Aim.PERSON,
        shelf=Shelf.NOW,
        text=text,
        nations=nations,
        number=number,
        call=call,
        hours=hours,
        cost=cost,
        how_to=then,
    )


MINIMUM = (
    _line(
        EMERGENCY,
        "Emergency services",
        "When someone is in danger now.",
        hours="Any time",
        then=("Say which service you need, and where you are.",),
    ),
    _line(
        "111",
        "NHS 111, option 2",
        "Mental health help from the NHS, at any age.",
        nations=(Nation.ENGLAND,),
        hours="Any time",
        then=("Choose option 2 for a mental health crisis.",),
    ),
    _line(
        "111",
        "NHS 24",
        "Mental health help from the NHS.",
        nations=(Nation.SCOTLAND,),
        then=("Ask for the mental health hub.",),
    ),
    _line(
        "111",
        "NHS 111, press 2",
        "Mental health help from the NHS, at any age.",
        nations=(Nation.WALES,),
        hours="Any time",
        cost="Free, even with no credit",
        then=("Press 2 for mental health.",),
    ),
    _line(
        "0808 808 8000",
        "Lifeline",
        "Help in a crisis. Textphone: 18001 0808 808 8000.",
        nations=(Nation.NORTHERN_IRELAND,),
        hours="Any time",
        cost="Free",
        then=("Say as much or as little as you want.",),
    ),
    _line(
        "116 123",
        "Samaritans",
        "A volunteer listens.",
        hours="Any time",
        cost="Free",
        then=(
            "They do not see your number.",
            "It is confidential. They may tell others if someone is in danger now, if a court "
            "orders it, or for terrorism or safeguarding.",
        ),
    ),
    _line(
        "85258",
        "Shout",
        "Help by text message, at any age.",
        call="Text SHOUT to",
        hours="Any time",
        cost="Free",
        then=(
            "Clinical supervisors watch over the service.",
            "If you text very often, there may be a limit.",
        ),
    ),
)
"""What is shown when there is no content: support.toml holds the same lines with their sources."""


def lines(options: Iterable[Option] = (), nation: str = "") -> tuple[Option, ...]:
    """The crisis lines to show, the most urgent first.

    Args:
        options: the options of the content; only its crisis lines with a number are used.
        nation: the person's nation; with none known, the lines of all four are there.

    A line of the minimum that the content lacks is added, so that none is ever missing. While the
    nation is not known, what works in all four comes before what works in one.
    """
    given = [
        option
        for option in options
        if option.tier is Tier.CRISIS and option.number and option.serves(nation)
    ]
    missing = [
        line
        for line in MINIMUM
        if line.serves(nation) and not any(_covers(option, line) for option in given)
    ]
    found = sorted((*given, *missing), key=_place)
    return tuple(found if nation else sorted(found, key=lambda line: bool(line.nations)))


def _covers(option: Option, line: Option) -> bool:
    return _digits(option) == _digits(line) and all(
        option.serves(nation) for nation in line.nations or tuple(Nation)
    )


def _place(option: Option) -> int:
    for place, line in enumerate(MINIMUM):
        if _digits(option) == _digits(line) and (
            not line.nations or set(line.nations) & set(option.nations or Nation)
        ):
            return place
    return len(MINIMUM)


def _digits(option: Option) -> str:
    return "".join(filter(str.isdigit, option.number))


AT_ANY_TIME = tuple(line for line in MINIMUM if not line.nations and line.number != EMERGENCY)
"""Somebody to talk or write to, in any nation, at any time."""

_NOT_ASKED = (
    "We do not ask about thoughts of ending your life, because nobody would see your answer. "
    "If you have them, call {line}, Samaritans on 116 123, or 999 if you may act on them."
)
_OWN_LINE = {
    Nation.ENGLAND: "111 and choose option 2",
    Nation.SCOTLAND: "NHS 24 on 111",
    Nation.WALES: "111 and press 2",
    Nation.NORTHERN_IRELAND: "Lifeline on 0808 808 8000",
}


def not_asked(nation: str) -> str:
    """What is said where silence about thoughts of suicide could be taken for safety.

    Args:
        nation: the person's nation, for its own line; "" if it is not known.
    """
    known = Nation(nation) if nation in set(Nation) else None
    return _NOT_ASKED.format(line="111" if known is None else _OWN_LINE[known])


def there_now(nation: str) -> tuple[Option, ...]:
    """Somebody to talk or write to at any time, the nation's own line first where it is known."""
    own = tuple(line for line in MINIMUM if nation in line.nations)
    return own + AT_ANY_TIME
