"""Figures: how a body does, in charts that say what they show."""

from ui.places.figures.place import FiguresPlace

__all__ = ["FiguresPlace"]
