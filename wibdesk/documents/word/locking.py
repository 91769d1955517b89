"""Locks a finished Word file or spreadsheet with a password: agile encryption by AES-256, as Office itself writes it.

The cipher is that of the library msoffcrypto-tool.
"""

import io
import unicodedata

from wibdesk.errors import UserError
from wibdesk.language import later, say

LONGEST_PASSWORD = 255
"""Letters of a password: Word's own field takes no more."""
LOCKED_REMARK = later(
    "Nobody can open this file without its password, which is kept nowhere: pass it on by another way than the file."
)
"""What the clerk is told of a locked file."""


def locked(data: bytes, password: str) -> bytes:
    """Return the file so that it opens with the password alone, other bytes each time; UserError where it is none."""
    # Only a locked file waits for the library.
    from msoffcrypto.format.ooxml import OOXMLFile  # noqa: PLC0415

    out = io.BytesIO()
    OOXMLFile(io.BytesIO(data)).encrypt(_checked(password), out)
    return out.getvalue()


def _checked(password: str) -> str:
    """Return the password with each letter in its one usual spelling, as a keyboard gives it."""
    wanted = unicodedata.normalize("NFC", password)
    if not wanted.strip():
        raise UserError(say("The password is empty: choose one that is hard to guess, such as four words in a row."))
    if wanted != wanted.strip():
        raise UserError(say("The password begins or ends with a blank, which nobody sees: take the blank away."))
    if not wanted.isprintable():
        raise UserError(
            say("The password holds signs that no keyboard gives: choose one of letters, figures and blanks.")
        )
    if len(wanted) > LONGEST_PASSWORD:
        raise UserError(
            say(
                "The password is too long: Word takes {longest_password} letters. Choose a shorter one.",
                longest_password=LONGEST_PASSWORD,
            )
        )
    return wanted
