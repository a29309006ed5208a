"""rules.toml is read whole, and anything malformed is refused with file, field and reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from burnout_check.content.rules import load_rules
from burnout_check.domain.rules.rule import (
    Average,
    Basis,
    Crossing,
    Gap,
    HardEvents,
    Line,
    LineKind,
    Severity,
    Short,
    Together,
)
from burnout_check.domain.rules.standard import Standard
from burnout_check.domain.settings.plan import Span
from burnout_check.domain.support.option import Family, Tier
from burnout_check.domain.week import Week
from burnout_check.errors import ContentError
from burnout_check.paths import resources_dir

GOOD = """
[[rule]]
id = "overtime"
name = "Overtime"
family = "workload"
measure = "fact_overtime_hours"
basis = "ours"
why = "Our line."
source = "Westwood 2017"
phrase = "overtime is high"
leads = ["manager"]
fresh = 5

[[rule.when]]
kind = "line"
severity = "act"
over_plan = "contracted_hours"
times = 0.1
hits = 2
of = 4
title = "Over {line} hours in {hits} of {of}"
text = "More than {plan}."
clears = "It goes."

[[rule.example]]
note = "twice"
fires = "act"
values = { fact_overtime_hours = [4, "-", "away", 4] }
every = 2
start = "2026-03-02"
plan = { contracted_hours = 37.5, role = "pwp" }
"""


@pytest.fixture
def load(tmp_path: Path):
    def _load(text: str):
        (tmp_path / "rules.toml").write_text(text, encoding="utf-8")
        return load_rules(tmp_path)

    return _load


def test_that_a_rule_is_read_whole(load):
    (rule,) = load(GOOD)

    assert (rule.id, rule.name, rule.measure, rule.phrase) == (
        "overtime",
        "Overtime",
        "fact_overtime_hours",
        "overtime is high",
    )
    assert (rule.family, rule.basis, rule.leads) == (
        Family.WORKLOAD,
        Basis.OURS,
        (Tier.MANAGER,),
    )
    assert (rule.fresh, rule.crisis, rule.standard) == (5, False, None)
    assert rule.figures_needed == ("contracted_hours",)


def test_that_its_condition_is_a_line_and_a_pattern(load):
    (when,) = load(GOOD)[0].whens

    assert isinstance(when, Crossing)
    assert when.line == Line(LineKind.OVER_PLAN, 0.1, "contracted_hours")
    assert (when.hits, when.of, when.severity) == (2, 4, Severity.ACT)


def test_that_its_example_has_gaps_and_weeks_away(load):
    (example,) = load(GOOD)[0].examples

    assert example.values == {"fact_overtime_hours": (4, None, None, 4)}
    assert (example.away, example.every, example.fires) == ((2,), 2, Severity.ACT)
    assert example.start == Week.parse("2026-03-02")


def test_that_every_kind_of_condition_ships_and_is_read():
    rules = {rule.id: rule for rule in load_rules(resources_dir())}

    assert isinstance(rules["hours-48"].whens[0], Average)
    assert isinstance(rules["sup-own"].whens[0], Short)
    assert isinstance(rules["sup-gap"].whens[0], Gap)
    assert isinstance(rules["hard-event"].whens[0], HardEvents)
    assert isinstance(rules["together"].whens[0], Together)


# From the table of thresholds, by hand.
@pytest.mark.parametrize(
    ("name", "standard"),
    [
        ("sup-own", Standard()),
        ("sup-pwp-cm", Standard(60, Span.WEEK, pro_rata_below=1.0)),
        ("sup-pwp-skills", Standard(60, Span.FORTNIGHT, average=2)),
        ("sup-hi", Standard(60, Span.WEEK)),
        ("sup-babcp", Standard(90, Span.MONTH, average=2, pro_rata_below=0.5, floor=45)),
        ("sup-bacp", Standard(90, Span.MONTH, group_credit=True)),
        ("sup-bacp-trainee", Standard(90, Span.MONTH, client_hours=8)),
        ("sup-of-sup", Standard(60, Span.MONTH)),
        ("sup-of-sup-share", Standard(None, Span.MONTH, given_share=0.05)),
    ],
)
def test_that_the_supervision_standards_are_those_of_the_table(name, standard):
    rules = {rule.id: rule for rule in load_rules(resources_dir())}

    assert rules[name].standard == standard


BAD = [
    ("= 0.1", '= "much"', "when[0].times", "should be a number"),
    ('"workload"', '"weather"', "rule 'overtime'.family", "is none of"),
    ('"ours"', '"mine"', "rule 'overtime'.basis", "is none of"),
    ('kind = "line"', 'kind = "curve"', "rule[0].when[0]", "curve"),
    ('severity = "act"', 'severity = "panic"', "rule[0].when[0].severity", "panic"),
    ('over_plan = "contracted_hours"', "", "rule 'overtime'.when[0]", "exactly one of"),
    ("times = 0.1", "times = 0.1\nover = 3", "rule 'overtime'.when[0]", "exactly one of"),
    ('"contracted_hours"\n', '"shoe_size"\n', "when[0].over_plan", "no figure 'shoe_size'"),
    ("hits = 2", "hits = 5", "rule 'overtime'.when[0].hits", "from 1 to"),
    ("hits = 2", "hits = 0", "rule 'overtime'.when[0].hits", "from 1 to"),
    ("{line} hours", "{lines} hours", "rule 'overtime'.when[0].title", "{lines}"),
    ("{plan}.", "{usual}.", "rule 'overtime'.when[0].text", "{usual}"),
    ("{plan}.", "{plan.", "rule 'overtime'.when[0].text", "expected"),
    ('clears = "It goes."', 'clears = ""', "rule[0].when[0].clears", "is empty"),
    ('id = "overtime"', 'id = "Over Time"', "rule[0].id", "short name"),
    ('why = "Our line."\n', "", "rule[0].why", "is missing"),
    ("fresh = 5", "fresh = 5\nstale = 7", "rule[0].stale", "not a field"),
    ("fresh = 5", "fresh = -1", "rule 'overtime'.fresh", "negative"),
    ("fresh = 5", 'instead_of = ["nobody"]', "rule 'overtime'", "nobody"),
    ('leads = ["manager"]', 'leads = ["boss"]', "rule[0].leads[0]", "boss"),
    ('measure = "fact_overtime_hours"\n', "", "rule 'overtime'.when[0]", "measure"),
    ('4, "-", "away", 4] }', '"?"] }', "rule[0].example[0].values[...][0]", "none of the words"),
    ("every = 2", "every = 0", "rule 'overtime'.example[0].every", "below 1"),
    ("2026-03-02", "2026-03-03", "rule 'overtime'.example[0].start", "not a Monday"),
    ("2026-03-02", "soon", "rule 'overtime'.example[0].start", "soon"),
    ("contracted_hours = 37.5,", "shoe_size = 44,", "rule 'overtime'.example[0].plan", "shoe_size"),
    ('role = "pwp"', "role = 3", "rule 'overtime'.example[0].plan", "role"),
    ('"act"\nvalues', '"perhaps"\nvalues', "rule[0].example[0].fires", "perhaps"),
    ('"act"\nvalues', '"act"\nkind = "far"\nvalues', "rule[0].example[0].kind", "far"),
    ('"act"\nvalues', '"act"\nkind = "near"\nvalues', "rule 'overtime'.example[0].kind", "quiet"),
]


@pytest.mark.parametrize(("right", "wrong", "field", "reason"), BAD)
def test_that_a_malformed_rule_is_refused(load, right, wrong, field, reason):
    assert right in GOOD
    with pytest.raises(ContentError) as refused:
        load(GOOD.replace(right, wrong, 1))

    assert refused.value.file == "rules.toml"
    assert field in refused.value.field
    assert reason in refused.value.reason


def test_that_two_series_of_an_example_are_of_one_length(load):
    wrong = GOOD.replace("4] }", "4], fact_caseload = [60] }")
    with pytest.raises(ContentError, match="not of one length"):
        load(wrong)


def test_that_an_id_stands_there_once(load):
    with pytest.raises(ContentError, match="overtime"):
        load(GOOD + GOOD)


def test_that_short_needs_a_standard(load):
    wrong = GOOD.replace('kind = "line"', 'kind = "short"\nwindows = 1')
    for line in ('over_plan = "contracted_hours"\n', "times = 0.1\n", "hits = 2\n", "of = 4\n"):
        wrong = wrong.replace(line, "")
    with pytest.raises(ContentError, match="standard"):
        load(wrong)


def test_that_a_standard_has_minutes_and_span_or_neither(load):
    wrong = GOOD.replace("[[rule.when]]", "[rule.standard]\nminutes = 60\n\n[[rule.when]]")
    with pytest.raises(ContentError, match="both minutes and span"):
        load(wrong)


def test_that_together_needs_a_phrase_of_each_part(load):
    both = """
[[rule]]
id = "together"
name = "Both"
family = "workload"
basis = "ours"
why = "Two at once."
source = "Westwood 2017"
example = []

[[rule.when]]
kind = "together"
severity = "act"
load = ["overtime"]
support = ["overtime"]
title = "{load} while {support}"
text = "Both."
clears = "It goes."
"""
    assert len(load(GOOD + both)) == 2
    with pytest.raises(ContentError, match="phrase"):
        load(GOOD.replace('phrase = "overtime is high"\n', "") + both)


def test_that_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ContentError) as refused:
        load_rules(tmp_path)

    assert (refused.value.file, refused.value.field) == ("rules.toml", "file")


def test_that_a_file_that_is_not_toml_is_refused(load):
    with pytest.raises(ContentError, match="TOML"):
        load("[[rule]\n")
