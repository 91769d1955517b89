"""What is new, told once after an update: one line that leads to the page, put away by its key."""

from typing import TYPE_CHECKING

from ui.messages import Answer
from ui.place import Where
from wibdesk import __version__
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.context import Context

NEWS, PAGE = "news", "whats_new"


def tell_news(context: "Context", release: str = __version__) -> None:
    """Tell of an update at the first start after it; a first start of all has nothing to compare with."""
    settings = context.settings
    before, used = settings.now.seen_release, bool(settings.now.last_place)
    if before == release:
        return
    settings.note(seen_release=release)
    if not before and not used:
        return

    def show() -> None:
        context.messages.clear_trouble(NEWS)
        context.go("help", Where(note=PAGE))

    look = Answer(say("See what is new"), show, "Alt W")
    close = Answer(say("Close this note"), lambda: context.messages.clear_trouble(NEWS), "Alt Q")
    heading = say("WIBDesk was updated to {release}.", release=release)
    context.messages.trouble(heading, "", look, close, tone="note", source=NEWS)
