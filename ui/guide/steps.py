"""The steps of the guided first meeting, as data: what to do, with which keys, and how it is seen to be done."""

from collections.abc import Callable
from dataclasses import dataclass

from wibdesk.domain.attendance import Status
from wibdesk.domain.entries import Action, Paragraph
from wibdesk.domain.meetings import Meeting, Stage
from wibdesk.domain.quorum import QuorumState, quorum_of
from wibdesk.language import later, say

FEW, ENOUGH = 3, 8
"""People who are present where no quorum is known; words of a line that has no full stop yet."""
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Seen:
    """What there is to see of the practice meeting: itself, the formats it was saved in, and the place shown."""

    meeting: Meeting
    saved: frozenset[str] = frozenset()
    place: str = ""

    @property
    def stage(self) -> Stage:
        """Where the sitting stands."""
        return self.meeting.details.stage


@dataclass(frozen=True)
class Step:
    """A step: a sentence that may name somebody who is not here yet, the keys, where it is done, and when it is.

    `places` are those where the keys work; `back` leads there from any other.
    """

    words: str
    keys: Pairs
    done: Callable[[Seen], bool]
    places: tuple[str, ...] = ("room",)
    back: tuple[str, str] = ("Ctrl 2", later("back to the room"))


def current(seen: Seen, skipped: frozenset[int] = frozenset()) -> int:
    """Return the number of the step that comes next, from 0; as many as there are steps when all is done."""
    return next((n for n, step in enumerate(STEPS) if n not in skipped and not step.done(seen)), len(STEPS))


def words_of(step: Step, seen: Seen) -> str:
    """Return the sentence of a step, with somebody of this very meeting where it names one."""
    return say(step.words, late=_latecomer(seen), owner=_owner(seen))


def keys_of(step: Step, seen: Seen) -> Pairs:
    """Return the keys of a step, or the one that leads to where it is done."""
    return step.keys if seen.place in step.places else (step.back,)


def _in_room(seen: Seen) -> bool:
    return seen.place == "room" or seen.stage is not Stage.PLANNED


def _started(seen: Seen) -> bool:
    return seen.stage is not Stage.PLANNED


def _closed(seen: Seen) -> bool:
    return seen.stage is Stage.CLOSED


def _enough_here(seen: Seen) -> bool:
    quorum = quorum_of(seen.meeting, None)
    here = sum(person.status is Status.PRESENT for person in seen.meeting.attendance)
    return _closed(seen) or (quorum.state is not QuorumState.LOST if quorum is not None else here >= FEW)


def _written(seen: Seen) -> bool:
    lines = [entry.text.strip() for _, entry in seen.meeting.entries() if isinstance(entry, Paragraph)]
    whole = (line.endswith(".") or len(line.split()) >= ENOUGH for line in lines if not line.startswith("/"))
    return _closed(seen) or any(whole)


def _acted(seen: Seen) -> bool:
    return _closed(seen) or any(entry.text.strip() for _, entry in seen.meeting.entries() if isinstance(entry, Action))


def _joined(seen: Seen) -> bool:
    return _closed(seen) or any(person.intervals for person in seen.meeting.attendance)


def _saved(ending: str) -> Callable[[Seen], bool]:
    return lambda seen: ending in seen.saved


def _latecomer(seen: Seen) -> str:
    """Return the initials of somebody who is not here yet, as they are typed."""
    away = [person for person in seen.meeting.attendance if person.status is not Status.PRESENT]
    return next((_short(person.initials, person.shown) for person in reversed(away)), say("a name"))


def _owner(seen: Seen) -> str:
    here = [person for person in seen.meeting.attendance if person.status is Status.PRESENT]
    return next((_short(person.initials, person.shown) for person in here), say("a name"))


def _short(initials: str | None, name: str) -> str:
    return initials.lower() if initials else name


STEPS = (
    Step(
        later("Choose the meeting of today and open its room."),
        (("↑ ↓", later("meeting")), ("Enter", later("open the room"))),
        _in_room,
        ("meetings",),
        ("Ctrl 1", later("to the meetings")),
    ),
    Step(later("Start the meeting: the time is noted."), (("F5", later("start")),), _started),
    Step(
        later("Go to the attendance and mark each person who is here, until the quorum is met."),
        (("Ctrl E", later("attendance")), ("P", later("present")), ("↓", later("next"))),
        _enough_here,
    ),
    Step(
        later("Go back to the sentence and type a line of what is said: The Chair welcomed members."),
        (("Esc", later("to the sentence")), ("Enter", later("next line"))),
        _written,
    ),
    Step(
        later("Record an action. On a new line type: /a {owner} send the figures by Friday"),
        (("/a", later("action")), ("Enter", later("record"))),
        _acted,
    ),
    Step(
        later("Somebody arrives late. On a new line type: /in {late}"),
        (("/in", later("joined")), ("Enter", later("record"))),
        _joined,
    ),
    Step(
        later("Close the meeting: everything is read back first, then you close it."),
        (("Shift F5", later("read back")), ("Ctrl Enter", later("close"))),
        _closed,
    ),
    Step(
        later("Save the minutes as a Word file."),
        (("W", later("save as Word")),),
        _saved("docx"),
        ("room", "preview"),
    ),
    Step(
        later("Save the same minutes as PDF. The pages before you are those that will be in it."),
        (("P", later("save as PDF")),),
        _saved("pdf"),
        ("preview",),
        ("Ctrl 7", later("to the preview")),
    ),
)
"""From opening the room to the saved PDF."""

END = later("That was a whole meeting, to the saved minutes. For your own, find “Open my own register” with Ctrl K.")
END_KEYS = (("F1", later("help")), ("Ctrl K", later("any command")))
