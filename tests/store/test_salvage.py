"""What a damaged register still holds comes back, in a new one that is sound."""

import random
import shutil
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.registers import NOW, WAIT, Clerk, clock
from tests.spread import LONG, spread
from tests.store.older import as_wide_as, make_older, rows_of
from wibdesk import demo
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Decision, Paragraph, PrivateNote, Table
from wibdesk.domain.people import Person
from wibdesk.domain.terms import Term, TermKind
from wibdesk.errors import LockedError, StoreError, UserError
from wibdesk.safety.locked_registers import lock_up
from wibdesk.safety.restoring import salvage
from wibdesk.services import actions, adjournments, approval, bodies, checking, history, meetings, plans, terms
from wibdesk.store.columns import metadata
from wibdesk.store.connection import connect, let_go
from wibdesk.store.copies.contents import key_for
from wibdesk.store.lock import InUseError
from wibdesk.store.salvage.page_trees import leaf, tree
from wibdesk.store.salvage.pages import pages_of
from wibdesk.store.salvage.rehousing import HOME, LOST_WORDS, MADE_ANEW, PACKED
from wibdesk.store.salvage.shapes import holds_file

ROOT = Path(__file__).parents[2]
PAGE = 4096
PASSPHRASE = "correct horse battery staple"
MOVES = {"position", "rev", "status", "kind", "person_id"}
"""Columns that a salvage may change: lists close their ranks, approved minutes are reopened, an entry whose words are
lost becomes a paragraph that says so, and a link to somebody who is lost is forgotten."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """The demo register, with a long report in it."""
    path = tmp_path_factory.mktemp("sound") / "register.wibdesk"
    demo.build(path, today=date(2026, 11, 22))
    clerk = Clerk(path)
    item = clerk.ask(meetings.find, "M4").items[0]
    clerk.write(item, *item.entries, Paragraph("A long report. " * 2000))
    add_what_helps(clerk)
    clerk.desk.close()
    return path


def add_what_helps(clerk):
    """Put in terms, an adjournment and a deadline of before."""
    (body, *_), held = clerk.ask(bodies.bodies), clerk.ask(meetings.find, "M1")
    clerk.do(terms.keep_term, Term(TermKind.ABBREVIATION, "CLA", "Children Looked After"))
    clerk.do(terms.keep_term, Term(TermKind.WORD, "Norbury", body_id=body.id))
    new = clerk.meeting(body, date(2026, 12, 1))
    clerk.do(meetings.start_meeting, new.id, clock(14))
    clerk.do(adjournments.adjourn, new.id, clock(15), new.items[0].id)
    (row, *_) = clerk.ask(actions.log, body_id=held.body.id, open_only=True)
    clerk.do(actions.carry, row.action.id, Due(DueKind.DATE, date(2027, 1, 5)), at=NOW, meeting_id=new.id)


@pytest.fixture
def damaged(sound, tmp_path):
    return Path(shutil.copyfile(sound, tmp_path / "damaged.wibdesk"))


@pytest.fixture
def new(tmp_path):
    return tmp_path / "new.wibdesk"


def write_over(path, numbers, content=b"\0" * PAGE):
    data = bytearray(path.read_bytes())
    for number in numbers:
        data[(number - 1) * PAGE : number * PAGE] = content
    path.write_bytes(data)


def roots_of(path):
    with closing(dbapi2.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as look:
        return {"sqlite_master": 1, **dict(look.execute("SELECT name, rootpage FROM sqlite_master"))}


def root_of(path, name):
    return roots_of(path)[name]


def pages_under(path, *names):
    roots = roots_of(path)
    with pages_of(path) as pages:
        return [page for name in names for page in tree(pages, roots[name])]


def named_rows(path):
    """Every row of a register by table and number, without what a salvage may change."""
    held = {}
    with closing(dbapi2.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as look:
        for name, table in metadata.tables.items():
            kept = [column.name for column in table.columns if column.name not in MOVES]
            asked = ", ".join(f'"{column}"' for column in kept)
            held[name] = {row[0]: row[1:] for row in look.execute(f'SELECT rowid, {asked} FROM "{name}"')}
    return held


def rows_on(path, numbers):
    """The table and number of each row that a page holds, or a part of it."""
    gone, roots = set(), roots_of(path)
    with pages_of(path) as pages:
        for name in metadata.tables:
            for number in set(tree(pages, roots[name])) & set(numbers):
                found = leaf(pages, number)
                gone |= {(name, row.number) for row in found.rows} if found is not None else set()
    return gone


def opened_sound(path, **more):
    """Open a salvaged register as a clerk would, make sure that all of it can be read, and return the clerk."""
    clerk = Clerk(path, **more)
    assert clerk.ask(checking.check) == ()
    for one in clerk.ask(meetings.meetings):
        whole = clerk.ask(meetings.meeting, one.id)
        for item in whole.items:
            clerk.ask(history.versions, item.id)
    clerk.ask(plans.plans)
    return clerk


def saved(damaged, new, **more):
    """Salvage, and return what came of it; the damaged register stays as it is."""
    before = damaged.read_bytes()
    outcome = salvage(damaged, new, **more)
    assert damaged.read_bytes() == before
    assert [path.name for path in new.parent.iterdir() if path.name.startswith(".")] == []
    return outcome


def check_rows(sound, new, numbers):
    """Make sure that every row of the sound register is in the new one, save those on damaged pages."""
    gone, back = rows_on(sound, numbers), named_rows(new)
    for name, rows in named_rows(sound).items():
        if name not in ("register", "seal", "version"):
            here = {values for number, values in rows.items() if (name, number) not in gone}
            assert here <= set(back[name].values()), name


def test_all_of_a_sound_register_comes_back_as_it_was(sound, damaged, new):
    outcome = saved(damaged, new)
    assert outcome.lost == 0
    assert len(outcome.words) == 1
    before, after = rows_of(sound), rows_of(new)
    assert after == before
    assert outcome.kept == sum(map(len, before.values()))
    opened_sound(new).desk.close()


def test_whatever_a_row_cannot_do_without_is_made_anew():
    parents = {
        link.column.table.name for t in metadata.tables.values() for link in t.foreign_keys if not link.parent.nullable
    }
    assert parents - {"mail_message", "mail_file"} <= set(MADE_ANEW)  # what belongs to these goes with them
    files = {table.name for table in metadata.tables.values() if any(holds_file(column) for column in table.columns)}
    assert files - {"body_file", "mail_file", "plan_snapshot"} <= set(PACKED)


def test_what_came_back_is_counted_for_the_clerk(damaged, new):
    (words,) = saved(damaged, new).words
    assert words.startswith("Found: 2 bodies, 7 meetings, 60 agenda items, 175 entries, 26 people, ")


@pytest.mark.no_cover
@pytest.mark.parametrize("filling", [b"\0" * PAGE, b"\xff" * PAGE], ids=["zeros", "ones"])
def test_every_row_outside_the_damaged_page_comes_back(sound, tmp_path, filling):
    count = sound.stat().st_size // PAGE
    overflow = overflow_pages(sound)
    numbers = [n for n in range(1, count + 1) if n not in overflow]
    for number in spread(numbers, 3):
        damaged, new = tmp_path / f"damaged-{number}", tmp_path / f"new-{number}"
        shutil.copyfile(sound, damaged)
        write_over(damaged, [number], filling)
        saved(damaged, new)
        check_rows(sound, new, {number})
        opened_sound(new).desk.close()


def overflow_pages(path):
    """The pages over which long rows flow: those that are of no table and no index."""
    return set(range(1, path.stat().st_size // PAGE + 1)) - set(pages_under(path, *roots_of(path)))


@pytest.mark.parametrize("misspelt", [b"standing_iteo", b"standing_ite\xb3"])
def test_a_table_whose_name_is_misspelt_in_the_schema_loses_no_row(sound, damaged, new, misspelt):
    data = damaged.read_bytes()
    assert b"tablestanding_itemstanding_item" in data
    name = b"table" + misspelt + b"standing_item"
    damaged.write_bytes(data.replace(b"tablestanding_itemstanding_item", name))
    saved(damaged, new)
    check_rows(sound, new, set())


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", range(200 if LONG else 4))
def test_flipped_bytes_cost_no_row_of_another_page(sound, damaged, new, seed):
    dice = random.Random(seed)
    data = bytearray(damaged.read_bytes())
    places = [dice.randrange(len(data)) for _ in range(30)]
    for place in places:
        data[place] ^= 1 << dice.randrange(8)
    damaged.write_bytes(data)
    hit = {place // PAGE + 1 for place in places}
    saved(damaged, new)
    long_ones = overflow_pages(sound)
    check_rows(sound, new, hit if not hit & long_ones else hit | set(pages_under(sound, "paragraph")))
    opened_sound(new).desk.close()


@pytest.mark.parametrize("kept", [0.3, 0.7])
def test_what_stands_before_the_cut_of_a_register_cut_short_comes_back(sound, damaged, new, kept):
    size = int(damaged.stat().st_size * kept)
    damaged.write_bytes(damaged.read_bytes()[:size])
    gone = set(range(size // PAGE + 1, sound.stat().st_size // PAGE + 1))
    outcome = saved(damaged, new)
    if gone & overflow_pages(sound):
        gone |= set(pages_under(sound, "paragraph"))
    check_rows(sound, new, gone)
    assert outcome.lost > 0
    opened_sound(new).desk.close()


def test_rows_come_back_where_nothing_tells_of_the_tables_any_more(sound, damaged, new):
    write_over(damaged, pages_under(sound, "sqlite_master"))
    saved(damaged, new)
    check_rows(sound, new, set())
    opened_sound(new).desk.close()


def test_rows_come_back_where_every_inner_page_and_every_index_is_lost(sound, damaged, new):
    numbers = pages_under(sound, *(roots_of(sound).keys() - metadata.tables.keys() - {"sqlite_master"}))
    inner = [root_of(sound, name) for name in metadata.tables if len(pages_under(sound, name)) > 1]
    assert len(inner) > 3
    write_over(damaged, [*numbers, *inner])
    saved(damaged, new)
    check_rows(sound, new, set())
    opened_sound(new).desk.close()


@pytest.fixture
def minutes(tmp_path):
    """A small register of which the test knows every word."""
    clerk = Clerk(tmp_path / "minutes.wibdesk")
    meeting = clerk.meeting()
    item = clerk.item(meeting, "Front door")
    table = Table(header=("Room", "Seats"), rows=(("A", "10"), ("B", "20")))
    notes = (Paragraph("It was painted."), PrivateNote("Ask Ann."), Decision(("Paint it red",), "RESOLVED"), table)
    clerk.write(item, *notes, Action("Buy paint", ("Bo",)))
    clerk.desk.close()
    return clerk.register


def entries_in(clerk, title="Front door"):
    return {item.title: item for item in clerk.ask(meetings.find, "M1").items}[title].entries


def test_words_whose_entry_is_lost_stay_in_their_item_because_an_index_tells_it(minutes, new):
    write_over(minutes, [root_of(minutes, "entry")])
    saved(minutes, new)
    clerk = opened_sound(new)
    found = entries_in(clerk)
    clerk.desk.close()
    assert {type(one) for one in found} == {Paragraph, PrivateNote, Decision, Table, Action}
    assert next(one for one in found if isinstance(one, Decision)).parts == ("Paint it red",)
    assert next(one for one in found if isinstance(one, Table)).rows == (("A", "10"), ("B", "20"))


def test_words_of_which_nobody_knows_the_item_get_a_home_that_is_not_for_the_public(minutes, new):
    write_over(minutes, [root_of(minutes, "entry"), root_of(minutes, "ix_entry_item_id")])
    outcome = saved(minutes, new)
    assert f"What lost its place, 5 pieces, stands under “{HOME}”." in outcome.words
    clerk = opened_sound(new)
    (home,) = [one for one in clerk.ask(meetings.meetings) if one.body_name == HOME]
    (item,) = clerk.ask(meetings.meeting, home.id).items
    clerk.desk.close()
    assert (item.title, item.part, len(item.entries)) == (HOME, 2, 5)
    assert "It was painted." in [one.text for one in item.entries if isinstance(one, Paragraph)]


def test_where_words_were_lost_the_minutes_say_so_and_a_private_note_stays_private(minutes, new):
    write_over(minutes, [root_of(minutes, name) for name in ("paragraph", "private_note", "decision", "action")])
    outcome = saved(minutes, new)
    assert "In 4 places words were lost; the new register says so there." in outcome.words
    clerk = opened_sound(new)
    first, second, third, _, last = entries_in(clerk)
    clerk.desk.close()
    assert (type(first), first.text) == (Paragraph, LOST_WORDS)
    assert (type(second), second.text) == (PrivateNote, LOST_WORDS)
    assert (type(third), third.parts) == (Decision, ("Paint it red",))
    assert (type(last), last.text, last.owners) == (Action, LOST_WORDS, ("Bo",))


def test_an_item_that_is_lost_is_made_anew_in_its_meeting_and_not_for_the_public(minutes, new):
    write_over(minutes, [root_of(minutes, "item")])
    saved(minutes, new)
    clerk = opened_sound(new)
    items = clerk.ask(meetings.find, "M1").items
    clerk.desk.close()
    assert {(item.title, item.part) for item in items} == {(HOME, 2)}
    assert [len(item.entries) for item in items].count(5) == 1


def test_who_attended_is_known_from_the_roster_where_the_attendance_list_is_lost(tmp_path, new):
    clerk = Clerk(tmp_path / "minutes.wibdesk")
    meeting = clerk.meeting(clerk.body(members=[Person("", "Ann Lee"), Person("", "Bo Ray")]))
    assert {one.name for one in meeting.attendance} == {"Ann Lee", "Bo Ray"}
    clerk.desk.close()
    write_over(clerk.register, [root_of(clerk.register, "attendee")])
    saved(clerk.register, new)
    again = opened_sound(new)
    assert {(one.name, str(one.status)) for one in again.ask(meetings.find, "M1").attendance} == {
        ("Ann Lee", "unknown"),
        ("Bo Ray", "unknown"),
    }
    again.desk.close()


def test_a_meeting_that_is_lost_keeps_its_reference_and_its_body(minutes, new):
    write_over(minutes, [root_of(minutes, "meeting")])
    saved(minutes, new)
    clerk = opened_sound(new)
    held = clerk.ask(meetings.find, "M1")
    clerk.desk.close()
    assert (held.body.name, held.details.title) == ("Norbury Board", HOME)
    assert "Front door" in [item.title for item in held.items]


def test_lost_cells_leave_the_table_a_rectangle(minutes, new):
    with closing(dbapi2.connect(str(minutes), isolation_level=None)) as hand:
        hand.execute("DELETE FROM table_cell WHERE text IN ('10', 'B')")
    saved(minutes, new)
    clerk = opened_sound(new)
    table = next(one for one in entries_in(clerk) if isinstance(one, Table))
    clerk.desk.close()
    assert (table.header, table.rows) == (("Room", "Seats"), (("A", ""), ("", "20")))


def test_a_decision_that_lost_its_parts_says_so(minutes, new):
    write_over(minutes, [root_of(minutes, "decision_part")])
    saved(minutes, new)
    clerk = opened_sound(new)
    decision = next(one for one in entries_in(clerk) if isinstance(one, Decision))
    clerk.desk.close()
    assert (decision.marker, decision.parts) == ("RESOLVED", (LOST_WORDS,))


def test_a_table_that_lost_every_cell_says_so(minutes, new):
    write_over(minutes, [root_of(minutes, "table_cell")])
    saved(minutes, new)
    clerk = opened_sound(new)
    table = next(one for one in entries_in(clerk) if isinstance(one, Table))
    clerk.desk.close()
    assert (table.header, table.rows) == ((LOST_WORDS,), ())


def test_the_beginning_of_a_long_text_comes_back_where_its_end_is_lost(sound, damaged, new):
    write_over(damaged, sorted(overflow_pages(sound))[3:])
    saved(damaged, new)
    clerk = opened_sound(new)
    (cut,) = [one.text for one in clerk.ask(meetings.find, "M4").items[0].entries if "A long report" in str(one)]
    clerk.desk.close()
    assert cut.startswith("A long report. A long report. ")
    assert 3 * PAGE - 1000 < len(cut) < 30_000


CONTRADICTIONS = {
    "two meetings of one reference": "UPDATE meeting SET ref = 'M1'",
    "no reference": "UPDATE meeting SET ref = 'lost'",
    "an entry in two places": "UPDATE entry SET plan_section_id = item_id",
    "an entry in no place": "UPDATE entry SET item_id = NULL",
    "an entry of another kind": "UPDATE entry SET kind = 'vote'",
    "words of two kinds": "INSERT INTO private_note SELECT id, 'x', 1 FROM entry WHERE kind <> 'private_note'",
    "a part of the agenda that there is not": "UPDATE item SET part = 77",
    "a state that there is not": "UPDATE item SET state = 'lost'",
    "a number in the place of a name": "UPDATE body SET name = x'00'",
    "a day that is none": "UPDATE meeting SET date = '2026-13-77'",
    "settings that cannot be read": "INSERT INTO house_style VALUES ('own', '{', 1)",
    "a person of another body": (
        "INSERT INTO body VALUES ('b', 'Other', NULL, NULL, 1, NULL);"
        "INSERT INTO person VALUES ('p', 'b', 0, 'Bo', '', '', '', '', '', 'member', 0, NULL, NULL, 1);"
        "INSERT INTO attendee SELECT 'a', id, 0, 'p', 'Bo', NULL, NULL, NULL, NULL, NULL, NULL, 'present', 'member',"
        " 0, 1 FROM meeting"
    ),
    "an adjournment at an item of another meeting": (
        "INSERT INTO meeting SELECT 'm', body_id, 'M99', date, title, date_as_written, venue, contact, profile,"
        " house_style, type, start, end, planned_start, status, public_present, stage, rev FROM meeting;"
        "INSERT INTO adjournment SELECT 'a', 'm', 0, '15:02:00', NULL, id, 1 FROM item LIMIT 1"
    ),
    "what belongs to nobody": "INSERT INTO deputy_for VALUES ('nobody', 0, 'Ann')",
    "a link to nobody": "UPDATE action_owner SET person_id = 'nobody'",
    "no row of its own": "DELETE FROM register",
    "low counters": "UPDATE register SET last_meeting = 0",
    "a link that is none": "UPDATE item SET meeting_id = x'00'",
    "a key that is none": (
        "INSERT INTO paper SELECT id, 0, 'Report', NULL, NULL FROM item;"
        "INSERT INTO paper VALUES (x'00', 0, 'x', NULL, NULL)"
    ),
    "a file that is none": "INSERT INTO body_file SELECT id, 'logo', 'arms.png', '', 5, 1 FROM body",
    "a moment that is none": (
        "INSERT INTO export SELECT 'e', id, NULL, NULL, 'minutes', 'full', '', 'pdf', 'm.pdf', '', '', 'noon'"
        " FROM meeting"
    ),
    "a version that cannot be unpacked": (
        "INSERT INTO version SELECT 'v', id, 0, '2026-09-01 12:00:00.000000', 0, x'00' FROM item LIMIT 1"
    ),
    "a conflict of nothing": (
        "INSERT INTO conflict (id, item_id, position, entry_id, writer, at, removed)"
        " SELECT 'c', id, 0, 'e', 'Ann', '2026-09-01 12:00:00.000000', 0 FROM item LIMIT 1"
    ),
    "lists with holes": "UPDATE entry SET position = position * 3 + 1",
}


@pytest.mark.parametrize("words", CONTRADICTIONS)
def test_what_contradicts_the_rest_is_put_right(minutes, new, words):
    with closing(dbapi2.connect(str(minutes), isolation_level=None)) as hand:
        hand.execute("PRAGMA ignore_check_constraints = ON")
        schema = hand.execute("SELECT sql FROM sqlite_master WHERE name = 'meeting'").fetchone()[0]
        if "ref" in CONTRADICTIONS[words]:
            add_meeting(hand, schema)
        hand.executescript(CONTRADICTIONS[words])
    saved(minutes, new)
    clerk = opened_sound(new)
    held = clerk.ask(meetings.meetings)
    assert len({one.ref for one in held}) == len(held) >= 1
    assert clerk.meeting(clerk.ask(bodies.bodies)[0]).details.ref not in {one.ref for one in held}
    clerk.desk.close()


def test_a_row_with_one_value_that_makes_no_sense_keeps_the_others(minutes, new):
    with closing(dbapi2.connect(str(minutes), isolation_level=None)) as hand:
        hand.execute("UPDATE meeting SET venue = x'00', contact = 'Ann', status = 'lost'")
    outcome = saved(minutes, new)
    clerk = opened_sound(new)
    details = clerk.ask(meetings.find, "M1").details
    clerk.desk.close()
    assert (details.venue, details.contact, str(details.status)) == (None, "Ann", "draft")
    assert outcome.lost == 0


def add_meeting(hand, schema):
    """Put the one meeting there a second time, in a register that minds no more that references are unique."""
    assert "uq_meeting_ref" in schema
    hand.execute("PRAGMA writable_schema = ON")
    once = "replace(sql, 'CONSTRAINT uq_meeting_ref UNIQUE', 'CHECK')"
    hand.execute(f"UPDATE sqlite_master SET sql = {once} WHERE name = 'meeting'")


def test_approved_minutes_that_are_no_longer_whole_are_reopened_with_the_reason(minutes, new):
    clerk = Clerk(minutes)
    meeting = clerk.ask(meetings.find, "M1")
    clerk.do(approval.approve, meeting.id)
    clerk.desk.close()
    write_over(minutes, [root_of(minutes, "paragraph")])
    outcome = saved(minutes, new)
    assert outcome.words[-1] == "The approved minutes of M1 are no longer whole, so they were reopened."
    again = opened_sound(new)
    (seal,) = again.ask(approval.seals, meeting.id)
    again.desk.close()
    assert seal.reason == "The disk was damaged, and words were lost."


def test_a_seal_is_opened_also_where_that_the_minutes_were_approved_is_lost(minutes, new):
    clerk = Clerk(minutes)
    meeting = clerk.ask(meetings.find, "M1")
    clerk.do(approval.approve, meeting.id)
    clerk.desk.close()
    write_over(minutes, [root_of(minutes, "meeting")])
    saved(minutes, new)
    again = opened_sound(new)
    (seal,) = again.ask(approval.seals, meeting.id)
    held = again.ask(meetings.find, "M1")
    again.desk.close()
    assert seal.reopened_at is not None
    assert not held.details.status.final


@pytest.mark.parametrize("revision", ["0001", "0002", "0003"])
def test_a_damaged_register_of_an_earlier_desk_comes_back_in_the_present_format(tmp_path, new, revision):
    old = tmp_path / "old.wibdesk"
    make_older(old, revision)
    before = rows_of(old)
    write_over(old, [1, *pages_under(old, "ix_entry_item_id")])
    saved(old, new)
    held = rows_of(new)
    assert as_wide_as(before, held) == before
    opened_sound(new).desk.close()


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("lost", [False, True])
def test_what_a_killed_desk_saved_last_comes_back_with_the_journal(minutes, new, lost):
    words = f"""
