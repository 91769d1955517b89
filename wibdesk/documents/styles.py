"""The shipped house styles: one JSON file each below `resources/styles`, found by its name."""

import json
from functools import cache
from pathlib import Path

from wibdesk.domain.bodies import DEFAULT_HOUSE_STYLE
from wibdesk.domain.house_style import HouseStyle, house_style_from
from wibdesk.errors import UserError
from wibdesk.paths import resource


@cache
def style_names() -> tuple[str, ...]:
    """Return the names of the shipped house styles, the default first."""
    found = (path.stem for path in resource("styles").glob("*.json"))
    return tuple(sorted(found, key=lambda name: (name != DEFAULT_HOUSE_STYLE, name)))


@cache
def house_style(name: str | None) -> HouseStyle:
    """Return the named house style; the default for None and for a name that is not known (see `style_remark`)."""
    known = name if name in style_names() else DEFAULT_HOUSE_STYLE
    return read_style(resource(f"styles/{known}.json"))


def style_remark(name: str | None, used: HouseStyle | None = None) -> str | None:
    """Return a sentence for the clerk where the named house style is not known, else None; `used` is what stands in."""
    if name is None or name in style_names():
        return None
    label = (used or house_style(None)).label
    return f"The house style “{name[:100]}” is not known here, so this is set in “{label}”."


def read_style(path: Path) -> HouseStyle:
    """Read a house style from a file; UserError says what is wrong with it."""
    try:
        return house_style_from(json.loads(path.read_text(encoding="utf-8")), path.stem)
    except OSError as trouble:
        raise UserError(f"The house style {path.stem} cannot be read. Check the file {path}.") from trouble
    except ValueError as trouble:
        why = str(trouble) if "house style" in str(trouble) else f"The house style {path.stem} is not valid JSON."
        raise UserError(f"{why} Correct the file {path}.") from trouble
