"""Approved minutes in the room: sealed and read-only, told so in a strip, reopened only with a reason."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QObject, Signal

from ui.lists import Row
from ui.places.room.approved_strip import ApprovedStrip
from ui.places.room.picker import Ask
from wibdesk.domain.dates import plain_date
from wibdesk.domain.meetings import MinutesStatus, Stage
from wibdesk.language import counted, later, say
from wibdesk.services import approval, wiping

if TYPE_CHECKING:
    from datetime import datetime

    from ui.context import Context
    from ui.places.room.saving import LiveSave
    from ui.places.room.session import RoomSession
    from ui.places.room.sheet import SheetPanel
    from wibdesk.domain.approval import Seal, Wiped

# The open transaction, only handed on to the services: the screens know nothing of the store.
Transaction: TypeAlias = Any

WHAT_APPROVING_DOES = later(
    "They become read-only, and a checksum is kept over their words, so that any later change would be found out. "
    "A mistake found later is put right by a resolution in the minutes of a later meeting; they can also be reopened, "
    "with a reason that stays on record."
)
WHY_NOTHING = later(
    "Nothing was typed: approved minutes stay as they are. Put a mistake right by a resolution in the minutes of a "
    "later meeting, or reopen these with a reason."
)
NOT_WHAT_WAS_APPROVED = later(
    "The words of these minutes are no longer those that were approved: somebody changed the register past the desk. "
    "Compare them with the signed copy, or bring back a backup."
)
SHOWN = 12  # figures of the checksum that the strip shows; a pointer over it tells all


@dataclass(frozen=True)
class Standing:
    """How approved minutes stand: their seal, how many private notes are left, and when some were wiped."""

    seal: "Seal | None"
    notes: int
    wipes: "tuple[Wiped, ...]"


class Approving(QObject):
    """Keeps the sheet read-only where the minutes are approved; `done` when the keyboard belongs there again."""

    done = Signal()

    def __init__(self, context: "Context", session: "RoomSession", sheet: "SheetPanel", saving: "LiveSave") -> None:
        super().__init__(sheet)
        self.context, self.session, self.sheet, self.saving = context, session, sheet, saving
        self.standing: Standing | None = None
        self.explained = False
        session.opened.connect(self.refresh)
        session.refreshed.connect(self.refresh)
        sheet.approved.reopen_wished.connect(self.ask_reason)
        sheet.strip.approve_wished.connect(self.ask)
        sheet.first.left.connect(self.done)
        sheet.editor.refused.connect(self._typed)

    @property
    def strip(self) -> ApprovedStrip:
        """The strip that says how the minutes stand."""
        return self.sheet.approved

    def refresh(self) -> None:
        """Let the sheet be typed in or not, and read how approved minutes stand."""
        meeting, editor = self.session.meeting, self.sheet.editor
        fixed = meeting is not None and not self.session.changeable
        if editor.isReadOnly() is not fixed:
            editor.set_read_only(fixed)
        if meeting is None or not meeting.details.status.final:
            self.standing, self.explained = None, False
            self.strip.hide()
        else:
            self.context.operations.read(standing_of, meeting.id, then=lambda found: self._got(meeting.id, found))

    def may_approve(self) -> bool:
        """Say whether the minutes in the room can be approved."""
        return self.session.changeable and self.session.stage is Stage.CLOSED

    def may_reopen(self) -> bool:
        """Say whether the minutes in the room are approved and can be reopened."""
        return self.standing is not None and not self.context.desk.read_only

    def ask(self) -> None:
        """Say what approving does, and ask whether to."""
        if self.may_approve():
            self.saving.flush()
            signed = (say("Record them as signed"), lambda: self.approve(MinutesStatus.SIGNED))
            self.sheet.first.ask(
                say("Approve these minutes?"), say(WHAT_APPROVING_DOES), say("Approve the minutes"),
                lambda: self.approve(MinutesStatus.APPROVED), other=signed,
            )  # fmt: skip

    def approve(self, status: MinutesStatus) -> None:
        """Record the minutes as approved or signed."""
        meeting = self.session.meeting
        self.sheet.first.hide()
        if meeting is not None:
            words = say("The minutes are {status}", status=status.value)
            self.context.operations.write_once(approval.approve, meeting.id, status, then=lambda _: self._say(words))
        self.done.emit()

    def ask_reason(self) -> None:
        """Ask why the approved minutes are to be changed."""
        if self.may_reopen():
            help_words = say("The reason and the time stay on record, and what was approved stays as a version.")
            ask = Ask(say("Why are the approved minutes reopened?"), help_words, self._reopen, enter=say("reopen them"))
            self.sheet.asking.ask(ask)

    def _typed(self, words: str) -> None:
        """Say once why nothing is typed into approved minutes."""
        if words and words.isprintable() and self.standing is not None and not self.explained:
            self.explained = True
            self.strip.explain(say(WHY_NOTHING))
            self.context.messages.announce(say(WHY_NOTHING))

    def _reopen(self, words: str, _row: Row | None) -> None:
        meeting = self.session.meeting
        if meeting is not None:
            self.context.operations.write_once(
                approval.reopen_approved,
                meeting.id,
                words,
                then=lambda _: self._say(say("The minutes are a draft again")),
            )

    def _say(self, words: str) -> None:
        # Neither step is taken back by the way: the strip offers the one, the question about approving the other.
        self.context.messages.say(words)

    def _got(self, meeting_id: str, found: Standing) -> None:
        meeting = self.session.meeting
        if meeting is None or meeting.id != meeting_id or not meeting.details.status.final:
            return
        new = found != self.standing
        self.standing = found
        sound = found.seal is None or found.seal.sound
        if new or self.strip.isHidden():
            signed = meeting.details.status is MinutesStatus.SIGNED
            self.strip.say(standing_words(found, self.session.now(), signed=signed), "", bad=not sound)
            if not sound:
                self.strip.more.setText(say(NOT_WHAT_WAS_APPROVED))
                self.strip.more.show()
            elif found.wipes:
                self.strip.more.setText(wiped_words(found, self.session.now()))
                self.strip.more.show()
            self.strip.words.setToolTip(found.seal.sha256 if found.seal is not None else "")
        writable = not self.context.desk.read_only
        self.strip.reopen.setVisible(writable)
        self.strip.wipe.setVisible(writable and bool(found.notes))
        self.strip.show()


def standing_of(uow: Transaction, meeting_id: str) -> Standing:
    """Read how approved minutes stand."""
    seal = approval.seal_of(uow, meeting_id)
    return Standing(seal, wiping.notes_to_wipe(uow, meeting_id), wiping.wipes(uow, meeting_id))


def standing_words(found: Standing, now: "datetime", *, signed: bool) -> str:
    """Say since when the minutes are approved, and the beginning of their checksum."""
    word = say("Signed") if signed else say("Approved")
    if found.seal is None:
        return say("{word}. Read-only.", word=word)
    on = plain_date(found.seal.at.astimezone(now.tzinfo).date())
    return say("{word} on {day}. Read-only. Checksum {sha256}…", word=word, day=on, sha256=found.seal.sha256[:SHOWN])


def wiped_words(found: Standing, now: "datetime") -> str:
    """Say when private notes were deleted."""
    last = found.wipes[-1]
    notes = sum(one.notes for one in found.wipes)
    on = plain_date(last.at.astimezone(now.tzinfo).date())
    return counted(
        notes,
        "{number} private note was deleted for good on {day}.",
        "{number} private notes were deleted for good on {day}.",
        day=on,
    )
