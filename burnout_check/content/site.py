"""Reads a site file: what a service says for everybody, as far as it can be used.

Unlike the files that ship, this one is written by other people, and no mistake in it may stop the
program: what cannot be used is left out and said, and the rest holds. Only what is listed here is
read. So a site file cannot see, change or switch off anything personal: not how the vault locks,
what is asked, or what a rule says.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from burnout_check.domain.settings.plan import BY_ROLE, NO_RULE, OWN_FIGURE
from burnout_check.domain.settings.setting import Setting, Value
from burnout_check.domain.settings.setting_declarations import work_settings
from burnout_check.domain.settings.site import Site
from burnout_check.domain.support.local_help import LocalEntry, LocalKind
from burnout_check.location import LARGEST_SITE
from burnout_check.small_file import Unusable, read_toml

MOST_ENTRIES = 30
LONGEST = 200
"""The longest text of a local entry, in characters."""

DATA_DIR = "data_dir"
"""Read by ``location``, and only in a file beside the program."""

_SETTINGS = {
    "nation": "nation",
    "supervision.rule": "supervision_rule",
    "supervision.minutes": "supervision_minutes",
    "supervision.span": "supervision_span",
    "job_plan.full_time_hours": "full_time_hours",
    "job_plan.caseload": "caseload_plan",
    "job_plan.contact_hours": "contacts_plan",
    "job_plan.phone_hours": "phone_plan",
    "job_plan.back_to_back": "back_to_back_plan",
}
"""What a service may say, by its place in the file: the key of the setting it is the default of."""

_TABLES = ("supervision", "job_plan")
_TEXTS = ("name", "number", "hours", "note")
_NOT_FOR_A_SITE = "is nothing that a site file can set"


def load_site(files: Iterable[Path]) -> Site:
    """What the first of these files says that is there; what is wrong with it is in the result.

    Args:
        files: the place beside the program first, as ``location.site_files`` gives them.
    """
    for place, file in enumerate(files):
        try:
            content = read_toml(file, most=LARGEST_SITE)
        except FileNotFoundError:
            continue
        except OSError:
            return _unusable(file, "cannot be read")
        except Unusable as error:
            return _unusable(file, str(error))
        return _Reader(file.name, is_beside=not place).site(content)
    return Site()


def _unusable(file: Path, why: str) -> Site:
    return Site(troubles=(f"{file.name} {why}, so it is ignored.",))


class _Reader:
    """Goes through one file, and gathers what is wrong with it."""

    def __init__(self, name: str, *, is_beside: bool) -> None:
        self._name = name
        self._is_beside = is_beside
        self._troubles: list[str] = []
        self._declared = {setting.key: setting for setting in work_settings()}

    def site(self, content: Mapping[str, Any]) -> Site:
        defaults: dict[str, Value] = {}
        local: tuple[LocalEntry, ...] = ()
        for key, value in content.items():
            if key == "local":
                local = tuple(self._local(value))
            elif key in _TABLES and isinstance(value, dict):
                for inner, each in value.items():
                    self._read(f"{key}.{inner}", each, defaults)
            elif key in _TABLES:
                self._leave_out(key, "should be a table")
            elif key != DATA_DIR:
                self._read(key, value, defaults)
            elif not self._is_beside:
                self._leave_out(key, "counts only in a file beside the program")
        self._check_supervision(defaults)
        return Site(defaults, local, tuple(self._troubles))

    def _read(self, place: str, value: object, defaults: dict[str, Value]) -> None:
        setting = self._declared.get(_SETTINGS.get(place, ""))
        if setting is None:
            self._leave_out(place, _NOT_FOR_A_SITE)
            return
        problem = _problem(setting, value)
        if problem:
            self._leave_out(place, problem)
        else:
            defaults[setting.key] = value  # type: ignore[assignment]  # has no problem as a value

    def _check_supervision(self, defaults: dict[str, Value]) -> None:
        """Minutes need no rule, but a rule of one's own is nothing without them."""
        if "supervision_minutes" in defaults:
            defaults.setdefault("supervision_rule", OWN_FIGURE)
        elif defaults.get("supervision_rule") == OWN_FIGURE:
            del defaults["supervision_rule"]
            self._leave_out("supervision.rule", "needs supervision.minutes beside it")

    def _local(self, value: object) -> Iterable[LocalEntry]:
        if not isinstance(value, list):
            self._leave_out("local", "should be written [[local]], once for each entry")
            return
        if len(value) > MOST_ENTRIES:
            self._leave_out(f"local[{MOST_ENTRIES}]", f"{MOST_ENTRIES} entries are the most")
        for place, entry in enumerate(value[:MOST_ENTRIES]):
            problem = _entry_problem(entry)
            if problem:
                self._leave_out(f"local[{place}]", problem)
            else:
                texts = {text: entry.get(text, "") for text in _TEXTS}
                yield LocalEntry(LocalKind(entry["kind"]), **texts).trimmed()

    def _leave_out(self, place: str, why: str) -> None:
        place = "".join(letter if letter.isprintable() else "?" for letter in place)[:60]
        self._troubles.append(f"{self._name}: {place}: {why}, so it is ignored.")


def _problem(setting: Setting, value: object) -> str:
    """Why a value cannot be the service's, "" if it can."""
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return "should be text or a number"
    if value in {"", BY_ROLE}:
        return "says nothing"
    if value == NO_RULE:
        return "only the person can switch a comparison off"
    problem = setting.problem(value)
    return "" if problem is None else _lowered(problem.removeprefix(f"{setting.label}: "))


def _entry_problem(entry: object) -> str:
    if not isinstance(entry, dict):
        return "should be written [[local]], once for each entry"
    unknown = sorted(set(entry) - {"kind", *_TEXTS})
    if unknown:
        return f"knows only kind, {', '.join(_TEXTS)}"
    if entry.get("kind") not in list(LocalKind):  # a list: what stands there may have no hash
        return f"kind is none of: {', '.join(LocalKind)}"
    for text in _TEXTS:
        value = entry.get(text, "")
        if not isinstance(value, str) or len(value) > LONGEST or not value.isprintable():
            return f"{text} should be one line of text, at most {LONGEST} characters"
    return "" if str(entry.get("name", "")).strip() else "name is missing"


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".")
