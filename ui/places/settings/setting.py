"""What a setting is: one entry of the register of settings, and the sections that they stand in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.context import Context

Make = Callable[["Context"], QWidget]


@dataclass(frozen=True)
class Setting:
    """A setting: its section, name and sentence, and what makes the choice, field or button that changes it.

    `preferences` are those that it changes, `elsewhere` those that the place it leads to changes; `also` are other
    words that it is found by.
    """

    setting_id: str
    section: str
    name: str
    sentence: str
    make: Make
    preferences: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    also: str = ""

    def fits(self, words: str) -> bool:
        """Say whether every word begins a word of its name, sentence, section or other words."""
        text = f"{say(self.name)} {say(self.sentence)} {say(SECTIONS[self.section].word)} {say(self.also)}"
        known = text.casefold().replace("-", " ").split()
        return all(any(word.startswith(part) for word in known) for part in words.casefold().replace("-", " ").split())


@dataclass(frozen=True)
class Section:
    """A section of the settings: what it is called and its icon."""

    word: str
    icon: str


SECTIONS: Mapping[str, Section] = {
    "bodies": Section(later("Bodies and house style"), "building-2"),
    "look": Section(later("Look and reading"), "book-open"),
    "keys": Section(later("Keys and shorthand"), "keyboard"),
    "words": Section(later("Abbreviations and phrases"), "hash"),
    "saving": Section(later("Saving and backup"), "hard-drive"),
    "mail": Section(later("E-mail"), "mail"),
    "privacy": Section(later("Privacy and retention"), "shield-check"),
    "language": Section(later("Language"), "message-square-quote"),
    "sharing": Section(later("For a colleague"), "users"),
    "about": Section(later("About and licences"), "circle-help"),
}

INTERNAL: Mapping[str, str] = {
    "window_geometry": "the window remembers its size by itself",
    "last_place": "the desk opens where the clerk left off",
    "last_body": "as last_place",
    "last_meeting": "as last_place",
    "last_item": "as last_place",
    "export_folder": "chosen each time a document is saved, and proposed the next time",
    "preview": "chosen beside the pages of each document",
    "folded": "panels are folded where they stand",
}
"""Preferences that no setting changes, each with the reason."""


def defaults_of(preferences: tuple[str, ...]) -> dict[str, Any]:
    """Return what preferences are before anything was chosen."""
    # Here, so that the sections alone can be read without it.
    from wibdesk.settings import Preferences  # noqa: PLC0415

    return {name: getattr(Preferences(), name) for name in preferences}
