"""What the words of a sentence lean on, given by the room: abbreviations, names, phrases, facts and the clock."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from wibdesk.domain.phrases import Phrase
from wibdesk.shorthand.words.completion import Completions
from wibdesk.shorthand.words.expansion import Abbreviations


def _no_phrases() -> Sequence[Phrase]:
    return ()


def _nobody() -> Sequence[str]:
    return ()


def _no_facts() -> Mapping[str, str]:
    return {}


def _no_clock() -> str:
    return ""


def _nowhere(_short: str) -> bool:
    return False


def _forget(_phrase: Phrase) -> None:
    return None


@dataclass(frozen=True)
class Wording:
    """Everything is at hand when a key asks: nothing here reads a disk.

    `used` says of a short form whether another item of the meeting has it. `certain` gives the words of those slots of
    a phrase that the meeting knows, by their names, `people` who may be meant where a name goes, the likelier first.
    `clock` is the time now as the house writes it. `taken` hears which phrase was put in.
    """

    abbreviations: Abbreviations = field(default_factory=Abbreviations)
    completions: Completions = field(default_factory=Completions)
    phrases: Callable[[], Sequence[Phrase]] = _no_phrases
    certain: Callable[[], Mapping[str, str]] = _no_facts
    people: Callable[[], Sequence[str]] = _nobody
    clock: Callable[[], str] = _no_clock
    used: Callable[[str], bool] = _nowhere
    taken: Callable[[Phrase], None] = _forget
