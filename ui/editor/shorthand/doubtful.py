"""Which field of an entry's facts a doubt is about, so that Tab puts the caret there."""

from ui.editor.forms import FORMS
from wibdesk.domain.sentences import Structured
from wibdesk.shorthand.reading import Flag, Reading

_WHO = ("owners", "person", "mover", "requested_by")
_WHEN = ("due",)
_COUNT = ("votes_for",)
FIELDS = {
    Flag.NO_OWNER: _WHO,
    Flag.UNKNOWN_NAME: _WHO,
    Flag.CHOOSE_OWNER: _WHO,
    Flag.NOT_PRESENT: _WHO,
    Flag.GROUP_OWNER: _WHO,
    Flag.NAME_A_PERSON: _WHO,
    Flag.NO_DUE: _WHEN,
    Flag.NOT_A_DATE: _WHEN,
    Flag.IMPOSSIBLE_DATE: _WHEN,
    Flag.NO_MEETING: _WHEN,
    Flag.WEEKEND: _WHEN,
    Flag.HOLIDAY: _WHEN,
    Flag.VOTES_EXCEED: _COUNT,
    Flag.VOTES_MISSING: _COUNT,
    Flag.TIE: ("casting_vote",),
}


def has_facts(reading: Reading) -> bool:
    """Say whether the first entry of a reading has facts that can be changed in fields."""
    return bool(reading.entries) and reading.entries[0].kind in FORMS


def bare(reading: Reading) -> bool:
    """Say whether only the command was typed of what is told by facts alone, so that those have to be filled in."""
    said = reading.line[reading.lead :].strip(" :-–—")
    return not said and bool(reading.entries) and isinstance(reading.entries[0], Structured)


def doubtful_field(reading: Reading) -> str:
    """Return the name of the field that the first doubt is about; empty where none is in doubt."""
    names = {blank.name for blanks in FORMS[reading.entries[0].kind] for blank in blanks}
    return next((name for flag in reading.flags for name in FIELDS.get(flag, ()) if name in names), "")
