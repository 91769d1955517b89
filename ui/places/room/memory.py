"""Where the clerk was in an item: its undo steps, caret and scroll, so that one editor serves every item."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.editor.history import History
    from ui.editor.minute_editor import MinuteEditor
    from wibdesk.domain.entries import Entry


@dataclass(frozen=True)
class Memory:
    """All that the editor knows of one item."""

    history: "History"
    loaded: dict[str, "Entry"]
    references: dict[str, str]
    former: dict[tuple[str, str], "Entry"]
    scrolled: int


def remember(editor: "MinuteEditor") -> Memory:
    """Take down where the clerk is in the item on the sheet."""
    editor.history.close()
    editor.history.amend(editor.sheet())
    scrolled = editor.verticalScrollBar().value()
    return Memory(editor.history, editor.loaded, dict(editor.references), dict(editor.former), scrolled)


def recall(editor: "MinuteEditor", memory: Memory) -> None:
    """Put an item back on the sheet as it was left."""
    # Showing afresh closes what lies in the sheet; the steps of undo are put back after it.
    present = memory.history.present
    editor.show_entries(present.entries, caret=present.caret)
    editor.history, editor.loaded = memory.history, memory.loaded
    editor.references.update(memory.references)
    editor.former.update(memory.former)
    editor.verticalScrollBar().setValue(memory.scrolled)
    editor.ensureCursorVisible()  # the sheet may be lower by now
