"""Headings, paragraphs, decisions, actions and marks as each setting of a house style wants them."""

from dataclasses import replace
from datetime import date, time

import pytest

from tests.documents.building import meeting
from wibdesk.documents.compose.entry_blocks import EntryBlocks
from wibdesk.documents.compose.minutes import compose_minutes
from wibdesk.documents.document import (
    Block,
    Document,
    Heading,
    ListBlock,
    Paragraph,
    Role,
    Signature,
    Table,
    texts,
    words_of,
)
from wibdesk.domain import entries as minute
from wibdesk.domain.agenda import Item
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Bullet, Decision, Progress, Subheading
from wibdesk.domain.house_style import PLAIN
from wibdesk.domain.meetings import NextMeeting

DUE = Due(DueKind.DATE, date(2026, 10, 6))
ACTIONS = (
    Action("Agree it.", ("K Rowe", "J Amari"), DUE, ref="3.1"),
    Action("Draw it", ("I Nolan",), Due(as_written="October Board"), Progress.IN_PROGRESS, "3.2"),
)


def document(*entries, items: tuple[Item, ...] = (), coming: tuple[NextMeeting, ...] = (), **settings) -> Document:
    return compose_minutes(meeting(*entries, items=items, coming=coming, end=None), replace(PLAIN, **settings))


def body(*entries, **settings) -> list[Block]:
    """Return the blocks of the only item, below its heading."""
    return list(document(*entries, signature=False, **settings).blocks[3:])


def said(*entries, **settings) -> list[str]:
    return list(texts(document(*entries, signature=False, **settings)))[3:]


def cells(table: Block) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[words_of(cell) for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("settings", "heading", "below"),
    [
        ({}, "7. Front door", ["9.45 am, presented by J Amari"]),
        ({"item_times": "before"}, "7. 9.45 am Front door", ["Presented by J Amari"]),
        ({"item_times": "never"}, "7. Front door", ["Presented by J Amari"]),
        ({"item_numbers": "none", "item_times": "before", "time_form": "14:30"}, "09:45 Front door",
         ["Presented by J Amari"]),
    ],
)  # fmt: skip
def test_an_item_has_its_number_and_time_where_the_house_wants_them(settings, heading, below):
    item = Item("Front door", "7", time(9, 45), presenter="J Amari")
    assert list(texts(document(items=(item,), signature=False, **settings)))[2:] == [heading, *below]


def test_paragraphs_are_numbered_through_their_item_and_keep_numbers_of_their_own():
    entries = (
        minute.Paragraph("one"),
        Bullet("bullet"),
        minute.Paragraph("own", "3.2"),
        minute.Paragraph(),
        minute.Paragraph("two"),
    )
    assert said(*entries, numbered_paragraphs=True) == ["3.1 one", "• bullet", "3.2 own", "3.3 two"]
    assert said(minute.Paragraph("one"), numbered_paragraphs=True, item_numbers="none") == ["one"]
    bare = document(items=(Item("A", None, entries=(minute.Paragraph("one"),)),), numbered_paragraphs=True)
    assert "one" in list(texts(bare))


@pytest.mark.parametrize(
    ("settings", "lines"),
    [
        ({}, ["Resolved:", "It was so."]),
        ({"marker_on_own_line": False}, ["Resolved: It was so."]),
        ({"marker_end": " –"}, ["Resolved –", "It was so."]),
        ({"marker_end": " –", "marker_capitals": True, "marker_on_own_line": False}, ["RESOLVED – It was so."]),
    ],
)
def test_a_decision_has_the_marker_of_the_house(settings, lines):
    assert said(Decision(("It was so.",), "Resolved"), **settings) == lines


@pytest.mark.parametrize(
    ("style", "labels"), [("(1)", "(1) (2)"), ("(a)", "(a) (b)"), ("(i)", "(i) (ii)"), ("1.", "1. 2.")]
)
def test_the_parts_of_a_decision_are_numbered_as_the_house_does_unless_it_says_so_itself(style, labels):
    first, second = labels.split()
    assert said(Decision(("That a", "b"), "Agreed"), part_style=style)[1:] == [f"{first} That a", f"{second} b"]
    assert said(Decision(("a", "b"), "Agreed", "a)"), part_style=style)[1:] == ["a) a", "b) b"]


