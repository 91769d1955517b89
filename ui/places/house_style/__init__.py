"""The house style of a body: which style its papers are set in, copies to edit, its Word template and its logo."""

from ui.places.house_style.place import HouseStylePlace

__all__ = ["HouseStylePlace"]
