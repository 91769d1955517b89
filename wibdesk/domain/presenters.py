"""Who presents an item, where an agenda line says so at its end: `Front door (20 min) – J Amari`."""

import re

from wibdesk.domain.people import TITLES

LONGEST = 60
"""Letters of the longest presenter that is looked for."""
_POSTS = frozenset("all chair chairman clerk convener leader mayor officers secretary treasurer".split())
"""What stands for a presenter by itself, in small letters."""
_SMALL = frozenset("and of the for to & de la van von der den".split())
"""What may be small in a name or a post."""
_PURPOSES = frozenset(
    "action agenda approval attached consideration decision discussion endorsement information item items note noting "
    "paper papers part plan presentation programme progress report reports review strategy update verbal".split()
)
"""What says how an item is dealt with, or what it is about, and never who presents it; in small letters."""
_TITLES = rf"(?:(?i:{'|'.join(sorted(TITLES))})\.?\s+)"
_INITIALS = r"(?:(?!A\s)[A-Z]\s|[A-Z]\.\s?)(?:[A-Z]\.?\s?){0,2}"
_PERSON = re.compile(rf"(?:{_TITLES}+(?:{_INITIALS}|[A-Z][\w'’-]+\s+)?|{_INITIALS})(?P<surname>[A-Z][\w'’-]+)")
_BETWEEN = re.compile(r"\s*(?:,|/|&|\band\b)\s*")
_AFTER_DASH = re.compile(r"^(?P<title>.*\S)\s+[–—-]\s+(?P<who>[^–—]+?)$")
_IN_BRACKETS = re.compile(r"^(?P<title>.*\S)\s*[(\[](?P<who>[^()\[\]]+)[)\]]$")
_AFTER_SIGN = re.compile(r"^[\s–—:,-]*(?P<who>.+?)$")


def take_presenter(words: str) -> tuple[str | None, str]:
    """Take a presenter off the end of a line: initials or a title with a surname, after a dash or in brackets.

    What may be something else, such as `Budget – Capital Programme`, stays where it is; returns (presenter, rest).
    """
    for pattern in (_AFTER_DASH, _IN_BRACKETS):
        found = pattern.match(words.strip())
        if found is not None and _are_people(found["who"]):
            return found["who"].strip(), found["title"].rstrip(" ,;:–—-")
    return None, words


def presenter_beside_minutes(words: str) -> str | None:
    """Return who is named by the words that stand right behind the length of an item, None where that is unclear."""
    found = _AFTER_SIGN.match(words)
    who = found["who"].strip() if found else ""
    return who if _are_people(who) or _is_post(who) else None


def _are_people(words: str) -> bool:
    names = _BETWEEN.split(words.strip())
    return len(words) <= LONGEST and all(_is_person(name) for name in names)


def _is_person(name: str) -> bool:
    found = _PERSON.fullmatch(name)
    return found is not None and found["surname"].casefold() not in _PURPOSES


def _is_post(words: str) -> bool:
    parts = words.split()
    plain = [part.strip(",.").casefold() for part in parts]
    if not parts or len(words) > LONGEST or any(letter.isdigit() for letter in words) or _PURPOSES & set(plain):
        return False
    capitals = all(part[0].isupper() or small in _SMALL for part, small in zip(parts, plain, strict=True))
    return capitals and parts[0][0].isupper() and (len(parts) > 1 or plain[0] in _POSTS)