import os, signal
from pathlib import Path
from tests.registers import Clerk
Clerk(Path({str(minutes)!r})).body("Typed last")
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", words], cwd=ROOT, check=False)
    journal = minutes.with_name(f"{minutes.name}-wal")
    assert journal.stat().st_size
    if lost:
        minutes.write_bytes(b"x" * PAGE + minutes.read_bytes()[PAGE:])
        journal.write_bytes(b"x" * 8000)
    outcome = saved(minutes, new)
    told = "What was saved last, in the journal beside the register, could not be read."
    assert (told in outcome.words) is lost
    clerk = opened_sound(new)
    assert ("Typed last" in [body.name for body in clerk.ask(bodies.bodies)]) is not lost
    clerk.desk.close()


@pytest.fixture
def locked(minutes):
    lock_up(minutes, PASSPHRASE)
    return minutes


@pytest.mark.parametrize("bytes_flipped", [0, 1, 40])
def test_a_damaged_encrypted_register_comes_back_encrypted_under_the_same_passphrase(locked, new, bytes_flipped):
    dice = random.Random(f"{bytes_flipped} bytes")
    data = bytearray(locked.read_bytes())
    for _ in range(bytes_flipped):
        data[dice.randrange(PAGE, len(data))] ^= 1
    locked.write_bytes(data)
    outcome = saved(locked, new, secret=PASSPHRASE)
    if not bytes_flipped:
        assert outcome.lost == 0
    clerk = opened_sound(new, secret=PASSPHRASE)
    words = [one.text for item in clerk.ask(meetings.find, "M1").items for one in item.entries if hasattr(one, "text")]
    clerk.desk.close()
    assert words
    assert b"paint" not in new.read_bytes()


