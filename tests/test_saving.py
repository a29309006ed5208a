"""The files a person saves: what they are called, and that each is there whole or not at all."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from burnout_check.errors import BadInput, FolderError
from burnout_check.saving import file_for, save_whole

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files and rights")


def rights(file: Path) -> int:
    return stat.S_IMODE(file.stat().st_mode)


@pytest.mark.parametrize(
    ("chosen", "ending", "name"),
    [
        ("week 20.11", "png", "week 20.11.png"),
        ("Supervision 20.11.26", "pdf", "Supervision 20.11.26.pdf"),
        ("trends", "csv", "trends.csv"),
        ("trends.CSV", "csv", "trends.CSV"),
        ("notes.docx", "pdf", "notes.docx.pdf"),
        ("for us. ", "pdf", "for us.pdf"),
        ("Zoë – 日本 🙂", "svg", "Zoë – 日本 🙂.svg"),
        ("contents", "pdf", "contents.pdf"),
        ("com10", "pdf", "com10.pdf"),
    ],
)
def test_that_a_name_ends_as_its_kind_does_and_a_dot_is_no_ending(tmp_path, chosen, ending, name):
    assert file_for(str(tmp_path / chosen), ending=ending) == tmp_path / name


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ("CON", "Windows keeps the name “CON.pdf” for itself. Choose another name."),
        ("lpt1.2026", "Windows keeps the name “lpt1.2026.pdf” for itself. Choose another name."),
        ("nul.pdf", "Windows keeps the name “nul.pdf” for itself. Choose another name."),
        ("x" * 300, "That name is too long for a file. Choose another name."),
        ("é" * 120, "That name is too long for a file. Choose another name."),
        ("a\0b", "The name “a�b.pdf” has a sign in it that no file can have. Choose another name."),
        ("a\nb", "The name “a�b.pdf” has a sign in it that no file can have. Choose another name."),
        (
            "half \ud83d",
            "The name “half �.pdf” has a sign in it that no file can have. Choose another name.",
        ),
        ("...", "The file needs a name. Choose another name."),
        (".pdf", "The file needs a name. Choose another name."),
        ("", "The file needs a name. Choose another name."),
    ],
)
def test_that_a_name_no_file_can_have_is_a_sentence(tmp_path, chosen, words):
    with pytest.raises(BadInput) as caught:
        file_for(f"{tmp_path}/{chosen}", ending="pdf")

    assert str(caught.value) == words


@POSIX
def test_that_a_name_in_another_coding_is_written(tmp_path):
    file = file_for(f"{tmp_path}/Z\udceb", ending="csv")
    save_whole(file, b"whole")

    assert [os.fsencode(each.name) for each in tmp_path.iterdir()] == [b"Z\xeb.csv"]


@POSIX
def test_that_a_new_file_is_for_its_owner_only_and_one_that_is_there_keeps_its_rights(tmp_path):
    for old, found in ((0o644, 0o644), (0o600, 0o600), (0o640, 0o640)):
        file = tmp_path / f"{old:o}.pdf"
        file.write_bytes(b"before")
        file.chmod(old)
        save_whole(file, b"after")

        assert (file.read_bytes(), rights(file)) == (b"after", found)

    save_whole(tmp_path / "new.pdf", b"after")

    assert rights(tmp_path / "new.pdf") == 0o600


@POSIX
def test_that_a_secret_takes_the_rights_of_others_away(tmp_path):
    file = tmp_path / "code.pdf"
    file.write_bytes(b"before")
    file.chmod(0o644)
    save_whole(file, b"after", secret=True)

    assert rights(file) == 0o600


@POSIX
@pytest.mark.parametrize("there", [True, False])
def test_that_what_a_link_leads_to_is_written_and_the_link_stays(tmp_path, there):
    target = tmp_path / "far" / "target.pdf"
    target.parent.mkdir()
    if there:
        target.write_bytes(b"before")
    link = tmp_path / "link.pdf"
    link.symlink_to(target)
    save_whole(link, b"after")

    assert link.is_symlink()
    assert target.read_bytes() == b"after"


def test_that_a_persons_own_file_with_a_name_like_ours_is_left_alone(tmp_path):
    others = [".n.csv.new", ".n.csv", "n.csv.new", ".writing-", "n.csv~"]
    for name in others:
        (tmp_path / name).write_text("mine")
    save_whole(tmp_path / "n.csv", b"after")

    assert {each.name: each.read_text() for each in tmp_path.iterdir()} == {
        **dict.fromkeys(others, "mine"),
        "n.csv": "after",
    }


@POSIX
@pytest.mark.parametrize("kind", ["fifo", "device", "folder", "link to a fifo", "loop"])
def test_that_only_an_ordinary_file_is_replaced_and_nothing_waits(tmp_path, kind):
    file = tmp_path / "a.pdf"
    if kind == "fifo":
        os.mkfifo(file)
    elif kind == "device":
        file.symlink_to("/dev/null")
    elif kind == "folder":
        file.mkdir()
    elif kind == "loop":
        file.symlink_to(file)
    else:
        os.mkfifo(tmp_path / "fifo")
        file.symlink_to(tmp_path / "fifo")
    before = sorted(each.name for each in tmp_path.iterdir())
    with pytest.raises(FolderError, match="Choose another name"):
        save_whole(file, b"after")

    assert sorted(each.name for each in tmp_path.iterdir()) == before


SMALL = """
import resource, sys
from pathlib import Path
from burnout_check.errors import FolderError
from burnout_check.saving import save_whole
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    save_whole(Path(sys.argv[1]), b"x" * 10_000)
except FolderError as error:
    print(error)
