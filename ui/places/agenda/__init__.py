"""The agenda of one meeting: items added, pasted, changed, moved and removed."""

from ui.places.agenda.place import AgendaPlace

__all__ = ["AgendaPlace"]
