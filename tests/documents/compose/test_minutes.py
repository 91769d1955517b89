"""What the minutes say, in which order and in which style."""

from dataclasses import replace
from datetime import date, time

import pytest

from tests.documents.building import meeting
from tests.documents.reading import meeting_seed
from wibdesk.documents.compose.minutes import compose_minutes
from wibdesk.documents.document import Document, Heading, ListBlock, Paragraph, Role, Run, Table, texts, words_of
from wibdesk.documents.styles import house_style
from wibdesk.domain import entries as minute
from wibdesk.domain.agenda import Item, Paper
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Bullet, Decision, Numbered, PrivateNote, Progress, Subheading, Vote
from wibdesk.domain.meetings import MeetingType, MinutesStatus, NextMeeting
from wibdesk.domain.people import Group

IMPROVEMENT, ORGANISATION = house_style("improvement_board"), house_style("organisation_board")


def said(document: Document) -> list[str]:
    return list(texts(document))


def minutes(*entries, style=ORGANISATION, **more) -> Document:
    return compose_minutes(meeting(*entries, **more), style)


def lists(document: Document) -> list[list[str]]:
    return [
        [f"{'  ' * (i.level - 1)}{i.label} {words_of(i.runs)}" for i in b.items]
        for b in document.blocks
        if isinstance(b, ListBlock)
    ]


def test_the_head_names_body_title_day_kind_and_place():
    document = minutes(
        type=MeetingType.SPECIAL,
        venue="Committee Room 1",
        contact="A Shah",
        public_present=3,
        preamble=("A *word* first",),
    )
    assert said(document)[:6] == [
        "Norbury Board",
        "Minutes of the meeting held on Tuesday, 1st September, 2026 at 9.30 am in Committee Room 1",
        "Special meeting",
        "Contact: A Shah",
        "Members of the public present: 3.",
        "A word first",
    ]
    plain = minutes(venue="Committee Room 1", style=house_style("plain"))
    assert said(plain)[1:3] == ["Minutes of the meeting held on Tuesday 1 September 2026, 9.30 am", "Committee Room 1"]
    trust = minutes(venue="Committee Room 1", style=house_style("trust_board"))
    assert said(trust)[2] == "Venue: Committee Room 1"


def test_each_style_heads_the_title_its_own_way():
    assert (
        said(minutes(style=IMPROVEMENT))[1]
        == "Minutes and actions from the meeting: Tuesday 1st September 2026, 9.30 am"
    )
    titled = minutes(title="Agenda and minutes", style=house_style("plain"))
    assert said(titled)[1] == "Agenda and minutes, Tuesday 1 September 2026, 9.30 am"


def test_every_status_of_attendance_has_its_group():
    people = (
        Attendee("A Chair", Status.PRESENT, chair=True, organisation="Council"),
        Attendee("B Officer", Status.PRESENT, Group.IN_ATTENDANCE, group_label="Officers", role="Clerk"),
        Attendee("C Guest", Status.PRESENT, Group.OBSERVER),
        Attendee("D Sorry", Status.APOLOGIES, role="Member", organisation="Police"),
        Attendee(None, Status.ABSENT, role="Voluntary seat"),
        Attendee("E Unknown"),
        Attendee("F Deputy", Status.PRESENT, deputy_for=("D Sorry",)),
    )
    document = minutes(people=people)
    headings = [words_of(b.runs) for b in document.blocks if isinstance(b, Heading)]
    assert headings[1:7] == ["Present", "Officers", "Observers", "Apologies", "Absent", "Not recorded"]
    everything = " | ".join(said(document))
    for words in (
        "A Chair (Chair) | Council",
        "F Deputy | for D Sorry",
        "B Officer | Clerk",
        "D Sorry | Member, Police",
        "Voluntary seat",
    ):
        assert words in everything


def test_a_group_label_of_the_clerks_never_mixes_people_of_different_status():
    people = (Attendee("A", Status.PRESENT, group_label="Apologies"), Attendee("B", Status.APOLOGIES))
    tables = [b for b in minutes(people=people).blocks if isinstance(b, Table)]
    assert [len(table.rows) for table in tables] == [1, 1]


def test_names_and_posts_stand_in_lines_in_the_improvement_style():
    people = (
        Attendee("A", Status.PRESENT, role="Post", organisation="Org", note="online"),
        Attendee("B", Status.PRESENT, note="late"),
    )
    table = next(b for b in minutes(people=people, style=IMPROVEMENT).blocks if isinstance(b, Table))
    assert [[words_of(cell) for cell in row] for row in table.rows] == [["A", "Post, Org (online)"], ["B", "late"]]
    assert table.header == ()


