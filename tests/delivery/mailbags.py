"""Messages in the outbox of a register, and what arrived of them."""

from collections import Counter
from datetime import UTC, datetime
from email import message_from_bytes, policy

from wibdesk.domain.mail import MailFile, Mailing, MailKind, MailMessage, MailState
from wibdesk.services import mailings

AT = datetime(2026, 9, 1, 9, 30, tzinfo=UTC)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def files(size: int = 3000) -> tuple[MailFile, ...]:
    """Return a Word file and a PDF of any bytes."""
    data = bytes(range(256)) * (size // 256 + 1)
    return (
        MailFile("Norbury minutes café draft.docx", WORD, data[:size]),
        MailFile("Norbury minutes draft.pdf", "application/pdf", data[: size // 2] + b"\r\n.\r\n.end"),
    )


def post(clerk, meeting, number: int, *, size: int = 3000, first: int = 0, **more) -> Mailing:
    """Put messages to so many people into the outbox."""
    enclosed = files(size)
    messages = [
        MailMessage(
            MailKind.MINUTES, f"Person {n}", f"p{n}@example.org", f"Minutes {n}", "Dear all,\n\n.\n..dots\n",
            tuple(f.id for f in enclosed), **more,
        )
        for n in range(first, first + number)
    ]  # fmt: skip
    mailing = Mailing(meeting.id, AT, tuple(messages), enclosed)
    return clerk.do(mailings.keep_mailing, mailing, sender="clerk@example.org")


def states(clerk, meeting) -> dict[str, MailState]:
    """Return how far each message of a meeting is, by address."""
    return {m.address: m.state for each in clerk.ask(mailings.sent_record, meeting.id) for m in each.messages}


def arrived(server) -> Counter:
    """Return how often each message arrived, by its identifier."""
    return Counter(message_from_bytes(text, policy=policy.default)["message-id"] for text in server.taken)


def opened(text: bytes):
    """Return a message as another reads it."""
    return message_from_bytes(text, policy=policy.default)
