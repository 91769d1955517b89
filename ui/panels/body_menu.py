"""The short list of bodies that a place can be narrowed to, laid over it by one key."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from ui.menu import open_menu
from ui.theme import Theme
from ui.widgets.popup import Overlay
from wibdesk.language import say

EVERY = "every body"
FIGURES = 9
"""As many bodies have a figure that chooses them."""


def open_body_menu(
    theme: Theme,
    over: QWidget,
    bodies: Sequence[tuple[str, str]],
    shown: str,
    pick: Callable[[str], None],
    *,
    every: bool = True,
    heading: str = "",
) -> Overlay:
    """Lay the bodies, given as (id, name), over a window; `pick` gets the id chosen, empty for all of them."""
    named = ([(EVERY, say("All bodies"))] if every else []) + list(bodies)
    options = [(str(n) if n <= FIGURES else "", body_id, name) for n, (body_id, name) in enumerate(named, 1)]

    def chosen(body_id: str) -> None:
        pick("" if body_id == EVERY else body_id)

    return open_menu(theme, over, heading or say("Choose a body"), options, chosen, on=(shown or EVERY,))
