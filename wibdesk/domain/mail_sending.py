"""What sending knows of a message: its identifier, its turn, and how long to wait before the next try."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from wibdesk.domain.mail import MailFile, MailMessage

WAITS = (30, 60, 120, 300, 900, 1800, 3600)
"""Seconds between tries while a server puts a message off; the last one is for ever."""


@dataclass(frozen=True)
class OutboxLine:
    """One message of the outbox with the meeting that it is of; `at` (UTC) is when it was put there.

    `meeting_day` is the day of the meeting as on screen, `Tue 6 Oct 2026`, and its reference where it has no day.
    """

    message: MailMessage
    mailing_id: str
    meeting_id: str
    meeting_ref: str
    meeting_day: str
    body_name: str
    at: datetime


@dataclass(frozen=True)
class Parcel:
    """One message ready to go: with its files, and when (UTC) it was written."""

    message: MailMessage
    files: tuple[MailFile, ...]
    at: datetime


def message_id(message: MailMessage, sender: str) -> str:
    """Return the identifier that a message keeps however often it is tried."""
    domain = sender.rpartition("@")[2] or "wibdesk.invalid"
    return f"<{message.id}@{domain}>"


def wait_after(tries: int, waits: Sequence[float] = WAITS) -> timedelta:
    """Return how long to wait after so many tries, 1 or more."""
    return timedelta(seconds=waits[min(tries, len(waits)) - 1])
