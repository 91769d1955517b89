"""`/in`, `/out`: who joins or leaves, with the time where it is not now."""

import re
from datetime import time
from typing import NamedTuple

from wibdesk.domain.dates import clock, read_time
from wibdesk.domain.rich_text import plain_text
from wibdesk.language import later, say
from wibdesk.shorthand.command import Command
from wibdesk.shorthand.known import Known
from wibdesk.shorthand.persons import Somebody, somebody
from wibdesk.shorthand.reading import Chip, Chosen, Doubt, Flag, Movement, Reading
from wibdesk.shorthand.sentences import person_chip

_TIME = re.compile(
    r"(?:^|\s)(?:at\s+)?(?P<time>\d{1,2}[:.]\d{2}(?:\s*[ap]m)?|\d{3,4}|\d{1,2}\s*[ap]m|\d{1,2}|noon|midday|midnight)$",
    re.IGNORECASE,
)
_AFTERNOON = re.compile(r"[1-7](?:[:.]\d{2})?")
"""No meeting sits at two in the morning: `2.30` is half past two in the afternoon."""
_BETWEEN = re.compile(r"\s*[,;]\s*")


class _Words(NamedTuple):
    """What is said of one who comes or goes: on the chip, now or at a time, and aloud."""

    now: str
    at: str
    will_record: str
    will_record_at: str


WORDS = {
    "joined": _Words(
        later("joined now"),
        later("joined at {time}"),
        later("Will record: {name} joined."),
        later("Will record: {name} joined at {time}."),
    ),
    "left": _Words(
        later("left now"),
        later("left at {time}"),
        later("Will record: {name} left."),
        later("Will record: {name} left at {time}."),
    ),
}


def _read_in(words: str, known: Known, chosen: Chosen) -> Reading:
    """Read `who[, organisation] [time]`: somebody the meeting knows, else somebody new who walked in."""
    names, at = _time_off(plain_text(words))
    who = somebody(names, known, chosen)
    agency = ""
    if _is_new(who) and (between := _BETWEEN.search(names)):
        who, agency = somebody(names[: between.start()], known, chosen), names[between.end() :]
        if not _is_new(who):
            return _not_understood(words, say("{agency}, not understood beside {who}", agency=agency, who=who.name))
    if not who.name:
        return _not_understood(words, say("Nobody is named"))
    new = Chip(", ".join(filter(None, (who.name, agency, say("new")))), "user-plus", doubtful=True, value=who.name)
    here = say("{who}, here already", who=who.name) if who.person and who.person.present else ""
    chip = new if _is_new(who) else person_chip(who.name, who.doubt.words if who.doubt else here)
    return _moved(words, who, Movement(who.name, _row(who), joined=True, at=at, organisation=agency), chip)


def _read_out(words: str, known: Known, chosen: Chosen) -> Reading:
    """Read `who [time]`; nobody can leave who was never there, so the words stay as they are after an unknown name."""
    names, at = _time_off(plain_text(words))
    who = somebody(names, known, chosen)
    if not who.name or _is_new(who) or (who.person and not _row(who)):
        return _not_understood(words, say("{names}, not on the list", names=names) if names else say("Nobody is named"))
    away = say("{who}, not in the room", who=who.name) if who.person and not who.person.present else ""
    chip = person_chip(who.name, who.doubt.words if who.doubt else away)
    doubts = (Doubt(Flag.NOT_PRESENT, away, who.name),) if away else ()
    return _moved(words, who, Movement(who.name, _row(who), joined=False, at=at), chip, doubts)


def _is_new(who: Somebody) -> bool:
    return who.person is None and who.ask is None


def _row(who: Somebody) -> str:
    return who.person.attendee_id if who.person else ""


def _not_understood(words: str, why: str) -> Reading:
    doubts = (Doubt(Flag.UNKNOWN_NAME, why, words),) if words else ()
    return Reading(words, doubts=doubts, words=say("{why}. Nothing is recorded.", why=why))


def _time_off(words: str) -> tuple[str, time | None]:
    """Cut a time off the end; words that no clock shows stay."""
    found = _TIME.search(words)
    at = read_time(found["time"]) if found else None
    if found is None or at is None:
        return words.strip(), None
    if _AFTERNOON.fullmatch(found["time"]):
        at = at.replace(hour=at.hour + 12)
    return words[: found.start()].strip(" ,;"), at


def _moved(words: str, who: Somebody, movement: Movement, chip: Chip, doubts: tuple[Doubt, ...] = ()) -> Reading:
    """Return a movement with its preview; none is made yet where it has to be asked who is meant."""
    kind, icon = ("joined", "log-in") if movement.joined else ("left", "log-out")
    name = ", ".join(filter(None, (movement.name, movement.organisation)))
    when, at = WORDS[kind], clock(movement.at) if movement.at else ""
    said = say(when.will_record_at, name=name, time=at) if at else say(when.will_record, name=name)
    chip_words = say(when.at, time=at) if at else say(when.now)
    return Reading(
        words,
        kind,
        deeds=() if who.ask else (movement,),
        doubts=(*((who.doubt,) if who.doubt else ()), *doubts),
        asks=(who.ask,) if who.ask else (),
        chips=(chip, Chip(chip_words, icon)),
        words=said,
    )


ARRIVAL = Command(("/in",), later("somebody joins, now or at a time"), "/in jb 1441", _read_in)
DEPARTURE = Command(("/out",), later("somebody leaves, now or at a time"), "/out jb", _read_out)
