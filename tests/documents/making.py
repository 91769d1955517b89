"""Documents of every kind, style and edition for whoever reads a format back: from random records, or all of one.

`documents()` is for hypothesis, under `random_documents`: a few dozen examples, or as many as `WIBDESK_LONG=1` in the
environment allows. `trees()` makes documents that no composer has to think of: every block in every form.
"""

import os
import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tests import strategies
from wibdesk.documents import document as tree
from wibdesk.documents.document import Document, Picture, Run
from wibdesk.documents.editions import Edition
from wibdesk.documents.kinds import KINDS, Kind, Of
from wibdesk.documents.making import make
from wibdesk.documents.material import Letterhead, LogOrder, Material
from wibdesk.documents.styles import house_style, style_names
from wibdesk.domain.actions import ActionUpdate, LogAction
from wibdesk.domain.entries import Progress
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.numbering import BULLETS, FORMS, label
from wibdesk.errors import UserError

LONG = bool(os.environ.get("WIBDESK_LONG"))
EXAMPLES = 600 if LONG else 30
STYLES = style_names()

DRAWN = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))


def random_documents(test: Callable[..., None]) -> Callable[..., None]:
    """Mark a test over random documents: short in an everyday run, long by `WIBDESK_LONG=1`, and counted in neither."""
    return pytest.mark.no_cover(DRAWN(test))


@dataclass(frozen=True)
class Made:
    """A document with all that it was made of; in a failing test it says how to make it again."""

    kind: Kind
    material: Material
    style: HouseStyle
    edition: Edition
    document: Document


def made(kind: Kind, material: Material, style: HouseStyle, edition: Edition) -> Made:
    """Make the document; the full version where the public one is refused."""
    try:
        return Made(kind, material, style, edition, make(kind, material, style, edition))
    except UserError:
        assert edition is Edition.PUBLIC
        return made(kind, material, style, Edition.FULL)


def every_document(material: Material, styles: tuple[str, ...] = STYLES) -> Iterator[Made]:
    """Yield every kind that can be made of the material in every style and edition."""
    for kind in KINDS.values():
        if possible(kind, material):
            for name in styles:
                yield from (made(kind, material, house_style(name), edition) for edition in Edition)


def possible(kind: Kind, material: Material) -> bool:
    """Say whether the material holds what the kind is made of."""
    there = {
        Of.MEETING: material.meeting is not None,
        Of.ITEM: material.meeting is not None and bool(material.meeting.items),
        Of.BODY: material.meeting is None and material.plan is None,
        Of.PLAN: material.plan is not None,
    }
    return any(there[of] for of in kind.of)


