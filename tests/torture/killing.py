"""A person at work is killed, over and over, and each time the vault is looked at.

``python -m tests.torture.killing FOLDER KILLS SEED`` sends a tally. This process has everything
imported, and the person is a fork of it, so that a life begins in milliseconds.
"""

from __future__ import annotations

import json
import os
import random
import select
import shutil
import signal
import sys
import time
import traceback
from pathlib import Path

from burnout_check.errors import UserError
from burnout_check.session.session import Session
from tests.torture.looking import NEW_PASSPHRASE
from tests.torture.model import Expected, Model
from tests.torture.newer import add_a_step
from tests.torture.people import WEEKS, copied, locked_vault, make, opened, state_of
from tests.torture.steps import Person
from tests.torture.tally import Tally
from tests.vaults import PASSPHRASE

LIVES = 6  # a vault is used for, before a fresh one is begun
LONGEST = 0.35  # seconds
STEPS = ("open", "keep", "save", "backup", "restore", "undo", "passphrase")
TYPICAL = {"keep": 0.003, "save": 0.008, "passphrase": 0.003, "open": 0.04}  # seconds; else 0.04


class Killer:
    """Lets people live in one folder after another, and kills them."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._template = folder / "template"
        self._data = folder / "data"
        self._dice = random.Random(f"kill {seed}")  # noqa: S311 - no secret
        self._seed = seed
        self._lives = 0
        self._passphrase = ""
        self.tally = Tally()
        make(self._template)
        add_a_step()  # so that the first to open a vault brings it up to date

    def go(self, kills: int) -> Tally:
        """Kills that many."""
        model = self._fresh()
        for number in range(kills):
            if number % LIVES == 0:
                model = self._fresh()
            where = f"kill {number} of seed {self._seed}"
            self._life(model)
            found = self._found(where, model)
            model = self._fresh() if found is None else self._again(model, found)
        return self.tally

    def _fresh(self) -> Model:
        copied(self._template, self._data)
        saved = {number: 60 * number for number in range(WEEKS)}
        return Model(Expected(saved, {WEEKS + 1: 30}, PASSPHRASE))

    def _again(self, model: Model, found: Expected) -> Model:
        """What is known when the next person begins, where this one was cut short."""
        names = {path.name for path in (self._data / "backups").glob("*.bcbackup")}
        known = {name: held for name, held in model.backups.items() if name in names}
        return Model(found, known, known, is_new=False)

    def _life(self, model: Model) -> None:
        reading, writing = os.pipe()
        first = 1 + max((*model.now.saved, *model.now.drafts))
        child = os.fork()
        if child == 0:
            os.close(reading)
            dice = random.Random(self._dice.random())  # noqa: S311 - the same
            try:
                person = Person(self._data, writing, dice, life=self._lives)
                person.live(model.now.passphrase, first)
            except BaseException:  # noqa: BLE001 - it is told, and judged by the one who listens
                os.write(writing, json.dumps(["died", traceback.format_exc()[-900:]]).encode())
            os._exit(1)
        self._dice.random()  # as the child did
        self._lives += 1
        os.close(writing)
        self._follow(reading, child, model)
        os.waitpid(child, 0)
        os.close(reading)

    def _follow(self, reading: int, child: int, model: Model) -> None:
        """Listens, and kills: at any moment, or a moment after a step of a chosen kind began."""
        end = time.monotonic() + self._dice.random() * LONGEST
        awaited = self._dice.choice((*STEPS, "", ""))
        heard = b""
        killed = False
        while True:
            left = end - time.monotonic()
            if left <= 0 and not killed:
                os.kill(child, signal.SIGKILL)
                killed = True
            if not killed and not select.select([reading], [], [], left)[0]:
                continue
            more = os.read(reading, 65536)
            if not more:
                return
            *lines, heard = (heard + more).split(b"\n")
            for line in lines:
                what = json.loads(line)
                model.hear(*what)
                if what[:2] == ["begin", awaited]:
                    end = min(
                        end, time.monotonic() + self._dice.random() * TYPICAL.get(awaited, 0.04)
                    )
            if heard.startswith(b'["died"') and heard.endswith(b"]"):
                self.tally.bad("while alive", json.loads(heard)[1], "traceback")

    def _found(self, where: str, model: Model) -> Expected | None:
        """Looks at the vault and its backups; None if that went wrong."""
        where = f"{where}, in {model.under_way or 'between two steps'}"
        try:
            session = self._opened(model)
            state = state_of(session)
            damage = session.ledger.vault.check()
            session.close()
        except UserError as error:
            self.tally.bad(where, f"{type(error).__name__}: {error}")
            return None
        complaints = {expected.complaint(state): expected for expected in reversed(model.may_be)}
        failed = self._failed_backups(model)
        if "" not in complaints or failed or damage:
            self.tally.bad(where, f"{list(complaints)}, backups {failed}, damage {damage}")
            return None
        migrates = model.under_way == "open" and model.is_new
        step = "migration" if migrates else model.under_way
        self.tally.good(f"in {step}, all there" if step else "between steps, all there")
        found = complaints[""]
        return Expected(found.saved, found.drafts, self._passphrase)

    def _opened(self, model: Model) -> Session:
        """By the passphrase that was told last, or the one it was being changed to."""
        error: UserError | None = None
        for expected in model.may_be:
            try:
                session = opened(self._data, expected.passphrase)
            except UserError as caught:
                error = error or caught
                continue
            self._passphrase = expected.passphrase
            return session
        assert error is not None
        raise error

    def _failed_backups(self, model: Model) -> list[str]:
        locked = locked_vault(self._data)
        # The newest that was told of: a newer one, not told of yet, may have taken its place.
        newest = "" if model.under_way == "backup" else next(reversed(model.backups), "")
        failed = [newest] if newest and not (locked.backup_place / newest).exists() else []
        if model.backups and not locked.backups():
            failed.append("all")
        for backup in locked.backups():
            told = model.backups.get(backup.path.name)
            for passphrase in (PASSPHRASE, NEW_PASSPHRASE):
                try:
                    key = locked.backup_key_from_passphrase(backup, passphrase)
                    contents = locked.contents(backup, key)
                except UserError:
                    continue
                if told is not None and contents.check_ins != len(told.saved):
                    failed.append(f"{backup.path.name} holds {contents.check_ins}")
                break
            else:
                failed.append(backup.path.name)
        return failed


def main(arguments: list[str]) -> None:
    """Kills so many people, one after another."""
    folder, kills, seed = Path(arguments[0]), int(arguments[1]), int(arguments[2])
    folder.mkdir()
    tally = Killer(folder, seed).go(kills)
    shutil.rmtree(folder)
    tally.send()


if __name__ == "__main__":
    main(sys.argv[1:])
