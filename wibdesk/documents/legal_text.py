"""Text that any file format can carry: what XML forbids becomes a boxed code, and nothing is dropped."""

import re

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def boxed(character: str) -> str:
    """Return the code that stands for a character: `[U+1F600]`."""
    return f"[U+{ord(character):04X}]"


def legal(text: str) -> str:
    """Return the text with every character that XML forbids as its boxed code."""
    return _NOT_XML.sub(lambda found: boxed(found[0]), text)
