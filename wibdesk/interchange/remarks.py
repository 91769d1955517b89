"""What an imported file is worth a remark for, though it is stored as it is."""

import re
from collections.abc import Collection, Iterable, Iterator

from wibdesk.domain.dates import read_date
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.plans import Plan
from wibdesk.language import say

_DATE_LIKE = re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b")


def remarks(record: Meeting | Plan, *, house_styles: Collection[str]) -> tuple[str, ...]:
    """Return sentences on an unknown house style and on deadlines that name a day no calendar has."""
    return (*_style(record, house_styles), *_impossible(_dues(record)))


def _style(record: Meeting | Plan, known: Collection[str]) -> Iterator[str]:
    style = record.details.house_style if isinstance(record, Meeting) else record.house_style
    if style is not None and style not in known:
        yield say(
            "The house style “{style}” is not known here: it is kept, and the default prints in its place.", style=style
        )


def _dues(record: Meeting | Plan) -> Iterator[Due]:
    if isinstance(record, Meeting):
        yield from (action.due for _, action in record.actions())
        return
    yield from (entry.due for section in record.sections for entry in section.entries if isinstance(entry, Action))
    yield from (m.due for stream in record.workstreams for a in stream.activities for m in a.milestones)


def _impossible(dues: Iterable[Due]) -> Iterator[str]:
    for due in dues:
        words = _DATE_LIKE.findall(due.as_written or "") if due.kind is DueKind.NONE else []
        if any(read_date(day) is None for day in words):
            yield say(
                "The deadline “{as_written}” names a day that the calendar does not have: its words are kept.",
                as_written=due.as_written,
            )
