"""What is asked of a release, done to a copy: the tests stay green, and see what is wrong."""

import os
import re
import shutil
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

import signing_off
from burnout_check.content.support import load_options
from burnout_check.errors import ContentError
from burnout_check.store.clock import london_now
from console import ROOT
from tests.content.support_rules import complaints, day_of_release

TODAY = london_now().date()
UNSURE = "to be checked against the original"
# What looks at content that a release changes, but for what takes long.
LOOKING = [
    *("content/test_support_truth.py", "content/test_support_reach.py"),
    *("content/test_signed_off.py", "content/test_wordings.py"),
    *("domain/rules/test_shipped_rules.py", "domain/support", "gui/settings/test_about.py"),
    *("gui/support/test_support_page.py", "packaging/test_support_sheet.py"),
    "test_readme.py::test_that_each_instrument_stands_in_the_table_with_its_terms",
]


def put(file: Path, pattern: str, words: str) -> None:
    """Change each line of a file that looks like this, as a person would; there must be one."""
    text, number = re.subn(pattern, words, file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert number, pattern
    file.write_text(text, encoding="utf-8")


def confirm(root: Path, day: date, review_by: date) -> None:
    """Write into each support entry that its page was read, and when it is to be read again."""
    file = root / "resources" / "support.toml"
    left = re.sub(r"(?m)^confirmed_on = .*\n", "", file.read_text(encoding="utf-8"))
    file.write_text(left, encoding="utf-8")
    put(file, "^review_by = .*$", f"review_by = {review_by}\nconfirmed_on = {day}")


def release_today(root: Path) -> None:
    put(
        root / "packaging" / "linux" / "burnout-check.metainfo.xml",
        '(<release .*date=)"[^"]*"',
        rf'\1"{TODAY}"',
    )


def check_wordings(root: Path) -> None:
    """Take away the marks of what was compared with its original, in the README's table too."""
    for file in (*(root / "resources" / "instruments").glob("*.toml"), root / "README.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(
            text.replace(f'wording_confidence = "{UNSURE}"', 'wording_confidence = "high"').replace(
                f"· {UNSURE} |", "· high |"
            ),
            encoding="utf-8",
        )
    put(root / "resources" / "rules.toml", '^confidence = ".*"$', 'confidence = "high"')
    put(root / "resources" / "instruments" / "cbi.toml", "^basis = .*$", 'basis = "As printed"')


def failures(root: Path) -> list[str]:
    """The lines of the tests that fail in a copy."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-rfE"]
    environ = {name: value for name, value in os.environ.items() if "PYTEST" not in name}
    done = subprocess.run(
        [*command, *(f"tests/{each}" for each in LOOKING)],
        cwd=root,
        env=environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode in {0, 1}, done.stdout + done.stderr  # they ran
    return [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the project, to do the steps of a release to."""
    root = tmp_path / "project"
    leave_out = shutil.ignore_patterns("__pycache__")
    for folder in ("burnout_check", "packaging", "resources", "tests"):
        shutil.copytree(ROOT / folder, root / folder, ignore=leave_out)
    for name in ("LICENSE", "README.md", "pyproject.toml"):
        shutil.copy(ROOT / name, root)
    return root


def test_that_the_steps_of_a_release_leave_the_tests_green(copy):
    confirm(copy, TODAY, TODAY + timedelta(days=729))

    assert failures(copy) == []

    release_today(copy)
    check_wordings(copy)
    signing_off.sign_off(copy)

    assert failures(copy) == []


def test_that_a_mark_that_nobody_signed_off_is_seen(copy):
    check_wordings(copy)

    said = " ".join(failures(copy))

    for name in ("wording", "noise", "rule"):
        assert f"test_signed_off.py::test_that_each_{name}_" in said


WRONG = [
    ('^number = "116 123"', 'number = "116 124"', "samaritans: '116 124' is not what"),
    ('^id = "cqc"', 'id = "qcq"', "cqc: it is gone"),
    ("^call = .*$", 'call = "Ask for"', "shout: nobody can tell what to do with its number"),
    (r"^confirmed_on = .*$", "", "emergency: it is looked at again only after more than 24 months"),
    (
        r"^confirmed_on = .*$",
        "confirmed_on = 2026-11-29",
        "protect: nobody can have checked it yet",
    ),
    (r"^review_by = .*$", "review_by = 2026-11-28", "inwo: it is to be looked at again before"),
]


@pytest.mark.parametrize(("pattern", "words", "said"), WRONG)
def test_that_a_release_with_a_wrong_entry_is_seen(copy, pattern, words, said):
    confirm(copy, date(2026, 11, 28), date(2028, 11, 28))
    put(copy / "resources" / "support.toml", pattern, words)
    released = date(2026, 11, 29) if "review_by" in pattern else date(2026, 11, 27)

    options = load_options(copy / "resources")
    found = list(complaints(options, released=released, today=date(2026, 11, 28)))

    assert [each for each in found if each.startswith(said)]


def test_that_an_entry_is_confirmed_for_24_months_at_most(copy):
    confirm(copy, date(2026, 11, 28), date(2028, 11, 29))

    with pytest.raises(ContentError, match=r"^support\.toml, line \d+: .* more than 24 months"):
        load_options(copy / "resources")


def test_that_what_was_confirmed_is_right_on_each_later_day(copy):
    confirm(copy, date(2026, 11, 28), date(2027, 11, 28))
    options = load_options(copy / "resources")

    for years in range(10):
        today = date(2026 + years, 11, 28)
        assert list(complaints(options, released=day_of_release(), today=today)) == []
