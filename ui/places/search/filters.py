"""The filters beside the field: body, kind and how far back, each chosen from a short list by its key."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ui.menu import open_menu
from ui.panels.body_menu import FIGURES, open_body_menu
from ui.widgets.chips import FilterChip
from wibdesk.domain.dates import MONTHS
from wibdesk.domain.search import Query, SearchKind
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.place import Place
    from wibdesk.domain.bodies import Body

EVERY = "every"
LONGEST = 28
"""Letters of a body's name that its filter shows."""
PLURALS: dict[SearchKind, str] = {
    SearchKind.DECISION: later("Decisions"),
    SearchKind.ACTION: later("Actions"),
    SearchKind.MINUTE: later("Minutes"),
    SearchKind.ITEM: later("Agenda items"),
    SearchKind.MEETING: later("Meetings"),
    SearchKind.NOTE: later("Private notes"),
    SearchKind.PAPER: later("Papers"),
    SearchKind.PERSON: later("People"),
    SearchKind.PLAN: later("Plans"),
    SearchKind.VOTE: later("Votes"),
    SearchKind.INTEREST: later("Interests"),
    SearchKind.CORRECTION: later("Corrections"),
}
"""What the kinds are called in the list, those looked for most often first."""
BACK = (3, 12, 36)
"""Months that a filter goes back."""


class Filters:
    """What narrows every search of this place until it is taken away; `told` is called when one changed."""

    def __init__(self, place: "Place", told: Callable[[], None], ask_person: Callable[[], None]) -> None:
        self.place, self.told = place, told
        theme = place.context.theme
        self.bodies: Sequence[Body] = ()
        self.body_id, self.kind, self.months = "", "", 0
        self.body = FilterChip(theme, say("All bodies"))
        self.since = FilterChip(theme, say("Any day"))
        self.kinds = FilterChip(theme, say("Every kind"))
        self.person = FilterChip(theme, say("By person"))
        self.body.clicked.connect(self.choose_body)
        self.since.clicked.connect(self.choose_since)
        self.kinds.clicked.connect(self.choose_kind)
        self.person.clicked.connect(ask_person)
        self.show()

    @property
    def chips(self) -> tuple[FilterChip, ...]:
        """The chips in order."""
        return self.body, self.since, self.kinds, self.person

    def know(self, bodies: "Sequence[Body]") -> None:
        """Offer these bodies; one that is gone narrows nothing any more."""
        self.bodies = bodies
        if self.body_id not in {body.id for body in bodies}:
            self.body_id = ""
        self.show()

    def narrowed(self, query: Query) -> Query:
        """Return a query within these filters; what was typed goes before them."""
        return replace(
            query,
            body_ids=frozenset({self.body_id}) if self.body_id else query.body_ids,
            kinds=query.kinds or (frozenset({SearchKind(self.kind)}) if self.kind else frozenset()),
            since=query.since or (self._first_day(self.months) if self.months and query.until is None else None),
        )

    def clear(self) -> None:
        """Take every filter away."""
        self.body_id, self.kind, self.months = "", "", 0
        self._changed()

    def any(self) -> bool:
        """Say whether a filter is on."""
        return bool(self.body_id or self.kind or self.months)

    def choose_body(self) -> None:
        """Open the list of bodies."""
        self.show()
        names = [(body.id, body.name) for body in self.bodies]
        open_body_menu(self.place.context.theme, self.place.window(), names, self.body_id, self._take_body)

    def choose_kind(self) -> None:
        """Open the list of kinds."""
        self.show()
        kinds = [
            (str(n) if n <= FIGURES else "", kind.value, say(words))
            for n, (kind, words) in enumerate(PLURALS.items(), 1)
        ]
        options = [("0", EVERY, say("Every kind")), *kinds]
        self._open(say("Show only"), options, self._take_kind, self.kind or EVERY)

    def choose_since(self) -> None:
        """Open the list of how far back."""
        self.show()
        spans = [(str(n), str(months), self._since_words(months)) for n, months in enumerate(BACK, 2)]
        self._open(say("Meetings since"), [("1", "0", say("Any day")), *spans], self._take_months, str(self.months))

    def show(self) -> None:
        """Show on the chips what is chosen."""
        name = next((body.name for body in self.bodies if body.id == self.body_id), "")
        brief = name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
        self.body.set_words(brief or say("All bodies"))
        self.body.setChecked(bool(name))
        self.since.set_words(self._since_words(self.months) if self.months else say("Any day"))
        self.since.setChecked(bool(self.months))
        words = say("{kind} only", kind=say(PLURALS[SearchKind(self.kind)])) if self.kind else say("Every kind")
        self.kinds.set_words(words)
        self.kinds.setChecked(bool(self.kind))
        self.person.setChecked(False)

    def _open(self, heading: str, options: list[tuple[str, str, str]], pick: Callable[[str], None], on: str) -> None:
        open_menu(self.place.context.theme, self.place.window(), heading, options, pick, on=(on,))

    def _take_body(self, body_id: str) -> None:
        self.body_id = body_id
        self._changed()

    def _take_kind(self, kind: str) -> None:
        self.kind = "" if kind == EVERY else kind
        self._changed()

    def _take_months(self, months: str) -> None:
        self.months = int(months)
        self._changed()

    def _changed(self) -> None:
        self.show()
        self.told()

    def _first_day(self, months: int) -> date:
        """Return the first day of the month so many months ago."""
        today = self.place.context.desk.now().date()
        count = today.year * 12 + today.month - 1 - months
        return date(count // 12, count % 12 + 1, 1)

    def _since_words(self, months: int) -> str:
        day = self._first_day(months)
        return say("Since {month} {year}", month=say(MONTHS[day.month - 1]), year=day.year)
