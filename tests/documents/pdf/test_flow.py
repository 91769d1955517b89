"""Where pages end: what belongs together stays together, and no page is begun without need."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pypdf
import pytest
from pypdf.generic import ContentStream

from wibdesk.documents.document import (
    Block,
    Document,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Role,
    Signature,
    Table,
    TableKind,
    WritingLines,
    plain,
)
from wibdesk.documents.pdf.writer import write_pdf
from wibdesk.documents.styles import house_style

STYLE = house_style(None)
FILLING = range(20, 45)


def opened(*blocks: Block, style=STYLE, **more) -> pypdf.PdfReader:
    made = Document(**{"title": "t", "subject": "s", "author": "a", "header": "h", "blocks": blocks} | more)
    return pypdf.PdfReader(io.BytesIO(write_pdf(made, style)))


def pages(*blocks: Block, **more) -> list[str]:
    return [page.extract_text() for page in opened(*blocks, **more).pages]


def after_lines(*blocks: Block) -> Iterator[list[str]]:
    """Yield the pages of the blocks, wherever on the first page they begin."""
    for count in FILLING:
        yield pages(*(Paragraph(plain("one line")) for _ in range(count)), *blocks)


def lines(name: str, count: int) -> str:
    return "\n".join(f"{name}{n}." for n in range(count))


def together(page: str, *words: str) -> bool:
    return len({word in page for word in words}) == 1


def rules(page: pypdf.PageObject) -> int:
    """Return how many lines are drawn on the page."""
    content = ContentStream(page.get_contents(), None)
    return sum(operator == b"l" for _, operator in content.operations)


def test_time_and_papers_stay_between_their_heading_and_what_follows():
    item = (
        Heading(2, plain("Front door")),
        Paragraph(plain("9.45 am"), Role.ITEM_DETAIL),
        Paragraph(plain("Paper"), Role.ITEM_DETAIL),
        Paragraph(plain(lines("row", 6))),
    )
    for found in after_lines(*item):
        assert all(together(page, "Front door", "9.45 am", "Paper", "row0.", "row1.") for page in found)


def test_an_agenda_of_headings_alone_fills_its_pages():
    blocks = [
        block
        for n in range(40)
        for block in (Heading(2, plain(f"Item {n}.")), Paragraph(plain("10 am"), Role.ITEM_DETAIL))
    ]
    found = pages(*blocks)
    assert all(page.count("Item") == page.count("10 am") for page in found)
    assert [page.count("Item") for page in found] == [13, 13, 13, 1]


@pytest.mark.parametrize("count", [2, 3, 4, 5, 9])
def test_two_lines_at_least_stand_on_either_side_of_a_pages_end(count):
    for found in after_lines(Paragraph(plain(lines("row", count)))):
        shares = [page.count("row") for page in found]
        assert sum(shares) == count
        assert all(share == 0 or share >= 2 for share in shares)


def test_a_heading_row_and_a_caption_stay_with_the_first_row():
    rows = tuple((plain(f"row{n}."), plain("x\ny")) for n in range(3))
    for found in after_lines(Table(rows, (1, 1), ("Name", "From"), "Members")):
        assert sum("Members" in page for page in found) == 1
        assert all("Members" not in page or ("Name" in page and "row0." in page) for page in found)


@pytest.mark.parametrize("count", [2, 3, 7])
def test_the_last_row_of_a_table_never_stands_alone_on_a_page(count):
    rows = tuple((plain(f"row{n}."), plain("x\ny")) for n in range(count))
    for found in after_lines(Heading(2, plain("Members")), Table(rows, (1, 1), ("Name", "From"))):
        assert found[-1].count("row") != 1
        assert sum(page.count("row") for page in found) == count
        assert all("Members" not in page or "row0." in page for page in found)


def plan_rows(name: str, steps: int) -> tuple:
    return tuple((plain("" if n else f"Activity {name}"), plain(f"{name}{n}.\nmore")) for n in range(steps))


def test_the_rows_of_an_activity_stay_together_where_they_can():
    rows = (*plan_rows("A", 3), *plan_rows("B", 5), *plan_rows("C", 1))
    for found in after_lines(Table(rows, (1, 1), ("Activity", "Milestones"), kind=TableKind.PLAN, row_headers=True)):
        for name, steps in ("A", 3), ("B", 5), ("C", 1):
            assert all(together(page, f"Activity {name}", f"{name}0.", f"{name}{steps - 1}.") for page in found)
        assert not any("continued" in page for page in found)


def test_an_activity_longer_than_a_page_says_its_name_again_as_furniture():
    rows = (*plan_rows("A", 60), *plan_rows("B", 2))
    reader = opened(Table(rows, (1, 1), ("Activity", "Milestones"), kind=TableKind.PLAN, row_headers=True))
    found = [page.extract_text() for page in reader.pages]
    assert len(found) > 2
    assert ["Activity A (continued)" in page for page in found] == [False, *(True for _ in found[1:])]
    assert all(together(page, "Activity B", "B0.", "B1.") for page in found)


def test_a_name_of_a_page_of_its_own_is_not_said_again():
    rows = ((plain(lines("long name", 30)), plain("x")), *(((), plain(lines("step", 9))) for _ in range(12)))
    found = pages(Table(rows, (1, 1), ("Activity", "Milestones"), kind=TableKind.PLAN))
    assert len(found) > 2
    assert not any("continued" in page for page in found)


@pytest.mark.parametrize("name", [(), plain(" ")])
def test_steps_without_an_activity_go_on_without_a_name(name):
    rows = tuple((() if n else name, plain(f"step{n}.\nmore")) for n in range(60))
    found = pages(Table(rows, (1, 1), ("Activity", "Milestones"), kind=TableKind.PLAN))
    assert sum(page.count("step") for page in found) == 60
    assert not any("continued" in page for page in found)


def test_a_signature_stays_with_its_sentence_and_with_the_words_above():
    for found in after_lines(Paragraph(plain("The last words.")), Signature("Signed", ("Chair", "Date"))):
        assert all(together(page, "The last words.", "Signed", "Chair", "Date") for page in found)


def test_what_stands_below_the_heading_of_an_item_stays_with_its_first_subheading():
    item = (Heading(2, plain("Front door")), Paragraph(plain("9.45 am"), Role.ITEM_DETAIL))
    for found in after_lines(*item, Heading(3, plain("The figures")), Paragraph(plain("row0."))):
        assert all(together(page, "Front door", "9.45 am", "The figures", "row0.") for page in found)


def test_the_mark_that_opens_an_item_stays_with_its_heading_and_the_one_that_closes_it_does_not():
    marks = Paragraph(plain("</AI1>"), Role.FENCE), Paragraph(plain("<AI2>"), Role.FENCE)
    found = list(after_lines(*marks, Heading(2, plain("Front door")), Paragraph(plain("row0."))))
    assert all(together(page, "<AI2>", "Front door", "row0.") for pages in found for page in pages)
    assert any("</AI1>" in page and "<AI2>" not in page for pages in found for page in pages)


@pytest.mark.parametrize("above", [Paragraph(plain("Noted.")), ListBlock((ListItem(plain("Noted."), "•"),))])
def test_the_close_of_the_meeting_never_stands_alone_on_the_last_page(above):
    for found in after_lines(above, Paragraph(plain("The meeting closed at 4 pm."))):
        assert all(together(page, "Noted.", "The meeting closed") for page in found)


def test_of_a_long_last_text_its_end_alone_goes_to_the_page_of_the_signature():
    shares = set()
    for found in after_lines(Paragraph(plain(lines("row", 15))), Signature("Signed", ("Chair", "Date"))):
        assert sum(page.count("row") for page in found) == 15
        assert all(word in found[-1] for word in ("Signed", "Chair", "Date"))
        shares.add(found[-1].count("row"))
    assert min(shares) == 2
    assert len(shares) > 5


def test_a_line_that_ends_in_a_colon_stays_with_what_it_introduces():
    block = ListBlock((ListItem(plain("first"), "•"), ListItem(plain("these:"), "•"), ListItem(plain("deep"), "–", 2)))
    for found in after_lines(Paragraph(plain("It was noted that:")), block):
        assert all(together(page, "It was noted that:", "first") for page in found)
        assert all(together(page, "these:", "deep") for page in found)


def test_pages_that_are_broken_on_purpose_are_never_blank():
    found = pages(PageBreak(), Paragraph(plain("one")), PageBreak(), PageBreak(), Paragraph(plain("two")), PageBreak())
    assert ["one" in page for page in found] == [True, False]


def test_lines_to_write_on_fill_the_page_and_no_more():
    note = (Heading(2, plain("Notes")), WritingLines(), PageBreak())
    reader = opened(*note, *note)
    assert [rules(page) for page in reader.pages] == [27, 27]


def test_lines_to_write_on_are_counted_and_go_on_over_pages():
    reader = opened(WritingLines(40))
    assert [rules(page) for page in reader.pages] == [28, 12]


def test_many_places_to_sign_go_on_over_pages():
    found = pages(Signature("Signed", tuple(f"Member {n}." for n in range(60))))
    assert sum(page.count("Member") for page in found) == 60
    assert len(found) == 4


def test_rows_are_as_tall_as_asked_for():
    rows = tuple((plain(f"row{n}."), ()) for n in range(20))
    found = pages(Table(rows, (1, 1), ("Name", "Signature"), row_height=60))
    assert [page.count("row") for page in found] == [10, 10]


def test_a_plan_draws_a_rule_only_where_a_row_begins():
    rows = ((plain("a"), plain("b")), ((), plain("c")), (plain("d"), plain("e")))
    assert [rules(opened(Table(rows, (1, 1), ("A", "B"), kind=kind)).pages[0]) for kind in TableKind] == [5, 0, 4]


def test_a_page_on_its_side_is_as_wide_as_a_page_is_tall():
    (page,) = opened(Paragraph(plain("x")), landscape=True).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 595)


def test_a_tall_heading_row_and_a_tall_row_fit_on_a_page_on_its_side():
    table = Table(((plain(lines("row", 60)), ()),), (1, 1), (lines("head", 9), "x"), row_height=900)
    found = pages(table, landscape=True)
    assert sum(page.count("row") for page in found) == 60
    assert all("head8." in page for page in found)


def test_larger_text_takes_more_pages():
    words = [Paragraph(plain("words " * 80)) for _ in range(12)]
    small, large = (len(pages(*words, style=replace(STYLE, text_size=size))) for size in (11.5, 18))
    assert large >= 2 * small


def test_a_wide_label_moves_the_first_line_and_a_long_one_is_a_part_of_the_text():
    (page,) = pages(
        Paragraph(plain("moved"), label="Part 12(a)"), Paragraph(plain("within"), label="A label of many words")
    )
    assert "Part 12(a) moved" in page
    assert "A label of many words within" in page


def test_a_running_header_of_many_lines_leaves_the_text_alone():
    (page,) = pages(Paragraph(plain("x")), header="long words " * 60)
    assert 10 < page.count("long words") < 40


LONG_STATUS = "DRAFT, not yet approved. Not for publication: contains exempt information"


def head_lines(header: str, status: str | None, **more) -> list[str]:
    """Return the lines of the running header."""
    (page,) = opened(Paragraph(plain("body text")), header=header, status=status, **more).pages
    heights: dict[float, list[str]] = {}

    def visit(text, matrix, position, font, size):
        if text.strip() and position[5] > page.mediabox.height - 70:
            heights.setdefault(round(position[5]), []).append(text.strip())

    page.extract_text(visitor_text=visit)
    return [" | ".join(words) for _, words in sorted(heights.items(), reverse=True)]


def test_header_and_status_share_a_line_where_both_fit():
    name = "Norbury Safeguarding Partnership, Tuesday 6 October 2026"
    assert head_lines(name, "DRAFT, not yet approved") == [f"{name} | DRAFT, not yet approved"]


def test_a_long_status_stands_in_full_below_the_header():
    name = "Norbury Safeguarding Partnership, Tuesday 6 October 2026"
    assert head_lines(name, LONG_STATUS) == [name, LONG_STATUS]
    assert head_lines("", LONG_STATUS) == [LONG_STATUS]
    assert head_lines(name, None) == [name]


def test_a_header_that_leaves_no_room_is_cut_after_a_word():
    (words, status) = head_lines("A long name of a board " * 9, LONG_STATUS)
    assert words.startswith("A long name of a board A long")
    assert words.endswith("…")
    assert status == LONG_STATUS
    assert len(head_lines("W" * 300, "X" * 300)) == 3


def test_all_text_of_a_size_has_that_size():
    blocks = (
        Paragraph(plain("x"), label="1.1"),
        ListBlock((ListItem(plain("x"), "(1)", 1, "(1)"),)),
        Signature("x", ("x",)),
    )
    page = opened(*blocks, style=replace(STYLE, text_size=18.0)).pages[0]
    operations = ContentStream(page.get_contents(), None).operations
    assert {float(operands[1]) for operands, operator in operations if operator == b"Tf"} == {18.0, 12.0}
