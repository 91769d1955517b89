"""Random bodies, meetings and plans for hypothesis: every kind of record, every optional part there or not.

They hold what a meeting file can hold, in the form in which it is read back: an optional number or list that equals
its default is left out. With `recorded=True` meetings carry the desk's own record too, which no file holds.
"""

from datetime import date, time

from hypothesis import strategies as st

from wibdesk.domain.agenda import Item, ItemState, Paper
from wibdesk.domain.attendance import Attendee, Interval, Status
from wibdesk.domain.bodies import PROFILES, Body
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import (
    NUMBER_STYLES,
    VOTE_SIDES,
    Action,
    Amendment,
    Bullet,
    Decision,
    Declaration,
    Entry,
    Numbered,
    Paragraph,
    PrivateNote,
    Progress,
    Subheading,
    Table,
    Vote,
)
from wibdesk.domain.meetings import Meeting, MeetingDetails, MeetingType, MinutesStatus, NextMeeting, Stage
from wibdesk.domain.people import Group
from wibdesk.domain.plans import Activity, Lead, Milestone, Plan, PlanSection, Workstream

LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))
PLAIN = st.text(st.characters(categories=("Lu", "Ll", "Nd")), min_size=1, max_size=12)


def words(longest: int = 30) -> st.SearchStrategy[str]:
    """Text that may be empty, with emoji, right-to-left letters, markup marks and 29 February among it."""
    typical = ["**bold**", "a *b* __c__ [d](http://e.example)", "29/02/2028", "“quoted” – dash", "مجلس", "🗳️", "\\*"]
    return st.one_of(st.text(LETTERS, max_size=longest), st.sampled_from(typical))


def some_words() -> st.SearchStrategy[str]:
    """Text with at least one letter that is no blank."""
    return st.builds(lambda a, b: a + b, PLAIN, words(10))


def optional(strategy: st.SearchStrategy) -> st.SearchStrategy:
    """None, or what the strategy makes."""
    return st.none() | strategy


def tuples(strategy: st.SearchStrategy, least: int = 0, most: int = 3) -> st.SearchStrategy:
    """A tuple of a few."""
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)


DAYS = st.one_of(st.dates(date(1, 1, 1), date(9999, 12, 31)), st.sampled_from([date(2028, 2, 29), date(2026, 9, 1)]))
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59)) | st.sampled_from([time(0), time(23, 59)])
NUMBERS = st.integers(0, 500)
STYLES = st.sampled_from([None, *NUMBER_STYLES[1:]])
LEVELS = st.integers(1, 3)


def dues() -> st.SearchStrategy[Due]:
    """Deadlines of every kind."""
    written = optional(words())
    return st.one_of(
        st.builds(Due, st.just(DueKind.DATE), DAYS, as_written=written),
        st.builds(Due, st.just(DueKind.MEETING), DAYS, as_written=written),
        st.builds(Due, st.just(DueKind.MEETING), st.none(), as_written=words()),
        st.builds(Due, st.just(DueKind.MONTH), month=DAYS.map(lambda d: d.replace(day=1)), as_written=written),
        st.builds(_range, DAYS, DAYS, written),
        st.builds(Due, st.just(DueKind.FROM), DAYS, as_written=written),
        st.builds(Due, st.just(DueKind.NONE), as_written=written),
    )


def _range(one: date, other: date, written: str | None) -> Due:
    return Due(DueKind.RANGE, start=min(one, other), end=max(one, other), as_written=written)


def tables() -> st.SearchStrategy[Table]:
    """Tables, all rows of one width."""
    return st.integers(1, 3).flatmap(
        lambda width: st.builds(
            Table,
            tuples(tuples(words(), width, width)),
            st.just(()) | tuples(words(), width, width),
            optional(words()),
        )
    )


def votes() -> st.SearchStrategy[Vote]:
    """Votes with numbers and names by side."""
    names = tuples(some_words(), 1)
    sides = st.fixed_dictionaries({}, optional=dict.fromkeys(VOTE_SIDES, names))
    return st.builds(
        Vote,
        motion=words(),
        result=some_words(),
        mover=optional(words()),
        seconder=optional(words()),
        votes_for=optional(NUMBERS),
        votes_against=optional(NUMBERS),
        abstained=optional(NUMBERS),
        casting_vote=optional(st.sampled_from(["for", "against"])),
        names=sides.map(lambda d: tuple((side, d[side]) for side in VOTE_SIDES if side in d)),
        as_written=optional(words()),
    )


def actions(references: bool = False) -> st.SearchStrategy[Action]:
    """Actions without references; with `references`, some have one."""
    refs = optional(st.from_regex(r"[1-9]\.[1-9]", fullmatch=True)) if references else st.none()
    return st.builds(Action, words(), tuples(some_words()), dues(), st.sampled_from(Progress), refs)


