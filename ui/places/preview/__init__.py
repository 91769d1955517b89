"""What goes out: the real pages of minutes, agenda and action log, checked, saved as Word or PDF, and printed."""

from ui.places.preview.place import PreviewPlace

__all__ = ["PreviewPlace"]
