"""References for the actions that have none yet, so that an exported file can be answered action by action."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from wibdesk.domain.actions import next_reference
from wibdesk.domain.entries import Action, Entry
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.plans import Plan


def with_references(meeting: Meeting) -> Meeting:
    """Return the meeting with a reference for every action; those that were given stay."""
    numbers = [item.number or str(place) for place, item in enumerate(meeting.items, 1)]
    entries = _numbered(numbers, [item.entries for item in meeting.items])
    items = (replace(item, entries=given) for item, given in zip(meeting.items, entries, strict=True))
    return replace(meeting, items=tuple(items))


def with_plan_references(plan: Plan) -> Plan:
    """Return the plan with a reference for every action in its prose."""
    numbers = [section.number or str(place) for place, section in enumerate(plan.sections, 1)]
    entries = _numbered(numbers, [section.entries for section in plan.sections])
    sections = (replace(section, entries=given) for section, given in zip(plan.sections, entries, strict=True))
    return replace(plan, sections=tuple(sections))


def _numbered(numbers: Sequence[str], groups: Sequence[Iterable[Entry]]) -> list[tuple[Entry, ...]]:
    taken = {entry.ref for group in groups for entry in group if isinstance(entry, Action)}
    out: list[tuple[Entry, ...]] = []
    for number, group in zip(numbers, groups, strict=True):
        given: list[Entry] = []
        for entry in group:
            if isinstance(entry, Action) and entry.ref is None:
                ref = next_reference(number, taken)
                taken.add(ref)
                given.append(replace(entry, ref=ref))
            else:
                given.append(entry)
        out.append(tuple(given))
    return out
