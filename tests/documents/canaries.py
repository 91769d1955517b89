"""Meetings whose private and exempt words are all marked, and a reader that finds a mark anywhere in a file."""

import io
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date, datetime, time
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from lxml import etree, html
from pypdf import PdfReader

from tests import strategies
from tests.documents.reading import need
from wibdesk.documents.material import Material
from wibdesk.domain.actions import ActionUpdate, LogAction
from wibdesk.domain.agenda import Item, Paper
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import (
    VOTE_SIDES,
    Action,
    Amendment,
    Bullet,
    Decision,
    Declaration,
    Entry,
    Numbered,
    Paragraph,
    PrivateNote,
    Progress,
    Subheading,
    Table,
    Vote,
)
from wibdesk.domain.meetings import Meeting

PRIVATE, EXEMPT = "qzpkvj", "qzxkvj"
"""How a mark begins: one that no reader may find, and one that no public reader may find."""

NOT_WORDS = ("id", "style", "kind")
"""Fields of words that the desk sets itself."""

WHOLE_ENTRIES: tuple[Entry, ...] = (
    Paragraph("p", "p"),
    Subheading("s", "s", "s"),
    Bullet("b", 2),
    Numbered("n", 1, "(a)"),
    Table((("t", "t"), ("t", "t")), ("t", "t"), "t"),
    Decision(("d", "d"), "d", "(1)"),
    Action("a", ("a", "a"), Due(DueKind.NONE, as_written="a"), Progress.DONE, "a"),
    Action("a", ("a",), Due(DueKind.DATE, date(2026, 10, 6), as_written="a")),
    Declaration("d", "d", "d", "d", True, False),
    Declaration("d", as_written="d"),
    Amendment(date(2026, 7, 7), "a", "a", "a", "a"),
    Amendment(date(2026, 7, 7), "a", "a", as_written="a"),
    Vote("v", "v", "v", "v", 4, 1, 1, None, tuple((side, ("v", "v")) for side in VOTE_SIDES)),
    Vote("v", "v", as_written="v"),
)
"""An entry of each kind with every field of words filled."""


@dataclass
class Marker:
    """Puts a mark of its own behind every word that it is shown."""

    serial: Iterator[int] = field(default_factory=lambda: count(1000))

    def mark(self, value: Any, prefix: str) -> Any:
        """Return the record, list or text with a mark in each of its fields of words."""
        if type(value) is str:
            return f"{value} {prefix}{next(self.serial)}"
        if isinstance(value, tuple):
            return tuple(self.mark(part, prefix) for part in value)
        if not is_dataclass(value):
            return value
        held = {f.name: getattr(value, f.name) for f in fields(value) if f.name not in NOT_WORDS}
        if isinstance(value, Vote):
            # The sides are keys.
            held["names"] = tuple((side, self.mark(who, prefix)) for side, who in value.names)
        else:
            held = {name: self.mark(there, prefix) for name, there in held.items()}
        return replace(value, **held)

    def item(self, item: Item) -> Item:
        """Return the item with a mark on all that the public, or nobody, may read of it."""
        exempt, told = item.part != 1, bool((item.public_summary or "").strip())
        entries = tuple(
            self.mark(entry, PRIVATE)
            if isinstance(entry, PrivateNote)
            else self.mark(entry, EXEMPT)
            if exempt and (told or not isinstance(entry, Decision))
            else entry
            for entry in item.entries
        )
        if not exempt:
            return replace(item, entries=entries)
        presenter = self.mark(item.presenter or "p", EXEMPT)
        return replace(item, entries=entries, presenter=presenter, papers=self.mark(item.papers, EXEMPT))

    def meeting(self, meeting: Meeting) -> Meeting:
        """Return the meeting with every item marked."""
        return replace(meeting, items=tuple(self.item(item) for item in meeting.items))

    def log(self, meeting: Meeting) -> tuple[LogAction, ...]:
        """Return the meeting's actions as the log has them, with a marked history where they are exempt."""
        rows = []
        for item, action in meeting.actions():
            history = (ActionUpdate(datetime(2026, 9, 8), Progress.IN_PROGRESS, "u"),)
            where = (meeting.body.id, meeting.body.name, meeting.id, "M1", meeting.details.date)
            row = LogAction(action, *where, item.id, item.number, item.title, item.part)
            if item.part != 1:
                marked = (replace(history[0], note=self.mark("u", EXEMPT)),)
                row = replace(row, updates=marked, organisations=(self.mark("o", EXEMPT),))
            rows.append(row)
        return tuple(rows)


