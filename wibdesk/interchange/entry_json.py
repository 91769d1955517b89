"""Entries between the meeting file and the domain: one reader and one writer per kind."""

from collections.abc import Callable
from typing import Any

from wibdesk.domain.entries import (
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
from wibdesk.interchange.due_json import due_json, read_due
from wibdesk.interchange.fields import Json, day, day_json, spare, texts, unless, whole


def read_entry(raw: Json) -> Entry:
    """Read a validated entry of any kind."""
    return _READERS[raw["kind"]](raw)


def entry_json(entry: Entry) -> Json:
    """Write an entry of any kind, its keys in the order of the contract."""
    return {"kind": entry.kind, **_WRITERS[type(entry)](entry)}


def read_progress(raw: Json) -> Progress:
    """Read the status of an action or milestone: open where none is given."""
    return Progress(raw.get("status") or Progress.OPEN)


def _read_paragraph(raw: Json) -> Entry:
    return Paragraph(raw["text"], raw.get("label"))


def _paragraph(entry: Paragraph) -> Json:
    return {"text": entry.text, **spare(label=entry.label)}


def _read_subheading(raw: Json) -> Entry:
    return Subheading(raw["text"], raw.get("label"), raw.get("presenter"))


def _subheading(entry: Subheading) -> Json:
    return {"text": entry.text, **spare(label=entry.label, presenter=entry.presenter)}


def _read_bullet(raw: Json) -> Entry:
    return Bullet(raw["text"], whole(raw.get("level")) or 1)


def _bullet(entry: Bullet) -> Json:
    return {"text": entry.text, **spare(level=unless(1, entry.level))}


def _read_numbered(raw: Json) -> Entry:
    return Numbered(raw["text"], whole(raw.get("level")) or 1, raw.get("style"), whole(raw.get("start")))


def _numbered(entry: Numbered) -> Json:
    return {
        "text": entry.text,
        **spare(level=unless(1, entry.level), style=unless("1.", entry.style), start=entry.start),
    }


def _read_table(raw: Json) -> Entry:
    rows = tuple(tuple(row) for row in raw["rows"])
    return Table(rows, texts(raw.get("header")), raw.get("caption"))


def _table(entry: Table) -> Json:
    head = spare(caption=entry.caption, header=list(entry.header))
    return {**head, "rows": [list(row) for row in entry.rows]}


def _read_decision(raw: Json) -> Entry:
    return Decision(tuple(raw["parts"]), raw["marker"], raw.get("style"))


def _decision(entry: Decision) -> Json:
    return {"marker": entry.marker, "parts": list(entry.parts), **spare(style=entry.style)}


def _read_action(raw: Json) -> Entry:
    return Action(raw["text"], tuple(raw["owners"]), read_due(raw["due"]), read_progress(raw), raw.get("ref"))


def _action(entry: Action) -> Json:
    body = {"text": entry.text, "owners": list(entry.owners), "due": due_json(entry.due)}
    return {**spare(ref=entry.ref), **body, **spare(status=unless("open", entry.status.value))}


def _read_declaration(raw: Json) -> Entry:
    return Declaration(
        raw["person"],
        item=raw.get("item"),
        interest=raw.get("interest"),
        reason=raw.get("reason"),
        took_part=raw.get("took_part"),
        left_room=raw.get("left_room"),
        as_written=raw.get("as_written"),
    )


def _declaration(entry: Declaration) -> Json:
    said = spare(item=entry.item, interest=entry.interest, reason=entry.reason)
    done = spare(took_part=entry.took_part, left_room=entry.left_room, as_written=entry.as_written)
    return {"person": entry.person, **said, **done}


def _read_amendment(raw: Json) -> Entry:
    return Amendment(
        day(raw["to_meeting"]),
        raw["place"],
        raw["now"],
        was=raw.get("was"),
        requested_by=raw.get("requested_by"),
        as_written=raw.get("as_written"),
    )


def _amendment(entry: Amendment) -> Json:
    return {
        "to_meeting": day_json(entry.to_meeting),
        "place": entry.place,
        **spare(was=entry.was),
        "now": entry.now,
        **spare(requested_by=entry.requested_by, as_written=entry.as_written),
    }


def _read_vote(raw: Json) -> Entry:
    names = raw.get("names") or {}
    return Vote(
        raw["motion"],
        raw["result"],
        mover=raw.get("mover"),
        seconder=raw.get("seconder"),
        votes_for=whole(raw.get("for")),
        votes_against=whole(raw.get("against")),
        abstained=whole(raw.get("abstained")),
        casting_vote=raw.get("casting_vote"),
        names=tuple((side, tuple(names[side])) for side in VOTE_SIDES if names.get(side)),
        as_written=raw.get("as_written"),
    )


def _vote(entry: Vote) -> Json:
    names = {side: list(people) for side, people in entry.names if people}
    return {
        "motion": entry.motion,
        **spare(mover=entry.mover, seconder=entry.seconder, for_=entry.votes_for, against=entry.votes_against),
        **spare(abstained=entry.abstained, casting_vote=entry.casting_vote),
        "result": entry.result,
        **spare(as_written=entry.as_written, names=names or None),
    }


def _read_private_note(raw: Json) -> Entry:
    return PrivateNote(raw["text"])


def _private_note(entry: PrivateNote) -> Json:
    return {"text": entry.text}


_READERS: dict[str, Callable[[Json], Entry]] = {
    "paragraph": _read_paragraph,
    "subheading": _read_subheading,
    "bullet": _read_bullet,
    "numbered": _read_numbered,
    "table": _read_table,
    "decision": _read_decision,
    "action": _read_action,
    "declaration": _read_declaration,
    "amendment": _read_amendment,
    "vote": _read_vote,
    "private_note": _read_private_note,
}

# Each writer takes its own kind of entry, which a mapping by type cannot say.
_WRITERS: dict[type[Entry], Callable[[Any], Json]] = {
    Paragraph: _paragraph,
    Subheading: _subheading,
    Bullet: _bullet,
    Numbered: _numbered,
    Table: _table,
    Decision: _decision,
    Action: _action,
    Declaration: _declaration,
    Amendment: _amendment,
    Vote: _vote,
    PrivateNote: _private_note,
}
