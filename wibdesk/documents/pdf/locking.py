"""Locks a finished PDF with a password by AES-256, and opens it again; a screen reader may read all of what it opens.

The ciphers are those of the libraries pypdf and cryptography. A locked file keeps PDF/UA-1; PDF/A forbids locking.
"""

import io
import secrets
import stringprep
import unicodedata
from typing import TYPE_CHECKING

from wibdesk.errors import UserError
from wibdesk.language import later, say

if TYPE_CHECKING:
    from pypdf import PdfWriter

LONGEST_PASSWORD = 127
"""Bytes of a password in UTF-8: a reader program takes no more into account."""

LOCKED_REMARK = later(
    "Nobody can open this PDF without its password, which is kept nowhere: pass it on by another way than the file. "
    "It is no archive file (PDF/A), which may not be locked: keep one without a password too."
)
"""What the clerk is told of a locked file."""


def locked(data: bytes, password: str) -> bytes:
    """Return the PDF so that it opens with the password alone, other bytes each time; UserError where it is none."""
    # Only a locked file waits for the library.
    from pypdf import PdfWriter  # noqa: PLC0415
    from pypdf.generic import DictionaryObject, NameObject, NumberObject  # noqa: PLC0415

    wanted = _checked(password)
    writer = PdfWriter(clone_from=io.BytesIO(data), strict=True)
    writer.pdf_header = "%PDF-1.7"
    # PDF 1.7 knows this cipher by an extension alone.
    level = {NameObject("/BaseVersion"): NameObject("/1.7"), NameObject("/ExtensionLevel"): NumberObject(8)}
    extensions = DictionaryObject({NameObject("/ADBE"): DictionaryObject(level)})
    writer.root_object[NameObject("/Extensions")] = extensions
    try:
        # The owner's password would take restrictions away: there are none, so nobody needs to know it.
        writer.encrypt(wanted, secrets.token_urlsafe(32), algorithm="AES-256")
    except ValueError:
        # Its own words hold the password.
        raise UserError(
            say(
                "The password holds signs that no PDF password can have, or scripts that do not go together: choose "
                "one of letters, figures and the signs on the keyboard."
            )
        ) from None
    return _bytes(writer)


def unlocked(data: bytes, password: str) -> bytes:
    """Return a PDF that `locked` made as one that is open to anybody."""
    # As above.
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415

    return _bytes(PdfWriter(clone_from=PdfReader(io.BytesIO(data), strict=True, password=password)))


def _bytes(writer: "PdfWriter") -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _checked(password: str) -> str:
    """Return the password as reader programs take it (SASLprep): each spelling of a letter is one, blanks are blanks.

    Signs without a look count for nothing there, so a password of these alone would open to anybody.
    """
    seen = "".join(" " if stringprep.in_table_c12(c) else c for c in password if not stringprep.in_table_b1(c))
    wanted = unicodedata.normalize("NFKC", seen)
    if not wanted.strip():
        raise UserError(say("The password is empty: choose one that is hard to guess, such as four words in a row."))
    if wanted != wanted.strip():
        raise UserError(say("The password begins or ends with a blank, which nobody sees: take the blank away."))
    if len(wanted.encode(errors="surrogatepass")) > LONGEST_PASSWORD:
        raise UserError(
            say(
                "The password is too long: a PDF takes {longest_password} letters, fewer where they have "
                "accents. Choose a shorter one.",
                longest_password=LONGEST_PASSWORD,
            )
        )
    return wanted
