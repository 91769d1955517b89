"""Words and phrases: what the desk writes out, offers as the clerk types, and spells as the clerk does."""

from ui.places.words.place import WordsPlace

__all__ = ["WordsPlace"]
