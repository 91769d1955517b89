"""What can be found: the tables whose rows are searched, and in SQL what each text of a row is made of."""

# ruff: noqa: S608 - the names in these queries are all our own; what a clerk typed is bound

from dataclasses import dataclass

from wibdesk.domain.search import SearchKind

PIECES = " · "
"""What stands between the parts of one thing."""


@dataclass(frozen=True)
class Source:
    """A table whose rows can be found, in SQL on a row `r` of it: columns of its key, and what each text is made of.

    `joins` lead to its meeting `m` or the `body`; `due` is a deadline; `watched` are the columns that matter.
    """

    table: str
    kind: SearchKind
    joins: str
    watched: str
    record: str = "entry_id"
    part: str = ""
    title: str = "''"
    decided: str = "''"
    words: str = "''"
    people: str = "''"
    body: str = "coalesce(m.body_id, p.body_id)"
    day: str = "m.date"
    due: str = ""
    grouped: bool = False


@dataclass(frozen=True)
class Part:
    """A table whose rows are part of a thing that is found: the source they belong to, and the text they make up."""

    table: str
    source: str
    text: str
    key: str = "entry_id"


_ENTRY = (
    "JOIN entry e ON e.id = r.entry_id LEFT JOIN item i ON i.id = e.item_id LEFT JOIN meeting m ON m.id = i.meeting_id"
    " LEFT JOIN plan_section s ON s.id = e.plan_section_id LEFT JOIN plan p ON p.id = s.plan_id"
)
_MEETING = "JOIN body b ON b.id = r.body_id"
_OF_MEETING = "JOIN meeting m ON m.id = r.meeting_id"
_OF_PLAN = "JOIN plan p ON p.id = r.plan_id"
_DUE = "coalesce(r.due_date, r.due_month, r.due_end, r.due_start)"
_DUE_COLUMNS = "due_date, due_month, due_start, due_end"


def _pieces(*columns: str) -> str:
    """Return SQL for columns in a row, those that are empty left out."""
    filled = ", ".join(f"nullif(r.{column}, '')" for column in columns)
    return f"concat_ws('{PIECES}', {filled})"


def _list(table: str, column: str = "text", order: str = "position", key: str = "entry_id", record: str = "") -> str:
    """Return SQL for the rows of a list in order."""
    of = f"r.{record or key}"
    chosen = f"group_concat(x.{column}, '{PIECES}' ORDER BY {order})"
    return f"coalesce((SELECT {chosen} FROM {table} x WHERE x.{key} = {of}), '')"


_VOTERS = f"concat_ws('{PIECES}', r.mover, r.seconder, nullif({_list('vote_name', 'name', 'x.side, x.position')}, ''))"
SOURCES = (
    Source(
        "meeting",
        SearchKind.MEETING,
        _MEETING,
        "title, ref, venue, body_id",
        record="id",
        title="coalesce(r.title, b.name)",
        words=_pieces("ref", "venue"),
        body="r.body_id",
        day="r.date",
    ),
    Source(
        "item",
        SearchKind.ITEM,
        _OF_MEETING,
        "title, public_summary, presenter",
        record="id",
        title="r.title",
        words="coalesce(r.public_summary, '')",
        people="coalesce(r.presenter, '')",
        body="m.body_id",
    ),
    Source(
        "paper",
        SearchKind.PAPER,
        "JOIN item i ON i.id = r.item_id JOIN meeting m ON m.id = i.meeting_id",
        "title, note, position",
        record="item_id",
        part="position",
        title="r.title",
        words="coalesce(r.note, '')",
        body="m.body_id",
    ),
    *(
        Source(table, SearchKind.MINUTE, _ENTRY, "text", words="r.text")
        for table in ("paragraph", "subheading", "bullet", "numbered")
    ),
    Source("entry_table", SearchKind.MINUTE, _ENTRY, "caption", words="coalesce(r.caption, '')"),
    Source(
        "table_cell",
        SearchKind.MINUTE,
        _ENTRY,
        "text",
        part="row",
        words=f"group_concat(r.text, '{PIECES}' ORDER BY r.\"column\")",
        grouped=True,
    ),
    Source(
        "decision", SearchKind.DECISION, _ENTRY, "marker", decided=_list("decision_part"), words="r.marker"
    ),
    Source(
        "action",
        SearchKind.ACTION,
        _ENTRY,
        f"text, ref, {_DUE_COLUMNS}",
        title="coalesce(r.ref, '')",
        decided="r.text",
        people=_list("action_owner", "name"),
        due=_DUE,
    ),
    Source(
        "declaration",
        SearchKind.INTEREST,
        _ENTRY,
        "person, interest, reason, as_written",
        words=_pieces("interest", "reason", "as_written"),
        people="r.person",
    ),
    Source(
        "amendment",
        SearchKind.CORRECTION,
        _ENTRY,
        "place, was, now, as_written, requested_by",
        words=_pieces("place", "was", "now", "as_written"),
        people="coalesce(r.requested_by, '')",
    ),
    Source(
        "vote",
        SearchKind.VOTE,
        _ENTRY,
        "motion, result, as_written, mover, seconder",
        decided="r.motion",
        words=_pieces("result", "as_written"),
        people=_VOTERS,
    ),
    Source("private_note", SearchKind.NOTE, _ENTRY, "text", words="r.text"),
    Source(
        "person",
        SearchKind.PERSON,
        "",
        "name, printed, role, organisation, initials, body_id",
        record="id",
        title="r.name",
        words=_pieces("role", "organisation", "initials"),
        people="CASE r.printed WHEN r.name THEN '' ELSE r.printed END",
        body="r.body_id",
        day="NULL",
    ),
    Source(
        "plan", SearchKind.PLAN, "", "title, ref, period, body_id", record="id",
        title="r.title", words=_pieces("ref", "period"), body="r.body_id", day="NULL",
    ),
    Source(
        "plan_section", SearchKind.PLAN, _OF_PLAN, "heading", record="id",
        title="coalesce(r.heading, '')", body="p.body_id", day="NULL",
    ),
    Source(
        "workstream", SearchKind.PLAN, _OF_PLAN, "title, number", record="id",
        title="concat_ws(' ', r.number, r.title)", body="p.body_id", day="NULL",
    ),
    Source(
        "activity", SearchKind.PLAN, "JOIN workstream w ON w.id = r.workstream_id JOIN plan p ON p.id = w.plan_id",
        "title", record="id", title="r.title", people=_list("lead", "name", key="activity_id", record="id"),
        body="p.body_id", day="NULL",
    ),
    Source(
        "milestone", SearchKind.PLAN,
        "JOIN activity a ON a.id = r.activity_id JOIN workstream w ON w.id = a.workstream_id"
        " JOIN plan p ON p.id = w.plan_id",
        f"text, {_DUE_COLUMNS}", record="id", words="r.text", body="p.body_id", day="NULL", due=_DUE,
    ),
)  # fmt: skip
PARTS = (
    Part("decision_part", "decision", "decided"),
    Part("action_owner", "action", "people"),
    Part("vote_name", "vote", "people"),
    Part("lead", "activity", "people", key="activity_id"),
)
