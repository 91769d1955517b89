"""What the clerk can do in the agenda builder: each key and its command."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ui.commands import Command
from ui.place import Where
from wibdesk.domain.agenda import Item
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.services import agenda as verbs
from wibdesk.services.parking import add_parked

if TYPE_CHECKING:
    from ui.places.agenda.place import AgendaPlace

WHERE = "agenda"
PASTING = 570  # width of what is pasted, a length of the design: beside it the agenda stands on two lines, uncut


class AgendaActs(QObject):
    """Runs the commands on the item that is chosen."""

    def __init__(self, place: "AgendaPlace") -> None:
        super().__init__(place)
        self.place, self.context = place, place.context
        self.typed = ""  # the item typed last, which a quick hand follows up before the register has answered
        self._connect()
        self._register()

    def edit(self) -> None:
        """Go to the form of the chosen item."""
        if self.place.item() is not None:
            self.place.page.open_panel(self.place.form)
            self.place.form.start()

    def back(self) -> None:
        """Put the panel away and go back to the agenda."""
        self.place.page.close_panel()
        self.place.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def paste(self) -> None:
        """Open the panel that reads pasted text."""
        if self.place.meeting is not None:
            self.place.form.settle()
            self.place.page.open_panel(self.place.pasting, width=PASTING)
            self.place.pasting.start()

    def add_titled(self, title: str) -> None:
        """Put a new item after the chosen one, or after the one typed just before it, and be ready for the next."""
        place, chosen, new = self.place, self.place.item(), Item(title)
        after = self.typed if self.typed and not place.has_item(self.typed) else chosen.id if chosen else None
        self.typed = new.id
        place.choose_item(new.id)
        self.context.operations.write(
            verbs.add_item,
            place.meeting_id,
            new,
            after=after,
            undo=say("“{title}” added", title=title),
            failed=self._not_added,
        )

    def move(self, by: int) -> None:
        """Move the chosen item up (negative) or down."""
        item = self.place.item()
        if item is not None and self.place.form.settle():
            self.context.operations.write(verbs.move_item, item.id, by, undo=say("“{title}” moved", title=item.title))

    def remove(self) -> None:
        """Take the chosen item off the agenda."""
        item = self.place.item()
        if item is not None:
            self.place.form.settle()
            words = say("“{title}” removed from the agenda", title=item.title)
            self.context.operations.write_once(
                verbs.remove_item, item.id, once=item.id, undo=words, failed=self._not_removed
            )
            self.place.table.drop(item.id)

    def add_standing(self) -> None:
        """Put the standing items of the body at the end that are not on the agenda yet."""
        meeting = self.place.meeting
        if meeting is None:
            return
        there = {item.title.casefold() for item in meeting.items}
        missing = [title for title in meeting.body.standing_items if title.casefold() not in there]
        if not missing:
            self.context.messages.say(say("Every standing item of the body is on the agenda already"))
            return
        self.context.operations.write(
            verbs.paste_items,
            meeting.id,
            "\n".join(missing),
            undo=say("{number} standing items added", number=len(missing)),
        )

    def add_parked(self) -> None:
        """Put what was parked at the last meeting after the chosen item."""
        item = self.place.item()
        self.context.operations.write_once(
            add_parked,
            self.place.meeting_id,
            after=item.id if item else None,
            undo=say("{number} parked put on the agenda", number=len(self.place.parked.waiting)),
            then=lambda items: self.place.choose_item(items[0].id),
        )

    def _connect(self) -> None:
        place = self.place
        place.parked.wished.connect(self.add_parked)
        place.table.opened.connect(self.edit)
        place.new_row.titled.connect(self.add_titled)
        place.new_row.left.connect(self.back)
        place.form.kept.connect(self._keep)
        place.form.closed.connect(self.back)
        place.pasting.taken.connect(self._take_pasted)
        place.pasting.cancelled.connect(self.back)
        place.pasting.told.connect(place.keys_changed)
        place.room_button.clicked.connect(self._open_room)
        place.preview_button.clicked.connect(self._preview)
        place.paste_button.clicked.connect(self.paste)

    def _register(self) -> None:
        place, at = self.place, WHERE
        chosen, some = lambda: place.item() is not None, lambda: place.meeting is not None
        self.context.commands.add(
            place.table,
            Command("item-edit", say("Edit the item"), ("F2",), at, self.edit, "pencil", when=chosen),
            Command("item-standing", say("Add the standing items"), ("S",), at, self.add_standing, "repeat", when=some),
            Command("item-parked", say("Put what was parked on the agenda"), ("P",), at, self.add_parked,
                "square-parking",
                    when=lambda: bool(place.parked.waiting)),
            Command("item-remove", say("Remove the item"), ("Del",), at, self.remove, "trash-2", when=chosen),
            Command("item-new", say("New item after this one"), ("N",), at, place.new_row.start, "plus", when=some),
            Command("item-paste", say("Paste an agenda"), ("Ctrl V",), at, self.paste, "copy", when=some),
        )  # fmt: skip
        self.context.commands.add(
            place.page.main,
            Command("item-up", say("Move the item up"), ("Alt ↑",), at, lambda: self.move(-1), "arrow-up", when=chosen),
            Command(
                "item-down", say("Move the item down"), ("Alt ↓",), at, lambda: self.move(1), "arrow-down", when=chosen
            ),
            Command("item-room", say("Open the room"), ("Ctrl Enter",), at, self._open_room, "notebook-pen", when=some),
        )
        self.context.commands.add(
            place,
            Command(
                "agenda-preview",
                say("See the agenda as it prints"),
                ("Ctrl P",),
                at,
                self._preview,
                "book-open",
                when=some,
            ),
        )
        self.context.commands.add(
            place.table,
            Command("agenda-leave", say("Back to where you came from"), ("Esc",), at, self._leave, "calendar-days"),
        )

    def _not_added(self, error: BaseException) -> None:
        self.typed = self.place.wanted = ""
        self.context.messages.tell(error)

    def _not_removed(self, error: BaseException) -> None:
        """Only an item that is gone already cannot be removed: an answer under way showed it once more."""
        if isinstance(error, UserError):
            self.place.refresh()
        else:
            self.context.messages.tell(error)

    def _keep(self, item: Item) -> None:
        self.context.operations.write(verbs.change_item, item, undo=say("“{title}” changed", title=item.title))

    def _take_pasted(self, text: str) -> None:
        item = self.place.item()
        self.context.operations.write_once(
            verbs.paste_items, self.place.meeting_id, text, after=item.id if item else None,
            undo=say("{found} items added", found=self.place.pasting.found), then=self._pasted,
        )  # fmt: skip

    def _pasted(self, items: tuple[Item, ...]) -> None:
        self.place.pasting.clear()
        self.place.choose_item(items[0].id)
        self.back()

    def _open_room(self) -> None:
        self._go("room")

    def _preview(self) -> None:
        self._go("preview")

    def _leave(self) -> None:
        if self.place.came_from == "preview":
            self.context.go("preview", Where())  # which still knows what it showed
        else:
            self.context.go("meetings", Where(meeting_id=self.place.meeting_id or None))

    def _go(self, place_id: str) -> None:
        meeting, item = self.place.meeting, self.place.item()
        if meeting is not None:
            note = "agenda" if place_id == "preview" else ""
            where = Where(meeting.body.id, meeting.id, item.id if item and place_id == "room" else None, note)
            self.context.go(place_id, where)
