"""Who gets what of each body, and in which words."""

import sqlalchemy as sa

from wibdesk.domain.mail import MailKind, MailRecipient, MailTemplate
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.store.mail_tables import mail_recipient, mail_template
from wibdesk.store.records import record_of, row_of
from wibdesk.store.rows import Rows


class MailLists:
    """Queries over distribution lists and templates."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_body(self, body_id: str) -> tuple[MailRecipient, ...]:
        """Return the distribution list of a body in order; an address is as it was written there."""
        held = sorted(self._rows.matching(mail_recipient, "body_id", [body_id]), key=lambda row: int(row["position"]))
        return tuple(record_of(MailRecipient, row) for row in held)

    def recipient(self, recipient_id: str) -> MailRecipient:
        """Return one line of a list; UserError where it is gone."""
        found = self._rows.get(mail_recipient, (recipient_id,))
        if found is None:
            raise UserError(say("That line is no longer on the distribution list: look at the list again."))
        return record_of(MailRecipient, found)

    def put(self, record: MailRecipient) -> None:
        """Store a line of a list; a new one goes to the end."""
        found = self._rows.get(mail_recipient, (record.id,))
        last = sa.select(sa.func.max(mail_recipient.c.position)).where(mail_recipient.c.body_id == record.body_id)
        highest = self._rows.scalar(last)
        position = found["position"] if found else 0 if highest is None else int(highest) + 1
        self._rows.put(mail_recipient, row_of(mail_recipient, record, position=position))

    def remove(self, recipient_id: str) -> None:
        """Take a line off its list."""
        self._rows.delete(mail_recipient, "id", [recipient_id])

    def template(self, kind: MailKind, body_id: str | None) -> MailTemplate | None:
        """Return the words that a body has of its own, or with None those of every body; None where there are none."""
        whose = mail_template.c.body_id.is_(None) if body_id is None else mail_template.c.body_id == body_id
        found = self._rows.execute(sa.select(mail_template).where(mail_template.c.kind == kind, whose))
        return record_of(MailTemplate, dict(found[0])) if found else None

    def put_template(self, record: MailTemplate) -> None:
        """Store words; those that the body, or every body, had of this kind have the same id."""
        self._rows.put(mail_template, row_of(mail_template, record))

    def remove_template(self, template_id: str) -> None:
        """Take words away."""
        self._rows.delete(mail_template, "id", [template_id])
