"""Names of backups, and which ones are worth keeping."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpepa_desktop.domain.backups import Backup, Reason, backup_name, read_backup_name, worth_keeping

NOW = datetime(2024, 3, 14, 12, 0, tzinfo=UTC)  # a Thursday
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SECOND = timedelta(seconds=1)


def made(moment: datetime) -> Backup:
    return Backup(Path(backup_name(moment, Reason.CLOSING)), moment, Reason.CLOSING)


def ages(*some_ages: timedelta) -> list[Backup]:
    return [made(NOW - age) for age in some_ages]


def kept_of(backups: list[Backup]) -> list[Backup]:
    """Return those kept, the newest first."""
    return sorted(worth_keeping(backups, NOW), key=lambda backup: backup.moment, reverse=True)


# Names ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reason", list(Reason))
@pytest.mark.parametrize("repeat", [1, 2, 11])
def test_a_name_tells_moment_and_reason(reason: Reason, repeat: int) -> None:
    moment = datetime(2024, 10, 27, 2, 30, 5, tzinfo=timezone(timedelta(hours=2)))
    name = backup_name(moment, reason, repeat)
    assert read_backup_name(Path("copias") / name) == Backup(Path("copias") / name, moment, reason)
    assert not set(name) & set('<>:"/\\|?*')


@pytest.mark.parametrize(
    "name",
    [
        "centro.cpepa",
        "adjuntos",
        "2024-03-14T09-30-00+0000_cierre.cpepa-wal",
        ".parcial-2024-03-14T09-30-00+0000_cierre.cpepa",
        "2024-03-14T09-30-00_cierre.cpepa",
        "2024-02-30T09-30-00+0000_cierre.cpepa",
        "2024-03-14T09-30-00+0000_capricho.cpepa",
        "2024-03-14T09-30-00+0000_archivo-anterior.cpepa",
    ],
)
def test_other_names_are_no_backups(name: str) -> None:
    assert read_backup_name(Path(name)) is None


# Keeping ----------------------------------------------------------------------------------------------------


def test_none_is_none() -> None:
    assert worth_keeping([], NOW) == frozenset()


def test_all_of_the_last_two_days_are_kept_the_limit_included() -> None:
    recent = ages(timedelta(0), SECOND, HOUR, 25 * HOUR, 47 * HOUR, 48 * HOUR)
    assert kept_of(recent) == recent


def test_of_the_day_before_only_the_last_is_kept() -> None:
    """The day that the limit cuts in two has its last among the recent ones."""
    limit, older, day_before_evening, day_before_morning = ages(
        48 * HOUR, 48 * HOUR + SECOND, 2 * DAY + 13 * HOUR, 2 * DAY + 20 * HOUR
    )
    assert kept_of([limit, older, day_before_evening, day_before_morning]) == [limit, day_before_evening]
    assert kept_of([older, day_before_evening, day_before_morning]) == [older, day_before_evening]


def test_one_from_the_future_is_kept() -> None:
    future = made(NOW + 400 * DAY)
    assert kept_of([future]) == [future]


def test_the_last_of_twelve_days_is_kept_and_the_thirteenth_counts_as_a_week() -> None:
    days = ages(*(3 * DAY + n * DAY for n in range(13)))
    # From Monday 11 March back to Wednesday 28 February; its week has the last of Sunday 3 March already.
    assert kept_of(days) == days[:12]
    week_before = made(NOW - 18 * DAY)  # Sunday 25 February
    assert kept_of([*days, week_before]) == [*days[:12], week_before]


def test_days_without_backup_cost_none() -> None:
    days = ages(*(3 * DAY + 5 * n * DAY for n in range(12)))
    assert kept_of(days) == days


def test_the_last_of_ten_weeks_and_of_nine_months_is_kept() -> None:
    daily = ages(*(n * DAY for n in range(3 * 365)))
    kept = kept_of(daily)
    recent, days, weeks, months = kept[:3], kept[3:15], kept[15:25], kept[25:]
    assert [backup.moment for backup in recent] == [NOW, NOW - DAY, NOW - 2 * DAY]
    assert [backup.moment for backup in days] == [NOW - n * DAY for n in range(3, 15)]
    assert {backup.moment.isoweekday() for backup in weeks} == {7}
    assert [(a.moment - b.moment).days for a, b in pairwise(weeks)] == [7] * 9
    assert len(months) == 9
    assert all((backup.moment + DAY).day == 1 for backup in months)
    assert len({(backup.moment.year, backup.moment.month) for backup in months}) == 9


def test_the_eleventh_week_and_the_tenth_month_are_dropped() -> None:
    days = ages(*(3 * DAY + n * DAY for n in range(12)))
    sundays = [made(datetime(2024, 2, 25, 18, tzinfo=UTC) - n * 7 * DAY) for n in range(11)]
    assert kept_of([*days, *sundays[:10]]) == [*days, *sundays[:10]]
    # The eleventh Sunday, 17 December, is not the tenth week's: it is kept as the last of its month instead,
    # unless that month has a newer one, as it does here on 24 December.
    assert sundays[10] not in worth_keeping([*days, *sundays], NOW)
    months = [made(datetime(2023, month, 5, tzinfo=UTC)) for month in range(11, 1, -1)]
    kept = worth_keeping([*days, *sundays[:10], *months], NOW)
    assert [backup in kept for backup in months] == [True] * 9 + [False]


def test_the_day_is_that_of_the_clock_on_the_wall() -> None:
    madrid = timezone(timedelta(hours=1))
    late = datetime(2024, 3, 1, 23, 30, tzinfo=madrid)
    past_midnight = datetime(2024, 3, 2, 0, 30, tzinfo=madrid)  # still the first of March in Greenwich
    backups = [made(past_midnight), made(late)]
    assert kept_of(backups) == backups


moments = st.datetimes(datetime(2021, 1, 1), datetime(2024, 3, 14), timezones=st.just(UTC))  # noqa: DTZ001 - bounds are naive by definition


@given(st.lists(moments, max_size=80, unique=True))
def test_keeping_is_settled_and_bounded(some_moments: list[datetime]) -> None:
    backups = [made(moment) for moment in some_moments]
    kept = worth_keeping(backups, NOW)
    assert worth_keeping(kept, NOW) == kept
    assert worth_keeping(reversed(backups), NOW) == kept
    assert len([backup for backup in kept if backup.moment < NOW - 2 * DAY]) <= 12 + 10 + 9
    if backups:
        assert max(backups, key=lambda backup: backup.moment) in kept


@given(st.lists(st.integers(0, 59), min_size=100, max_size=100))
def test_thinning_out_every_day_ends_where_thinning_out_at_once_does(minutes: list[int]) -> None:
    """One backup a day for a hundred days, each day thinned out as it comes."""
    start = NOW - 99 * DAY
    everything = [made(start + n * DAY + timedelta(minutes=m)) for n, m in enumerate(minutes)]
    kept: frozenset[Backup] = frozenset()
    for n, backup in enumerate(everything):
        kept = worth_keeping([*kept, backup], start + n * DAY + HOUR)
    newest = sorted(kept, key=lambda backup: backup.moment, reverse=True)
    assert newest[:14] == everything[:-15:-1]  # two of the last 48 hours, then twelve days
    assert [backup.moment.isoweekday() for backup in newest[14:]] == [7] * 10
