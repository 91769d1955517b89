"""Words that a browser, a terminal and a mail program show alike: what none of them can becomes a boxed code."""

import re

from wibdesk.documents.document import with_line_ends
from wibdesk.documents.legal_text import boxed, legal

_LAST_OF_PLANES = "".join(chr(plane << 16 | end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
_COMMANDS = re.compile(f"[\x7f-\x9f\ufdd0-\ufdef{_LAST_OF_PLANES}]")


def plain_letters(text: str) -> str:
    """Return the text with one kind of line end, and a boxed code for each character that would be a command.

    Beside what XML forbids these are the controls of terminals (C1) and the code points that are no characters.
    """
    return _COMMANDS.sub(lambda found: boxed(found[0]), legal(with_line_ends(text)))
