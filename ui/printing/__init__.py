"""The way of pages to paper: whole as a PDF where the system takes one, else painted page by page."""

from ui.printing.printing import Printing

__all__ = ["Printing"]
