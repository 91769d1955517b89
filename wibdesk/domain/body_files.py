"""Files that a body has given the desk for its documents: a logo and a Word template of its own."""

from dataclasses import dataclass
from enum import StrEnum

LARGEST_FILE = 10 * 1024 * 1024
"""Bytes that one file may have."""


class FileKind(StrEnum):
    """What a file is for."""

    LOGO = "logo"
    TEMPLATE = "template"


@dataclass(frozen=True)
class BodyFile:
    """One file of a body, at most one of each kind; `words` is the alternative text of a logo."""

    body_id: str
    kind: FileKind
    name: str
    data: bytes
    words: str = ""
