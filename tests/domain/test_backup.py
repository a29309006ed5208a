from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from burnout_check.domain.backup import BackupFile, is_due, outdated

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
DAY = timedelta(days=1)


def backup(made):
    return BackupFile(Path(f"{made:%Y%m%d%H%M%S%f}.bcbackup"), made, "1.0", "a vault")


def kept(backups, now):
    gone = outdated(backups, now)
    return sorted(one.made for one in backups if one not in gone)


past = st.lists(
    st.integers(0, 4000 * 24).map(lambda hours: backup(NOON - timedelta(hours=hours))),
    unique=True,
    max_size=60,
)


def test_that_of_three_years_of_days_7_days_8_weeks_and_24_months_are_kept():
    left = kept([backup(NOON - day * DAY) for day in range(3 * 365)], NOON)

    assert left[-7:] == [NOON - day * DAY for day in range(6, -1, -1)]
    # 7 days from 14 to 20 November; the Sundays of 7 weeks before the one that is running, of
    # which 15 November is among the days; the last days of 23 months before this one, none of
    # which is such a Sunday.
    sundays = {datetime(2026, 11, 8, 12, tzinfo=UTC) - week * 7 * DAY for week in range(6)}
    assert sundays <= set(left)
    assert len(left) == 7 + 6 + 23
    assert left[0] == datetime(2024, 12, 31, 12, tzinfo=UTC)


@given(past)
def test_that_the_newest_backup_is_never_outdated(backups):
    left = kept(backups, NOON)

    assert not backups or max(one.made for one in backups) in left
    assert len(left) >= min(len({one.made.date() for one in backups}), 7)
    assert len(left) <= 7 + 8 + 24


@given(past, st.integers(1, 5000))
def test_that_a_clock_set_back_makes_nothing_outdated(backups, hours):
    future = backup(NOON + timedelta(hours=hours))

    assert outdated([*backups, future], NOON) == ()


@given(past, st.integers(0, 100_000))
def test_that_time_alone_makes_nothing_outdated(backups, days):
    left = [one for one in backups if one not in outdated(backups, NOON)]

    assert outdated(left, NOON + days * DAY) == ()


@given(past)
def test_that_thinning_out_day_by_day_keeps_what_thinning_out_at_the_end_keeps(backups):
    left = []
    for one in sorted(backups, key=lambda each: each.made):
        left.append(one)
        left = [each for each in left if each not in outdated(left, one.made)]

    assert sorted(each.made for each in left) == kept(backups, NOON)


def test_that_a_backup_is_due_after_a_check_in_and_at_most_daily():
    assert not is_due([], [], NOON)
    assert is_due([], [NOON - DAY], NOON)
    assert not is_due([NOON - DAY], [NOON - 2 * DAY], NOON)
    assert is_due([NOON - DAY], [NOON - timedelta(hours=1)], NOON)
    assert not is_due([NOON - timedelta(hours=2)], [NOON - timedelta(hours=1)], NOON)


def test_that_a_backup_from_the_future_puts_none_off():
    assert is_due([NOON + 400 * DAY], [NOON - DAY], NOON)
