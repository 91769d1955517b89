"""The meeting as a whole: agenda, start and close, times, what is carried forward, layouts, the way round."""

from datetime import date, datetime, time

import pytest
from PySide6.QtGui import QGuiApplication

from tests.keys import press
from ui.place import Where
from wibdesk.changes import SaveStatus
from wibdesk.domain.agenda import ItemState
from wibdesk.domain.entries import Progress
from wibdesk.domain.meetings import Stage
from wibdesk.services import actions, agenda, meetings


def words(clerk):
    return [row.text for row in clerk.room.agenda.list.row_model.rows]


def test_f5_starts_the_meeting_and_stamps_the_time(clerk, meeting, clock):
    clerk.enter(meeting)
    assert clerk.room.sheet.strip.isVisible()
    clock.go_on(4)
    clerk.press("F5")
    details = clerk.stored().details
    assert (details.stage, details.start, details.planned_start) == (Stage.LIVE, time(9, 34), time(9, 30))
    assert not clerk.room.sheet.strip.isVisible()
    assert clerk.editor.hasFocus()


def test_the_button_of_the_strip_starts_the_meeting_too(clerk, meeting):
    clerk.enter(meeting)
    clerk.room.sheet.strip.start.setFocus()
    clerk.press("Return")
    assert clerk.session.live


def test_minutes_can_be_typed_before_the_start(clerk, meeting):
    clerk.enter(meeting)
    clerk.type("Prepared.")
    assert clerk.texts(1) == ["Prepared."]
    assert {i.state for i in clerk.stored().items} == {ItemState.LATER}


def test_closing_goes_on_with_the_marks_that_were_still_on_their_way(live):
    press(live.window, "Ctrl+E", "P", "Down", "P", "Down", "P", "Down", "P", "Down", "P", "Esc", "Shift+F5")
    live.settle()
    panel = live.room.reading.panel
    live.qtbot.waitUntil(lambda: panel.about.text() == "Nothing to put right")
    assert panel.list.hasFocus()


def test_closing_tells_what_is_open_and_closes_with_the_time(live):
    live.clock.go_on(90)
    live.press("Shift+F5")
    assert any("5 people are not marked" in row.text for row in live.room.reading.panel.list.row_model.rows)
    live.press("Ctrl+Return")
    details = live.stored().details
    assert (details.stage, details.end) == (Stage.CLOSED, time(11, 0))
    live.press("Escape")
    assert live.editor.hasFocus()


def test_escape_goes_on_with_the_meeting(live):
    live.press("Shift+F5", "Escape")
    assert live.session.live
    assert not live.room.reading.open_now
    assert live.editor.hasFocus()


def test_a_closed_meeting_is_reopened(live):
    live.press("Shift+F5", "Ctrl+Return", "Esc")
    live.room.sheet.strip.reopen.setFocus()
    live.press("Return")
    assert live.session.live
    assert live.stored().details.end is None


def test_the_start_is_put_right_by_typing_it(live):
    live.press("Alt+Return", "Ctrl+A")
    live.type("9.15")
    live.press("Return")
    assert live.stored().details.start == time(9, 15)


def test_start_and_end_of_a_closed_meeting_are_asked_one_after_the_other(live):
    live.press("Shift+F5", "Ctrl+Return", "Alt+Return", "Return", "Ctrl+A")
    live.type("11:40")
    live.press("Return")
    assert (live.stored().details.start, live.stored().details.end) == (time(9, 30), time(11, 40))


def test_items_are_taken_in_any_order_by_number(live):
    live.press("Ctrl+G")
    live.type("3")
    live.press("Return")
    live.type("Taken early.")
    live.press("Ctrl+G")
    live.type("welc")
    live.press("Return")
    assert live.session.item.title == "Welcome and apologies"
    assert [i.state for i in live.stored().items][2] is ItemState.NOW


