"""Who is to get what after a meeting: proposed from the register, changed by the clerk, then made into messages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from wibdesk.domain.ids import new_id
from wibdesk.domain.mail import MailFile, Mailing, MailKind, MailMessage, MailWay
from wibdesk.domain.mail_words import named
from wibdesk.language import counted

PUBLIC, FULL = "public", "full"
"""The editions of the minutes, as `wibdesk.documents.editions.Edition` spells them."""


@dataclass(frozen=True)
class Addressee:
    """Somebody who gets a message: `address` is empty where none is known, `why` says as what, as `Member`.

    `outside` says that the roster of the body does not have them.
    """

    name: str
    address: str = ""
    why: str = ""
    person_id: str | None = None
    outside: bool = False
    deputy: bool = False


@dataclass(frozen=True)
class ProposedMail:
    """Words and files for some people, each of whom gets a message of their own with them.

    `edition` is of the minutes that go with it, empty for own actions; `differs` says that there are two editions, so
    that which one must be shown. `formats` are the endings of its files. `remark` says on one line what it brings, as
    `2 actions, 1 overdue`; `overdue` whether any is.
    """

    kind: MailKind
    to: tuple[Addressee, ...]
    subject: str
    words: str
    edition: str = ""
    differs: bool = False
    formats: tuple[str, ...] = ()
    remark: str = ""
    overdue: bool = False
    id: str = field(default_factory=new_id)

    @property
    def title(self) -> str:
        """Whom it goes to, on one line: one name, or what it is and how many people get it."""
        if len(self.to) == 1:
            return self.to[0].name
        if self.kind is MailKind.PUBLIC:
            return counted(len(self.to), "Public minutes to {number} person", "Public minutes to {number} people")
        return counted(len(self.to), "Minutes to {number} person", "Minutes to {number} people")


@dataclass(frozen=True)
class Proposal:
    """All that could be sent of a meeting; `without_address` are left out until they have one.

    `remarks` are sentences for the clerk's last look: the same address twice, one that cannot be used, what is left
    out of a message. `circulate` says that the minutes are a draft, which sending them would make circulated.
    """

    meeting_id: str
    mails: tuple[ProposedMail, ...] = ()
    without_address: tuple[Addressee, ...] = ()
    remarks: tuple[str, ...] = ()
    circulate: bool = False

    @property
    def words(self) -> str:
        """How much it is: `6 messages, 1 person without an address`."""
        sent = sum(len(mail.to) for mail in self.mails)
        said = counted(sent, "{number} message", "{number} messages")
        lacking = len(self.without_address)
        if not lacking:
            return said
        without = counted(lacking, "{number} person without an address", "{number} people without an address")
        return f"{said}, {without}"


def mailing_of(
    proposal: Proposal,
    mails: Iterable[ProposedMail],
    files: Mapping[str, Sequence[MailFile]],
    way: MailWay,
    at: datetime,
) -> Mailing:
    """Return the chosen mails as one mailing, a message to each address.

    `files` are those of each edition by its word; a mail takes of its edition those that end as its formats say. `at`
    is UTC. Files that nothing goes with are left out.
    """
    messages: list[MailMessage] = []
    for mail in mails:
        enclosed = tuple(f.id for f in files.get(mail.edition, ()) if f.name.rpartition(".")[2] in mail.formats)
        messages += [
            MailMessage(mail.kind, each.name, each.address, mail.subject, named(mail.words, each.name), enclosed, way)
            for each in mail.to
        ]
    taken = {file_id for message in messages for file_id in message.files}
    kept = tuple({f.id: f for some in files.values() for f in some if f.id in taken}.values())
    return Mailing(proposal.meeting_id, at, tuple(messages), kept)
