"""The commands of the shorthand, one file each (decisions and notes share theirs); a new one is a line here."""

from wibdesk.shorthand.command import Command
from wibdesk.shorthand.commands import action, amendment, decision, interest, movement, note, phrases, vote

COMMANDS: tuple[Command, ...] = (
    action.COMMAND,
    decision.RESOLVED,
    decision.AGREED,
    decision.RECOMMENDED,
    decision.NOTED,
    interest.COMMAND,
    vote.COMMAND,
    movement.ARRIVAL,
    movement.DEPARTURE,
    amendment.COMMAND,
    note.PRIVATE,
    note.PARK,
    note.HEADING,
    phrases.COMMAND,
)
"""In the order of the key card."""
