"""What is to be sent of one meeting: read from the register, changed by the clerk, with the files made for it."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from ui.places.send.chosen import Chosen
from wibdesk.domain.mail import MailState
from wibdesk.domain.mail_proposal import Addressee, ProposedMail, mailing_of
from wibdesk.language import counted, say

if TYPE_CHECKING:
    from ui.places.send.reading import SendReading
    from wibdesk.domain.mail import MailFile, Mailing, MailWay
    from wibdesk.mail_papers import MailPapers


@dataclass(frozen=True)
class Outgoing:
    """`papers` are None while the files are being made, `read` while nothing has been read."""

    read: "SendReading | None" = None
    chosen: Chosen = field(default_factory=Chosen)
    papers: "MailPapers | None" = None

    def with_reading(self, read: "SendReading") -> "Outgoing":
        """Return it with what was read last; files of other minutes are no longer good."""
        same = self.read is not None and read.gathered.material == self.read.gathered.material
        return replace(self, read=read, papers=self.papers if same else None)

    def mails(self) -> tuple[ProposedMail, ...]:
        """Return what is to be sent, as the clerk wants it."""
        return self.chosen.mails(self.read.proposal) if self.read is not None else ()

    def people(self) -> tuple[Addressee, ...]:
        """Return who gets a message, each address once."""
        return tuple({each.address.casefold(): each for mail in self.mails() for each in mail.to}.values())

    def message_count(self) -> int:
        """Return how many messages leave, one to each address of each mail."""
        return sum(len(mail.to) for mail in self.mails())

    def is_ready(self) -> bool:
        """Say whether something can leave now."""
        return bool(self.mails()) and self.papers is not None

    def files_of(self, mail: ProposedMail) -> "tuple[MailFile, ...] | None":
        """Return the files of a mail; None while they are being made."""
        if self.papers is None:
            return None
        held = self.papers.files.get(mail.edition, ())
        return tuple(file for file in held if file.name.rpartition(".")[2] in mail.formats)

    def mailing(self, way: "MailWay", at: datetime) -> "Mailing | None":
        """Return what is chosen as a mailing; None while its files are being made."""
        if self.read is None or self.papers is None:
            return None
        return mailing_of(self.read.proposal, self.mails(), self.papers.files, way, at)

    def question(self) -> str:
        """Say what leaves, and to whom, as one sentence for the question before it does."""
        people, messages = self.people(), self.message_count()
        outside = [each.name for each in people if each.outside]
        said = counted(
            messages,
            "{number} message to {people} leaves now.",
            "{number} messages to {people} leave now.",
            people=counted(len(people), "{number} person", "{number} people"),
        )
        rest = (
            say("Not on the roster: {outside}.", outside=", ".join(outside))
            if outside
            else say("Nobody outside the roster is on the list.")
        )
        return " ".join(filter(None, (said, rest, self.repeats())))

    def repeats(self) -> str:
        """Say how many of the messages somebody was sent before, or is to be; empty where none."""
        if self.read is None:
            return ""
        before = {
            (message.kind, message.address.casefold())
            for mailing in self.read.sent
            for message in mailing.messages
            if message.state not in (MailState.CANCELLED, MailState.REFUSED)
        }
        number = sum((mail.kind, each.address.casefold()) in before for mail in self.mails() for each in mail.to)
        if not number:
            return ""
        return counted(
            number,
            "{number} message of the same kind has gone there before.",
            "{number} messages of the same kind have gone there before.",
        )


def _count(number: int, what: str) -> str:
    many = {"person": "people"}.get(what, say("{what}s", what=what))
    return f"{number} {what if number == 1 else many}"
