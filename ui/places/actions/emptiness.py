"""What stands in the log where no action is shown: why, and what to do about it."""

from wibdesk.domain.log_views import LogView

EMPTY = {
    "open": ("Nothing to do", "No action is open. Ctrl Shift A in the minutes makes one."),
    "overdue": ("Nothing is overdue", "Every action with a date is in time."),
    "done": ("Nothing waits for the board", "What its owner calls done waits here until the board closes it."),
    "closed": ("Nothing is closed yet", "K closes an action that the board has accepted."),
    "all": ("No actions yet", "Ctrl Shift A in the minutes makes one."),
}


def empty_words(view: LogView, *, known: bool) -> tuple[str, str]:
    """Return heading and sentence; until the register has answered, as while the disk refuses, nothing is claimed."""
    if not known:
        return "The log is being read", "It shows as soon as the disk has taken what was typed."
    if view.narrowed():
        parts = (f"has {p}" if p.startswith(("owner", "RAG", "org")) else f"is {p}" for p in view.narrowed())
        return "Nothing found", f"No action here {' and '.join(parts)}. X shows the whole log again."
    return EMPTY[view.view]
