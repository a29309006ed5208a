"""Makes the vault that a release adds to ``tests/vaults``, with the tables as they are now.

``python -m tests.store.make_stored_vault FOLDER``. What is written here stands a second time, by
hand, in ``expected.toml`` beside the vault: change neither once it is released.
"""

from __future__ import annotations

import sys
from datetime import date, datetime
from pathlib import Path

from burnout_check.domain.questionnaire.check_in import Away, CheckIn, Reason
from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.domain.settings.setting import Value
from burnout_check.domain.support.action import Action, ActionStatus
from burnout_check.domain.week import LONDON, Week
from burnout_check.store.folder import LOCK
from burnout_check.store.keys import create_keys
from burnout_check.store.vault import Vault
from tests.vaults import CHEAP, PASSPHRASE

_ASKED = ("clients", "workload", "supervision", "gad2", "burnout")
_USED = {"gad7": "1", "burnout_item": "1"}

CHECK_INS = (
    CheckIn(
        Week(date(2026, 10, 19)),
        datetime(2026, 10, 23, 16, 50, tzinfo=LONDON),  # in summer time
        {"gad7_1": 0, "gad7_2": 1, "burnout_item": 2},
        {"fact_caseload": 61.0, "fact_overtime_hours": 1.5},
        asked=_ASKED,
        instruments=_USED,
    ),
    CheckIn(
        Week(date(2026, 10, 26)),
        datetime(2026, 10, 30, 17, 5, 30, tzinfo=LONDON),
        {"gad7_1": 2, "burnout_item": 4},
        {"fact_caseload": 74.0},
        skipped=frozenset({"gad7_2", "fact_overtime_hours"}),
        hard_events=("assault", "complaint"),
        note="A long week.\nTwo colleagues left – again 🌧",
        asked=_ASKED,
        instruments=_USED,
    ),
)
DRAFT = Draft(
    Week(date(2026, 11, 9)),
    datetime(2026, 11, 13, 8, 30, tzinfo=LONDON),
    _ASKED,
    answers={"gad7_1": 1},
    facts={"fact_caseload": 70.0},
    carried=frozenset({"fact_caseload"}),
    note="half a thou",
)
ACTIONS = (
    Action("Ask about the waiting list", "My manager", date(2026, 10, 30), date(2026, 11, 13)),
    Action("Book leave", "Me", date(2026, 10, 23), status=ActionStatus.DONE),
)
SETTINGS: dict[str, Value] = {
    "role": "pwp",
    "nation": "Wales",
    "contracted_hours": 30.0,
    "lock_after": "15",
}


def main(arguments: list[str]) -> None:
    """Makes it in a folder that is not there yet."""
    folder = Path(arguments[0])
    with Vault.create(folder, create_keys(PASSPHRASE, cost=CHEAP)) as vault:
        vault.check_ins.add_all(CHECK_INS)
        vault.drafts.update(DRAFT)
        vault.away.add(Away(Week(date(2026, 11, 2)), Reason.LEAVE))
        vault.settings.update(SETTINGS)
        vault.snoozed.add(["burnout-item"], date(2026, 11, 27), "WATCH")
        for action in ACTIONS:
            vault.actions.add(action)
    (folder / LOCK).unlink()


if __name__ == "__main__":
    main(sys.argv[1:])
