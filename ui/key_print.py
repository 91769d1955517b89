"""The key card on paper: the keys of a place as one tagged page, printed or saved as PDF."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.commands import Command
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from ui.main_window import MainWindow

Groups = Mapping[str, Sequence[Command]]
FILE, PLACES = later("Keys.pdf"), "places"


@dataclass(frozen=True)
class Card:
    """The keys that work in a place, by where they act, under a title."""

    title: str
    groups: Groups


def card_of(window: "MainWindow") -> Card:
    """Return the card of the place that is shown; in the help, of the place that it was opened from."""
    place = window.place
    kept = getattr(place, "card", None)
    if isinstance(kept, Card):
        return kept
    word = say(place.word) if place is not None else ""
    return Card(say("Keys in {word}", word=word) if word else say("Keys"), window.context.commands.on_card())


class KeyPrint(QObject):
    """Sets the page on a worker, then asks for the printer or for the file."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.window, self.context = window, window.context

    def ask_printer(self, card: Card) -> None:
        """Set the page and ask on which printer."""
        # What prints is wanted by who prints alone.
        from ui.panels.pages.press import Press, Wish  # noqa: PLC0415
        from ui.printing import Printing  # noqa: PLC0415

        press, pairs = Press(), pairs_of(card)
        printing = Printing(self.context, press, self)
        self.context.tasks.run(
            press.set_pages,
            lambda: page_of(card.title, pairs),
            Wish(),
            on_done=lambda printed: printing.ask(self.window, card.title, printed),
        )

    def ask_file(self, card: Card) -> "QFileDialog":
        """Ask where the page shall be saved; return the dialog."""
        # Only who saves needs it.
        from ui.panels.save_dialog import ask_where_to_save  # noqa: PLC0415

        words, kind = say("Save the keys as PDF"), say("PDF files (*.pdf)")
        save = lambda name: self.save(card, Path(name))  # noqa: E731 - what the dialog does, named here
        return ask_where_to_save(self.context, self.window, words, say(FILE), kind, save)

    def save(self, card: Card, path: Path) -> None:
        """Save the page as a PDF file, and say so."""
        said = lambda _: self.context.messages.say(say("Saved {name}", name=path.name))  # noqa: E731
        self.context.tasks.run(write_page, card.title, pairs_of(card), path, on_done=said)


def pairs_of(card: Card) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Return the groups as headings with pairs of keys and words, each pair once; the places are one line."""
    headed = [(say(where), _keys(where, commands)) for where, commands in card.groups.items()]
    return [(heading[:1].upper() + heading[1:], keys) for heading, keys in headed]


def _keys(where: str, commands: Sequence[Command]) -> tuple[tuple[str, str], ...]:
    keys = [" ".join(command.keys) for command in commands]
    pairs = tuple(dict.fromkeys((key, command.words) for key, command in zip(keys, commands, strict=True)))
    last = next((n for n, key in enumerate(keys, 1) if key != f"Ctrl {n}"), len(keys) + 1) - 1
    if where == PLACES and last > 1:
        return ((say("Ctrl 1 to {last}", last=last), say("Go to a place")), *pairs[last:])
    return pairs


def page_of(title: str, pairs: Sequence[tuple[str, Any]]) -> bytes:
    """Return the page as PDF; on a worker."""
    # It brings reportlab with it, which the window does not wait for.
    from wibdesk.documents.key_paper import KeyGroup, key_pdf  # noqa: PLC0415

    return key_pdf(title, [KeyGroup(heading, keys) for heading, keys in pairs])


def write_page(title: str, pairs: Sequence[tuple[str, Any]], path: Path) -> None:
    """Write the page into a file; on a worker; UserError says why it could not be."""
    # As above.
    from wibdesk.documents.files import write_file  # noqa: PLC0415

    write_file(path, page_of(title, pairs))
