"""What the person chose: settings, and prompts put aside for a while."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import msgspec

from burnout_check.domain.settings.setting import Value
from burnout_check.store.database import EncryptedDatabase
from burnout_check.store.tables.encoding import clean_text, to_json


class StoredSettings:
    """The settings the person has touched; what the keys mean is the domain's business."""

    def __init__(self, database: EncryptedDatabase) -> None:
        self._database = database

    def all(self) -> dict[str, Value]:
        """Every stored value by its key."""
        rows = self._database.read(
            lambda tables: list(tables.table("settings").rows_where(order_by="key"))
        )
        return {row["key"]: _value(row["value"]) for row in rows}

    def put(self, values: Mapping[str, Value]) -> None:
        """Saves ``values``, all or none of them, and leaves other keys as they are."""
        with self._database.writing() as tables:
            tables.table("settings").upsert_all(
                [{"key": key, "value": _text(value)} for key, value in values.items()], pk="key"
            )


class PutAside:
    """The prompts the person does not want to see until a day, each by the id of its rule."""

    def __init__(self, database: EncryptedDatabase) -> None:
        self._database = database

    def all(self) -> dict[str, tuple[date, str]]:
        """By rule: the day it may come back, and how severe it was when it was put aside."""
        rows = self._database.read(
            lambda tables: list(tables.table("put_aside").rows_where(order_by="rule"))
        )
        return {
            row["rule"]: (date.fromisoformat(row["until"]), str(row["severity"])) for row in rows
        }

    def add(self, rules: Iterable[str], until: date, severity: str) -> None:
        """Puts the prompts of ``rules`` aside, all or none, whatever was said of them before."""
        row = {"until": until.isoformat(), "severity": severity}
        with self._database.writing() as tables:
            tables.table("put_aside").upsert_all(
                [{"rule": rule, **row} for rule in rules], pk="rule"
            )

    def remove(self, rules: Iterable[str]) -> None:
        """Lets the prompts of ``rules`` come back, all or none."""
        with self._database.writing() as tables:
            for rule in rules:
                tables.table("put_aside").delete_where("rule = ?", [rule])


def _text(value: Value) -> str:
    return to_json(clean_text(value) if isinstance(value, str) else value)


def _value(text: str) -> Value:
    value: Value = msgspec.json.decode(text)
    return value
