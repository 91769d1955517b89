"""What helps with the words of a meeting, kept at hand: its abbreviations and terms, phrases, names and clock form."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ui.editor.lines import lines_of, words_of
from ui.editor.words.wording import Wording
from ui.places.room.house_names import in_running_text, style_of
from wibdesk.changes import BODIES, MEETINGS, PHRASES, STYLES, TERMS, Changes
from wibdesk.domain.entries import PrivateNote
from wibdesk.domain.house_style import PLAIN, HouseStyle
from wibdesk.domain.phrases import Phrase
from wibdesk.domain.terms import Term
from wibdesk.language import say
from wibdesk.services import phrases, terms
from wibdesk.shorthand.words.completion import completions_of
from wibdesk.shorthand.words.expansion import abbreviations_of, mentions

if TYPE_CHECKING:
    from ui.context import Context
    from ui.editor.minute_editor import MinuteEditor
    from ui.places.room.session import RoomSession
    from ui.places.room.surround import SurroundingsKept


class WordsKept:
    """Tells the editor its wording; the register is asked when a meeting opens or something changed, never by a key."""

    def __init__(
        self, context: "Context", session: "RoomSession", editor: "MinuteEditor", surround: "SurroundingsKept"
    ) -> None:
        self.context, self.session, self.editor, self.surround = context, session, editor, surround
        self.terms: tuple[Term, ...] = ()
        self.phrases: tuple[Phrase, ...] = ()
        self.style = PLAIN
        session.opened.connect(self._opened)
        context.events.changed.connect(self._heard)

    def refresh(self) -> None:
        """Tell the editor how the words stand now; the people are those that its surroundings know."""
        people = [*(a.name for a in self.session.attendees if a.name), *(p.prints_as for p in self.session.roster)]
        self.surround.shown = in_running_text(self.style, people)
        self.editor.words.wording = Wording(
            abbreviations=abbreviations_of(self.terms),
            completions=completions_of(self.editor.surroundings.read_by().people, self.terms),
            phrases=self._phrases,
            certain=self._certain,
            people=self._people,
            clock=lambda: self.style.forms.time(self.session.now().time()),
            used=self._used,
            taken=self._taken,
        )

    def _opened(self) -> None:
        self.terms, self.phrases = (), ()
        self._read_terms()
        self._read_phrases()
        self._read_style()

    def _heard(self, changes: Changes) -> None:
        if changes.touches(TERMS):
            self._read_terms()
        if changes.touches(PHRASES):
            self._read_phrases()
        if changes.touches(BODIES, MEETINGS, STYLES):
            self._read_style()

    def _read_terms(self) -> None:
        meeting, read = self.session.meeting, self.context.operations.read
        if meeting is not None:
            read(terms.terms, meeting.body.id, then=self._got_terms)

    def _read_phrases(self) -> None:
        meeting, read = self.session.meeting, self.context.operations.read
        if meeting is not None:
            read(phrases.phrases, meeting.body.id, then=self._got_phrases)

    def _read_style(self) -> None:
        meeting, read = self.session.meeting, self.context.operations.read
        if meeting is not None:
            read(style_of, meeting.id, then=self._got_style)

    def _got_terms(self, found: tuple[Term, ...]) -> None:
        self.terms = found
        self.refresh()

    def _got_phrases(self, found: tuple[Phrase, ...]) -> None:
        self.phrases = found

    def _got_style(self, style: HouseStyle) -> None:
        if style != self.style:
            self.style = style
            self.refresh()

    def _phrases(self) -> Sequence[Phrase]:
        return self.phrases

    def _certain(self) -> Mapping[str, str]:
        """Return what the meeting knows for the slots of a phrase."""
        meeting, item = self.session.meeting, self.session.item
        if meeting is None:
            return {}
        forms, known = self.style.forms, self.editor.surroundings.read_by()
        day, chairs = meeting.details.date, [p.in_text for p in known.people if p.chair and p.present]
        coming = next((each for each in known.scheduled if each > known.on), None)
        return {
            "item": item.title if item is not None else "",
            "number": self.session.number_of(item) if item is not None else "",
            "body": meeting.body.name,
            "date": forms.plain(day) if day is not None else "",
            "time": forms.time(self.session.now().time()),
            "chair": chairs[0] if len(chairs) == 1 else "",
            "presenter": self.surround.shown(item.presenter) if item is not None and item.presenter else "",
            "meeting": say("the meeting on {date}", date=forms.plain(coming)) if coming is not None else "",
            "next meeting": forms.long(coming) if coming is not None else "",
            "last meeting": forms.plain(known.previous) if known.previous is not None else "",
        }

    def _people(self) -> Sequence[str]:
        """Return who may be meant where a phrase wants a name: the item's presenter, then those here."""
        item, people = self.session.item, self.editor.surroundings.read_by().people
        presenter = (self.surround.shown(item.presenter),) if item is not None and item.presenter else ()
        return tuple(dict.fromkeys((*presenter, *(person.in_text for person in people if person.present))))

    def _used(self, short: str) -> bool:
        """Say whether an item other than the one on the sheet has a short form where a reader sees it."""
        return any(
            mentions(words_of(line), short)
            for item in self.session.items
            if item.id != self.session.item_id
            for entry in item.entries
            if not isinstance(entry, PrivateNote)
            for line in lines_of(entry)
        )

    def _taken(self, phrase: Phrase) -> None:
        self.context.operations.write(phrases.used_phrase, phrase.id)
