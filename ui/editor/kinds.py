"""The look and keys of each kind of entry: one row here per kind, read by the margin, the popup and the key card.

To add a kind: its class in `wibdesk.domain.entries`, its lines in `ui.editor.lines`, a row here; where it has fields
beside its words, a form in `ui.editor.forms`.
"""

from dataclasses import dataclass
from typing import TypeAlias

from wibdesk.domain.entries import KINDS, Action, Bullet, Decision, Entry, Numbered, Paragraph, Subheading
from wibdesk.domain.parking import is_parked
from wibdesk.language import later, say


@dataclass(frozen=True)
class Look:
    """How a kind shows: its name, letter (with Ctrl Shift, and in the popup), margin words and what Enter begins next.

    `follows` is the kind that Enter begins after the entry; None means another of the same kind.
    """

    kind: str
    name: str
    letter: str
    margin: str = ""
    icon: str = ""
    bar: str = ""
    ink: str = "muted"
    role: str = "minutes"
    colour: str = "ink"
    space: int = 11
    follows: str | None = "paragraph"


LOOKS = {
    look.kind: look
    for look in (
        Look("paragraph", later("Paragraph"), "P", follows=None),
        Look("subheading", later("Sub-heading"), "H", role="minutes_strong", space=15),
        Look("bullet", later("Bulleted line"), "L", space=3, follows=None),
        Look("numbered", later("Numbered line"), "N", space=3, follows=None),
        Look("table", later("Table"), "T", margin=later("Table"), icon="table-2"),
        Look("decision", later("Decision"), "D", bar="ink", ink="ink", role="minutes_strong", follows=None),
        Look("action", later("Action"), "A", margin=later("Action"), bar="accent", ink="accent"),
        Look("declaration", later("Interest"), "I", margin=later("Interest"), icon="scale", bar="muted"),
        Look(
            "amendment",
            later("Correction of the last minutes"),
            "M",
            margin=later("Correction"),
            icon="pencil",
            bar="muted",
        ),
        Look("vote", later("Vote"), "V", margin=later("Vote"), icon="vote", bar="ink"),
        Look(
            "private_note",
            later("Private note, only here"),
            "O",
            margin=later("Private note"),
            icon="lock",
            bar="private",
            ink="private",
            colour="private",
            follows="paragraph",
        ),
    )
}
MARKERS = ("Agreed", "Resolved", "Noted", "Recommended", "Endorsed", "Approved")
ListLine: TypeAlias = Bullet | Numbered


def look_of(entry: Entry) -> Look:
    """Return the look of an entry's kind."""
    return LOOKS[entry.kind]


def kind_of_letter(letter: str) -> str | None:
    """Return the kind that a letter stands for."""
    return next((kind for kind, look in LOOKS.items() if look.letter == letter.upper()), None)


def margin_words(entry: Entry) -> str:
    """Return what the margin says of an entry: its kind, marker, reference or printed number."""
    if isinstance(entry, Decision):
        return entry.marker
    if isinstance(entry, Action):
        return say("Action {ref}", ref=entry.ref) if entry.ref else say("Action")
    if isinstance(entry, (Paragraph, Subheading)):
        return entry.label or ""
    if is_parked(entry):
        return say("Parked")
    return say(LOOKS[entry.kind].margin)


if set(LOOKS) != set(KINDS):
    raise AssertionError("every kind of entry has a look")
