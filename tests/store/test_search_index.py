"""The index for searching says what the register says, whatever was done to the register and by whom."""

from contextlib import closing, suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2

from tests.registers import Clerk
from tests.store.older import make_older
from wibdesk.domain.agenda import Item
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import (
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
from wibdesk.domain.ids import new_id
from wibdesk.domain.search_typed import read_query
from wibdesk.errors import UserError
from wibdesk.services import agenda, approval, bodies, checking, meetings, minutes, wiping
from wibdesk.services import bin as the_bin
from wibdesk.services.search import search

TODAY = date(2026, 9, 1)
DUE = Due(DueKind.DATE, date(2026, 10, 6))
KINDS = (
    Paragraph("The **partners** did not count alike."),
    Subheading("Front door", presenter="J Amari"),
    Bullet("One duty post"),
    Numbered("Another duty post"),
    Table((("North", "4"), ("South", "7")), ("Ward", "Posts"), "Posts by ward"),
    Decision(("That one definition be used.", "That it be told to all.")),
    Action("agree the definition", ("K Rowe", "J Amari"), DUE, ref="3.1"),
    Declaration("P Hart", interest="Governor of a school"),
    Amendment(place="Page 2", now="seven", was="five", requested_by="K Rowe"),
    Vote("That it be painted", mover="Ann Lee", names=(("for", ("Bo Ray", "Cy Day")),)),
    PrivateNote("ring before circulating"),
)


@pytest.fixture
def clerk(tmp_path):
    made = Clerk(tmp_path / "register.wibdesk")
    yield made
    made.desk.close()


def found(clerk, typed):
    return [hit.words for hit in clerk.ask(search, read_query(typed, TODAY)).hits]


def test_every_kind_of_entry_is_found_changed_and_gone(clerk):
    first = clerk.meeting().items[0]
    kept = clerk.write(first, *KINDS)
    assert clerk.ask(checking.check) == ()
    assert [len(found(clerk, typed)) for typed in ("duty ", "north ", "rowe ", "painted ", "governor ", "ring ")] == [
        *(2, 1, 2, 1, 1, 1)
    ]
    changed = tuple(
        replace(entry, text="zebra") if "text" in entry.__dataclass_fields__ else entry for entry in reversed(kept)
    )
    clerk.write(first, *changed, Decision(("zebra",)))
    assert clerk.ask(checking.check) == ()
    assert len(found(clerk, "zebra ")) == 7
    clerk.write(first)
    assert clerk.ask(checking.check) == ()
    assert found(clerk, "zebra ") == []


@pytest.mark.no_cover
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.integers(0, 11), min_size=4, max_size=14), st.randoms(use_true_random=False))
def test_the_index_goes_with_the_register_whatever_is_done(tmp_path_factory, steps, chance):
    clerk = Clerk(tmp_path_factory.mktemp("any") / "register.wibdesk")
    clerk.meeting(clerk.body(members=()))
    for step in steps:
        with suppress(UserError):  # what cannot be done just now changes nothing
            work(clerk, step, chance)
        assert clerk.ask(checking.check) == ()
    clerk.desk.close()


def work(clerk, step, chance):
    """Do one thing of those that a clerk does, wherever it comes to."""
    held = clerk.ask(meetings.meetings)
    one = clerk.ask(meetings.meeting, chance.choice(held).details.id) if held else clerk.meeting()
    item = chance.choice(one.items) if one.items else clerk.item(one)
    some = tuple(replace(entry, id=new_id()) for entry in chance.sample(KINDS, 4))
    day = date(2026, chance.randint(1, 12), 1)
    match step:
        case 0 | 1 | 2:
            clerk.do(minutes.save_entries, item.id, (*some, *item.entries[:3]), undo="Typed")
        case 3:
            clerk.undo()
        case 4:
            clerk.redo()
        case 5:
            clerk.do(agenda.remove_item, item.id, undo=chance.choice((None, "Removed")))
        case 6:
            for thing in clerk.ask(the_bin.binned)[:1]:
                clerk.do(the_bin.put_back, thing.id, undo="Back")
        case 7:
            other = replace(one.details, date=chance.choice((None, day)))
            clerk.do(meetings.change_details, other, undo="Another day")
        case 8:
            clerk.do(meetings.remove_meeting, one.id, undo=chance.choice((None, "Removed")))
        case 9:
            clerk.do(bodies.change_body, replace(one.body, name=f"Board {chance.random()}"), undo="Renamed")
        case 10:
            clerk.meeting(one.body, chance.choice((None, day)))
        case _:
            clerk.do(agenda.add_item, one.id, Item("Zebra"), undo="Added")


