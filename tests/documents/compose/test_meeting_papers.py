"""The papers beside the minutes: the note pad, the decision list, the extract of one item."""

from dataclasses import replace
from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tests.documents import samples
from tests.documents.building import meeting
from tests.documents.making import random_documents
from tests.documents.reading import STYLES
from wibdesk.documents.compose.decisions import compose_decisions
from wibdesk.documents.compose.extract import compose_extract
from wibdesk.documents.compose.minutes import compose_minutes
from wibdesk.documents.compose.note_pad import compose_note_pad
from wibdesk.documents.document import (
    Document,
    Heading,
    PageBreak,
    Signature,
    WritingLines,
    block_texts,
    texts,
    words_of,
)
from wibdesk.documents.styles import house_style
from wibdesk.domain.actions import LogAction
from wibdesk.domain.agenda import Item, Paper
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Decision, Paragraph, Progress, Vote
from wibdesk.domain.meetings import MinutesStatus
from wibdesk.domain.people import Group
from wibdesk.domain.rich_text import plain_text

PLAIN = house_style("plain")
PEOPLE = (
    Attendee("Ann Lee", Status.PRESENT, chair=True),
    Attendee("Bob Ray", Status.APOLOGIES),
    Attendee("Cy Dean", Status.PRESENT, deputy_for=("Bob Ray",)),
    Attendee("Di Orr", Status.PRESENT, Group.IN_ATTENDANCE),
    Attendee("Ed Fox", Status.UNKNOWN, Group.OBSERVER),
)


def said(document: Document) -> list[str]:
    return list(texts(document))


def pages(document: Document) -> list[list[str]]:
    """Return the words of each page that the document itself begins."""
    out: list[list[str]] = [[]]
    for block in document.blocks:
        if isinstance(block, PageBreak):
            out.append([])
        out[-1] += block_texts(block)
    return out


def logged(text: str, title: str, item_id: str = "other", status: Progress = Progress.OPEN) -> LogAction:
    action = Action(text, ("K Rowe",), Due(DueKind.DATE, date(2026, 10, 6), as_written="by 6/10"), status, "2.1")
    return LogAction(action, "b", "Norbury Board", "m", "M1", None, item_id, "2", title)


def test_the_note_pad_has_a_page_for_each_item_and_lines_to_its_end():
    items = (
        Item("Front door", "1", time(9, 45), 20, "J Amari", papers=(Paper("Report"), Paper("Plan", kind="annex"))),
        Item("Closure", "2", late=True, papers=(Paper("Lease"),)),
        Item("Contract", "3", part=2, exempt_paragraph="3"),
    )
    document = compose_note_pad(meeting(items=items, people=PEOPLE), PLAIN)
    first, second, third = pages(document)
    assert first[1:] == [
        "Note pad, Tuesday 1 September 2026, 9.30 am",
        "Expected: Ann Lee (Chair) and Cy Dean (for Bob Ray)",
        "In attendance: Di Orr",
        "Observers: Ed Fox",
        "Apologies: Bob Ray",
        "1. Front door",
        "9.45 am, 20 minutes, presented by J Amari",
        "Papers: Report; Plan (annex)",
    ]
    assert second == ["2. Closure", "10.05 am", "Paper: Lease", "Late item"]
    assert third == [
        "3. Contract",
        "Part 2: exempt under paragraph 3 of Schedule 12A to the Local Government Act 1972. Keep these notes apart.",
    ]
    assert [block.count for block in document.blocks if isinstance(block, WritingLines)] == [None] * 3


def test_the_note_pad_recalls_the_open_actions_of_an_item():
    actions = (
        logged("agree it", "FRONT DOOR "), logged("draw it", "x", "here"),
        logged("gone", "Front door", "x", Progress.DONE), logged("elsewhere", "Other"),
    )  # fmt: skip
    found = meeting(items=(Item("Front door", id="here"),))
    assert said(compose_note_pad(found, PLAIN, actions=actions))[2:] == [
        "Front door",
        "Actions still open",
        "• 2.1 agree it – K Rowe, 6 Oct 2026, by 6/10",
        "• 2.1 draw it – K Rowe, 6 Oct 2026, by 6/10",
    ]


def test_a_note_pad_keeps_to_the_planned_time_and_says_no_time_twice():
    found = meeting(items=(Item("Front door", "1", time(9, 45)),), start=time(9, 37), planned_start=time(9, 30))
    document = compose_note_pad(found, replace(PLAIN, item_times="before"))
    assert said(document)[1:] == ["Note pad, Tuesday 1 September 2026, 9.30 am", "1. 9.45 am Front door"]


def test_a_note_pad_without_items_still_has_lines():
    document = compose_note_pad(replace(meeting(), items=()), PLAIN)
    assert "There are no items yet." in said(document)
    assert isinstance(document.blocks[-1], WritingLines)


