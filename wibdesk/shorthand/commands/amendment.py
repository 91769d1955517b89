"""`/amend`: a correction of the last minutes, as place, what it was, what it should read, and who asked."""

import re

from wibdesk.domain.dates import short_date
from wibdesk.domain.entries import Amendment
from wibdesk.language import later, say
from wibdesk.shorthand.command import Command
from wibdesk.shorthand.known import Known
from wibdesk.shorthand.persons import Somebody, somebody
from wibdesk.shorthand.reading import Chip, Chosen, Reading
from wibdesk.shorthand.sentences import CALENDAR, person_chip, recorded, text_chip

_ASKED = re.compile(
    r"\s*[(,]?\s*(?:asked(?:\s+for)?|requested|raised)\s+by\s+(?P<who>[^()]+?)\)?\s*$|\s*\((?P<alone>[^()]+)\)\s*$",
    re.IGNORECASE,
)
_QUOTED = r"[\"“”][^\"“”]*[\"“”]"
_NOW = r"(?:now|should (?:now )?read|should be)\s*:?\s+(?P<now>.+)"
_SAID = re.compile(
    rf"(?P<place>.{{0,120}}?)[\s,:]*\b(?:was|read)\s*:?\s+(?P<was>{_QUOTED}|.+?)\s*,?\s+{_NOW}", re.IGNORECASE
)
_NOW_ONLY = re.compile(rf"(?P<place>.{{0,120}}?)[\s,:]*\b{_NOW}", re.IGNORECASE)
_ARROW = re.compile(r"(?:(?P<place>[^:]*?)\s*:\s*)?(?P<was>.*?)\s*(?:->|=>|→)\s*(?P<now>.*)")
_COLON = re.compile(r"(?P<place>[^:]+?)\s*:\s*(?P<now>.+)")
_QUOTES = '"“”'


def _read(words: str, known: Known, chosen: Chosen) -> Reading:
    """Read `place: was -> now (asked by who)` or `place was "…" now "…"`."""
    asked = _ASKED.search(words)
    who = _asker(asked, known, chosen)
    said = words[: asked.start()].rstrip() if asked and who else words
    found = next((hit for form in (_ARROW, _SAID, _NOW_ONLY, _COLON) if (hit := form.fullmatch(said))), None)
    parts = found.groupdict() if found else {"now": said}
    place, was, now = (_unquoted(parts.get(name) or "") for name in ("place", "was", "now"))
    entry = Amendment(known.previous, place, now, was or None, who.name if who else None)
    chips = [Chip(say("Minutes of {date}", date=short_date(known.previous)), CALENDAR)] if known.previous else []
    chips += [
        *text_chip(place),
        *(Chip(say("was: {chip}", chip=chip.words), value=chip.value) for chip in text_chip(was)),
    ]
    chips += [Chip(say("now: {chip}", chip=chip.words), value=chip.value) for chip in text_chip(now)]
    chips += [person_chip(who.name, who.doubt.words if who.doubt else "")] if who else []
    return Reading(
        words,
        Amendment.kind,
        (entry,),
        doubts=(who.doubt,) if who and who.doubt else (),
        asks=(who.ask,) if who and who.ask else (),
        chips=tuple(chips),
        words=recorded(
            say("correction"),
            place,
            say("was {was}", was=was) if was else "",
            say("now {now}", now=now),
            say("asked by {who}", who=who.words) if who else "",
        ),
    )


def _asker(asked: re.Match[str] | None, known: Known, chosen: Chosen) -> Somebody | None:
    """Return who asked; words alone in brackets are a name only where they name somebody."""
    if asked is None:
        return None
    who = somebody(asked["who"] or asked["alone"], known, chosen)
    return who if asked["who"] or who.person or who.ask else None


def _unquoted(words: str) -> str:
    bare = words.strip()
    if len(bare) > 1 and bare[0] in _QUOTES and bare[-1] in _QUOTES and not any(q in bare[1:-1] for q in _QUOTES):
        return bare[1:-1].strip()
    return bare


COMMAND = Command(
    ("/amend",),
    later("correction of the last minutes"),
    "/amend page 5: a quarter -> a third (asked by jb)",
    _read,
)
