"""The room of a live meeting; `RoomPlace` is all that the window needs of it."""

from ui.places.room.place import RoomPlace

__all__ = ["RoomPlace"]
