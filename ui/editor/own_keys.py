"""The clerk's own keys in the sentence: the editor obeys them in place of the built-in ones."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.editor.keys import deeds_of

if TYPE_CHECKING:
    from ui.commands import Commands
    from ui.editor.minute_editor import MinuteEditor


class OwnKeys(QObject):
    """Belongs to an editor and ends with it."""

    def __init__(self, editor: "MinuteEditor", commands: "Commands") -> None:
        super().__init__(editor)
        self.keyboard, self.own_keys = editor.keyboard, commands.own_keys
        commands.rekeyed.connect(self.obey)
        self.obey()

    def obey(self) -> None:
        """Take the keys as they are now."""
        self.keyboard.deeds = deeds_of(self.own_keys)
