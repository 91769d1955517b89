"""What shows round a line of shorthand: its own look, the margin of the kind to be, the frame or question under it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from ui.editor.sheet import Spot
from ui.editor.shorthand.asking import Asking
from ui.editor.shorthand.doubtful import has_facts
from ui.editor.shorthand.line_look import LineLook
from ui.editor.shorthand.preview import Preview
from ui.editor.shorthand.standing import stand_under
from wibdesk.language import say
from wibdesk.shorthand.reading import OpensPhrases

if TYPE_CHECKING:
    from ui.editor.sheet_view import SheetView
    from ui.editor.shorthand.disguise import Disguise
    from wibdesk.shorthand.reading import Ask, Reading


class Shown:
    """Shows one reading at a time; nothing of it ever has the keyboard."""

    def __init__(self, view: "SheetView", margin: "Disguise") -> None:
        self.view, self.margin = view, margin
        self.line = Spot("")
        self.look = LineLook(view)
        self.preview = Preview(view.theme, view.viewport())
        self.asking: Asking | None = None

    def show(self, line: Spot, reading: "Reading") -> None:
        """Show what a line becomes."""
        self._drop_question()
        self.line = line
        self.look.wear(line, reading.lead or len(reading.line.split(maxsplit=1)[0]))
        self._dress_margin(reading)
        self.preview.show_reading(reading, _keys(reading), self.view.wide + self.view.theme.px(4))
        self.preview.show()
        stand_under(self.view, self.preview, line, scroll=True)

    def ask(self, ask: "Ask", take: Callable[[str], None], keep: Callable[[], None]) -> Asking:
        """Ask what is ambiguous in the line, in place of the frame."""
        self._drop_question()
        self.preview.hide()
        asking = self.asking = Asking(self.view.theme, self.view.viewport(), ask, take, keep)
        asking.show()
        stand_under(self.view, asking, self.line, scroll=True)
        return asking

    def hide(self) -> None:
        """Take everything away."""
        self._drop_question()
        self.preview.hide()
        self.look.take_off()
        self._dress_margin(None)

    def stand(self) -> None:
        """Keep what is shown with its line when the page moves."""
        if self.line.entry in self.view.page.starts:
            stand_under(self.view, self.asking or self.preview, self.line, scroll=False)

    def _drop_question(self) -> None:
        if self.asking is not None:
            asking, self.asking = self.asking, None
            asking.hide()
            asking.deleteLater()

    def _dress_margin(self, reading: "Reading | None") -> None:
        """Let the margin show the kind that the line will be."""
        self.margin.line = self.line.entry, self.line.part
        self.margin.guise = reading.entries[0] if reading is not None and reading.entries else None
        self.view.viewport().update()


def _keys(reading: "Reading") -> list[tuple[str, str]]:
    """Return the keys shown under a reading."""
    if not reading.recorded:
        return [("Enter", say("keep as text"))]
    opens = any(isinstance(deed, OpensPhrases) for deed in reading.deeds)
    enter = say("choose") if reading.asks else say("open the list") if opens else say("record")
    change = [("Tab", say("change"))] if has_facts(reading) else []
    return [("Enter", enter), *change, ("Esc", say("leave as text"))]
