"""What goes out: the real pages of every document, checked, compared, saved in every format, and printed."""

from ui.places.preview.place import PreviewPlace

__all__ = ["PreviewPlace"]
