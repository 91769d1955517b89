"""The action log over all meetings: what is to be done, by whom, by when, and how far it is."""

from ui.places.actions.place import ActionsPlace

__all__ = ["ActionsPlace"]
