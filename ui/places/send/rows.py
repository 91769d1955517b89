"""The rows of who gets what: each mail, then who has no address, and what is left out."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui import paint
from ui.cells import Two
from ui.places.send.chosen import Chosen, key_of
from ui.tables import Column, TableRow
from ui.theme import Theme
from wibdesk.domain.mail import MailKind
from wibdesk.domain.mail_proposal import Addressee, Proposal, ProposedMail
from wibdesk.language import later, say

COLUMNS = (Column(later("Who gets what")),)
ICONS = {
    MailKind.MINUTES: "users",
    MailKind.PUBLIC: "building-2",
    MailKind.ACTIONS: "user-round",
    MailKind.SIGNATURE: "pencil",
}


@dataclass(frozen=True)
class Who(Two):
    """Two lines with an icon before both, in their tone."""

    def paint(self, p: QPainter, t: Theme, rect: QRectF, *, strong: bool = False) -> None:
        """Paint the icon at the height of the first line, and both lines beside it."""
        room = t.px(26)
        paint.icon(p, t, rect.left(), rect.center().y() - t.px(10), self.icon, self.tone, 16)
        words = rect.adjusted(room, 0, 0, 0)
        Two(self.first, self.second, "", self.tone).paint(p, t, words, strong=strong)


def mail_rows(proposal: Proposal, chosen: Chosen) -> list[TableRow]:
    """Return the mails that go, who has no address yet, and what the clerk leaves out."""
    going = [mail for mail in proposal.mails if chosen.mail(mail).to and key_of(mail) not in chosen.left_out]
    out = [mail for mail in proposal.mails if mail not in going]
    rows = [_mail(chosen.mail(mail), mail, edited=key_of(mail) in chosen.words) for mail in going]
    rows += [_lacking(person) for person in proposal.without_address]
    if out:
        rows.append(TableRow(row_id="left out", cells=(say("Left out, {number}", number=len(out)),), group=True))
        rows += [_left_out(mail) for mail in out]
    return rows


def _mail(shown: ProposedMail, mail: ProposedMail, *, edited: bool) -> TableRow:
    number = len(shown.to)
    remark = (
        mail.remark if number == len(mail.to) else say("{number} of {count} people", number=number, count=len(mail.to))
    )
    edition = say("{edition} version", edition=mail.edition) if mail.differs else ""
    words = ", ".join(filter(None, (remark, edition, say("your words") if edited else "")))
    tone = "bad" if mail.overdue else "muted"
    return _row(key_of(mail), Who(shown.title, words, ICONS[mail.kind], tone), mail)


def _left_out(mail: ProposedMail) -> TableRow:
    return _row(key_of(mail), Who(mail.title, say("left out"), "x"), mail)


def _lacking(person: Addressee) -> TableRow:
    cell = Who(person.name, say("no e-mail address"), "user-x", "warn")
    return _row(f"lacking/{person.name}", cell, person, say("Enter gives one."))


def _row(row_id: str, cell: Who, data: object, hint: str = "") -> TableRow:
    return TableRow(row_id=row_id, cells=(cell,), sentence=f"{cell.text}. {hint}".strip(), data=data)
