"""The values of enums are ids, which are kept and looked up; their words stand in a table."""

import importlib
import pkgutil
import re
from enum import StrEnum

import pytest

import burnout_check.domain
from burnout_check.domain.support.option import Nation

KEPT_AS_WORDS = {Nation}
"""Kept in vaults and named in site files by their own names, since 0.1.0."""


def enums(kind: type[StrEnum] = StrEnum) -> list[type[StrEnum]]:
    for found in pkgutil.walk_packages(burnout_check.domain.__path__, "burnout_check.domain."):
        importlib.import_module(found.name)
    return [each for each in kind.__subclasses__() if each.__module__.startswith("burnout_check.")]


@pytest.mark.parametrize("kind", enums(), ids=lambda kind: f"{kind.__module__}.{kind.__name__}")
def test_that_the_values_are_ids_and_each_has_its_words_if_any_has(kind):
    if kind not in KEPT_AS_WORDS:
        assert [value for value in kind if not re.fullmatch("[a-z0-9_]*", value)] == []
    if hasattr(kind, "label"):
        labels = [member.label for member in kind]
        assert len(set(labels)) == len(labels)
