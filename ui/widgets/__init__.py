"""Widgets of the house: one module per family, each repainted and resized when the theme changes."""
