"""What a desk failed with, as far as that decides what a clerk is offered."""

from datetime import UTC, datetime

import pytest
from sqlcipher3 import dbapi2

from wibdesk.errors import LockedError, StoreError
from wibdesk.safety.refusals import Refusal, day_and_time, holder_words, refusal_of, tells_of_damage
from wibdesk.store.lock import InUseError, LockInfo
from wibdesk.store.trouble import CORRUPT, FULL, sentence


def caused_by(code):
    cause = dbapi2.DatabaseError("what SQLite says")
    cause.sqlite_errorcode = code
    error = StoreError("what the clerk is told")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (LockedError("locked"), Refusal.LOCKED),
        (InUseError("in use"), Refusal.IN_USE),
        (caused_by(CORRUPT), Refusal.DAMAGED),
        (caused_by(FULL), Refusal.OTHER),
        (StoreError("newer"), Refusal.OTHER),
    ],
)
def test_the_kind_of_a_refusal_is_known_by_its_cause(error, kind):
    assert refusal_of(error) is kind


def test_who_has_a_register_is_told_as_far_as_it_is_known():
    held = LockInfo(1, "ANNS-PC", "2026-10-06T18:02:00+00:00")
    assert holder_words(InUseError("in use", held)) == "on ANNS-PC since 18:02 on 6 October 2026"
    assert holder_words(InUseError("in use")) == ""
    assert holder_words(StoreError("damaged")) == ""


def test_a_moment_is_told_in_local_time():
    at = datetime(2026, 10, 6, 18, 2, tzinfo=UTC)
    local = at.astimezone()
    assert day_and_time(at) == f"6 October 2026 at {local:%H:%M}"


@pytest.mark.parametrize(
    ("words", "damaged"),
    [
        (sentence(CORRUPT), True),
        ("No backup could be made. What was copied is damaged.", True),
        ("No backup could be made: what was to be copied is damaged.", True),
        (sentence(FULL), False),
    ],
)
def test_damage_is_told_from_other_trouble_by_its_sentence(words, damaged):
    assert tells_of_damage(words) is damaged