def test_control_tab_goes_back_and_forth_between_two_items(live):
    live.press("Ctrl+Down", "Ctrl+Down", "Ctrl+Tab")
    assert live.session.item.title == "Minutes of the last meeting"
    live.press("Ctrl+Tab")
    assert live.session.item.title == "Front door"


def test_the_next_item_stops_at_the_end(live):
    live.press(*["Ctrl+Down"] * 9)
    assert live.session.item.title == "Any other business"
    assert live.announced[-1] == "Item 4 of 4, Any other business"


def test_leafing_through_the_agenda_stamps_nothing(live):
    live.press("Ctrl+Down", "Ctrl+Down", "Ctrl+Up", "Ctrl+Up")
    assert [i.began for i in live.stored().items] == [time(9, 30), None, None, None]


def test_staying_at_an_item_takes_it_from_the_moment_of_arrival(live):
    live.type("Done.")
    live.clock.go_on(5)
    live.press("Ctrl+Down")
    live.session.resting.setInterval(0)
    live.session.resting.start()
    live.qtbot.waitUntil(lambda: live.session.item.state is ItemState.NOW)
    assert [(i.state, i.began) for i in live.stored().items][:2] == [
        (ItemState.DONE, time(9, 30)),
        (ItemState.NOW, time(9, 35)),
    ]


def test_correcting_a_done_item_does_not_take_it_up_again(live):
    live.type("First.")
    live.press("Ctrl+Down")
    live.type(" Second.")
    live.press("Ctrl+Up")
    live.type(" Corrected.")
    assert [i.state for i in live.stored().items][:2] == [ItemState.DONE, ItemState.NOW]


def test_an_item_is_chosen_in_the_agenda_with_arrows(live):
    live.press("Ctrl+Down", "F6", "F6")
    assert live.room.agenda.list.hasFocus()
    live.press("Down", "Return")
    assert live.session.item.title == "Front door"
    assert live.editor.hasFocus()


def test_a_late_item_goes_after_the_current_one_and_is_marked(live):
    live.press("Ctrl+N")
    live.type("Flood in the annexe")
    live.press("Return")
    live.qtbot.waitUntil(lambda: "Flood in the annexe" in words(live))
    stored = live.stored().items
    assert [(i.number, i.title, i.late) for i in stored][1] == ("2", "Flood in the annexe", True)
    assert live.room.agenda.list.row_model.rows[1].note == "late item"


def test_a_late_item_is_taken_back_by_undo(live):
    live.press("Ctrl+N")
    live.type("Flood")
    live.press("Return", "Ctrl+Z")
    live.qtbot.waitUntil(lambda: "Flood" not in words(live))


def test_an_empty_agenda_asks_for_the_first_title(clerk, bare):
    clerk.enter(bare)
    for title in ("Welcome", "Budget"):
        clerk.type(title)
        clerk.press("Return")
    clerk.press("Escape")
    clerk.type("Hello.")
    assert words(clerk) == ["Welcome", "Budget"]
    assert clerk.texts(1) == ["Hello."]


def test_an_empty_agenda_tells_of_the_keys_that_fill_it_and_of_none_that_cannot_act(clerk, bare):
    clerk.enter(bare)
    clerk.press("Escape")
    pairs = clerk.room.keys()
    told = [key for key, _words in pairs]
    assert told[:3] == ["Ctrl N", "Ctrl V", "F5"]
    assert "/a" not in told
    assert clerk.room.sheet.strip.words.text() == "The meeting has not started."


def test_the_sentence_gets_the_keyboard_when_the_first_item_comes(clerk, bare):
    QGuiApplication.clipboard().setText("1. Welcome\n2. Budget")
    clerk.enter(bare)
    clerk.press("Escape", "Ctrl+V")
    clerk.qtbot.waitUntil(clerk.editor.hasFocus)


def test_a_whole_agenda_is_pasted_into_an_empty_one(clerk, bare):
    QGuiApplication.clipboard().setText("1. Welcome\n2. Budget\n3. Any other business")
    clerk.enter(bare)
    clerk.press("Ctrl+V")
    clerk.qtbot.waitUntil(lambda: words(clerk) == ["Welcome", "Budget", "Any other business"])


