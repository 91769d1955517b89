"""A bundle for a colleague: settings, keys, house styles, phrases, abbreviations and the set-up of bodies.

It never holds a person, a password, or anything of a meeting.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from wibdesk.domain.bodies import STANDING_ITEMS
from wibdesk.domain.own_styles import OwnStyle
from wibdesk.domain.terms import TermKind
from wibdesk.language import later, say


class Part(StrEnum):
    """What a bundle is made of, each to be given or taken by itself."""

    SETTINGS = "settings"
    KEYS = "keys"
    STYLES = "house_styles"
    PHRASES = "phrases"
    TERMS = "terms"
    BODIES = "bodies"

    @property
    def words(self) -> str:
        """What it is called on screen."""
        return say(_PARTS[self.value])


_PARTS = {
    "settings": later("Look and settings"),
    "keys": later("Keys of your own"),
    "house_styles": later("House styles"),
    "phrases": later("Phrases"),
    "terms": later("Abbreviations and terms"),
    "bodies": later("Set-up of bodies, without their people"),
}


class How(StrEnum):
    """What taking something in would do."""

    NEW = "new"
    REPLACES = "replaces"
    SAME = "same"

    @property
    def words(self) -> str:
        """What it is called on screen."""
        return say({"new": later("New"), "replaces": later("Replaces yours"), "same": later("You have it")}[self.value])


@dataclass(frozen=True)
class ReadyPhrase:
    """A phrase of the body named, or of every body."""

    name: str
    text: str
    body: str = ""


@dataclass(frozen=True)
class ReadyTerm:
    """An abbreviation or term of the body named, or of every body."""

    kind: TermKind
    short: str
    full: str = ""
    body: str = ""


@dataclass(frozen=True)
class BodySetUp:
    """A body without its people and meetings."""

    name: str
    profile: str | None = None
    house_style: str | None = None
    quorum: str | None = None
    standing_items: tuple[str, ...] = STANDING_ITEMS


@dataclass(frozen=True)
class Bundle:
    """All that may go to a colleague; `settings` are preferences by name, `keys` the clerk's own by command."""

    settings: Mapping[str, Any] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)
    house_styles: tuple[OwnStyle, ...] = ()
    phrases: tuple[ReadyPhrase, ...] = ()
    terms: tuple[ReadyTerm, ...] = ()
    bodies: tuple[BodySetUp, ...] = ()

    def counts(self) -> dict[Part, int]:
        """Return how many things each part holds, parts without any left out."""
        found = {part: len(getattr(self, part.value)) for part in Part}
        return {part: number for part, number in found.items() if number}

    def only(self, parts: Collection[Part]) -> "Bundle":
        """Return the bundle with these parts alone."""
        empty = Bundle()
        left = {part.value: getattr(empty, part.value) for part in Part if part not in parts}
        return replace(self, **left)


@dataclass(frozen=True)
class Finding:
    """One thing of a bundle: what it is called, and what taking it in would do; `now` is what it replaces."""

    part: Part
    what: str
    how: How
    now: str = ""


def settings_findings(bundle: Bundle, now: Mapping[str, Any], own_keys: Mapping[str, str]) -> tuple[Finding, ...]:
    """Return what the settings and keys of a bundle would change of those `now` in force."""
    settings = [
        Finding(Part.SETTINGS, name, How.SAME if now.get(name) == value else How.REPLACES, str(now.get(name, "")))
        for name, value in bundle.settings.items()
    ]
    keys = [
        Finding(Part.KEYS, f"{command}: {key}", _how(own_keys.get(command), key), own_keys.get(command, ""))
        for command, key in bundle.keys.items()
    ]
    return (*settings, *keys)


def _how(now: str | None, key: str) -> How:
    if now is None:
        return How.NEW
    return How.SAME if now == key else How.REPLACES


TYPING = frozenset(f"Ctrl {letter}" for letter in "CVXAZK")
_FUNCTION_KEYS = frozenset(f"F{number}" for number in range(1, 25))


def may_be_own(key: str) -> bool:
    """Say whether a key may be one of the clerk's own: none, F1 to F24, or one with Ctrl or Alt held, never both."""
    *held, last = key.split(" ")
    known = all(name in ("Ctrl", "Alt", "Shift") for name in held) and bool(last) and len(set(held)) == len(held)
    function_key = last in _FUNCTION_KEYS
    one = bool({"Ctrl", "Alt"} & set(held)) and not {"Ctrl", "Alt"} <= set(held)
    return not key or (known and key not in TYPING and (function_key or one))
