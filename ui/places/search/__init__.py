"""The Search place: everything that the register holds, found as it is typed."""

from ui.places.search.place import SearchPlace

__all__ = ["SearchPlace"]
