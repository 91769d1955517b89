"""The contents of the help: its pages in order, by group, and the page for each place and for what is done there."""

from dataclasses import dataclass

from wibdesk.language import later

NEWS = "whats_new"
"""The page that is made of the changes of the release."""


@dataclass(frozen=True)
class Group:
    """A heading of the contents and the names of its pages, each a file in `resources/help/`."""

    heading: str
    pages: tuple[str, ...]


GROUPS = (
    Group(later("Begin"), ("first_meeting", "getting_about", "search", "access")),
    Group(later("Before the meeting"), ("bodies", "meetings", "agenda", "people")),
    Group(
        later("In the room"),
        ("room", "attendance", "writing", "shorthand", "votes", "private", "trouble"),
    ),
    Group(later("After the meeting"), ("closing", "preview", "send", "actions")),
    Group(later("Plans and figures"), ("plans", "figures")),
    Group(later("The desk itself"), ("house_style", "words", "settings", "safe_keeping", "glossary", NEWS)),
)

PLACES = {
    "meetings": "meetings",
    "room": "room",
    "actions": "actions",
    "people": "people",
    "plans": "plans",
    "figures": "figures",
    "preview": "preview",
    "safe_keeping": "safe_keeping",
    "settings": "settings",
    "send": "send",
    "agenda": "agenda",
    "body": "bodies",
    "house_style": "house_style",
    "words": "words",
    "search": "search",
    "first_start": "first_meeting",
    "incoming": "meetings#a-meeting-from-a-colleagues-desk",
    "opening": "safe_keeping#when-the-register-is-damaged",
    "locked": "safe_keeping#with-a-passphrase",
    "help": "getting_about",
}
"""The page of each place, where needed with its section; a test fails for a place without one."""

DOINGS = {
    "attendance": "attendance",
    "read back": "closing#read-back-before-you-close",
    "pages": "room#see-the-pages-as-you-type",
    "backups": "safe_keeping#backups",
}
"""The page for what is being done, by the words that the key card has for it."""


def page_names() -> tuple[str, ...]:
    """Return the names of all pages in order."""
    return tuple(name for group in GROUPS for name in group.pages)


def page_for(place_id: str, doing: str = "") -> str:
    """Return the page, and perhaps its section, for a place and what is being done there."""
    return DOINGS.get(doing) or PLACES.get(place_id, "getting_about")
