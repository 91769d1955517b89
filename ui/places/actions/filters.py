"""The chips above the log: body, owner and deadline, each opened by its key."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.panels.log_choice import LogChoice
from ui.places.actions.ask_strip import Asking, AskStrip
from ui.theme import Theme
from ui.widgets.chips import FilterChip
from wibdesk.domain.dates import long_date, read_date, short_date

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

LONGEST = 24  # letters of a body's name on its chip


class Filters(QObject):
    """`wished` carries the choice as the clerk wants it; the place shows it and says so with `show_choice`."""

    wished = Signal(object)

    def __init__(self, theme: Theme, strip: AskStrip, today: "Callable[[], date]") -> None:
        super().__init__()
        self.theme, self.strip, self.today = theme, strip, today
        self.choice, self.owners = LogChoice(), list[str]()
        self.body = FilterChip(theme, "All bodies")
        self.owner = FilterChip(theme, "Any owner")
        self.before = FilterChip(theme, "Any date")
        self.owner.clicked.connect(self._owner_clicked)
        self.before.clicked.connect(self._before_clicked)

    def chips(self) -> "Sequence[QWidget]":
        """Return the chips in order."""
        return (self.body, self.owner, self.before)

    def show_choice(self, choice: LogChoice, body: str, owners: Sequence[str]) -> None:
        """Show what is on."""
        self.choice, self.owners = choice, list(owners)
        words = (
            (self.body, body if len(body) <= LONGEST else f"{body[: LONGEST - 1].rstrip()}…", bool(choice.body_id)),
            (self.owner, choice.owner or "Any owner", bool(choice.owner)),
            (
                self.before, f"Before {short_date(choice.due_before)[4:]}" if choice.due_before else "Any date",
                choice.due_before is not None,
            ),
        )  # fmt: skip
        for chip, word, on in words:
            chip.set_words(word)
            chip.setChecked(on)
        self.body.setAccessibleName(f"Filter: {body}")

    def ask_owner(self) -> None:
        """Ask whose actions to show."""
        self.strip.ask(Asking("Owner", self._read_owner, self._take_owner, self.choice.owner, self.owners))

    def ask_before(self) -> None:
        """Ask for the day before which actions are due."""
        before = self.choice.due_before
        self.strip.ask(Asking("Due before", self._read_day, self._take_day, short_date(before) if before else ""))

    def _read_owner(self, words: str) -> str:
        if not words:
            return "Empty shows every owner."
        found = self._matching(words)
        return (
            ", ".join(found[:4]) + (" …" if len(found) > 4 else "") if found else "Nobody owns an action by that name."
        )

    def _take_owner(self, words: str) -> str:
        found = self._matching(words) if words else []
        if words and not found:
            return f"Nobody by the name “{words}” owns an action: type part of a name, or nothing for every owner."
        self._wish(owner=found[0] if found else "")
        return ""

    def _matching(self, words: str) -> list[str]:
        wanted = words.casefold()
        return [o for o in self.owners if o.casefold() == wanted] or [o for o in self.owners if wanted in o.casefold()]

    def _read_day(self, words: str) -> str:
        day = read_date(words, near=self.today())
        return long_date(day) if day else "Type a day as 6 Oct or 6/10. Empty shows every date."

    def _take_day(self, words: str) -> str:
        day = read_date(words, near=self.today())
        if words and day is None:
            return f"“{words}” is no day that can be read: type it as 6 Oct 2026 or 6/10/26."
        self._wish(due_before=day)
        return ""

    def _owner_clicked(self) -> None:
        self.owner.setChecked(bool(self.choice.owner))
        if self.choice.owner:
            self._wish(owner="")
        else:
            self.ask_owner()

    def _before_clicked(self) -> None:
        self.before.setChecked(self.choice.due_before is not None)
        if self.choice.due_before is not None:
            self._wish(due_before=None)
        else:
            self.ask_before()

    def _wish(self, **changes: object) -> None:
        self.wished.emit(changes)
