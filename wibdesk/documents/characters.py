"""Which characters the fonts of the PDF do not have, and what the clerk is told of them."""

import unicodedata

from wibdesk.documents.document import Document, texts
from wibdesk.documents.fonts import coverage
from wibdesk.documents.legal_text import boxed


def unprintable(document: Document) -> tuple[str, ...]:
    """Return the characters that no shipped font has, each once, in their order; the PDF prints their boxed codes."""
    known = coverage()
    unknown: dict[str, None] = {}
    for text in (document.header, *texts(document)):
        if not text.isascii() or not text.isprintable():
            unknown.update(dict.fromkeys(c for c in text if c not in known and c not in "\n\r\t"))
    return tuple(unknown)


def character_remark(document: Document) -> str | None:
    """Return a sentence that names the characters printed as a code, or None."""
    unknown = unprintable(document)
    if not unknown:
        return None
    named = ", ".join(f"{boxed(c)} {unicodedata.name(c, 'no name').lower()}" for c in unknown[:5])
    more = f" and {len(unknown) - 5} more" if len(unknown) > 5 else ""
    return f"The PDF prints a code for what its fonts do not have: {named}{more}."


def remarks(document: Document) -> tuple[str, ...]:
    """Return all that the clerk should know before the document goes out."""
    unknown = character_remark(document)
    return (*document.remarks, *((unknown,) if unknown else ()))
