"""`/i`: who declares an interest, in which item, and why."""

import re

from wibdesk.domain.entries import Declaration
from wibdesk.language import later, say
from wibdesk.shorthand.command import Command
from wibdesk.shorthand.known import Known
from wibdesk.shorthand.persons import Somebody, somebody_at_start
from wibdesk.shorthand.reading import Chip, Chosen, Doubt, Flag, Reading
from wibdesk.shorthand.sentences import person_chip, recorded, text_chip

_ITEM = re.compile(
    r"\s*[,:–-]?\s*(?:in\s+)?(?:(?:agenda\s+)?item\s+(?P<named>\w+(?:\.\d+)*)|(?P<number>\d{1,3}[a-z]?(?:\.\d{1,3})*))"
    r"(?=[\s,:]|$)",
    re.IGNORECASE,
)
_INTEREST = re.compile(
    r"(?P<interest>(?:disclosable |non-|other )?"
    r"(?:pecuniary|registrable|financial|prejudicial|personal|direct|indirect)"
    r"(?: and (?:prejudicial|pecuniary|financial))?|DPI|ORI|NRI)(?:\s+interest)?(?=[\s,:]|$)",
    re.IGNORECASE,
)
_CONDUCT = re.compile(
    r"\s*[,;(]\s*(?P<what>left the room|left|withdrew|took no part|took part|stayed)\)?\s*$", re.IGNORECASE
)
_MEANS: dict[str, tuple[bool | None, bool | None]] = {
    "left the room": (None, True),
    "left": (None, True),
    "withdrew": (None, True),
    "took no part": (False, None),
    "took part": (True, None),
    "stayed": (None, False),
}
"""What the words say of taking part, and of leaving the room."""
_BETWEEN = " ,:;–-"


def _read(words: str, known: Known, chosen: Chosen) -> Reading:
    """Read `who [item] [sort of interest,] reason[, left the room]`."""
    start = somebody_at_start(words, 0, known, chosen)
    who, end = start if start else (Somebody(""), 0)
    item = _ITEM.match(words, end)
    number = (item["named"] or item["number"]) if item else None
    rest = words[item.end() if item else end :].lstrip(_BETWEEN)
    interest = _INTEREST.match(rest)
    reason = rest[interest.end() :].lstrip(_BETWEEN) if interest else rest
    conduct = _CONDUCT.search(reason)
    took_part, left = _MEANS[conduct["what"].lower()] if conduct else (None, None)
    reason = reason[: conduct.start()] if conduct else reason
    entry = Declaration(
        who.name,
        item=number,
        interest=interest["interest"] if interest else None,
        reason=reason or None,
        took_part=took_part,
        left_room=left,
    )
    doubts = (*((who.doubt,) if who.doubt else ()), *_item_doubts(number, known))
    return Reading(
        words,
        Declaration.kind,
        (entry,),
        doubts=doubts,
        asks=(who.ask,) if who.ask else (),
        chips=_chips(who, entry, doubts, known, conduct["what"] if conduct else ""),
        words=recorded(
            say("interest"),
            who.words,
            say("item {number}", number=number) if number else "",
            entry.interest or "",
            reason,
        ),
    )


def _item_doubts(number: str | None, known: Known) -> tuple[Doubt, ...]:
    if number is None or any(item.number.strip(" .") == number for item in known.items):
        return ()
    return (Doubt(Flag.UNKNOWN_ITEM, say("item {number}, not on the agenda", number=number), number),)


def _chips(
    who: Somebody, entry: Declaration, doubts: tuple[Doubt, ...], known: Known, conduct: str
) -> tuple[Chip, ...]:
    chips = [person_chip(who.name, who.doubt.words if who.doubt else "")] if who.name else []
    if entry.item:
        title = next((one.title for one in known.items if one.number.strip(" .") == entry.item), "")
        doubtful = any(doubt.flag is Flag.UNKNOWN_ITEM for doubt in doubts)
        words = say("item {item}, {title}", item=entry.item, title=say("not on the agenda") if doubtful else title)
        chips.append(Chip(words, "circle-help" if doubtful else "", doubtful, entry.item))
    said = (entry.interest or "", entry.reason or "", conduct)
    return (*chips, *(chip for words in said for chip in text_chip(words)))


COMMAND = Command(("/i", "/interest"), later("interest: who, item, why"), "/i jb 8 governor of the school", _read)
