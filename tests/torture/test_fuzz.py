"""Made-up backups, key files and recovery codes are told to be none of ours, and change nothing."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from burnout_check.domain.backup import BackupFile
from burnout_check.errors import BadInput, UserError, WrongSecret
from burnout_check.store.folder import KEYS, KEYS_COPY
from burnout_check.store.keys import KeyFile
from burnout_check.store.recovery_code import ALPHABET, new_code, parse_code
from tests.torture.amounts import FUZZ, SEED
from tests.torture.fuzzing import changed, forged_backups, forged_key_files, noise
from tests.torture.people import backed_up, locked_vault, make
from tests.torture.tally import Tally
from tests.vaults import PASSPHRASE

KINDS = ("noise", "changed", "forged")


def tried(strategy: st.SearchStrategy[bytes], case: Callable[[bytes], str]) -> Tally:
    """Each made-up thing, met: the word for how it ended, or what should not have happened."""
    tally = Tally()

    @seed(SEED)
    @settings(
        max_examples=FUZZ // len(KINDS) + 1, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(strategy)
    def meet(content):
        where = repr(content[:300])
        try:
            tally.good(case(content))
        except WrongSecret as error:
            tally.bad(where, str(error), "wrong word")
        except AssertionError as error:
            tally.bad(where, str(error), "loss")
        except UserError as error:
            tally.good(f"said to be {type(error).__name__}")
        except Exception as error:  # noqa: BLE001 - whatever it is, no person should meet it
            tally.bad(where, f"{type(error).__name__}: {error}", "traceback")

    meet()
    return tally


def three(whole, forged):
    return dict(zip(KINDS, (noise(whole[:40]), changed(whole), forged(whole)), strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_made_up_backup_is_damage_or_says_what_the_real_one_does(
    kind, quick_folder, figures
):
    folder = quick_folder / "data"
    make(folder)
    backed_up(folder)
    locked = locked_vault(folder)
    (real,) = locked.backups()
    key = locked.key_from_passphrase(PASSPHRASE)
    holds = locked.contents(real, key)
    place = quick_folder / "made up"
    place.mkdir()
    path = place / "burnout-check-2026-11-20-1730.bcbackup"

    def case(content: bytes) -> str:
        path.write_bytes(content)
        (listed,) = locked.backups(place)
        assert isinstance(listed, BackupFile)
        try:
            found = locked.contents(locked.backup_at(path), key)
        finally:
            assert path.read_bytes() == content
        assert found == holds
        return "changed where it tells nothing"

    figures(
        f"made-up backup: {kind}", tried(three(real.path.read_bytes(), forged_backups)[kind], case)
    )


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_made_up_key_file_is_damage_and_is_left_alone(kind, quick_folder, figures):
    folder = quick_folder / "data"
    make(folder)
    whole = (folder / KEYS).read_bytes()

    def case(content: bytes) -> str:
        for name in (KEYS, KEYS_COPY):
            (folder / name).write_bytes(content)
        try:
            found = KeyFile.read(folder)
        finally:
            assert (folder / KEYS).read_bytes() == (folder / KEYS_COPY).read_bytes() == content
        if kind != "forged":
            raise WrongSecret("it was taken for a key file")
        try:
            found.open_with_passphrase("any passphrase")
        except WrongSecret:
            return "told as a wrong passphrase, which it is"
        raise AssertionError("any passphrase opens it")

    figures(f"made-up key file: {kind}", tried(three(whole, forged_key_files)[kind], case))


def test_that_what_is_typed_as_a_recovery_code_is_that_code_or_a_mistake(figures):
    code = new_code()
    bare = code.replace("-", "")
    letters = st.sampled_from(ALPHABET)
    slips = st.tuples(st.integers(0, len(bare) - 1), letters).map(
        lambda slip: bare[: slip[0]] + slip[1] + bare[slip[0] + 1 :]
    )
    typed = st.one_of(st.text(max_size=60), slips, st.text(ALPHABET, min_size=30, max_size=30))

    def case(content: bytes) -> str:
        text = content.decode()
        try:
            found = parse_code(text)
        except BadInput:
            return "said to be a mistake"
        assert found == bare, "another code was taken"
        return "the code itself"

    tally = tried(typed.map(lambda text: text.encode("utf-8", "replace")), case)
    figures("made-up recovery code", tally)


@pytest.mark.parametrize(
    "spelled",
    [str.lower, lambda code: code.replace("-", " "), lambda code: f"  {code}\n", str.upper],
)
def test_that_a_code_is_taken_however_it_is_spelled(spelled):
    code = new_code()

    assert parse_code(spelled(code)) == code.replace("-", "")
