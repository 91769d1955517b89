"""What a screen reader says of an entry when the caret enters it."""

from ui.editor.chips import due_words
from ui.editor.kinds import LOOKS, margin_words
from wibdesk.domain.dates import long_date
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Bullet, Decision, Entry, Numbered, Progress, Subheading, Table


def entry_words(entry: Entry) -> str:
    """Return an entry in words: `Action 3.1, owners K Rowe and J Amari, due 6 October 2026`."""
    if isinstance(entry, Action):
        return ", ".join((margin_words(entry), *_action_facts(entry)))
    if isinstance(entry, Decision):
        return f"{entry.marker}, {len(entry.parts)} parts" if len(entry.parts) > 1 else entry.marker
    if isinstance(entry, (Bullet, Numbered)):
        return LOOKS[entry.kind].name + (f", level {entry.level}" if entry.level > 1 else "")
    if isinstance(entry, Table):
        return f"Table, {len(entry.rows) + bool(entry.header)} rows"
    if isinstance(entry, Subheading) and entry.presenter:
        return f"Sub-heading, {entry.presenter}"
    label = getattr(entry, "label", None)
    return f"{LOOKS[entry.kind].name}{f' {label}' if label else ''}"


def _action_facts(entry: Action) -> list[str]:
    facts = [_owners(entry.owners)]
    if due := _due(entry.due):
        facts.append(f"due {due}")
    if entry.status is not Progress.OPEN:
        facts.append(entry.status.words.lower())
    return facts


def _owners(owners: tuple[str, ...]) -> str:
    if not owners:
        return "no owner yet"
    listed = f"{', '.join(owners[:-1])} and {owners[-1]}" if len(owners) > 1 else owners[0]
    return f"{'owners' if len(owners) > 1 else 'owner'} {listed}"


def _due(due: Due) -> str:
    return long_date(due.date) if due.kind is DueKind.DATE and due.date else due_words(due)
