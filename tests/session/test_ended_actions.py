"""What has ended has its day and what is open has none, whatever is handed to the room."""

from dataclasses import replace
from datetime import date

import pytest

from burnout_check.domain.support.action import Action, ActionStatus

TODAY = date(2026, 11, 20)


@pytest.fixture
def actions(person):
    assert person.session.ledger.today == TODAY
    return person.session.actions


def test_that_a_change_of_words_does_not_say_what_became_of_it(actions):
    action = actions.add("Ask for a review")
    changed = actions.update(
        replace(action, text=" Ask twice ", who="My team", status=ActionStatus.DONE)
    )

    assert changed == replace(action, text="Ask twice", who="My team")
    assert changed in actions.open()


def test_that_one_that_ended_keeps_its_day_when_its_words_are_changed(actions):
    action = actions.add("Ask for a review")
    actions.put(action, ActionStatus.DROPPED)
    changed = actions.update(replace(action, text="Ask twice"))

    assert (changed.status, changed.ended) == (ActionStatus.DROPPED, TODAY)


def test_that_an_older_copy_does_not_undo_newer_words(actions):
    action = actions.add("Ask for a review")
    actions.update(replace(action, text="Ask twice"))
    actions.put(action, ActionStatus.DONE)

    assert actions.ended()[0].text == "Ask twice"


def test_that_a_new_one_that_has_ended_already_ended_today_unless_it_says_when(actions):
    done = Action("Book leave", "Me", date(2026, 11, 2), status=ActionStatus.DONE)
    earlier = replace(done, ended=date(2026, 11, 3))

    assert actions.add_made(done).ended == TODAY
    assert actions.add_made(earlier).ended == date(2026, 11, 3)


def test_that_undo_brings_back_every_part_of_it_even_a_day_nobody_knows(person, actions):
    old = person.session.ledger.vault.actions.add(
        Action("Book leave", "Me", date(2026, 11, 2), status=ActionStatus.DONE)
    )
    actions.put(old, ActionStatus.OPEN)
    actions.restore(old)

    assert old in actions.ended()
    assert actions.all()[-1].ended is None


@pytest.mark.parametrize("does", ["update", "put"])
def test_that_one_that_was_deleted_is_not_changed(actions, does):
    action = actions.add("Ask for a review")
    actions.remove(action)
    with pytest.raises(KeyError):
        actions.update(action) if does == "update" else actions.put(action, ActionStatus.DONE)
    assert action not in actions.all()
