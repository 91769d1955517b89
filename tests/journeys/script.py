"""A meeting as a list of steps in a text file that a clerk can read, and play at a desk.

Each line is a verb and its words:

    clock   18 Oct 2017 09:25   the time by the clock on the wall, or 09:31 later on the same day
    copy                        something copied in another program: the lines below it that begin with |
    press   Ctrl+Return         keys, one after the other
    type    Committee Room 2    words typed into a field
    write   All were welcomed.  words typed into the minutes: they must be printed
    hide    Ring Hugh.          words typed into the minutes that must never be printed
    see     Saved 09:31         goes on once these words are on the screen
    gone    Saved 09:31         goes on once they are not
    at      Attendance          goes on once the keyboard is in the thing of this name
    act     park a tangent      begins something that happens in the room: its keys are counted

A line that begins with # is for the reader.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "scripts"
VERBS = ("clock", "copy", "press", "type", "write", "hide", "see", "gone", "at", "act")


@dataclass(frozen=True)
class Step:
    """One thing that the clerk does or waits for, and the line of the script where it stands."""

    verb: str
    words: str
    line: int

    def __str__(self) -> str:
        return f"line {self.line}: {self.verb} {self.words}"


def read_script(name: str) -> tuple[Step, ...]:
    """Return the steps of a script by its name."""
    return tuple(_steps((FOLDER / f"{name}.txt").read_text("utf-8").splitlines()))


def acts_of(script: tuple[Step, ...]) -> list[tuple[str, tuple[Step, ...]]]:
    """Return what happens in a script as pairs of its name and its steps; what comes before the first act is left."""
    starts = [n for n, step in enumerate(script) if step.verb == "act"]
    return [
        (script[start].words, script[start + 1 : end])
        for start, end in zip(starts, [*starts[1:], len(script)], strict=True)
    ]


def words_of(script: tuple[Step, ...], verb: str) -> list[str]:
    """Return the words of every step with this verb, in order."""
    return [step.words for step in script if step.verb == verb]


def _steps(lines: list[str]) -> Iterator[Step]:
    for number, line in enumerate(lines, 1):
        verb, _, words = line.strip().partition(" ")
        if verb == "copy":
            yield Step(verb, "\n".join(_copied(lines[number:])), number)
        elif verb in VERBS:
            yield Step(verb, words.strip(), number)
        elif verb and verb[0] not in "#|":
            raise ValueError(f"line {number}: “{verb}” is no verb of a script")


def _copied(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if not line.lstrip().startswith("|"):
            return
        yield line.lstrip()[1:].removeprefix(" ")
