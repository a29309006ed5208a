"""The settings the person has touched."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from burnout_check.domain.settings.setting import Value
from burnout_check.store.tables.encoding import clean_text, to_json
from burnout_check.store.tables.kind import Kind, Row, Table


class SettingsTable(Table[tuple[str, Value]]):
    """The settings by their keys; what these mean is the domain's business."""

    def all(self) -> dict[str, Value]:
        """Every stored value by its key."""
        return dict(self.everything())

    def update(self, values: Mapping[str, Value]) -> None:
        """Saves ``values``, all or none of them, and leaves other keys as they are."""
        with self._database.writing() as tables:
            self.write(tables, *values.items())


def _encode(setting: tuple[str, Value]) -> Row:
    key, value = setting
    return {"key": key, "value": to_json(clean_text(value) if isinstance(value, str) else value)}


def _decode(row: Row) -> tuple[str, Value]:
    return row["key"], msgspec.json.decode(row["value"])


SETTINGS = Kind(
    name="settings",
    record="setting",
    columns=("key", "value"),
    key=("key",),
    encode=_encode,
    decode=_decode,
    one="setting",
    many="settings",
    lost="Some settings could not be read, and are as they were at first.",
)
