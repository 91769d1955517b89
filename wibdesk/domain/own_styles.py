"""A house style of the register's own: the settings that a style file holds, kept under a name."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

LONGEST_STYLE_NAME = 60
"""Letters that the name of a style may have."""


@dataclass(frozen=True)
class OwnStyle:
    """A named house style; `data` is the JSON object of a style file, its label among the settings."""

    name: str
    data: Mapping[str, Any]

    @property
    def label(self) -> str:
        """What the style is called on screen."""
        return str(self.data.get("label") or self.name)


def style_name(label: str, taken: Collection[str] = ()) -> str:
    """Return a name made of the label (`Norbury Board` becomes `norbury_board`) that none of `taken` is."""
    plain = unicodedata.normalize("NFKD", label.casefold()).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:LONGEST_STYLE_NAME].strip("_") or "style"
    name, number = stem, 1
    while name in taken:
        number += 1
        name = f"{stem}_{number}"
    return name
