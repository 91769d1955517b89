"""What stands in a file that the caller named: an ordinary one, of a size that the register would keep too."""

from pathlib import Path

from wibdesk.domain.body_files import LARGEST_FILE
from wibdesk.errors import UserError
from wibdesk.language import say


def contents(path: Path, named: str | Path) -> bytes:
    """Return the bytes of the file, which messages call as it was `named`; UserError where it cannot be used."""
    try:
        # Reading a device or a pipe may never end.
        if not path.is_file():
            raise UserError(say("There is no file {named}: name another.", named=named))
        if path.stat().st_size > LARGEST_FILE:
            raise UserError(
                say(
                    "The file {named} is larger than {largest_file} MB: name a smaller one.",
                    named=named,
                    largest_file=LARGEST_FILE // 1024**2,
                )
            )
        return path.read_bytes()
    except (OSError, ValueError) as trouble:
        raise UserError(say("The file {named} cannot be read: name another.", named=named)) from trouble


def passphrase_in(path: Path) -> str:
    """Return the first line of the file; UserError where it cannot be read or is empty.

    An argument would not do: other users of the machine can read those.
    """
    try:
        words = contents(path, path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(
            say("The file {path} is not plain text in UTF-8: save the passphrase as that.", path=path)
        ) from None
    line = words.partition("\n")[0].strip()
    if not line:
        raise UserError(say("The first line of {path} is empty: write the passphrase there.", path=path))
    return line
