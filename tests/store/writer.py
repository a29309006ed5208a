"""Opens a vault in another process: ``writer.py FOLDER hold`` or ``writer.py FOLDER write``.

Prints a line for each thing that is done, so that the test knows what must be there after a kill.
"""

import itertools
import sys
from dataclasses import replace
from pathlib import Path

from tests.store.samples import CHECK_IN, DRAFT, WEEK
from tests.vaults import opened_vault

# Found in no file, they show that nothing was written in plain.
NEEDLES = {
    "note": "needle-in-the-note-Zoë",
    "draft": "needle-in-the-draft",
    "event": "needle-hard-event",
    "timeline": "needle-on-the-time-line",
    "action": "needle-in-the-action",
    "who": "needle-of-a-supervisor",
    "setting": "needle-in-a-setting",
    "agenda": "needle-on-the-agenda",
    "agreed": "needle-in-an-agreed-note",
    "local": "needle-of-a-guardian",
    "question": "needle.question",
}
NEEDLE_CHECK_IN = replace(
    CHECK_IN,
    note=NEEDLES["note"],
    hard_events=(NEEDLES["event"],),
    answers={NEEDLES["question"]: 3},
)
NEEDLE_DRAFT = replace(DRAFT, note=NEEDLES["draft"], answers={NEEDLES["question"]: 2})


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    vault = opened_vault(Path(sys.argv[1]))
    _say("open")
    if sys.argv[2] == "hold":
        sys.stdin.read()
        return
    for number in itertools.count():
        week = WEEK.plus(number)
        vault.drafts.update(replace(NEEDLE_DRAFT, week=week))
        _say(f"draft {week}")
        vault.check_ins.add(replace(NEEDLE_CHECK_IN, week=week))
        _say(f"check-in {week}")


if __name__ == "__main__":
    main()