def test_headings_are_numbered_or_in_capitals_as_the_style_says_and_keep_their_words():
    numbered = next(b for b in minutes().blocks if isinstance(b, Heading) and words_of(b.runs) == "Front door")
    capital = next(
        b for b in minutes(style=IMPROVEMENT).blocks if isinstance(b, Heading) and words_of(b.runs) == "Front door"
    )
    assert (numbered.number, numbered.capitals) == ("3.", False)
    assert (capital.number, capital.capitals) == (None, True)


def test_an_item_tells_its_time_presenter_papers_and_why_it_is_exempt():
    items = (
        Item(
            "One",
            "1",
            time(9, 45),
            presenter="J Amari",
            papers=(Paper("Report", "PDF 1 KB", "report"), Paper("Plan", kind="annex")),
        ),
        Item("Two", "66/E", part=2, exempt_paragraph="3", public_summary="It was let."),
        Item("Three", part=2, exempt_paragraph="Section 100A"),
        Item("Four", part=2),
    )
    document = said(minutes(items=items))
    assert "9.45 am, presented by J Amari" in document
    assert "Papers: Report (PDF 1 KB); Plan (annex)" in document
    assert "66/E Two" in document
    assert "Part 2: exempt under paragraph 3 of Schedule 12A to the Local Government Act 1972" in document
    assert "Public summary: It was let." in document
    assert "Part 2: Section 100A" in document
    assert "Part 2: exempt from publication" in document


def test_lists_nest_count_by_their_style_and_begin_again_after_a_paragraph():
    document = minutes(
        Numbered("one", 1, "(a)"),
        Numbered("deep", 2, "(i)"),
        Numbered("deeper", 2, "(i)"),
        Bullet("dash", 2),
        Numbered("two", 1, "(a)"),
        minute.Paragraph("between"),
        Numbered("again"),
        Numbered("from nine", start=9),
        Numbered("ten"),
    )
    assert lists(document) == [
        ["(a) one", "  (i) deep", "  (ii) deeper", "  – dash", "(b) two"],
        ["1. again", "9. from nine", "10. ten"],
    ]


def test_a_subheading_names_its_presenter_and_an_empty_one_prints_nothing():
    document = minutes(Subheading("Audit", "2.4", "Sally Allen"), Subheading(), minute.Paragraph())
    assert "2.4 Audit – Sally Allen" in said(document)
    assert sum(isinstance(b, Heading) and b.level == 3 for b in document.blocks) == 1


def test_a_decision_has_its_marker_above_or_before_and_its_parts_numbered():
    several, one = Decision(("That a", "That b"), "Resolved", "(1)"), Decision(("Fine",), "Resolved –")
    assert said(minutes(several, one))[3:8] == ["Resolved:", "(1) That a", "(2) That b", "Resolved –", "Fine"]
    assert said(minutes(several, one, style=IMPROVEMENT))[3:7] == [
        "Resolved:",
        "(1) That a",
        "(2) That b",
        "Resolved – Fine",
    ]
    assert "(1) Alone" in said(minutes(Decision(("Alone",), "Agreed", "(1)")))
    assert "Just words" in said(minutes(Decision(("Just words",), ""), style=IMPROVEMENT))


def test_neighbouring_actions_share_a_heading_and_stay_where_they_stand():
    due = Due(DueKind.DATE, date(2026, 10, 6), as_written="due by 6/10")
    document = minutes(
        Action("agree it", ("K Rowe", "J Amari"), due, ref="3.1"),
        Action("draw it", (), status=Progress.IN_PROGRESS),
        minute.Paragraph("between"),
        Action("send it", ("B Ali",)),
    )
    assert said(document)[3:9] == [
        "Actions:",
        "• 3.1 agree it – K Rowe/J Amari, due by 6/10 (6th October, 2026)",
        "• draw it – in progress",
        "between",
        "Actions:",
        "• send it – B Ali",
    ]


def test_an_action_is_a_labelled_paragraph_in_the_improvement_style():
    due = Due(DueKind.DATE, date(2026, 10, 6))
    document = minutes(
        Action("agree it", ("K Rowe", "J Amari"), due, Progress.DONE, "3.1"), Action("just do it"), style=IMPROVEMENT
    )
    assert "Action 3.1: agree it\nOwners: K Rowe, J Amari   Due: 6th October 2026   Status: Done" in said(document)
    assert "Action: just do it" in said(document)


def test_a_table_is_as_wide_as_its_widest_row_and_an_empty_one_prints_its_caption():
    document = minutes(
        minute.Table((("a", "b"), ("c",)), ("H",), "Payments"), minute.Table(caption="Only words"), minute.Table()
    )
    table = next(b for b in document.blocks if isinstance(b, Table))
    assert (table.header, table.caption, [len(row) for row in table.rows]) == (("H", ""), "Payments", [2, 2])
    assert "Only words" in said(document)


