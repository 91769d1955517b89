"""The keys of the Search place, and the pairs that the foot of the window shows."""

from typing import TYPE_CHECKING

from ui.commands import Command
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.places.search.place import SearchPlace

WHERE, FOUND = later("search"), later("what was found")


def add_commands(place: "SearchPlace") -> None:
    """Register the commands of the place and of its list."""
    filters = place.filters
    place.context.commands.add(
        place,
        Command("search-words", say("Type what is searched for"), ("Ctrl F",), WHERE, place.finder.start, "search"),
        Command("search-clear", say("Take the filters away"), (), WHERE, filters.clear, "x", when=filters.any),
    )
    place.context.commands.add(
        place.list,
        Command("search-find", say("Type what is searched for"), ("/",), FOUND, place.finder.start, listed=False),
        Command("search-body", say("Search one body only"), ("B",), FOUND, filters.choose_body, "building-2"),
        Command("search-kind", say("Search one kind only"), ("K",), FOUND, filters.choose_kind, "filter"),
        Command("search-since", say("Search from a day on"), ("S",), FOUND, filters.choose_since, "calendar-days"),
        Command("search-person", say("Search by person"), ("P",), FOUND, place.ask_person, "user-round"),
        Command("search-copy", say("Copy with its reference"), ("C",), FOUND, place.copy, "copy", when=place.has_hit),
        Command("search-back", say("Back to where you were"), ("Esc",), FOUND, place.ways.go_back, listed=False),
    )


def foot(place: "SearchPlace") -> list[tuple[str, str]]:
    """Return the pairs for where the keyboard is."""
    if place.finder.field.hasFocus():
        back = ("Esc", say("clear")) if place.finder.words() else ("Esc", say("back"))
        return [("↓", say("to the list")), ("Enter", say("open the first")), ("“ ”", say("exact words")), back,
                ("Ctrl K", say("any command"))]  # fmt: skip
    if not place.has_hit():
        return [("Enter", say("search this again")), ("/", say("type")), ("Esc", say("back")),
                ("Ctrl K", say("any command"))]  # fmt: skip
    return [
        ("↑ ↓", say("move")), ("Enter", say("open there")), ("C", say("copy with reference")), ("B", say("body")),
        ("K", say("kind")), ("S", say("since")), ("/", say("type")), ("Esc", say("back")),
        ("Ctrl K", say("any command")),
    ]  # fmt: skip
