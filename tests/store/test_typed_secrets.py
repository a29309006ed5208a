"""A secret means what is seen of it, where it is made and where it is asked."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from nacl.pwhash import argon2id
from nacl.secret import SecretBox

from burnout_check.domain.typed_secret import seen
from burnout_check.errors import WrongSecret
from burnout_check.store.data_key import DataKey
from burnout_check.store.keys import create_keys
from burnout_check.store.slots import PassphraseSlot
from tests.vaults import CHEAP

UNSEEN = (
    *("\n", "\r\n", "\t", " ", "\x00", "\u00a0", "\u00ad", "\u1680", "\u2003", "\u200b", "\u200d"),
    *("\u200e", "\u2028", "\u202f", "\u2060", "\u3000", "\ufeff", "\u2800", "\u3164"),
)
ends = st.lists(st.sampled_from(UNSEEN), max_size=4).map("".join)
words = st.text(min_size=1, max_size=40).map(lambda text: f"a{text}b")


def _slot_of_before(data_key: DataKey, to_the_letter: str) -> PassphraseSlot:
    """As 0.1.0 made it, whatever stood at the ends."""
    salt = bytes(range(16))
    key = argon2id.kdf(32, to_the_letter.encode(), salt, CHEAP.operations, CHEAP.memory)
    return PassphraseSlot(salt, CHEAP, bytes(SecretBox(key).encrypt(data_key.raw())))


@settings(max_examples=100)
@given(words=words, before=ends, after=ends, other_before=ends, other_after=ends)
def test_that_what_is_not_seen_at_the_ends_is_no_part_of_a_passphrase(
    words, before, after, other_before, other_after
):
    made = create_keys(before + words + after, cost=CHEAP)

    assert made.key_file.open_with_passphrase(other_before + words + other_after) == made.data_key
    assert made.key_file.open_with_passphrase(words) == made.data_key


@settings(max_examples=50)
@given(before=ends, after=ends)
def test_that_a_vault_made_before_opens_with_what_it_was_made_with(before, after):
    data_key = DataKey(bytes(range(32)))
    slot = _slot_of_before(data_key, f"{before}correct horse{after}")

    assert slot.open(f"{before}correct horse{after}") == data_key


@settings(max_examples=50)
@given(before=ends, after=ends, between=st.sampled_from(UNSEEN))
def test_that_a_recovery_code_is_read_through_whatever_is_not_seen(before, after, between):
    made = create_keys("correct horse", cost=CHEAP)
    pasted = before + made.recovery_code.replace("-", f"-{between}") + after

    assert made.key_file.open_with_code(pasted) == made.data_key


@pytest.mark.parametrize("unseen", UNSEEN)
def test_that_what_stands_inside_counts(unseen):
    made = create_keys("correcthorse", cost=CHEAP)

    with pytest.raises(WrongSecret):
        made.key_file.open_with_passphrase(f"correct{unseen}horse")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pass\n", "pass"),
        ("\ufeff pass\u200b\u00a0", "pass"),
        ("two words ", "two words"),
        ("   ", "   "),
        ("", ""),
        ("\U0001f3f4\U000e0067\U000e007f", "\U0001f3f4\U000e0067\U000e007f"),  # a flag
        ("❤\ufe0f", "❤\ufe0f"),
    ],
)
def test_that_only_the_ends_go_and_never_all_of_it(typed, meant):
    assert seen(typed) == meant
