"""One person named in a line: whoever declares, votes, moves, joins or leaves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wibdesk.language import say
from wibdesk.shorthand.known import Known, KnownPerson
from wibdesk.shorthand.name_index import LONGEST, Form
from wibdesk.shorthand.names import matched
from wibdesk.shorthand.owners import person_meant
from wibdesk.shorthand.reading import Ask, Chosen, Doubt, Flag

_WORD = re.compile(r"[^\s,;/&+]+")
_CAPITALISED = re.compile(r"[A-Z]\S*")


@dataclass(frozen=True)
class Somebody:
    """Who is named: the name that is stored, the person where they are known, what is doubtful or has to be asked."""

    name: str
    person: KnownPerson | None = None
    doubt: Doubt | None = None
    ask: Ask | None = None

    @property
    def words(self) -> str:
        """The name with what is doubtful about it."""
        return self.doubt.words if self.doubt else self.name


def somebody(typed: str, known: Known, chosen: Chosen) -> Somebody:
    """Return whom these very words name; somebody unknown where they name nobody."""
    form, people = matched(chosen.get(typed, typed), known)
    if form is None or form > Form.ROLE:
        return Somebody(typed, doubt=Doubt(Flag.UNKNOWN_NAME, say("{typed}, not on the roster", typed=typed), typed))
    meant = person_meant(typed, people)
    person = next((one for one in known.people if one.name == meant.name), None)
    return Somebody(meant.name, person, meant.doubt, meant.ask)


def somebody_at_start(words: str, at: int, known: Known, chosen: Chosen) -> tuple[Somebody, int] | None:
    """Return who is named from this place on, and where the name ends; None where no word follows.

    Of the words that name somebody the longest run counts; else the run of capitalised words, else the first word.
    """
    runs = list(_runs(words, at))
    if not runs:
        return None
    start = runs[0][0]
    for _, end in reversed(runs):
        found = somebody(words[start:end], known, chosen)
        if found.person is not None or found.ask is not None:
            return found, end
    end = runs[0][1]
    for begins, ends in runs[1:]:
        if not _CAPITALISED.match(words, begins):
            break
        end = ends
    return somebody(words[start:end], known, chosen), end


def _runs(words: str, at: int) -> Iterator[tuple[int, int]]:
    """Yield where each of the first words begins and ends that may be one name together."""
    end = at
    for count, word in enumerate(_WORD.finditer(words, at)):
        if count >= LONGEST or words[end : word.start()].strip():
            return
        end = word.end()
        yield word.start(), end
