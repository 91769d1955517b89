"""The settings: every one in one place, found by its name, with the bundle for a colleague and what is shipped."""

from ui.places.settings.place import SettingsPlace

__all__ = ["SettingsPlace"]
