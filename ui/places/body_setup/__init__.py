"""Setting up a body, and changing one: name, profile, house style, standing items, members."""

from ui.places.body_setup.place import BodySetupPlace

__all__ = ["BodySetupPlace"]
