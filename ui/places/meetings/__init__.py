"""The meetings of all bodies: the next one, what is coming, minutes in hand, and what is past."""

from ui.places.meetings.place import MeetingsPlace

__all__ = ["MeetingsPlace"]
