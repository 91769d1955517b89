"""The keys that are the same everywhere: places, palette, text size, panels, undo."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from ui.commands import Command, doing
from ui.place import BODY_HERE, Where
from ui.safe_parts import PARTS
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.main_window import MainWindow, PlaceEntry
    from ui.place import Place

EVERYWHERE, SAFE, HELP, SEARCH, BODY = "everywhere", "safe_keeping", "help", "search", "body"
BODIES = "Ctrl Shift B"
FIND = "Ctrl F"
MOST_WORDS = 80
"""Letters of selected words that are searched for."""


def window_commands(window: "MainWindow", shown: "Sequence[PlaceEntry]") -> list[Command]:
    """Return the commands of the window itself; `shown` are the places in the order of the rail."""

    def open_register() -> bool:
        return not window.barred

    return [
        *(_go(window, entry, number) for number, entry in enumerate((e for e in shown if not e.key), start=1)),
        *(_search_everything(window, (e.key,), "go-search") for e in shown if e.place_id == SEARCH),
        *([_to_bodies(window)] if BODY in window.entries else []),
        *(_go_into(window, *part) for part in PARTS),
        Command("palette", say("Find any command"), ("Ctrl K",), EVERYWHERE, window.open_palette, listed=False),
        Command(
            "keys", say("Show the keys of this place"), ("Ctrl /",), EVERYWHERE, window.open_key_card, "keyboard"
        ),
        Command(
            "print-keys", say("Print the keys of this place"), (), EVERYWHERE, _print_keys(window), "printer",
        ),
        Command("help", say("Help for this place"), ("F1",), EVERYWHERE, _help(window), "circle-help"),
        Command(
            "undo", say("Undo the last thing done"), ("Ctrl Z",), EVERYWHERE, window.undo, "undo-2", when=open_register
        ),
        Command(
            "redo", say("Do it again"), ("Ctrl Y",), EVERYWHERE, _redo(window), "redo-2", ("Ctrl Shift Z",),
            when=open_register,
        ),
        Command("larger", say("Make the text larger"), ("Ctrl +",), EVERYWHERE, _scale(window, 1), "zoom-in",
            ("Ctrl =",)),
        Command("smaller", say("Make the text smaller"), ("Ctrl −",), EVERYWHERE, _scale(window, -1), "zoom-out"),
        Command("panel", say("Go to the next panel"), ("F6",), EVERYWHERE, window.next_panel, "panel-right"),
        Command("panel-back", say("Go to the panel before"), ("Shift F6",), EVERYWHERE, _panel_back(window),
            "panel-left"),
        Command("full-screen", say("Fill the screen"), ("Shift F11",), EVERYWHERE, _fill_screen(window), "maximize-2"),
    ]  # fmt: skip


def _go(window: "MainWindow", entry: "PlaceEntry", number: int) -> Command:
    words, keys = say("Go to {word}", word=say(entry.word)), (f"Ctrl {number}",)
    run, when = lambda: window.go(entry.place_id), lambda: not window.barred
    return Command(f"go-{entry.place_id}", words, keys, later("places"), run, entry.icon, when=when)


def _to_bodies(window: "MainWindow") -> Command:
    """Lead to the body that the clerk is at, as it is set up; from there, to the choice of another."""

    def run() -> None:
        here = window.place.body_here() if window.place is not None else ""
        if window.place is not None and window.place is window.places.get(BODY):
            window.context.commands.run("body-choose")
            return
        window.go(BODY, Where(here or window.context.settings.now.last_body or None, note=BODY_HERE))

    when = lambda: not window.barred  # noqa: E731 - named here
    return Command("go-bodies", say("Go to the bodies"), (BODIES,), later("places"), run, "building-2", when=when)


def _search_everything(window: "MainWindow", keys: tuple[str, ...], command_id: str, *, listed: bool = True) -> Command:
    """Lead to the search, with the words that are selected or looked for here."""
    run, when = lambda: window.go(SEARCH, Where(note=_words_at(window.focusWidget()))), lambda: not window.barred
    return Command(command_id, say("Search everything"), keys, EVERYWHERE, run, "search", listed=listed, when=when)


def give_find(window: "MainWindow", place: "Place") -> None:
    """Have the key that finds search everything in a place that finds nothing by itself."""
    owned = window.context.commands.owned
    own = [owner for owner, command in owned if FIND in command.keys and (owner is place or place.isAncestorOf(owner))]
    if SEARCH in window.entries and not own:
        command = _search_everything(window, (FIND,), f"search-from-{place.place_id}", listed=False)
        window.context.commands.add(place, command)


def _words_at(widget: QWidget | None) -> str:
    """Return the words that are selected, or being looked for, where the keyboard is."""
    # Only who searches waits for it: the first paint does not.
    from ui.panels.find_strip import FindStrip  # noqa: PLC0415

    if isinstance(widget, QLineEdit) and isinstance(widget.parentWidget(), FindStrip):
        return widget.text().strip()
    cursor = widget.textCursor() if isinstance(widget, QTextEdit) else None
    return " ".join(cursor.selectedText().split())[:MOST_WORDS] if cursor is not None else ""


def _go_into(window: "MainWindow", part: str, word: str, icon: str) -> Command:
    """Lead to a part of safe keeping from every other place; there the part has its own command."""

    def elsewhere() -> bool:
        here = window.place.place_id if window.place is not None else ""
        return SAFE in window.entries and here != SAFE and not window.barred

    run = lambda: window.go(SAFE, Where(note=part))  # noqa: E731 - what the command does, named here
    return Command(
        f"go-{part}", say("Go to {word}", word=say(word)), (), later("safe keeping"), run, icon, when=elsewhere
    )


def _print_keys(window: "MainWindow") -> Callable[[], None]:
    def run() -> None:
        # Only who prints needs it.
        from ui.key_print import KeyPrint, card_of  # noqa: PLC0415

        KeyPrint(window).ask_printer(card_of(window))

    return run


def _help(window: "MainWindow") -> Callable[[], None]:
    """Open the help at what the clerk is doing; from the help, go back there."""

    def run() -> None:
        here, at = window.place, QApplication.focusWidget()
        if here is None or HELP not in window.entries:
            return
        # Only the first use needs it: the first paint does not wait for it.
        from ui.key_print import card_of  # noqa: PLC0415
        from ui.places.help import HelpPlace  # noqa: PLC0415
        from ui.places.help.contents import page_for  # noqa: PLC0415

        if isinstance(here, HelpPlace):
            here.go_back()
            return
        page, card = page_for(here.place_id, doing(window.context.commands, at)), card_of(window)
        window.go(HELP, Where(note=page))
        if isinstance(window.place, HelpPlace):
            window.place.came_by(here.place_id, at, card)

    return run


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
