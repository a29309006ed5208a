"""A new action is never taken for a deleted one, whatever was agreed or shown of that."""

from datetime import date

import pytest

from burnout_check.domain.supervision.sharing_choice import Privacy, SharingChoice
from burnout_check.domain.supervision.supervision_session import SupervisionSession
from burnout_check.errors import BadInput

DAY = date(2026, 11, 18)


def test_that_a_new_action_is_not_taken_for_a_deleted_one_that_was_agreed(person):
    session = person.session
    agreed = session.actions.add("Pause new allocations", who="Supervisor")
    session.supervision.add(SupervisionSession(DAY, 50, actions=(agreed.id,)))
    session.sharing.remember(SharingChoice().tick(f"action:{agreed.id}"))
    session.actions.remove(agreed)
    private = session.actions.add("See my own doctor")

    (offer,) = (each for each in session.sharing.items() if each.name == private.text)
    assert offer.privacy is Privacy.PERSONAL
    assert session.sharing.choice() == SharingChoice()
    assert session.sharing.asks_again() == ()
    assert private not in session.supervision.what_happened()


def test_that_a_deleted_action_that_is_put_back_is_the_agreed_one_again(person):
    session = person.session
    agreed = session.actions.add("Pause new allocations", who="Supervisor")
    session.supervision.add(SupervisionSession(DAY, 50, actions=(agreed.id,)))
    session.actions.remove(agreed)
    session.actions.add("See my own doctor")
    session.actions.restore(agreed)

    assert session.supervision.what_happened() == (agreed,)


def test_that_rating_a_session_that_was_deleted_since_is_refused_in_words(person):
    supervision = person.session.supervision
    kept = supervision.add(SupervisionSession(DAY, 50))
    supervision.remove(kept)

    with pytest.raises(BadInput, match="no longer there"):
        supervision.update(kept)
