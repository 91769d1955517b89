"""What stands in the log where no action is shown: why, and what to do about it."""

from wibdesk.domain.log_views import LogView
from wibdesk.language import later, say

EMPTY = {
    "open": (later("Nothing to do"), later("No action is open. Ctrl Shift A in the minutes makes one.")),
    "overdue": (later("Nothing is overdue"), later("Every action with a date is in time.")),
    "done": (
        later("Nothing waits for the board"),
        later("What its owner calls done waits here until the board closes it."),
    ),
    "closed": (later("Nothing is closed yet"), later("K closes an action that the board has accepted.")),
    "all": (later("No actions yet"), later("Ctrl Shift A in the minutes makes one.")),
}


def empty_words(view: LogView, *, known: bool) -> tuple[str, str]:
    """Return heading and sentence; until the register has answered, as while the disk refuses, nothing is claimed."""
    if not known:
        return say("The log is being read"), say("It shows as soon as the disk has taken what was typed.")
    if view.narrowed():
        sought = ", ".join(view.narrowed())
        return say("Nothing found"), say("Looked for: {sought}. X shows the whole log again.", sought=sought)
    heading, words = EMPTY[view.view]
    return say(heading), say(words)
