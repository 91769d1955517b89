"""Send: who gets what after a meeting, a last look at the addresses, and the ways in which it leaves."""

from ui.places.send.place import SendPlace

__all__ = ["SendPlace"]
