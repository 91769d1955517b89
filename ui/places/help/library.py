"""The library of the help: every page read from the files that are shipped, and what changed in this release."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from ui.places.help.contents import NEWS, page_names
from ui.places.help.news import news_page
from ui.places.help.text import Page, parse
from wibdesk.paths import resource


@cache
def library() -> Mapping[str, Page]:
    """Return every page by its name, in the order of the contents."""
    return MappingProxyType({name: news_page() if name == NEWS else read(name) for name in page_names()})


def read(name: str) -> Page:
    """Return a page as it is shipped."""
    return parse(name, resource(f"help/{name}.md").read_text("utf-8"))
