"""The id of a measure stands in one module only, and every one that stands there is known."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from burnout_check.content.loader import load
from burnout_check.domain.insights.derived import DERIVED
from burnout_check.domain.measures import ids
from burnout_check.domain.measures.measure import measures
from burnout_check.paths import resources_dir

ROOT = Path(__file__).parents[2]
NAMED = {name: value for name, value in vars(ids).items() if name.isupper()}
KNOWN = {measure.id for measure in measures(load(resources_dir()).instruments)} | {
    each.measure.id for each in DERIVED
}
HAPPENS = {
    ("burnout_check/domain/support/option.py", "burnout"),  # what a prompt is about
    ("burnout_check/gui/vault/strength.py", "burnout"),  # a word that is easy to guess
}
"""Where a text is the same as an id, but means something else."""


def texts(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_that_no_module_but_one_spells_out_the_id_of_a_measure():
    found = {
        (path.relative_to(ROOT).as_posix(), text)
        for folder in ("burnout_check", "packaging")
        for path in (ROOT / folder).rglob("*.py")
        if path != Path(ids.__file__)
        for text in texts(path.read_text(encoding="utf-8"))
        if text in KNOWN
    }

    assert found == HAPPENS


def test_that_an_id_spelt_out_would_be_found():
    assert set(texts('_NAMES = {"gad7": ("cbi_work", 1)}')) & KNOWN == {"gad7", "cbi_work"}


@pytest.mark.parametrize("name", NAMED)
def test_that_every_id_is_of_a_measure_there_is(name):
    assert NAMED[name] in KNOWN
    assert list(NAMED.values()).count(NAMED[name]) == 1
