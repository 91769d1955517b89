"""Backups: their names say what they are, and thinning leaves what a clerk may want back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wibdesk.domain.backups import Backup, Reason, backup_name, backup_named, is_due, newest_first, thinned

NOW = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def backup(at, reason=Reason.OPENING, number=3):
    name = backup_name("register", "39e8d814800740aa", at, number, reason)
    return Backup(Path(name), at.replace(microsecond=0), reason, 4096, number, "register", "39e8d814")


def at(words):
    return datetime.fromisoformat(words).replace(tzinfo=UTC)


@pytest.mark.parametrize("reason", Reason)
def test_the_name_of_a_backup_says_which_when_and_why(reason):
    name = backup_name("norbury_2026", "39e8d814800740aa", at("2026-11-22 18:02:03"), 3, reason)
    assert name == f"norbury_2026_39e8d814_2026-11-22_180203Z_format3_{reason}.wibdesk"
    path = Path("stick") / name
    assert backup_named(path, 4096) == Backup(
        path, at("2026-11-22 18:02:03"), reason, 4096, 3, "norbury_2026", "39e8d814"
    )
    assert reason.label[0].isupper()


def test_a_local_time_stands_in_the_name_as_utc():
    local = datetime.fromisoformat("2026-07-01T19:02:03+01:00")
    assert "_2026-07-01_180203Z_" in backup_name("register", "39e8d814", local, 3, Reason.ASKED)


@pytest.mark.parametrize(
    "name",
    [
        "register.wibdesk",
        ".register_39e8d814.part",
        "register_39e8d814_2026-11-22_180203Z_format3_opening.wibdesk-wal",
        "register_39e8d814_2026-11-22_180203Z_format3_whim.wibdesk",
        "register_39e8d814_2026-13-22_180203Z_format3_opening.wibdesk",
        "register_39e8d814_2026-11-22_180203_format3_opening.wibdesk",
        "register_2026-11-22_180203Z_format3_opening.wibdesk",
    ],
)
def test_another_file_is_no_backup(name):
    assert backup_named(Path(name), 1) is None


def test_the_list_begins_with_the_newest():
    held = [backup(NOW - 2 * DAY), backup(NOW), backup(NOW - DAY)]
    assert [b.at for b in newest_first(held)] == [NOW, NOW - DAY, NOW - 2 * DAY]


KEPT = {
    "all of the last two days": (
        ["2026-11-22 17:00", "2026-11-22 16:59", "2026-11-21 09:00", "2026-11-20 18:00"],
        [],
    ),
    "one a day after that, the last": (
        ["2026-11-19 09:00", "2026-11-19 18:00", "2026-11-19 12:00", "2026-11-18 08:00"],
        ["2026-11-19 09:00", "2026-11-19 12:00"],
    ),
    "one a week after a month, the last": (
        # 12 to 18 October is one week.
        ["2026-10-12 09:00", "2026-10-15 09:00", "2026-10-18 09:00", "2026-10-19 09:00"],
        ["2026-10-12 09:00", "2026-10-15 09:00"],
    ),
    "one a month after a year, the last": (
        ["2025-10-01 09:00", "2025-10-31 09:00", "2025-09-30 09:00", "2024-10-31 09:00"],
        ["2025-10-01 09:00"],
    ),
    "the newest, however old": (["2019-01-01 09:00"], []),
    "those from the future": (["2027-01-01 09:00", "2027-01-01 10:00", "2026-11-23 09:00"], []),
}


@pytest.mark.parametrize("words", KEPT)
def test_thinning_keeps(words):
    times, gone = KEPT[words]
    held = [backup(at(time)) for time in times]
    assert [b.at for b in thinned(held, NOW)] == [at(time) for time in gone]


def test_thinning_keeps_for_a_year_what_was_asked_for():
    asked = [backup(NOW - days * DAY, Reason.ASKED) for days in (40, 41, 42, 364)]
    assert thinned([*asked, backup(NOW)], NOW) == ()
    later = NOW + 3 * 365 * DAY
    assert thinned([*asked, backup(later)], later) == (asked[2], asked[1])


def test_thinning_keeps_the_last_of_each_format():
    first, last = (backup(NOW - days * DAY, Reason.BEFORE_UPDATE, 2) for days in (51, 50))
    newer = backup(NOW - 50 * DAY + HOUR, Reason.OPENING, 3)
    assert thinned([first, last, newer, backup(NOW)], NOW) == (first,)


def test_a_month_keeps_its_last_when_the_next_week_takes_the_weeks_place():
    # 31 March and 2 April 2025 are in one week; a year later one of them is in each month.
    spring = [backup(at(day)) for day in ("2025-03-24 09:00", "2025-03-31 09:00", "2025-04-02 09:00")]
    held = {*spring, backup(NOW)}
    for days in range(30, 800):
        held -= set(thinned(held, spring[2].at + days * DAY))
    assert {b.at.month for b in held if b.at.year == 2025} == {3, 4}


moments = st.datetimes(datetime(2020, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC))
held_backups = st.lists(
    st.builds(backup, moments, st.sampled_from(Reason), st.integers(1, 3)), unique_by=lambda b: b.path, max_size=60
)


@given(held_backups, moments)
def test_thinning_twice_is_thinning_once_and_the_newest_always_stays(held, now):
    gone = thinned(held, now)
    left = [b for b in held if b not in gone]
    assert thinned(left, now) == ()
    assert newest_first(held)[:1] == newest_first(left)[:1]
    assert {b.format for b in left} == {b.format for b in held}


@given(held_backups, moments, st.timedeltas(timedelta(0), timedelta(days=3000)))
def test_a_clock_put_back_removes_nothing(held, now, back):
    # Thinning always follows a backup, which is the newest then.
    held = [*(b for b in held if b.at < now), backup(now)]
    left = [b for b in held if b not in thinned(held, now)]
    assert thinned(left, now - back) == ()


def test_one_backup_from_far_in_the_future_does_not_stop_the_thinning():
    hours = [backup(NOW - n * HOUR) for n in range(100)]
    gone = thinned([*hours, backup(at("2040-01-01 09:00"))], NOW)
    assert set(gone) == set(thinned(hours, NOW)) != set()


@pytest.mark.parametrize(
    ("ages", "due"),
    [([], True), ([25 * HOUR], True), ([DAY], True), ([23 * HOUR], False), ([0 * HOUR], False), ([-HOUR], True)],
)
def test_the_daily_backup_is_due(ages, due):
    assert is_due([backup(NOW - age) for age in ages], NOW) is due
