"""What is private is in no file, and what is exempt in no public one: not a byte, however deep.

A few dozen random meetings; `WIBDESK_LONG=1` in the environment makes it some hundreds.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.documents.building import meeting
from tests.documents.canaries import EXEMPT, PRIVATE, found, holds, marked, marked_material, whole_items
from tests.documents.making import possible, random_documents
from wibdesk.documents.document import Document
from wibdesk.documents.editions import Edition
from wibdesk.documents.kinds import KINDS, Kind, Of
from wibdesk.documents.making import make
from wibdesk.documents.material import Material
from wibdesk.documents.styles import house_style, style_names
from wibdesk.documents.writers import WRITERS, formats_of
from wibdesk.errors import UserError

OF_MEETINGS = [kind for kind in KINDS.values() if Of.PLAN not in kind.of]
TELLING = ("minutes", "agenda", "actions", "extract")


def leaks(prefix: str, document: Document, kind: Kind, style: str, folder: Path) -> dict[str, list[str]]:
    """Return where each format of a document holds a mark, for those that do."""
    places = {
        ending: found(prefix, WRITERS[ending](document, house_style(style)), ending, folder)
        for ending in formats_of(kind)
    }
    told = [
        words
        for words in (*document.left_out, *document.remarks, document.title, document.header)
        if holds(prefix, words)
    ]
    return {ending: where for ending, where in (places | {"words to the clerk": told}).items() if where}


def of_kind(material: Material, kind: Kind) -> Material:
    """Return the material as this kind is made of it: a paper of the body knows no meeting."""
    return material if possible(kind, material) else replace(material, meeting=None)


def public_version(kind: Kind, material: Material, style: str) -> Document | str:
    """Return the public version, or the words that refuse it."""
    try:
        return make(kind, material, house_style(style), Edition.PUBLIC)
    except UserError as refusal:
        return str(refusal)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("canaries")


@given(marked(), st.sampled_from(OF_MEETINGS), st.sampled_from(style_names()))
@random_documents
def test_nothing_exempt_is_in_a_public_file_and_nothing_private_in_any(
    folder: Path, material: Material, kind: Kind, style: str
):
    of = of_kind(material, kind)
    told = public_version(kind, of, style)
    if isinstance(told, str):
        assert not holds(EXEMPT, told)
        assert not holds(PRIVATE, told)
    else:
        assert leaks(EXEMPT, told, kind, style, folder) == {}
        assert leaks(PRIVATE, told, kind, style, folder) == {}
    full = make(kind, of, house_style(style), Edition.FULL)
    assert leaks(PRIVATE, full, kind, style, folder) == {}


@pytest.mark.parametrize("kind", OF_MEETINGS, ids=lambda kind: kind.name)
def test_every_kind_keeps_what_is_exempt_out_of_every_format(kind: Kind, tmp_path: Path):
    items = whole_items()
    for chosen in items:
        of = of_kind(marked_material(meeting(items=items), chosen.id), kind)
        public = make(kind, of, house_style(None), Edition.PUBLIC)
        assert leaks(EXEMPT, public, kind, style_names()[0], tmp_path) == {}
        assert leaks(PRIVATE, public, kind, style_names()[0], tmp_path) == {}


@pytest.mark.parametrize("name", [name for name in TELLING if name in KINDS])
def test_the_full_version_holds_what_is_exempt_and_the_reader_finds_it_in_every_format(name: str, tmp_path: Path):
    kind, items = KINDS[name], whole_items()
    full = make(
        kind, of_kind(marked_material(meeting(items=items), items[1].id), kind), house_style(None), Edition.FULL
    )
    assert leaks(EXEMPT, full, kind, style_names()[0], tmp_path).keys() == set(formats_of(kind))
    assert leaks(PRIVATE, full, kind, style_names()[0], tmp_path) == {}