def entries(references: bool = False) -> st.SearchStrategy[Entry]:
    """An entry of any kind."""
    return st.one_of(
        st.builds(Paragraph, words(), optional(words())),
        st.builds(Subheading, words(), optional(words()), optional(words())),
        st.builds(Bullet, words(), LEVELS),
        st.builds(Numbered, words(), LEVELS, STYLES, optional(st.integers(1, 99))),
        tables(),
        st.builds(Decision, tuples(words(), 1), some_words(), STYLES),
        actions(references),
        st.builds(
            Declaration,
            some_words(),
            optional(words()),
            optional(words()),
            optional(words()),
            optional(st.booleans()),
            optional(st.booleans()),
            optional(words()),
        ),
        st.builds(Amendment, DAYS, words(), words(), optional(words()), optional(words()), optional(words())),
        votes(),
        st.builds(PrivateNote, words()),
    )


def items(recorded: bool = False, references: bool = False) -> st.SearchStrategy[Item]:
    """Agenda items with their minutes."""
    return st.builds(
        Item,
        some_words(),
        optional(st.integers(1, 99).map(str) | some_words()),
        optional(TIMES),
        optional(NUMBERS),
        optional(words()),
        st.sampled_from([1, 2]),
        optional(words()),
        optional(words()),
        tuples(st.builds(Paper, some_words(), optional(words()), optional(words()))),
        tuples(entries(references), most=5),
        state=st.sampled_from(ItemState) if recorded else st.just(ItemState.LATER),
        began=optional(TIMES) if recorded else st.none(),
        late=st.booleans() if recorded else st.just(False),
    )


def attendees() -> st.SearchStrategy[Attendee]:
    """Rows of the attendance list, with a name or only a role."""
    shared = {
        "status": st.sampled_from(Status),
        "group": st.sampled_from(Group),
        "organisation": optional(words()),
        "group_label": optional(words()),
        "initials": optional(words(4)),
        "note": optional(words()),
        "chair": st.booleans(),
        "deputy_for": tuples(some_words()),
        "email": optional(words()),
        "intervals": tuples(st.builds(Interval, optional(TIMES), optional(TIMES), optional(words(4)))),
    }
    return st.builds(Attendee, some_words(), role=optional(words()), **shared) | st.builds(
        Attendee, st.none(), role=some_words(), **shared
    )


def bodies() -> st.SearchStrategy[Body]:
    """Bodies as a meeting file names them."""
    styles = st.sampled_from([None, "improvement_board", "organisation_board", "a style of our own"])
    return st.builds(Body, PLAIN, optional(st.sampled_from(sorted(PROFILES))), styles)


def next_meetings() -> st.SearchStrategy[NextMeeting]:
    """Future dates, some known only in words."""
    dated = st.builds(NextMeeting, DAYS, optional(TIMES), optional(DAYS), st.booleans(), optional(words()))
    return dated | st.builds(NextMeeting, st.none(), as_written=some_words())


@st.composite
def meetings(draw: st.DrawFn, recorded: bool = False, references: bool = False) -> Meeting:
    """Whole meetings as read from a file; with `references`, some actions have theirs."""
    body = draw(bodies())
    day = draw(optional(DAYS))
    details = MeetingDetails(
        body.id,
        day,
        title=draw(optional(words())),
        type=draw(st.sampled_from(MeetingType)),
        date_as_written=draw(optional(words()) if day else some_words()),
        start=draw(optional(TIMES)),
        end=draw(optional(TIMES)),
        planned_start=draw(optional(TIMES)) if recorded else None,
        venue=draw(optional(words())),
        contact=draw(optional(words())),
        status=draw(st.sampled_from(MinutesStatus)),
        public_present=draw(optional(NUMBERS)),
        preamble=draw(tuples(words())),
        stage=draw(st.sampled_from(Stage)) if recorded else Stage.PLANNED,
        profile=body.profile,
        house_style=body.house_style,
    )
    agenda = draw(tuples(items(recorded, references), most=4))
    return Meeting(body, details, draw(tuples(attendees())), agenda, draw(tuples(next_meetings())))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Whole plans as read from a file."""
    body = draw(bodies())
    section = st.builds(PlanSection, optional(words()), optional(words()), tuples(entries(), most=4))
    milestone = st.builds(Milestone, words(), dues(), st.sampled_from(Progress))
    lead = st.builds(Lead, some_words(), optional(words()))
    activity = st.builds(Activity, words(), tuples(lead), tuples(milestone))
    stream = st.builds(Workstream, some_words(), optional(words()), tuples(activity))
    return Plan(
        body.id,
        body.name,
        draw(some_words()),
        period=draw(optional(words())),
        updated=draw(optional(words())),
        profile=body.profile,
        house_style=body.house_style,
        sections=draw(tuples(section)),
        workstreams=draw(tuples(stream)),
    )
