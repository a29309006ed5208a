"""Reads resources/rules.toml into rules, and refuses anything malformed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from string import Formatter

from burnout_check.content.reading import need, need_no_twins, read, word
from burnout_check.content.rule_file import (
    AverageTable,
    EventTable,
    ExampleTable,
    GapTable,
    LastingTable,
    LineTable,
    RulesFile,
    RuleTable,
    ShiftTable,
    ShortTable,
    StandardTable,
    TogetherTable,
    WhenTable,
)
from burnout_check.domain.rules.conditions import TEMPLATE_WORDS
from burnout_check.domain.rules.example import Example, ExampleKind
from burnout_check.domain.rules.rule import (
    Average,
    Basis,
    Crossing,
    Gap,
    HardEvents,
    Lasting,
    Line,
    LineKind,
    Rule,
    Severity,
    Shifted,
    Short,
    Together,
    When,
    Words,
    kind_of,
)
from burnout_check.domain.rules.standard import Standard
from burnout_check.domain.settings.plan import FIGURES, Span
from burnout_check.domain.support.option import Family, Tier
from burnout_check.domain.week import Week
from burnout_check.errors import ContentError

FILE = "rules.toml"
_PLAN_WORDS = frozenset({"role", "supervision_rule", "supervision_span", "baseline_from"})


def load_rules(folder: Path) -> tuple[Rule, ...]:
    """The rules of ``folder``/rules.toml, in file order.

    Raises:
        ContentError: naming the file, the field and the reason, if anything in it is malformed.
    """
    file = read(folder / FILE, RulesFile)
    lasting = [_lasting(table, place) for place, table in enumerate(file.lasting)]
    rules = tuple(
        replace(rule, lasting=tuple(each for families, each in lasting if rule.family in families))
        for rule in map(_rule, file.rule)
    )
    need_no_twins((rule.id for rule in rules), FILE, "rule[{}].id")
    known = {rule.id: rule for rule in rules}
    for rule in rules:
        unknown = ", ".join(sorted(rule.replaces - known.keys()))
        _need(not unknown, f"rule {rule.id!r}", f"names rules that there are not: {unknown}")
        for other in rule.speaks_for:
            _need(bool(known[other].phrase), f"rule {other!r}.phrase", f"{rule.id!r} needs one")
    return rules


def _lasting(table: LastingTable, place: int) -> tuple[frozenset[Family], Lasting]:
    """The families that are meant, and what is said of them."""
    at = f"lasting[{place}]"
    _need(table.weeks >= 1, f"{at}.weeks", "is below 1")
    _fields(table.text, frozenset({"weeks"}), f"{at}.text")
    families = frozenset(word(Family, each, FILE, f"{at}.families") for each in table.families)
    leads = tuple(Tier[name.upper()] for name in table.leads)
    return families, Lasting(table.weeks, table.text, leads, table.first)


def _rule(table: RuleTable) -> Rule:
    at = f"rule {table.id!r}"
    _need(bool(table.when), f"{at}.when", "there is none")
    _need(table.fresh >= 0, f"{at}.fresh", "is negative")
    whens = tuple(
        _when(when, table, f"{at}.when[{place}]") for place, when in enumerate(table.when)
    )
    kinds = {kind_of(when) for when in whens}
    _need(len(kinds) == 1, f"{at}.when", "speaks of a line and of the usual: make it two rules")
    return Rule(
        id=table.id,
        name=table.name,
        family=word(Family, table.family, FILE, f"{at}.family"),
        measure=table.measure,
        whens=whens,
        basis=word(Basis, table.basis, FILE, f"{at}.basis"),
        why=table.why,
        source=table.source,
        standard=None if table.standard is None else _standard(table.standard, f"{at}.standard"),
        roles=table.roles,
        phrase=table.phrase,
        instead_of=table.instead_of,
        leads=tuple(Tier[name.upper()] for name in table.leads),
        crisis=table.crisis,
        says_not_asked=table.says_not_asked,
        fresh=table.fresh,
        confidence=table.confidence,
        examples=tuple(
            _example(example, f"{at}.example[{place}]")
            for place, example in enumerate(table.example)
        ),
    )


def _when(table: WhenTable, rule: RuleTable, at: str) -> When:
    severity = Severity[table.severity.upper()]
    words = Words(table.title, table.text, table.clears)
    has_measure = not isinstance(table, EventTable | TogetherTable)
    _need(bool(rule.measure) == has_measure, at, "measure is missing or has no meaning here")
    when: When
    match table:
        case LineTable():
            line = _line(table, at)
            _need(1 <= table.hits <= table.of, f"{at}.hits", "is not from 1 to 'of'")
            _need(table.apart >= 1, f"{at}.apart", "is below 1")
            fixed = line.kind in (LineKind.AT_LEAST, LineKind.AT_MOST)
            _need(fixed or not table.still, f"{at}.still", "is for at_least and at_most")
            when = Crossing(
                severity,
                words,
                line,
                table.hits,
                table.of,
                apart=table.apart,
                still=table.still,
                without=table.without,
            )
            _check_words(words, line.kind, at)
            return when
        case ShiftTable():
            _need(table.limit > 0 and table.spread > 0, f"{at}.limit", "or spread is not over 0")
            when = Shifted(severity, words, table.limit, table.spread, table.past)
            kind = "shift"
        case AverageTable():
            _need(1 <= table.needs <= table.weeks, f"{at}.needs", "is not from 1 to 'weeks'")
            _figure(table.plus or FIGURES[0], f"{at}.plus")
            when = Average(severity, words, table.over, table.weeks, table.needs, table.plus)
            kind = "average"
        case ShortTable():
            _need(rule.standard is not None, at, "the rule has no [rule.standard]")
            _need(table.windows >= 1, f"{at}.windows", "is below 1")
            when, kind = Short(severity, words, table.windows), "short"
        case GapTable():
            _need(table.over >= 0, f"{at}.over", "is negative")
            when, kind = Gap(severity, words, table.over), "gap"
        case EventTable():
            when, kind = HardEvents(severity, words), "event"
        case TogetherTable():
            _need(table.within >= 1, f"{at}.within", "is below 1")
            _need(
                {*table.only_act} <= {*table.load, *table.support}, f"{at}.only_act", "is not there"
            )
            sides = (table.load, table.support)
            when = Together(severity, words, *sides, table.within, table.only_act)
            kind = "together"
    _check_words(words, kind, at)
    return when


def _line(table: LineTable, at: str) -> Line:
    given = [kind for kind in LineKind if getattr(table, kind.value) is not None]
    names = ", ".join(LineKind)
    _need(len(given) == 1, at, f"needs exactly one of {names}")
    if given[0] is LineKind.OVER_PLAN:
        figure = _figure(table.over_plan or "", f"{at}.over_plan")
        return Line(LineKind.OVER_PLAN, table.times, figure)
    return Line(given[0], float(getattr(table, given[0].value)), beyond=table.beyond)


def _standard(table: StandardTable, at: str) -> Standard:
    _need(table.average >= 1, f"{at}.average", "is below 1")
    own = table.minutes is None and not table.given_share
    _need(0 <= table.given_share <= 1, f"{at}.given_share", "is no share from 0 to 1")
    _need(own == (table.span is None), at, "give both minutes and span, or neither")
    return Standard(
        minutes=table.minutes,
        span=None if table.span is None else Span(table.span),
        average=table.average,
        pro_rata_below=table.pro_rata_below,
        floor=table.floor,
        client_hours=table.client_hours,
        given_share=table.given_share,
        group_credit=table.group_credit,
    )


def _example(table: ExampleTable, at: str) -> Example:
    counts = {len(values) for values in table.values.values()}
    _need(len(counts) == 1 and 0 not in counts, f"{at}.values", "are not of one length")
    _need(table.every >= 1 and table.later >= 0, f"{at}.every", "is below 1, or later is negative")
    for key, value in table.plan.items():
        known = _PLAN_WORDS if isinstance(value, str) else FIGURES
        _need(key in known, f"{at}.plan", f"there is no {key!r}, or not of this kind")
    _need(not (table.kind and table.fires), f"{at}.kind", "is only for one that stays quiet")
    try:
        start = Week.parse(table.start)
    except ValueError as error:
        raise ContentError(FILE, f"{at}.start", str(error)) from error
    away = {
        place
        for values in table.values.values()
        for place, value in enumerate(values)
        if value == "away"
    }
    return Example(
        note=table.note,
        kind=ExampleKind.FIRES if table.fires else ExampleKind(table.kind),
        fires=Severity[table.fires.upper()] if table.fires else None,
        values={
            name: tuple(None if isinstance(value, str) else value for value in values)
            for name, values in table.values.items()
        },
        start=start,
        away=tuple(sorted(away)),
        every=table.every,
        later=table.later,
        plan=table.plan,
        hard_events=table.hard_events,
    )


def _check_words(words: Words, kind: str, at: str) -> None:
    for field in ("title", "text", "clears"):
        _fields(getattr(words, field), TEMPLATE_WORDS[kind], f"{at}.{field}")


def _fields(template: str, known: frozenset[str], at: str) -> None:
    try:
        used = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
    except ValueError as error:
        raise ContentError(FILE, at, str(error)) from error
    unknown = ", ".join(sorted(used - known))
    _need(not unknown, at, f"there is no word {{{unknown}}} for it")


def _figure(name: str, at: str) -> str:
    _need(name in FIGURES, at, f"there is no figure {name!r}")
    return name


def _need(condition: bool, field: str, reason: str) -> None:
    need(condition, FILE, field, reason)
