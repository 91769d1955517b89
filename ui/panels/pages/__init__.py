"""The real pages of a document on screen: set and rendered on workers, shown one below the other."""

from ui.panels.pages.bar import PageBar
from ui.panels.pages.view import PagesView
from ui.panels.pages.work import PageWork

__all__ = ["PageBar", "PageWork", "PagesView"]
