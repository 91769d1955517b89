"""The title that a paper gets from the name of its file: the names of files are written for machines."""

import re
from dataclasses import replace

from wibdesk.domain.agenda import Item, Paper

_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}$")


def title_of(file_name: str) -> str:
    """Return the words of a file's name: `Item_4_budget-report.pdf` is “Item 4 budget-report”."""
    words = " ".join(_ENDING.sub("", file_name).replace("_", " ").split())
    return words or file_name


def with_papers(item: Item, file_names: list[str]) -> Item:
    """Return an item with a paper for each file whose title it has not yet."""
    known = {paper.title.casefold() for paper in item.papers}
    new = {title.casefold(): title for title in map(title_of, file_names) if title.casefold() not in known}
    return replace(item, papers=(*item.papers, *(Paper(title) for title in new.values())))
