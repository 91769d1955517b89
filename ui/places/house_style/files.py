"""Files that the clerk chose or dropped: read and looked at on a worker, each told apart by its ending."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from wibdesk.domain.body_files import LARGEST_FILE
from wibdesk.errors import UserError
from wibdesk.language import say

if TYPE_CHECKING:
    from wibdesk.documents.word.house_template import TemplateCheck
    from wibdesk.domain.house_style import HouseStyle

STYLE_ENDINGS = (".json",)
TEMPLATE_ENDINGS = (".docx", ".dotx")
PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".svg")
ENDINGS = STYLE_ENDINGS + TEMPLATE_ENDINGS + PICTURE_ENDINGS


@dataclass(frozen=True)
class ReadTemplate:
    """A Word file that was looked at, and what is to be said of it."""

    name: str
    data: bytes
    check: "TemplateCheck"


@dataclass(frozen=True)
class ReadLogo:
    """A picture that was looked at."""

    name: str
    data: bytes


def pattern(words: str, endings: Sequence[str]) -> str:
    """Return these endings as the system's dialog for files wants them."""
    return f"{words} ({' '.join(f'*{ending}' for ending in endings)})"


def dropped_file(data: QMimeData) -> str:
    """Return the name of the first file dragged here that the place can take, else nothing."""
    names = (url.toLocalFile() for url in data.urls() if url.isLocalFile())
    return next((name for name in names if name.lower().endswith(ENDINGS)), "")


def read_chosen(name: str) -> "HouseStyle | ReadTemplate | ReadLogo":
    """Read a file by its ending; UserError says what is wrong with it."""
    path, ending = Path(name), Path(name).suffix.lower()
    # All of these bring lxml with them, which the window does not wait for.
    if ending in STYLE_ENDINGS:
        from wibdesk.documents.styles import read_style  # noqa: PLC0415  (as said above)

        return read_style(path)
    if ending in TEMPLATE_ENDINGS:
        return look_at_template(path.name, _bytes(path))
    if ending in PICTURE_ENDINGS:
        from wibdesk.documents.pictures import picture  # noqa: PLC0415  (as said above)

        data = _bytes(path)
        picture(data, "", path.name)
        return ReadLogo(path.name, data)
    raise UserError(
        say(
            "{path} is no house style, Word file or picture. Choose a file ending in {all_endings}.",
            path=path.name,
            all_endings=_all_endings(),
        )
    )


def look_at_template(name: str, data: bytes) -> ReadTemplate:
    """Look at a Word file as a template; UserError where it cannot be one."""
    # It brings lxml with it, which the window does not wait for.
    from wibdesk.documents.word.house_template import check_template  # noqa: PLC0415

    return ReadTemplate(name, data, check_template(data))


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UserError(
                say(
                    "{path} is larger than {largest_file} MB. Choose a smaller file.",
                    path=path.name,
                    largest_file=LARGEST_FILE // 1024**2,
                )
            )
        return path.read_bytes()
    except OSError as trouble:
        raise UserError(
            say("{path} cannot be read. Check that it is still in {parent}.", path=path.name, parent=path.parent)
        ) from trouble


def _all_endings() -> str:
    return say("{others} or {last}", others=", ".join(ENDINGS[:-1]), last=ENDINGS[-1])
