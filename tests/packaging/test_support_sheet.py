"""The sheet of support entries to check: each with what is to be looked at, and no other."""

import os
import re
import subprocess
import sys
import tomllib

import pytest

import dev
import support
from burnout_check.content.support import load_options
from burnout_check.paths import resources_dir
from console import ROOT, CannotGoOnError

OPTIONS = tomllib.loads(
    """
[[option]]
id = "break"
name = "Break"

[[option]]
id = "advice"
name = "Advice"
number = "01632 960000"
call = "Call"
hours = "Any time"
nations = ["Wales"]
source = {url = "https://a.example", dated = "2020", confidence = "low", review_by = 2027-05-22}

[[option]]
id = "checked"
name = "Checked"
[option.source]
url = "b"
dated = "c"
confidence = "d"
review_by = 2027-05-22
confirmed_on = 2026-11-02
"""
)["option"]


def test_that_an_unchecked_entry_stands_there_with_all_that_is_to_be_looked_at():
    said = "\n".join(support.sheet(OPTIONS))

    assert "1 of 2 with a source" in said
    assert "[ ] Advice (Wales): Call 01632 960000" in said
    for part in ("Any time", "https://a.example", "2020", "how sure: low", "2027-05-22"):
        assert part in said
    assert "Checked" not in said
    assert "Break" not in said


def test_that_every_number_that_ships_unchecked_is_on_the_sheet(capsys):
    assert dev.support([]) == 0
    said = capsys.readouterr().out
    unchecked = [
        (option, option.source)
        for option in load_options(resources_dir())
        if option.source is not None and option.source.confirmed_on is None
    ]

    assert len(re.findall(r"^\[ \] ", said, re.MULTILINE)) == len(unchecked)
    for option, source in unchecked:
        assert option.name in said
        assert option.number in said
        assert source.url in said


def test_that_a_file_that_cannot_be_read_is_named(tmp_path):
    with pytest.raises(CannotGoOnError, match=r"none\.toml cannot be read"):
        support.print_sheet(tmp_path / "none.toml")


def test_that_a_reader_who_has_seen_enough_is_no_error():
    reading, writing = os.pipe()
    os.close(reading)  # as `head` does after its lines
    command = [sys.executable, str(ROOT / "packaging" / "dev.py"), "support"]

    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)

    assert (done.returncode, done.stderr) == (0, b"")
