"""The public and the full version of one record: what is private is taken out here, before any composer sees it.

Private notes leave with no version. The public version says of an exempt item its public summary, else its resolution,
and nothing more.
"""

from dataclasses import replace
from enum import StrEnum

from wibdesk.documents.material import Material
from wibdesk.domain.entries import PrivateNote
from wibdesk.domain.meetings import Meeting


class Edition(StrEnum):
    """Whom a document is for."""

    PUBLIC = "public"
    FULL = "full"


def has_exempt(material: Material) -> bool:
    """Say whether anything in the material is exempt from publication."""
    sittings = (material.meeting, *material.meetings) if material.meeting else material.meetings
    return any(item.part == 2 for meeting in sittings for item in meeting.items) or any(
        action.part == 2 for action in material.actions
    )


def edited(material: Material, edition: Edition) -> Material:
    """Return the material of the edition, with sentences that say what it leaves out."""
    meeting = material.meeting
    if meeting is None:
        return material
    notes = sum(isinstance(entry, PrivateNote) for _, entry in meeting.entries())
    told = (f"{notes} private note{'s' if notes > 1 else ''} left out",) if notes else ()
    return replace(material, meeting=_without_notes(meeting), left_out=told)


def _without_notes(meeting: Meeting) -> Meeting:
    items = (
        replace(item, entries=tuple(entry for entry in item.entries if not isinstance(entry, PrivateNote)))
        for item in meeting.items
    )
    return replace(meeting, items=tuple(items))
