"""What the agenda says: timings, papers, part 2, late items and the dates to come."""

from dataclasses import replace
from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tests.documents import samples
from tests.documents.building import meeting
from tests.documents.making import random_documents
from tests.documents.reading import STYLES
from wibdesk.documents.compose.agenda import compose_agenda
from wibdesk.documents.document import Document, Heading, Table, texts, words_of
from wibdesk.documents.styles import house_style
from wibdesk.domain.agenda import Item, Paper
from wibdesk.domain.meetings import Meeting, NextMeeting

PLAIN = house_style("plain")


def agenda(*items: Item, style=PLAIN, **more) -> Document:
    return compose_agenda(meeting(items=items, **more), style)


def said(document: Document) -> list[str]:
    return list(texts(document))


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def headings(document: Document) -> list[str]:
    return [words_of(block.runs) for block in document.blocks if isinstance(block, Heading) and block.level == 2]


def test_items_stand_with_papers_presenter_and_time():
    item = Item(
        "One", "1", time(9, 45), 20, "J Amari", papers=(Paper("Report", "PDF 1 KB", "annual report"), Paper("Plan"))
    )
    words = said(agenda(item))
    assert words[1] == "Agenda, Tuesday 1 September 2026, 9.30 am"
    assert words[2:] == [
        "Expected to finish at 10.05 am", "Times are a guide.", "Items of business",
        "No.", "Item", "Presented by", "Time",
        "1", "One\nPaper: Report (annual report, PDF 1 KB)\nPaper: Plan", "J Amari", "9.45 am\n20 minutes",
    ]  # fmt: skip


def test_times_that_follow_from_the_minutes_are_printed_and_others_are_not():
    timed = tables(agenda(Item("a", "1", None, 5), Item("b", "2", None, 1), Item("c", "3")))[0]
    assert [words_of(row[-1]) for row in timed.rows] == ["9.30 am\n5 minutes", "9.35 am\n1 minute", "9.36 am"]
    bare = agenda(Item("a", "1"), Item("b", "2"))
    assert tables(bare)[0].header == ("No.", "Item")
    assert "Times are a guide." not in said(bare)


def test_the_planned_start_stands_even_when_the_meeting_opened_late():
    words = said(agenda(Item("a", "1", None, 10), start=time(9, 41), planned_start=time(9, 30)))
    assert words[1].endswith("9.30 am")
    assert "Expected to finish at 9.40 am" in words


def test_part_2_stands_apart_in_words_and_the_order_is_kept():
    document = agenda(
        Item("a", "1"), Item("b", "2", part=2, exempt_paragraph="3"), Item("c", "3", part=2), Item("d", "4")
    )
    assert headings(document) == [
        "Items of business", "Part 2: the public may be excluded", "Further items of business"
    ]  # fmt: skip
    assert [[words_of(row[0]) for row in table.rows] for table in tables(document)] == [["1"], ["2", "3"], ["4"]]
    words = said(document)
    assert (
        "The meeting may resolve that the public be excluded for items 2 and 3, because exempt information is likely "
        "to be disclosed."
    ) in words
    assert "b\nPart 2: exempt under paragraph 3 of Schedule 12A to the Local Government Act 1972" in words
    assert "c\nPart 2: exempt from publication" in words


def test_exempt_items_without_numbers_are_named_as_what_stands_below():
    one, two = Item("x", part=2), Item("y", "7", part=2)
    assert any("excluded for this item," in words for words in said(agenda(one)))
    assert any("excluded for item 7," in words for words in said(agenda(two)))
    assert any("excluded for these items," in words for words in said(agenda(one, two)))


def test_a_late_item_is_marked_and_explained():
    words = said(agenda(Item("Closure", "1", late=True), Item("x", "2")))
    assert "Closure\nLate item" in words
    assert "A late item was added after the agenda was first drawn up." in words


def test_each_row_is_named_by_its_number_or_else_by_its_item():
    assert tables(agenda(Item("a", "1")))[0].row_headers
    assert tables(agenda(Item("a")))[0].header[0] == "Item"
    assert tables(agenda(Item("a")))[0].row_headers
    assert not tables(agenda(Item("a", "1"), Item("b")))[0].row_headers


def test_a_long_number_has_room():
    short, long = (tables(agenda(Item("a", number)))[0].widths[0] for number in ("12a", "2026/27-114(b)"))
    assert long > short


def test_an_agenda_without_items_says_so():
    empty = replace(meeting(coming=(NextMeeting(date(2026, 10, 6)),)), items=())
    words = said(compose_agenda(empty, PLAIN))
    assert "There are no items yet." in words
    assert words[-2:] == ["Date of next meeting", "• Tuesday 6 October 2026"]


def test_a_style_writes_its_own_word_for_part_2_and_its_own_times():
    style = replace(PLAIN, part_2_label="Closed", time_form="14:30")
    words = said(agenda(Item("a", "1", time(9, 45), 15, part=2), style=style))
    assert "Closed: the public may be excluded" in words
    assert "09:45\n15 minutes" in words


def test_forty_items_keep_their_order_and_say_when_the_meeting_should_end():
    document = compose_agenda(samples.long_meeting(), PLAIN)
    numbers = [words_of(row[0]) for table in tables(document) for row in table.rows]
    assert numbers == [str(n) for n in range(1, 41)]
    assert "Expected to finish at 4.10 pm" in said(document)


@random_documents
@given(strategies.meetings(recorded=True), st.sampled_from(STYLES).map(house_style))
def test_every_item_arrives_with_all_that_is_known_of_it(found: Meeting, style):
    words = said(compose_agenda(found, style))
    cells = [row for table in tables(compose_agenda(found, style)) for row in table.rows]
    assert len(cells) == len(found.items)
    for item, row in zip(found.items, cells, strict=True):
        told = " | ".join(words_of(cell) for cell in row)
        plain = (item.title, item.number, item.presenter, *(paper.title for paper in item.papers))
        for wanted in filter(None, plain):
            assert wanted.replace("\r\n", "\n").replace("\r", "\n") in told
        assert ("Late item" in told) >= item.late
    assert words
