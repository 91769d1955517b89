"""The keys that are the same everywhere: places, palette, text size, panels, undo."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ui.commands import Command

if TYPE_CHECKING:
    from ui.main_window import MainWindow, PlaceEntry

EVERYWHERE = "everywhere"


def window_commands(window: "MainWindow", shown: "Sequence[PlaceEntry]") -> list[Command]:
    """Return the commands of the window itself; `shown` are the places in the order of the rail."""
    return [
        *(_go(window, entry, number) for number, entry in enumerate(shown, start=1)),
        Command("palette", "Find any command", ("Ctrl K",), EVERYWHERE, window.open_palette, listed=False),
        Command(
            "keys", "Show the keys of this place", ("Ctrl /",), EVERYWHERE, window.open_key_card, "keyboard", ("F1",)
        ),
        Command("undo", "Undo the last thing done", ("Ctrl Z",), EVERYWHERE, window.undo, "undo-2"),
        Command("redo", "Do it again", ("Ctrl Y",), EVERYWHERE, window.redo, "redo-2", ("Ctrl Shift Z",)),
        Command("larger", "Make the text larger", ("Ctrl +",), EVERYWHERE, _scale(window, 1), "zoom-in", ("Ctrl =",)),
        Command("smaller", "Make the text smaller", ("Ctrl −",), EVERYWHERE, _scale(window, -1), "zoom-out"),
        Command("panel", "Go to the next panel", ("F6",), EVERYWHERE, window.next_panel, "panel-right"),
        Command("panel-back", "Go to the panel before", ("Shift F6",), EVERYWHERE, _panel_back(window), "panel-left"),
        Command("full-screen", "Fill the screen", ("F11",), EVERYWHERE, window.fill_screen, "maximize-2"),
    ]


def _go(window: "MainWindow", entry: "PlaceEntry", number: int) -> Command:
    words, keys = f"Go to {entry.word}", (f"Ctrl {number}",)
    return Command(f"go-{entry.place_id}", words, keys, "places", lambda: window.go(entry.place_id), entry.icon)


def _scale(window: "MainWindow", step: int) -> Callable[[], None]:
    return lambda: window.scale_text(step)


def _panel_back(window: "MainWindow") -> Callable[[], None]:
    return lambda: window.next_panel(-1)
