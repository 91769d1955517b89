"""Which actions of the log are meant, as a note that goes with the clerk from the log to its preview and back."""

from wibdesk.domain.log_views import NOTED, VIEWS, LogView, unpacked

__all__ = ["VIEWS", "LogChoice", "choice_from"]

LogChoice = LogView


def choice_from(note: str) -> LogView | None:
    """Return the view that a note carries; None where the note is about something else."""
    mark, _, rest = note.partition(" ")
    if mark != NOTED:
        return None
    return unpacked(rest) if rest else LogView()
