"""What stands around the program: the check elsewhere, forms, how to help, the changelog.

The forms and the workflow are YAML, which no library of ours reads. They are written in so plain a
form of it that lines can be looked at: two spaces a level, one key a line.
"""

import re
import tomllib
from pathlib import Path

import pytest

import checks
import dev
import system_libraries
from burnout_check import __version__
from burnout_check.domain.support.crisis import MINIMUM

ROOT = Path(__file__).resolve().parent.parent
GITHUB = ROOT / ".github"
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.stem != "config")
OUTER = [
    *(path for path in sorted(GITHUB.rglob("*")) if path.is_file()),
    *(ROOT / name for name in ("CHANGELOG.md", ".pre-commit-config.yaml", ".editorconfig")),
]
PAPERS = [GITHUB / "CONTRIBUTING.md", GITHUB / "SECURITY.md", ROOT / "CHANGELOG.md"]
# Addresses that are no one's to fill in: each is the page of a standard.
STANDARDS = {
    "https://keepachangelog.com/en/1.1.0/",
    "https://semver.org/spec/v2.0.0.html",
    "https://www.first.org/cvss/",
}
# What each kind of field must say, by the schema of such forms.
NEEDED = {
    "markdown": {"value"},
    "input": {"label"},
    "textarea": {"label"},
    "dropdown": {"label", "options"},
    "checkboxes": {"label", "options"},
}
NEVER_ASKED = ("score", "answer", "note", "data folder", "backup", "passphrase", "your name")
# What Keep a Changelog calls the kinds of changes.
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def flat(text: str) -> str:
    """A text without the ends of its lines, so that a phrase is found across them."""
    return " ".join(text.split())


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def fields(form: str) -> list[str]:
    """The text of each field of a form."""
    return form.split("\nbody:\n", 1)[1].removeprefix("  - type: ").split("\n  - type: ")


def sorted_numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))


def test_that_the_check_runs_by_the_one_door_on_three_systems():
    workflow = read(GITHUB / "workflows" / "check.yml")
    systems = re.findall(r"^        os: \[(.*)\]$", workflow, flags=re.MULTILINE)[0].split(", ")

    assert [system.split("-")[0] for system in systems] == ["ubuntu", "windows", "macos"]
    assert workflow.count("packaging/dev.py") == 1
    assert "\n        run: python packaging/dev.py check\n" in workflow
    assert "check" in dev.COMMANDS


def test_that_it_runs_with_the_oldest_python_and_the_one_that_is_shipped():
    workflow = read(GITHUB / "workflows" / "check.yml")
    needed = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]["requires-python"]
    shipped = tomllib.loads(read(ROOT / "packaging" / "bundle.toml"))["runtime"]["version"]
    pythons = re.findall(r"^        python: \[(.*)\]$", workflow, flags=re.MULTILINE)[0]

    oldest = re.findall(r">=([\d.]+)", needed)[0]
    assert pythons == f'"{oldest}", "{shipped.rpartition(".")[0]}"'
    assert "python-version: ${{ matrix.python }}" in workflow


def test_that_the_check_may_only_read_and_its_actions_are_pinned():
    workflow = read(GITHUB / "workflows" / "check.yml")
    actions = re.findall(r"uses: (\S+)", workflow)

    assert re.findall(r"permissions:\n((?:  .+\n)+)", workflow) == ["  contents: read\n"]
    assert "persist-credentials: false" in workflow
    assert "secrets." not in workflow
    assert "pull_request_target" not in workflow
    assert actions
    for action in actions:
        assert re.fullmatch(r"actions/[a-z-]+@v\d+\.\d+\.\d+", action)


def test_that_it_installs_the_libraries_that_dev_py_asks_for():
    workflow = flat(read(GITHUB / "workflows" / "check.yml"))
    packages = " ".join(system_libraries.WITHOUT_A_WINDOW.values())

    assert f"apt-get install --yes --no-install-recommends {packages} - name" in workflow


def test_that_there_are_three_forms_and_no_way_around_them():
    assert [path.stem for path in FORMS] == ["fault", "idea", "support-number"]
    names = [re.findall(r"^name: (.+)$", read(path), flags=re.MULTILINE)[0] for path in FORMS]
    assert names == ["A fault", "An idea", "A support number is wrong"]
    assert "\nblank_issues_enabled: false\n" in read(GITHUB / "ISSUE_TEMPLATE" / "config.yml")


@pytest.mark.parametrize("path", FORMS, ids=name_of)
def test_that_a_form_has_what_a_form_must_have(path):
    form = read(path)
    top = re.findall(r"^([a-z]+):", form, flags=re.MULTILINE)
    ids = re.findall(r"^    id: (\S+)$", form, flags=re.MULTILINE)

    assert top == ["name", "description", "title", "body"]
    assert "\t" not in form
    assert len(ids) == len(set(ids)) == sum(kind != "markdown" for kind in map(_kind, fields(form)))
    for field in fields(form):
        said = set(re.findall(r"^      ([a-z]+):", field, flags=re.MULTILINE))
        kind = _kind(field)

        assert NEEDED[kind] <= said, field
        assert "\n    attributes:\n" in field
        assert ("\n    id: " in field) == (kind != "markdown")
        if "options" in said:
            assert "\n        - " in field


