"""What a person does all day, until the process that does it is killed.

Each step is told on a pipe before it begins and when it is finished, as a line of JSON.
"""

from __future__ import annotations

import json
import os
import random
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from burnout_check.session.locked_vault import LockedVault
from burnout_check.session.session import Session
from tests.torture.looking import NEW_PASSPHRASE
from tests.torture.people import LATER, draft, shipped
from tests.vaults import CHEAP, PASSPHRASE

KEYSTROKES = 12  # at most, in a row


class Person:
    """Somebody at work in a data folder; never comes to an end."""

    def __init__(self, folder: Path, pipe: int, dice: random.Random, *, life: int) -> None:
        """Lives count days, so that each begins after the last."""
        self._folder = folder
        self._pipe = pipe
        self._dice = dice
        self._now = LATER + timedelta(days=life)
        self._number = 0
        self._passphrase = PASSPHRASE

    def live(self, passphrase: str, first: int) -> None:
        """Opens the vault, then does one thing after another.

        Args:
            passphrase: what opens it.
            first: the number of the first week that has no check-in yet.
        """
        self._passphrase, self._number = passphrase, first
        self._say("begin", "open")
        session = self._open()
        self._say("done", "open")
        while True:
            step = self._dice.choices(
                (self._write, self._write_and_save, self._back_up, self._change_passphrase),
                weights=(4, 4, 2, 1),
            )[0]
            step(session)
            if self._dice.random() < 0.25:
                session = self._restore(session)

    def _clock(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now

    def _locked_vault(self) -> LockedVault:
        return LockedVault(self._folder, shipped(), clock=self._clock, cost=CHEAP)

    def _open(self) -> Session:
        locked = self._locked_vault()
        return locked.open(locked.key_from_passphrase(self._passphrase))

    def _write(self, session: Session) -> int:
        """Types a note into the draft of the next week, keystroke by keystroke."""
        number = self._number
        typed = 0
        for typed in range(10, 10 + self._dice.randint(1, KEYSTROKES)):
            self._say("begin", "keep", number, typed)
            session.check_ins.update_draft(draft(number, typed=typed))
            self._say("done", "keep", number, typed)
        return typed

    def _write_and_save(self, session: Session) -> None:
        typed = self._write(session)
        self._say("begin", "save", self._number, typed)
        session.check_ins.submit(draft(self._number, typed=typed))
        self._say("done", "save", self._number, typed)
        self._number += 1

    def _back_up(self, session: Session) -> None:
        self._say("begin", "backup")
        made = session.vault_care.back_up_now()
        self._say("done", "backup", made.path.name)

    def _change_passphrase(self, session: Session) -> None:
        old = self._passphrase
        new = NEW_PASSPHRASE if old == PASSPHRASE else PASSPHRASE
        self._say("begin", "passphrase", new)
        session.vault_care.change_passphrase(old, new, cost=CHEAP)
        self._passphrase = new
        self._say("done", "passphrase", new)

    def _restore(self, session: Session) -> Session:
        """Makes a backup, writes on, and goes back to the backup; or takes that back again."""
        self._say("begin", "backup")
        backup = session.vault_care.back_up_now()
        self._say("done", "backup", backup.path.name)
        self._write_and_save(session)
        session.close()
        locked = self._locked_vault()
        key = locked.backup_key_from_passphrase(backup, self._passphrase)
        self._say("begin", "restore", backup.path.name)
        restored = locked.restore(backup, key)
        self._say("done", "restore", backup.path.name)
        if self._dice.random() < 0.5:
            return restored
        restored.close()
        self._say("begin", "undo")
        locked.undo_restore()
        self._say("done", "undo")
        return self._open()

    def _say(self, *what: Any) -> None:
        os.write(self._pipe, json.dumps(what).encode() + b"\n")
