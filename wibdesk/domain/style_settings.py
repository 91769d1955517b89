"""What a setting of a house style is: its words on screen, its group, and the values that it may have."""

import re
from dataclasses import Field, dataclass, field
from enum import StrEnum
from typing import Any

from wibdesk.language import later, say

Choices = tuple[tuple[str, str], ...]
"""Each value with the words that say it on screen."""

LONGEST_TEXT = 300
"""Letters that a setting in words may have."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SLOT = re.compile(r"\{[^}]*\}?|\}")


class Sort(StrEnum):
    """What an editor shows for a setting."""

    CHOICE = "choice"
    YES_NO = "yes_no"
    TEXT = "text"
    NUMBER = "number"


class Group(StrEnum):
    """The headings that settings stand under, in their order on screen."""

    STYLE = later("This style")
    TITLE = later("Title and dates")
    ATTENDANCE = later("Attendance")
    NAMES = later("Names")
    ITEMS = later("Items")
    DECISIONS = later("Decisions")
    ACTIONS = later("Actions")
    EXEMPT = later("Exempt business")
    END = later("Ending")
    FILES = later("Word and PDF")


@dataclass(frozen=True)
class Setting:
    """One setting as an editor shows it.

    `choices` are empty but for a choice. A number lies from `least` to `most`, and is `whole` where it may have no
    fraction. `slot` are the words, with blanks between, that a text may hold in braces, to be filled in.
    """

    name: str
    label: str
    sentence: str
    group: Group
    kind: Sort
    choices: Choices = ()
    least: float = 0.0
    most: float = 0.0
    whole: bool = False
    slot: str = ""

    def trouble(self, value: object) -> str:
        """Return what is wrong with a value, in words for the clerk; empty where it is right."""
        match self.kind:
            case Sort.YES_NO:
                return "" if isinstance(value, bool) else say("it is true or false")
            case Sort.CHOICE:
                allowed = [allowed for allowed, _ in self.choices]
                return "" if value in allowed else say("it is one of {allowed}", allowed=", ".join(allowed))
            case Sort.NUMBER:
                return self._number_trouble(value)
            case Sort.TEXT:
                return self._text_trouble(value)

    def _number_trouble(self, value: object) -> str:
        right = isinstance(value, int if self.whole else int | float) and not isinstance(value, bool)
        inside = right and self.least <= value <= self.most  # type: ignore[operator]
        return (
            ""
            if inside
            else say(
                later("it is a whole number from {least:g} to {most:g}")
                if self.whole
                else later("it is a number from {least:g} to {most:g}"),
                least=self.least,
                most=self.most,
            )
        )

    def _text_trouble(self, value: object) -> str:
        if not isinstance(value, str) or len(value) > LONGEST_TEXT or not value.isprintable():
            return say("it is one line of text of at most {longest_text} letters", longest_text=LONGEST_TEXT)
        if self.name == "language":
            return "" if _LANGUAGE.fullmatch(value) else say("it is the code of a language such as en-GB")
        if self.name == "label":
            return "" if value.strip() else say("it says what the style is called")
        slots = [f"{{{slot}}}" for slot in self.slot.split()]
        if slots and any(found not in slots for found in _SLOT.findall(value)):
            return say("only {slots} may stand in braces", slots=say(" and ").join(slots))
        return ""


def setting_of(stored: "Field[Any]") -> Setting:
    """Return the setting that a field of a house style was declared with."""
    made: Setting = stored.metadata["setting"](stored.name)
    return made


def choice(default: str, group: Group, label: str, sentence: str, choices: Choices) -> Any:
    """Declare a setting with a few values to choose from."""
    return _declared(default, Sort.CHOICE, group, label, sentence, choices=choices)


def yes_no(default: bool, group: Group, label: str, sentence: str) -> Any:
    """Declare a setting that is on or off."""
    return _declared(default, Sort.YES_NO, group, label, sentence)


def text(default: str, group: Group, label: str, sentence: str, *, slot: str = "") -> Any:
    """Declare a setting in words of the clerk's."""
    return _declared(default, Sort.TEXT, group, label, sentence, slot=slot)


def number(default: float, group: Group, label: str, sentence: str, bounds: tuple[float, float]) -> Any:
    """Declare a setting that is a number between bounds; a whole one where the default is."""
    least, most = bounds
    whole = isinstance(default, int)
    return _declared(default, Sort.NUMBER, group, label, sentence, least=least, most=most, whole=whole)


def _declared(default: object, kind: Sort, group: Group, label: str, sentence: str, **more: Any) -> Any:
    def made(name: str) -> Setting:
        return Setting(name, label, sentence, group, kind, **more)

    return field(default=default, metadata={"setting": made})
