"""Who is to get what after a meeting, read from the register: nothing is stored and nothing leaves by this."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from wibdesk.domain.actions import is_overdue
from wibdesk.domain.dates import long_date, plain_date, spoken_time
from wibdesk.domain.mail import MailKind
from wibdesk.domain.mail_addressees import deputies, of_list, of_meeting, owners, sort_out
from wibdesk.domain.mail_addresses import address_key
from wibdesk.domain.mail_proposal import FULL, PUBLIC, Proposal, ProposedMail
from wibdesk.domain.mail_words import actions_remark, corrections_day, filled, filled_line, own_actions, signed
from wibdesk.domain.meetings import MinutesStatus, Stage
from wibdesk.domain.paper_words import write, writing_in
from wibdesk.language import counted, say
from wibdesk.services.actions import carried_into
from wibdesk.services.mail_lists import paper_words, recipients, template

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from wibdesk.domain.actions import LogAction
    from wibdesk.domain.mail import MailTemplate
    from wibdesk.domain.mail_addressees import Wanted
    from wibdesk.domain.meetings import Meeting
    from wibdesk.domain.paper_words import PaperWords
    from wibdesk.store.unit_of_work import UnitOfWork


def propose_mailing(
    uow: UnitOfWork,
    meeting_id: str,
    today: dt.date,
    *,
    clerk: str = "",
    corrections_by: dt.date | None = None,
    full_for: Collection[str] = (),
) -> Proposal:
    """Return who should get what of a meeting, in the words of its templates, for the clerk to change.

    The minutes go to the distribution list of the body, else to its members and who was in attendance, and to the
    deputies who came; each owner of an action that is open after this meeting gets their own actions; who is on the
    list for the public version gets only that. Where anything is exempt everybody gets the public edition, but for
    the addresses in `full_for`, of people who may see it. `clerk` signs; corrections are asked for by a week from
    `today` unless another day is given. UserError where the meeting is gone.
    """
    meeting = uow.meetings.whole(meeting_id)
    roster = uow.people.of_body(meeting.body.id)
    rows = _open_after(uow, meeting)
    listed = of_list(recipients(uow, meeting.body.id), roster)
    wanted = (
        *(listed if any(each.gets is MailKind.MINUTES for each in listed) else (*of_meeting(meeting, roster), *listed)),
        *deputies(meeting, roster),
        *owners(rows, meeting, roster, uow.mail.owners_of([row.action.id for row in rows])),
    )
    found = sort_out(wanted)
    words = _Words(
        {kind: template(uow, kind, meeting.body.id) for kind in MailKind},
        _values(uow, meeting, clerk, corrections_by or corrections_day(today), today),
        paper=paper_words(uow, meeting.body.id),
        exempt=any(item.part != 1 for item in meeting.items),
        full_for=frozenset(map(address_key, full_for)),
        today=today,
        meeting_id=meeting_id,
    )
    mails = (*words.minutes(found.there), *words.actions(found.there), *words.public(found.there))
    draft = meeting.details.status is MinutesStatus.DRAFT
    remarks = (*_too_soon(meeting), *found.remarks, *words.left_out(found.there))
    return Proposal(meeting_id, mails, found.lacking, remarks, draft)


def sample_values(uow: UnitOfWork, meeting_id: str, today: dt.date, clerk: str = "") -> dict[str, str]:
    """Return what the slots stand for in the messages of a meeting, with an own action of somebody as a sample."""
    meeting = uow.meetings.whole(meeting_id)
    rows = _open_after(uow, meeting)[:2]
    owner = next((name for row in rows for name in row.action.owners), "")
    people = [each for each in meeting.attendance if each.name]
    values = _values(uow, meeting, clerk, corrections_day(today), today)
    with writing_in(paper_words(uow, meeting.body.id)):
        name = owner or (people[0].shown if people else write("colleague"))
        return {**values, "name": name, "actions": own_actions(rows, (owner,), today, meeting_id)}


def _too_soon(meeting: Meeting) -> tuple[str, ...]:
    """Return a sentence where the minutes are not there to be sent yet."""
    said = {
        Stage.PLANNED: say("This meeting has not been held yet."),
        Stage.LIVE: say("This meeting is not closed yet."),
    }
    return tuple(filter(None, (said.get(meeting.details.stage),)))


@dataclass(frozen=True)
class _Words:
    """Writes the messages of one proposal in the words of the `paper`; `full_for` are keys of addresses."""

    templates: Mapping[MailKind, MailTemplate]
    values: Mapping[str, str]
    paper: PaperWords
    exempt: bool
    full_for: frozenset[str]
    today: dt.date
    meeting_id: str

    def minutes(self, wanted: Iterable[Wanted]) -> list[ProposedMail]:
        """Return the minutes for who gets them: one mail for the public edition, one for the full one."""
        who = [each for each in wanted if each.gets is MailKind.MINUTES]
        full = [each for each in who if self.exempt and self._may_see(each)]
        editions = ((PUBLIC, [each for each in who if each not in full]), (FULL, full))
        return [self._mail(MailKind.MINUTES, some, edition, ("docx", "pdf")) for edition, some in editions if some]

    def public(self, wanted: Iterable[Wanted]) -> list[ProposedMail]:
        """Return the public version for each who gets only that."""
        who = [each for each in wanted if each.gets is MailKind.PUBLIC]
        return [self._mail(MailKind.PUBLIC, [each], PUBLIC, ("pdf",)) for each in who]

    def actions(self, wanted: Iterable[Wanted]) -> list[ProposedMail]:
        """Return a mail for each owner with the actions that they may be told of by e-mail."""
        mails = []
        for each in wanted:
            if each.gets is MailKind.ACTIONS and (rows := self._told(each)):
                remark = actions_remark(rows, self.today)
                if each.person.deputy:
                    remark = say("{actions}, deputy", actions=remark)
                with writing_in(self.paper):
                    text = own_actions(rows, each.owned_as, self.today, self.meeting_id)
                mail = self._mail(MailKind.ACTIONS, [each], actions=text, remark=remark)
                late = any(is_overdue(row.action, self.today) for row in rows)
                mails.append(replace(mail, overdue=late))
        return mails

    def left_out(self, wanted: Iterable[Wanted]) -> list[str]:
        """Return a sentence for each owner of actions of exempt items that their message does not tell."""
        said = []
        for each in wanted:
            number = len(each.rows) - len(self._told(each))
            if number:
                actions = counted(number, "{number} action of exempt items", "{number} actions of exempt items")
                said.append(
                    counted(
                        number,
                        "{actions} is left out of the message to {person}.",
                        "{actions} are left out of the message to {person}.",
                        actions=actions,
                        person=each.person.name,
                    )
                )
        return said

    def _may_see(self, each: Wanted) -> bool:
        return address_key(each.person.address) in self.full_for

    def _told(self, each: Wanted) -> list[LogAction]:
        return [row for row in each.rows if row.part == 1 or self._may_see(each)]

    def _mail(
        self,
        kind: MailKind,
        who: Sequence[Wanted],
        edition: str = "",
        formats: tuple[str, ...] = (),
        actions: str = "",
        remark: str = "",
    ) -> ProposedMail:
        # What several people get keeps the slot for the name, which each message fills by itself.
        name = {"name": who[0].person.name} if len(who) == 1 else {}
        values = {**self.values, "actions": actions, **name}
        signature = filled(self.templates[MailKind.SIGNATURE].words, values)
        words = signed(filled(self.templates[kind].words, values), signature)
        return ProposedMail(
            kind,
            tuple(each.person for each in who),
            filled_line(self.templates[kind].subject, values),
            words,
            edition,
            differs=self.exempt and bool(edition),
            formats=formats,
            remark=remark or (say("public PDF only") if kind is MailKind.PUBLIC else say("Word and PDF")),
        )


def _open_after(uow: UnitOfWork, meeting: Meeting) -> list[LogAction]:
    """Return what is open after a meeting: what it raised, and what came over from those before."""
    raised = (row for row in uow.actions.of_meeting(meeting.id) if row.action.status.unfinished)
    return [*carried_into(uow, meeting.id), *raised]


def _values(uow: UnitOfWork, meeting: Meeting, clerk: str, corrections_by: dt.date, today: dt.date) -> dict[str, str]:
    details = meeting.details
    final = details.status.final
    with writing_in(paper_words(uow, meeting.body.id)):
        return {
            "body": meeting.body.name,
            "date of meeting": plain_date(details.date) if details.date else details.date_as_written or details.ref,
            "minutes": write("minutes") if final else write("draft minutes"),
            "next meeting": _next_meeting(uow, meeting, today),
            "corrections by": "" if final else long_date(corrections_by),
            "clerk": clerk,
        }


def _next_meeting(uow: UnitOfWork, meeting: Meeting, today: dt.date) -> str:
    """Return day, time and place of the meeting that comes next, as far as they are known; empty where none does."""
    day = meeting.details.date
    to_come = [(m.date, m.start, m.venue) for m in uow.meetings.of_body(meeting.body.id) if m.id != meeting.id]
    to_come += [(n.date, n.time, None) for n in meeting.next_meetings if not n.cancelled]
    coming = sorted(
        (each for each in to_come if each[0] and day and each[0] > day and each[0] >= today),
        key=lambda each: str(each[0]),
    )
    if not coming:
        return ""
    first = [each for each in coming if each[0] == coming[0][0]]
    start = next((each[1] for each in first if each[1]), None)
    venue = next((each[2] for each in first if each[2]), None)
    if first[0][0] is None:
        return ""
    on = long_date(first[0][0])
    when = write("{day} at {time}", day=on, time=spoken_time(start)) if start else on
    return write("{when} in {place}", when=when, place=venue) if venue else when
