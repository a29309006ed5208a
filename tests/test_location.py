"""Which folder it is, what is risky about it, and whether a vault was there before."""

import os
import shutil
import subprocess
import sys
from collections import namedtuple
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from burnout_check import location
from burnout_check.location import (
    Concern,
    Marker,
    Place,
    chosen_folder,
    concerns,
    is_in_onedrive,
    is_on_network,
    is_share,
    mount_kind,
    program_folder,
    site_folder,
)
from burnout_check.paths import default_data_dir

HOME = {"HOME": "/home/me", "USERPROFILE": "/home/me", "LOCALAPPDATA": "/home/me/local"}

MOUNTS = r"""
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
41 22 0:35 / /home/me/server rw,relatime shared:9 - cifs //server/share rw,vers=3.0
42 22 0:36 / /mnt/My\040Drive rw shared:10 - nfs4 server:/export rw
43 41 0:37 / /home/me/server/local rw shared:11 - tmpfs tmpfs rw
a line that is none
"""


def site(folder, text):
    (folder / "site.toml").write_text(text, encoding="utf-8")
    return folder


def test_that_without_a_site_file_the_folder_asked_for_is_taken(tmp_path):
    assert chosen_folder(tmp_path / "mine", program=tmp_path) == (tmp_path / "mine", "")


def test_that_with_neither_the_usual_folder_is_taken(tmp_path):
    assert chosen_folder(None, program=tmp_path) == (default_data_dir(), "")


def test_that_the_sites_folder_comes_before_the_one_asked_for(tmp_path):
    site(tmp_path, f"data_dir = '{tmp_path / 'policy'}'")

    assert chosen_folder(tmp_path / "mine", program=tmp_path) == (tmp_path / "policy", "")


posix = pytest.mark.skipif(os.name == "nt", reason="the paths in it are not Windows'")


@posix
@pytest.mark.parametrize(
    "written", ["%LOCALAPPDATA%/app", "%LocalAppData%/app", "$LOCALAPPDATA/app", "~/local/app"]
)
def test_that_each_person_gets_a_folder_of_their_own(tmp_path, written):
    found = site_folder(site(tmp_path, f"data_dir = '{written}'"), HOME)

    assert found == (Path("/home/me/local/app"), "")


@posix
def test_that_a_byte_order_mark_does_no_harm(tmp_path):
    (tmp_path / "site.toml").write_bytes(b"\xef\xbb\xbfdata_dir = '/data'\r\n")

    assert site_folder(tmp_path, HOME) == (Path("/data"), "")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("data_dir = ", "site.toml is not TOML"),
        ("data_dir = 'a'\ndata_dir = 'b'", "site.toml is not TOML"),
        ("data_dir = 7", "site.toml: data_dir: is not text"),
        ("data_dir = 'data'", "site.toml: data_dir: is not a whole path"),
        ("data_dir = ''", "site.toml: data_dir: is not a whole path"),
        ("data_dir = '%NO_SUCH%/x'", "site.toml: data_dir: names a variable that is not set"),
        ("data_dir = '/x/${NO_SUCH}'", "site.toml: data_dir: names a variable that is not set"),
        ('data_dir = "/x\\u0000"', "site.toml: data_dir: is not a whole path"),
    ],
)
def test_that_a_malformed_site_file_is_ignored_and_says_why(tmp_path, text, why):
    assert site_folder(site(tmp_path, text), HOME) == (None, why)
    assert chosen_folder(tmp_path / "mine", program=tmp_path) == (tmp_path / "mine", why)


def test_that_a_site_file_that_is_not_text_is_ignored(tmp_path):
    (tmp_path / "site.toml").write_bytes(b"\xff\xfe\x00")

    assert site_folder(tmp_path, HOME) == (None, "site.toml is not TOML")


def test_that_a_site_file_that_is_a_folder_is_ignored(tmp_path):
    (tmp_path / "site.toml").mkdir()

    assert site_folder(tmp_path, HOME) == (None, "site.toml is a folder and not a file")


def test_that_a_site_file_about_something_else_says_nothing(tmp_path):
    assert site_folder(site(tmp_path, "colour = 'blue'"), HOME) == (None, "")


