import errno
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from burnout_check import paths
from burnout_check.errors import FolderError
from burnout_check.paths import (
    default_data_dir,
    folder_error,
    prepare_folder,
    resources_dir,
    write_whole,
)

NOBODY = 65534


@pytest.fixture
def public_folder():
    """A folder that any user of the machine can reach."""
    folder = Path(tempfile.mkdtemp(prefix="burnout-check-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def plain_user():
    """Runs the test without root's right to write everywhere."""
    if os.name == "nt":
        pytest.skip("folders are closed in another way on Windows")
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def tiny_disk(tmp_path):
    """A file system of 32 KiB, which holds a name but no save."""
    root = tmp_path / "tiny"
    root.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", str(root)]
    can = sys.platform == "linux" and os.geteuid() == 0
    if not can or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("a real small disk needs Linux and the right to mount")
    try:
        yield root
    finally:
        subprocess.run(["umount", str(root)], check=True)  # noqa: S607 - wherever it is


def test_that_the_resources_of_a_checkout_lie_beside_the_package():
    assert resources_dir() == Path(__file__).resolve().parent.parent / "resources"


def test_that_an_installed_package_has_its_resources_inside(tmp_path, monkeypatch):
    inside = tmp_path / "burnout_check" / "resources"
    inside.mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "burnout_check" / "paths.py"))

    assert resources_dir() == inside


def test_that_data_lies_in_a_folder_of_the_apps_own_that_does_not_roam():
    folder = default_data_dir()

    assert folder.name == "Burnout Check"
    assert folder.is_absolute()
    assert "Roaming" not in folder.parts


@pytest.mark.parametrize("name", ["plain", "with space", "Zoë – 日本 100% #1", "a/b/c"])
def test_that_a_folder_is_made_and_left_empty(tmp_path, name):
    folder = prepare_folder(tmp_path / name)

    assert folder == tmp_path / name
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file modes")
def test_that_a_new_folder_is_for_its_owner_only_and_an_old_one_is_left_as_it_was(tmp_path):
    old = tmp_path / "old"
    old.mkdir()
    old.chmod(0o755)
    made = prepare_folder(tmp_path / "new")
    prepare_folder(old)

    assert made.stat().st_mode & 0o777 == 0o700
    assert old.stat().st_mode & 0o777 == 0o755


def test_that_a_relative_folder_is_made_absolute(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert prepare_folder(Path("data")) == tmp_path / "data"


def test_that_a_file_in_the_way_is_named(tmp_path):
    (tmp_path / "data").write_text("here first")
    with pytest.raises(FolderError) as caught:
        prepare_folder(tmp_path / "data")

    assert str(caught.value) == (
        f"The folder {tmp_path / 'data'} cannot be made, because a file is in its place. "
        "Choose another folder, or move that file away."
    )
    with pytest.raises(FolderError, match="a file is in its place"):
        prepare_folder(tmp_path / "data" / "below")


def test_that_a_name_no_disk_can_hold_is_refused(tmp_path):
    with pytest.raises(FolderError, match="cannot be used as the name of a folder"):
        prepare_folder(tmp_path / ("x" * 300))


def test_that_a_folder_of_somebody_else_is_refused(public_folder, plain_user):
    with pytest.raises(FolderError) as caught:
        prepare_folder(public_folder / "data")

    assert str(caught.value) == (
        f"You are not allowed to use the folder {public_folder / 'data'}. "
        "Choose another folder, or ask your IT team to let you write to this one."
    )


def test_that_a_folder_that_can_only_be_read_is_refused(public_folder, plain_user):
    with pytest.raises(FolderError, match="You are not allowed to use"):
        prepare_folder(public_folder)


def test_that_a_disk_without_room_for_a_save_is_full_and_left_clean(tiny_disk):
    with pytest.raises(FolderError) as caught:
        prepare_folder(tiny_disk / "data")

    assert str(caught.value).startswith(f"The disk that holds the folder {tiny_disk}/data is full.")
    assert list((tiny_disk / "data").iterdir()) == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "is full"),
        (errno.EDQUOT, "is full"),
        (errno.EROFS, "can be read but not written to"),
        (errno.EACCES, "You are not allowed"),
        (errno.ENOENT, "cannot be found. If it is on another drive"),
        (errno.EIO, "the disk or the network drive may have a fault"),
        (errno.ENOTCONN, "the disk or the network drive may have a fault"),
    ],
)
def test_that_each_failure_of_a_disk_names_the_folder_and_what_to_do(
    tmp_path, monkeypatch, code, words
):
    # No disk here can be made to fail in each of these ways, so the call that would is replaced.
    def fail(_descriptor):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(FolderError) as caught:
        prepare_folder(tmp_path)
    monkeypatch.undo()

    assert words in str(caught.value)
    assert str(tmp_path) in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("winerror", "words"),
    [(19, "can be read but not written to"), (21, "cannot be found"), (53, "cannot be found")],
)
def test_that_windows_own_numbers_are_understood(monkeypatch, winerror, words):
    error = OSError(errno.EINVAL, "as Windows says it")
    monkeypatch.setattr(error, "winerror", winerror, raising=False)  # Windows alone sets it

    assert words in str(folder_error(Path("Z:/data"), error))


def test_that_a_failing_disk_leaves_the_file_that_was_there(tmp_path: Path, monkeypatch):
    file = tmp_path / "trends.csv"
    file.write_text("before", encoding="utf-8")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("burnout_check.paths.os.fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(file, b"after")

    assert [each.name for each in tmp_path.iterdir()] == ["trends.csv"]
    assert file.read_text(encoding="utf-8") == "before"


def test_that_a_file_is_replaced_and_never_written_over_in_its_place(tmp_path):
    file, second_name = tmp_path / "kept", tmp_path / "second name"
    file.write_bytes(b"the old content")
    second_name.hardlink_to(file)
    write_whole(file, b"new")

    assert file.read_bytes() == b"new"
    assert second_name.read_bytes() == b"the old content"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept", "second name"]
