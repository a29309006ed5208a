"""The power is cut at any moment of a day's work, and what was told as saved is there."""

import pytest

from tests.torture.amounts import CUTS, SEED


def test_that_a_power_cut_at_any_moment_loses_nothing_that_was_told(
    quick_folder, workers, figures, recording_disk_library
):
    for half in range(2):
        cuts, folder = (CUTS + half) // 2, quick_folder / str(half)
        workers.start("powercut", folder, cuts, 2 * SEED + half, library=recording_disk_library)
    tally = workers.tally()
    figures("power cut at a random call", tally)

    assert tally.cases == CUTS


@pytest.mark.parametrize("less", ["OFF", "FULL"])
def test_that_a_vault_that_takes_less_care_would_be_seen_to_lose_a_save(
    quick_folder, workers, recording_disk_library, less
):
    """FULL does not see to it that the end of a save (a name that goes) is on the disk."""
    workers.start("powercut", quick_folder / "data", 40, 1, less, library=recording_disk_library)

    assert workers.tally().outcomes["loss"] > 0
