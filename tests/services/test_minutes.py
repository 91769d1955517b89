"""The live save: exactly what is on the sheet is in the register, references are given once."""

from dataclasses import replace
from datetime import date

import pytest

from wibdesk.changes import ACTIONS, ENTRIES
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import (
    KINDS,
    Action,
    Amendment,
    Bullet,
    Decision,
    Declaration,
    Numbered,
    Paragraph,
    PrivateNote,
    Subheading,
    Table,
    Vote,
)
from wibdesk.errors import UserError
from wibdesk.services import actions, agenda, meetings, minutes

ONE_OF_EACH = (
    Paragraph("The **chair** opened.", label=""),
    Subheading("Finance", "2.1", "B Ray"),
    Bullet("Point", 3),
    Numbered("First", 2, "(a)", 0),
    Table(((), ("a", ""), ("", "b", "c")), ("Payee", "Amount"), ""),
    Table((), (), None),
    Decision(("That it be so.", ""), "Resolved", "(1)"),
    Action(
        "Report",
        ("Ann Lee", "Board Members", "Ann Lee"),
        Due(DueKind.DATE, date(2028, 2, 29), as_written="29/2"),
        ref="9.9",
    ),
    Declaration("B Morgan", "8", "personal", "", True, False, None),
    Amendment(date(2026, 7, 7), "page 5", "now", "", None, "said"),
    Vote(
        "That", "carried", None, "", 0, None, 1, "for", (("for", ("A", "B")), ("absent", ()), ("against", ("C",))), ""
    ),
    PrivateNote("CANARY \x00 \u202e مجلس 🗳️"),
)


@pytest.fixture
def item(clerk):
    return clerk.item(clerk.meeting())


def stored(clerk, item):
    return clerk.ask(lambda uow: uow.agenda.item(item.id)).entries


def test_every_kind_of_entry_comes_back_as_it_was_also_after_a_restart(clerk, item):
    assert {e.kind for e in ONE_OF_EACH} == set(KINDS)
    assert clerk.write(item, *ONE_OF_EACH) == ONE_OF_EACH
    clerk.restart()
    assert stored(clerk, item) == ONE_OF_EACH


def test_entries_can_change_places_text_and_kind_at_once(clerk, item):
    clerk.write(item, *ONE_OF_EACH)
    turned = tuple(reversed(ONE_OF_EACH))
    changed = (replace(turned[0], text="Other"), *turned[2:5], Paragraph("New"))
    became = Action("Once a decision", ("Bo",), id=turned[5].id)
    saved = clerk.write(item, *changed, became)
    assert stored(clerk, item) == saved
    back = Decision(("Again", "a decision"), id=became.id)
    clerk.write(item, back)
    assert stored(clerk, item) == (back,)
    clerk.write(item)
    assert stored(clerk, item) == ()


def test_an_entry_moves_to_another_item_whichever_is_saved_first(clerk, item):
    meeting = clerk.ask(lambda uow: uow.agenda.meeting_of(item.id))
    other = clerk.do(agenda.add_item, meeting, replace(item, id="other")).id
    moving, staying = clerk.write(item, Action("Moves"), Paragraph("Stays"))
    clerk.do(minutes.save_entries, other, (moving,))
    clerk.write(item, staying)
    items = clerk.ask(meetings.meeting, meeting).items
    assert [i.entries for i in items[-2:]] == [(staying,), (moving,)]


def test_nothing_changed_says_so(clerk, item):
    clerk.write(item, Paragraph("One"), action := Action("Two"))
    assert clerk.changes.touches(ACTIONS)
    entries = stored(clerk, item)
    clerk.write(item, *entries)
    assert not clerk.changes.kinds
    clerk.write(item, replace(entries[0], text="Uno"), entries[1])
    assert clerk.changes.touches(ENTRIES)
    assert not clerk.changes.touches(ACTIONS)
    clerk.write(item, entries[0])
    assert clerk.changes.touches(ACTIONS)
    assert entries[1].id == action.id


def test_references_are_given_in_order_and_never_twice(clerk, item):
    first, second = clerk.write(item, Action("One"), Action("Two"))
    assert (first.ref, second.ref) == ("7.1", "7.2")
    clerk.write(item, second)
    third = clerk.write(item, second, Action("Three"))[1]
    assert third.ref == "7.3"


def test_an_action_that_comes_back_keeps_its_reference_and_its_history(clerk, item):
    saved = clerk.write(item, Action("One"))[0]
    clerk.do(actions.set_progress, saved.id, saved.status, "Asked", at=clerk.desk.now())
    clerk.write(item)
    assert clerk.ask(actions.log) == ()
    back = clerk.write(item, replace(saved, ref=None))[0]
    assert back.ref == saved.ref
    assert [u.note for u in clerk.ask(actions.log)[0].updates] == ["Asked"]


def test_items_without_numbers_count_by_their_place(clerk):
    meeting = clerk.meeting()
    last = meeting.items[-1]
    for each in meeting.items:
        clerk.do(agenda.change_item, replace(each, number=None))
    assert clerk.write(last, Action("Do"))[0].ref == "6.1"


def test_an_items_own_number_begins_the_reference(clerk):
    item = clerk.item(clerk.meeting(), number="66/E")
    assert clerk.write(item, Action("Do"))[0].ref == "66/E.1"


def test_saving_into_an_item_that_is_gone_is_told(clerk):
    with pytest.raises(UserError, match="no longer on the agenda"):
        clerk.do(minutes.save_entries, "gone", (Paragraph("Words"),))


def test_text_that_no_file_can_hold_is_refused_and_what_was_there_stays(clerk, item):
    good = clerk.write(item, Paragraph("Good"))
    with pytest.raises(UserError, match="cannot be stored"):
        clerk.write(item, Paragraph("\ud800"))
    with pytest.raises(UserError, match="cannot be stored"):
        clerk.write(item, Numbered("x", start=2**64))
    assert stored(clerk, item) == good


def test_words_are_found_wherever_they_stand(clerk, item):
    meeting_id = clerk.ask(lambda uow: uow.agenda.meeting_of(item.id))
    clerk.write(
        item,
        Paragraph("Long before " * 9 + "the **front** door was " + "long after " * 9),
        Table((("a", "FRONT  door"), ("b", "c")), ("Front Door", "x")),
        Action("Shut it", ("Front Door Team",), Due(as_written="when the front door opens")),
        Vote("Motion", names=(("for", ("Mr Front Door",)),)),
        Paragraph("Straße: FRONT DOOR"),
        Paragraph("nothing"),
    )
    found = clerk.ask(minutes.find_in_meeting, meeting_id, "front  DOOR")
    entries = stored(clerk, item)
    assert [f.entry_id for f in found] == [None, entries[0].id] + [entries[n].id for n in (1, 2, 2, 3, 4)]
    assert "the front door was" in found[1].excerpt
    assert len(found[1].excerpt) < 100
    assert clerk.ask(minutes.find_in_meeting, meeting_id, "  ") == ()
    assert clerk.ask(minutes.find_in_meeting, meeting_id, "level") == ()
