"""What the clerk should know at the start: a run that ended suddenly, words that came back, where the register lies."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.messages import Answer
from ui.place import Where
from wibdesk.language import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.app import Workbench
    from wibdesk.domain.recovered import Recovered
    from wibdesk.ending import Ended

ENDED, REMARK, READING, DONE = "ended", "remark", "reading", "done"


class StartNotes(QObject):
    """Told, never asked: each note is put away by its key, and a remark that was put away stays away."""

    def __init__(self, bench: "Workbench") -> None:
        super().__init__(bench)
        self.bench, self.context = bench, bench.context

    def tell(self, ended: "Ended | None") -> None:
        """Tell of the run before, of what came back, and of where the register lies."""
        recovered = self.context.desk.recovered
        if ended is not None or recovered:
            self.tell_end(ended, recovered)
        for remark in self.context.desk.remarks:
            self.remark(remark)

    def say(self, heading: str, words: str) -> None:
        """Tell of what was just done with the register, until it is put away."""
        close = Answer(say("Close this note"), partial(self.context.messages.clear_trouble, DONE), "Alt N")
        self.context.messages.trouble(heading, words, close, tone="note", source=DONE)

    def tell_reading(self) -> None:
        """Say for as long as the window stands that this is a copy to read."""
        back = Answer(say("Open the register itself"), self.bench.move_back, "Alt O")
        heading = say(
            "This is a copy to read, “{register}”: nothing can be changed in it.",
            register=self.bench.start.register.name,
        )
        self.context.messages.trouble(heading, "", back, tone="note", source=READING)

    def tell_end(self, ended: "Ended | None", recovered: "Sequence[Recovered]") -> None:
        """Tell of a run that ended suddenly, and of the words that came back."""
        first, _, rest = (ended.words if ended else say("Words that the disk had refused are here.")).partition(". ")
        back = [each for each in recovered if each.put_back]
        words = " ".join(filter(None, (rest, came_back(back), left_out([r for r in recovered if not r.put_back]))))
        answers = [Answer(say("Close this note"), partial(self.context.messages.clear_trouble, ENDED), "Alt C")]
        if ended is not None and ended.trace:
            answers.insert(0, Answer(say("Save the report…"), partial(self.bench.reports.save_trace, ended), "Alt R"))
        if recovered:
            answers.insert(0, Answer(say("Show it"), partial(self._show, recovered), "Alt S"))
        tone = "note" if len(back) == len(recovered) else "warn"
        self.context.messages.trouble(first.rstrip(".") + ".", words, *answers, tone=tone, source=ENDED)

    def _show(self, recovered: "Sequence[Recovered]") -> None:
        """Go to what came back; where there is more than one thing, or one that could not be put back, list them."""
        if len(recovered) == 1 and recovered[0].put_back and recovered[0].meeting_id is not None:
            self.go(recovered[0])
            return
        # Only who asks for it waits for it.
        from ui.recovered_card import open_recovered_card  # noqa: PLC0415

        open_recovered_card(self.context, self.bench.window, recovered, go=self.go, done=self._done)

    def go(self, found: "Recovered") -> None:
        """Go to the item that words came back to."""
        self.bench.window.go("room", Where(meeting_id=found.meeting_id, item_id=found.item_id))

    def _done(self) -> None:
        self.context.desk.forget_recovered()
        self.context.messages.clear_trouble(ENDED)

    def remark(self, words: str) -> None:
        """Tell of the place where the register lies, unless that was put away before."""
        import hashlib  # noqa: PLC0415 - only a remark wants it, and not before the first paint

        settings = self.context.settings
        mark = hashlib.sha256(f"{self.bench.start.register}\n{words}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        if settings.now.dismissed.get(mark):
            return
        source = f"{REMARK} {mark}"

        def away() -> None:
            settings.note(dismissed={**settings.now.dismissed, mark: True})
            self.context.messages.clear_trouble(source)

        first, _, rest = words.partition(": ")
        heading = f"{first}." if rest else words
        after = rest[:1].upper() + rest[1:]
        self.context.messages.trouble(
            heading, after, Answer(say("Put this away"), away, "Alt P"), tone="note", source=source
        )


def came_back(recovered: "Sequence[Recovered]") -> str:
    """Say what was brought back, as “42 words came back: Minutes of item 3, Front door (18:02:06).” for one."""
    if not recovered:
        return ""
    words = sum(each.words for each in recovered)
    count = say("1 word") if words == 1 else say("{words} words", words=words) if words else say("What was changed")
    newest = max((each.at for each in recovered if each.at is not None), default=None)
    at = f" ({newest.astimezone():%H:%M:%S})" if newest is not None else ""
    what = list(dict.fromkeys(each.what for each in recovered))
    named = what[0] if len(what) == 1 else say("{what} and {number} more", what=what[0], number=len(what) - 1)
    return say("{count} came back: {named}{at}.", count=count, named=named, at=at)


def left_out(recovered: "Sequence[Recovered]") -> str:
    """Say what could not be put back."""
    if not recovered:
        return ""
    one = len(recovered) == 1
    return say(
        "{words} could not be put back: the words are kept.",
        words=say("One thing") if one else say("{number} things", number=len(recovered)),
    )
