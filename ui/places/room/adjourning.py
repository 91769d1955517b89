"""Adjourning and resuming: the stamps, and the sentence of each in the minutes, which go and come back together."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.editor.lines import blank
from ui.editor.sheet import Caret, Sheet, Spot
from wibdesk.changes import BODIES, MEETINGS, STYLES
from wibdesk.domain.adjournments import Adjournment
from wibdesk.domain.date_forms import Forms
from wibdesk.domain.dates import clock
from wibdesk.domain.entries import Entry, Paragraph
from wibdesk.domain.paper_words import to_write, write, writing_in
from wibdesk.language import later, say
from wibdesk.services import adjournments, minutes, sittings

if TYPE_CHECKING:
    from ui.context import Context
    from ui.places.room.session import RoomSession
    from ui.places.room.sheet import SheetPanel
    from wibdesk.changes import Changes

CHECK = later("Check who came back: Ctrl E")
ADJOURNED = (to_write("The meeting adjourned at {time}."), later("the meeting adjourned at {time}"))
RESUMED = (to_write("The meeting resumed at {time}."), later("the meeting resumed at {time}"))
"""What the minutes say of it, and what is undone."""


class Stamp:
    """One stamp and its sentence as a step of the sheet: both are taken back, and done again, together."""

    def __init__(self, context: "Context", words: str, paragraph: Paragraph) -> None:
        self.context, self.words, self.paragraph = context, words, paragraph
        self.stamped: Adjournment | None = None  # until the register has it
        self.stands = True

    def undo(self) -> None:
        """Take the stamp back; its sentence goes with the step."""
        self.stands = False
        if self.stamped is not None:
            self._write(sittings.take_stamp, say("Taken back"))

    def redo(self) -> None:
        """Put the stamp again."""
        self.stands = True
        if self.stamped is not None:
            self._write(sittings.put_stamp, say("Done again"))

    def arrived(self, stamped: Adjournment) -> None:
        """Take what the register stored; where the step was taken back meanwhile, so is that."""
        self.stamped = stamped
        if not self.stands:
            self.undo()

    def _write(self, verb: Callable[..., Any], what: str) -> None:
        says = f"{what}: {self.words}"
        self.context.operations.write(verb, self.stamped, then=lambda _done: self.context.messages.say(says))


class Adjourning(QObject):
    """Keeps the adjournments of the session up to date; `press` adjourns the meeting, or resumes it."""

    def __init__(self, context: "Context", session: "RoomSession", sheet: "SheetPanel") -> None:
        super().__init__()
        self.context, self.session, self.sheet = context, session, sheet
        self.forms = Forms()
        self.stamps: list[Stamp] = []
        self.under_way = False
        sheet.strip.resume_wished.connect(self.press)
        session.opened.connect(self._opened)
        context.events.changed.connect(self._heard)

    def possible(self) -> bool:
        """Say whether the meeting is one that can adjourn or resume."""
        return self.session.live and self.session.changeable

    def press(self) -> None:
        """Adjourn the meeting, or let it go on: the time is stamped and the minutes say so."""
        session, meeting = self.session, self.session.meeting
        if meeting is None or self.under_way or not self.possible():
            return
        at = session.now().time().replace(second=0, microsecond=0)
        if session.adjourned is not None:
            self._stamp(
                RESUMED,
                at,
                say("Resumed at {time}. {check}", time=clock(at), check=say(CHECK)),
                adjournments.resume,
                meeting.id,
                at,
            )
        else:
            item, words = session.item_now, say("The meeting adjourned at {time}", time=clock(at))
            self._stamp(
                ADJOURNED,
                at,
                words,
                adjournments.adjourn,
                meeting.id,
                at,
                item.id if item else None,
            )

    def _sentence(self, did: tuple[str, str], at: time) -> Paragraph:
        """Return what the minutes say of it, in the language of the paper."""
        with writing_in(self.forms.words):
            return Paragraph(write(did[0], time=self.forms.time(at)))

    def _stamp(self, did: tuple[str, str], at: time, words: str, verb: Callable[..., Any], *arguments: object) -> None:
        """Write the sentence at once and the stamp beside it; one that the register refuses leaves no sentence."""
        editor, sentence = self.sheet.editor, self._sentence(did, at)
        stamp = Stamp(self.context, say(did[1], time=clock(at)), sentence)

        def stored(stamped: Adjournment) -> None:
            self.under_way = False
            stamp.arrived(stamped)

        def refused(error: BaseException) -> None:
            self.under_way = False
            self._take(stamp)
            self.context.messages.tell(error)

        self.under_way = True
        if self.session.item is not None and not editor.isReadOnly():
            editor.apply(with_last(editor.sheet(), sentence))
            editor.history.carry(stamp)
        self.stamps.append(stamp)
        self.context.operations.write(verb, *arguments, undo=words, then=stored, failed=refused)

    def _take(self, stamp: Stamp) -> None:
        """Take the sentence of a stamp from its item, as far as it stands there as it was written."""
        editor, sentence = self.sheet.editor, stamp.paragraph
        if editor.history.carries(stamp):
            editor.undo()
        elif sentence in editor.entries():
            editor.apply(without(editor.sheet(), sentence.id))
        else:
            for item in (item for item in self.session.items if sentence in item.entries):
                left = tuple(entry for entry in item.entries if entry != sentence)
                self.context.operations.write(minutes.save_entries, item.id, left, item.entries)

    def _opened(self) -> None:
        self.session.adjournments = ()
        self.stamps.clear()
        self._read()

    def _heard(self, changes: "Changes") -> None:
        if changes.touches(MEETINGS, BODIES, STYLES):
            self._read()

    def _read(self) -> None:
        meeting, read = self.session.meeting, self.context.operations.read
        if meeting is not None:
            read(adjournments.adjournments, meeting.id, then=lambda found: self._got(meeting.id, found))
            read(sittings.forms_of, meeting.id, then=self._take_forms)

    def _take_forms(self, forms: Forms) -> None:
        self.forms = forms

    def _got(self, meeting_id: str, found: tuple[Adjournment, ...]) -> None:
        session = self.session
        if session.meeting is None or session.meeting.id != meeting_id or found == session.adjournments:
            return
        before, session.adjournments = session.adjournments, found
        gone = [s for s in self.stamps if s.stands and s.stamped in before and s.stamped not in found]
        for stamp in gone:
            if not _resumed_since(stamp, found):
                self._take(stamp)  # the register's own undo took it back
        session.refreshed.emit()


def with_last(sheet: Sheet, entry: Entry) -> Sheet:
    """Return the sheet with an entry at its end, before an empty last line; a caret at the end goes below it."""
    *others, last = sheet.entries
    if isinstance(last, Paragraph) and not last.text:
        return replace(sheet, entries=(*others, entry, last))
    entries = (*sheet.entries, entry, blank())
    at_end = sheet.caret.at.entry == last.id
    return Sheet(entries, Caret(Spot(entries[-1].id)) if at_end else sheet.caret)


def without(sheet: Sheet, entry_id: str) -> Sheet:
    """Return the sheet without an entry; a caret in it goes to the one that stands there then."""
    place = sheet.index(entry_id)
    left = (*sheet.entries[:place], *sheet.entries[place + 1 :]) or (blank(),)
    touched = {sheet.caret.at.entry, (sheet.caret.anchor or sheet.caret.at).entry}
    caret = Caret(Spot(left[min(place, len(left) - 1)].id)) if entry_id in touched else sheet.caret
    return Sheet(left, caret)


def _resumed_since(stamp: Stamp, found: tuple[Adjournment, ...]) -> bool:
    """Say whether an adjournment is still there, only that it has ended since."""
    stamped = stamp.stamped
    return stamped is not None and stamped.lasts and any(each.id == stamped.id for each in found)
