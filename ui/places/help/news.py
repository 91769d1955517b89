"""What is new: the page made of the changes of the release, which are written down once, in CHANGELOG.md."""

import re
from pathlib import Path

from ui.places.help.contents import NEWS
from ui.places.help.text import Page, Section, parse
from wibdesk.language import say
from wibdesk.paths import resource

CHANGES = "CHANGELOG.md"
MOST = 3
"""Releases that the page tells of: who looks for older ones has the file."""


def changes_file() -> Path | None:
    """Return the file of changes: beside the shipped resources in a build, above them in a checkout."""
    shipped = resource(CHANGES)
    return next((path for path in (shipped, shipped.parent.parent / CHANGES) if path.is_file()), None)


def news_page() -> Page:
    """Return the page; a copy of the program without the file says so."""
    file = changes_file()
    text = file.read_text("utf-8") if file is not None else ""
    return page_of(text)


def page_of(text: str) -> Page:
    """Return the page made of the text of a file of changes: a release a section, newest first."""
    releases = [f"## {part.strip()}" for part in re.split(r"^## ", text, flags=re.M)[1 : MOST + 1]]
    plain = "\n\n".join(releases)
    plain = re.sub(r"^### (.+)$", r"\n**\1**\n", plain, flags=re.M)
    page = parse(NEWS, plain)
    if not releases:
        return Page(NEWS, say("What is new"), (_nothing(),))
    return Page(NEWS, say("What is new"), page.sections)


def _nothing() -> Section:
    lost = parse(NEWS, say("The list of changes is not part of this copy of the program."))
    return lost.sections[0]
