"""The tables of what leaves by e-mail: one message to one address, each sent once or held for the clerk."""

import sqlalchemy as sa

from wibdesk.domain.mail import MailKind, MailState, MailWay
from wibdesk.store.columns import ident, link, numbers, of, place, rev, subject, table, texts, word

mail_recipient = table(
    "mail_recipient",
    ident(),
    of("body"),
    place(),
    link("person"),
    *texts("name", "address", need=True),
    word("gets", MailKind),
    rev(),
)
mail_template = table(
    "mail_template", ident(), subject("body"), word("kind", MailKind), *texts("subject", "words", need=True), rev()
)
mailing = table("mailing", ident(), of("meeting"), place(), sa.Column("at", sa.DateTime, nullable=False), rev())
mail_file = table(
    "mail_file",
    ident(),
    of("mailing"),
    place(),
    *texts("name", "media", "sha256", need=True),
    sa.Column("data", sa.LargeBinary, nullable=False),
)
mail_message = table(
    "mail_message",
    ident(),
    of("mailing"),
    place(),
    word("kind", MailKind),
    *texts("name", "address", "subject", "words", "message_id", need=True),
    word("way", MailWay),
    word("state", MailState),
    *numbers("tries", need=True),
    *texts("trouble"),
    *(sa.Column(name, sa.DateTime) for name in ("next_try", "handed_at", "settled_at")),
    rev(),
)
mail_enclosure = table("mail_enclosure", of("mail_message", key=True), place(key=True), of("mail_file"))
