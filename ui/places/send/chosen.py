"""What the clerk makes of a proposal: words of their own, mails and people left out; it outlives a second reading."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from wibdesk.domain.mail import MailKind
from wibdesk.domain.mail_proposal import Addressee, Proposal, ProposedMail


@dataclass(frozen=True)
class Chosen:
    """Subject and words by the key of a mail, and the keys of mails and of people in a mail that are left out."""

    words: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()

    def with_words(self, key: str, subject: str, words: str) -> "Chosen":
        """Return it with other words for a mail."""
        return replace(self, words={**self.words, key: (subject, words)})

    def without_words(self, key: str) -> "Chosen":
        """Return it with the words that the template gives."""
        return replace(self, words={k: v for k, v in self.words.items() if k != key})

    def turned(self, key: str) -> "Chosen":
        """Return it with a mail or a person left out, or taken in again."""
        return replace(self, left_out=self.left_out ^ {key})

    def mails(self, proposal: Proposal) -> tuple[ProposedMail, ...]:
        """Return what is to be sent: the clerk's words, without whoever is left out."""
        kept = (self.mail(mail) for mail in proposal.mails if key_of(mail) not in self.left_out)
        return tuple(mail for mail in kept if mail.to)

    def mail(self, mail: ProposedMail) -> ProposedMail:
        """Return one mail with the clerk's words, without the people who are left out of it."""
        key = key_of(mail)
        subject, words = self.words.get(key, (mail.subject, mail.words))
        people = tuple(each for each in mail.to if person_key(key, each) not in self.left_out)
        return replace(mail, subject=subject, words=words, to=people)


def key_of(mail: ProposedMail) -> str:
    """Return what names a mail however often it is proposed: what it is, and for a person's own, whose."""
    own = mail.kind is not MailKind.MINUTES and mail.to
    return f"{mail.kind}/{mail.edition}/{mail.to[0].address.casefold() if own else ''}"


def person_key(mail_key: str, person: Addressee) -> str:
    """Return what names a person in a mail."""
    return f"{mail_key}/{person.address.casefold()}"
