"""Putting right one place of an entry: words in the place of others, an owner, a deadline. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from ui.editor.lines import lines_of, shown_text, with_line
from ui.editor.sheet import cut, joined
from wibdesk.domain.deadlines import Due
from wibdesk.domain.doubts import Doubt
from wibdesk.domain.entries import Action, Entry
from wibdesk.domain.rich_text import Span


def with_words(entries: Sequence[Entry], doubt: Doubt, words: str) -> tuple[Entry, ...] | None:
    """Return the entries with words in the place of the doubtful ones, in their look; None where those are gone."""
    for n, entry in enumerate(entries):
        if entry.id == doubt.entry_id and doubt.part < len(lines_of(entry)):
            line, end = lines_of(entry)[doubt.part], doubt.offset + doubt.length
            old = cut(line, doubt.offset, end)
            if "".join(span.text for span in old) != doubt.about:
                return None
            look = old[0] if old else Span("")
            fresh = joined(cut(line, 0, doubt.offset), (replace(look, text=shown_text(words)),), cut(line, end))
            return (*entries[:n], with_line(entry, doubt.part, fresh), *entries[n + 1 :])
    return None


def with_owners(action: Action, typed: Sequence[str], stranger: str = "") -> Action:
    """Return the action with other owners, or with these in the place of one who is not known."""
    if not stranger:
        return replace(action, owners=tuple(typed))
    places = [new for old in action.owners for new in (typed if old == stranger else (old,))]
    return replace(action, owners=tuple(dict.fromkeys(places)))


def with_action(entries: Sequence[Entry], action: Action) -> tuple[Entry, ...]:
    """Return the entries with an action in the place of what it was."""
    return tuple(action if entry.id == action.id else entry for entry in entries)


def with_due(action: Action, due: Due) -> Action:
    """Return the action with another deadline."""
    return replace(action, due=due)
