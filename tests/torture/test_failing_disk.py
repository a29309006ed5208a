import pytest

from tests.torture.amounts import CALLS, SEED
from tests.torture.operations import OPERATIONS

# Two processes at a time, with about as much to do.
PAIRS = (
    (("create", "save"), ("backup", "code", "passphrase", "erase")),
    (("migrate", "keep"), ("open", "restore")),
    (("undo", "renew"), ("salvage", "mend")),
)


def test_that_no_operation_is_forgotten():
    assert sorted(name for pair in PAIRS for names in pair for name in names) == sorted(OPERATIONS)


@pytest.mark.parametrize("pair", PAIRS, ids=["+".join(sum(pair, ())) for pair in PAIRS])
def test_that_an_operation_on_a_failing_disk_is_done_or_is_told_and_undone(
    pair, quick_folder, workers, figures, failing_disk_library
):
    for half, names in enumerate(pair):
        folder = quick_folder / str(half)
        workers.start("sweeping", folder, CALLS, SEED, *names, library=failing_disk_library)
    tally = workers.tally()
    figures("a call to the disk fails, or is the last", tally)

    assert tally.cases > 100