def test_the_decision_list_tells_decisions_and_votes_and_nothing_of_the_discussion():
    items = (
        Item("Welcome", "1", entries=(Paragraph("Talk"),)),
        Item("Budget", "2", entries=(
            Paragraph("Talk"), Decision(("That a", "That b"), "Resolved", "(a)"),
            Vote("That it be so", "carried", votes_for=4, votes_against=1), Action("do it"),
            Decision(("The report was noted.",), "Noted"))),
    )  # fmt: skip
    document = compose_decisions(meeting(items=items, people=PEOPLE), PLAIN)
    assert said(document)[1:] == [
        "Decision list, Tuesday 1 September 2026, 9.30 am",
        "Decisions under 1 of 2 items",
        "2. Budget",
        "Resolved:",
        "(a) That a",
        "(b) That b",
        "Vote: That it be so. For 4, against 1. Carried.",
        "Noted:",
        "The report was noted.",
    ]
    assert document.status == PLAIN.draft_words
    assert compose_decisions(meeting(status=MinutesStatus.SIGNED), PLAIN).status is None


def test_of_an_exempt_item_the_decision_list_tells_why_and_its_decision_or_what_stands_for_it():
    summary = Item("Contract", "8", part=2, exempt_paragraph="3", entries=(Paragraph("It was let."),))
    words = said(compose_decisions(meeting(items=(summary,)), PLAIN))
    assert words[2:] == [
        "Decisions under 1 of 1 item",
        "8. Contract",
        "Part 2: exempt under paragraph 3 of Schedule 12A to the Local Government Act 1972",
        "It was let.",
    ]


def test_a_meeting_without_decisions_says_so():
    assert said(compose_decisions(meeting(), PLAIN))[-1] == "No decision is recorded."


def test_the_extract_holds_the_minute_just_as_the_minutes_have_it():
    found = samples.board_meeting()
    for name in STYLES:
        style = house_style(name)
        whole = said(compose_minutes(found, replace(style, actions="list", fences=False)))
        style = replace(style, actions="list")
        item = found.item("item-4")
        extract = said(compose_extract(found, item, style))
        start = next(n for n, words in enumerate(extract) if "Front door" in words)
        end = next(n for n, words in enumerate(extract) if words.startswith("These minutes are a draft"))
        begin = whole.index(extract[start])
        assert extract[start:end] == whole[begin : begin + end - start]
        assert "That there be one shared definition from 1 October 2026;" in " ".join(extract[start:end])


def test_the_extract_says_who_was_there_and_of_what_it_is_a_true_extract():
    item = Item("Front door", "3", entries=(Paragraph("Talk"),))
    document = compose_extract(meeting(items=(item,), people=PEOPLE), item, PLAIN)
    assert said(document)[1:] == [
        "Extract from the minutes, Tuesday 1 September 2026, 9.30 am",
        "Present: Ann Lee (Chair) and Cy Dean (for Bob Ray)",
        "In attendance: Di Orr",
        "Apologies: Bob Ray",
        "3. Front door",
        "Talk",
        "These minutes are a draft until the meeting approves them.",
        (
            "Certified as a true extract from the minutes of the meeting of Norbury Board held on Tuesday 1 September "
            "2026, item 3"
        ),
        "Clerk",
        "Date",
    ]
    assert document.title == "Norbury Board – Extract from the minutes, item 3 – Tuesday 1 September 2026"
    assert document.status == PLAIN.draft_words


def test_an_extract_of_approved_minutes_without_a_number_day_or_signature_leaves_those_out():
    item = Item("Front door")
    found = meeting(items=(item,), status=MinutesStatus.APPROVED, date=None)
    document = compose_extract(found, item, replace(PLAIN, signature=False))
    assert said(document)[-1] == "Extract from the minutes of the meeting of Norbury Board."
    assert document.status is None
    assert not any(isinstance(block, Signature) for block in document.blocks)
    assert document.title == "Norbury Board – Extract from the minutes"


@random_documents
@given(strategies.meetings(recorded=True, references=True), st.sampled_from(STYLES).map(house_style))
def test_no_meeting_is_too_odd_for_the_papers_beside_the_minutes(found, style):
    pad = compose_note_pad(found, style, actions=samples.action_log(6))
    assert sum(isinstance(block, WritingLines) for block in pad.blocks) == max(len(found.items), 1)
    assert [words_of(b.runs) for b in pad.blocks if isinstance(b, Heading) and b.level == 2] == [
        item.title for item in found.items
    ]
    decided = " ".join(said(compose_decisions(found, style)))
    for _, entry in found.entries():
        if isinstance(entry, Decision):
            assert all(with_ends(plain_text(part)) in decided for part in entry.parts)
    for item in found.items:
        assert any(item.title in words for words in said(compose_extract(found, item, style)))


def with_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
