"""The house styles by name: the register's own first, then those shipped below `resources/styles`, one file each."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from wibdesk.domain.bodies import DEFAULT_HOUSE_STYLE
from wibdesk.domain.house_style import HouseStyle, house_style_from
from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.paths import resource

LARGEST_STYLE = 500_000
"""Bytes that a style file may have: a hundred times all settings there are."""
_NONE: Mapping[str, HouseStyle] = MappingProxyType({})


@cache
def style_names() -> tuple[str, ...]:
    """Return the names of the shipped house styles, the default first."""
    found = (path.stem for path in resource("styles").glob("*.json"))
    return tuple(sorted(found, key=lambda name: (name != DEFAULT_HOUSE_STYLE, name)))


def house_style(name: str | None, own: Mapping[str, HouseStyle] = _NONE) -> HouseStyle:
    """Return the named house style; the default for None and for a name that is not known (see `style_remark`)."""
    if name is not None and name in own:
        return own[name]
    return _shipped(name if name in style_names() else DEFAULT_HOUSE_STYLE)


@cache
def _shipped(name: str) -> HouseStyle:
    return read_style(resource(f"styles/{name}.json"))


def style_remark(name: str | None, used: HouseStyle | None = None) -> str | None:
    """Return a sentence for the clerk where the default stands in for a house style that is not known, else None.

    `used` is what the document is set in: in any other style it is set by choice.
    """
    default = house_style(None)
    if name is None or name in style_names() or (used or default).name != default.name:
        return None
    return say(
        "The house style “{name}” is not known here, so this is set in “{default}”.",
        name=name[:100],
        default=default.label,
    )


def read_style(path: Path) -> HouseStyle:
    """Read a house style from a file; UserError says what is wrong with it."""
    try:
        data = json.loads(_contents(path))
    except OSError as trouble:
        raise UserError(
            say("The house style {stem} cannot be read. Check the file {path}.", stem=path.stem, path=path)
        ) from trouble
    except (ValueError, RecursionError) as trouble:  # a number may be too long for Python, too
        broken = say("The house style {name} is not valid JSON.", name=path.stem)
        raise UserError(say("{trouble} Correct the file {path}.", trouble=broken, path=path)) from trouble
    try:
        return house_style_from(data, path.stem)
    except (ValueError, RecursionError) as trouble:
        raise UserError(say("{trouble} Correct the file {path}.", trouble=trouble, path=path)) from trouble


def _contents(path: Path) -> str:
    """Return what stands in the file, with or without the mark that some editors put first."""
    if not path.is_file():
        # Reading a pipe may never end.
        raise FileNotFoundError(path)
    if path.stat().st_size > LARGEST_STYLE:
        raise UserError(
            say(
                "The house style {stem} is larger than {largest_style} KB. Choose another file.",
                stem=path.stem,
                largest_style=LARGEST_STYLE // 1000,
            )
        )
    return path.read_text(encoding="utf-8-sig")
