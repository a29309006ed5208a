"""The four tiles of This week: burnout, anxiety, caseload and supervision as last known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from burnout_check.domain.insights import chips
from burnout_check.domain.insights.chips import Chip, Shape, Tone
from burnout_check.domain.measures.ids import BURNOUT, CASELOAD, GAD2, GAD7, SUPERVISION
from burnout_check.domain.measures.measure import Series
from burnout_check.domain.measures.trend import usual
from burnout_check.domain.measures.view import View
from burnout_check.domain.numbers import plain_number
from burnout_check.domain.rules.evaluate import prompts_of
from burnout_check.domain.rules.prompt import Prompt
from burnout_check.domain.rules.rule import Crossing, Line, Rule, Severity
from burnout_check.domain.settings.plan import BY_ROLE, OWN_FIGURE, Plan, Span
from burnout_check.domain.supervision.windows import chosen, minutes_due, so_far, span
from burnout_check.domain.week import Week, plain_date

BURNOUT_RULE, GAD7_RULE = "burnout-item", "gad7-line"
GAD2_LINE, GAD7_HIGH = 3, 15  # when the other questions are asked; a rule that cannot be changed
ASKED_WEEKLY = "Single question, asked weekly"
TWO_QUESTIONS = "Two questions, asked weekly"
NEEDS_FOUR = "It needs four check-ins"
NO_VALUE = "–"

_GAD7_FRESH = 8
_SO_FAR = {Span.FORTNIGHT: "in 2 weeks", Span.MONTH: "this month"}
_SHORT = {Span.FORTNIGHT: "Short in 2 weeks", Span.MONTH: "Short last month"}
_EVERY = {Span.WEEK: "every week", Span.FORTNIGHT: "every 2 weeks", Span.MONTH: "every month"}


@dataclass(frozen=True, slots=True)
class Tile:
    """A number with its chip.

    ``value`` is the number as read ("–" where there is none), ``unit`` the words after it. ``line``
    is where a dashed line belongs in the tiny chart of ``measure``. ``week`` is the value's week.
    """

    title: str
    value: str
    unit: str
    chip: Chip
    caption: str
    measure: str
    line: float | None = None
    week: Week | None = None


def home_tiles(rules: Sequence[Rule], view: View) -> tuple[Tile, ...]:
    """The tiles at the view's week; a prompt that was put aside still colours its chip."""
    worst = severities(prompts_of(rules, view))
    return (
        _burnout(line_of(rules, BURNOUT_RULE), view, worst.get(BURNOUT)),
        anxiety_tile(line_of(rules, GAD7_RULE), view, worst.get(GAD7)),
        _caseload(view, worst.get(CASELOAD)),
        _supervision(rules, view, worst.get(SUPERVISION)),
    )


def severities(prompts: Iterable[Prompt]) -> dict[str, Severity]:
    """The worst severity by measure, of prompts and of those that they stand for."""
    worst: dict[str, Severity] = {}
    for prompt in prompts:
        for each in (prompt, *prompt.parts):
            measure = each.rule.measure
            worst[measure] = max(each.severity, worst.get(measure, each.severity))
    return worst


def line_of(rules: Iterable[Rule], rule_id: str) -> Line | None:
    """The line of a rule, the person's own if they changed it; None if the rule is off."""
    whens = (when for rule in rules if rule.id == rule_id for when in rule.whens)
    return next((when.line for when in whens if isinstance(when, Crossing)), None)


def _burnout(line: Line | None, view: View, severity: Severity | None) -> Tile:
    at = None if line is None else line.x
    series = view.known(BURNOUT)
    if series is None:
        unknown = chips.UNKNOWN
        return Tile("Burnout", NO_VALUE, "of 5", unknown, ASKED_WEEKLY, BURNOUT, at)
    last = series.points[-1]
    return Tile(
        "Burnout this week" if last.week == view.week else "Burnout",
        series.measure.show(last.value),
        "of 5",
        chips.NOT_COMPARED if at is None else burnout_chip(series, at, severity),
        ASKED_WEEKLY,
        BURNOUT,
        at,
        last.week,
    )


def burnout_chip(series: Series, line: float, severity: Severity | None) -> Chip:
    """The chip of the single question, to which an answer below the line is no all-clear."""
    below = f"{series.measure.show(series.points[-1].value)} of 5"
    return chips.over_line(series, line, severity, below=below)


