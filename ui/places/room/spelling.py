"""Spelling in the room: the dictionary comes in the background, and the names and words of the body are known."""

from typing import TYPE_CHECKING

from ui.editor.after_paint import AfterPaint
from wibdesk.changes import TERMS, Changes
from wibdesk.domain.terms import Term, TermKind
from wibdesk.language import say
from wibdesk.services import terms
from wibdesk.spelling.checking import Speller
from wibdesk.spelling.loading import speller
from wibdesk.spelling.words import words_of_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ui.context import Context
    from ui.editor.minute_editor import MinuteEditor
    from ui.places.room.session import RoomSession
    from wibdesk.domain.meetings import Meeting
    from wibdesk.domain.people import Person


class SpellingKept:
    """Gives the editor of a room its speller, as the clerk has it in Settings, and keeps words that are added."""

    def __init__(self, context: "Context", session: "RoomSession", editor: "MinuteEditor") -> None:
        self.context, self.session, self.spelling = context, session, editor.spelling
        self.speller: Speller | None = None
        self.terms: tuple[Term, ...] = ()
        self.meeting_id = ""
        self._told: object = None
        self._asked = False
        # The dictionary takes a while: the caret and what is on the sheet come first.
        self.after = AfterPaint(self.spelling, self._load)
        self.spelling.said.connect(context.messages.say)
        self.spelling.learnt.connect(self._keep)
        session.opened.connect(self._opened)
        session.refreshed.connect(self.refresh)
        context.events.changed.connect(self._heard)

    def refresh(self) -> None:
        """Tell the editor which words are right in this meeting, where that changed, and load the dictionary once."""
        meeting, wanted = self.session.meeting, self.context.settings.now.check_spelling
        if meeting is None:
            return
        if wanted and not self._asked:
            self._asked = True
            self.after.ask()
        told = self.speller if wanted else None, tuple(_names(meeting, self.session.roster, self.terms))
        if told != self._told:
            self._told = told
            self.spelling.judge_by(told[0], words_of_names(told[1]))

    def _load(self) -> None:
        self.context.tasks.run(speller, on_done=self._loaded)

    def _loaded(self, found: Speller | None) -> None:
        self.speller = found
        self.refresh()

    def _opened(self) -> None:
        meeting = self.session.meeting
        if meeting is not None and meeting.id != self.meeting_id:
            self.meeting_id = meeting.id
            self.spelling.forget_ignored()
            self.terms = ()
            self._read_terms()
        self.refresh()

    def _heard(self, changes: Changes) -> None:
        if changes.touches(TERMS):
            self._read_terms()

    def _read_terms(self) -> None:
        if self.session.meeting is not None:
            self.context.operations.read(terms.terms, self.session.meeting.body.id, then=self._got)

    def _got(self, found: tuple[Term, ...]) -> None:
        self.terms = found
        self.refresh()

    def _keep(self, word: str) -> None:
        words = say("“{word}” is one of your words now", word=word)
        self.context.operations.write(terms.keep_term, Term(TermKind.WORD, word), undo=words)


def _names(meeting: "Meeting", roster: "Iterable[Person]", kept: "Iterable[Term]") -> "Iterable[str]":
    """Yield every name and term that is right as it stands in this meeting."""
    yield from (meeting.body.name, meeting.details.venue or "")
    yield from (item.presenter for item in meeting.items if item.presenter)
    for attendee in meeting.attendance:
        yield from (attendee.name or "", attendee.organisation or "", attendee.role or "", *attendee.deputy_for)
    for person in roster:
        yield from (person.prints_as, person.organisation or "", person.role or "", person.short_initials.lower())
    for term in kept:
        yield from (term.short, term.full)