def _kind(field: str) -> str:
    return field.split("\n", 1)[0]


@pytest.mark.parametrize("path", FORMS, ids=name_of)
def test_that_a_form_asks_for_nothing_personal_and_says_so(path):
    form = flat(read(path))
    labels = re.findall(r"^      label: (.+)$", read(path), flags=re.MULTILINE)

    assert "Anyone can read this page" in form
    assert "Never paste scores, answers, notes" in form
    assert "data folder" in form
    assert labels
    for label in labels:
        assert not any(word in label.lower() for word in NEVER_ASKED), label


@pytest.mark.parametrize("name", ["fault", "support-number"])
def test_that_a_form_says_who_helps_in_a_crisis(name):
    form = flat(read(GITHUB / "ISSUE_TEMPLATE" / f"{name}.yml"))

    for number in {line.number for line in MINIMUM if not line.nations} | {"111"}:
        assert number in form


@pytest.mark.parametrize("path", PAPERS, ids=name_of)
def test_that_every_file_and_command_named_exists(path):
    text = read(path)
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", text)]
    named = re.findall(r"`([\w./-]+(?:/|\.(?:py|toml|yml|yaml|md|lock))|\.editorconfig)`", text)

    for link in links:
        if ":" not in link:  # an address has a test of its own
            assert (path.parent / link).exists(), link
    for each in {*named, *re.findall(r"test (tests/\S+)", text)} - {"site.toml"}:
        assert (ROOT / each).exists(), each
    assert set(re.findall(r"packaging/dev\.py (\w+)", text)) <= dev.COMMANDS.keys()


@pytest.mark.parametrize("path", OUTER, ids=name_of)
def test_that_no_address_is_made_up(path):
    text = read(path)
    addresses = re.findall(r"https?://[^\s)>\"'`]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}", text)
    filled_in = read(ROOT / "packaging" / "README.md")

    for address in (each.rstrip(".,;:") for each in addresses):
        assert address in STANDARDS or address in filled_in, address


def test_that_how_to_help_says_what_is_never_accepted():
    text = read(GITHUB / "CONTRIBUTING.md").split("\n## What is never accepted\n", 1)[1]

    for words in (
        "Network code",
        "composite score",
        "diagnosis",
        "Question 9 of the PHQ-9",
        "dashboard for a team",
    ):
        assert words in text


def test_that_a_weakness_is_mended_in_time_and_versions_have_an_end():
    text = flat(read(GITHUB / "SECURITY.md"))

    assert "CVSS 7.0 or more: within 14 days" in text
    assert "| version | gets these fixes until |" in text
    for limit in ("administrator of the machine", "Capturing the screen", "forgotten passphrase"):
        assert limit in text.split("## What is not a vulnerability", 1)[1]


def test_that_the_changelog_begins_with_this_version_or_what_is_to_come():
    headings = re.findall(r"^## (.+)$", read(ROOT / "CHANGELOG.md"), flags=re.MULTILINE)
    released = [heading for heading in headings if heading != "[Unreleased]"]
    parts = [re.fullmatch(r"\[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)", each) for each in released]

    assert headings[0] in {
        "[Unreleased]",
        *(f"[{__version__}] - {part[2]}" for part in parts if part),
    }
    assert headings.count("[Unreleased]") <= 1
    assert all(parts)
    numbers = [sorted_numbers(part[1]) for part in parts if part]
    assert numbers == sorted(numbers, reverse=True)


def test_that_the_changelog_has_only_the_kinds_there_are():
    kinds = re.findall(r"^### (.+)$", read(ROOT / "CHANGELOG.md"), flags=re.MULTILINE)

    assert kinds
    assert set(kinds) <= KINDS


def test_that_a_commit_is_looked_at_by_the_tools_of_the_check():
    hooks = read(ROOT / ".pre-commit-config.yaml")
    entries = re.findall(r"^        entry: python (.+)$", hooks, flags=re.MULTILINE)
    ids = re.findall(r"^        name: (.+)$", hooks, flags=re.MULTILINE)

    assert re.findall(r"repo: (\S+)", hooks) == ["local"]
    assert hooks.count("language: system") == len(entries) == len(ids)
    for step, entry in zip(ids, entries, strict=True):
        assert entry.replace('"', "") == " ".join(checks.STEPS[step])
    assert set(checks.STEPS) - set(ids) == {"files", "tests"}


def test_that_an_editor_is_told_the_length_of_a_line():
    length = tomllib.loads(read(ROOT / "pyproject.toml"))["tool"]["ruff"]["line-length"]

    assert f"\n[*.py]\nmax_line_length = {length}\n" in read(ROOT / ".editorconfig")