def test_actions_in_a_list_follow_one_heading():
    assert said(*ACTIONS, actions_heading="To do") == [
        "To do",
        "• 3.1 Agree it. – K Rowe, J Amari, due 6 October 2026",
        "• 3.2 Draw it – I Nolan, due October Board, in progress",
    ]


def test_actions_in_a_table_stand_where_they_were_agreed():
    blocks = body(*ACTIONS, minute.Paragraph("between"), Action("Send it", ("B Ali",)), actions="table")
    heading, first, between, again, second = blocks
    assert (words_of(heading.runs), words_of(between.runs), words_of(again.runs)) == ("Actions:", "between", "Actions:")
    assert first.header == ("Ref", "Action", "Owner", "Due", "Status")
    assert cells(first) == [
        ["3.1", "Agree it.", "K Rowe, J Amari", "6 October 2026", ""],
        ["3.2", "Draw it", "I Nolan", "October Board", "In progress"],
    ]
    assert (second.header, cells(second)) == (("Action", "Owner"), [["Send it", "B Ali"]])


@pytest.mark.parametrize("heading", ["Actions:", ""])
def test_lines_of_a_list_keep_their_place_round_a_table_of_actions(heading):
    blocks = body(Bullet("before"), *ACTIONS, Bullet("after"), actions="table", actions_heading=heading)
    order = [type(block) for block in blocks if not isinstance(block, Paragraph)]
    assert order == [ListBlock, Table, ListBlock]
    assert len(blocks) == (4 if heading else 3)


def test_actions_at_the_end_stand_in_one_table_after_the_signature_and_nowhere_else():
    items = (Item("One", "1", entries=(ACTIONS[0], minute.Paragraph("p"))), Item("Two", entries=ACTIONS[1:]))
    blocks = document(items=items, actions="end", owner_word="Lead").blocks
    assert isinstance(blocks[-3], Signature)
    assert words_of(blocks[-2].runs) == "Actions"
    assert blocks[-1].header == ("Ref", "Item", "Action", "Lead", "Due", "Status")
    assert [row[:2] for row in cells(blocks[-1])] == [["3.1", "1"], ["3.2", "Two"]]
    assert sum("Agree it." in words for words in texts(document(items=items, actions="end"))) == 1
    assert not any(isinstance(block, Table) for block in document(actions="end").blocks)


def test_actions_that_nobody_prints_at_the_end_stand_where_they_were_agreed():
    blocks = EntryBlocks(replace(PLAIN, actions="end")).blocks(ACTIONS)
    assert [len(block.rows) for block in blocks if isinstance(block, Table)] == [2]


def test_a_column_word_that_is_one_of_our_own_loses_no_column():
    table = body(*ACTIONS, actions="table", owner_word="Action")[-1]
    assert table.header == ("Ref", "Action", "Action", "Due", "Status")
    assert cells(table)[0][1:3] == ["Agree it.", "K Rowe, J Amari"]


def test_actions_in_a_column_keep_their_place_beside_the_minute():
    entries = (
        minute.Paragraph("It was heard."),
        Decision(("a", "b"), "Agreed"),
        *ACTIONS,
        minute.Paragraph("After."),
        Subheading("Next"),
        Bullet("alone"),
    )
    table, subheading, alone = body(*entries, actions="column")
    assert table.header == ("Minute", "Action by")
    assert cells(table) == [
        ["It was heard.\nAgreed:\n(1) a\n(2) b", ""],
        ["3.1 Agree it.", "K Rowe, J Amari\nby 6 October 2026"],
        ["3.2 Draw it", "I Nolan\nOctober Board\nIn progress"],
        ["After.", ""],
    ]
    assert (words_of(subheading.runs), isinstance(alone, ListBlock)) == ("Next", True)


def test_a_minute_of_any_length_beside_actions_has_rows_that_fit_on_a_page():
    entries = [minute.Paragraph("words " * 60) for _ in range(12)]
    (table,) = body(*entries, Action("Do it"), actions="column")
    assert len(table.rows) > 4
    assert max(len(words) for row in cells(table) for words in row) < 1500
    assert cells(table)[-1] == ["Do it", "No owner"]
    assert "".join(row[0] for row in cells(table)).count("words") == 12 * 60


