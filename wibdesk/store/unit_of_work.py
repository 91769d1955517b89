"""One transaction: the queries of each noun hang off it, and every write goes through its rows."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from wibdesk.store.rows import RowChange, Rows
from wibdesk.store.shipped import NOTHING_SHIPPED, Shipped

if TYPE_CHECKING:
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
    from wibdesk.store.saved_views import SavedViews
    from wibdesk.store.seals import Seals
    from wibdesk.store.search import Searching
    from wibdesk.store.terms import Terms
    from wibdesk.store.whereabouts import Whereabouts

NOUNS = {
    "bodies": ("bodies", "Bodies", "rows"),
    "body_files": ("body_files", "BodyFiles", "rows"),
    "house_styles": ("house_styles", "HouseStyles", "rows shipped"),
    "people": ("people", "People", "rows"),
    "entries": ("entries", "Entries", "rows"),
    "agenda": ("agenda", "Agenda", "rows entries"),
    "attendance": ("attendance", "Attendance", "rows"),
    "meetings": ("meetings", "Meetings", "rows bodies agenda attendance"),
    "judgements": ("judgements", "Judgements", "rows"),
    "actions": ("actions", "Actions", "rows entries judgements"),
    "action_log": ("action_log", "ActionLog", "rows"),
    "saved_views": ("saved_views", "SavedViews", "rows"),
    "nudges": ("nudges", "Nudges", "rows"),
    "adjournments": ("adjournments", "Adjournments", "rows"),
    "terms": ("terms", "Terms", "rows"),
    "phrases": ("phrases", "Phrases", "rows"),
    "plans": ("plans", "Plans", "rows entries"),
    "plan_courses": ("plan_course", "PlanCourses", "rows"),
    "exports": ("exports", "Exports", "rows"),
    "figures": ("figures", "Figures", "rows bodies attendance"),
    "mail": ("mail", "Mail", "rows"),
    "mail_lists": ("mail_lists", "MailLists", "rows"),
    "history": ("history", "History", "rows"),
    "conflicts": ("conflicts", "Conflicts", "rows"),
    "bin": ("bin", "Bin", "rows"),
    "notes": ("private_notes", "PrivateNotes", "rows history conflicts bin"),
    "seals": ("seals", "Seals", "rows meetings now"),
    "health": ("health", "Health", "connection"),
    "whereabouts": ("whereabouts", "Whereabouts", "rows"),
    "search": ("search", "Searching", "connection"),
}
"""Of each noun: the module and class of its queries, and what of the transaction those are made with."""
TYPING = (
    *("bodies", "people", "agenda", "attendance", "meetings", "entries", "judgements", "actions", "adjournments"),
    *("house_styles", "history", "conflicts", "bin", "notes", "seals"),
)
"""What is wanted to keep the words of a meeting."""


def load_for_typing() -> None:
    """Load what keeping words wants: a computer in distress might not be able to once they are typed."""
    for noun in TYPING:
        import_module(f"wibdesk.store.{NOUNS[noun][0]}")


class UnitOfWork:
    """Everything that a verb may ask and write; it lives only as long as its transaction, which is at `now` (UTC).

    The queries of a noun are loaded and made when they are first asked for: no reading waits for all of them.
    """

    bodies: Bodies
    body_files: BodyFiles
    house_styles: HouseStyles
    people: People
    entries: Entries
    agenda: Agenda
    attendance: Attendance
    meetings: Meetings
    judgements: Judgements
    actions: Actions
    action_log: ActionLog
    saved_views: SavedViews
    nudges: Nudges
    adjournments: Adjournments
    terms: Terms
    phrases: Phrases
    plans: Plans
    plan_courses: PlanCourses
    exports: Exports
    figures: Figures
    mail: Mail
    mail_lists: MailLists
    history: History
    conflicts: Conflicts
    bin: Bin
    notes: PrivateNotes
    seals: Seals
    health: Health
    whereabouts: Whereabouts
    search: Searching

    def __init__(
        self,
        connection: sa.Connection,
        *,
        now: datetime,
        shipped: Shipped = NOTHING_SHIPPED,
        writable: bool = True,
        recording: bool = True,
    ) -> None:
        self.connection, self.now, self.shipped = connection, now, shipped
        self.rows = Rows(connection, writable=writable, recording=recording)

    if not TYPE_CHECKING:  # mypy knows the nouns by what is said of them above, and nothing else

        def __getattr__(self, noun: str) -> Any:
            """Make the queries of a noun."""
            if noun not in NOUNS:
                raise AttributeError(noun)
            module, name, parts = NOUNS[noun]
            made = getattr(import_module(f"wibdesk.store.{module}"), name)(*(getattr(self, p) for p in parts.split()))
            setattr(self, noun, made)
            return made

    def changes(self) -> tuple[RowChange, ...]:
        """Return what was written, in order; UserError where that would change approved minutes."""
        self.seals.check()
        return tuple(self.rows.changes)
