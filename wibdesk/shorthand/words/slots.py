"""Slots of a phrase: filled from the meeting where that is certain, and gone through one after the other."""

from collections.abc import Mapping

from wibdesk.domain.phrases import SLOT, Slot, slots_of


def filled(text: str, certain: Mapping[str, str]) -> str:
    """Return a phrase with every slot filled that `certain` has words for, by its name; the others stay in braces."""
    return SLOT.sub(lambda found: certain.get(found["name"].casefold()) or found[0], text)


def next_slot(line: str, at: int, *, back: bool = False) -> Slot | None:
    """Return the first slot of a line that begins at or after a place, or (back) the last that ends before it."""
    slots = slots_of(line)
    if back:
        return next((slot for slot in reversed(slots) if slot.end <= at), None)
    return next((slot for slot in slots if slot.start >= at), None)
