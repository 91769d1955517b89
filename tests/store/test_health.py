"""What the check tells of lists, counters and indexes, and what the repair makes anew of it."""

from contextlib import closing

import pytest
from sqlcipher3 import dbapi2

from tests.registers import Clerk
from tests.store.older import rows_of
from wibdesk.domain.entries import Paragraph, Vote
from wibdesk.domain.people import Person
from wibdesk.errors import UserError
from wibdesk.safety.backups import Backups
from wibdesk.safety.repairing import Repaired, repair
from wibdesk.services import approval, checking

PAGE = 4096


@pytest.fixture
def register(tmp_path):
    """A register with a vote, a roster and two meetings; closed."""
    clerk = Clerk(tmp_path / "register.wibdesk")
    body = clerk.body(members=[Person("", "Ann"), Person("", "Bo")])
    meeting = clerk.meeting(body)
    clerk.meeting(body, None)
    vote = Vote("That it be painted", names=(("for", ("Ann", "Bo")), ("against", ("Cy",))))
    clerk.write(meeting.items[0], Paragraph("One"), vote, Paragraph("Two"), Paragraph("Three"))
    clerk.desk.close()
    return clerk.register


def by_hand(path, *statements):
    with closing(dbapi2.connect(str(path), isolation_level=None)) as hand:
        for statement in statements:
            hand.execute(statement)


def order(path):
    with closing(dbapi2.connect(str(path))) as look:
        return look.execute("SELECT id, position FROM entry ORDER BY position, id").fetchall()


def checked(path):
    clerk = Clerk(path)
    try:
        return clerk.ask(checking.check)
    finally:
        clerk.desk.close()


def repaired(path):
    clerk = Clerk(path)
    backups = Backups(clerk.desk)
    try:
        return repair(clerk.desk, backups)
    finally:
        backups.close()
        clerk.desk.close()


def test_a_sound_register_needs_no_repair(register):
    before = rows_of(register)
    assert repaired(register) == Repaired((), ())
    assert rows_of(register) == before


@pytest.mark.parametrize(
    ("statement", "table"),
    [
        ("UPDATE entry SET position = position + 1", "entry"),
        ("UPDATE entry SET position = 1 WHERE position = 2", "entry"),
        ("DELETE FROM entry WHERE kind = 'vote'", "entry"),
        ("UPDATE item SET position = position * 10", "item"),
        ("DELETE FROM vote_name WHERE name = 'Ann'", "vote_name"),
        ("DELETE FROM standing_item WHERE position = 1", "standing_item"),
    ],
)
def test_a_list_with_a_hole_or_two_rows_in_one_place_is_found_and_closed(register, statement, table):
    by_hand(register, "PRAGMA foreign_keys = ON", statement)
    before = order(register)
    (finding,) = checked(register)
    assert finding.kind == "list"
    assert finding.words == f"A list of “{table}” has holes, or two rows in one place."
    outcome = repaired(register)
    (done,) = outcome.done
    assert done.endswith(f"rows of “{table}” were numbered anew, in the order in which they stood.")
    assert outcome.findings == ()
    assert rows_of(outcome.kept)["entry"] != rows_of(register)["entry"] or table != "entry"
    assert [ident for ident, _ in order(register)] == [ident for ident, _ in before]


def test_a_roster_with_a_hole_is_as_it_should_be(register):
    by_hand(register, "DELETE FROM person WHERE name = 'Ann'", "UPDATE attendee SET person_id = NULL, position = 7")
    assert checked(register) == ()


def test_a_counter_below_what_is_in_use_is_found_and_raised(register):
    by_hand(register, "UPDATE register SET last_meeting = 1")
    (finding,) = checked(register)
    assert (finding.kind, finding.words) == (
        "counter",
        "The reference of the next meeting would be one in use: they go up to 2.",
    )
    outcome = repaired(register)
    assert (outcome.done, outcome.findings) == (
        ("The counter of meetings was set to 2, the highest reference in use.",),
        (),
    )


