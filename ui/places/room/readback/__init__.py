"""Reading the meeting back before it closes: every line by arrow keys, each put right or gone to by one key."""

from ui.places.room.readback.acts import ReadingBack

__all__ = ["ReadingBack"]