def png(width: int = 6, height: int = 3) -> bytes:
    """Return a small picture, one colour throughout."""
    rows = b"".join(b"\0" + b"\x0b\x4f\x8a" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30"><rect width="60" height="30" fill="#0B4F8A"/></svg>'

LOGOS = st.none() | st.sampled_from([Picture(png(), "png", "Norbury"), Picture(SVG, "svg", "The seal of the Council")])


@st.composite
def documents(draw: st.DrawFn, *names: str, styles: tuple[str, ...] = STYLES) -> Made:
    """Documents of the kinds named, or of every kind, in every style and edition."""
    kind = KINDS[draw(st.sampled_from(names or tuple(KINDS)))]
    of = draw(st.sampled_from(sorted(kind.of)))
    style = house_style(draw(st.sampled_from(styles)))
    return made(kind, draw(materials(of)), style, draw(st.sampled_from(Edition)))


@st.composite
def materials(draw: st.DrawFn, of: Of) -> Material:
    """All that the register could give for a document of this."""
    now = datetime.combine(draw(st.dates(date(2020, 1, 1), date(2032, 12, 31))), draw(strategies.TIMES))
    shared = Material(
        now,
        letterhead=Letterhead(draw(LOGOS)),
        order=draw(st.sampled_from(LogOrder)),
    )
    if of is Of.PLAN:
        plan = draw(strategies.plans())
        return replace(shared, plan=plan, body_name=plan.body_name)
    record = replace(
        shared,
        body_name=draw(strategies.some_words()),
        actions=draw(strategies.tuples(log_actions(), most=4)),
        meetings=draw(strategies.tuples(strategies.meetings(recorded=True), most=2)),
    )
    if of is Of.BODY:
        return replace(record, body_name=record.body_name if draw(st.booleans()) else "")
    sitting = draw(strategies.meetings(recorded=True, references=True))
    if of is Of.ITEM and not sitting.items:
        sitting = replace(sitting, items=(draw(strategies.items(references=True)),))
    chosen = draw(st.sampled_from([item.id for item in sitting.items])) if of is Of.ITEM else None
    return replace(
        record, body_name=sitting.body.name, meeting=sitting, item_id=chosen, meetings=(*record.meetings, sitting)
    )


def log_actions() -> st.SearchStrategy[LogAction]:
    """Actions as the log has them, with a history."""
    update = st.builds(
        ActionUpdate,
        st.datetimes(datetime(2020, 1, 1), datetime(2032, 1, 1)),
        st.sampled_from(Progress),
        strategies.words(),
    )
    return st.builds(
        LogAction,
        strategies.actions(references=True),
        st.just("b"),
        strategies.some_words(),
        st.sampled_from(["m1", "m2"]),
        st.sampled_from(["M1", "M2"]),
        strategies.optional(strategies.DAYS),
        st.sampled_from(["i1", "i2"]),
        strategies.optional(strategies.some_words()),
        strategies.some_words(),
        part=st.sampled_from([1, 1, 1, 2]),
        updates=strategies.tuples(update),
        organisations=strategies.tuples(strategies.some_words(), most=2),
    )


LETTERS = st.characters(exclude_categories=("Cs",))
"""Any character at all, those that no file format can carry among them."""

ADDRESSES = st.sampled_from(
    [None, None, "https://norbury.example/papers?a=1&b=%22x%22", "mailto:clerk@norbury.example"]
)


def runs(least: int = 0) -> st.SearchStrategy[tree.Runs]:
    """Runs of words in every look."""
    words = st.text(LETTERS, max_size=20) | strategies.words()
    run = st.builds(
        Run, words, st.booleans(), st.booleans(), st.booleans(), ADDRESSES, st.sampled_from([None, None, "cy", "fr"])
    )
    return strategies.tuples(run, least)


def list_blocks() -> st.SearchStrategy[tree.ListBlock]:
    """Lists of bullets and numbers at three levels, in any order."""
    bullet = st.builds(lambda words, level: tree.ListItem(words, BULLETS[level - 1], level), runs(), strategies.LEVELS)
    numbered = st.builds(
        lambda words, level, style, number: tree.ListItem(words, label(style, number), level, style, number, level),
        runs(), strategies.LEVELS, st.sampled_from(sorted(FORMS)), st.integers(1, 40),
    )  # fmt: skip
    return strategies.tuples(bullet | numbered, least=1, most=6).map(tree.ListBlock)


@st.composite
def tables(draw: st.DrawFn) -> tree.Table:
    """Tables of every kind; one of lines has two columns, a name and a post."""
    kind = draw(st.sampled_from(tree.TableKind))
    width = 2 if kind is tree.TableKind.LINES else draw(st.integers(1, 5))
    header = draw(st.just(()) | strategies.tuples(strategies.some_words(), width, width))
    return tree.Table(
        draw(strategies.tuples(strategies.tuples(runs(), width, width), least=1)),
        draw(strategies.tuples(st.floats(5, 60), width, width)),
        () if kind is tree.TableKind.LINES else header,
        draw(strategies.optional(strategies.some_words())),
        kind,
        draw(st.booleans()) and kind is not tree.TableKind.LINES,
        draw(st.sampled_from([0.0, 0.0, 28.0])),
    )


@st.composite
def trees(draw: st.DrawFn) -> Document:
    """Documents of every block in every form and order, beginning with a heading as each document does."""
    words = st.text(LETTERS, min_size=1, max_size=20)
    names = strategies.optional(strategies.some_words())
    block = st.one_of(
        st.builds(tree.Heading, strategies.LEVELS, runs(1), names, st.booleans()),
        st.builds(tree.Paragraph, runs(), st.sampled_from(tree.Role), names, st.booleans()),
        list_blocks(),
        tables(),
        st.builds(tree.Signature, words, strategies.tuples(strategies.some_words(), 1)),
        st.builds(tree.WritingLines, st.none() | st.integers(1, 5)),
        st.just(tree.PageBreak()),
    )
    return Document(
        title=draw(strategies.some_words()),
        subject=draw(words),
        author=draw(words),
        header=draw(words),
        blocks=(tree.Heading(1, tree.plain(draw(strategies.some_words()))), *draw(strategies.tuples(block, most=6))),
        status=draw(strategies.optional(words)),
        language=draw(st.sampled_from(["en-GB", "cy-GB"])),
        stamp=draw(st.integers(0, 4_000_000_000)),
        landscape=draw(st.booleans()),
        logo=draw(LOGOS),
    )