def test_another_day_or_body_of_a_meeting_is_that_of_all_that_belongs_to_it(clerk):
    first = clerk.meeting(day=date(2026, 3, 1))
    clerk.write(first.items[0], Paragraph("One zebra"))
    second = clerk.meeting(first.body, date(2026, 4, 1))
    clerk.write(second.items[0], Paragraph("Two zebra"))
    assert found(clerk, "since:2026-04 zebra") == ["Two zebra"]
    clerk.do(meetings.change_details, replace(first.details, date=date(2026, 4, 1)), undo="Moved")
    assert found(clerk, "since:2026-04 zebra") == ["One zebra", "Two zebra"]
    clerk.undo()
    assert found(clerk, "since:2026-04 zebra") == ["Two zebra"]
    clerk.do(meetings.change_details, replace(second.details, date=None))
    assert found(clerk, "since:2026-04 zebra") == []
    assert found(clerk, "until:2026 zebra") == ["One zebra"]
    assert len(found(clerk, "zebra")) == 2
    assert clerk.ask(checking.check) == ()


def test_what_is_wiped_is_in_the_index_as_little_as_elsewhere(clerk):
    one = clerk.meeting()
    clerk.write(one.items[0], Paragraph("Kept."), PrivateNote("canaryword that nobody shall read"))
    assert found(clerk, "canaryword") == ["canaryword that nobody shall read"]
    clerk.do(approval.approve, one.id)
    clerk.do(wiping.wipe_private_notes, one.id)
    clerk.desk.compact().result()
    assert found(clerk, "canaryword") == []
    files = [path for path in clerk.register.parent.rglob("*") if path.is_file()]
    # The stem of the word is what the index keeps.
    assert [path.name for path in files if b"canaryword" in path.read_bytes()] == []


def test_the_index_of_an_earlier_register_is_empty_at_first_and_then_filled(tmp_path):
    make_older(tmp_path / "older.wibdesk", "0005")
    clerk = Clerk(tmp_path / "older.wibdesk")
    assert found(clerk, "map ") == []
    assert clerk.ask(checking.check) == ()
    while clerk.desk.fill_search().result(60) < 1:
        pass
    assert found(clerk, "map ")
    assert clerk.ask(checking.check) == ()
    clerk.desk.close()


def test_another_program_keeps_the_index_true_as_well(clerk):
    one = clerk.meeting()
    clerk.write(one.items[0], Paragraph("Red"), Decision(("Amber", "Green")))
    path = clerk.register
    clerk.desk.close()
    with closing(dbapi2.connect(str(path), isolation_level=None)) as other:
        other.execute("PRAGMA foreign_keys = ON")
        other.execute("UPDATE paragraph SET text = 'Blue' WHERE text = 'Red'")
        other.execute("DELETE FROM decision_part WHERE text = 'Amber'")
        other.execute("UPDATE decision_part SET position = 0")
    clerk.restart()
    assert (found(clerk, "blue"), found(clerk, "amber"), found(clerk, "green")) == (["Blue"], [], ["Green"])
    assert clerk.ask(checking.check) == ()


def test_no_beginning_of_a_wiped_word_is_left_in_the_directory_of_the_index(clerk):
    one = clerk.meeting()
    wiped = [f"{letter}zq{number}secret" for letter in "abcdefghijklmn" for number in range(200)]
    kept = [f"{letter}y{number}open" for letter in "abcdefghijklmn" for number in range(200)]
    clerk.write(one.items[0], Paragraph(" ".join(kept)), PrivateNote(" ".join(wiped)))
    clerk.do(approval.approve, one.id)
    clerk.do(wiping.wipe_private_notes, one.id)
    clerk.desk.compact().result()
    clerk.desk.close()
    with closing(dbapi2.connect(str(clerk.register))) as look:
        listed = [bytes(term) for (term,) in look.execute("SELECT CAST(term AS BLOB) FROM search_idx")]
    assert len(listed) > 3
    assert [term for term in listed if b"zq" in term] == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE search_data SET block = x'00ff' WHERE id > 10",
        "UPDATE search_data SET block = x'00' WHERE id = 10",
        "DELETE FROM search_config",
        "DROP TABLE search",
        "DROP TABLE searched",
    ],
)
def test_a_damaged_index_keeps_no_word_from_being_saved(clerk, statement):
    one = clerk.meeting()
    clerk.write(one.items[0], Paragraph("Before"))
    path = clerk.register
    clerk.desk.close()
    with closing(dbapi2.connect(str(path), isolation_level=None)) as other:
        other.execute(statement)
    clerk.restart()
    clerk.write(one.items[1], Paragraph("After"))
    assert (found(clerk, "before"), found(clerk, "after")) == (["Before"], ["After"])
    assert clerk.ask(checking.check) == ()
