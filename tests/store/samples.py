"""Check-ins made by hand, and what hypothesis may make of them."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from hypothesis import strategies as st

from burnout_check.domain.questionnaire.check_in import CheckIn
from burnout_check.domain.questionnaire.draft import Draft
from burnout_check.domain.week import Week

WEEK = Week(date(2026, 11, 16))
FRIDAY = datetime(2026, 11, 20, 16, 50, 7, 123456, tzinfo=UTC)

CHECK_IN = CheckIn(
    week=WEEK,
    finished=FRIDAY,
    answers={"gad.1": 2, "gad.2": 0, "burnout.1": 3},
    facts={"caseload": 71.0, "overtime_hours": 4.5},
    skipped=frozenset({"hse.12", "supervision_minutes"}),
    hard_events=("assault", "complaint"),
    note="A long week.\nTwo colleagues left – again 🌧",
    asked=("weekly", "gad-rest"),
    instruments={"gad-7": "1", "hse": "2"},
)
DRAFT = Draft(
    week=WEEK,
    started=FRIDAY,
    asked=("weekly",),
    answers={"gad.1": 1},
    facts={"caseload": 70.0},
    carried=frozenset({"caseload"}),
    skipped=frozenset({"hse.33"}),
    hard_events=("bullying",),
    note="half a thou",
    revises=True,
)

_ids = st.text("abcdefghijklmnopqrstuvwxyz0123456789_.-", min_size=1, max_size=20)
_sets = st.frozensets(_ids, max_size=5)
_tuples = st.lists(_ids, max_size=4).map(tuple)
_answers = st.dictionaries(_ids, st.integers(0, 10), max_size=12)
_facts = st.dictionaries(_ids, st.floats(0, 1000, allow_nan=False), max_size=5)
_notes = st.text(max_size=200)
_zones = st.sampled_from([UTC, timezone(timedelta(hours=1)), timezone(timedelta(hours=-11))])
_FIRST, _LAST = datetime(2000, 1, 1), datetime(2100, 1, 1)  # noqa: DTZ001 - drawn with a zone
_instants = st.datetimes(_FIRST, _LAST, timezones=_zones)
weeks = st.dates(date(2000, 1, 1), date(2100, 1, 1)).map(Week.of)
check_ins = st.builds(
    CheckIn,
    week=weeks,
    finished=_instants,
    answers=_answers,
    facts=_facts,
    skipped=_sets,
    hard_events=_tuples,
    note=_notes,
    asked=_tuples,
    instruments=st.dictionaries(_ids, _ids, max_size=4),
)
drafts = st.builds(
    Draft,
    week=weeks,
    started=_instants,
    asked=_tuples,
    answers=_answers,
    facts=_facts,
    carried=_sets,
    skipped=_sets,
    hard_events=_tuples,
    note=_notes,
    revises=st.booleans(),
)


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Content and time of change, in nanoseconds, of every file in ``folder``."""
    return {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(folder.iterdir())
    }
