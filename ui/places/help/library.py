"""The library of the help: every page read from the files that are shipped, in the language of the screen.

A page that the language has not, English stands in for: `resources/help/cy/room.md` before `resources/help/room.md`.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType

from ui.places.help.contents import NEWS, page_names
from ui.places.help.news import news_page
from ui.places.help.text import Page, parse
from wibdesk.language import SPOKEN
from wibdesk.paths import resource


def library() -> Mapping[str, Page]:
    """Return every page by its name, in the order of the contents."""
    return _library(SPOKEN.code)


def read(name: str, language: str = "", folder: Path | None = None) -> Page:
    """Return a page as it is shipped in a language, in English where that lacks it.

    Links lead to sections by their English headings, so those of another language answer to these, one for one.
    """
    shipped = folder or resource("help")
    english = news_page() if name == NEWS else parse(name, (shipped / f"{name}.md").read_text("utf-8"))
    own = next((file for code in _codes(language) if (file := shipped / code / f"{name}.md").is_file()), None)
    if own is None:
        return english
    page = parse(name, own.read_text("utf-8"))
    if len(page.sections) != len(english.sections):
        return page
    pairs = zip(page.sections, english.sections, strict=True)
    return replace(page, sections=tuple(replace(section, anchor=like.anchor) for section, like in pairs))


@cache
def _library(language: str) -> Mapping[str, Page]:
    return MappingProxyType({name: read(name, language) for name in page_names()})


def _codes(language: str) -> tuple[str, ...]:
    """Return the folders of a language: that of its own code, then that of the language anywhere."""
    return tuple(dict.fromkeys(code for code in (language, language.partition("_")[0]) if code.isidentifier()))
