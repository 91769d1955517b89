"""The chips above the log, and the questions that narrow it: owner, organisation, days, RAG."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from ui.panels.one_line import Asking
from ui.places.actions.ask_strip import AskStrip
from ui.theme import Theme
from ui.widgets.chips import FilterChip
from wibdesk.domain.dates import compact_date, long_date, read_date, short_date
from wibdesk.domain.log_views import GROUPS, LogView
from wibdesk.language import later, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtWidgets import QWidget

LONGEST = 22  # letters of a name on its chip


class _Asked(NamedTuple):
    """What is said where a name is asked for: the caption, of nothing typed, and of a name that nobody has."""

    caption: str
    every: str
    nobody: str
    type_another: str


ASKED = {
    "owner": _Asked(
        later("Owner"),
        later("Empty shows every owner."),
        later("Nobody by the name “{name}” owns an action."),
        later("Nobody by the name “{name}” owns an action: type part of a name, or nothing for every owner."),
    ),
    "organisation": _Asked(
        later("Organisation"),
        later("Empty shows every organisation."),
        later("No organisation by the name “{name}” is known."),
        later("No organisation by the name “{name}” is known: type part of a name, or nothing for every organisation."),
    ),
}


class Filters(QObject):
    """`wished` carries what the clerk wants changed; the place shows it and says so with `show_view`."""

    wished = Signal(object)

    def __init__(self, theme: Theme, strip: AskStrip, today: "Callable[[], date]") -> None:
        super().__init__()
        self.theme, self.strip, self.today = theme, strip, today
        self.view = LogView()
        self.known: tuple[Sequence[str], Sequence[str]] | None = None  # owners and organisations
        names = (say("All bodies"), say("Any owner"), say("Any date"), say("Headings: deadline"), say("More filters"))
        self.body, self.owner, self.before, self.headings, self.more = (FilterChip(theme, name) for name in names)
        self.owner.clicked.connect(self._owner_clicked)
        self.before.clicked.connect(self._before_clicked)

    def chips(self) -> "Sequence[QWidget]":
        """Return the chips in order, the ones to be left out first last."""
        return (self.body, self.owner, self.before, self.headings, self.more)

    def show_view(self, view: LogView, body: str) -> None:
        """Show what is on."""
        self.view = view
        more = [
            part
            for part in (
                view.organisation,
                view.rag and say(view.rag),
                say("one meeting") if view.meeting_id else "",
                view.raised_words(),
            )
            if part
        ]
        days = say("Before {date}", date=compact_date(view.due_before)) if view.due_before else ""
        if view.due_from:
            days = say("{days} from {date}", days=days or say("Due"), date=compact_date(view.due_from))
        words = (
            (self.body, _short(body), bool(view.body_id)),
            (self.owner, _short(view.owner) or say("Any owner"), bool(view.owner)),
            (self.before, days or say("Any date"), bool(days)),
            (
                self.headings,
                say("Headings: {heading}", heading=say(dict(GROUPS)[view.group_by])),
                view.group_by != "none",
            ),
            (self.more, _short(", ".join(more)) or say("More filters"), bool(more)),
        )
        for chip, word, on in words:
            chip.set_words(word)
            chip.setChecked(on)
        self.body.setAccessibleName(say("Filter: {body}", body=body))

    def know(self, owners: Sequence[str], organisations: Sequence[str]) -> None:
        """Know the names that may be asked for."""
        self.known = (owners, organisations)
        asking = self.strip.asking
        for names, asked in zip(self.known, ASKED.values(), strict=True):
            if asking is not None and asking.caption == say(asked.caption):
                self.strip.offer(names)

    def ask_owner(self) -> None:
        """Ask whose actions to show."""
        self._ask_name("owner", 0, self.view.owner)

    def ask_organisation(self) -> None:
        """Ask of which organisation's owners to show the actions."""
        self._ask_name("organisation", 1, self.view.organisation)

    def ask_before(self) -> None:
        """Ask for the day before which actions are due."""
        self._ask_day(say("Due before"), "due_before", self.view.due_before)

    def ask_from(self) -> None:
        """Ask for the first day on which actions are due."""
        self._ask_day(say("Due from"), "due_from", self.view.due_from)

    def _ask_day(self, caption: str, part: str, day: "date | None") -> None:
        def take(words: str) -> str:
            found = read_date(words, near=self.today())
            if words and found is None:
                return say("“{words}” is no day that can be read: type it as 6 Oct 2026 or 6/10/26.", words=words)
            self._wish(**{part: found})
            return ""

        self.strip.ask(Asking(caption, self._read_day, take, short_date(day) if day else ""))

    def _ask_name(self, part: str, which: int, now: str) -> None:
        asked = ASKED[part]

        def found(words: str) -> list[str]:
            # Until the names have been read, what was typed is taken as part of one.
            return [words] if self.known is None else _matching(words, self.known[which])

        def read(words: str) -> str:
            if not words:
                return say(asked.every)
            names = found(words)
            return ", ".join(names[:4]) + (" …" if len(names) > 4 else "") or say(asked.nobody, name=words)

        def take(words: str) -> str:
            if words and not found(words):
                return say(asked.type_another, name=words)
            self._wish(**{part: found(words)[0] if words else ""})
            return ""

        offers = self.known[which] if self.known is not None else ()
        self.strip.ask(Asking(say(asked.caption), read, take, now, offers))

    def _read_day(self, words: str) -> str:
        day = read_date(words, near=self.today())
        return long_date(day) if day else say("Type a day as 6 Oct or 6/10. Empty shows every date.")

    def _owner_clicked(self) -> None:
        self.owner.setChecked(bool(self.view.owner))
        if self.view.owner:
            self._wish(owner="")
        else:
            self.ask_owner()

    def _before_clicked(self) -> None:
        on = self.view.due_before is not None or self.view.due_from is not None
        self.before.setChecked(on)
        if on:
            self._wish(due_before=None, due_from=None)
        else:
            self.ask_before()

    def _wish(self, **changes: object) -> None:
        self.wished.emit(changes)


def _matching(words: str, known: Sequence[str]) -> list[str]:
    wanted = words.casefold()
    return [name for name in known if name.casefold() == wanted] or [n for n in known if wanted in n.casefold()]


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
