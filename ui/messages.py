"""What the desk says to the clerk: what was done, what is wrong, and a question about what was asked."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from wibdesk.errors import StoreError
from wibdesk.language import say

Act = Callable[[], object]
TOLD = "told"


@dataclass(frozen=True)
class Answer:
    """A button: a verb with its object, what it does, and the key that presses it (Alt and a letter on a banner)."""

    words: str
    run: Act
    key: str = ""
    kind: str = "plain"


@dataclass(frozen=True)
class Trouble:
    """What a banner says: what happened, what is safe, what to do; one banner for each source.

    The tone is bad, warn, good, or note for what is only told.
    """

    heading: str
    words: str
    answers: tuple[Answer, ...] = ()
    tone: str = "bad"
    source: str = ""


@dataclass(frozen=True)
class Question:
    """What the clerk is asked: the heading is the question, the words say what will happen; Esc is the safe answer."""

    heading: str
    words: str
    safe: Answer
    act: Answer
    danger: bool = False


class Messages(QObject):
    """The window shows what is said here; nothing else speaks to the clerk."""

    said = Signal(str, object)
    troubled = Signal(object)
    settled = Signal(str)
    asked = Signal(object)
    announced = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.helps: Callable[[BaseException], tuple[Answer, ...]] = lambda _: ()  # buttons for what was told

    def say(self, words: str, undo: Act | None = None) -> None:
        """Confirm what was done, and offer to undo it."""
        self.said.emit(words, undo)

    def trouble(self, heading: str, words: str, *answers: Answer, tone: str = "bad", source: str = "") -> None:
        """Show a banner until `clear_trouble`; a second trouble of the same source takes its place."""
        self.troubled.emit(Trouble(heading, words, answers, tone, source))

    def clear_trouble(self, source: str = "") -> None:
        """Take the banner of this source away."""
        self.settled.emit(source)

    def tell(self, error: BaseException) -> None:
        """Tell of a UserError or a StoreError in its own words, with a key that puts the message away."""
        first, _, rest = str(error).partition(". ")
        tone = "bad" if isinstance(error, StoreError) else "warn"
        close = Answer(say("Close this message"), lambda: self.clear_trouble(TOLD), "Alt C")
        self.trouble(first.rstrip(".") + ("." if rest else ""), rest, *self.helps(error), close, tone=tone, source=TOLD)

    def ask(self, heading: str, words: str, *, safe: str, act: str, run: Act, danger: bool = False) -> None:
        """Ask about what the clerk wished; `safe` has the focus and Esc, `run` is called on the other answer."""
        self.asked.emit(Question(heading, words, Answer(safe, _nothing, "Esc"), Answer(act, run), danger))

    def announce(self, words: str, *, urgent: bool = False) -> None:
        """Have a screen reader say something that is on the screen already."""
        self.announced.emit(words, urgent)


def _nothing() -> None:
    """Do nothing: the safe answer."""
