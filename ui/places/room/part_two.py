"""Part 2: the public leave and come back by one key each, and the screen says unmistakably what is private."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.commands import Command
from ui.places.room.folding import FoldingStrip
from ui.widgets.labels import Icon, Label, row
from wibdesk.domain.dates import clock
from wibdesk.language import later, say
from wibdesk.services import exclusion

if TYPE_CHECKING:
    from ui.context import Context
    from ui.places.room.saving import LiveSave
    from ui.places.room.session import RoomSession
    from ui.theme import Theme
    from wibdesk.domain.agenda import Item

LEAVE, RETURN = "Ctrl Shift F5", "Ctrl Shift F9"


class PartStrip(FoldingStrip):
    """The strip over an item that is not for the public."""

    def __init__(self, theme: "Theme") -> None:
        super().__init__(theme)
        self.set_ground("private_soft")
        self.words = Label(theme, "", "strong", "private", wrap=True)
        self.lay_out(row(theme, Icon(theme, "lock", "private"), (self.words, 1), spacing=10))
        self.hide()

    def show_item(self, item: "Item | None") -> None:
        """Say that the item on the sheet is private, or nothing."""
        self.setVisible(item is not None and item.part == 2)
        if item is not None:
            paragraph = (item.exempt_paragraph or "").strip()
            why = say("exempt under paragraph {paragraph}", paragraph=paragraph) if paragraph.isalnum() else paragraph
            self.words.setText(say("Part 2, in private: {why}", why=why or say("no paragraph given yet")))
            self.setAccessibleName(self.words.text())


def in_private(session: "RoomSession") -> bool:
    """Say whether the item on the sheet, or the one that the live meeting is at, is not for the public."""
    now = session.item_now if session.live else None
    return any(item is not None and item.part == 2 for item in (session.item, now))


class PartTwo(QObject):
    """Stamps what is minuted when the public leave or return; `done` when the keyboard belongs in the sentence."""

    done = Signal()

    def __init__(self, context: "Context", session: "RoomSession", saving: "LiveSave") -> None:
        super().__init__()
        self.context, self.session, self.saving = context, session, saving

    def commands(self) -> list[Command]:
        """Return the two commands."""

        def live() -> bool:
            return self.session.live and self.session.changeable and self.session.item is not None

        return [
            Command(
                "room.public_leave",
                say("Part 2: the public leave"),
                (LEAVE,),
                later("room"),
                self.leave,
                "lock",
                when=live,
            ),
            Command(
                "room.public_return",
                say("The public return"),
                (RETURN,),
                later("room"),
                self.come_back,
                "log-in",
                when=live,
            ),
        ]

    def leave(self) -> None:
        """Minute that the public are excluded and left, and go to the item that is taken in private."""
        self._stamp(exclusion.exclude_public, say("The public left"))

    def come_back(self) -> None:
        """Minute that the public returned, and go to the item that is taken in public."""
        self._stamp(exclusion.readmit_public, say("The public returned"))

    def _stamp(self, verb: Callable[..., Any], words: str) -> None:
        session, item = self.session, self.session.item
        if session.meeting is None or item is None:
            return
        self.saving.flush()
        at = session.now().time().replace(second=0, microsecond=0)
        said = say("{words} at {time}", words=words, time=clock(at))
        self.context.operations.write_once(
            verb, session.meeting.id, item.id, at, once=words, undo=said, then=self._go_on
        )

    def _go_on(self, stamped: exclusion.Stamped) -> None:
        self.session.show_item(stamped.goes_on_with)
        self.session.take_item()
        self.done.emit()
