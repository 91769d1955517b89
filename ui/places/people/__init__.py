"""The roster of each body: who belongs to it, how each name prints, from when to when."""

from ui.places.people.place import PeoplePlace

__all__ = ["PeoplePlace"]
