"""Titles of papers from the names of files."""

import pytest

from wibdesk.domain.agenda import Item, Paper
from wibdesk.domain.paper_titles import title_of, with_papers


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Item_4_budget-report.pdf", "Item 4 budget-report"),
        ("Terms of reference v1.2.docx", "Terms of reference v1.2"),
        ("heat  map.JPEG", "heat map"),
        ("README", "README"),
        ("_.pdf", "_.pdf"),
    ],
)
def test_a_title_is_the_words_of_the_name(name, title):
    assert title_of(name) == title


def test_a_paper_that_is_listed_already_is_not_listed_twice():
    item = with_papers(Item("Front door", papers=(Paper("Heat map"),)), ["heat_map.pdf", "Return.docx", "return.pdf"])
    assert [paper.title for paper in item.papers] == ["Heat map", "return"]