def test_an_item_removed_elsewhere_leaves_its_neighbour_on_the_sheet(live):
    live.press("Ctrl+Down")
    live.do(agenda.remove_item, live.session.item_id)
    assert live.session.item.title == "Front door"
    live.type("Goes on.")
    assert live.texts(2) == ["Goes on."]


def test_a_meeting_removed_elsewhere_leaves_the_room_empty(live):
    live.do(meetings.remove_meeting, live.session.meeting.id)
    assert live.session.meeting is None
    assert live.room.title() == "Room"


def test_an_empty_room_leads_to_the_meetings(clerk):
    clerk.window.go("room")
    clerk.settle()
    assert clerk.room.sheet.open_meetings.hasFocus()
    assert not clerk.room.side.isVisible()
    clerk.press("Return")
    assert clerk.at == "meetings"


def test_the_meeting_of_last_time_that_is_gone_leaves_the_room_empty(clerk, settings):
    settings.change(last_meeting="gone", last_item="nothing here")
    clerk.window.go("room")
    clerk.settle()
    assert clerk.session.meeting is None
    assert clerk.troubles == []


def test_carried_forward_is_worked_through_with_one_key(clerk, july, meeting):
    clerk.enter(meeting)
    assert (clerk.room.side.open.figure, clerk.room.side.late.figure) == ("2", "1")
    clerk.press("Ctrl+J", "D")
    stored = {row.action.text: row.action for row in clerk.desk.read(actions.log).result(20)}
    assert stored["report on waiting times"].status is Progress.DONE
    assert clerk.room.side.open.figure == "1"
    assert len(clerk.room.side.carried.list.row_model.rows) == 2
    clerk.press("Escape")
    assert clerk.editor.hasFocus()
    assert clerk.room.side.attendance.isVisible()


def test_a_note_is_kept_with_a_carried_action(clerk, july, meeting):
    clerk.enter(meeting)
    clerk.press("Ctrl+J", "I", "U")
    clerk.type("Draft is out")
    clerk.press("Return")
    (row,) = [r for r in clerk.desk.read(actions.log).result(20) if r.action.text == "report on waiting times"]
    assert [(u.status, u.note) for u in row.updates] == [
        (Progress.IN_PROGRESS, ""),
        (Progress.IN_PROGRESS, "Draft is out"),
    ]


def test_f6_goes_round_sentence_attendance_agenda_foot_and_rail(live):
    stops = [live.people, live.room.agenda.list, live.room.side.open]
    for stop in stops:
        live.press("F6")
        assert stop.hasFocus()
    live.press("F6", "F6")
    assert live.editor.hasFocus()


def test_the_header_tells_live_item_members_and_saved(live):
    live.type("Words")
    live.stored()
    live.clock.go_on(26)
    live.room.tick()
    bar = live.room.bar
    names = [fact.accessibleName() for fact in (bar.where, bar.live, bar.item, bar.members)]
    assert names == [
        "Norbury Improvement Board, Tuesday 1 September 2026",
        "Live 26 minutes",
        "Item 1, 6 min over",
        "0 of 4 members present",
    ]
    assert bar.saved.accessibleName().startswith("Saved ")
    assert live.window.windowTitle() == "Norbury Improvement Board, Tuesday 1 September 2026, live, WIBDesk"


def test_trouble_with_the_disk_shows_since_when(live):
    since = datetime(2026, 9, 1, 10, 16, 41)
    live.context.events.saved.emit(SaveStatus(None, "The disk is full.", True, since))
    assert live.room.bar.saved.accessibleName() == "Not saved since 10:16:41"


def test_words_in_a_rescue_file_are_told_so(live, tmp_path):
    since = datetime(2026, 9, 1, 10, 16, 41)
    kept = SaveStatus(None, "The disk is full.", True, since, stalled=True, waiting=2, kept=2, rescued=tmp_path)
    live.context.events.saved.emit(kept)
    assert live.room.bar.saved.accessibleName() == "Not saved since 10:16:41, kept in a rescue file"


