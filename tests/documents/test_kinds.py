"""Every kind of document, made of every sample in every style: what all of them must be."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from tests.documents.making import made, possible
from tests.documents.samples import MATERIALS
from wibdesk.documents.document import Document, Heading, Table, words_of
from wibdesk.documents.editions import Edition
from wibdesk.documents.kinds import KINDS, Kind, Of
from wibdesk.documents.styles import house_style, style_names

by_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)


def documents(kind: Kind) -> list[Document]:
    """Return the kind made of each sample that it can be made of, in every style and edition."""
    fitting = [make() for make in MATERIALS.values()]
    return [
        made(kind, material, house_style(style), edition).document
        for material in fitting
        if possible(kind, material) or (kind.of == {Of.BODY, Of.MEETING} and material.meeting)
        for style in style_names()
        for edition in Edition
    ]


def test_kinds_have_names_labels_and_file_words_of_their_own():
    for field in ("name", "label", "file_words"):
        assert max(Counter(getattr(kind, field) for kind in KINDS.values()).values()) == 1
    assert all(re.fullmatch(r"[a-z-]+", name) and kind.name == name for name, kind in KINDS.items())
    assert all(kind.label[0].isupper() and kind.label[1:].islower() for kind in KINDS.values())
    assert list(KINDS)[:3] == ["minutes", "agenda", "actions"]


@by_kind
def test_a_document_begins_with_its_one_title_and_no_heading_skips_a_level(kind):
    for document in documents(kind):
        levels = [block.level for block in document.blocks if isinstance(block, Heading)]
        assert (levels[0], levels.count(1), isinstance(document.blocks[0], Heading)) == (1, 1, True)
        assert all(after <= before + 1 for before, after in pairwise(levels))


@by_kind
def test_a_document_says_what_it_is_and_of_whom(kind):
    for document in documents(kind):
        first = words_of(document.blocks[0].runs)
        assert first in document.title
        assert document.author in document.title
        assert document.subject in document.title
        assert document.header
        assert document.stamp > 0


@by_kind
def test_every_table_is_whole_and_its_columns_have_names(kind):
    for document in documents(kind):
        for table in (block for block in document.blocks if isinstance(block, Table)):
            assert table.rows
            assert {len(row) for row in table.rows} == {len(table.widths)}
            assert all(width > 0 for width in table.widths)
            assert len(table.header) in (0, len(table.widths))
            assert all(table.header)


@by_kind
def test_a_kind_with_a_spreadsheet_gives_one_and_the_others_none(kind):
    for document in documents(kind):
        assert bool(document.sheets) is kind.sheets
        for sheet in document.sheets:
            assert {len(row) for row in sheet.rows} <= {len(sheet.columns)}
            assert len({column.name for column in sheet.columns}) == len(sheet.columns)


@by_kind
def test_no_private_note_and_in_public_nothing_exempt_is_in_any_kind(kind):
    for document in documents(kind):
        assert "CANARY" not in repr(document)
    for make in MATERIALS.values():
        if possible(kind, material := make()) and material.meeting:
            public = made(kind, material, house_style(None), Edition.PUBLIC)
            assert public.edition is Edition.PUBLIC
            assert "SECRET" not in repr(public.document)
            assert "Bidder 2" not in repr(public.document)
