"""What the clerk can do in the action log: each key and its command."""

from datetime import UTC
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ui.commands import Command
from ui.panels.body_menu import open_body_menu
from ui.place import Where
from ui.places.actions import verbs
from ui.places.actions.verbs import Update
from wibdesk.domain.actions import LogAction
from wibdesk.domain.entries import Progress
from wibdesk.services import actions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ui.places.actions.place import ActionsPlace

WHERE = "action log"
MARKS = (
    ("done", "Done, its owner says", "D", Progress.DONE, "check"),
    ("progress", "In progress", "I", Progress.IN_PROGRESS, "circle-dot"),
    ("closed", "Closed by the board", "K", Progress.CLOSED, "circle-check"),
    ("reopen", "Open again", "R", Progress.OPEN, "circle"),
)


class LogActs(QObject):
    """Runs the commands on the action that is chosen."""

    def __init__(self, place: "ActionsPlace") -> None:
        super().__init__(place)
        self.place, self.context = place, place.context
        self._connect()
        self._register()

    def mark(self, status: Progress) -> None:
        """Record how far the chosen action is."""
        action = self.place.action()
        if action is None:
            return
        words = f"{_name(action)}: {status.words.lower()}"
        if action.action.status is status:
            self.context.messages.say(f"{_name(action)} was {status.words.lower()} already")
            return
        at = self.context.desk.now().astimezone(UTC)
        self.context.operations.write(actions.set_progress, action.action.id, status, at=at, undo=words)
        if not status.unfinished and not self.place.page.has_panel():
            self.place.moves.step(1)  # at once, so that a quick second key marks the next action and not this one again

    def open(self) -> None:
        """Show the chosen action in full beside the list, or on the whole page where there is no room."""
        if self.place.action() is not None:
            self.place.page.open_panel(self.place.detail)
            self.follow()
            if not self.place.page.beside():
                self.place.detail.setFocus(Qt.FocusReason.OtherFocusReason)
            self.place.settle()

    def follow(self) -> None:
        """Show the chosen action in the panel that is open."""
        action, place = self.place.action(), self.place
        if action is not None and place.page.panel is place.detail and place.page.has_panel():
            place.detail.show_action(action, place.today())
            self.context.operations.read(verbs.sentence_before, action, then=self._quote, failed=_unquoted)

    def update(self) -> None:
        """Open the form for an update on the chosen action, the keyboard in the note."""
        self._open_form("note")

    def move_date(self) -> None:
        """Open the form for an update on the chosen action, the keyboard in the deadline."""
        self._open_form("due")

    def back(self) -> None:
        """Put the panel away and go back to the list."""
        self.place.page.close_panel()
        self.place.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place.settle()

    def go_to_minute(self) -> None:
        """Show the chosen action in the room, where it was raised."""
        action = self.place.action()
        if action is not None:
            self.context.go("room", Where(action.body_id, action.meeting_id, action.item_id))

    def preview(self) -> None:
        """See the log as it prints, narrowed as it is."""
        choice = self.place.choice
        self.context.go("preview", Where(body_id=choice.body_id or None, note=choice.note()))

    def open_bodies(self) -> None:
        """Open the menu of bodies."""
        names = [(body.id, body.name) for body in self.place.log.bodies]
        open_body_menu(
            self.context.theme, self.place.window(), names, self.place.choice.body_id, self.place.choose_body
        )

    def _open_form(self, field: str) -> None:
        action, place = self.place.action(), self.place
        if action is not None:
            place.form.show_action(action)
            self.context.operations.read(actions.due_dates, action.meeting_id, then=self._know_meetings)
            place.page.open_panel(place.form)
            place.form.start_on(field)
            place.settle()

    def _connect(self) -> None:
        place = self.place
        place.table.opened.connect(self.open)
        place.table.chosen.connect(self.follow)
        place.print_button.clicked.connect(self.preview)
        place.form.updated.connect(self._record)
        place.form.cancelled.connect(self.back)
        place.detail.left.connect(self.back)
        place.detail.moved.connect(self._step)
        place.detail.update_button.clicked.connect(self.update)
        place.detail.room_button.clicked.connect(self.go_to_minute)
        place.filters.body.clicked.connect(self.open_bodies)

    def _register(self) -> None:
        place, at = self.place, WHERE
        self.context.commands.add(place.table, *self._row_commands("log"), *self._list_commands())
        self.context.commands.add(place.detail, *self._row_commands("action", listed=False))
        self.context.commands.add(
            place,
            Command("log-print", "See the action log as it prints", ("Ctrl P",), at, self.preview, "printer"),
            Command("log-seek", "Find an action", ("Ctrl F",), at, place.finder.start, "search", listed=False),
        )

    def _row_commands(self, prefix: str, *, listed: bool = True) -> list[Command]:
        at, some = WHERE, self._has_action
        marks = [
            Command(f"{prefix}-{name}", words, (key,), at, partial(self.mark, status), icon, listed=listed, when=some)
            for name, words, key, status, icon in MARKS
        ]
        return [
            *marks,
            Command(
                f"{prefix}-update", "Record an update", ("U",), at, self.update, "message-square-quote", listed=listed,
                when=some,
            ),
            Command(
                f"{prefix}-date", "Move the date", ("M",), at, self.move_date, "calendar-clock",
                listed=listed, when=some,
            ),
            Command(
                f"{prefix}-minute", "Go to it in the minutes", ("G",), at, self.go_to_minute, "notebook-pen",
                listed=listed, when=some,
            ),
        ]  # fmt: skip

    def _list_commands(self) -> list[Command]:
        place, at = self.place, WHERE
        return [
            Command("log-body", "Choose the body", ("B",), at, self.open_bodies, "building-2"),
            Command("log-owner", "Actions of one owner", ("O",), at, place.filters.ask_owner, "user-round"),
            Command("log-before", "Actions due before a day", ("T",), at, place.filters.ask_before, "calendar-days"),
            Command("log-sort", "Sort by the next column", ("S",), at, place.moves.sort_next, "arrow-down"),
            Command("log-find", "Find an action", ("/",), at, place.finder.start, "search"),
            Command("log-left", "The view before", ("←",), at, lambda: place.moves.step_view(-1), listed=False),
            Command("log-right", "The next view", ("→",), at, lambda: place.moves.step_view(1), listed=False),
            Command(
                "log-close", "Put the panel away", ("Esc",), at, self.back, listed=False, when=place.page.has_panel
            ),
            Command("log-clear", "Show the whole log again", ("X",), at, place.moves.clear, "x"),
        ]

    def _has_action(self) -> bool:
        return self.place.action() is not None

    def _step(self, by: int) -> None:
        self.place.moves.step(by)
        self.follow()

    def _record(self, update: Update) -> None:
        before = self.place.form.action
        if before is not None:
            self.context.operations.write(
                verbs.update_action, before, update, at=self.context.desk.now().astimezone(UTC),
                undo=f"Update on {_name(before).lower()} recorded",
            )  # fmt: skip
        self.back()

    def _know_meetings(self, days: "Sequence[date]") -> None:
        self.place.form.set_meetings(days)

    def _quote(self, words: str) -> None:
        self.place.detail.show_sentence(words)


def _name(action: LogAction) -> str:
    return f"Action {action.action.ref}" if action.action.ref else "Action"


def _unquoted(_error: BaseException) -> None:
    """Show no sentence where the meeting was taken away meanwhile: the list is read again anyway."""