def anxiety_tile(line: Line | None, view: View, severity: Severity | None) -> Tile:
    """Anxiety as last answered: all seven questions where they were, else the two asked weekly.

    Where the two lead, an older full score stands below them with its day, if it is recent.
    """
    full, short = view.known(GAD7), view.known(GAD2)
    if short is None and full is None:
        unknown = chips.UNKNOWN
        return Tile("Anxiety (GAD-2)", NO_VALUE, "of 6", unknown, TWO_QUESTIONS, GAD2, GAD2_LINE)
    if full is not None and (short is None or full.points[-1].week >= short.points[-1].week):
        return _anxiety_in_full(full, line, severity)
    assert short is not None  # noqa: S101 - one of them is there
    last, caption = short.points[-1], TWO_QUESTIONS
    if full is not None and view.week.since(full.points[-1].week) <= _GAD7_FRESH:
        whole, day = full.points[-1], plain_date(full.points[-1].week.monday)
        caption = f"All seven, in the week of {day}: {full.measure.show(whole.value)} of 21"
    chip = chips.over_line(short, GAD2_LINE, None)
    if severity is not None and last.value < GAD2_LINE:
        chip = Chip(Tone.PLAIN, chip.words)
    shown = short.measure.show(last.value)
    return Tile("Anxiety (GAD-2)", shown, "of 6", chip, caption, GAD2, GAD2_LINE, last.week)


def _anxiety_in_full(full: Series, line: Line | None, severity: Severity | None) -> Tile:
    last = full.points[-1]
    chip, caption = chips.NOT_COMPARED, ""
    if line is not None:
        chip = chips.over_line(full, line.x, severity, weekly=False)
        caption = "Your own line" if line.yours else "The line you use with clients"
    if last.value >= GAD7_HIGH:
        chip = Chip(Tone.ATTENTION, f"{GAD7_HIGH} or more", Shape.UP)
    at = None if line is None else line.x
    shown = full.measure.show(last.value)
    return Tile("Anxiety (GAD-7)", shown, "of 21", chip, caption, GAD7, at, last.week)


def _caseload(view: View, severity: Severity | None) -> Tile:
    series = view.known(CASELOAD)
    figure = view.plan.caseload_plan
    caption = "" if figure is None else f"Your job plan says {plain_number(figure)}"
    if series is None:
        return Tile("Caseload", NO_VALUE, "people", chips.UNKNOWN, caption, CASELOAD, figure)
    last = series.points[-1]
    line: float | None
    if figure is not None:
        line, chip = figure, chips.against_plan(last.value, figure, severity)
    else:
        middle = usual(series, last.week)
        line, chip = middle, chips.against_usual(last.value, middle, severity)
        caption = NEEDS_FOUR if middle is None else f"Your usual is {plain_number(middle)}"
    unit = "person" if last.value == 1 else "people"
    shown = plain_number(last.value)
    return Tile("Caseload", shown, unit, chip, caption, CASELOAD, line, last.week)


def _supervision(rules: Sequence[Rule], view: View, severity: Severity | None) -> Tile:
    title = "Supervision"
    rule = chosen(rules, view.plan)
    due = None if rule is None else minutes_due(rule, view.plan)
    points = view.points(SUPERVISION)
    if rule is None or rule.standard is None or due is None:
        value = plain_number(points[-1].value) if points else NO_VALUE
        chip = Chip(Tone.PLAIN, "This check-in") if points else chips.UNKNOWN
        if severity is not None:
            chip = Chip(chips.tone(severity), "None for weeks", Shape.DOWN)
        week = points[-1].week if points else None
        caption = "Not compared" if points else ""
        return Tile(title, value, "min", chip, caption, SUPERVISION, None, week)
    each = span(rule.standard, view.plan)
    caption = f"{_whose(rule, view.plan)}: {plain_number(due, 0)} min {_EVERY[each]}"
    unit = f"of {plain_number(due, 0)} min"
    if not points:
        return Tile(title, NO_VALUE, unit, chips.UNKNOWN, caption, SUPERVISION)
    agreed = rule.id == OWN_FIGURE
    if each is Span.WEEK:
        had = points[-1].value
        chip = chips.minutes(had, due, severity, agreed=agreed)
        shown = plain_number(had, 0)
        return Tile(title, shown, unit, chip, caption, SUPERVISION, due, points[-1].week)
    had = so_far(rule.standard, view)
    chip = Chip(Tone.PLAIN, "So far")
    if severity is not None:
        chip = Chip(chips.tone(severity), _SHORT[each], Shape.DOWN)
    elif had >= due:
        chip = chips.minutes(had, due, None, agreed=agreed)
    unit = f"{unit} {_SO_FAR[each]}"
    return Tile(title, plain_number(had, 0), unit, chip, caption, SUPERVISION, None, view.week)


def _whose(rule: Rule, plan: Plan) -> str:
    if rule.id == OWN_FIGURE:
        return "Agreed"
    return "Your role" if plan.supervision_rule == BY_ROLE else "Chosen"
