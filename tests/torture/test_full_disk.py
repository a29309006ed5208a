"""Real disks with less and less room, and Python's own file calls failing one by one."""

import errno
import os
from itertools import count, product

import pytest

from burnout_check.errors import KeptAllTheSame, UserError, WrongSecret
from tests.torture.disks import BLOCK, leave_free, tiny_disk
from tests.torture.looking import look
from tests.torture.operations import OPERATIONS, templates
from tests.torture.people import copied
from tests.torture.tally import Tally

ROOMS = [*range(16), *range(16, 150, 6)]  # blocks
CALLS = ("fsync", "replace", "rename", "unlink", "mkdir", "link")
CODES = (errno.ENOSPC, errno.EIO)
ON_FILES = ("create", "backup", "passphrase", "code", "restore", "undo", "mend", "erase")


class Trial:
    """One operation on copies of its vault, judged by what there is before it and after it."""

    def __init__(self, name, made, folder):
        self.operation = OPERATIONS[name]
        self.template = made[self.operation.template]
        self.tally = Tally()
        self.before = look(copied(self.template, folder))
        self.begin(folder)
        self.operation.act()
        self.operation.end()
        self.after = look(folder)

    def begin(self, folder):
        self.operation.begin(copied(self.template, folder))

    def go(self, where, *, mended):
        """Does it while the disk fails; ``mended`` ends that."""
        outcome, expected = "told, all as before", [self.before]
        try:
            self.operation.act()
        except KeptAllTheSame:
            outcome, expected = "done, and told with what is amiss", [self.after]
        except UserError as error:
            if isinstance(error, WrongSecret):
                self.tally.bad(where, f"said {error}", "wrong word")
        except Exception as error:  # noqa: BLE001 - whatever it is, no person should meet it
            self.tally.bad(where, f"{type(error).__name__}: {error}", "traceback")
        else:
            outcome, expected = "went through", [self.after]
        mended()
        self.operation.end()
        found = look(self.operation.folder)
        complaint = self.operation.complaint(self.operation.folder)
        if complaint or not (found in expected or found.word in self.operation.half_is_known):
            self.tally.bad(where, complaint or f"{outcome}, and left {found.brief}")
        else:
            self.tally.good(outcome)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return templates(tmp_path_factory.mktemp("torture") / "templates")


@pytest.mark.parametrize("name", ["create", "keep", "save", "backup", "passphrase", "restore"])
def test_that_on_a_disk_with_less_and_less_room_all_is_done_or_nothing(
    name, made, tmp_path, figures
):
    trial = Trial(name, made, tmp_path / "well")
    with tiny_disk(tmp_path / "tiny", size="1m") as disk:
        for room in ROOMS:
            trial.begin(disk / "data")
            ballast = leave_free(disk, room * BLOCK)
            trial.go(f"{name} with {room} blocks free", mended=ballast.unlink)
    figures("a real disk is almost full", trial.tally)


@pytest.mark.parametrize("name", ON_FILES)
def test_that_a_file_call_that_fails_is_told_and_undone(
    name, made, quick_folder, monkeypatch, figures
):
    trial = Trial(name, made, quick_folder / "data")
    for call, code in product(CALLS, CODES):
        real = getattr(os, call)
        for at in count(1):
            trial.begin(quick_folder / "data")
            calls = iter(range(at, 0, -1))

            def failing(*arguments, calls=calls, code=code, real=real, **named):
                if next(calls, None) == 1:
                    raise OSError(code, os.strerror(code))
                return real(*arguments, **named)

            with monkeypatch.context() as patched:
                patched.setattr(os, call, failing)
                trial.go(f"{name}, os.{call} {at}", mended=patched.undo)
            if next(calls, None) is not None:
                break  # it makes no more of these calls
    figures("a file call of Python's fails", trial.tally)
