"""Fills an empty vault with two years of made-up check-ins, for a look around."""

from __future__ import annotations

from burnout_check.domain.demo.demo_history import (
    demo_actions,
    demo_events,
    demo_history,
    demo_sessions,
    demo_settings,
)
from burnout_check.errors import UserError, WrongSecret
from burnout_check.session.locked_vault import LockedVault
from burnout_check.session.session import Session

PASSPHRASE = "demo"  # noqa: S105 - it is meant to be known
"""What opens the demo's vault; it guards nothing."""


def open_demo(locked_vault: LockedVault) -> Session:
    """The demo's session: a new vault filled with the storyline, or the one made before.

    Raises:
        UserError: if the folder holds a vault that is not the demo's; it is left alone.
    """
    if not locked_vault.is_new:
        try:
            session = locked_vault.open(locked_vault.key_from_passphrase(PASSPHRASE))
        except WrongSecret as error:
            raise UserError(
                f"The folder {locked_vault.folder} holds a vault of somebody’s own. "
                "Choose another folder for the demo."
            ) from error
    else:
        session = locked_vault.create(locked_vault.make_keys(PASSPHRASE))
    if not session.ledger.history.check_ins:  # new, or the start that made it was cut short
        fill_demo(session)
    return session


def fill_demo(session: Session) -> None:
    """Fill an open, empty vault with the storyline, up to last week; the check-ins come last."""
    content = session.content
    parts = content.questionnaire.parts
    session.preferences.update(demo_settings())
    known = {action.text: action for action in session.actions.all()}
    agreed = [
        known.get(action.text) or session.actions.add_made(action)
        for action in demo_actions(session.ledger.today)
    ]
    if not session.events.all():
        for event in demo_events(session.ledger.week.plus(-1)):
            session.events.add(event)
    history = demo_history(session.ledger.week.plus(-1), content.instruments, parts=parts)
    if not session.ledger.sessions:
        for held in demo_sessions(history, agreed):
            session.supervision.add(held)
    session.check_ins.add_all(history)