def test_that_the_program_is_the_executable_when_frozen(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert program_folder() == Path(sys.executable).parent


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"\\server\share\me", True),
        ("//server/share/me", True),
        (r"\\?\UNC\server\share", True),
        (r"\\?\C:\Users\me", False),
        (r"C:\Users\me", False),
        ("/home/me", False),
        (r"\\.\pipe", False),
    ],
)
def test_that_a_windows_share_is_known_by_its_name(path, share):
    assert is_share(path) is share


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/me/data", "ext4"),
        ("/home/me/server/data", "cifs"),
        ("/home/me/server2", "ext4"),
        ("/home/me/server/local/x", "tmpfs"),
        ("/mnt/My Drive", "nfs4"),
    ],
)
def test_that_the_file_system_is_the_nearest_mount(folder, kind):
    assert mount_kind(MOUNTS, PurePosixPath(folder)) == kind


def test_that_the_disk_of_the_tests_is_not_the_network(tmp_path):
    assert not is_on_network(tmp_path)


@pytest.mark.parametrize(
    ("folder", "found"),
    [
        (PureWindowsPath(r"C:\Users\me\OneDrive - NHS\Documents\x"), True),
        (PureWindowsPath(r"C:\Users\me\onedrive\x"), True),
        (PurePosixPath("/Users/me/Library/CloudStorage/OneDrive-NHS/x"), True),
        (PureWindowsPath(r"C:\Users\me\Trust Files\x"), True),
        (PureWindowsPath(r"C:\Users\me\Trust Files 2\x"), False),
        (PureWindowsPath(r"C:\Users\me\AppData\Local\Burnout Check"), False),
        (PureWindowsPath(r"C:\Users\me\OneDriver\x"), False),
    ],
)
def test_that_a_folder_of_onedrive_is_known(folder, found):
    environ = {"OneDriveCommercial": "C:\\Users\\me\\Trust Files\\"}

    assert is_in_onedrive(folder, environ) is found


def test_that_an_ordinary_folder_gives_no_concern(tmp_path):
    assert concerns(tmp_path) == ()


def test_that_a_disk_nearly_full_is_said(tmp_path, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage(10**9, 10**9, 99 * 2**20))

    (concern,) = concerns(tmp_path)
    assert concern.sentence.startswith("The disk is nearly full: 99 MB are left.")
    assert concern.serious


def test_that_a_disk_that_can_only_be_read_is_said(tmp_path):
    mount = ["mount", "-t", "tmpfs", "-o", "ro,size=1m", "tmpfs", str(tmp_path)]
    can = sys.platform == "linux" and os.geteuid() == 0
    if not can or subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("a disk that can only be read needs Linux and the right to mount")
    try:
        (concern,) = concerns(tmp_path)
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)  # noqa: S607 - wherever it is

    assert "can be read but not written to" in concern.sentence


def test_that_a_folder_that_cannot_be_asked_about_gives_no_concern(tmp_path):
    assert concerns(tmp_path / "gone") == ()


@pytest.mark.parametrize("where", ["network", "onedrive"])
def test_that_each_risk_is_said(tmp_path, monkeypatch, where):
    monkeypatch.setattr(location, "is_on_network", lambda _folder: where == "network")
    monkeypatch.setattr(location, "is_in_onedrive", lambda _folder, _environ: where == "onedrive")

    place = Place.of(tmp_path)
    assert {"network": "on the network", "onedrive": "OneDrive"}[where] in place.warning


def test_that_a_small_concern_is_no_warning(tmp_path):
    place = Place(Marker(tmp_path), (Concern("Small.", serious=False), Concern("Large.")))

    assert place.warning == "Large."


def test_that_the_marker_is_empty_and_says_nothing_of_the_folder(tmp_path):
    marker = Marker(tmp_path / "secret-name", roaming=tmp_path / "roaming")
    before = marker.is_set
    marker.set()
    marker.set()

    assert (before, marker.is_set) == (False, True)
    assert marker.file.read_bytes() == b""
    assert "secret" not in str(marker.file.relative_to(tmp_path))


def test_that_each_folder_has_a_marker_of_its_own(tmp_path):
    Marker(tmp_path / "a", roaming=tmp_path).set()

    assert not Marker(tmp_path / "b", roaming=tmp_path).is_set


def test_that_a_marker_is_taken_away(tmp_path):
    marker = Marker(tmp_path / "a", roaming=tmp_path)
    marker.set()
    marker.clear()
    marker.clear()

    assert not marker.is_set


def test_that_a_marker_that_cannot_be_written_stops_nothing(tmp_path):
    (tmp_path / "roaming").touch()
    marker = Marker(tmp_path / "a", roaming=tmp_path / "roaming")
    marker.set()
    marker.clear()

    assert not marker.is_set
