"""What a command of the shorthand is: how it is typed, how it is explained, and what reads the words after it."""

from collections.abc import Callable
from dataclasses import dataclass

from wibdesk.shorthand.known import Known
from wibdesk.shorthand.reading import Chosen, Reading

Read = Callable[[str, Known, Chosen], Reading]
"""Reads the words after the command; `line` and `lead` of what it returns are filled in by `read_line`."""


@dataclass(frozen=True)
class Command:
    """A command: `typed` are the ways to type it, the one on the key card first; `words` and `example` explain it."""

    typed: tuple[str, ...]
    words: str
    example: str
    read: Read
