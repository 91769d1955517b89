"""The same window and register as the tests of the action log."""

from tests.ui.actions.conftest import board, clerk, meeting

__all__ = ["board", "clerk", "meeting"]
