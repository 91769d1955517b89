"""What the PDF cannot show as it stands, and what the clerk is told of it."""

import unicodedata

from wibdesk.documents.document import Document, texts
from wibdesk.documents.fonts import coverage
from wibdesk.documents.legal_text import boxed
from wibdesk.documents.pictures import printed
from wibdesk.language import say

_ROOM = 60.0
"""Points in which a logo is tried."""


def unprintable(document: Document) -> tuple[str, ...]:
    """Return the characters that no shipped font has, each once, in their order; the PDF prints their boxed codes."""
    known = coverage()
    unknown: dict[str, None] = {}
    for text in (document.header, document.status or "", *texts(document)):
        if not text.isascii() or not text.isprintable():
            unknown.update(dict.fromkeys(c for c in text if c not in known and c not in "\r\u2028\u2029"))
    return tuple(unknown)


def character_remark(document: Document) -> str | None:
    """Return a sentence that names the characters printed as a code, or None."""
    unknown = unprintable(document)
    if not unknown:
        return None
    named = ", ".join(f"{boxed(c)} {unicodedata.name(c, 'no name').lower()}" for c in unknown[:5])
    if len(unknown) > 5:
        named = say("{names} and {number} more", names=named, number=len(unknown) - 5)
    return say("The PDF prints a code for what its fonts do not have: {names}.", names=named)


def logo_remark(document: Document) -> str | None:
    """Return a sentence where the logo is no picture that can be read, or None."""
    if document.logo is None or printed(document.logo, _ROOM, _ROOM):
        return None
    return say("The logo cannot be read, so it is left out. Choose the picture again in the body's settings.")