def test_an_encrypted_register_whose_first_page_is_damaged_comes_back(locked, new):
    data = bytearray(locked.read_bytes())
    data[100:4000] = b"\0" * 3900
    locked.write_bytes(data)
    outcome = saved(locked, new, secret=PASSPHRASE)
    assert "5 entries" in outcome.words[0]
    clerk = opened_sound(new, secret=PASSPHRASE)
    assert len(entries_in(clerk)) == 5
    clerk.desk.close()


def test_with_another_passphrase_nothing_is_saved_and_that_is_told(locked, new):
    with pytest.raises(LockedError, match="either the passphrase is another one, or all of it is damaged"):
        salvage(locked, new, secret="another horse battery staple")
    with pytest.raises(LockedError, match="its passphrase or its recovery key is needed"):
        salvage(locked, new)
    assert not new.exists()


def test_a_file_that_holds_nothing_of_a_register_gives_nothing(tmp_path, new):
    (tmp_path / "list").write_text("shopping " * 1000)
    with pytest.raises(StoreError, match="Nothing of a register could be found"):
        salvage(tmp_path / "list", new)
    other = tmp_path / "other"
    with closing(dbapi2.connect(str(other), isolation_level=None)) as hand:
        hand.executescript("CREATE TABLE t (x); INSERT INTO t VALUES (1)")
    with pytest.raises(StoreError, match="Nothing of a register could be found"):
        salvage(other, new)
    assert not new.exists()


