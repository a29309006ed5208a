from dataclasses import replace

import pytest

from burnout_check.domain.supervision.agenda import HOW_I_AM, AgendaItem, Source, moved, suggested
from burnout_check.domain.support.action import Action, ActionStatus
from tests.domain.planted import MATERIAL, TODAY

OPEN = Action("Pause new allocations", "Supervisor", TODAY, id=7)


def test_that_open_actions_and_prompts_about_work_are_suggested_in_their_own_words():
    done = replace(OPEN, id=8, status=ActionStatus.DONE)
    lines = suggested(MATERIAL.prompts, (OPEN, done), agenda=(), today=TODAY)

    assert [(line.text, line.source, line.about) for line in lines] == [
        ("What happened: Pause new allocations", Source.ACTION, "7"),
        ("Secret title of workload", Source.PROMPT, "rule-workload"),
        (HOW_I_AM, Source.PROMPT, "person"),  # and not a word of the one about anxiety
    ]


def test_that_what_is_on_the_agenda_is_not_suggested_again():
    there = suggested(MATERIAL.prompts, (OPEN,), agenda=(), today=TODAY)
    own = AgendaItem("My own line", TODAY)

    assert suggested(MATERIAL.prompts, (OPEN,), agenda=(*there, own), today=TODAY) == ()


@pytest.mark.parametrize(
    ("to", "order"), [(0, (3, 1, 2)), (1, (1, 3, 2)), (9, (1, 2, 3)), (-4, (3, 1, 2))]
)
def test_that_a_line_moves_to_a_place_or_to_an_end(to, order):
    assert moved((1, 2, 3), 3, to=to) == order


def test_that_a_line_that_is_not_there_does_not_move():
    with pytest.raises(ValueError, match="not on the agenda"):
        moved((1, 2), 3, to=0)
