"""What leaves by e-mail: mailings with their messages and files, and the outbox over all of them."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from wibdesk.domain.dates import short_date
from wibdesk.domain.mail import MailFile, Mailing, MailMessage, MailState
from wibdesk.domain.mail_sending import OutboxLine, Parcel
from wibdesk.errors import UserError
from wibdesk.language import later, say
from wibdesk.store.mail_tables import mail_enclosure, mail_file, mail_message, mailing
from wibdesk.store.records import Row, naive, record_of, row_of, utc
from wibdesk.store.rows import Rows
from wibdesk.store.tables import action_owner, body, meeting

_MOMENTS = ("next_try", "handed_at", "settled_at")
_GONE = later("That message is no longer in the register: look at the outbox again.")
_OUTBOX = (
    sa.select(
        mail_message,
        mailing.c.at.label("mailed_at"),
        mailing.c.meeting_id,
        meeting.c.ref.label("meeting_ref"),
        meeting.c.date.label("meeting_date"),
        body.c.name.label("body_name"),
    )
    .join(mailing, mailing.c.id == mail_message.c.mailing_id)
    .join(meeting, meeting.c.id == mailing.c.meeting_id)
    .join(body, body.c.id == meeting.c.body_id)
    .order_by(mailing.c.at, mailing.c.position, mail_message.c.position)
)


class Mail:
    """Queries over mailings and messages."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def put(self, record: Mailing) -> None:
        """Store a new mailing with its messages and files."""
        held = self._rows.matching(mailing, "meeting_id", [record.meeting_id])
        position = max((row["position"] for row in held), default=-1) + 1
        self._rows.put(mailing, row_of(mailing, record, at=naive(record.at), position=position))
        files = [
            row_of(mail_file, f, mailing_id=record.id, position=n, sha256=hashlib.sha256(f.data).hexdigest())
            for n, f in enumerate(record.files)
        ]
        self._rows.add(mail_file, files)
        self._rows.add(mail_message, [_row(m, mailing_id=record.id, position=n) for n, m in enumerate(record.messages)])
        for message in record.messages:
            links = [
                {"mail_message_id": message.id, "position": n, "mail_file_id": file_id}
                for n, file_id in enumerate(message.files)
            ]
            self._rows.add(mail_enclosure, links)

    def get(self, mailing_id: str) -> Mailing:
        """Return one mailing with the bytes of its files; UserError where it is gone."""
        found = self._rows.get(mailing, (mailing_id,))
        if found is None:
            raise UserError(say("That mailing is no longer in the register: look at the outbox again."))
        return self._whole([found], with_bytes=True)[0]

    def of_meeting(self, meeting_id: str) -> tuple[Mailing, ...]:
        """Return the mailings of a meeting, newest first, each file without its bytes."""
        held = self._rows.matching(mailing, "meeting_id", [meeting_id])
        return tuple(self._whole(sorted(held, key=lambda row: -int(row["position"])), with_bytes=False))

    def message(self, message_id: str) -> MailMessage:
        """Return one message; UserError where it is gone."""
        return self._messages([self._message_row(message_id)])[0]

    def put_message(self, record: MailMessage) -> None:
        """Store a message that changed; what it encloses stays."""
        self._rows.put(mail_message, self._message_row(record.id) | _row(record))

    def meeting_of(self, message_id: str) -> str:
        """Return the id of the meeting that a message is of."""
        found = self._rows.get(mailing, (self._message_row(message_id)["mailing_id"],))
        assert found is not None, "a message goes with its mailing"
        return str(found["meeting_id"])

    def parcel(self, message_id: str) -> Parcel:
        """Return a message with its files; UserError where it is gone."""
        row = self._message_row(message_id)
        found = self._rows.get(mailing, (row["mailing_id"],))
        assert found is not None, "a message goes with its mailing"
        message = self._messages([row])[0]
        files = {f["id"]: _file(f) for f in self._rows.matching(mail_file, "id", message.files)}
        return Parcel(message, tuple(files[file_id] for file_id in message.files), utc(found["at"]))

    def outbox(self, states: Iterable[MailState]) -> tuple[OutboxLine, ...]:
        """Return the messages in these states, oldest first."""
        rows = [dict(row) for row in self._rows.execute(_OUTBOX.where(mail_message.c.state.in_(list(states))))]
        return tuple(
            OutboxLine(
                message,
                row["mailing_id"],
                row["meeting_id"],
                row["meeting_ref"],
                short_date(row["meeting_date"]) if row["meeting_date"] else row["meeting_ref"],
                row["body_name"],
                utc(row["mailed_at"]),
            )
            for message, row in zip(self._messages(rows), rows, strict=True)
        )

    def due(self, now: datetime) -> tuple[MailMessage, ...]:
        """Return what waits and whose turn has come at `now`, oldest first."""
        lines = (line.message for line in self.outbox((MailState.WAITING,)))
        return tuple(m for m in lines if m.next_try is None or m.next_try <= now)

    def owners_of(self, action_ids: Sequence[str]) -> dict[tuple[str, str], str]:
        """Return who on a roster an owner is, by action and name, where the register knows."""
        held = self._rows.matching(action_owner, "entry_id", action_ids)
        return {(row["entry_id"], row["name"]): row["person_id"] for row in held if row["person_id"]}

    def _message_row(self, message_id: str) -> Row:
        found = self._rows.get(mail_message, (message_id,))
        if found is None:
            raise UserError(say(_GONE))
        return found

    def _messages(self, rows: Sequence[Row]) -> list[MailMessage]:
        links: dict[str, list[tuple[int, str]]] = {}
        for row in self._rows.matching(mail_enclosure, "mail_message_id", [row["id"] for row in rows]):
            links.setdefault(row["mail_message_id"], []).append((row["position"], row["mail_file_id"]))
        return [_message(row, tuple(file for _, file in sorted(links.get(row["id"], [])))) for row in rows]

    def _whole(self, found: Sequence[Row], *, with_bytes: bool) -> list[Mailing]:
        ids = [row["id"] for row in found]
        held = sorted(self._rows.matching(mail_message, "mailing_id", ids), key=lambda row: int(row["position"]))
        messages: dict[str, list[MailMessage]] = {}
        for row, message in zip(held, self._messages(held), strict=True):
            messages.setdefault(row["mailing_id"], []).append(message)
        files: dict[str, list[MailFile]] = {}
        columns = [c for c in mail_file.columns if with_bytes or c is not mail_file.c.data]
        chosen = sa.select(*columns).where(mail_file.c.mailing_id.in_(ids)).order_by(mail_file.c.position)
        for file in self._rows.execute(chosen):
            files.setdefault(file["mailing_id"], []).append(_file({"data": b""} | dict(file)))
        return [
            Mailing(
                row["meeting_id"],
                utc(row["at"]),
                tuple(messages.get(row["id"], ())),
                tuple(files.get(row["id"], ())),
                row["id"],
            )
            for row in found
        ]


def _row(record: MailMessage, **more: Any) -> Row:
    moments = {name: naive(at) if (at := getattr(record, name)) else None for name in _MOMENTS}
    return row_of(mail_message, record, **moments, **more)


def _message(row: Row, files: tuple[str, ...]) -> MailMessage:
    moments = {name: utc(row[name]) if row[name] else None for name in _MOMENTS}
    return record_of(MailMessage, row, files=files, **moments)


def _file(row: Row) -> MailFile:
    return record_of(MailFile, row)
