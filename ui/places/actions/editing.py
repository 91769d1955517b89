"""What is typed into a row of the log, and what is asked of the clerk about it: words, owners, deadline, reasons."""

from collections.abc import Sequence
from datetime import UTC
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.menu import open_menu
from ui.panels.one_line import Asking
from ui.places.actions.rows import ACTION, DUE, OWNER, action_words
from ui.places.actions.update_form import due_help
from ui.places.actions.verbs import Names, due_in, give_by_words, move_by_words, owners_in, read_names
from wibdesk.domain.actions import Judgement, LogAction
from wibdesk.domain.deadlines import Due
from wibdesk.domain.entries import Progress
from wibdesk.domain.rag import BY_HAND
from wibdesk.language import say
from wibdesk.services import action_log

if TYPE_CHECKING:
    from ui.places.actions.place import ActionsPlace


class RowEditing(QObject):
    """Changes the chosen action in its row, or all marked ones at once; each change is one step to take back."""

    def __init__(self, place: "ActionsPlace") -> None:
        super().__init__(place)
        self.place, self.names, self.column = place, Names(), ACTION
        place.table.verticalScrollBar().valueChanged.connect(self.follow_row)

    def words(self) -> None:
        """Change the words of the chosen action."""
        row = self.place.action()
        if row is not None:

            def take(words: str) -> str:
                if not words:
                    return say("An action needs its words.")
                self._write(
                    action_log.reword, row.action.id, words, undo=say("{action}: words changed", action=name_of(row))
                )
                return ""

            self._open(
                ACTION,
                Asking(say("Words of the action"), lambda _: say("Enter keeps · Esc leaves"), take, action_words(row)),
            )

    def owners(self) -> None:
        """Change who owns the chosen action, or the marked ones."""
        self.place.table.to_marked()
        row, ids = self.place.action(), self.place.table.targets()
        if row is not None:

            def read(words: str) -> str:
                found = owners_in(words, self.names.owners)
                return (", ".join(found) or say("No owner")) + self._of_many(ids)

            def take(words: str) -> str:
                said = say(
                    "{actions}: {owners}",
                    actions=self.many(ids),
                    owners=", ".join(owners_in(words, self.names.owners)) or say("no owner"),
                )
                self._write(give_by_words, ids, words, row.body_id, undo=said)
                return ""

            self._open(OWNER, Asking(say("Owners"), read, take, ", ".join(row.action.owners), self.names.owners))

    def due(self) -> None:
        """Change the deadline of the chosen action, or of the marked ones."""
        self.place.table.to_marked()
        row, ids = self.place.action(), self.place.table.targets()
        if row is not None:
            before = row.action.due

            def read(words: str) -> str:
                return due_help(due_in(words, before, self.place.today(), self.names.meetings)) + self._of_many(ids)

            def take(words: str) -> str:
                by, today = self.place.context.settings.now.clerk, self.place.today()
                due = due_in(words, before, today, self.names.meetings)
                self._write(move_by_words, ids, words, today, by, undo=f"{self.many(ids)}: {_due_said(due)}")
                return ""

            self._open(DUE, Asking(say("Due"), read, take, before.words))

    def judge(self) -> None:
        """Choose a RAG word by hand for the chosen action, or for the marked ones."""
        if self.place.table.targets():
            options = [(word[0], word, say("{word}, with a reason", word=word)) for word in BY_HAND]
            options.append(("X", "", say("As the rule says")))
            open_menu(self.place.context.theme, self.place.window(), say("RAG by hand"), options, self._judge)

    def cancel(self) -> None:
        """Ask why the chosen action, or the marked ones, are cancelled."""
        ids = self.place.table.targets()

        def take(words: str) -> str:
            if not words:
                return say("The log keeps why an action is cancelled: type the reason in a few words.")
            at, by = self._now()
            said = say("{many}: cancelled", many=self.many(ids))
            self._write(action_log.mark, ids, Progress.CANCELLED, words, at=at, by=by, undo=said)
            return ""

        if ids:
            self.place.strip.ask(
                Asking(say("Cancelled because"), lambda _: self.many(ids), take, enter=say("cancel it"))
            )

    def replace(self) -> None:
        """Ask which action took the place of the chosen one, or of the marked ones."""
        ids = self.place.table.targets()

        def take(words: str) -> str:
            if not words:
                return say("Type the reference of the action that took its place, or the reason.")
            at, by = self._now()
            self._write(
                action_log.replace_by, ids, words, at=at, by=by, undo=say("{many}: replaced", many=self.many(ids))
            )
            return ""

        if ids:
            help_words = say(
                "{many}. A reference such as 3.2 links the two; other words are the reason.", many=self.many(ids)
            )
            self.place.strip.ask(Asking(say("Replaced by"), lambda _: help_words, take, enter=say("keep it")))

    def follow_row(self) -> None:
        """Keep the field over its row when the list moves."""
        if self.place.editor.asking is not None:
            self.place.editor.lie_on(self.place.table.cell_rect(self.column, self.place))

    def learn(self) -> None:
        """Know the names and days that may be typed for the chosen action."""
        row = self.place.action()
        meeting_id = row.meeting_id if row is not None else ""
        self.place.context.operations.read(read_names, self.place.view.body_id, meeting_id, then=self._know)

    def many(self, ids: Sequence[str]) -> str:
        """Return the action by its name, or how many they are."""
        row = self.place.action()
        if len(ids) == 1 and row is not None and row.action.id == ids[0]:
            return name_of(row)
        return say("1 action") if len(ids) == 1 else say("{number:,} actions", number=len(ids))

    def _judge(self, word: str) -> None:
        ids = self.place.table.targets()

        def take(words: str) -> str:
            if word and not words:
                return say("The log keeps why it is {word}: type the reason in a few words.", word=say(word).lower())
            at, by = self._now()
            said = say(
                "{many}: {word}", many=self.many(ids), word=say(word).lower() if word else say("RAG as the rule says")
            )
            self._write(action_log.judge, ids, Judgement(at, word, words, by), undo=said)
            return ""

        if word:
            self.place.strip.ask(
                Asking(say("{word} because", word=word), lambda _: self.many(ids), take, enter=say("keep it"))
            )
        else:
            take("")

    def _open(self, column: str, asking: Asking) -> None:
        self.learn()
        table = self.place.table
        table.scrollTo(table.currentIndex())
        self.place.editor.open_on(table.cell_rect(column, self.place), asking)
        self.column = column
        self.place.keys_changed.emit()

    def _of_many(self, ids: Sequence[str]) -> str:
        return say(" · for {number:,} actions", number=len(ids)) if len(ids) > 1 else ""

    def _know(self, names: Names) -> None:
        self.names = names
        self.place.filters.know(names.owners, names.organisations)
        self.place.editor.read_out()

    def _now(self) -> "tuple[object, str]":
        return self.place.context.desk.now().astimezone(UTC), self.place.context.settings.now.clerk

    def _write(self, verb: object, *args: object, undo: str, **more: object) -> None:
        self.place.context.operations.write(verb, *args, undo=undo, **more)
        self.place.table.free_all()


def name_of(row: LogAction) -> str:
    """Return what an action is called in a sentence."""
    return say("Action {ref}", ref=row.action.ref) if row.action.ref else say("Action")


def _due_said(due: Due) -> str:
    return say("due {due}", due=due.words) if due.words else say("no date")
