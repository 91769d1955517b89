"""What the clerk can do in the action log: each key and its command."""

from datetime import UTC
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ui.panels.body_menu import open_body_menu
from ui.place import Where
from ui.places.actions import verbs
from ui.places.actions.editing import RowEditing, name_of
from ui.places.actions.kept_views import KeptViews
from ui.places.actions.keys import add_commands
from ui.places.actions.verbs import Update
from wibdesk.domain.action_history import History, latest_sentence
from wibdesk.domain.actions import LogAction
from wibdesk.domain.entries import Progress
from wibdesk.language import say
from wibdesk.services import action_log, actions

if TYPE_CHECKING:
    from ui.places.actions.place import ActionsPlace


class LogActs(QObject):
    """Runs the commands on the action that is chosen, or on all that are marked."""

    def __init__(self, place: "ActionsPlace") -> None:
        super().__init__(place)
        self.place, self.context = place, place.context
        self.editing, self.views = RowEditing(place), KeptViews(place)
        self._connect()
        add_commands(self)

    def mark(self, status: Progress) -> None:
        """Record how far the chosen action is, or all marked ones."""
        table, row = self.place.table, self.place.action()
        ids, many = table.targets(), bool(table.marked)
        if not ids or (row is None and not many):
            return
        if row is not None and not many and row.action.status is status:
            self.context.messages.say(
                say("{action} was {status} already", action=name_of(row), status=status.words.lower())
            )
            return
        at, by = self.context.desk.now().astimezone(UTC), self.context.settings.now.clerk
        words = f"{self.editing.many(ids)}: {status.words.lower()}"
        self.context.operations.write(action_log.mark, ids, status, at=at, by=by, undo=words)
        table.free_all()
        if not many and not status.unfinished and not self.place.page.has_panel():
            table.step(1)  # at once, so that a quick second key marks the next action and not this one again

    def open(self) -> None:
        """Show the chosen action in full beside the list, or on the whole page where there is no room."""
        if self.place.action() is not None:
            self.place.page.open_panel(self.place.detail)
            self.follow()
            if not self.place.page.beside():
                self.place.detail.setFocus(Qt.FocusReason.OtherFocusReason)
            self.place.showing.settle()

    def follow(self) -> None:
        """Show the chosen action in the panel that is open."""
        row, place = self.place.action(), self.place
        if row is not None and place.page.panel is place.detail and place.page.has_panel():
            place.detail.show_action(row, place.today())
            self.context.operations.read(verbs.read_action, row.action.id, then=self._tell, failed=_untold)

    def update(self) -> None:
        """Open the form for an update on the chosen action, the keyboard in the note."""
        self._open_form("note")

    def move_date(self) -> None:
        """Open the form for an update on the chosen action, the keyboard in the deadline: the row is not in sight."""
        self._open_form("due")

    def back(self) -> None:
        """Put the panel away, else free what is marked, and go back to the list."""
        if self.place.page.has_panel():
            self.place.page.close_panel()
        else:
            self.place.table.free_all()
        self.place.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.place.showing.settle()

    def go_to_minute(self) -> None:
        """Show the chosen action in the room, where it was raised."""
        row = self.place.action()
        if row is not None:
            self.context.go("room", Where(row.body_id, row.meeting_id, row.item_id, entry_id=row.action.id))

    def go_to_latest(self) -> None:
        """Show the last minutes that say something of the chosen action: a review, else where it was raised."""
        row = self.place.action()
        if row is not None:
            self.context.operations.read(verbs.read_action, row.action.id, then=self._go_to_latest)

    def preview(self) -> None:
        """See the log as it prints, narrowed as it is."""
        view = self.place.view
        self.context.go("preview", Where(body_id=view.body_id or None, note=view.note()))

    def open_bodies(self) -> None:
        """Open the menu of bodies."""
        names = [(body.id, body.name) for body in self.place.log.bodies]
        open_body_menu(self.context.theme, self.place.window(), names, self.place.view.body_id, self.place.choose_body)

    def mark_all(self) -> None:
        """Mark every action that the view shows, or free them where all are marked."""
        table = self.place.table
        ids = self.place.log.page.ids
        table.mark(ids, on=len(table.marked) < len(set(ids)))
        self.context.messages.announce(self.place.showing.marked_words() or say("Nothing is marked"))

    def _open_form(self, field: str) -> None:
        row, place = self.place.action(), self.place
        if row is not None:
            place.form.show_action(row)
            self.context.operations.read(actions.due_dates, row.meeting_id, then=place.form.set_meetings)
            place.page.open_panel(place.form)
            place.form.start_on(field)
            place.showing.settle()

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

    def has_action(self) -> bool:
        """Say whether an action is chosen."""
        return self.place.action() is not None

    def ask_owner(self) -> None:
        """Ask whose actions to show, by the names that are known now."""
        self.editing.learn()
        self.place.filters.ask_owner()

    def _step(self, by: int) -> None:
        self.place.table.step(by)
        self.follow()

    def _record(self, update: Update) -> None:
        before = self.place.form.action
        if before is not None:
            self.context.operations.write(
                verbs.update_action, before, update, at=self.context.desk.now().astimezone(UTC),
                by=self.context.settings.now.clerk,
                undo=say("Update on {action} recorded", action=name_of(before).lower()),
            )  # fmt: skip
        self.back()

    def _tell(self, told: tuple[LogAction, History]) -> None:
        self.place.detail.show_history(*told, self.place.today())

    def _go_to_latest(self, told: tuple[LogAction, History]) -> None:
        row, history = told
        minuted = latest_sentence(row, history)
        self.place.go_on("room", Where(row.body_id, minuted.meeting_id, minuted.item_id))


def _untold(_error: BaseException) -> None:
    """Tell no story where the action was taken away meanwhile: the list is read again anyway."""