def test_an_index_that_does_not_go_with_its_table_is_built_anew(register):
    by_hand(
        register,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, '(item_id)', '(plan_section_id)') WHERE name = 'ix_entry_item_id'",
    )
    assert {finding.kind for finding in checked(register)} == {"index"}
    outcome = repaired(register)
    assert (outcome.done, outcome.findings) == (("The indexes of the tables were built anew.",), ())
    assert ".aside-" in outcome.kept.name


def test_a_register_with_a_damaged_page_is_not_touched_by_the_repair(register):
    with closing(dbapi2.connect(str(register))) as look:
        (page,) = look.execute("SELECT rootpage FROM sqlite_master WHERE name = 'presence'").fetchone()
    by_hand(register, "UPDATE register SET last_meeting = 0")
    with register.open("rb+") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    outcome = repaired(register)
    assert (outcome.done, outcome.kept) == ((), None)
    assert "integrity" in {finding.kind for finding in outcome.findings}
    with closing(dbapi2.connect(str(register))) as look:
        assert look.execute("SELECT last_meeting FROM register").fetchone() == (0,)


@pytest.mark.parametrize("filling", [b"\xff" * PAGE, b"\0" * PAGE], ids=["ones", "zeros"])
def test_the_repair_of_damaged_pages_is_refused_rather_than_tried_for_ever(register, filling):
    with closing(dbapi2.connect(str(register))) as look:
        (page,) = look.execute("SELECT rootpage FROM sqlite_master WHERE name = 'presence'").fetchone()
    with register.open("rb+") as file:
        file.seek((page - 1) * PAGE)
        file.write(filling)
    clerk = Clerk(register)
    with pytest.raises(UserError, match="cannot be repaired in place"):
        clerk.do(checking.repair)
    assert clerk.desk.status.trouble is None
    clerk.desk.close()


def test_a_damaged_index_for_searching_is_built_anew_and_nothing_is_lost(register):
    by_hand(
        register,
        *("DELETE FROM searched WHERE source = 'vote'", "UPDATE search_data SET block = x'00' WHERE id > 10"),
    )
    assert {finding.kind for finding in checked(register)} == {"index"}
    outcome = repaired(register)
    assert outcome.done == ("The index for searching was built anew.",)
    assert outcome.findings == ()
    assert checked(register) == ()


def test_an_index_for_searching_that_cannot_even_be_opened_is_built_anew(register):
    by_hand(register, "DELETE FROM search_config")
    assert {finding.kind for finding in checked(register)} == {"index"}
    outcome = repaired(register)
    assert (outcome.done, outcome.findings) == (("The index for searching was built anew.",), ())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE searched SET words = 'Another' WHERE words = 'Two'",
        "DELETE FROM searched WHERE words = 'Two'",
        "INSERT INTO search (search) VALUES ('delete-all')",
        "DROP TABLE searched",
        "DROP TABLE search",
    ],
)
def test_an_index_for_searching_that_is_not_as_the_register_says_is_found_and_built_anew(register, statement):
    by_hand(register, statement)
    (finding,) = checked(register)
    assert finding.kind == "index"
    assert finding.words.startswith("The index for searching is not as the register says, in ")
    assert repaired(register).findings == ()


def test_approved_minutes_that_were_changed_behind_the_desk_are_found(register):
    clerk = Clerk(register)
    (meeting,) = [m for m in clerk.ask(agenda_meetings) if m.ref == "M1"]
    clerk.do(approval.approve, meeting.id)
    clerk.desk.close()
    assert checked(register) == ()
    by_hand(register, "UPDATE paragraph SET text = 'Four' WHERE text = 'Two'")
    (finding,) = checked(register)
    assert (finding.kind, finding.words) == ("seal", "The minutes of M1 are no longer those that were approved.")


def agenda_meetings(uow):
    """Every meeting's details."""
    return [summary.details for summary in uow.meetings.summaries()]


def test_an_entry_that_lost_its_words_breaks_the_seal_too(register):
    clerk = Clerk(register)
    (meeting,) = [m for m in clerk.ask(agenda_meetings) if m.ref == "M1"]
    clerk.do(approval.approve, meeting.id)
    clerk.desk.close()
    by_hand(register, "DELETE FROM paragraph WHERE text = 'Two'")
    assert [finding.kind for finding in checked(register)] == ["orphan", "seal"]