def test_a_table_wider_than_a_page_goes_on_below_with_the_columns_that_are_left():
    wide = minute.Table(
        (tuple(f"a{n}" for n in range(40)), ("b0",)), tuple(f"head{n}" for n in range(40)), "Spending by ward"
    )
    tables = [b for b in minutes(wide).blocks if isinstance(b, Table)]
    assert [len(table.header) for table in tables] == [16, 16, 8]
    assert [table.caption for table in tables] == ["Spending by ward", None, None]
    assert [words_of(cell) for table in tables for cell in table.rows[0]] == [f"a{n}" for n in range(40)]
    assert [name for table in tables for name in table.header] == [f"head{n}" for n in range(40)]


def test_votes_declarations_and_amendments_are_sentences():
    document = minutes(Vote("That it be so"), minute.Declaration("B Ali"), minute.Amendment(None, "page 1", "x"))
    assert said(document)[3:6] == [
        "Vote: That it be so. Carried.",
        "B Ali declared an interest.",
        "In the minutes of the last meeting, page 1 should read “x”.",
    ]


def test_a_private_note_is_nowhere():
    assert "CANARY" not in repr(minutes(PrivateNote("CANARY"), PrivateNote("CANARY")))


def test_a_vote_or_declaration_that_says_nothing_yet_prints_nothing():
    assert said(minutes(Vote(), minute.Declaration(), minute.Amendment())) == said(minutes())


def test_a_link_is_followed_only_where_a_reader_should():
    document = minutes(minute.Paragraph("see [this](https://e.example/a_b) and [that](javascript:x)"))
    paragraph = next(b for b in document.blocks if isinstance(b, Paragraph) and b.role is Role.BODY)
    assert Run("this", link="https://e.example/a_b") in paragraph.runs
    assert words_of(paragraph.runs) == "see this and that (javascript:x)"


def test_line_ends_of_every_kind_are_one():
    assert "a\nb\nc" in said(minutes(minute.Paragraph("a\r\nb\rc")))


def test_minutes_are_a_draft_until_they_are_approved():
    assert minutes().status == ORGANISATION.draft_words
    assert minutes(status=MinutesStatus.CIRCULATED).status == ORGANISATION.draft_words
    assert minutes(status=MinutesStatus.APPROVED).status is None


def test_the_end_tells_coming_dates_closing_time_and_where_to_sign():
    document = minutes(coming=(NextMeeting(date(2026, 10, 6)),))
    assert said(document)[-6:] == [
        "Date of next meeting",
        "• Tuesday, 6th October, 2026",
        "The meeting closed at 11.40 am.",
        "Signed as a correct record",
        "Chair",
        "Date",
    ]
    unsigned = minutes(style=replace(ORGANISATION, signature=False), end=None)
    assert said(unsigned)[-1] == "3. Front door"


def test_a_house_style_that_is_not_known_is_told_to_the_clerk_where_the_default_stands_in():
    default = minutes(house_style="no_such_style", style=house_style(None))
    assert default.remarks == (
        "The house style “no_such_style” is not known here, so this is set in “Plain and accessible”.",
    )
    assert minutes(house_style="no_such_style", style=IMPROVEMENT).remarks == ()


def test_a_long_name_is_whole_in_the_title_and_short_in_the_running_header():
    document = minutes(name="N" * 10_000)
    assert "N" * 10_000 in said(document)
    assert len(document.header) < 130
    assert "Boar…" not in minutes(name=f"{'Board ' * 30}of all").header


@pytest.mark.parametrize(("name", "headings", "present"), [("000", 9, 9), ("004", 8, 15)])
def test_the_seeds_keep_their_structure(name, headings, present):
    source = meeting_seed(name)
    document = compose_minutes(source, IMPROVEMENT if name == "000" else ORGANISATION)
    titles = {item.title for item in source.items}
    found = [b for b in document.blocks if isinstance(b, Heading) and b.level == 2 and words_of(b.runs) in titles]
    table = next(b for b in document.blocks if isinstance(b, Table))
    assert (len(found), len(table.rows)) == (headings, present)


@pytest.mark.parametrize(
    ("role", "marked"),
    [
        ("Vice-Chair", True),
        ("Deputy Chair", True),
        ("Vice chairman", True),
        ("Head teacher", True),
        (None, True),
        ("Independent Chair", False),
        ("Chair of the Board", False),
    ],
)
def test_who_presides_is_marked_unless_the_role_says_so_itself(role, marked):
    person = Attendee("Ann Lee", Status.PRESENT, role=role, chair=True)
    assert ("Ann Lee (Chair)" in " ".join(said(minutes(people=(person,))))) is marked
