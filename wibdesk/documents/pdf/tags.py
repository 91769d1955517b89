"""What a reader program is told of a document: structure elements, each with the pieces of pages that it is made of."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple, Union

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


class Content(NamedTuple):
    """A marked stretch of a page: the object number of the page, and the number of the mark there."""

    page: int
    mark: int


class Annotation(NamedTuple):
    """What a reader may click: the object numbers of its page and of itself."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Tag:
    """A structure element.

    It is made with the story, so that elements stand in reading order; what is drawn for it follows. `attributes`
    are as the file says them; `alt` is heard in place of a picture, `actual` in place of the letters as they are drawn;
    `language` is given where it differs.
    """

    name: str
    attributes: str = ""
    alt: str | None = None
    language: str | None = None
    actual: str | None = None
    kids: list[Union["Tag", Content, Annotation]] = field(default_factory=list)

    def add(
        self,
        name: str,
        attributes: str = "",
        *,
        alt: str | None = None,
        language: str | None = None,
        actual: str | None = None,
    ) -> "Tag":
        """Return a fresh element at the end of this one."""
        made = Tag(name, attributes, alt, language, actual)
        self.kids.append(made)
        return made


COLUMN_NAME, ROW_NAME = "<</O/Table/Scope/Column>>", "<</O/Table/Scope/Row>>"


def list_attributes(style: str | None) -> str:
    """Return what a reader is told of a list's numbers: `(a)` counts in small letters, None has dots."""
    letter = next((c for c in style or "" if c.isalnum()), None)
    names = {None: "Disc", "a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman", "I": "UpperRoman"}
    return f"<</O/List/ListNumbering/{names.get(letter, 'Decimal')}>>"


def language_tag(language: str | None) -> str | None:
    """Return the language where it is one that a reader program understands ("cy", "en-GB"), else None."""
    return language if language and _LANGUAGE.fullmatch(language) else None
