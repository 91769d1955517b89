"""Lists begun by typing: `-`, `*`, `1.`, `(1)`, `(a)`, the very marks that begin a list while typing."""

import re

from wibdesk.domain.entries import Bullet, Numbered
from wibdesk.language import say
from wibdesk.shorthand.reading import Chip, Reading
from wibdesk.shorthand.sentences import recorded, text_chip

# A star that stands for itself has a backslash in the markup of minutes.
_MARK = re.compile(r"(?P<mark>(?P<bullet>-|\\?\*|•|–)|1\.|\(1\)|a\.|a\)|\(a\)|\(i\))\s+")


def read_list_line(line: str) -> Reading | None:
    """Return the list line that the words begin, None where they begin none."""
    found = _MARK.match(line)
    if found is None:
        return None
    words, mark = line[found.end() :], found["mark"]
    entry = Bullet(words) if found["bullet"] else Numbered(words, style=None if mark == "1." else mark)
    name = say("bulleted line") if found["bullet"] else say("numbered line")
    chips = (Chip(name.capitalize()), *text_chip(words))
    return Reading(line, entry.kind, (entry,), chips=chips, lead=len(mark), words=recorded(name, words))
