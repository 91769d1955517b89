"""What the screen shows of a meeting: the proposal, what its files are made of, what was sent, the templates."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wibdesk.domain.mail import Mailing, MailKind, MailTemplate
    from wibdesk.domain.mail_proposal import Proposal
    from wibdesk.domain.meetings import Meeting
    from wibdesk.gathering import Gathered

# The open transaction, only handed on to the services: the screens know nothing of the store.
Transaction: TypeAlias = Any


@dataclass(frozen=True)
class SendReading:
    """All that one look at the register gives; `sent` is the newest mailing first."""

    proposal: "Proposal"
    gathered: "Gathered"
    sent: "tuple[Mailing, ...]"

    @property
    def meeting(self) -> "Meeting":
        """The meeting whose minutes are sent."""
        return self.gathered.material.sitting


def read_sending(uow: Transaction, meeting_id: str, now: datetime, clerk: str) -> SendReading:
    """Return who should get what of a meeting; UserError where it is gone."""
    # The writers of documents come with these, which only this screen waits for.
    from wibdesk.gathering import gather  # noqa: PLC0415
    from wibdesk.mail_papers import MINUTES  # noqa: PLC0415
    from wibdesk.services.mail_proposals import propose_mailing  # noqa: PLC0415
    from wibdesk.services.mailings import sent_record  # noqa: PLC0415

    proposal = propose_mailing(uow, meeting_id, now.date(), clerk=clerk)
    gathered = gather(uow, MINUTES, meeting_id=meeting_id, now=now)
    return SendReading(proposal, gathered, sent_record(uow, meeting_id))


def read_templates(
    uow: Transaction, meeting_id: str, body_id: str, today: date, clerk: str
) -> "tuple[dict[MailKind, MailTemplate], Mapping[str, str]]":
    """Return the templates in force for a body, and what their slots stand for in a meeting."""
    from wibdesk.domain.mail import MailKind  # noqa: PLC0415 - with the two below
    from wibdesk.services.mail_lists import template  # noqa: PLC0415 - as above
    from wibdesk.services.mail_proposals import sample_values  # noqa: PLC0415 - as above

    held = {kind: template(uow, kind, body_id) for kind in MailKind}
    return held, sample_values(uow, meeting_id, today, clerk)
