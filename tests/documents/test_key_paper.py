"""The key card on paper: one page, every key on it, tagged."""

import io

import pypdf
import pytest

from wibdesk.documents.document import Heading, Paragraph
from wibdesk.documents.key_paper import KeyGroup, compose_keys, key_pdf

LEAST = 8.0
"""Points below which nothing on a card is read from a desk."""


def groups(count, each):
    return [KeyGroup(f"Place {n}", tuple((f"Ctrl {k}", f"Do {n} {k}") for k in range(each))) for n in range(count)]


@pytest.mark.parametrize(("count", "each"), [(1, 3), (3, 10), (8, 14)])
def test_few_keys_and_many_stand_on_one_tagged_page(count, each):
    reader = pypdf.PdfReader(io.BytesIO(key_pdf("Keys in Room", groups(count, each))))
    assert len(reader.pages) == 1
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    words = " ".join(reader.pages[0].extract_text().split())
    assert all(f"Do {n} {k}" in words for n in range(count) for k in range(each))


def test_few_keys_are_set_larger_than_many():
    few, many = (key_pdf("Keys", groups(*size)) for size in ((1, 3), (8, 14)))
    assert largest(few) > largest(many)


def test_more_than_a_page_holds_goes_on_to_another():
    reader = pypdf.PdfReader(io.BytesIO(key_pdf("Keys", groups(12, 40))))
    assert len(reader.pages) > 1


def test_headings_become_lines_where_very_many_keys_want_the_room():
    assert [b.level for b in compose_keys("Keys", groups(2, 5)).blocks if isinstance(b, Heading)] == [1, 2, 2]
    dense = compose_keys("Keys", groups(9, 10)).blocks
    assert sum(isinstance(b, Heading) for b in dense) == 1
    assert sum(isinstance(b, Paragraph) for b in dense) == 9


def test_a_card_as_full_as_that_of_the_room_is_one_page_in_letters_that_are_read_from_a_desk():
    pdf = key_pdf("Keys in Room", groups(8, 14))
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) == 1
    assert min(size for words, size in letters(pdf) if "Do" in words) >= LEAST
    assert all(size >= LEAST for words, size in letters(key_pdf("Keys", groups(12, 40))) if "Do" in words)


def largest(pdf):
    return max(size for _, size in letters(pdf))


def letters(pdf):
    found = []
    page = pypdf.PdfReader(io.BytesIO(pdf)).pages[0]
    page.extract_text(visitor_text=lambda text, cm, tm, font, size: found.append((text, size)))
    return found
