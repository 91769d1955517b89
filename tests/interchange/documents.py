"""Random meeting and plan files: everything the contract allows, as plain JSON."""

from typing import Any

from hypothesis import strategies as st

from wibdesk.domain.bodies import PROFILES
from wibdesk.domain.entries import NUMBER_STYLES, Progress

TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters=[chr(n) for n in range(32) if chr(n) not in "\t\n\r"]),
    max_size=12,
).filter(lambda text: not set(text) & {"\ufffe", "\uffff"})
DAY = st.dates().map(lambda day: day.isoformat())
CLOCK = st.builds(lambda h, m: f"{h:02}:{m:02}", st.integers(0, 23), st.integers(0, 59))
COUNT = st.integers(0, 1_000_000)
TEXTS = st.lists(TEXT, max_size=3)
TRUTH = st.booleans()


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value that may also be null."""
    return st.none() | strategy


def keys(needed: dict[str, Any], spare: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """An object with keys that it needs and keys that may be null or missing."""
    return st.fixed_dictionaries(needed, optional={key: maybe(value) for key, value in spare.items()})


def _due() -> st.SearchStrategy[dict[str, Any]]:
    written = {"as_written": TEXT}
    month = st.dates().map(lambda day: day.isoformat()[:7])
    some_day = st.text("abc ", min_size=1)
    return st.one_of(
        keys({"kind": st.just("date"), "date": DAY}, written),
        keys({"kind": st.just("from"), "date": DAY}, written),
        keys({"kind": st.just("meeting"), "date": DAY}, written),
        st.fixed_dictionaries({"kind": st.just("meeting"), "date": st.none(), "as_written": some_day}),
        keys({"kind": st.just("month"), "month": month}, written),
        keys({"kind": st.just("range"), "from": DAY, "to": DAY}, written),
        keys({"kind": st.just("none")}, written),
    )


STATUS = st.sampled_from([p.value for p in Progress])
STYLE = st.sampled_from(NUMBER_STYLES)
LEVEL = st.integers(1, 3)
SIDES = st.fixed_dictionaries({}, optional=dict.fromkeys(("for", "against", "abstained", "absent"), TEXTS))


def _kind(name: str, needed: dict[str, Any], spare: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return keys({"kind": st.just(name), **needed}, spare)


ENTRY = st.one_of(
    _kind("paragraph", {"text": TEXT}, {"label": TEXT}),
    _kind("subheading", {"text": TEXT}, {"label": TEXT, "presenter": TEXT}),
    _kind("bullet", {"text": TEXT}, {"level": LEVEL}),
    _kind("numbered", {"text": TEXT}, {"level": LEVEL, "style": STYLE, "start": COUNT}),
    _kind("table", {"rows": st.lists(TEXTS, max_size=3)}, {"caption": TEXT, "header": TEXTS}),
    _kind("decision", {"marker": TEXT, "parts": TEXTS}, {"style": STYLE}),
    _kind("action", {"text": TEXT, "owners": TEXTS, "due": _due()}, {"ref": TEXT, "status": STATUS}),
    _kind(
        "declaration",
        {"person": TEXT},
        {"item": TEXT, "interest": TEXT, "reason": TEXT, "took_part": TRUTH, "left_room": TRUTH, "as_written": TEXT},
    ),
    _kind(
        "amendment",
        {"to_meeting": DAY, "place": TEXT, "now": TEXT},
        {"was": TEXT, "requested_by": TEXT, "as_written": TEXT},
    ),
    _kind(
        "vote",
        {"motion": TEXT, "result": TEXT},
        {"mover": TEXT, "seconder": TEXT, "for": COUNT, "against": COUNT, "abstained": COUNT}
        | {"casting_vote": TEXT, "as_written": TEXT, "names": SIDES},
    ),
    _kind("private_note", {"text": TEXT}, {}),
)
ENTRIES = st.lists(ENTRY, max_size=4)
BODY = keys(
    {"name": TEXT.filter(lambda text: bool(text.strip()))},
    {"profile": st.sampled_from(sorted(PROFILES)), "house_style": TEXT},
)
INTERVAL = keys({}, {"from": CLOCK, "to": CLOCK, "item": TEXT})
ATTENDEE = keys(
    {
        "name": maybe(TEXT),
        "group": st.sampled_from(["member", "in_attendance", "observer"]),
        "status": st.sampled_from(["present", "apologies", "absent", "unknown"]),
    },
    dict.fromkeys(("role", "organisation", "group_label", "initials", "note", "email"), TEXT)
    | {"chair": TRUTH, "deputy_for": TEXT | TEXTS, "intervals": st.lists(INTERVAL, max_size=2)},
)
PAPER = keys({"title": TEXT}, {"note": TEXT, "kind": TEXT})
ITEM = keys(
    {"title": TEXT, "entries": ENTRIES},
    {"number": TEXT, "time": CLOCK, "planned_minutes": COUNT, "presenter": TEXT, "part": st.sampled_from([1, 2])}
    | {"exempt_paragraph": TEXT, "public_summary": TEXT, "papers": st.lists(PAPER, max_size=2)},
)
HEADING = keys(
    {"date": DAY},
    dict.fromkeys(("title", "date_as_written", "venue", "contact"), TEXT)
    | {"type": st.sampled_from(["ordinary", "annual", "special", "extraordinary", "adjourned"])}
    | {"start": CLOCK, "end": CLOCK, "status": st.sampled_from(["draft", "circulated", "approved", "signed"])}
    | {"public_present": COUNT, "preamble": TEXTS},
)
UNDATED = st.fixed_dictionaries({"date": st.none(), "date_as_written": st.text("abc", min_size=1)})
NEXT = keys({"date": DAY}, {"time": CLOCK, "rearranged_from": DAY, "cancelled": TRUTH, "as_written": TEXT})
SOME_DAY = st.fixed_dictionaries({"date": st.none(), "as_written": st.text("abc", min_size=1)})

MEETING_FILES = keys(
    {
        "format": st.just("wibdesk.meeting"),
        "version": st.just(1),
        "body": BODY,
        "meeting": HEADING | UNDATED,
        "attendance": st.lists(ATTENDEE, max_size=3),
        "items": st.lists(ITEM, max_size=3),
    },
    {"next_meetings": st.lists(NEXT | SOME_DAY, max_size=2)},
)

_SECTION = keys({"entries": ENTRIES}, {"number": TEXT, "heading": TEXT})
_MILESTONE = keys({"text": TEXT, "due": _due()}, {"status": STATUS})
_ACTIVITY = keys(
    {
        "title": TEXT,
        "leads": st.lists(keys({"name": TEXT}, {"role": TEXT}), max_size=2),
        "milestones": st.lists(_MILESTONE, max_size=3),
    },
    {},
)
_WORKSTREAM = keys({"title": TEXT, "activities": st.lists(_ACTIVITY, max_size=2)}, {"number": TEXT})

PLAN_FILES = st.fixed_dictionaries(
    {
        "format": st.just("wibdesk.plan"),
        "version": st.just(1),
        "body": BODY,
        "plan": keys({"title": TEXT}, {"period": TEXT, "updated": TEXT, "sections": st.lists(_SECTION, max_size=3)}),
        "workstreams": st.lists(_WORKSTREAM, max_size=2),
    }
)
