"""The keys that are the same everywhere: places, palette, text size, panels, undo."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from ui.commands import Command
from ui.place import Where
from ui.safe_parts import PARTS

if TYPE_CHECKING:
    from ui.main_window import MainWindow, PlaceEntry

EVERYWHERE, SAFE = "everywhere", "safe_keeping"


def window_commands(window: "MainWindow", shown: "Sequence[PlaceEntry]") -> list[Command]:
    """Return the commands of the window itself; `shown` are the places in the order of the rail."""

    def open_register() -> bool:
        return not window.barred

    return [
        *(_go(window, entry, number) for number, entry in enumerate(shown, start=1)),
        *(_go_into(window, *part) for part in PARTS),
        Command("palette", "Find any command", ("Ctrl K",), EVERYWHERE, window.open_palette, listed=False),
        Command(
            "keys", "Show the keys of this place", ("Ctrl /",), EVERYWHERE, window.open_key_card, "keyboard", ("F1",)
        ),
        Command(
            "undo", "Undo the last thing done", ("Ctrl Z",), EVERYWHERE, window.undo, "undo-2", when=open_register
        ),
        Command(
            "redo", "Do it again", ("Ctrl Y",), EVERYWHERE, _redo(window), "redo-2", ("Ctrl Shift Z",),
            when=open_register,
        ),
        Command("larger", "Make the text larger", ("Ctrl +",), EVERYWHERE, _scale(window, 1), "zoom-in", ("Ctrl =",)),
        Command("smaller", "Make the text smaller", ("Ctrl −",), EVERYWHERE, _scale(window, -1), "zoom-out"),
        Command("panel", "Go to the next panel", ("F6",), EVERYWHERE, window.next_panel, "panel-right"),
        Command("panel-back", "Go to the panel before", ("Shift F6",), EVERYWHERE, _panel_back(window), "panel-left"),
        Command("full-screen", "Fill the screen", ("Shift F11",), EVERYWHERE, _fill_screen(window), "maximize-2"),
    ]  # fmt: skip


def _go(window: "MainWindow", entry: "PlaceEntry", number: int) -> Command:
    words, keys = f"Go to {entry.word}", (f"Ctrl {number}",)
    run, when = lambda: window.go(entry.place_id), lambda: not window.barred
    return Command(f"go-{entry.place_id}", words, keys, "places", run, entry.icon, when=when)


def _go_into(window: "MainWindow", part: str, word: str, icon: str) -> Command:
    """Lead to a part of safe keeping from every other place; there the part has its own command."""

    def elsewhere() -> bool:
        here = window.place.place_id if window.place is not None else ""
        return SAFE in window.entries and here != SAFE and not window.barred

    run = lambda: window.go(SAFE, Where(note=part))  # noqa: E731 - what the command does, named here
    return Command(f"go-{part}", f"Go to {word}", (), "safe keeping", run, icon, when=elsewhere)


def _scale(window: "MainWindow", step: int) -> Callable[[], None]:
    return lambda: window.scale_text(step)


def _panel_back(window: "MainWindow") -> Callable[[], None]:
    return lambda: window.next_panel(-1)


def _redo(window: "MainWindow") -> Callable[[], None]:
    """Do again what was taken back."""

    def redo() -> None:
        window.context.operations.redo()

    return redo


def _fill_screen(window: "MainWindow") -> Callable[[], None]:
    """Fill the screen, or go back to a window."""
    return lambda: window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
