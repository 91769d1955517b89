"""One transaction: the queries of each noun hang off it, and every write goes through its rows."""

from datetime import datetime

import sqlalchemy as sa

from wibdesk.store.action_log import ActionLog
from wibdesk.store.actions import Actions
from wibdesk.store.adjournments import Adjournments
from wibdesk.store.agenda import Agenda
from wibdesk.store.attendance import Attendance
from wibdesk.store.bin import Bin
from wibdesk.store.bodies import Bodies
from wibdesk.store.body_files import BodyFiles
from wibdesk.store.conflicts import Conflicts
from wibdesk.store.entries import Entries
from wibdesk.store.exports import Exports
from wibdesk.store.figures import Figures
from wibdesk.store.health import Health
from wibdesk.store.history import History
from wibdesk.store.house_styles import HouseStyles
from wibdesk.store.judgements import Judgements
from wibdesk.store.mail import Mail
from wibdesk.store.mail_lists import MailLists
from wibdesk.store.meetings import Meetings
from wibdesk.store.nudges import Nudges
from wibdesk.store.people import People
from wibdesk.store.phrases import Phrases
from wibdesk.store.plan_course import PlanCourses
from wibdesk.store.plans import Plans
from wibdesk.store.private_notes import PrivateNotes
from wibdesk.store.rows import RowChange, Rows
from wibdesk.store.saved_views import SavedViews
from wibdesk.store.seals import Seals
from wibdesk.store.search import Searching
from wibdesk.store.shipped import NOTHING_SHIPPED, Shipped
from wibdesk.store.terms import Terms
from wibdesk.store.whereabouts import Whereabouts


class UnitOfWork:
    """Everything that a verb may ask and write; it lives only as long as its transaction, which is at `now` (UTC)."""

    def __init__(
        self,
        connection: sa.Connection,
        *,
        now: datetime,
        shipped: Shipped = NOTHING_SHIPPED,
        writable: bool = True,
        recording: bool = True,
    ) -> None:
        self.now = now
        self.rows = Rows(connection, writable=writable, recording=recording)
        self.bodies = Bodies(self.rows)
        self.body_files = BodyFiles(self.rows)
        self.house_styles = HouseStyles(self.rows, shipped)
        self.people = People(self.rows)
        self.entries = Entries(self.rows)
        self.agenda = Agenda(self.rows, self.entries)
        self.attendance = Attendance(self.rows)
        self.meetings = Meetings(self.rows, self.bodies, self.agenda, self.attendance)
        self.judgements = Judgements(self.rows)
        self.actions = Actions(self.rows, self.entries, self.judgements)
        self.action_log = ActionLog(self.rows)
        self.saved_views = SavedViews(self.rows)
        self.nudges = Nudges(self.rows)
        self.adjournments = Adjournments(self.rows)
        self.terms = Terms(self.rows)
        self.phrases = Phrases(self.rows)
        self.plans = Plans(self.rows, self.entries)
        self.plan_courses = PlanCourses(self.rows)
        self.exports = Exports(self.rows)
        self.figures = Figures(self.rows, self.bodies, self.attendance)
        self.mail = Mail(self.rows)
        self.mail_lists = MailLists(self.rows)
        self.history = History(self.rows)
        self.conflicts = Conflicts(self.rows)
        self.bin = Bin(self.rows)
        self.notes = PrivateNotes(self.rows, self.history, self.conflicts, self.bin)
        self.seals = Seals(self.rows, self.meetings, now)
        self.health = Health(connection)
        self.whereabouts = Whereabouts(self.rows)
        self.search = Searching(connection)

    def changes(self) -> tuple[RowChange, ...]:
        """Return what was written, in order; UserError where that would change approved minutes."""
        self.seals.check()
        return tuple(self.rows.changes)
