"""A person's open session for each room's tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.person import Person


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    person = Person(tmp_path / "data")
    yield person
    person.session.close()
