"""No two pages disagree: what each says of a measure is what the history itself says of it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import pytest

from burnout_check.content.loader import load
from burnout_check.domain.insights.chips import ABOUT_USUAL, Tone
from burnout_check.domain.insights.tiles import NO_VALUE, Tile
from burnout_check.domain.questionnaire.check_in import Away, CheckIn, Reason
from burnout_check.domain.questionnaire.history import History
from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.rules.rule import Crossing, Severity
from burnout_check.domain.supervision.sharing_choice import SharingChoice
from burnout_check.domain.week import LONDON, Week
from burnout_check.paths import resources_dir
from burnout_check.session.changed import EVERYTHING
from burnout_check.session.session import Session
from tests.domain.samples import check_in
from tests.vaults import new_vault

HISTORIES = 200
WEEKS = 30
NOW = datetime(2026, 11, 20, 16, 50, tzinfo=LONDON)
THIS_WEEK = Week.of(NOW.date())
SHOWN = 8
GAD = tuple(f"gad7_{place}" for place in range(1, 8))
FACTS = {
    "fact_caseload": (50, 4, 1),
    "fact_contact_hours": (20, 3, 1),
    "fact_overtime_hours": (2, 2, 1),
    "fact_supervision_minutes": (40, 25, 15),
}
"""The middle of a fact, how far it strays from week to week, and the step it is told in."""
RATINGS = {"own_workload_manageable": 6, "own_supervision_enough": 6, "burnout_item": 2}
HIGHEST = {"burnout_item": 5, **dict.fromkeys(RATINGS.keys() - {"burnout_item"}, 10)}


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    vault = new_vault(tmp_path_factory.mktemp("agree"))
    session = Session(vault, load(resources_dir()), clock=lambda: NOW)
    yield session
    session.close()


def any_history(seed: int) -> History:
    """Half a year of one person: whole numbers, a slow drift, questions left out, leave."""
    chance = random.Random(seed)  # noqa: S311 - made-up weeks
    strain, drift = chance.uniform(0, 1), chance.uniform(-0.02, 0.04)
    check_ins, away = [], []
    for place in range(WEEKS):
        week = THIS_WEEK.plus(place + 1 - WEEKS)
        kind = chance.random()
        if kind < 0.08:
            away.append(Away(week, chance.choice(list(Reason))))
        elif kind > 0.18:
            now = min(1.0, max(0.0, strain + drift * place))
            check_ins.append(_week(week, now, place, chance))
    return History(tuple(check_ins), tuple(away))


def _week(week: Week, strain: float, place: int, chance: random.Random) -> CheckIn:
    asked = GAD if place % 4 == 0 else GAD[:2]
    answers = {each: min(3, max(0, round(3 * strain + chance.gauss(0, 0.6)))) for each in asked}
    for each, middle in RATINGS.items():
        sign = 1 if each == "burnout_item" else -1
        told = round(middle + sign * 2 * (strain - 0.3) + chance.gauss(0, 1))
        answers[each] = min(HIGHEST[each], max(1, told))
    facts: dict[str, float] = {}
    for each, (middle, strays, step) in FACTS.items():
        sign = -1 if each == "fact_supervision_minutes" else 1
        worked = middle * (1 + sign * (strain - 0.4) / 2) + chance.gauss(0, strays)
        facts[each] = float(max(0, step * round(worked / step)))
    left_out = chance.sample([*answers, *facts], k=chance.choice([0, 0, 0, 1, 2]))
    return check_in(
        week,
        facts={name: value for name, value in facts.items() if name not in left_out},
        answers={name: value for name, value in answers.items() if name not in left_out},
    )


@dataclass(frozen=True)
class Value:
    """What was told of a measure, and in which week."""

    week: Week
    value: float


def told(history: History, measure: str) -> tuple[Value, ...]:
    """A measure as the check-ins have it, not going through the code under test."""
    items = {"gad2": GAD[:2], "gad7": GAD, "burnout": ("burnout_item",)}.get(measure, (measure,))
    found = []
    for past in history.check_ins:
        values = [{**past.answers, **past.facts}.get(item) for item in items]
        if all(value is not None for value in values):
            found.append(Value(past.week, float(sum(value or 0 for value in values))))
    return tuple(found)


def newest(history: History, measure: str, week: Week = THIS_WEEK) -> Value | None:
    known = [each for each in told(history, measure) if each.week <= week]
    return known[-1] if known else None


# A supervision tile over more than a week adds the minutes up; the person here has none such.
MEASURES = (
    "burnout",
    "gad2",
    "gad7",
    "own_workload_manageable",
    "own_supervision_enough",
    *FACTS,
)


ENOUGH_OR_MINUTES = {"own_supervision_enough", "fact_supervision_minutes"}
"""The tile of Result shows the rating, and says too where the minutes are short."""


def past_a_line(prompt: Prompt) -> bool:
    """Past a number that stands still: one given, or that of the job plan."""
    lines = ("at_least", "at_most", "over", "over_plan")
    return any(
        isinstance(when, Crossing) and when.line.kind in lines
        for each in (prompt, *prompt.parts)
        for when in each.rule.whens
    )


def measures_of(prompt: Prompt) -> set[str]:
    return {each.rule.measure for each in (prompt, *prompt.parts)}


def shown(value: float) -> str:
    return f"{value:g}"


def agrees(tile: Tile, known: Value | None) -> None:
    if tile.value == NO_VALUE:
        assert known is None, tile
    else:
        assert known is not None, tile
        assert (tile.value, tile.week) == (shown(known.value), known.week), tile


@pytest.fixture(params=range(HISTORIES))
def history(request: pytest.FixtureRequest, session: Session) -> History:
    history = any_history(request.param)
    session.ledger.changed(EVERYTHING, history=history)
    return history


def test_that_every_page_names_the_newest_value_in_its_week(session: Session, history: History):
    reading, prompts = session.ledger.reading, session.ledger.prompts()

    for tile in reading.tiles(THIS_WEEK):
        agrees(tile, newest(history, tile.measure))
    last = history.check_ins[-1].week
    for tile in reading.result_tiles(last):
        known = newest(history, tile.measure, last)
        agrees(tile, known if known is not None and known.week == last else None)
    for prompt in prompts:
        for each in (prompt, *prompt.parts):
            if each.rule.measure in MEASURES:
                found = [Value(point.week, point.value) for point in each.evidence]
                assert set(found) <= set(told(history, each.rule.measure)), each.rule.id
    for measure in MEASURES:
        says_the_newest(session, history, measure)


def says_the_newest(session: Session, history: History, measure: str) -> None:
    """On Trends over two ranges, and in supervision with numbers."""
    known = newest(history, measure)
    since = THIS_WEEK.plus(1 - SHOWN)
    whole = session.ledger.reading.trend(measure, THIS_WEEK)
    cut = session.ledger.reading.trend(measure, THIS_WEEK, since=since)
    offer = f"measure:{measure}"
    view = session.sharing.shared_view(SharingChoice(SHOWN).tick(offer, numbers=True))
    if known is None:
        assert whole == cut == "no values yet"
        assert view.measures == ()
        return
    assert whole.split(",")[0].split(" ")[:2] == ["last", shown(known.value)]
    assert ("in the week of" in whole.split(",")[0]) == (THIS_WEEK.since(known.week) > 1)
    if known.week < since:
        assert cut == "no values in these weeks"
        assert view.measures == ()
        return
    assert cut.split(",")[0] == whole.split(",")[0]
    (shared,) = view.measures
    assert shared.sentence.split(" ")[:2] == ["last", shown(known.value)]
    assert (shared.points[-1].week, shared.points[-1].value) == (known.week, known.value)


def test_that_no_page_calls_a_week_usual_or_steady_where_a_prompt_past_a_line_stands(
    session: Session, history: History
):
    reading = session.ledger.reading
    last = history.check_ins[-1]
    for week, tiles in (
        (THIS_WEEK, reading.tiles(THIS_WEEK)),
        (last.week, reading.result_tiles(last.week)),
    ):
        prompts = [prompt for prompt in reading.prompts(week) if past_a_line(prompt)]
        for tile in tiles:
            about = [prompt for prompt in prompts if tile.measure in measures_of(prompt)]
            worst = max((prompt.severity for prompt in about), default=None)
            if worst is not None and tile.value != NO_VALUE:
                assert tile.chip != ABOUT_USUAL, (tile, about)
                assert tile.chip.tone is not Tone.STEADY, (tile, about)
        if prompts and week == last.week:
            assert not reading.sentence(last).startswith("About your usual"), prompts


def test_that_a_tile_is_as_loud_as_what_stands_out(session: Session, history: History):
    reading = session.ledger.reading
    last = history.check_ins[-1]
    for week, tiles in (
        (THIS_WEEK, reading.tiles(THIS_WEEK)),
        (last.week, reading.result_tiles(last.week)),
    ):
        for tile in tiles:
            about = {"gad2": {"gad2", "gad7"}, "own_supervision_enough": ENOUGH_OR_MINUTES}
            wanted = about.get(tile.measure, {tile.measure})
            loud = [
                prompt
                for prompt in reading.prompts(week)
                if prompt.severity >= Severity.ACT and wanted & measures_of(prompt)
            ]
            if tile.chip.tone is Tone.ATTENTION:
                assert loud or (tile.measure == "gad7" and float(tile.value) >= 15), tile
            if loud and tile.value != NO_VALUE:
                assert tile.chip.tone is not Tone.STEADY, (tile, loud)


def test_that_what_stands_out_is_the_same_on_every_page(session: Session, history: History):
    prompts = session.ledger.prompts()
    choice = SharingChoice(SHOWN)
    for item in session.sharing.items(SHOWN):
        choice = choice.tick(item.id)

    assert session.sharing.shared_view(choice).prompts == tuple(each.title for each in prompts)
    last = history.check_ins[-1]
    if last.week == THIS_WEEK:
        assert session.check_ins.outcome(last).prompts == prompts
