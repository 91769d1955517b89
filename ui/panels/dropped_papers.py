"""Files that are dropped on an agenda item: each is listed as a paper by its name, and stays where it is."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from wibdesk.domain.paper_titles import with_papers
from wibdesk.language import counted, say
from wibdesk.services import agenda

if TYPE_CHECKING:
    from ui.context import Context
    from wibdesk.domain.agenda import Item


class DroppedPapers:
    """Lists papers on the item that `chosen` returns; None is no item that can be changed."""

    def __init__(self, context: "Context", chosen: "Callable[[], Item | None]") -> None:
        self.context, self.chosen = context, chosen

    def take(self, paths: Sequence[Path]) -> bool:
        """List files as papers of the item; False without one."""
        item = self.chosen()
        if item is None:
            return False
        wanted = with_papers(item, [path.name for path in paths])
        if wanted == item:
            self.context.messages.say(say("That is listed already under “{title}”", title=item.title))
            return True
        words = counted(
            len(wanted.papers) - len(item.papers),
            "{number} paper listed under “{title}”",
            "{number} papers listed under “{title}”",
            title=item.title,
        )
        self.context.operations.write(agenda.change_item, wanted, item, undo=words)
        return True
