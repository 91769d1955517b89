"""The words of messages: templates with slots in braces, those that the desk ships, and a person's own actions."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from wibdesk.domain.actions import LogAction, is_overdue, last_day
from wibdesk.domain.dates import long_date, month_words
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.mail import MailKind, MailTemplate
from wibdesk.domain.mail_addresses import checked_line, checked_words
from wibdesk.domain.paper_words import to_write, write
from wibdesk.domain.rich_text import plain_text
from wibdesk.errors import UserError
from wibdesk.language import counted, later, say

SLOTS: Mapping[str, str] = {
    "body": later("the name of the body"),
    "date of meeting": later("the day of the meeting"),
    "minutes": later("“draft minutes”, or “minutes” once they are approved"),
    "next meeting": later("day, time and place of the next meeting"),
    "corrections by": later("the day by which corrections to a draft should come"),
    "name": later("the name of who gets the message"),
    "actions": later("their own open actions"),
    "clerk": later("your name"),
}
"""Every slot with what it stands for; written with a capital, as {Minutes}, what it stands for begins with one."""
DAYS_FOR_CORRECTIONS = 7
_NAME = "name"
_SLOT = re.compile(r"\{([^{}\n]*)\}")
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=\S)")
_LONGEST = 20_000

DEFAULTS: Mapping[MailKind, MailTemplate] = {
    template.kind: template
    for template in (
        MailTemplate(
            MailKind.MINUTES,
            to_write("{Minutes}: {body}, {date of meeting}"),
            to_write(
                "Dear colleagues,\n\nHere are the {minutes} of {body}, {date of meeting}. Please send corrections to "
                "me by {corrections by}. The next meeting is on {next meeting}.\n\n"
                "Whoever has actions gets them in a separate message."
            ),
            id="shipped-minutes",
        ),
        MailTemplate(
            MailKind.PUBLIC,
            to_write("{Minutes} for publication: {body}, {date of meeting}"),
            to_write("Dear {name},\n\nHere are the {minutes} of {body}, {date of meeting}, as a PDF for publication."),
            id="shipped-public",
        ),
        MailTemplate(
            MailKind.ACTIONS,
            to_write("Your actions: {body}, {date of meeting}"),
            to_write(
                "Dear {name},\n\nThese are your open actions for {body} after the meeting of {date of meeting}.\n\n"
                "{actions}\n\nPlease tell me how far each of them is. The next meeting is on {next meeting}."
            ),
            id="shipped-actions",
        ),
        MailTemplate(MailKind.SIGNATURE, "", to_write("{clerk}\nClerk to {body}"), id="shipped-signature"),
    )
}
"""What the desk says until the clerk says it otherwise."""


def shipped(kind: MailKind) -> MailTemplate:
    """Return what the desk says of itself, in the language of the paper."""
    own = DEFAULTS[kind]
    return replace(own, subject=own.subject and write(own.subject), words=write(own.words))


def corrections_day(today: date) -> date:
    """Return the day by which corrections to draft minutes are asked for."""
    return today + timedelta(days=DAYS_FOR_CORRECTIONS)


def unknown_slots(words: str) -> tuple[str, ...]:
    """Return the slots that no message can fill, as written between their braces."""
    return tuple(dict.fromkeys(slot for slot in _SLOT.findall(words) if _key(slot) not in SLOTS))


def checked_template(template: MailTemplate) -> MailTemplate:
    """Return a template that can be used; UserError where it is empty or has a slot that nothing fills."""
    subject = checked_line(template.subject, say("subject"))
    words = checked_words(template.words, say("the template")).strip()
    if template.kind is not MailKind.SIGNATURE and not (subject and words):
        raise UserError(say("A message needs a subject and words: type both, or take back what the desk ships."))
    if len(words) > _LONGEST:
        raise UserError(
            say("The words are {number:,} letters long: use {longest:,} or fewer.", number=len(words), longest=_LONGEST)
        )
    if unknown := unknown_slots(f"{subject}\n{words}"):
        known = ", ".join(f"{{{slot}}}" for slot in SLOTS)
        raise UserError(say("There is no slot {{{unknown}}}: use one of {known}.", unknown=unknown[0], known=known))
    return replace(template, subject=subject, words=words)


def filled_line(words: str, values: Mapping[str, str]) -> str:
    """Return a subject with its slots filled; one that stands for nothing goes with the comma or colon before it."""
    line = " ".join(_SLOT.sub(lambda slot: _value(slot[1], values), words).split())
    return re.sub("( ?,)+(?= ?,)", "", line).rstrip(" ,:–-").lstrip()


def filled(words: str, values: Mapping[str, str]) -> str:
    """Return words with their slots filled; a sentence in which a slot stands for nothing is left out.

    So nobody reads “The next meeting is on .”. A slot that `values` does not name at all stays as it is.
    """
    lines = [_filled_line(line, values) for line in words.splitlines()]
    told = "\n".join(line for line in lines if line is not None)
    return re.sub(r"\n{3,}", "\n\n", told).strip()


def named(words: str, name: str) -> str:
    """Return words that several people get with the name of one of them in its slot."""
    return filled(words, {_NAME: name or write("colleague")}) if _NAME in map(_key, _SLOT.findall(words)) else words


def signed(words: str, signature: str) -> str:
    """Return the words of a message with the signature below."""
    return "\n\n".join(filter(None, (words.rstrip(), signature.strip())))


def own_actions(rows: Sequence[LogAction], names: Collection[str], today: date, meeting_id: str | None = None) -> str:
    """Return somebody's open actions as text: what is overdue first, each with its deadline and its other owners.

    `names` are those under which they own them; what another meeting than `meeting_id` raised says which.
    """
    in_order = sorted(rows, key=lambda row: _order(row, today))
    own = {name.casefold() for name in names}
    return "\n\n".join(_action(row, own, today, told=row.meeting_id == meeting_id) for row in in_order)


def actions_remark(rows: Sequence[LogAction], today: date) -> str:
    """Return how many actions there are, on one line: `2 actions, 1 joint, 1 overdue`."""
    joint = sum(len(row.action.owners) > 1 for row in rows)
    overdue = sum(is_overdue(row.action, today) for row in rows)
    parts = (
        counted(len(rows), "{number} action", "{number} actions"),
        counted(joint, "{number} joint", "{number} joint") if joint else "",
        counted(overdue, "{number} overdue", "{number} overdue") if overdue else "",
    )
    return ", ".join(filter(None, parts))


def full_due(due: Due) -> str:
    """Return a deadline with its weekday, month and year; empty where there is none."""
    if due.kind is DueKind.DATE and due.date:
        return long_date(due.date)
    if due.kind is DueKind.MEETING and due.date:
        return write("the meeting on {day}", day=long_date(due.date))
    if due.kind is DueKind.FROM and due.date:
        return write("from {day}", day=long_date(due.date))
    if due.kind is DueKind.MONTH and due.month:
        return month_words(due.month)
    if due.kind is DueKind.RANGE and due.start and due.end:
        return write("{first} to {last}", first=long_date(due.start), last=long_date(due.end))
    return write("“{words}” as written", words=due.as_written) if due.as_written else ""


def _key(slot: str) -> str:
    return " ".join(slot.split()).casefold()


def _value(slot: str, values: Mapping[str, str]) -> str:
    value = values.get(_key(slot), f"{{{slot}}}")
    return value[:1].upper() + value[1:] if slot.strip()[:1].isupper() else value


def _filled_line(line: str, values: Mapping[str, str]) -> str | None:
    """Return a line with its slots filled; None where nothing is left of one that said something."""
    said = [s for s in _SENTENCES.split(line) if all(values.get(_key(slot), "{}") for slot in _SLOT.findall(s))]
    if line.strip() and not said:
        return None
    return " ".join(_SLOT.sub(lambda slot: _value(slot[1], values), sentence) for sentence in said).rstrip()


def _order(row: LogAction, today: date) -> tuple[bool, date, str]:
    return not is_overdue(row.action, today), last_day(row.action.due) or date.max, row.action.ref or ""


def _action(row: LogAction, own: Collection[str], today: date, *, told: bool) -> str:
    action = row.action
    due = full_due(action.due)
    told_due = write("Due: {day}, overdue", day=due) if is_overdue(action, today) else write("Due: {day}", day=due)
    others = [name for name in action.owners if name.casefold() not in own]
    lines = (
        "  ".join(filter(None, (action.ref, " ".join(plain_text(action.text).split())))),
        told_due if due else write("Due: no date is set"),
        write("Together with {names}", names=_listed(others)) if others else "",
        write("Raised on {day}", day=long_date(row.meeting_date)) if row.meeting_date and not told else "",
    )
    return "\n    ".join(filter(None, lines))


def _listed(names: Sequence[str]) -> str:
    return write(" and ").join(filter(None, (", ".join(names[:-1]), names[-1])))
