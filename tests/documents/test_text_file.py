"""Plain text: what stands where, and how wide."""

import re
import unicodedata

import pytest
from hypothesis import given

from tests.documents.making import documents, random_documents, trees
from wibdesk.documents.document import (
    Block,
    Document,
    Heading,
    ListBlock,
    ListItem,
    PageBreak,
    Paragraph,
    Role,
    Run,
    Signature,
    Table,
    TableKind,
    WritingLines,
    plain,
)
from wibdesk.documents.styles import house_style
from wibdesk.documents.text_layout import WIDTH, room
from wibdesk.documents.text_writer import lines_of, write_text

STYLE = house_style(None)


def lines(*blocks: Block, status: str | None = None) -> list[str]:
    return list(lines_of(Document("t", "s", "a", "h", blocks, status=status)))


def cells(*rows: str) -> tuple:
    return tuple(tuple(plain(words.replace("/", "\n")) for words in row.split("|")) for row in rows)


@random_documents
@given(documents())
def test_every_kind_has_lines_that_a_mail_program_shows(made):
    data = write_text(made.document, made.style)
    read = data.decode().split("\n")
    assert read.pop() == ""
    assert tuple(read) == lines_of(made.document)
    assert [line for line in read if line != line.rstrip(" ")] == []
    assert not re.search("[\0-\x09\x0b-\x1f\x7f-\x9f]", "".join(read))


@random_documents
@given(trees())
def test_no_line_is_longer_than_its_room_but_for_one_word(tree):
    for line in lines_of(tree):
        indent = len(line) - len(line.lstrip(" "))
        wide = [word for word in line.split(" ") if room(word) > 8]
        assert room(line) <= WIDTH or wide or indent > WIDTH / 2, line


def test_the_status_comes_first_and_headings_are_underlined_as_wide_as_they_are():
    found = lines(Heading(1, plain("Norbury Board")), Heading(2, plain("會議"), "3."), Heading(3, ()), status="DRAFT")
    assert found == ["DRAFT", "", "Norbury Board", "=============", "", "3. 會議", "-------"]


def test_a_long_paragraph_is_wrapped_and_its_label_stands_out():
    found = lines(Paragraph(plain("word " * 40), label="1.12"), Paragraph(plain("x\ny"), Role.ACTION))
    assert found[0].startswith("1.12 word word")
    assert {line[:9] for line in found[1:3]} == {"     word"}
    assert max(map(len, found)) <= WIDTH
    assert found[-3:] == ["", "    x", "    y"]


def test_a_word_that_is_too_long_stays_whole():
    address = "https://norbury.example/" + "x" * 100
    assert lines(Paragraph(plain(f"see {address} there"))) == ["see", address, "there"]


def test_what_belongs_together_stands_together():
    details = [Paragraph(plain(words), Role.DETAIL) for words in ("Town Hall", "Contact: A")]
    found = lines(
        *details, Paragraph(plain("Resolved:"), Role.MARKER), Paragraph(plain("That it be so."), Role.DECISION),
        Paragraph(plain("Actions:"), Role.MARKER), ListBlock((ListItem(plain("x"), "•"),)), Paragraph(plain("y")),
    )  # fmt: skip
    assert found == [
        "Town Hall", "Contact: A", "", "Resolved:", "That it be so.", "", "Actions:", "  • x", "", "y",
    ]  # fmt: skip


def test_lists_stand_in_by_their_level_with_their_labels():
    items = (ListItem(plain("one"), "(1)"), ListItem(plain("word " * 20), "(a)", 2), ListItem(plain("x"), "▪", 3))
    assert lines(ListBlock(items)) == [
        "  (1) one",
        "      (a) word word word word word word word word word word word word word",
        "          word word word word word word word",
        "          ▪ x",
    ]


@pytest.mark.parametrize(
    ("run", "words"),
    [
        (Run("the report", link="https://norbury.example/a"), "the report <https://norbury.example/a>"),
        (Run("https://norbury.example", link="https://norbury.example"), "https://norbury.example"),
        (Run("clerk@norbury.example", link="mailto:clerk@norbury.example"), "clerk@norbury.example"),
        (Run("01632 960123", link="tel:01632960123"), "01632 960123 <tel:01632960123>"),
    ],
)
def test_an_address_that_is_not_shown_follows_its_words(run, words):
    assert lines(Paragraph((run,))) == [words]


def test_a_narrow_table_stands_in_columns():
    table = Table(
        cells("July|1,204|", "e\u0301te\u0301|漢字|x/y"), (1.0,) * 3, ("Month", "Contacts", "Note"), "Table 1"
    )
    assert lines(table) == [
        "Table 1",
        "Month  Contacts  Note",
        "-----  --------  ----",
        "July   1,204",
        "e\u0301te\u0301    漢字      x",
        "                 y",
    ]
    assert lines(Table(cells("a|b"), (1.0, 1.0))) == ["a  b"]


def test_a_wide_table_is_told_row_by_row():
    long = "word " * 18
    table = Table(cells(f"3.1|{long}|Rowe/Amari", "|second|", "3.2||"), (1.0,) * 3, ("Ref", "Action", "Owner"))
    assert lines(table) == [
        "Ref: 3.1",
        "Action: word word word word word word word word word word word word word word",
        "        word word word word",
        "Owner: Rowe",
        "       Amari",
        "Action: second",
        "",
        "Ref: 3.2",
    ]
    assert lines(Table(cells(f"{long}|x"), (1.0, 1.0)))[-1] == "  x"


def test_a_table_without_rows_still_says_its_columns():
    assert lines(Table((), (1.0, 1.0), ("Ref", "Action"))) == ["Ref, Action"]
    assert lines(Table((), (1.0,))) == []


def test_posts_stand_behind_names_from_one_place_on():
    rows = cells("Helen Ferrer|Chair", "Jo|Head|Council", "Nobody in particular|", f"{'x' * 40}|y")
    assert lines(Table(rows, (1.0, 1.0), kind=TableKind.LINES)) == [
        f"Helen Ferrer{' ' * 24}Chair",
        f"Jo{' ' * 34}Head, Council",
        "Nobody in particular",
        f"{'x' * 40}, y",
    ]


def test_a_signature_has_a_line_and_what_is_for_paper_alone_says_nothing():
    found = lines(
        Signature("Signed", ("Chair", "Date")), WritingLines(3), PageBreak(), Paragraph(()), Paragraph(plain("x"))
    )
    assert found == ["Signed", "", f"Chair {'_' * 40}", "", f"Date {'_' * 40}", "", "x"]


def test_a_tab_is_room_and_nothing_commands_the_terminal():
    assert lines(Paragraph(plain("a\tb\x1b[31m\x9b"))) == ["a    b[U+001B][31m[U+009B]"]


def test_a_mark_on_a_letter_takes_no_room():
    assert (room("e\u0301"), room("漢"), room("a\u200bb")) == (1, 2, 2)
    assert unicodedata.normalize("NFC", lines(Paragraph(plain("e\u0301")))[0]) == "é"