@pytest.mark.parametrize("secret", [None, PASSPHRASE])
def test_the_register_of_a_newer_desk_is_refused_and_nothing_is_made(minutes, new, secret):
    if secret is not None:
        lock_up(minutes, secret)
    hand = connect(minutes, key_for(minutes, secret))
    with hand.begin():
        hand.exec_driver_sql("PRAGMA user_version = 99")
    let_go(hand)
    before = minutes.read_bytes()
    with pytest.raises(StoreError, match=r"was written by a newer WIBDesk \(format 99, "):
        salvage(minutes, new, secret=secret)
    assert minutes.read_bytes() == before
    assert list(new.parent.iterdir()) == [minutes]


def test_only_a_file_can_be_salvaged_and_only_where_there_is_none(damaged, new, tmp_path):
    new.write_text("mine")
    with pytest.raises(UserError, match="There is a file"):
        salvage(damaged, new)
    assert new.read_text() == "mine"
    (tmp_path / "empty").touch()
    for nothing in ("absent", "empty"):
        with pytest.raises(UserError, match="There is no register"):
            salvage(tmp_path / nothing, tmp_path / "newer")


def test_a_register_that_a_desk_has_open_is_left_alone(minutes, new):
    clerk = Clerk(minutes)
    clerk.desk.read(checking.check).result(WAIT)
    with pytest.raises(InUseError, match="close it there first"):
        salvage(minutes, new)
    clerk.desk.close()
    assert not new.exists()
