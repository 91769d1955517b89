"""What a screen reader says of an entry when the caret enters it."""

from ui.editor.chips import due_words
from ui.editor.kinds import LOOKS, margin_words
from wibdesk.domain.dates import long_date
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Bullet, Decision, Entry, Numbered, Progress, Subheading, Table
from wibdesk.language import say


def entry_words(entry: Entry) -> str:
    """Return an entry in words: `Action 3.1, owners K Rowe and J Amari, due 6 October 2026`."""
    if isinstance(entry, Action):
        return ", ".join((margin_words(entry), *_action_facts(entry)))
    if isinstance(entry, Decision):
        return (
            say("{marker}, {number} parts", marker=entry.marker, number=len(entry.parts))
            if len(entry.parts) > 1
            else entry.marker
        )
    if isinstance(entry, (Bullet, Numbered)):
        return say(LOOKS[entry.kind].name) + (say(", level {level}", level=entry.level) if entry.level > 1 else "")
    if isinstance(entry, Table):
        return say("Table, {number} rows", number=len(entry.rows) + bool(entry.header))
    if isinstance(entry, Subheading) and entry.presenter:
        return say("Sub-heading, {presenter}", presenter=entry.presenter)
    label = getattr(entry, "label", None)
    return f"{say(LOOKS[entry.kind].name)}{f' {label}' if label else ''}"


def _action_facts(entry: Action) -> list[str]:
    facts = [_owners(entry.owners)]
    if due := _due(entry.due):
        facts.append(say("due {due}", due=due))
    if entry.status is not Progress.OPEN:
        facts.append(entry.status.words.lower())
    return facts


def _owners(owners: tuple[str, ...]) -> str:
    if not owners:
        return say("no owner yet")
    listed = (
        say("{others} and {last}", others=", ".join(owners[:-1]), last=owners[-1]) if len(owners) > 1 else owners[0]
    )
    return say("owners {names}", names=listed) if len(owners) > 1 else say("owner {name}", name=listed)


def _due(due: Due) -> str:
    return long_date(due.date) if due.kind is DueKind.DATE and due.date else due_words(due)
