"""How often the rules are wrong about simulated people, in small; the command does it in large."""

import re

import pytest

import dev
import simulate
import simulated_rules
from burnout_check.content.help import load_help
from burnout_check.gui.prompts.help_page import HOW_OFTEN_WRONG
from burnout_check.paths import resources_dir
from console import ROOT

PEOPLE = 300
PAGE = load_help(resources_dir())[HOW_OFTEN_WRONG]


@pytest.mark.parametrize("family", [each.name for each in simulated_rules.FAMILIES])
def test_that_chance_alone_makes_an_act_in_at_most_one_year_of_twenty(family):
    # 5 % of 300, and 3 standard errors of a sample this small: 15 + 3 x √(300 x 0.05 x 0.95).
    assert PEOPLE * simulated_rules.share(family, PEOPLE, simulate.SEED) <= 15 + 11.3


@pytest.mark.parametrize("family", [each.name for each in simulated_rules.FAMILIES])
def test_that_whoever_is_over_the_line_all_year_is_told_to_act(family):
    assert simulated_rules.share(family, 20, simulate.SEED, clear=-1) == 1


@pytest.mark.parametrize("start", [30, 45])
def test_that_whoever_climbs_by_25_points_is_told_within_4_weeks_of_passing_50(start):
    watched, acted = simulated_rules.told(PEOPLE, simulate.SEED, start=start)

    assert watched >= 0.95
    assert 0 < acted <= watched


def shown(title):
    """The rows of the table under a heading of the help page."""
    _before, _heading, after = PAGE.partition(f"## {title}\n")
    lines = [line for line in after.partition("\n## ")[0].splitlines() if line.startswith("|")]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]


@pytest.mark.parametrize("simulation", simulate.SIMULATIONS, ids=lambda each: each.title)
def test_that_the_help_page_has_the_table_as_it_is_printed(simulation):
    printed = simulate.table(simulation, simulation.run(1, simulate.SEED)).splitlines()
    page = shown(simulation.title)

    assert page[0] == simulation.columns
    assert len(page) == len(printed)
    for row, line in zip(page[2:], printed[2:], strict=True):
        assert line.startswith(f"| {row[0]} |")
        assert all(re.fullmatch(r"\d{1,3}\.\d %", cell) for cell in row[1:]), row


def test_that_the_page_itself_keeps_to_one_year_of_twenty():
    first = shown("Someone whose answers only move by chance")[2:]

    assert {row[0] for row in first} == {each.name for each in simulated_rules.FAMILIES}
    assert all(float(row[1].removesuffix(" %")) <= 5 for row in first)


def test_that_a_table_is_put_in_place_of_the_one_before(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("A\n\n## One\n\n| a |\n| b |\n\nafter\n\n## Two\n\n| c |\n", encoding="utf-8")

    simulate.write(page, "One", "| new |")
    simulate.write(page, "Two", "| last |")

    assert page.read_text(encoding="utf-8") == (
        "A\n\n## One\n\n| new |\n\nafter\n\n## Two\n\n| last |\n"
    )
    with pytest.raises(ValueError, match="no table"):
        simulate.write(page, "Three", "| new |")


def test_that_the_command_prints_every_table(capsys):
    assert simulate.main(["--years", "2", "--seed", "3"]) == 0

    said = capsys.readouterr().out
    for simulation in simulate.SIMULATIONS:
        people = simulation.people(2)
        assert f"{simulation.title} ({people} simulated people)" in said


def test_that_the_one_door_starts_it(monkeypatch):
    started: list[list[str]] = []

    def note(command, **_):
        started.append([str(part) for part in command])
        return 0

    monkeypatch.setattr(dev, "make_right", lambda **_: "python")
    monkeypatch.setattr(dev, "call", note)

    assert dev.main(["simulate", "--years", "5"]) == 0
    assert started == [["python", str(ROOT / "packaging" / "simulate.py"), "--years", "5"]]
