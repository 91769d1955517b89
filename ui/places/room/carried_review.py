"""What is done with an action carried forward: each step in the log, and its sentence in the minutes."""

from collections.abc import Callable
from datetime import UTC
from typing import TYPE_CHECKING

from ui.commands import Command
from ui.lists import Row
from ui.places.room.picker import Ask
from wibdesk.domain.action_review import Reviewed, Step
from wibdesk.domain.deadlines import Due, DueKind, read_due
from wibdesk.domain.previous_minutes import reviews_actions
from wibdesk.domain.rich_text import plain_text
from wibdesk.language import later, say
from wibdesk.services.action_review import review

if TYPE_CHECKING:
    from ui.places.room.carried_panel import CarriedPanel
    from wibdesk.domain.actions import LogAction

KEYS = {
    "D": (Step.DONE, later("Done, its owner says")),
    "I": (Step.IN_PROGRESS, later("In progress")),
    "K": (Step.CLOSED, later("Closed by the board")),
    "O": (Step.OPEN, later("Open again")),
}
SAID = {
    Step.DONE: later("done"), Step.IN_PROGRESS: later("in progress"), Step.CLOSED: later("closed"),
    Step.OPEN: later("open"),
    Step.CARRIED: later("carried forward"), Step.REWORDED: later("reworded"), Step.NOTED: later("noted"),
}  # fmt: skip


def _nothing() -> None:
    """Send nothing."""


class CarriedReview:
    """Goes through the actions of a panel.

    Each step is written into the minutes of the item on the sheet where that is the review of actions, or where the
    clerk switched it on with S. `flush` sends what was typed there first.
    """

    def __init__(self, panel: "CarriedPanel") -> None:
        self.panel, self.session = panel, panel.session
        self.flush: Callable[[], None] = _nothing
        self.switched: dict[str, bool] = {}  # item -> whether the clerk wants it written there

    def take(self, step: Step, *, words: str = "", due_words: str = "") -> None:
        """Record a step with the chosen action, and what the minutes say of it."""
        entry, item = self.panel.chosen(), self.session.item
        if entry is None or item is None or not self.session.changeable:
            return
        due = read_due(due_words, on=self.panel.day(), meetings=self.panel.scheduled) if due_words else None
        self.flush()
        self.session.context.operations.write(
            review, entry.action.id, Reviewed(step, due, words), at=self.session.now().astimezone(UTC),
            item_id=item.id, write=self.writes(), by=self.session.context.settings.now.clerk or None,
            undo=f"{_name(entry)}: {_said(step, due)}", then=self.panel.take_in,
        )  # fmt: skip

    def ask_note(self) -> None:
        """Ask for words about how the chosen action goes; its status stays."""
        self._ask(say("Update on {}"), say("What its owner reports"), lambda words: self.take(Step.NOTED, words=words))

    def ask_due(self) -> None:
        """Ask to when the chosen action is carried."""
        entry = self.panel.chosen()
        now = (
            say(" It is due {due} now.", due=entry.action.due.words)
            if entry is not None and entry.action.due.words
            else ""
        )
        help_words = say("A day, a month or a meeting: 6/10, next meeting, end of month.{now}", now=now)
        self._ask(say("Carry {} to"), help_words, lambda words: self.take(Step.CARRIED, due_words=words))

    def ask_wording(self) -> None:
        """Ask for a new wording: it becomes a new action of this item, and the old one keeps its words."""
        entry = self.panel.chosen()
        help_words = say("A new action of the item on the sheet takes its place; the old minutes stay as they are.")
        text = plain_text(entry.action.text) if entry is not None else ""
        self._ask(say("New wording of {}"), help_words, lambda words: self.take(Step.REWORDED, words=words), text)

    def writes(self) -> bool:
        """Say whether what is done here is written into the minutes of the item on the sheet."""
        item = self.session.item
        return item is not None and self.switched.get(item.id, reviews_actions(item))

    def switch(self) -> None:
        """Write into the minutes of the item on the sheet from now on, or no longer."""
        item = self.session.item
        if item is not None:
            self.switched[item.id] = not self.writes()
            self.show_into()
            self.session.context.messages.announce(self.panel.into.text())

    def _ask(self, caption: str, help_words: str, take: Callable[[str], None], text: str = "") -> None:
        entry = self.panel.chosen()
        if entry is None or not self.session.changeable:
            return

        def taken(words: str, _row: Row | None) -> None:
            if words:
                take(words)

        asked = caption.format(entry.action.ref or say("this action"))
        self.panel.picker.ask(Ask(asked, help_words, taken, text, typed_over=False))

    def show_into(self) -> None:
        """Say whether what is done is written into the minutes; where nothing may be changed no key is told of."""
        item = self.session.item
        self.panel.foot.setVisible(self.session.changeable)
        if item is None:
            self.panel.into.setText("")
        elif self.writes():
            self.panel.into.setText(
                say("Written into item {number} too. S switches it off.", number=self.session.number_of(item))
            )
        else:
            self.panel.into.setText(
                say("Not written into item {number}. S switches it on.", number=self.session.number_of(item))
            )

    def commands(self) -> list[Command]:
        """Return the keys of the list."""
        where = say("carried forward")
        made = [self._step(key, step, say(words)) for key, (step, words) in KEYS.items()]
        asked = (
            ("carry", say("Carry to another deadline"), "C", self.ask_due),
            ("reword", say("Reword it"), "W", self.ask_wording),
            ("note", say("Note how it goes"), "U", self.ask_note),
            ("write", say("Write it into the minutes, or not"), "S", self.switch),
        )
        return [
            *made,
            *(
                Command(f"carried.{n}", words, (key,), where, run, listed=False, when=self._may)
                for n, words, key, run in asked
            ),
        ]

    def _step(self, key: str, step: Step, words: str) -> Command:
        run = lambda: self.take(step)  # noqa: E731 - the deed of this key
        return Command(f"carried.{step}", words, (key,), later("carried forward"), run, listed=False, when=self._may)

    def _may(self) -> bool:
        return self.session.changeable


def _said(step: Step, due: Due | None) -> str:
    doubtful = due is not None and due.kind is DueKind.NONE and due.as_written
    return (
        say("{said} to {doubtful}, kept as typed, no such day is known", said=say(SAID[step]), doubtful=doubtful)
        if doubtful
        else say(SAID[step])
    )


def _name(entry: "LogAction") -> str:
    return say("Action {ref}", ref=entry.action.ref) if entry.action.ref else say("This action")
