"""What the two READMEs say is so: commands, options, terms of the questions, paths, layers."""

import re
import tomllib
from pathlib import Path

import pytest

import dev
from burnout_check.app import _parser
from burnout_check.domain.messages import MADE_FOR
from burnout_check.domain.support.crisis import MINIMUM
from burnout_check.gui.window.pages import PAGES
from burnout_check.paths import resources_dir

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAP = (ROOT / "burnout_check" / "README.md").read_text(encoding="utf-8")
BOTH = {"README.md": README, "burnout_check/README.md": MAP}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
INSTRUMENTS = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((resources_dir() / "instruments").glob("*.toml"))
}
# Folders that the recipes' paths are told from.
BASES = (ROOT, ROOT / "burnout_check", ROOT / "burnout_check" / "gui")


def section(text: str, title: str) -> str:
    """The part of a page below a heading, up to the next."""
    return text.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def rows(text: str) -> list[list[str]]:
    """The tables of a part, without their headings and lines."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [each for each in cells if any(each) and not all(set(cell) <= set("-") for cell in each)]


def anchors(text: str) -> set[str]:
    """The links that the headings of a page can be reached by."""
    titles = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^a-z0-9 -]", "", title.lower()).replace(" ", "-") for title in titles}


def test_that_every_development_command_named_exists():
    for name, text in BOTH.items():
        named = re.findall(r"packaging/dev\.py (\w+)", text)

        assert set(named) <= dev.COMMANDS.keys(), name
    assert {"run", "test", "check", "demo"} <= set(re.findall(r"dev\.py (\w+)", README))


def test_that_the_options_of_the_command_line_are_those_of_the_table():
    table = rows(section(README, "Run it"))
    named = [row[0].strip("`") for row in table if row[0].startswith("`--")]
    known = [
        f"{action.option_strings[-1]} {action.metavar or ''}".strip()
        for action in _parser()._actions
        if action.dest != "help"
    ]

    assert sorted(named) == sorted(known)


def test_that_the_command_that_is_installed_is_the_one_named():
    assert list(PROJECT["project"]["scripts"]) == ["burnout-check"]
    assert "`burnout-check`" in README


def test_that_the_pythons_are_those_of_the_project():
    assert PROJECT["project"]["requires-python"] == ">=3.11,<3.15"
    assert "Python 3.11 to 3.14" in README


@pytest.mark.parametrize(
    ("lock", "words"),
    [("requirements.lock", "{} libraries there"), ("requirements-dev.lock", "({} for the tests)")],
)
def test_that_the_number_of_libraries_is_that_of_the_lock(lock, words):
    text = (ROOT / "packaging" / lock).read_text(encoding="utf-8")
    count = len(set(re.findall(r"^([A-Za-z0-9._-]+)==", text, flags=re.MULTILINE)))

    assert words.format(count) in README


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_that_each_instrument_stands_in_the_table_with_its_terms(name):
    file = INSTRUMENTS[name]
    whole = INSTRUMENTS[file.get("same_items_as", name)]
    table = {row[0]: row for row in rows(section(README, "The questions, and whose they are"))}
    _, source, terms, sure = table[file["name"]]

    assert sure.endswith(f"· {file['wording_confidence']}")
    if file is not whole:
        assert terms == "as above"
        return
    licence = file["licence"]
    assert sure == f"{licence['confidence']} · {file['wording_confidence']}"
    told = " ".join((licence["summary"], file["attribution"], *file["notes"]))
    for part in re.split(r"[.;](?: |$)", terms):
        assert part in told
    cited = re.findall(r"doi:[^\s;]*[^\s;.]", f"{file['citation']} {file['attribution']}")
    assert re.findall(r"doi:[^\s;,]*[^\s;,.]", source) == cited


def test_that_nothing_else_stands_in_the_table():
    table = rows(section(README, "The questions, and whose they are"))

    assert [row[0] for row in table[1:]] != []
    assert {row[0] for row in table[1:]} == {file["name"] for file in INSTRUMENTS.values()}


def test_that_the_crisis_numbers_are_the_built_in_ones():
    numbers = {line.number for line in MINIMUM if not line.nations} | {"111"}

    assert numbers == {"999", "111", "116 123", "85258"}
    assert all(number in README for number in numbers)


def test_that_it_says_whom_it_is_for_and_does_not_shout():
    assert MADE_FOR in README
    for name, text in BOTH.items():
        words = re.sub(r"!\[", "[", text)

        assert "!" not in words, name
        assert "resilien" not in words.lower(), name


@pytest.mark.parametrize("name", BOTH)
def test_that_every_link_and_picture_is_there(name):
    text, folder = BOTH[name], (ROOT / name).parent
    links = re.findall(r"\]\(([^)]+)\)", text) + re.findall(r'src="([^"]+)"', text)
    for link in links:
        path, _, anchor = link.partition("#")
        target = folder / path

        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target.read_text(encoding="utf-8")), link


def test_that_a_picture_is_small():
    pictures = sorted((ROOT / "packaging" / "pictures").glob("*.png"))

    of_windows = ("is-everything-working", "this-week", "trends")  # of the bundle, under Wine
    assert [path.name for path in pictures] == [
        *("check-in.png", "this-week.png", "trends.png"),
        *(f"windows-{name}.png" for name in of_windows),
    ]
    assert max(path.stat().st_size for path in pictures) < 200_000


@pytest.mark.parametrize("name", BOTH)
def test_that_every_path_named_exists(name):
    named = re.findall(r"`([\w./-]+(?:/|\.py|\.toml|\.json|\.lock|\.md))`", BOTH[name])

    assert named
    for path in named:
        if path in {"look.json", "site.toml"}:  # the person's and the service's, not ours
            continue
        found = any((base / path).exists() for base in BASES)
        assert found or list(ROOT.glob(f"burnout_check/*/{path}")), path


def test_that_the_layers_are_those_that_are_checked():
    contracts = PROJECT["tool"]["importlinter"]["contracts"]
    layers = next(each for each in contracts if each["type"] == "layers")["layers"]

    assert " > ".join(layers) in MAP


def test_that_each_library_has_its_reason():
    needed = [
        re.split(r"[<>=]", requirement)[0] for requirement in PROJECT["project"]["dependencies"]
    ]
    table = rows(section(MAP, "Libraries"))

    assert sorted(row[0] for row in table[1:]) == sorted(needed)
    assert all(row[1] and row[3] for row in table[1:])


def test_that_each_recipe_names_a_test_that_exists():
    table = rows(section(MAP, "Six recipes"))[1:]

    assert len(table) == 6
    for _what, place, cover in table:
        assert re.search(r"`[\w/.<>]+`", place)
        for path in re.findall(r"`(tests/[\w/.]+)`", cover):
            assert (ROOT / path).exists(), path


def test_that_the_list_of_pages_is_where_the_recipe_says():
    recipe = next(row for row in rows(section(MAP, "Six recipes")) if row[0] == "a page")
    shell = (ROOT / "burnout_check" / "gui" / "shell.py").read_text(encoding="utf-8")

    assert "`gui/shell.py` one line in `PAGES` and one in `Shell._page`" in recipe[1]
    for item in PAGES:
        assert (ROOT / "burnout_check" / "gui" / "pages" / f"{item.id}.py").is_file()
    assert "def _page(self" in shell
