"""A message as every mail program and server reads it: headers, words and files, the same bytes at every try."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime, formataddr
from typing import Any

from wibdesk.domain.mail import MailFile, MailMessage
from wibdesk.domain.mail_addresses import LONGEST_LINE, checked_address, checked_line
from wibdesk.domain.mail_checks import checked_file, checked_message
from wibdesk.errors import UserError
from wibdesk.language import say

_END = "\r\n"
_LONGEST_PLAIN = 60
"""Letters of a name that stand in one line as they are."""
_UNFOLDED = SMTP.clone(max_line_length=900)


class _Plain(EmailPolicy):
    """Folds a long header as usual, but never before its first word: not every program reads an empty first line.

    Names and subjects are written by ourselves: where the library folds them, it loses quotation marks and blanks.
    """

    def fold_binary(self, name: str, value: Any) -> bytes:
        """Return a header as its lines."""
        if hasattr(value, "addresses"):
            listed = f",{_END} ".join(_written(each) for each in value.addresses)
            return f"{name}: {listed}{_END}".encode("ascii")
        if name == "Subject":
            return f"{name}: {_coded(str(value), LONGEST_LINE)}{_END}".encode("ascii")
        folded = super().fold_binary(name, value)
        return _UNFOLDED.fold_binary(name, value) if folded.startswith(f"{name}:\r\n".encode()) else folded


# Seven bits: what any server passes on without changing a byte of it.
_PLAIN = _Plain(linesep="\r\n", cte_type="7bit")


@dataclass(frozen=True)
class Sender:
    """From whom messages come."""

    name: str
    address: str


def message_text(message: MailMessage, files: Sequence[MailFile], sender: Sender, at: datetime) -> bytes:
    """Return a message to one address for a mail server; `at` is when it was written, with its offset.

    UserError where a header line or an address will not do: nothing that a field holds becomes a header of its own.
    """
    email = _email([message], files, at, _sender(sender))
    email["Message-ID"] = checked_line(message.message_id, say("identifier of the message"))
    return email.as_bytes()


def draft_text(
    messages: Sequence[MailMessage], files: Sequence[MailFile], at: datetime, sender: Sender | None = None
) -> bytes:
    """Return messages with the same words and files as one draft, addressed to all of them, that can still be changed.

    Without a sender, the mail program puts its own. UserError as for `message_text`.
    """
    first = messages[0]
    if any((m.subject, m.words, m.files) != (first.subject, first.words, first.files) for m in messages):
        raise UserError(say("Only messages with the same words and files go into one draft: make one for each."))
    email = _email(messages, files, at, _sender(sender) if sender else None)
    # What tells a mail program to open the file for writing, not for reading.
    email["X-Unsent"] = "1"
    return email.as_bytes()


def _email(
    messages: Sequence[MailMessage], files: Sequence[MailFile], at: datetime, sender: Address | None
) -> EmailMessage:
    checked = [checked_message(message) for message in messages]
    email = EmailMessage(_PLAIN)
    if sender is not None:
        email["From"] = sender
    email["To"] = [_addressed(message.name, message.address) for message in checked]
    email["Subject"] = checked[0].subject
    email["Date"] = format_datetime(at)
    email.set_content(f"{checked[0].words.rstrip()}\n", charset="utf-8", cte="quoted-printable")
    for file in files:
        known = checked_file(file)
        main, _, sub = known.media.partition("/")
        email.add_attachment(known.data, maintype=main, subtype=sub or "octet-stream", filename=known.name)
    if files:
        # Of the message's own id, so that a second try has the same bytes; no line of its parts can begin like that.
        email.set_boundary(f"=_{messages[0].id}")
    return email


def _written(address: Address) -> str:
    """Return a name and an address as a header holds them."""
    name = _coded(address.display_name, _LONGEST_PLAIN)
    return formataddr((name, address.addr_spec)) if name == address.display_name else f"{name} <{address.addr_spec}>"


def _coded(words: str, longest: int) -> str:
    """Return words as they are where they are plain and not longer than that, else in code, over as many lines."""
    if len(words) <= longest and words.isascii():
        return words
    return Header(words, "utf-8", maxlinelen=_LONGEST_PLAIN).encode(linesep=_END)


def _sender(sender: Sender) -> Address:
    name = checked_line(sender.name, say("name that messages come from"))
    return _addressed(name, checked_address(sender.address, name))


def _addressed(name: str, address: str) -> Address:
    return Address(name, addr_spec=address)
