"""The Meetings place, worked by keys in a real window on a real register."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from ui.places.meetings.files import ask_files
from wibdesk.domain.entries import Action
from wibdesk.domain.meetings import MeetingType, MinutesStatus, NextMeeting
from wibdesk.interchange.meeting_file import read_file
from wibdesk.services import agenda, bodies, meetings, minutes, next_meetings

OCTOBER, NOVEMBER = date(2026, 10, 6), date(2026, 11, 3)


def texts(place):
    return [row.first + "|" + row.third for row in place.list.row_model.rows]


def kinds(place):
    return [row.kind for row in place.list.row_model.rows]


def list_dates(clerk, meeting, *dates):
    clerk.do(next_meetings.set_next_meetings, meeting.id, tuple(NextMeeting(day, time(9, 30)) for day in dates))


def test_a_register_without_bodies_says_why_it_is_empty_and_n_sets_one_up(clerk):
    place = clerk.go("meetings")
    assert place.empty.isVisible()
    assert "N sets one up" in place.empty.why.text()
    clerk.press("N")
    assert clerk.at == "body"


def test_todays_meeting_stands_on_the_card_and_enter_opens_its_room(clerk, meeting):
    place = clerk.go("meetings")
    card = place.list.row_model.rows[0]
    assert (card.kind, card.first, card.second) == ("card", "Today, 09:30", "Norbury Improvement Board")
    assert card.third == "Committee Room 1 · 6 items · 3 members"
    clerk.press("Return")
    assert clerk.at == "room"
    assert clerk.asked("room").meeting_id == meeting.id


def test_the_button_painted_on_the_card_takes_a_click(clerk, meeting):
    place = clerk.go("meetings")
    rect = place.list.visualRect(place.list.row_model.index(0))
    at = place.list.itemDelegate().card.button(rect.toRectF()).center().toPoint()
    QTest.mouseClick(place.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert clerk.at == "room"


def test_a_meeting_that_is_live_is_on_the_card_before_todays(clerk, board, meeting):
    other = clerk.do(meetings.new_meeting, board.id, date=date(2026, 9, 8))
    clerk.do(meetings.start_meeting, other.id, time(9, 31))
    assert clerk.go("meetings").list.row_model.rows[0].first == "Live since 09:31"


def test_a_opens_the_agenda_and_c_the_carried_actions(clerk, board, meeting):
    clerk.go("meetings")
    clerk.press("A")
    assert clerk.at == "agenda"
    clerk.go("meetings")
    clerk.press("C")
    assert clerk.asked("actions").body_id == board.id


def test_a_new_meeting_is_filled_in_from_the_next_date_and_the_last_venue(clerk, meeting):
    list_dates(clerk, meeting, NOVEMBER, OCTOBER)
    place = clerk.go("meetings")
    clerk.press("N")
    form = place.page.panel
    assert form.day.line.text() == "Tue 6 Oct 2026"
    assert form.start_time.line.text() == "09:30"
    assert form.venue.text() == "Committee Room 1"
    clerk.press("Ctrl+Return")
    assert clerk.at == "agenda"
    made = clerk.read(meetings.meeting, clerk.place.meeting_id)
    assert (made.details.date, made.details.start, made.details.venue) == (OCTOBER, time(9, 30), "Committee Room 1")
    assert [a.name for a in made.attendance if a.chair] == ["Helen Ferrer"]
    assert [n.date for n in made.next_meetings] == [NOVEMBER]


def test_every_field_of_a_new_meeting_is_reached_with_enter(clerk, board):
    clerk.go("meetings")
    clerk.press("N")
    clerk.type("15/10")
    assert clerk.place.page.panel.day.field.note.text() == "Thursday 15 October 2026"
    clerk.press("Return")
    clerk.type("2 pm")
    clerk.press("Return")
    clerk.type("Library")
    clerk.press("Return", "Down", "Return", "Return")
    assert clerk.at == "agenda"
    made = clerk.read(meetings.meetings)[0].details
    assert (made.date, made.start, made.venue) == (date(2026, 10, 15), time(14), "Library")
    assert made.type is MeetingType.ANNUAL


def test_a_date_that_cannot_be_is_said_at_its_field_and_nothing_is_made(clerk, board):
    clerk.go("meetings")
    clerk.press("N")
    clerk.type("31 Sep 2026")
    clerk.press("Ctrl+Return")
    form = clerk.place.page.panel
    assert "“31 Sep 2026” is no day" in form.day.field.note.text()
    assert QApplication.focusWidget() is form.day.line
    assert clerk.read(meetings.meetings) == ()


def test_the_date_says_how_it_is_typed_and_the_foot_what_its_button_says(clerk, board):
    place = clerk.go("meetings")
    clerk.press("N")
    assert place.page.panel.day.field.note.text() == "As 6 Oct 2026, 6/10/26 or tomorrow."
    foot = place.keys()
    assert ("Ctrl Enter", "make the meeting") in foot
    clerk.type("tomorrow")
    assert place.page.panel.day.field.note.text() == "Wednesday 2 September 2026"


def test_esc_keeps_the_draft_of_a_new_meeting(clerk, board):
    place = clerk.go("meetings")
    clerk.press("N")
    clerk.type("15/10")
    clerk.press("Esc")
    assert QApplication.focusWidget() is place.list
    clerk.press("N")
    assert place.page.panel.day.line.text() == "15/10"


def test_an_agenda_can_be_copied_from_an_earlier_meeting(clerk, board, meeting):
    place = clerk.go("meetings")
    clerk.press("N")
    assert [place.page.panel.agenda.itemText(n) for n in range(2)] == [
        "Standing items of the body", "As on Tue 1 Sep 2026, 6 items",
    ]  # fmt: skip


def test_listed_dates_are_shown_with_what_became_of_them(clerk, meeting):
    list_dates(clerk, meeting, OCTOBER, NOVEMBER)
    place = clerk.go("meetings")
    clerk.press("Down", "Down", "M")
    clerk.type("10 Nov 2026")
    clerk.press("Return")
    row = place.list.current_row()
    assert (row.first, row.fourth) == ("Tue 10 Nov 2026", "rearranged from 3 Nov 2026")
    clerk.press("X")
    assert place.list.current_row().fifth == "Cancelled"
    clerk.press("X")
    assert place.list.current_row().fifth == "No meeting made yet"
    kept = clerk.read(meetings.meeting, meeting.id).next_meetings
    assert [(n.date, n.rearranged_from) for n in kept] == [(OCTOBER, None), (date(2026, 11, 10), NOVEMBER)]


def test_d_lists_another_date_and_del_takes_it_off_and_undo_brings_it_back(clerk, meeting):
    place = clerk.go("meetings")
    clerk.press("D")
    clerk.type("1 Dec")
    clerk.press("Return", "Return")
    assert place.list.current_row().first == "Tue 1 Dec 2026"
    assert place.list.current_row().second == "09:30"
    clerk.press("Del")
    assert "date" not in kinds(place)
    clerk.press("Ctrl+Z")
    assert "date" in kinds(place)


def test_enter_on_a_listed_date_offers_to_make_its_meeting(clerk, meeting):
    list_dates(clerk, meeting, OCTOBER, NOVEMBER)
    place = clerk.go("meetings")
    clerk.press("Down", "Down", "Return")
    assert place.page.panel.day.line.text() == "Tue 3 Nov 2026"
    clerk.press("Ctrl+Return")
    place = clerk.go("meetings")
    assert [(row.kind, row.first) for row in place.list.row_model.rows if row.kind in ("date", "meeting")] == [
        ("date", "Tue 6 Oct 2026"), ("meeting", "Tue 3 Nov 2026"),
    ]  # fmt: skip


def test_details_are_changed_with_f2_and_kept_by_esc_too(clerk, meeting):
    place = clerk.go("meetings")
    clerk.press("F2")
    clerk.type("Minutes and actions")
    clerk.press("Return", "Return")
    clerk.type("10.15")
    clerk.press("Esc")
    assert clerk.read(meetings.meeting, meeting.id).details.title == "Minutes and actions"
    assert "Details of Tue 1 Sep 2026 changed" in clerk.said
    assert place.list.row_model.rows[0].first == "Today, 10:15"
    clerk.press("Ctrl+Z")
    assert clerk.read(meetings.meeting, meeting.id).details.title is None


def test_details_that_cannot_be_read_are_pointed_out_and_a_second_esc_puts_them_back(clerk, meeting):
    place = clerk.go("meetings")
    clerk.press("F2")
    form = place.page.panel
    form.start_time.line.setFocus()
    form.start_time.line.selectAll()
    clerk.type("25:99")
    clerk.press("Esc")
    assert place.page.has_panel()
    assert "is no clock time" in form.start_time.field.note.text()
    clerk.press("Esc")
    assert not place.page.has_panel()
    assert clerk.read(meetings.meeting, meeting.id).details.start == time(9, 30)


def test_a_planned_meeting_is_removed_with_undo_and_a_past_one_is_asked_about(clerk, meeting):
    place = clerk.go("meetings")
    clerk.press("Del")
    assert clerk.read(meetings.meetings) == ()
    clerk.press("Ctrl+Z")
    assert [m.id for m in clerk.read(meetings.meetings)] == [meeting.id]
    clerk.do(meetings.start_meeting, meeting.id, at=time(9, 30))
    clerk.do(meetings.close_meeting, meeting.id, at=time(11))
    place.list.choose_first()
    clerk.press("Del")
    assert len(clerk.read(meetings.meetings)) == 1
    clerk.press("Esc")
    assert len(clerk.read(meetings.meetings)) == 1


def test_minutes_in_hand_and_past_meetings_are_told_apart_and_p_shows_the_past(clerk, board, meeting):
    for day, status in ((date(2026, 7, 7), MinutesStatus.CIRCULATED), (date(2026, 5, 5), MinutesStatus.SIGNED)):
        made = clerk.do(meetings.new_meeting, board.id, date=day)
        clerk.do(meetings.start_meeting, made.id, at=time(9, 30))
        clerk.do(meetings.close_meeting, made.id, at=time(11))
        clerk.do(meetings.change_details, replace(made.details, status=status))
    place = clerk.go("meetings")
    assert texts(place)[-2:] == ["Minutes in hand|", "Norbury Improvement Board|6 items, no actions"]
    assert place.list.row_model.rows[-1].step == 1
    clerk.press("P")
    assert texts(place)[-2:] == ["Past meetings|", "Norbury Improvement Board|6 items, no actions"]
    assert place.list.current_row() is place.list.row_model.rows[-1]
    clerk.press("P")
    assert texts(place)[-2] == "Minutes in hand|"


def test_slash_finds_and_esc_shows_everything_again(clerk, board, meeting):
    clerk.do(meetings.new_meeting, board.id, date=date(2026, 12, 1), venue="Library")
    place = clerk.go("meetings")
    clerk.press("/")
    clerk.type("library dec")
    clerk.press("Return")
    assert [row.first for row in place.list.row_model.rows if row.kind == "meeting"] == ["Tue 1 Dec 2026"]
    assert place.list.hasFocus()
    clerk.press("/")
    clerk.type("nothing of the kind")
    assert "No meeting fits" in place.empty.why.text()
    clerk.press("Esc")
    assert kinds(place)[0] == "card"
    assert not place.finder.isVisible()


def test_b_narrows_to_one_body_and_the_choice_is_remembered(clerk, board, meeting):
    other = clerk.do(bodies.add_body, "Highways Sub-Committee")
    clerk.do(meetings.new_meeting, other.id, date=date(2026, 9, 16))
    place = clerk.go("meetings")
    assert len([k for k in kinds(place) if k in ("card", "meeting")]) == 2
    clerk.press("B")
    names = [row.sentence for row in QApplication.focusWidget().row_model.rows]
    assert names == ["All bodies, on", "Highways Sub-Committee", "Norbury Improvement Board"]
    clerk.press("2")
    assert place.list.hasFocus()
    assert [row.text for row in place.list.row_model.rows if row.kind == "card"] == ["Highways Sub-Committee"]
    assert clerk.context.settings.now.last_body == other.id


def test_the_bodies_beside_narrow_the_list_with_enter(clerk, board, meeting):
    other = clerk.do(bodies.add_body, "Highways Sub-Committee")
    place = clerk.go("meetings")
    place.side.list.setFocus()
    clerk.press("Down", "Return")
    assert place.body_id == other.id
    assert "No meetings yet" in place.empty.heading.text()


def test_a_body_with_meetings_is_not_removed_and_one_without_is(clerk, board, meeting):
    other = clerk.do(bodies.add_body, "Highways Sub-Committee")
    place = clerk.go("meetings")
    place.side.list.setFocus()
    place.side.list.choose(board.id)
    clerk.press("Del")
    assert "cannot be removed while it has 1 meeting" in clerk.troubles[-1]
    place.side.list.choose(other.id)
    clerk.press("Del")
    assert [b.name for b in clerk.read(bodies.bodies)] == ["Norbury Improvement Board"]


def test_the_months_say_in_words_which_days_have_meetings(clerk, meeting):
    list_dates(clerk, meeting, OCTOBER)
    place = clerk.go("meetings")
    assert [month.accessibleName() for month in place.side.months] == [
        "September 2026, meetings on 1", "October 2026, meetings on 6",
    ]  # fmt: skip


def test_files_that_are_chosen_go_to_the_page_that_shows_them(clerk, tmp_path):
    came = []
    clerk.context.receive = came.extend
    dialog = ask_files(clerk.context, clerk.go("meetings"))
    dialog.filesSelected.emit([str(tmp_path / "norbury.wibmeeting")])
    dialog.reject()
    assert came == [tmp_path / "norbury.wibmeeting"]


def test_a_meeting_is_saved_as_a_hand_over_file_with_its_private_notes(clerk, meeting, tmp_path):
    clerk.context.settings.change(export_folder=str(tmp_path))
    place = clerk.go("meetings")
    assert clerk.context.commands.run("meeting-hand-over")
    clerk.settle()
    dialog = place.findChild(QFileDialog)
    assert dialog.windowTitle() == "Save a hand-over file"
    dialog.fileSelected.emit(str(tmp_path / "mine.wibmeeting"))
    dialog.reject()
    clerk.qtbot.waitUntil(lambda: any("Saved for a colleague" in words for words in clerk.said))
    assert read_file(tmp_path / "mine.wibmeeting").body.name == "Norbury Improvement Board"


def test_a_narrow_window_turns_the_form_into_a_page_and_esc_goes_back(clerk, meeting):
    clerk.window.resize(1024, 640)
    place = clerk.go("meetings")
    assert not place.side.isVisible()
    clerk.press("N")
    assert place.page.panel.isVisible()
    assert not place.list.isVisible()
    clerk.press("Esc")
    assert place.list.hasFocus()


def test_the_card_says_when_the_agenda_ends_and_how_many_actions_come_over(clerk, board, meeting):
    july = clerk.do(meetings.new_meeting, board.id, date=date(2026, 7, 7))
    clerk.do(minutes.save_entries, july.items[3].id, (Action("Bring the figures"), Action("Chase the return")))
    for item in meeting.items:
        clerk.do(agenda.change_item, replace(item, planned_minutes=15))
    card = clerk.go("meetings").list.row_model.rows[0]
    assert card.third == "Committee Room 1 · 6 items, planned end 11:00 · 3 members"
    assert card.fourth == "carried actions, 2"


def test_a_date_is_told_by_the_last_meeting_before_it_and_never_twice(clerk, board, meeting):
    list_dates(clerk, meeting, OCTOBER, NOVEMBER, date(2026, 12, 1))
    clerk.do(meetings.new_meeting, board.id, date=NOVEMBER)
    place = clerk.go("meetings")
    shown = [(row.kind, row.first) for row in place.list.row_model.rows if row.kind in ("date", "meeting")]
    assert shown == [("date", "Tue 6 Oct 2026"), ("meeting", "Tue 3 Nov 2026"), ("date", "Tue 1 Dec 2026")]


def test_a_special_meeting_says_so_and_a_leap_day_is_a_day(clerk, board):
    leap = date(2028, 2, 29)
    clerk.do(meetings.new_meeting, board.id, date=leap, start=time(0), type=MeetingType.SPECIAL)
    card = clerk.go("meetings").list.row_model.rows[0]
    assert (card.first, card.second) == ("Next, Tue 29 Feb 2028, 00:00", "Norbury Improvement Board, special meeting")


def test_the_place_needs_no_database_and_no_reader_before_it_is_shown():
    heavy = "sqlalchemy", "sqlcipher3", "alembic", "docx", "reportlab", "jsonschema"
    names = "ui.places.meetings, ui.places.agenda, ui.places.people, ui.places.body_setup"
    code = f"import sys, {names}; print([name for name in {heavy!r} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_no_two_commands_share_a_key(clerk, meeting):
    for place_id in ("meetings", "agenda", "people", "body"):
        clerk.go(place_id)
    assert clerk.context.commands.clashes() == []
