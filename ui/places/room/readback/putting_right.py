"""What E, O and M do to a line that is read back: asked in one line below the list, kept in the register, undoable."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.editor.names_field import matching, names_in, names_out
from ui.lists import Row
from ui.places.room.attendance_acts import AttendanceActs
from ui.places.room.attendance_asks import AttendanceAsks
from ui.places.room.picker import Ask, Picker
from ui.places.room.readback.repairs import with_action, with_due, with_owners, with_words
from ui.places.room.readback.rows import ReadRow
from ui.places.room.surround import SurroundingsKept, owners_offered
from wibdesk.domain.deadlines import read_due
from wibdesk.domain.doubts import Doubt, DoubtKind, Fix
from wibdesk.domain.known_names import known_names, of_initials, of_organisation
from wibdesk.domain.people import Group, Person
from wibdesk.domain.terms import Term, TermKind
from wibdesk.language import later, say
from wibdesk.services import minutes, people, terms

if TYPE_CHECKING:
    from ui.context import Context
    from ui.places.room.session import RoomSession
    from wibdesk.domain.entries import Action, Entry

ADD = later("add to the roster")
OF_A_NAME = (DoubtKind.UNKNOWN_OWNER, DoubtKind.AMBIGUOUS_OWNER, DoubtKind.ORGANISATION_OWNER)
"""Doubts about one of the names of the owners, in whose place another is put."""
CUT = 46  # letters of an action or sentence that a question quotes


@dataclass(frozen=True, kw_only=True)
class OfferRow(Row):
    """Something offered for what is doubtful; `adds` says that it puts a stranger on the roster."""

    adds: bool = False


class PuttingRight(QObject):
    """Works on one line at a time; `elsewhere` when it is put right in the attendance, `gone_to` on the sheet."""

    elsewhere = Signal()
    asking = Signal()
    gone_to = Signal(object)

    def __init__(self, context: "Context", session: "RoomSession", surround: SurroundingsKept, picker: Picker) -> None:
        super().__init__()
        self.context, self.session, self.surround, self.picker = context, session, surround, picker

    def put_right(self, row: ReadRow) -> None:
        """Do what puts the first doubt of a line right, or ask for it; where only the eye helps, go there."""
        doubt = row.doubts[0] if row.doubts else None
        if doubt is None:
            self.gone_to.emit(row)
            return
        if doubt.fix in (Fix.OWNER, Fix.DATE) and row.action is not None:
            (self.ask_owner if doubt.fix is Fix.OWNER else self.ask_due)(row)
        elif doubt.fix is Fix.BETTER and doubt.better:
            self._replace(doubt, doubt.better)
        elif doubt.fix in (Fix.WORDS, Fix.BETTER):
            self._ask_words(doubt)
        elif doubt.fix is Fix.TERM:
            self._ask_term(doubt)
        elif doubt.fix is Fix.TIMES:
            self.ask_times(doubt)
        elif doubt.fix is Fix.ATTENDANCE:
            self.elsewhere.emit()
        else:
            self.gone_to.emit(row)

    def ask_owner(self, row: ReadRow) -> None:
        """Ask who owns an action; one who is not known can go on the roster instead."""
        action = row.action
        if action is None:
            return
        doubtful = next((d for d in row.doubts if d.kind in OF_A_NAME), None)
        stranger = doubtful.about if doubtful is not None else ""
        new = doubtful is not None and doubtful.kind is DoubtKind.UNKNOWN_OWNER

        def take(words: str, chosen: Row | None) -> None:
            if isinstance(chosen, OfferRow) and chosen.adds:
                self._add_person(chosen.row_id)
                return
            names = (chosen.text,) if chosen is not None else names_in(words)
            if names:
                fresh = with_owners(action, names, stranger)
                self._keep_action(row, fresh, f"{names_out(fresh.owners)}: {_quoted(row.text)}")

        caption = say("Who owns {quoted}?", quoted=_quoted(row.text))
        known = "" if stranger else names_out(action.owners)
        self._ask(
            caption,
            say("A name, or several with commas between"),
            take,
            lambda w: self._owners(w, stranger, new=new),
            known,
        )

    def ask_due(self, row: ReadRow) -> None:
        """Ask by when an action is due; what was read of the words stands below them."""
        action, meeting = row.action, self.session.meeting
        if action is None or meeting is None:
            return
        on = meeting.details.date or self.session.now().date()

        def take(words: str, _chosen: Row | None) -> None:
            due = read_due(words, on=on, meetings=self.surround.scheduled)
            said = say("Due {due}", due=due.words) if due.words else say("No date")
            self._keep_action(row, with_due(action, due), f"{said}: {_quoted(row.text)}")

        def offers(words: str) -> list[Row]:
            due = read_due(words, on=on, meetings=self.surround.scheduled)
            said = due.words if due.date or due.month or due.start else say("{words}, kept as typed", words=words)
            return [Row(row_id="due", text=said)] if words else []

        known = action.due.as_written or action.due.words
        help_words = say("As 6/10, Friday, next meeting or two weeks")
        self._ask(say("When is {quoted} due?", quoted=_quoted(row.text)), help_words, take, offers, known)

    def ask_times(self, doubt: Doubt) -> None:
        """Ask when somebody came and went."""
        person = next((a for a in self.session.attendees if a.id == doubt.about), None)
        if person is not None and person.intervals:
            AttendanceAsks(self.session, AttendanceActs(self.session), self.picker).times(person)
            self.asking.emit()

    def _ask_words(self, doubt: Doubt) -> None:
        def take(words: str, _chosen: Row | None) -> None:
            if words:
                self._replace(doubt, words)

        self._ask(
            say("Instead of {about}: {doubt}", about=doubt.about, doubt=doubt.words),
            say("The words that belong there"),
            take,
        )

    def _ask_term(self, doubt: Doubt) -> None:
        meeting = self.session.meeting
        if meeting is None:
            return

        def take(words: str, _chosen: Row | None) -> None:
            if words:
                term = Term(TermKind.ABBREVIATION, doubt.about, words, meeting.body.id)
                said = say("{about} is known: {words}", about=doubt.about, words=words)
                self.context.operations.write_once(terms.keep_term, term, once=doubt.about, undo=said)

        self._ask(
            say("What does {about} stand for?", about=doubt.about),
            say("It is kept with the abbreviations of the body"),
            take,
        )

    def _replace(self, doubt: Doubt, words: str) -> None:
        item = next((i for i in self.session.items if i.id == doubt.item_id), None)
        fresh = with_words(item.entries, doubt, words) if item is not None else None
        if item is None or fresh is None:
            self.context.messages.say(say("“{about}” stands there no more", about=doubt.about))
        else:
            self._save(
                item.id, fresh, item.entries, say("“{about}” put right: {words}", about=doubt.about, words=words)
            )

    def _keep_action(self, row: ReadRow, fresh: "Action", undo: str) -> None:
        item = next((i for i in self.session.items if i.id == row.item_id), None)
        if item is not None and fresh != row.action:
            self._save(item.id, with_action(item.entries, fresh), item.entries, undo)

    def _save(self, item_id: str, fresh: "tuple[Entry, ...]", base: "tuple[Entry, ...]", undo: str) -> None:
        self.context.operations.write_once(minutes.save_entries, item_id, fresh, base, once=item_id, undo=undo)

    def _add_person(self, name: str) -> None:
        meeting = self.session.meeting
        if meeting is not None:
            person = Person(meeting.body.id, name, group=Group.IN_ATTENDANCE)
            self.context.operations.write_once(
                people.add_person, person, once=name, undo=say("{name} is on the roster", name=name)
            )

    def _owners(self, words: str, doubtful: str, *, new: bool) -> Sequence[Row]:
        """Offer who fits the words; before any are typed, whom a doubtful name may mean, or to add a `new` one."""
        known = owners_offered(self.session.attendees, self.session.roster)
        names = matching(words, known)
        if doubtful and not words and not new:
            people = known_names(self.session.attendees, self.session.roster)
            names = tuple(one.shown for one in of_initials(doubtful, people) or of_organisation(doubtful, people))
        rows = [OfferRow(row_id=name, text=name) for name in names]
        adds = [OfferRow(row_id=doubtful, text=f"{doubtful}: {say(ADD)}", adds=True)] if new and not words else []
        return [*adds, *rows]

    def _ask(
        self,
        caption: str,
        help_words: str,
        take: Callable[[str, Row | None], None],
        offers: Callable[[str], Sequence[Row]] | None = None,
        known: str = "",
    ) -> None:
        self.picker.kept.pop(caption, None)  # another line may ask the same with other words in it
        self.picker.ask(Ask(caption, help_words, take, known, offers))
        self.asking.emit()


def _quoted(words: str) -> str:
    return f"“{words}”" if len(words) <= CUT else f"“{words[:CUT].rpartition(' ')[0]} …”"
