"""The public and the full version of one record: what is private is taken out here, before any composer sees it.

Private notes leave with no version. The public version says of an exempt item its public summary, else its decisions,
and nothing more. An exempt item is made anew of what may be told, so that a field added to the records stays in.
"""

from dataclasses import replace
from enum import StrEnum

from wibdesk.documents.material import Material
from wibdesk.documents.wording import listed
from wibdesk.domain.agenda import Item
from wibdesk.domain.entries import Decision, Entry, Paragraph, PrivateNote
from wibdesk.domain.figures_words import capital
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.paper_words import to_write
from wibdesk.domain.plans import Plan
from wibdesk.errors import UserError
from wibdesk.language import counted, say

NOT_FOR_PUBLICATION = to_write("Not for publication: contains exempt information")
"""The words in the running header of a full version that tells what is exempt."""


class Edition(StrEnum):
    """Whom a document is for."""

    PUBLIC = "public"
    FULL = "full"

    @property
    def file_words(self) -> str:
        """The words at the end of a file's name, where the versions differ (`making.versions_differ`)."""
        return to_write("public") if self is Edition.PUBLIC else to_write("full, not for publication")


def has_exempt(material: Material) -> bool:
    """Say whether anything that a document could tell of the material is exempt from publication."""
    return bool(_exempt_items(material)) or any(action.part != 1 for action in material.actions)


def default_edition(material: Material) -> Edition:
    """Return the version to offer first: the public one as soon as anything is exempt."""
    return Edition.PUBLIC if has_exempt(material) else Edition.FULL


def edited(material: Material, edition: Edition) -> Material:
    """Return the material of the edition; of the other meetings only who was there, for no document tells more."""
    public = edition is Edition.PUBLIC
    return replace(
        material,
        meeting=_told_meeting(material.meeting, public=public) if material.meeting else None,
        meetings=tuple(replace(meeting, items=()) for meeting in material.meetings),
        actions=tuple(action for action in material.actions if action.part == 1 or not public),
        plan=_told_plan(material.plan) if material.plan else None,
        facts=material.facts.public() if public else material.facts,
    )


def refuse_untold(material: Material) -> None:
    """Raise UserError where a public version would say nothing of what was done on an exempt item."""
    if untold := untold_items(material):
        named = listed([_named(item) for item in untold])
        raise UserError(say("Write a public summary for {named}, or choose the full version.", named=named))


def untold_items(material: Material) -> tuple[Item, ...]:
    """Return the exempt items of which a public version would say nothing."""
    return tuple(item for item in _exempt_items(material) if not _summary(item) and not _decisions(item))


def private_words(material: Material) -> tuple[str, ...]:
    """Return what no version tells, in words: `2 private notes`."""
    entries = material.meeting.entries() if material.meeting else []
    notes = sum(isinstance(entry, PrivateNote) for _, entry in entries)
    return (counted(notes, "{number} private note", "{number} private notes"),) if notes else ()


def exempt_words(material: Material, *, tells: bool) -> tuple[str, ...]:
    """Return what the public version leaves out, in words; `tells` where the document says what was minuted."""
    items = _exempt_items(material)
    said = [_minute_left_out(item) for item in items] if tells else [_agenda_left_out(item) for item in items]
    actions = sum(action.part != 1 for action in material.actions)
    left = counted(actions, "{number} action of exempt items", "{number} actions of exempt items")
    return (*filter(None, said), *((left,) if actions else ()))


def judgement_words(material: Material) -> str | None:
    """Return a sentence on the free words that stand in a public version as they are; None where there are none."""
    meeting, items = material.meeting, _exempt_items(material)
    if meeting is None or not items:
        return None
    places = (
        say("The notes beside names") if any(person.note for person in meeting.attendance) else "",
        say("the words above the first item") if any(meeting.details.preamble) else "",
    )
    said = listed([*filter(None, places)])
    if not said:
        return None
    exempt = say("an exempt item") if len(items) > 1 else _named(items[0])
    return say(
        "{places} are printed as written: see that they tell nothing of {item}.",
        places=capital(said),
        item=exempt,
    )


def _exempt_items(material: Material) -> list[Item]:
    return [item for item in material.meeting.items if item.part != 1] if material.meeting else []


def _told_meeting(meeting: Meeting, *, public: bool) -> Meeting:
    items = (
        _public_item(item) if public and item.part != 1 else replace(item, entries=_without_notes(item.entries))
        for item in meeting.items
    )
    return replace(meeting, items=tuple(items))


def _public_item(item: Item) -> Item:
    """Return an exempt item with nothing but what the public may know."""
    summary = _summary(item)
    return Item(
        item.title,
        item.number,
        item.time,
        part=item.part,
        exempt_paragraph=item.exempt_paragraph,
        entries=(Paragraph(summary),) if summary else _decisions(item),
        late=item.late,
        id=item.id,
    )


def _told_plan(plan: Plan) -> Plan:
    sections = (replace(section, entries=_without_notes(section.entries)) for section in plan.sections)
    return replace(plan, sections=tuple(sections))


def _without_notes(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if not isinstance(entry, PrivateNote))


def _summary(item: Item) -> str:
    return (item.public_summary or "").strip()


def _decisions(item: Item) -> tuple[Entry, ...]:
    """Return the decisions that say anything."""
    return tuple(entry for entry in item.entries if isinstance(entry, Decision) and any(map(str.strip, entry.parts)))


def _minute_left_out(item: Item) -> str:
    """Say that of an exempt item only so much is printed."""
    if _summary(item):
        return say("{item} (exempt): only its public summary is printed", item=_named(item))
    return say("{item} (exempt): only its decisions are printed", item=_named(item))


def _agenda_left_out(item: Item) -> str:
    """Name what an agenda does not say of an exempt item; empty where it would say no more anyway."""
    parts = (
        (say("papers"), item.papers),
        (say("presenter"), item.presenter),
        (say("planned minutes"), item.planned_minutes),
    )
    kept = [name for name, there in parts if there]
    return say("{item} (exempt): its {parts}", item=_named(item), parts=listed(kept)) if kept else ""


def _named(item: Item) -> str:
    if not item.number:
        return say("the item “{title}”", title=item.title)
    return say("item {number} “{title}”", number=item.number, title=item.title)
