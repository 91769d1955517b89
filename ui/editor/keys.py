"""The keys of the minutes editor, as data: what the keyboard obeys and what the key card shows are one list.

None is on the lists of NVDA, JAWS or Narrator (those hold Insert, Caps Lock or Ctrl Alt), none needs Alt Gr, and
Ctrl Shift U stays free because Linux takes it for character codes.
"""

from dataclasses import dataclass

from ui.editor.kinds import LOOKS


@dataclass(frozen=True)
class EditorKey:
    """A key: as written on screen, the deed it does (a name that `ui.editor.keyboard` knows) and its words."""

    keys: str
    deed: str
    words: str
    group: str = "Write"
    also: tuple[str, ...] = ()

    @property
    def chords(self) -> tuple[str, ...]:
        """All chords that do the deed, as Qt writes them: `Ctrl+Shift+A`."""
        return tuple(key.replace(" ", "+") for key in (self.keys, *self.also))


_KIND_KEYS = tuple(
    EditorKey(f"Ctrl Shift {look.letter}", f"kind {look.kind}", look.name.lower(), "Kind of entry")
    for look in LOOKS.values()
)

EDITOR_KEYS = (
    EditorKey("F4", "kinds", "choose the kind from a list", "Kind of entry"),
    *_KIND_KEYS,
    EditorKey("Ctrl Enter", "details", "owner, due and other facts", "Write", ("Ctrl Return", "F2")),
    EditorKey("Alt ↑", "move up", "move the entry up", "Write", ("Alt Up",)),
    EditorKey("Alt ↓", "move down", "move the entry down", "Write", ("Alt Down",)),
    EditorKey("Ctrl B", "look bold", "bold", "Write"),
    EditorKey("Ctrl I", "look italic", "italic", "Write"),
    EditorKey("Ctrl U", "look underline", "underline", "Write"),
    EditorKey("Ctrl Shift K", "link", "link", "Write"),
    EditorKey("Ctrl Shift W", "paste words", "paste the words only", "Write"),
    EditorKey("Ctrl Z", "undo", "undo", "Write"),
    EditorKey("Ctrl Shift Z", "redo", "redo", "Write", ("Ctrl Y",)),
    EditorKey("Shift Enter", "line break", "new line, same entry", "Write", ("Shift Return",)),
)

DEEDS = {chord: key.deed for key in EDITOR_KEYS for chord in key.chords}


def card() -> dict[str, list[tuple[str, str]]]:
    """Return the keys by group as pairs of key and words, with what is typed or worked by Tab."""
    groups: dict[str, list[tuple[str, str]]] = {"Kind of entry": [], "Write": []}
    for key in EDITOR_KEYS:
        groups[key.group].append((key.keys, key.words))
    groups["Kind of entry"].append(("Ctrl Shift D", "again: next word, Resolved, Noted"))
    groups["Write"].append(("Tab", "list level, next cell of a table"))
    groups["Write"].append(("- or 1.", "and a space: begins a list"))
    return groups
