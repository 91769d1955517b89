"""What leaves by e-mail: messages with files, who gets what, and how far each message is."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from wibdesk.domain.ids import new_id
from wibdesk.language import say


class MailKind(StrEnum):
    """What a message brings, and so which template and which files it has."""

    MINUTES = "minutes"
    PUBLIC = "public"
    ACTIONS = "actions"
    SIGNATURE = "signature"

    @property
    def words(self) -> str:
        """The kind on screen."""
        return {
            "minutes": say("Minutes, Word and PDF"),
            "public": say("Public PDF only"),
            "actions": say("Own actions"),
            "signature": say("Signature"),
        }[self.value]


class MailWay(StrEnum):
    """How a message leaves: opened as a draft, kept as a file, or sent by the desk itself."""

    DRAFT = "draft"
    FILE = "file"
    SMTP = "smtp"


class MailState(StrEnum):
    """How far a message is; `handing` is set before its last byte goes, so that a crash there is known."""

    WAITING = "waiting"
    HANDING = "handing"
    HELD = "held"
    SENT = "sent"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    DRAFTED = "drafted"

    @property
    def words(self) -> str:
        """The state on screen."""
        return {
            "waiting": say("Waiting"),
            "handing": say("Being sent"),
            "held": say("Held: it may have arrived"),
            "sent": say("Sent"),
            "refused": say("Refused"),
            "cancelled": say("Not sent"),
            "drafted": say("Opened as a draft"),
        }[self.value]


@dataclass(frozen=True)
class MailRecipient:
    """Who gets what of every meeting of a body; `person_id` where they are on its roster, whose address then holds."""

    body_id: str
    name: str
    address: str = ""
    gets: MailKind = MailKind.MINUTES
    person_id: str | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class MailTemplate:
    """Subject and words of a kind of message, with slots in braces; of one body, or of every body with None."""

    kind: MailKind
    subject: str
    words: str
    body_id: str | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class MailFile:
    """A file that goes with messages, byte for byte."""

    name: str
    media: str
    data: bytes
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class MailMessage:
    """One message to one address; times are UTC, `files` the ids of what goes with it."""

    kind: MailKind
    name: str
    address: str
    subject: str
    words: str
    files: tuple[str, ...] = ()
    way: MailWay = MailWay.SMTP
    state: MailState = MailState.WAITING
    message_id: str = ""
    tries: int = 0
    trouble: str | None = None
    next_try: datetime | None = None
    handed_at: datetime | None = None
    settled_at: datetime | None = None
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class Mailing:
    """What was sent, or is to be, of one meeting at one time (UTC)."""

    meeting_id: str
    at: datetime
    messages: tuple[MailMessage, ...] = ()
    files: tuple[MailFile, ...] = ()
    id: str = field(default_factory=new_id)
