"""After locking, what is left of the key in the memory of the process."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from burnout_check.store.data_key import DataKey
from burnout_check.store.keys import KeyFile, create_keys
from burnout_check.store.overwriting import overwrite, passing
from burnout_check.store.vault import Vault
from tests.store.in_memory import passphrase
from tests.vaults import CHEAP

ROOT = Path(__file__).parents[2]


@pytest.fixture
def watched(tmp_path):
    """How often the key as text, the key, and the passphrase are found: open, and then locked."""
    if sys.platform != "linux":
        pytest.skip("only Linux shows another process's memory as a file")
    Vault.create(tmp_path, create_keys(passphrase(), cost=CHEAP)).close()
    key = KeyFile.read(tmp_path).open_with_passphrase(passphrase()).raw()
    sought = {"hex": key.hex().encode(), "raw": key, "passphrase": passphrase().encode()}
    command = [sys.executable, "-m", "tests.store.in_memory", str(tmp_path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        found = []
        for word in ("open", "locked"):
            assert child.stdout.readline() == f"{word}\n"
            found.append(_found(child.pid, sought))
            child.stdin.write("\n")
            child.stdin.flush()
        assert child.wait() == 0
    return found


def test_that_after_locking_the_key_is_in_memory_neither_as_text_nor_as_it_is(watched):
    opened, locked = watched

    assert opened["raw"] > 0  # or nothing has been looked at
    assert locked["hex"] == 0
    assert locked["raw"] == 0


def test_that_bytes_and_text_are_overwritten_in_their_place():
    value, text = bytes(range(65, 91)) * 2, (bytes(range(65, 91)) * 2).decode("ascii")
    overwrite(value, text)

    assert value == bytes(52)
    assert text == "\0" * 52


@pytest.mark.parametrize("value", [b"", b"k", "", "k"])
def test_that_what_python_keeps_one_of_for_all_is_left_alone(value):
    before = bytes(value) if isinstance(value, bytes) else value.encode()
    overwrite(value)

    assert (value if isinstance(value, bytes) else value.encode()) == before


def test_that_what_is_lent_is_overwritten_even_where_the_work_fails():
    key = DataKey(bytes(range(32)))
    lent: list[bytes] = []

    def failing():
        with key.lent() as raw:
            lent.append(raw)
            assert raw == bytes(range(32))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        failing()

    assert lent == [bytes(32)]
    assert key.raw() == bytes(range(32))


def test_that_a_copy_of_a_key_is_wiped_for_itself():
    key = DataKey(bytes(range(32)))
    copy = key.copy()
    key.wipe()

    assert copy.raw() == bytes(range(32))

    with passing(bytes(range(1, 33))) as value:
        assert value[0] == 1
    assert value == bytes(32)


def _found(process: int, sought: dict[str, bytes]) -> dict[str, int]:
    found = dict.fromkeys(sought, 0)
    path = Path(f"/proc/{process}/mem")
    if not os.access(path, os.R_OK):
        pytest.skip("this system lets nobody look")
    with path.open("rb", 0) as memory:
        for start, end in _writable(process):
            memory.seek(start)
            try:
                content = memory.read(end - start)
            except OSError:  # some ranges cannot be read at all
                continue
            for name, wanted in sought.items():
                found[name] += content.count(wanted)
    return found


def _writable(process: int):
    for line in Path(f"/proc/{process}/maps").read_text().splitlines():
        match = re.match(r"([0-9a-f]+)-([0-9a-f]+) rw", line)
        if match and "[v" not in line:
            yield int(match[1], 16), int(match[2], 16)
