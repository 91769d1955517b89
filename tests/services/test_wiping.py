"""Private notes are wiped for good once the minutes are approved: from the minutes, their history and the very file."""

from dataclasses import replace
from datetime import date

import pytest

from wibdesk.domain.agenda import Item
from wibdesk.domain.approval import Wiped
from wibdesk.domain.entries import Paragraph, PrivateNote
from wibdesk.errors import UserError
from wibdesk.services import agenda, approval, checking, conflicts, history, meetings, minutes, wiping
from wibdesk.services import bin as the_bin

CANARIES = [f"CANARY-{word}-zażółć" for word in ("now", "once", "typed", "gone", "wait", "base", "deep", "half")]
NOW, ONCE, TYPED, GONE, WAIT, BASE, DEEP, HALF = CANARIES


def found_in(folder, word):
    """Return the files of a folder that hold the word, as UTF-8 or UTF-16."""
    forms = [word.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be")]
    return [path.name for path in folder.iterdir() if any(form in path.read_bytes() for form in forms)]


@pytest.fixture
def meeting(clerk):
    """A meeting that has private notes wherever the register can keep them."""
    made = clerk.meeting()
    first, second, third = made.items[:3]
    words, note = Paragraph("Words."), PrivateNote(NOW)
    clerk.write(first, words, note, old := PrivateNote(ONCE), Paragraph(TYPED, id="t"))
    clerk.write(first, words, replace(note, text=f"{NOW} still"), old, PrivateNote(f"{TYPED} as a note", id="t"))
    clerk.write(first, words, note, PrivateNote(f"{TYPED} as a note", id="t"))
    clerk.write(second, PrivateNote(GONE), Paragraph("In the bin."))
    clerk.write(third, base := PrivateNote(BASE, id="b"), words := Paragraph("Third."))
    clerk.write(third, PrivateNote("Theirs", id="b"), words)
    clerk.do(minutes.save_entries, third.id, (PrivateNote(WAIT, id="b"), words), (base, words))
    fourth = clerk.item(made, "Deep")
    clerk.write(fourth, PrivateNote(DEEP), kept := Paragraph("Deep."))
    clerk.write(fourth, kept)
    clerk.write(fourth, kept, half := PrivateNote(HALF, id="h"))
    clerk.do(minutes.save_entries, fourth.id, (kept, replace(half, text="Mine")), (kept,))
    plain, gone = clerk.item(made, "Plain"), clerk.item(made, "Plain and gone")
    clerk.write(plain, one := Paragraph("One.", id="1"))
    clerk.write(plain, replace(one, text="Theirs."))
    clerk.do(minutes.save_entries, plain.id, (replace(one, text="Mine."),), (one,))
    clerk.do(agenda.remove_item, gone.id)
    clerk.do(agenda.remove_item, second.id, undo="Second removed")
    clerk.do(agenda.remove_item, fourth.id, undo="Fourth removed")
    return clerk.whole(made)


def test_wiping_waits_for_the_approval(clerk, meeting):
    assert clerk.ask(wiping.notes_to_wipe, meeting.id) == 7
    with pytest.raises(UserError, match="once the minutes are approved"):
        clerk.do(wiping.wipe_private_notes, meeting.id)
    assert clerk.ask(wiping.wipes, meeting.id) == ()


def test_no_byte_of_a_wiped_note_is_left(clerk, meeting):
    elsewhere = clerk.meeting(meeting.body, date(2026, 10, 1))
    clerk.write(elsewhere.items[0], PrivateNote("Kept elsewhere."))
    clerk.do(approval.approve, meeting.id)
    clerk.desk.compact().result()
    folder = clerk.register.parent
    assert found_in(folder, NOW)
    clerk.do(wiping.wipe_private_notes, meeting.id, undo="Notes wiped")
    clerk.desk.compact().result()
    assert [word for word in CANARIES if found_in(folder, word)] == []
    assert clerk.ask(wiping.notes_to_wipe, meeting.id) == 0
    assert [e for _, e in clerk.whole(meeting).entries() if isinstance(e, PrivateNote)] == []
    assert clerk.ask(approval.seal_of, meeting.id).sound
    assert clerk.whole(elsewhere).items[0].entries[0].text == "Kept elsewhere."
    assert clerk.ask(checking.check) == ()
    with pytest.raises(UserError, match="nothing to undo"):
        clerk.undo()
    clerk.restart()
    assert [word for word in CANARIES if found_in(folder, word)] == []


def test_what_is_no_note_stays_in_the_history_and_the_bin(clerk, meeting):
    clerk.do(approval.approve, meeting.id)
    clerk.do(wiping.wipe_private_notes, meeting.id)
    first, third = meeting.items[0], meeting.items[1]
    said = [[e.text for e in v.entries] for v in clerk.ask(history.versions, first.id)]
    assert said == [["Words."]] * len(said)
    assert clerk.ask(conflicts.conflicts, third.id) == ()
    plain = next(i for i in meeting.items if i.title == "Plain")
    assert [c.mine.text for c in clerk.ask(conflicts.conflicts, plain.id)] == ["Mine."]
    assert [e.text for e in clerk.ask(history.versions, plain.id)[0].entries] == ["One."]
    assert [e.text for e in clerk.whole(meeting).items[1].entries] == ["Third."]
    clerk.do(approval.reopen_approved, meeting.id, "To look")
    for thing in clerk.ask(the_bin.binned):
        clerk.do(the_bin.put_back, thing.id)
    back = {i.title: [e.text for e in i.entries] for i in clerk.whole(meeting).items}
    assert (back["Deep"], back["Declarations of interest"]) == (["Deep."], ["In the bin."])


def test_that_notes_were_wiped_stays_on_record(clerk, meeting):
    clerk.do(approval.approve, meeting.id)
    wiped = clerk.do(wiping.wipe_private_notes, meeting.id)
    assert wiped == Wiped(meeting.id, clerk.time.astimezone(), 7)
    with pytest.raises(UserError, match="no private notes left"):
        clerk.do(wiping.wipe_private_notes, meeting.id)
    clerk.restart()
    assert clerk.ask(wiping.wipes, meeting.id) == (wiped,)


def test_a_meeting_that_is_gone_has_nothing_to_wipe(clerk):
    with pytest.raises(UserError, match="no longer in the register"):
        clerk.ask(wiping.notes_to_wipe, "gone")


def test_steps_taken_after_the_wiping_can_be_undone_again(clerk, meeting):
    clerk.do(approval.approve, meeting.id)
    clerk.do(wiping.wipe_private_notes, meeting.id)
    other = clerk.meeting(meeting.body, date(2026, 10, 1))
    clerk.do(agenda.add_item, other.id, Item("New"), undo="Item added")
    assert clerk.undo() == "Item added"
    assert len(clerk.ask(meetings.meetings)) == 2
