"""Asking for a key of the clerk's own for a command, inside the palette: the next key pressed is it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from ui.own_keys import fault_of, key_of
from ui.widgets.labels import Label, column
from wibdesk.language import later, say

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from ui.commands import Command, Commands
    from ui.theme import Theme

KEYS_OF_ASKING = [("Del", later("no key")), ("Backspace", later("the built-in key")), ("Esc", later("leave it"))]


class KeyAsking(QWidget):
    """The question, shown in place of the list; `command` is whose key is asked for, None while none is."""

    def __init__(self, theme: "Theme") -> None:
        super().__init__()
        self.command: Command | None = None
        self.commands: Commands | None = None
        self.keep: Callable[[], None] | None = None
        self.question = Label(theme, "", "strong", wrap=True)
        self.note = Label(theme, "", "small", "muted", wrap=True)
        self.setLayout(column(theme, self.question, self.note, spacing=6, margins=(20, 16, 20, 16)))
        self.hide()

    def begin(self, commands: "Commands", keep: Callable[[], None]) -> None:
        """Change keys in this registry from now on; `keep` is called after each change."""
        self.commands, self.keep = commands, keep

    def takes(self, event: "QKeyEvent", chosen: "Command | None") -> bool:
        """Deal with a key: F2 asks for the key of the chosen command, then every key is the answer."""
        pressed = event.type() == QEvent.Type.KeyPress
        if self.command is None:
            if pressed and event.key() == Qt.Key.Key_F2 and chosen is not None and self._may_change(chosen):
                self._ask(chosen)
                return True
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # else the window would do what the key does now
        elif pressed:
            self._answer(event)
        return event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)

    def commands_now(self, before: "Sequence[Command]") -> "list[Command]":
        """Return commands with the keys that they have now."""
        now = {c.command_id: c for _, c in self.commands.owned} if self.commands is not None else {}
        return [now.get(command.command_id, command) for command in before]

    def _may_change(self, command: "Command") -> bool:
        return self.commands is not None and command.command_id in self.commands.built_in

    def _ask(self, command: "Command") -> None:
        self.command = command
        self.question.setText(say("Press the new key for “{command}”.", command=command.words))
        now = command.keys[0] if command.keys else "none"
        self._say(say("Its key now: {now}.", now=now))

    def _answer(self, event: "QKeyEvent") -> None:
        assert self.command is not None
        assert self.commands is not None
        key = key_of(event)
        if key in ("Esc", "Del", "Backspace"):
            if key != "Esc":
                self._change("" if key == "Del" else None)
            self.command = None
        elif key and (fault := fault_of(key, self.command, self.commands)):
            self._say(fault, doubtful=True)
        elif key:
            self._change(key)
            self.command = None

    def _change(self, key: str | None) -> None:
        assert self.command is not None
        assert self.commands is not None
        self.commands.rekey(self.command.command_id, key)
        if self.keep is not None:
            self.keep()

    def _say(self, words: str, *, doubtful: bool = False) -> None:
        self.note.setText(words)
        self.note.set_colour("warn" if doubtful else "muted")
        self.setAccessibleName(f"{self.question.text()} {words}")
