"""Archives that come out the same, and the icon and the page that go into bundles."""

import os
import struct
import tarfile
import zipfile
import zlib

import pytest

from bundling import archives, icons


def deflate(content):
    """The standard library's, in the place of the pinned one, which is not in .venv."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "Burnout Check"
    (root / "b").mkdir(parents=True)
    (root / "b" / "zwölf.txt").write_bytes(b"twelve" * 100)
    (root / "a.txt").write_bytes(b"")
    (root / "run").write_bytes(b"#!/bin/sh\n")
    (root / "run").chmod(0o700)
    return root


def test_that_a_zip_is_the_same_whenever_it_is_made(folder, tmp_path):
    first = archives.make_zip(folder, tmp_path / "1.zip", deflate=deflate).read_bytes()
    for file in folder.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    (folder / "a.txt").chmod(0o755)
    second = archives.make_zip(folder, tmp_path / "2.zip", deflate=deflate).read_bytes()

    assert first == second


def test_that_a_zip_holds_the_files_in_order_with_fixed_times_and_modes(folder, tmp_path):
    with zipfile.ZipFile(archives.make_zip(folder, tmp_path / "1.zip", deflate=deflate)) as packed:
        assert packed.testzip() is None
        assert packed.namelist() == [
            "Burnout Check/a.txt",
            "Burnout Check/b/zwölf.txt",
            "Burnout Check/run",
        ]
        assert packed.read("Burnout Check/b/zwölf.txt") == b"twelve" * 100
        assert {entry.date_time for entry in packed.infolist()} == {(2020, 1, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in packed.infolist()} == {0o100644}


def test_that_a_tar_keeps_who_may_run_what_and_nobody_s_name(folder, tmp_path):
    first = archives.make_tar(folder, tmp_path / "1.tar").read_bytes()
    for file in folder.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    second = archives.make_tar(folder, tmp_path / "2.tar").read_bytes()
    with tarfile.open(tmp_path / "2.tar") as packed:
        entries = {entry.name: entry for entry in packed}

    assert first == second
    assert entries["Burnout Check/run"].mode == 0o755
    assert entries["Burnout Check/a.txt"].mode == 0o644
    assert {(entry.uid, entry.uname) for entry in entries.values()} == {(0, "root")}


def test_that_an_icon_leads_to_each_of_its_pictures():
    pictures = {16: b"small", 256: b"large one"}
    made = icons.ico(pictures)

    # ICO: a head of 6 bytes with the number of pictures, then 16 bytes for each: width, height
    # (256 as 0), two zeros, planes, bits, the length of the picture, and where it begins.
    assert struct.unpack_from("<HHH", made) == (0, 1, 2)
    assert struct.unpack_from("<BBBBHHII", made, 6) == (16, 16, 0, 0, 1, 32, 5, 38)
    assert struct.unpack_from("<BBBBHHII", made, 22) == (0, 0, 0, 0, 1, 32, 9, 43)
    assert made[38:] == b"smalllarge one"
