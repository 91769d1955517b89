"""Keys of the clerk's own: a key press in the words of the screen, and why a key cannot be given to a command."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from ui.commands import GLYPHS, is_single
from wibdesk.domain.bundles import may_be_own
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.commands import Command, Commands

_HELD = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
)
_ALONE = {Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Shift, Qt.Key.Key_Meta, Qt.Key.Key_AltGr, Qt.Key.Key_unknown}
_WRITTEN = {name: glyph for glyph, name in GLYPHS.items() if glyph != "–"}
NEEDED = (
    "Esc Enter Tab Backspace Del Home End PgUp PgDown Space Ins ↑ ↓ ← →".split(),
    [f"Ctrl {letter}" for letter in "CVXAZK"],
)
"""Keys that text, lists and the palette cannot do without."""


def key_of(event: "QKeyEvent") -> str:
    """Return a key press as written on screen, `Ctrl Shift H`; empty while only Ctrl, Alt or Shift is held."""
    key = Qt.Key(event.key())
    if key in _ALONE:
        return ""
    if key == Qt.Key.Key_Enter:
        key = Qt.Key.Key_Return
    name = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    held = [word for modifier, word in _HELD if event.modifiers() & modifier]
    if held == ["Shift"] and len(name) == 1 and not name.isalnum():
        held = []  # the sign says already that Shift was held
    return " ".join([*held, _WRITTEN.get(name, name)])


def fault_of(key: str, command: "Command", commands: "Commands") -> str:
    """Return why a command cannot have this key, in a sentence; empty where it can."""
    if any(key in needed for needed in NEEDED):
        return say("{key} is needed for typing and for lists: choose another.", key=key)
    if is_single(key):
        return say("{key} alone would be typed: hold Ctrl or Alt with it, or choose a key such as F2.", key=key)
    if key.startswith("Ctrl Alt "):
        return say("Ctrl and Alt together type letters on some keyboards and call screen readers: choose another.")
    if not may_be_own(key):
        return say("{key} would be typed, or is needed elsewhere: hold Ctrl or Alt with it.", key=key)
    taken = commands.taken_by(command, key)
    if taken is not None:
        return say(
            "{key} is taken here: {taken}{taken_2}. Choose another.",
            key=key,
            taken=taken.words[:1].lower(),
            taken_2=taken.words[1:],
        )
    return ""