"""


@POSIX
def test_that_where_a_file_may_not_grow_the_older_one_stays_whole_and_it_is_said(tmp_path):
    file = tmp_path / "code.pdf"
    file.write_bytes(b"y" * 5000)
    said = subprocess.run(
        [sys.executable, "-c", SMALL, str(file)], check=True, capture_output=True, text=True
    )

    assert said.stdout.startswith(f"The disk that holds the folder {tmp_path} is full.")
    assert said.stderr == ""
    assert file.read_bytes() == b"y" * 5000
    assert [each.name for each in tmp_path.iterdir()] == ["code.pdf"]


@pytest.mark.parametrize("call", ["fsync", "replace", "mkstemp", "read_bytes"])
def test_that_whatever_call_fails_the_older_file_is_left(tmp_path, monkeypatch, call):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"before")
    owner = {"fsync": "os", "mkstemp": "tempfile"}.get(call, "pathlib.Path")

    def fail(*_args, **_more):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(f"{owner}.{call}", fail)
    with pytest.raises(FolderError, match="is full"):
        save_whole(file, b"after")
    monkeypatch.undo()

    assert file.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]


def test_that_a_disk_that_gives_back_something_else_is_not_believed(tmp_path, monkeypatch):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"before")
    monkeypatch.setattr(Path, "read_bytes", lambda _self: b"afteR")
    with pytest.raises(FolderError, match="may have a fault"):
        save_whole(file, b"after")
    monkeypatch.undo()

    assert file.read_bytes() == b"before"
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]


@POSIX
def test_that_a_stick_that_knows_no_rights_takes_the_file_all_the_same(tmp_path, monkeypatch):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"before")
    file.chmod(0o644)

    def fail(*_args, **_more):
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "chmod", fail)
    save_whole(file, b"after")

    assert file.read_bytes() == b"after"


def test_that_it_is_saved_where_the_person_says_and_nowhere_else(tmp_path):
    save_whole(tmp_path / "for Zoë.pdf", b"all of it")

    assert (tmp_path / "for Zoë.pdf").read_bytes() == b"all of it"
    assert [each.name for each in tmp_path.iterdir()] == ["for Zoë.pdf"]
    with pytest.raises(FolderError, match="cannot be found"):
        save_whole(tmp_path / "not there" / "a.pdf", b"all of it")
