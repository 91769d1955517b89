"""Searching everything: what is found, in which order, with which words marked, and where it opens."""

from dataclasses import replace
from datetime import date

import pytest

from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Bullet, Decision, Paragraph, PrivateNote
from wibdesk.domain.people import Person
from wibdesk.domain.plans import Activity, Milestone, Plan, Workstream
from wibdesk.domain.search import SearchKind
from wibdesk.domain.search_typed import read_query
from wibdesk.services import agenda, transfer
from wibdesk.services.search import search
from wibdesk.store.search import RANKED

TODAY = date(2026, 9, 1)
LONG = "The Board heard at length how it had come about. " * 8


@pytest.fixture
def page(clerk):
    """What is found for words as typed."""

    def ask(typed, first=0, size=20, **more):
        query = read_query(typed, TODAY)
        return clerk.ask(search, replace(query, **more), first, size)

    return ask


@pytest.fixture
def board(clerk):
    """A body with two meetings and minutes about counting."""
    body = clerk.body("Norbury Board", members=[Person("", "K Rowe", role="Member", organisation="Police")])
    first, second = clerk.meeting(body, date(2026, 6, 30)), clerk.meeting(body, date(2026, 9, 1))
    clerk.write(
        first.items[0],
        Paragraph("**Re-referrals** were not counted on the *same basis* by each partner."),
        Decision(("One shared definition from 1 October.",)),
        Action(
            "agree the definition of a re-referral",
            ("K Rowe", "J Amari"),
            Due(DueKind.DATE, date(2026, 10, 6)),
            ref="CIB/26/014",
        ),
        PrivateNote("Ask Rowe about the zebra"),
    )
    clerk.write(second.items[0], Paragraph(f"{LONG}A re-referral is told. {LONG}"))
    return body, first, second


def marked(hit):
    return [hit.words[start:end] for start, end in hit.marked]


def kinds(found):
    return [hit.kind for hit in found.hits]


def test_a_hit_says_what_it_is_and_opens_at_its_place(page, board):
    _, first, _ = board
    (hit,) = page("re-referral definition").hits
    assert (hit.kind, hit.words, hit.ref) == (SearchKind.ACTION, "agree the definition of a re-referral", "CIB/26/014")
    assert marked(hit) == ["definition", "re-referral"]
    assert (hit.people, hit.due, hit.status) == ("K Rowe, J Amari", "Tue 6 Oct 2026", "Open")
    assert (hit.meeting_id, hit.item_id, hit.day) == (first.id, first.items[0].id, date(2026, 6, 30))
    assert hit.entry_id == hit.record_id
    assert (hit.body_name, hit.meeting_ref, hit.item_title) == (
        "Norbury Board",
        first.details.ref,
        first.items[0].title,
    )


def test_marks_stand_in_the_plain_words_of_marked_up_text(page, board):
    minute = next(hit for hit in page("basis counted referral").hits if hit.kind is SearchKind.MINUTE)
    assert minute.words == "Re-referrals were not counted on the same basis by each partner."
    assert marked(minute) == ["referrals", "counted", "basis"]


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("rereferral", 3),
        ("re-refer", 3),
        ("referra", 3),
        ('"shared definition"', 1),
        ('"definition shared"', 0),
        ("cib/26/014", 1),
        ("CIB/26/01", 1),
        ("owner:row", 1),
        ("owner:nobody", 0),
        ("due:oct", 1),
        ("due:2026-10 agree", 1),
        ("due:2026", 1),
        ("due:nov", 0),
        ("definition -shared", 1),
        ("definition kind:decision", 1),
        ("definition body:norbury", 2),
        ("definition body:nowhere", 0),
        ("re-referral since:2026-09", 1),
        ("re-referral until:2026-06", 2),
        ("re-referral in:2025", 0),
        ("", 0),
        ('"', 0),
        ("kind:action", 0),
    ],
)
def test_what_is_typed_finds_what_is_meant(page, board, typed, number):
    assert page(typed).count == number


