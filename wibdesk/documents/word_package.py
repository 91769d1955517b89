"""The .docx file as parts: read from a template, written so that equal parts give equal bytes."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

_WHEN = (1980, 1, 1, 0, 0, 0)
"""The oldest moment that a zip file can name, in place of the clock."""


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return the parts as the bytes of one file, in their order."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _WHEN)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Without this the byte that names the maker's system differs between Windows and the rest.
            entry.create_system = 0
            package.writestr(entry, content)
    return out.getvalue()


def parts_of(path: Path) -> dict[str, bytes]:
    """Return the parts of a .docx file, in their order."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}