def test_an_action_without_words_still_has_a_row_in_the_column():
    (table,) = body(Action(), Action("", ("B Ali",), ref="3.1"), actions="column")
    assert cells(table) == [["Action", "No owner"], ["3.1 Action", "B Ali"]]


def test_an_action_in_line_ends_in_bold_with_owner_and_deadline():
    first, second, third = body(*ACTIONS, Action("Just do it"), actions="inline", action_word="ACTION")
    assert words_of(first.runs) == "Agree it. ACTION 3.1: K Rowe, J Amari, by 6 October 2026"
    assert words_of(second.runs) == "Draw it – ACTION 3.2: I Nolan, October Board, in progress"
    assert words_of(third.runs) == "Just do it – ACTION"
    assert [run.bold for run in first.runs] == [False, False, True]
    assert said(Action("Do it", ("B Ali",)), actions="inline", action_word="") == ["Do it – B Ali"]


def test_an_action_in_a_paragraph_names_its_fields_in_the_words_of_the_house():
    (words, *_) = said(*ACTIONS, actions="paragraph", owner_word="Lead", action_word="TASK", owners_joined_by=" and ")
    assert words == "TASK 3.1: Agree it.\nLeads: K Rowe and J Amari   Due: 6 October 2026"
    bare = said(Action("Do it", ("B Ali",)), actions="paragraph", owner_word="", action_word="")
    assert bare == ["Do it\nB Ali"]


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({}, "Part 2: exempt under paragraph 3 of Schedule 12A to the Local Government Act 1972"),
        ({"part_2_label": "Closed", "exempt_words": "{paragraph} of our rules"}, "Closed: 3 of our rules"),
        ({"exempt_words": ""}, "Part 2"),
    ],
)
def test_an_exempt_item_says_why_in_the_words_of_the_house(settings, words):
    item = Item("Contract", "6", part=2, exempt_paragraph="3")
    assert list(texts(document(items=(item,), signature=False, **settings)))[-1] == words


def test_marks_for_modern_gov_stand_round_each_item():
    items = (Item("One", "1", entries=(minute.Paragraph("p"),)), Item("Two", "2"))
    blocks = document(items=items, fences=True, signature=False).blocks[2:]
    assert [words_of(block.runs) for block in blocks] == ["<AI1>", "One", "p", "</AI1>", "<AI2>", "Two", "</AI2>"]
    marks = [block for block in blocks if isinstance(block, Paragraph) and block.role is Role.FENCE]
    assert [words_of(mark.runs) for mark in marks] == ["<AI1>", "</AI1>", "<AI2>", "</AI2>"]


def test_italics_stand_upright_where_the_house_wants_none_and_bold_stays():
    entries = (
        minute.Paragraph("a *b* **c**"),
        Bullet("*d*"),
        minute.Table((("*e*",),)),
        Subheading("*f*"),
    )
    upright = document(*entries, italics=False)
    slanted = document(*entries, italics=True)
    assert "italic=True" not in repr(upright.blocks)
    assert repr(slanted.blocks).count("italic=True") == 4
    assert repr(upright.blocks) == repr(slanted.blocks).replace("italic=True", "italic=False")
    assert "bold=True" in repr(upright.blocks)


def test_the_end_has_the_heading_of_the_house_and_the_language_is_its_own():
    coming = (NextMeeting(date(2026, 10, 6)), NextMeeting(date(2026, 11, 3), cancelled=True))
    made = document(coming=coming, next_meetings_heading="Future dates", language="cy", draft_words="")
    headings = [words_of(block.runs) for block in made.blocks if isinstance(block, Heading)]
    assert headings[-1] == "Future dates"
    assert "• Tuesday 3 November 2026 – cancelled" in list(texts(made))
    assert (made.language, made.status) == ("cy", None)


def test_the_place_joins_the_title_line_in_words_of_the_house():
    sitting = meeting(venue="Room 1", end=None)
    joined = replace(PLAIN, venue_in_title=True)
    assert list(texts(compose_minutes(sitting, joined)))[1].endswith("9.30 am, Room 1")
    said_in = replace(joined, venue_words=" in ", at_time=" at ")
    assert list(texts(compose_minutes(sitting, said_in)))[1].endswith("2026 at 9.30 am in Room 1")
