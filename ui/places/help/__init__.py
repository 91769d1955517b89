"""The Help place: pages for clerks, offline, found as one types, opened at what one is doing."""

from ui.places.help.place import HelpPlace

__all__ = ["HelpPlace"]