def test_a_disk_that_does_not_answer_is_told_at_once(live):
    live.context.events.saved.emit(SaveStatus(datetime(2026, 9, 1, 10, 0), pending=True, stalled=True))
    assert live.room.bar.saved.words == "Saving, not yet on disk"


def test_saving_is_not_called_slow_before_it_is(live):
    live.stored()
    live.context.events.saved.emit(SaveStatus(datetime(2026, 9, 1, 10, 0), None, True))
    assert live.room.bar.saved.words != "Saving, not yet on disk"
    live.room.saved.slow.setInterval(0)
    live.room.saved.slow.start()
    live.qtbot.waitUntil(lambda: live.room.bar.saved.words == "Saving, not yet on disk")


@pytest.mark.parametrize(
    ("width", "agenda_there", "rail_there"), [(1280, True, True), (1024, True, False), (800, False, False)]
)
def test_the_layout_follows_the_width(open_window, meeting, width, agenda_there, rail_there):
    clerk = open_window(width, 640)
    clerk.enter(meeting)
    clerk.press("F5")
    clerk.window.resize(width, 640)
    clerk.qtbot.waitUntil(lambda: clerk.room.agenda.isVisible() is agenda_there)
    assert clerk.window.rail.isVisible() is rail_there


def test_in_the_narrowest_layout_panels_lie_over_the_sheet_until_escape(open_window, meeting):
    clerk = open_window(800, 640)
    clerk.enter(meeting)
    assert not clerk.room.side.isVisible()
    clerk.press("Ctrl+E", "P")
    assert clerk.room.side.isVisible()
    clerk.press("Escape")
    assert not clerk.room.side.isVisible()
    clerk.press("Ctrl+G")
    clerk.type("3")
    clerk.press("Return")
    assert clerk.session.item.title == "Front door"
    assert not clerk.room.agenda.isVisible()


def test_a_folded_panel_stays_folded_and_is_still_one_key_away(live):
    live.press("Ctrl+Shift+G")
    assert not live.room.agenda.isVisible()
    live.press("Ctrl+G")
    assert live.room.agenda.isVisible()
    live.press("Escape", "Escape")
    assert not live.room.agenda.isVisible()
    live.press("Ctrl+Shift+G")
    assert live.room.agenda.isVisible()


def test_no_two_commands_of_the_room_share_a_key(live):
    assert live.context.commands.clashes() == []


def test_another_meeting_takes_the_place_of_the_first_with_all_words_stored(live, july):
    live.type("September words")
    first = live.session.meeting.id
    live.window.go("room", Where(july.body.id, july.id))
    live.qtbot.waitUntil(lambda: live.session.meeting.id == july.id)
    assert live.session.meeting.details.date == date(2026, 7, 7)
    stored = live.desk.read(meetings.meeting, first).result(20)
    assert [e.text for e in stored.items[0].entries] == ["September words"]


def test_the_place_of_the_caret_is_written_down_while_the_clerk_types(live):
    live.press("Ctrl+Down", "End")
    live.type(" Twice.")
    entry = live.session.item.entries[0].id
    kept = f"{live.session.item_id} {entry} 0 0 {len('The minutes were agreed. Twice.')}"
    live.qtbot.waitUntil(lambda: live.context.settings.now.last_item == kept)
    assert live.context.settings.now.last_meeting == live.session.meeting.id


def test_no_button_of_a_strip_is_cut_in_a_narrow_window(open_window, meeting):
    clerk = open_window(1024, 640)
    clerk.enter(meeting)
    clerk.press("F5", "Shift+F5", "Ctrl+Return", "Escape")
    strip = clerk.room.sheet.strip
    buttons = (strip.send, strip.approve, strip.reopen)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    assert all(strip.rect().contains(button.geometry()) for button in buttons)
