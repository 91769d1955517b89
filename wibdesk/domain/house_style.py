"""A house style: how a body's documents are set out, as data that can be read from a file."""

from dataclasses import dataclass, fields
from typing import Any, get_type_hints


@dataclass(frozen=True)
class HouseStyle:
    """The choices of one house style; each is a word or a yes or no, explained beside it."""

    name: str
    label: str
    text_size: float = 11.5
    """Points of the running text; headings and tables keep their proportion to it."""
    language: str = "en-GB"
    minutes_title: str = "Minutes of the meeting"
    held_on: str = " held on "
    """What stands between a title that ends in "meeting" and the date."""
    ordinal_dates: bool = False
    """`18th October 2017` rather than `18 October 2017` in the title lines."""
    capital_headings: bool = False
    """Headings look like capitals; the words stay as stored."""
    numbered_items: bool = True
    present_as_table: bool = True
    """Who was present stands in a table with organisations; else as lines of name and post."""
    marker_on_own_line: bool = True
    """`Resolved:` stands above what was resolved; else before it in the same line."""
    part_style: str = "(1)"
    actions_as_list: bool = True
    """Neighbouring actions share one heading, owner after a dash; else each is a labelled paragraph."""
    actions_heading: str = "Actions:"
    owners_joined_by: str = ", "
    signature: bool = True


def house_style_from(data: object, name: str) -> HouseStyle:
    """Return the style that the data describe; ValueError says which key is unknown, missing or of the wrong sort."""
    if not isinstance(data, dict):
        raise ValueError(f"The house style {name} is not a table of settings.")
    known: dict[str, type[Any]] = get_type_hints(HouseStyle)
    settings = {f.name for f in fields(HouseStyle)} - {"name"}
    if unknown := sorted(set(data) - settings):
        raise ValueError(f"The house style {name} has a setting that is not known: {unknown[0]}.")
    if "label" not in data:
        raise ValueError(f"The house style {name} has no label.")
    for key, value in data.items():
        if not isinstance(value, (int, float) if known[key] is float else known[key]):
            raise ValueError(f"The house style {name} has a wrong value for {key}: {value!r}.")
    return HouseStyle(name=name, **data)
