"""A file that came to the desk: what it is, shown before anything is stored."""

from ui.places.incoming.place import IncomingPlace

__all__ = ["IncomingPlace"]
