"""The keys of the minutes editor, as data: what the keyboard obeys and what the key card shows are one list.

None is on the lists of NVDA, JAWS or Narrator (those hold Insert, Caps Lock or Ctrl Alt), none needs Alt Gr, and
Ctrl Shift U stays free because Linux takes it for character codes.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ui.commands import sequence
from ui.editor.kinds import LOOKS
from wibdesk.language import later, say
from wibdesk.shorthand.commands import COMMANDS

KIND, BEGIN, WRITE = later("kind of entry"), later("at the start of a line"), later("write")
"""Where the keys stand on the key card."""


@dataclass(frozen=True)
class EditorKey:
    """A key: as written on screen, the deed it does (a name that `ui.editor.keyboard` knows) and its words."""

    keys: str
    deed: str
    words: str
    group: str = WRITE
    also: tuple[str, ...] = ()

    @property
    def chords(self) -> tuple[str, ...]:
        """All chords that do the deed, as Qt writes them: `Ctrl+Shift+A`."""
        return tuple(key.replace(" ", "+") for key in (self.keys, *self.also))


_KIND_KEYS = tuple(
    EditorKey(f"Ctrl Shift {look.letter}", f"kind {look.kind}", look.name.lower(), KIND) for look in LOOKS.values()
)

EDITOR_KEYS = (
    EditorKey("F4", "kinds", later("choose the kind from a list"), KIND),
    *_KIND_KEYS,
    EditorKey("Ctrl Enter", "details", later("owner, due and other facts"), WRITE, ("Ctrl Return", "F2")),
    EditorKey("Alt ↑", "move up", later("move the entry up"), WRITE, ("Alt Up",)),
    EditorKey("Alt ↓", "move down", later("move the entry down"), WRITE, ("Alt Down",)),
    EditorKey("Ctrl B", "look bold", later("bold")),
    EditorKey("Ctrl I", "look italic", later("italic")),
    EditorKey("Ctrl U", "look underline", later("underline")),
    EditorKey("Ctrl Shift K", "link", later("link")),
    EditorKey("Ctrl Shift W", "paste words", later("paste the words only")),
    EditorKey("Ctrl Z", "undo", later("undo")),
    EditorKey("Ctrl Shift Z", "redo", later("redo"), WRITE, ("Ctrl Y",)),
    EditorKey("Ctrl ;", "phrases", later("phrase from the bank")),
    EditorKey("Ctrl T", "time", later("the time now")),
    EditorKey("Ctrl Shift Q", "verbatim", later("as it was said, in quotation marks")),
    EditorKey("F7", "spelling", later("next misspelt word")),
    EditorKey("Shift F7", "spelling back", later("misspelt word before")),
    EditorKey("Ctrl L", "park", later("set aside for later, only here")),
    EditorKey("Shift Enter", "line break", later("new line, same entry"), WRITE, ("Shift Return",)),
)

DEEDS = {chord: key.deed for key in EDITOR_KEYS for chord in key.chords}


def deeds_of(own_keys: Mapping[str, str]) -> dict[str, str]:
    """Return chord to deed where the clerk gave some deeds keys of their own (`editor.` and the deed to a key)."""
    own = {f"editor.{key.deed}" for key in EDITOR_KEYS} & set(own_keys)
    deeds = {chord: deed for chord, deed in DEEDS.items() if f"editor.{deed}" not in own}
    return deeds | {chord_of_key(own_keys[name]): name.removeprefix("editor.") for name in own if own_keys[name]}


def chord_of_key(key: str) -> str:
    """Return a key written as on screen as Qt writes it: `Ctrl ↑` gives `Ctrl+Up`."""
    return sequence(key).toString()


def card() -> dict[str, list[tuple[str, str]]]:
    """Return what is typed or worked by Tab, beside the keys, by group as pairs of key and words."""
    groups: dict[str, list[tuple[str, str]]] = {KIND: [], WRITE: []}
    groups[KIND].append(("Ctrl Shift D", say("again: next word, Resolved, Noted")))
    groups[BEGIN] = [(command.typed[0], say(command.words)) for command in COMMANDS]
    groups[WRITE].append((say(";jb or @jb"), say("name of who is here")))
    groups[WRITE].append(("@@", say("gap, a word that was missed")))
    groups[WRITE].append(("Tab", say("take what is offered, next slot")))
    groups[WRITE].append(("Tab", say("list level, next cell of a table")))
    groups[WRITE].append((say("- or 1."), say("and a space: begins a list")))
    return groups
