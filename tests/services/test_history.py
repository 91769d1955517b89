"""Every minute text keeps its history: see and bring back what it said before."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.services.test_minutes import ONE_OF_EACH, stored
from wibdesk.domain.entries import Action, Paragraph, Progress
from wibdesk.domain.history import NEWEST_KEPT
from wibdesk.errors import UserError
from wibdesk.services import actions, agenda, history, meetings

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
LONG = "What was said about the front door, and by whom, at length."


@pytest.fixture
def item(clerk):
    return clerk.item(clerk.meeting())


def said(clerk, item):
    """What the versions of an item said, newest first."""
    return [version.entries for version in clerk.ask(history.versions, item.id)]


def test_what_stood_before_is_kept_once_a_minute(clerk, item):
    one = clerk.write(item, Paragraph("One."))
    assert said(clerk, item) == []
    two = clerk.write(item, replace(one[0], text="One. Two."))
    assert said(clerk, item) == [one]
    clerk.time += MINUTE
    three = clerk.write(item, replace(one[0], text="One. Two. Three."))
    assert said(clerk, item) == [one]
    clerk.time += SECOND
    clerk.write(item, replace(one[0], text="One. Two. Three. Four."))
    assert said(clerk, item) == [three, one]
    assert two not in said(clerk, item)
    (newest, oldest) = clerk.ask(history.versions, item.id)
    assert [(mark.id, mark.at) for mark in clerk.ask(history.moments, item.id)] == [
        (v.id, v.at) for v in (newest, oldest)
    ]
    assert clerk.ask(history.version, oldest.id) == oldest
    assert (newest.at - oldest.at, newest.item_id) == (MINUTE + SECOND, item.id)


def test_a_version_is_kept_at_once_when_words_go(clerk, item):
    clerk.write(item, Paragraph("One."))
    entries = clerk.write(item, one := Paragraph(LONG), two := Paragraph("Two."))
    clerk.write(item, one)
    assert said(clerk, item)[0] == entries
    emptied = clerk.write(item, replace(one, text=""))
    assert said(clerk, item)[0] == (one,)
    again = clerk.write(item, replace(one, text=LONG))
    clerk.write(item)
    assert said(clerk, item)[0] == again
    assert emptied not in said(clerk, item)
    assert two in said(clerk, item)[1]


def test_nothing_is_kept_twice_and_no_empty_item(clerk, item):
    one = clerk.write(item, Paragraph(LONG))
    for _ in range(3):
        clerk.time += 2 * MINUTE
        clerk.write(item)
        clerk.write(item, *one)
    assert said(clerk, item) == [one]


def test_every_kind_of_entry_comes_back_from_a_version(clerk, item):
    entries = clerk.write(item, *ONE_OF_EACH)
    clerk.write(item)
    clerk.restart()
    (version,) = clerk.ask(history.versions, item.id)
    assert version.entries == entries
    assert clerk.do(history.restore_version, version.id) == entries
    assert stored(clerk, item) == entries


def test_bringing_a_version_back_can_be_undone_and_keeps_what_stood_there(clerk, item):
    clerk.write(item, old := Paragraph(LONG))
    clerk.write(item)
    now = clerk.write(item, Paragraph("Now."))
    (version,) = clerk.ask(history.versions, item.id)
    clerk.do(history.restore_version, version.id, undo="Version brought back")
    assert (stored(clerk, item), said(clerk, item)[0]) == ((old,), now)
    clerk.undo()
    assert stored(clerk, item) == now
    clerk.redo()
    assert stored(clerk, item) == (old,)
    assert said(clerk, item) == [now, (old,)]


def test_an_action_comes_back_with_its_reference_its_history_and_as_far_as_it_is(clerk, item):
    one, two = clerk.write(item, Action("One", ("Ann",)), Action("Two"))
    clerk.write(item, replace(one, text="Other"))
    clerk.do(actions.set_progress, one.id, Progress.DONE, "Sent", at=clerk.desk.now())
    clerk.do(actions.change_action, replace(one, text="Changed in the log", status=Progress.CLOSED))
    version = clerk.ask(history.versions, item.id)[-1]
    assert version.entries == (one, two)
    clerk.do(history.restore_version, version.id)
    assert stored(clerk, item) == (replace(one, status=Progress.CLOSED), two)
    clerk.write(item, two)
    clerk.do(history.restore_version, version.id)
    assert stored(clerk, item) == (replace(one, status=Progress.DONE), two)
    log = clerk.ask(actions.log)
    assert [(row.action.ref, [u.note for u in row.updates]) for row in log] == [("7.1", ["Sent"]), ("7.2", [])]


def test_words_changed_in_the_log_are_kept_too(clerk, item):
    (action,) = clerk.write(item, Action(LONG))
    clerk.do(actions.change_action, replace(action, text="Short"))
    assert said(clerk, item) == [(action,)]


def test_what_moved_to_another_item_stays_there(clerk, item):
    meeting = clerk.ask(lambda uow: uow.agenda.meeting_of(item.id))
    other = clerk.do(agenda.add_item, meeting, replace(item, id="other", title="Other"))
    one, two = clerk.write(item, Paragraph(LONG), Action("Two"))
    clerk.write(item)
    clerk.write(other, one, two)
    (version,) = clerk.ask(history.versions, item.id)
    back = clerk.do(history.restore_version, version.id)
    assert stored(clerk, other) == (one, two)
    assert [(e.text, e.id in (one.id, two.id)) for e in back] == [(LONG, False), ("Two", False)]
    assert back[1].ref != two.ref


def test_the_clock_may_step_back_and_the_order_stays(clerk, item):
    texts = ["One.", "Two.", "Three.", "Four."]
    entry = Paragraph("Zero.")
    for text in texts:
        clerk.write(item, entry := replace(entry, text=text))
        clerk.time -= timedelta(hours=1)
    assert [entries[0].text for entries in said(clerk, item)] == ["Three.", "Two.", "One."]


def test_versions_are_thinned_out_as_they_grow_old(clerk, item):
    entry = Paragraph("0")
    for n in range(NEWEST_KEPT + 31):
        clerk.write(item, entry := replace(entry, text=str(n)))
        clerk.time += 2 * MINUTE
    clerk.time += timedelta(days=40)
    clerk.write(item, replace(entry, text="End"))
    left = [entries[0].text for entries in said(clerk, item)]
    assert (left[0], left[-1]) == (str(NEWEST_KEPT + 30), "0")
    assert len(left) == NEWEST_KEPT + 2


def test_versions_go_with_a_meeting_and_come_back_with_it(clerk, item):
    clerk.write(item, Paragraph(LONG))
    clerk.write(item)
    kept = said(clerk, item)
    meeting = clerk.ask(lambda uow: uow.agenda.meeting_of(item.id))
    clerk.do(meetings.remove_meeting, meeting, undo="Meeting removed")
    assert said(clerk, item) == []
    clerk.undo()
    assert said(clerk, item) == kept


def test_a_version_that_is_gone_is_told(clerk):
    with pytest.raises(UserError, match="no longer kept"):
        clerk.do(history.restore_version, "gone")
