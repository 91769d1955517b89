"""Prose that sounds like an action: it stays prose, and is only suggested (governance 6.1)."""

import re

from wibdesk.language import say
from wibdesk.shorthand.known import Known
from wibdesk.shorthand.name_index import Form, plain
from wibdesk.shorthand.reading import Doubt, Flag, Reading

_SOUNDS = re.compile(
    r"\b(?:asked (?:that|for|if|whether|\w+(?: \w+){0,3} to)|requested|(?:agreed|undertook|offered|promised) to|"
    r"will (?!have|be\b)\w+|(?:is|are|was asked|were asked) to|"
    r"would (?:bring|send|circulate|write|report|share|provide))\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][\w'’-]+")
_FORMS = (Form.SURNAME, Form.FIRST_NAME, Form.INITIALS)


def read_prose(line: str, known: Known) -> Reading:
    """Return the line as it is, with a doubt where somebody known is asked for something in it."""
    if not _SOUNDS.search(line) or not any(_is_somebody(word[0], known) for word in _NAME.finditer(line)):
        return Reading(line)
    return Reading(line, doubts=(Doubt(Flag.MAY_BE_ACTION, say("may be an action"), line),))


def _is_somebody(word: str, known: Known) -> bool:
    words = plain(word)
    return words in ("chair", "clerk", "all") or any(words in known.names.people[form] for form in _FORMS)
