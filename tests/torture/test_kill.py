import os

import pytest

from tests.torture.amounts import KILLS, SEED


def test_that_whoever_is_killed_at_any_moment_finds_all_that_was_saved(
    quick_folder, workers, figures
):
    if not hasattr(os, "fork"):
        pytest.skip("a life that begins in milliseconds needs fork(), which Windows has not")
    for half in range(2):
        kills = (KILLS + half) // 2
        workers.start("killing", quick_folder / str(half), kills, 2 * SEED + half)
    tally = workers.tally()
    figures("killed at a random moment", tally)

    assert tally.cases == KILLS
