"""The words of a vote taken apart: numbers, names by side, mover, seconder, casting vote, result, and the motion."""

import re
from dataclasses import dataclass

from wibdesk.domain.entries import VOTE_SIDES
from wibdesk.language import later
from wibdesk.shorthand.known import Known
from wibdesk.shorthand.persons import Somebody, somebody_at_start
from wibdesk.shorthand.reading import Chosen

SIDE_WORDS = {
    "for": later("for"), "against": later("against"), "abstained": later("abstained"), "absent": later("absent"),
}  # fmt: skip
RESULTS = {"carried": later("carried", "of a motion"), "lost": later("lost", "of a motion")}
"""Said with what is meant, "of a motion"; the register keeps the English words."""
_SIDES = {"f": "for", "for": "for", "a": "against", "against": "against", "x": "abstained", "absent": "absent"}
_LONG = r"for|against|abstain(?:ed|ing|s)?|abstentions?|absent"
_ANY = rf"{_LONG}|f|a|x"
# Who was absent has names and no number.
_COUNTED = r"for|against|abstain(?:ed|ing|s)?|abstentions?|f|a|x"
_SIDE = rf"(?:(?:{_COUNTED})\s*[:=]?\s*\d{{1,3}}|\d{{1,3}}\s*(?:{_COUNTED}))(?![\w:])"
_LABELLED = rf"{_SIDE}(?:\s*[,;]?\s*(?:and\s+)?{_SIDE})*"
_PLAIN = r"\d{1,3}\s*[-–/]\s*\d{1,3}(?:\s*[-–/]\s*\d{1,3})?|\d{1,3}\s+\d{1,3}(?:\s+\d{1,3})?"
_COUNTS = re.compile(
    rf"^(?P<first>{_LABELLED}|{_PLAIN})(?=[\s,;.]|$)|(?:^|(?<=\s))(?P<last>{_LABELLED}|{_PLAIN})$", re.IGNORECASE
)
_ONE_SIDE = re.compile(rf"(?P<before>\d{{1,3}})?\s*(?P<side>{_COUNTED})\s*[:=]?\s*(?P<after>\d{{1,3}})?", re.IGNORECASE)
_NAMES = re.compile(rf"(?:^|(?<=\s))(?P<side>{_ANY})\s*:\s*(?=[^\s\d])", re.IGNORECASE)
_MOVER = re.compile(
    r"(?:^|(?<=[\s,;]))(?:moved|proposed|prop|(?<!the )(?:mover|proposer))(?:\s+by)?\s*:?\s+(?=\S)", re.IGNORECASE
)
_SECONDER = re.compile(
    r"(?:^|(?<=[\s,;]))(?:and\s+)?(?:seconded|sec|(?<!the )seconder)(?:\s+by)?\s*:?\s+(?=\S)", re.IGNORECASE
)
_CASTING = re.compile(
    r"(?:^|(?<=[\s,;(]))(?:chair(?:['’]s)?\s+)?casting(?:\s+vote)?\s*:?\s+(?P<side>for|against)(?=[\s,;.)]|$)",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"(?:^|(?<=[\s,;]))(?P<result>(?:not )?carried(?: unanimously| nem con)?|lost|defeated|"
    r"unanimous(?:ly)?|nem con)\.?$",
    re.IGNORECASE,
)
_RESULTS = {"unanimous": "carried unanimously", "unanimously": "carried unanimously", "nem con": "carried nem con"}
_EDGES = " ,;:"
_JOINED = re.compile(r"(?:[\s,;:/&+]|and\s)+", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """What the words say of a vote; `numbers` by side as typed, `voters` by side in the order of the contract."""

    motion: str
    numbers: tuple[tuple[str, int], ...] = ()
    voters: tuple[tuple[str, tuple[Somebody, ...]], ...] = ()
    mover: Somebody | None = None
    seconder: Somebody | None = None
    casting: str | None = None
    result: str = ""

    @property
    def people(self) -> tuple[Somebody, ...]:
        """Everybody named."""
        return tuple(filter(None, (self.mover, self.seconder, *(who for _, side in self.voters for who in side))))

    @property
    def names(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The names by side, as an entry has them."""
        return tuple((side, tuple(who.name for who in people)) for side, people in self.voters)

    def number(self, side: str) -> int | None:
        """Return the votes of a side: as typed, else as many as are named; None where nothing is said of it."""
        named = next((len(people) for one, people in self.voters if one == side), None)
        return next((number for one, number in self.numbers if one == side), named)


def told_of(words: str, known: Known, chosen: Chosen) -> Told:
    """Take the words of a vote apart; what is none of its facts is the motion."""
    rest, mover = _person(_MOVER, words, known, chosen)
    rest, seconder = _person(_SECONDER, rest, known, chosen)
    casting = _CASTING.search(rest)
    rest = _without(rest, casting)
    rest, voters = _voters(rest, known, chosen)
    rest, result = _outcome(rest)
    counts = _COUNTS.search(rest)
    numbers = _numbers(counts["first"] or counts["last"]) if counts else ()
    motion, early = _outcome(_without(rest, counts if numbers else None))
    result = result or early
    return Told(motion, numbers, voters, mover, seconder, casting["side"].lower() if casting else None, result)


def _outcome(words: str) -> tuple[str, str]:
    found = _RESULT.search(words)
    said = found["result"].lower() if found else ""
    return _without(words, found), _RESULTS.get(said, said)


def _without(words: str, found: re.Match[str] | None) -> str:
    if found is None:
        return words.strip(_EDGES)
    before, after = words[: found.start()].strip(_EDGES + "("), words[found.end() :].strip(_EDGES + ")")
    return f"{before} {after}".strip()


def _person(lead: re.Pattern[str], words: str, known: Known, chosen: Chosen) -> tuple[str, Somebody | None]:
    found = lead.search(words)
    named = somebody_at_start(words, found.end(), known, chosen) if found else None
    if found is None or named is None:
        return words, None
    who, end = named
    return f"{words[: found.start()].rstrip(_EDGES)} {words[end:].lstrip(_EDGES)}".strip(), who


def _voters(words: str, known: Known, chosen: Chosen) -> tuple[str, tuple[tuple[str, tuple[Somebody, ...]], ...]]:
    """Take the names by side off: all words from the first side on."""
    leads = list(_NAMES.finditer(words))
    if not leads:
        return words, ()
    ends = [lead.start() for lead in leads[1:]] + [len(words)]
    named: dict[str, tuple[Somebody, ...]] = {}
    for lead, end in zip(leads, ends, strict=True):
        side = _side(lead["side"])
        named[side] = (*named.get(side, ()), *_people(words[lead.end() : end], known, chosen))
    sides = tuple((side, named[side]) for side in VOTE_SIDES if named.get(side))
    return words[: leads[0].start()].strip(_EDGES), sides


def _people(words: str, known: Known, chosen: Chosen) -> list[Somebody]:
    found: list[Somebody] = []
    at = 0
    while at < len(words):
        joined = _JOINED.match(words, at)
        at = joined.end() if joined else at
        named = somebody_at_start(words, at, known, chosen)
        if named is None:
            break
        found.append(named[0])
        at = named[1]
    return found


def _side(typed: str) -> str:
    word = typed.lower()
    return _SIDES.get(word, "abstained")


def _numbers(words: str) -> tuple[tuple[str, int], ...]:
    """Return the number of each side; none where one side is counted twice, so that no figure is lost."""
    if not re.search(r"[a-z]", words, re.IGNORECASE):
        counts = [int(number) for number in re.findall(r"\d+", words)]
        return tuple(zip(VOTE_SIDES[:3], counts, strict=False))
    parts = [_ONE_SIDE.fullmatch(part[0]) for part in re.finditer(_SIDE, words, re.IGNORECASE)]
    found = [(_side(one["side"]), int(one["before"] or one["after"])) for one in parts if one is not None]
    return tuple(found) if len(dict(found)) == len(found) else ()
