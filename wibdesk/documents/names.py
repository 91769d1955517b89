"""Names as a house style writes them, wherever the desk itself prints one; prose never passes through here."""

import re
from collections.abc import Callable, Sequence

from wibdesk.domain.attendance import Attendee
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.people import HONOURS, TITLES, initials_of

_COUNCILLOR = re.compile(r"^(?P<kind>(?:\w+\s+)?)(?P<title>Councillor|Cllr\b\.?)(?=\s)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_LETTERS_AFTER = HONOURS | frozenset("cb ch kcb dcb cmg kcmg gbe obe kpm qfsm kfsm qam kam msp ms am frs".split())
_PARTICLES = frozenset("van von de der den del della di da du la le bin ibn al ter ten".split())


class Names:
    """Writes the names of one document: as listed among those attending, as named elsewhere, and as owners."""

    def __init__(self, style: HouseStyle, people: Sequence[Attendee] = ()) -> None:
        self._style = style
        self._people = [person for person in people if person.name]

    @property
    def shows_initials(self) -> bool:
        """Say whether initials stand in the attendance list: asked for, or needed to read who owns an action."""
        return self._style.initials or self._style.owner_names == "initials"

    def listed(self, name: str) -> str:
        """Return a name for the attendance list."""
        return self._titled(name if self._style.honours != "never" else without_honours(name))

    def named(self, name: str) -> str:
        """Return a name for a mover, a declaration or an owner."""
        return self._titled(name if self._style.honours == "everywhere" else without_honours(name))

    def owners(self, owners: Sequence[str]) -> str:
        """Return the owners of an action, joined as the style says."""
        return self._style.owners_joined_by.join(map(self.owner, owners))

    def owner(self, written: str) -> str:
        """Return an owner in the style's form; as written where the attendance list does not say who it is."""
        form = _FORMS.get(self._style.owner_names)
        person = self._person(written) if form else None
        said = self._only(form, person) if form and person else ""
        return self.named(said or written)

    def _titled(self, name: str) -> str:
        if self._style.councillors == "as_written":
            return name
        return _COUNCILLOR.sub(rf"\g<kind>{self._style.councillors}", name)

    def _person(self, written: str) -> Attendee | None:
        """Return the one person whom the words name: by name, by initials, or by initial and surname."""
        for same in (_same_name, _same_initials, _same_short_name):
            found = [person for person in self._people if same(written, person)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _only(self, form: Callable[[Attendee], str], person: Attendee) -> str:
        """Return the person in this form unless somebody else would read the same."""
        said = form(person)
        return said if [form(other) for other in self._people].count(said) == 1 else ""


def without_honours(name: str) -> str:
    """Return a name without the letters after it: `Ann Lee, MBE JP` gives `Ann Lee`."""
    bare = name.rstrip()
    while (cut := bare.rpartition(" "))[0].strip(" ,") and _is_honour(cut[2]):
        bare = cut[0].rstrip(" ,")
    return bare if bare != name.rstrip() else name


def _is_honour(word: str) -> bool:
    bare = word.strip(".,()")
    return bare.lower() in _LETTERS_AFTER and (bare.isupper() or bare == "PhD")


def _own_words(name: str) -> list[str]:
    """Return the words of a name without titles and letters after it."""
    return [w for w in _WORD.findall(without_honours(name)) if w.strip(".").lower() not in TITLES]


def _same_name(written: str, person: Attendee) -> bool:
    words = _own_words(written)
    return bool(words) and [w.casefold() for w in words] == [w.casefold() for w in _own_words(person.name or "")]


def _same_initials(written: str, person: Attendee) -> bool:
    return len(written) > 1 and written == initials(person)


def _same_short_name(written: str, person: Attendee) -> bool:
    one, other = _own_words(written), _own_words(person.name or "")
    short = len(one) > 1 and len(other) > 1 and 1 in (len(one[0].strip(".")), len(other[0].strip(".")))
    return short and (one[0][0], one[-1].casefold()) == (other[0][0], other[-1].casefold())


def initials(person: Attendee) -> str:
    """Return the initials of a person: those noted, else made of the name; empty where only a role is known."""
    return person.initials or initials_of(person.name or "")


def _surname(person: Attendee) -> str:
    """Return title of a councillor, initial and surname: `Cllr J Smith`."""
    title, words = _COUNCILLOR.match(person.name or ""), _own_words(person.name or "")
    if len(words) < 2:
        return ""
    start = next((n for n, word in enumerate(words[1:], 1) if word.lower() in _PARTICLES), len(words) - 1)
    return " ".join((*((title[0],) if title else ()), words[0][0], *words[start:]))


_FORMS: dict[str, Callable[[Attendee], str]] = {
    "full": lambda person: person.name or "",
    "initials": initials,
    "surname": _surname,
    "role": lambda person: person.role or "",
}
