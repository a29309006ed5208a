import pytest

from tests.torture.amounts import FLIPS, SEED

# Of a thousand cases, how many; the targets are those of damage.py.
SHARES = {
    "database": 250,
    "first key file": 100,
    "second key file": 50,
    "both key files": 100,
    "journal": 125,
    "database and journal": 75,
    "backup": 175,
    "draft": 125,
}


@pytest.mark.parametrize("target", SHARES)
def test_that_damage_is_told_or_harmless_and_changes_no_file(
    target, quick_folder, workers, figures
):
    cases = FLIPS * SHARES[target] // 1000
    for half in range(2):
        number = (cases + half) // 2
        workers.start("damage", quick_folder / str(half), target, number, 2 * SEED + half)
    tally = workers.tally()
    figures(f"damaged: {target}", tally)

    assert tally.cases == cases
