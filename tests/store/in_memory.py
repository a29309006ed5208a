"""A process that opens a vault and locks it, whose memory another process looks through.

``python -m tests.store.in_memory FOLDER`` says ``open`` and then ``locked``, and waits for a line
of input after each.
"""

import gc
import sys
from pathlib import Path

from burnout_check.store.keys import opened_by
from burnout_check.store.vault import Vault


def passphrase() -> str:
    """Made at run time, so that it stands in no compiled constant."""
    return "".join(chr(0x61 + place * place % 23) for place in range(40))


def main(folder: Path) -> None:
    """Opens the vault by its passphrase, as the app does, and locks it."""
    keys, key = opened_by(folder, lambda keys: keys.open_with_passphrase(passphrase()))
    vault = Vault.open(folder, key, keys=keys)
    _say("open")
    vault.close()
    del vault, keys, key
    gc.collect()
    _say("locked")


def _say(word: str) -> None:
    print(word, flush=True)  # noqa: T201 - to the test
    sys.stdin.readline()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