def test_what_was_decided_and_is_to_be_done_comes_before_what_was_said(page, board):
    found = kinds(page("re-referral"))
    assert found[0] is SearchKind.ACTION
    assert set(found[1:]) == {SearchKind.MINUTE}


def test_a_title_comes_first_and_of_equals_the_newest(clerk, page, board):
    body, *_ = board
    days = [date(2026, month, 1) for month in (3, 5, 4)]
    for day in days:
        clerk.write(clerk.meeting(body, day).items[0], Paragraph("A walrus came."))
    clerk.item(clerk.meeting(body, date(2026, 2, 1)), "Walrus")
    found = page("walrus").hits
    assert found[0].kind is SearchKind.ITEM
    assert [hit.day for hit in found[1:]] == sorted(days, reverse=True)


def test_pages_follow_one_another(page, board):
    whole = page("referral").hits
    assert [hit for n in range(3) for hit in page("referral", n, 1).hits] == list(whole)
    assert page("referral", 7).hits == ()
    assert page("referral", 7).count == 3


def test_where_nothing_has_every_word_what_has_some_is_found(page, board):
    found = page("definition walrus")
    assert (found.count, found.partly) == (2, True)
    assert page("unicorn walrus").partly is False


def test_of_very_many_the_newest_come_first(clerk, page, board):
    _, first, second = board
    clerk.write(first.items[1], *(Bullet(f"A walrus, number {n}") for n in range(RANKED)))
    clerk.write(second.items[1], Paragraph("A walrus of today"))
    found = page("walrus")
    assert (found.count, found.more) == (RANKED, True)
    assert [hit.words for hit in found.hits[:2]] == ["A walrus of today", f"A walrus, number {RANKED - 1}"]


def test_a_long_text_is_shown_round_what_was_looked_for(page, board):
    long = next(hit for hit in page("re-referral").hits if hit.day == date(2026, 9, 1))
    assert long.words.startswith("… ")
    assert long.words.endswith(" …")
    assert len(long.words) < 300
    assert marked(long) == ["re-referral"]


def test_private_notes_are_found_and_marked_by_their_kind(page, board):
    (hit,) = page("zebra").hits
    assert (hit.kind, hit.words) == (SearchKind.NOTE, "Ask Rowe about the zebra")


def test_people_meetings_items_papers_and_plans_are_found(clerk, page, board):
    body, first, _ = board
    clerk.do(agenda.change_item, replace(first.items[1], title="The walrus report"))
    milestone = Milestone("Walrus counted", Due(DueKind.MONTH, month=date(2026, 12, 1)))
    activity = Activity("Count the walrus", leads=(), milestones=(milestone,))
    clerk.do(
        transfer.put_plan,
        Plan(body.id, body.name, "Walrus plan", workstreams=(Workstream("Sea", activities=(activity,)),)),
    )
    found = page("walrus")
    assert set(kinds(found)) == {SearchKind.ITEM, SearchKind.PLAN}
    assert {hit.words for hit in found.hits if hit.kind is SearchKind.PLAN} == {
        "Walrus counted", "Count the walrus", "Walrus plan",
    }  # fmt: skip
    assert {hit.plan_title for hit in found.hits if hit.plan_id} == {"Walrus plan"}
    assert page("due:dec").hits[0].due == "December 2026"
    (person,) = [hit for hit in page("police").hits if hit.kind is SearchKind.PERSON]
    assert (person.words, person.body_id) == ("K Rowe · Member · Police", body.id)
    assert person.person_id
    (meeting, *_) = [hit for hit in page("norbury").hits if hit.kind is SearchKind.MEETING]
    assert meeting.words == "Norbury Board"


def test_bodies_are_chosen_by_their_ids_and_by_what_was_typed(clerk, page, board):
    body, *_ = board
    other = clerk.meeting(clerk.body("Schools Forum"))
    clerk.write(other.items[0], Paragraph("A definition"))
    assert page("definition", body_ids=frozenset({other.body.id})).count == 1
    assert page("definition body:norbury", body_ids=frozenset({other.body.id})).count == 0
    assert page("definition body:schools body:forum", body_ids=frozenset({other.body.id, body.id})).count == 1
