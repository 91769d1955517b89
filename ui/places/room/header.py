"""The strip over the room: body and day at the left; live, item, quorum, saved at the right, always in this order."""

from datetime import datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import paint
from ui.places.room.part_two import in_private
from ui.places.room.times import hours_and_minutes, is_over, minutes_between, over_words, spoken_length
from ui.theme import Theme
from ui.widgets.key_bar import Keys
from ui.widgets.labels import row
from ui.widgets.painted import Painted
from ui.widgets.pane import Pane
from ui.widgets.status import StatusItem
from wibdesk.changes import SaveStatus
from wibdesk.domain.attendance import count
from wibdesk.domain.dates import clock, long_date, short_date
from wibdesk.domain.meetings import Meeting, Stage
from wibdesk.domain.quorum import Quorum, QuorumState
from wibdesk.language import say

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from ui.places.room.session import RoomSession


TONES = {QuorumState.MET: "good", QuorumState.EDGE: "warn", QuorumState.LOST: "warn"}


class TwoLines(Painted):
    """The body over day and venue, each on one line and elided when there is no room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme, self.first, self.second = theme, "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.restyle)
        self.restyle()

    def say(self, first: str, second: str, spoken: str) -> None:
        """Show these lines."""
        self.first, self.second = first, second
        self.setAccessibleName(spoken)
        self.update()

    def restyle(self) -> None:
        """Take the size from the theme again."""
        self.setFixedHeight(self.theme.px(40))
        self.setMinimumWidth(self.theme.px(80))
        self.update()

    def paintEvent(self, event: "QPaintEvent") -> None:
        """Paint both lines."""
        t, p = self.theme, QPainter(self)
        paint.text(p, t, QRectF(0, 0, self.width() - 4, t.px(22)), self.first, "strong")
        paint.text(p, t, QRectF(0, t.px(20), self.width() - 4, t.px(18)), self.second, "small", "muted")


class RoomHeader(Pane):
    """Facts of the meeting; `show_meeting` when it changes, `tick` as time goes by, `show_saved` from the disk.

    In focus mode it is `alone`: clock, item, quorum and how the disk stands, and the key that leads back.
    """

    def __init__(self, theme: Theme, session: "RoomSession") -> None:
        super().__init__(theme, "window", "b", height=theme.tokens["size"]["header"])
        self.session, self.form, self.alone = session, "standard", False
        self.where = TwoLines(theme)
        self.live = StatusItem(theme, pill=True, sample=say("Live {hours_and_minutes}", hours_and_minutes="0:00"))
        self.private = StatusItem(theme, icon="lock", tone="private")
        self.stage = StatusItem(theme, icon="clock", tone="muted")
        self.item = StatusItem(theme, icon="timer", sample=say("Item {number}", number=33))
        self.members = StatusItem(
            theme, icon="users", sample=say("{members_present} of {members}", members_present=6, members=8)
        )
        self.saved = StatusItem(theme, icon="hard-drive", sample=say("Saved {saved_at:%H:%M:%S}", saved_at=time(0)))
        self.gap = QWidget()
        self.gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.way_back = Keys(theme, [("F11", say("leave focus"))])
        facts = (self.private, self.live, self.stage, self.item, self.members)
        things = (*facts, (self.gap, 1), self.saved, self.way_back)
        self.line_of = row(theme, (self.where, 1), *things, spacing=14, margins=(20, 0, 16, 0))
        self.setLayout(self.line_of)
        self.set_alone(False)

    def set_size(self, size: str) -> None:
        """Take the form of a layout: facts drop out where there is no room."""
        self.form = size
        self.line_of.gap = {"single": 8, "compact": 10}.get(size, 14)
        self.way_back.set_pairs([("F11", "" if size == "single" else say("leave focus"))])  # times come first
        self.line_of.rescale()
        self.show_meeting()

    def set_alone(self, alone: bool) -> None:
        """Take the form of focus mode, or the usual one."""
        self.alone = alone
        self.sides = "" if alone else "b"
        self.where.setVisible(not alone)
        self.gap.setVisible(alone)
        self.way_back.setVisible(alone)
        self.show_meeting()

    def show_meeting(self) -> None:
        """Show the meeting in the room, or that there is none."""
        meeting = self.session.meeting
        if meeting is None:
            self.where.say(say("No meeting in the room"), "", say("No meeting in the room"))
        else:
            self._show_where(meeting)
        self._show_private()
        if meeting is not None:
            self.tick()  # shows what there is room for: a fact shown for a moment only would leave a hole
            return
        for fact in (self.live, self.stage, self.item, self.members):
            fact.hide()

    def tick(self) -> None:
        """Move the times on."""
        meeting, now = self.session.meeting, self.session.now()
        if meeting is None:
            return
        self._show_private()
        self._show_stage(meeting, now)
        self._show_item()
        self.show_members()

    def show_saved(self, status: SaveStatus, *, slow: bool) -> None:
        """Show how the disk stands; `slow` when writing has taken over a second."""
        if status.trouble or status.rescued is not None:
            since = (
                say("since {unsaved_since:%H:%M:%S}", unsaved_since=status.unsaved_since)
                if status.unsaved_since
                else ""
            )
            aside = status.rescued is not None and status.safe
            note = "" if self.form == "single" else say("kept in a rescue file") if aside else since
            spoken = " ".join(filter(None, (say("Not saved"), since)))
            spoken += say(", kept in a rescue file") if aside else ""
            tone = "warn" if aside else "bad"
            self.saved.show_fact(say("Not saved"), note, icon="triangle-alert", tone=tone, spoken=spoken)
        elif slow or status.stalled:
            self.saved.show_fact(say("Saving, not yet on disk"), icon="hard-drive", tone="muted")
        elif status.saved_at is not None:
            self.saved.show_fact(say("Saved {saved_at:%H:%M:%S}", saved_at=status.saved_at), icon="hard-drive")
        else:
            self.saved.show_fact(say("No changes yet"), icon="hard-drive", tone="muted")

    def _show_private(self) -> None:
        """Mark the whole strip while what is on the sheet, or taken, is not for the public."""
        private = self.session.meeting is not None and in_private(self.session)
        self.set_ground("private_soft" if private else "sheet" if self.alone else "window")
        self.private.setVisible(private)
        narrow = self.form in ("single", "compact")
        words = say("Part 2") if narrow else say("Part 2, in private")
        self.private.show_fact(words, tone="private", spoken=say("Part 2, in private"))

    def _show_where(self, meeting: Meeting) -> None:
        details = meeting.details
        day = short_date(details.date) if details.date else details.date_as_written or say("Date not known")
        spoken_day = long_date(details.date) if details.date else day
        second = " · ".join(words for words in (day, details.venue) if words)
        self.where.say(meeting.body.name, second, f"{meeting.body.name}, {spoken_day}")

    def _show_stage(self, meeting: Meeting, now: datetime) -> None:
        details = meeting.details
        live, adjourned = details.stage is Stage.LIVE, self.session.adjourned
        self.live.setVisible(live)
        self.stage.setVisible(not live and self.form != "single")
        minutes = self.session.live_minutes()
        if adjourned is not None:
            away = minutes_between(adjourned.began, now.time())
            self.live.show_fact(
                say("Adjourned {hours_and_minutes}", hours_and_minutes=hours_and_minutes(away)),
                spoken=say("Adjourned for {spoken_length}", spoken_length=spoken_length(away)),
            )
        elif minutes is not None:
            self.live.show_fact(
                say("Live {hours_and_minutes}", hours_and_minutes=hours_and_minutes(minutes)),
                spoken=say("Live {spoken_length}", spoken_length=spoken_length(minutes)),
            )
        elif live:
            self.live.show_fact(say("Live"))
        elif details.stage is Stage.CLOSED:
            self.stage.show_fact(say("Closed"), _span(details.start, details.end), icon="circle-check", tone="ink")
        else:
            note = say("starts {time}", time=clock(details.start)) if details.start else ""
            self.stage.show_fact(say("Not started"), note, icon="clock", tone="muted")

    def _show_item(self) -> None:
        item = self.session.item
        self.item.setVisible(item is not None and self.form != "single")
        if item is None:
            return
        spent = self.session.spent().get(item.id)
        over, words = is_over(spent, item.planned_minutes), over_words(spent, item.planned_minutes)
        name = say("Item {number}", number=self.session.number_of(item))
        tone = "warn" if over else "ink"
        if self.form == "compact" or self.alone:
            self.item.show_fact(words if over else name, tone=tone, spoken=f"{name}, {words}".strip(", "))
        else:
            self.item.show_fact(name, words, tone=tone, spoken=f"{name}, {words}".strip(", "))

    def show_members(self) -> None:
        """Show the quorum where the body has a rule for it, else how many members are here."""
        meeting = self.session.meeting
        if meeting is None:
            return
        counts, quorum = count(meeting.attendance), self.session.quorum()
        self.members.setVisible(counts.members > 0)
        if quorum is not None and self.session.stage is not Stage.CLOSED:
            self._show_quorum(quorum)
            return
        spoken = say(
            "{members_present} of {members} members present",
            members_present=counts.members_present,
            members=counts.members,
        )
        narrow = self.form in ("single", "compact")
        words = (
            f"{counts.members_present}/{counts.members}"
            if narrow
            else say("{members_present} of {members}", members_present=counts.members_present, members=counts.members)
        )
        self.members.show_fact(words, "" if narrow else say("members"), icon="users", spoken=spoken)

    def _show_quorum(self, quorum: Quorum) -> None:
        """Show the badge: in colour while the meeting sits, quietly before it starts and while it is adjourned."""
        sits = self.session.live and self.session.adjourned is None
        lost = sits and quorum.state is QuorumState.LOST and quorum.since is not None
        tone = "muted" if not sits else "bad" if lost else TONES[quorum.state]
        narrow = self.form in ("single", "compact")
        warns = quorum.state is not QuorumState.MET and (self.form == "compact" or (self.alone and sits))
        self.members.show_fact(
            say("Quorum {figures}", figures=quorum.figures),
            quorum.words if warns or not narrow else "",
            icon="octagon-alert" if lost else "users",
            tone=tone,
            spoken=quorum.spoken,
        )


def _span(start: time | None, end: time | None) -> str:
    if start is None or end is None:
        return clock(end) if end else ""
    return say("{start} to {end}", start=clock(start), end=clock(end))
