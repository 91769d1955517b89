"""Whom typed words mean: initials, surname, first name, role, organisation, in that order, whoever is present first."""

from wibdesk.domain.people import HONOURS, TITLES
from wibdesk.shorthand.known import Known, KnownPerson
from wibdesk.shorthand.name_index import Form, plain

_COUNCILLORS = frozenset(("cc",))
"""Initials that are as likely a title: County Councillor."""


def people_meant(typed: str, known: Known) -> tuple[KnownPerson, ...]:
    """Return everybody whom the words may mean, the likelier first; empty where they name nobody.

    The words may have a title before the name. Several are returned where the first form that fits, fits several.
    """
    return matched(typed, known)[1]


def matched(typed: str, known: Known) -> tuple[Form | None, tuple[KnownPerson, ...]]:
    """Return in which form the words are a name, and of whom."""
    words = plain(typed)
    if found := _first(words, known):
        return found
    if words.startswith("the ") and (found := _first(words[4:], known)) and found[0] >= Form.ROLE:
        return found
    before, bare = _parted(words)
    titled = _first(bare, known) if bare and bare != words else None
    if titled is None or titled[0] > Form.FIRST_NAME:
        return None, ()
    initials = known.names.people[Form.INITIALS]
    if any(word in initials and (titled[0] is Form.INITIALS or word in _COUNCILLORS) for word in before):
        return None, ()  # two people, the first by initials, not one with a title
    return titled[0], _with_title(words, titled[1])


def ambiguous_title(typed: str, known: Known) -> tuple[KnownPerson, ...] | None:
    """Return who has these initials before their name as a title, None where the words are no title."""
    words = plain(typed)
    return known.names.titles.get(words, () if words in _COUNCILLORS else None)


def _first(words: str, known: Known) -> tuple[Form, tuple[KnownPerson, ...]] | None:
    return next(((form, named[words]) for form, named in known.names.people.items() if words in named), None)


def _parted(words: str) -> tuple[list[str], str]:
    """Return the titles before a name, and the name without them and without the honours behind it."""
    rest, before = words.split(), []
    while rest and rest[0] in TITLES | _COUNCILLORS:
        before.append(rest.pop(0))
    while rest and rest[-1] in HONOURS:
        rest.pop()
    return before, " ".join(rest)


def _with_title(words: str, people: tuple[KnownPerson, ...]) -> tuple[KnownPerson, ...]:
    """Return those of the people whose own title is the one typed, else all of them."""
    titles = {word for word in words.split() if word in TITLES and word not in HONOURS}
    same = tuple(one for one in people if titles & set(plain(f"{one.name} {one.shown}").split()))
    return same or people