def whole_items() -> tuple[Item, ...]:
    """Items with every kind of entry and a private note: open, exempt with a summary, exempt with decisions alone."""
    entries = (*WHOLE_ENTRIES, PrivateNote("p"))
    papers = (Paper("p", "p", "p"), Paper("q"))
    told = "The contract was awarded."
    return (
        Item("Front door", "1", time(9, 30), 20, "J Amari", entries=entries),
        Item("Placements", "2", time(10), 15, "p", 2, "3", told, papers, entries, late=True),
        Item("Staffing", None, None, None, None, 2, "1", None, papers, entries),
    )


@st.composite
def marked(draw: st.DrawFn) -> Material:
    """All that can be read of a random meeting with every private and exempt word marked."""
    sitting = draw(strategies.meetings(recorded=True))
    items = list(sitting.items)
    for item in draw(st.lists(st.sampled_from(whole_items()), unique=True, min_size=1)):
        items.insert(draw(st.integers(0, len(items))), item)
    return marked_material(replace(sitting, items=tuple(items)), draw(st.sampled_from(items)).id)


def marked_material(sitting: Meeting, item_id: str) -> Material:
    """Return the meeting marked, with its log and with itself among the body's meetings."""
    marker = Marker()
    whole = marker.meeting(sitting)
    actions = marker.log(whole)
    return Material(datetime(2026, 9, 1, 12), whole.body.name, whole, item_id, actions, (whole,))


def found(prefix: str, data: bytes, ending: str, folder: Path) -> list[str]:
    """Return where in a file a mark of this sort stands, in whatever form."""
    return [where for where, there in layers(data, ending, folder) if holds(prefix, there)]


def holds(prefix: str, there: bytes | str) -> bool:
    """Say whether a mark stands in bytes, in the codes that files use, or in words, however they are broken up."""
    if isinstance(there, str):
        return prefix in "".join(there.split()).lower()
    low = there.lower()
    return any(prefix.encode(code) in low for code in ("utf-8", "utf-16-be", "utf-16-le")) or prefix.encode().hex() in (
        low.decode("latin-1")
    )


def layers(data: bytes, ending: str, folder: Path) -> Iterator[tuple[str, bytes | str]]:
    """Yield all that can be read out of a file: its bytes, its parts unpacked, its words, its properties."""
    yield "bytes", data
    if ending == "pdf":
        yield from _pdf_layers(data, folder)
    elif ending in ("docx", "xlsx"):
        yield from _package_layers(data)
    elif ending == "ics":
        yield "unfolded", data.replace(b"\r\n ", b"")
    elif ending == "html":
        yield "words", html.fromstring(data).text_content()


def _pdf_layers(data: bytes, folder: Path) -> Iterator[tuple[str, bytes | str]]:
    path = folder / "canary.pdf"
    path.write_bytes(data)
    unpack = [need("qpdf"), "--qdf", "--object-streams=disable", "--stream-data=uncompress", str(path), "-"]
    yield "streams", subprocess.run(unpack, capture_output=True, check=True).stdout
    yield "pdftotext", subprocess.run([need("pdftotext"), str(path), "-"], capture_output=True, check=True).stdout
    reader = PdfReader(io.BytesIO(data))
    yield "pages", " ".join(page.extract_text() for page in reader.pages)
    yield "properties", repr(reader.metadata)
    yield "outline", repr(reader.outline)


def _package_layers(data: bytes) -> Iterator[tuple[str, bytes | str]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            part = package.read(name)
            yield f"name of {name}", name
            yield name, part
            if name.endswith((".xml", ".rels")):
                # Words may be broken up over runs.
                root = etree.fromstring(part)
                yield f"words of {name}", "".join(str(words) for words in root.itertext())
