"""Reading back before closing: every line by keys, put right in place, gone to and back, and the meeting closed."""

from dataclasses import replace
from datetime import date, time

import pytest

from tests.keys import press
from ui.panels.log_choice import LogChoice
from ui.place import Where
from wibdesk.domain.attendance import Interval
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Decision, Paragraph, PrivateNote
from wibdesk.domain.meetings import Stage
from wibdesk.domain.people import Person
from wibdesk.services import attendance, bodies, meetings, minutes, people, terms

BY = Due(DueKind.DATE, date(2026, 10, 6))
SAID = (
    Decision(("That the report be **endorsed**.",), "Agreed", id="decided"),
    Paragraph("Families had waited more than @@ days, Det Supt K Rome said.", id="said"),
    Action("circulate the learning points", (), BY, id="bare"),
    Action("write to the schools", ("I Nolan",), id="undated"),
    Action("ask the ICB", ("R Devlin",), BY, id="stranger"),
    PrivateNote("Parked: Voice of young people", id="parked"),
)


@pytest.fixture
def reading(live, meeting):
    """The clerk in the room of a meeting with something of everything, read back."""
    live.do(minutes.save_entries, meeting.items[2].id, SAID)
    live.press("Shift+F5")
    return live


def rows(clerk):
    return clerk.room.reading.panel.list.row_model.rows


def line(clerk, text):
    return next(row for row in rows(clerk) if text in row.text)


def go_to(clerk, text):
    """Go by Down from the first line to the one with this text."""
    clerk.press("Home")
    for _ in rows(clerk):
        if text in clerk.room.reading.panel.row().text:
            return
        clerk.press("Down")
    raise AssertionError(f"{text} is not read back")


def entry(clerk, entry_id):
    return next(e for item in clerk.stored().items for e in item.entries if e.id == entry_id)


def asked(clerk):
    return clerk.room.reading.panel.asking


def test_the_groups_stand_in_the_order_in_which_they_are_read(reading):
    headings = [row.text for row in rows(reading) if row.heading]
    assert headings == ["Decisions", "Actions", "To put right", "Who was here"]
    decided = line(reading, "endorsed")
    assert (decided.margin, decided.right, decided.text) == ("3  Agreed", "item 3", "That the report be endorsed.")
    assert [row.margin for row in rows(reading) if row.action] == ["R Devlin", "I Nolan", "No owner"]


def test_up_and_down_go_through_every_line(reading):
    seen = [reading.room.reading.panel.row().row_id]
    for _ in rows(reading):
        reading.press("Down")
        seen.append(reading.room.reading.panel.row().row_id)
    assert set(seen) == {row.row_id for row in rows(reading) if not row.heading}


def test_enter_goes_to_the_place_with_its_words_selected_and_the_key_leads_back_to_the_line(reading):
    go_to(reading, "@@")
    reading.press("Return")
    assert reading.editor.hasFocus()
    assert reading.session.item.number == "3"
    assert reading.editor.textCursor().selectedText() == "@@"
    reading.press("Ctrl+Shift+R")
    assert reading.room.reading.panel.row().text.startswith("Families")


def test_e_puts_a_name_right_and_ctrl_z_takes_it_back(reading):
    go_to(reading, "Rome: is it")
    reading.press("E")
    assert entry(reading, "said").text == "Families had waited more than @@ days, Det Supt K Rowe said."
    assert not any("Rome" in row.text for row in rows(reading) if row.wanting)
    reading.press("Ctrl+Z")
    assert "Rome" in entry(reading, "said").text
    assert line(reading, "Rome: is it Rowe").wanting


def test_e_fills_a_gap_in_one_line(reading):
    go_to(reading, "@@")
    reading.press("E")
    reading.type("forty")
    reading.press("Return")
    assert "more than forty days" in entry(reading, "said").text
    assert reading.room.reading.panel.list.hasFocus()


def test_e_asks_for_the_owner_that_is_missing(reading):
    go_to(reading, "learning points")
    reading.press("E")
    reading.type("row")
    reading.press("Return")
    assert entry(reading, "bare").owners == ("Det Supt K Rowe",)
    assert not line(reading, "learning points").wanting


def test_e_asks_for_the_date_that_is_missing(reading):
    go_to(reading, "write to the schools")
    reading.press("E")
    reading.type("6/10")
    assert [row.text for row in asked(reading).list.row_model.rows] == ["Tue 6 Oct 2026"]
    reading.press("Return")
    assert entry(reading, "undated").due.date == date(2026, 10, 6)
    assert line(reading, "write to the schools").right == "Tue 6 Oct 2026"


def test_an_owner_nobody_knows_goes_on_the_roster(reading, body):
    go_to(reading, "ask the ICB")
    reading.press("E", "Return")
    assert "R Devlin" in [p.name for p in reading.read(people.roster, body.id)]
    assert not line(reading, "ask the ICB").wanting
    assert entry(reading, "stranger").owners == ("R Devlin",)


def test_an_owner_nobody_knows_is_written_anew(reading):
    go_to(reading, "ask the ICB")
    reading.press("E")
    reading.type("nol")
    reading.press("Return")
    assert entry(reading, "stranger").owners == ("I Nolan",)


def test_o_and_m_change_owner_and_date_of_any_action(reading):
    go_to(reading, "write to the schools")
    reading.press("O")
    reading.type("J Amari, I Nolan")
    reading.press("Return", "M")
    reading.type("next meeting")
    reading.press("Return")
    kept = entry(reading, "undated")
    assert kept.owners == ("J Amari", "I Nolan")
    assert kept.due.as_written == "next meeting"


def test_esc_in_the_question_changes_nothing(reading):
    go_to(reading, "write to the schools")
    reading.press("E")
    reading.type("6/10")
    reading.press("Escape")
    assert reading.room.reading.panel.list.hasFocus()
    assert entry(reading, "undated").due == Due()


def test_e_explains_an_abbreviation_for_the_body(live, meeting, body):
    live.do(minutes.save_entries, meeting.items[2].id, (Paragraph("MASH met twice."),))
    live.press("Shift+F5")
    go_to(live, "MASH")
    live.press("E")
    live.type("Multi-Agency Safeguarding Hub")
    live.press("Return")
    assert [(t.short, t.full) for t in live.read(terms.terms, body.id)] == [("MASH", "Multi-Agency Safeguarding Hub")]
    assert not any("MASH" in row.text for row in rows(live))


def test_n_goes_to_the_next_line_that_wants_putting_right(reading):
    reading.press("Home", "N")
    first = reading.room.reading.panel.row()
    assert first.wanting
    for _ in rows(reading):
        reading.press("N")
    assert reading.room.reading.panel.row().wanting


def test_what_was_parked_is_read_back_for_the_next_agenda(reading):
    parked = line(reading, "Voice of young people")
    assert (parked.margin, parked.right, parked.wanting) == ("Parked", "for the next agenda", False)


def test_people_not_marked_lead_to_the_attendance(reading):
    go_to(reading, "5 people are not marked")
    reading.press("E")
    assert reading.people.hasFocus()


def test_ctrl_enter_closes_at_the_time_that_stands_there(reading):
    reading.clock.go_on(90)
    reading.press("Escape", "Shift+F5")
    form = reading.room.reading.panel.form
    assert form.ended.text() == "11:00"
    form.ended.setFocus()
    reading.press("Ctrl+A")
    reading.type("10.55")
    reading.press("Ctrl+Return")
    details = reading.stored().details
    assert (details.stage, details.end) == (Stage.CLOSED, time(10, 55))
    assert form.heading.text() == "The meeting closed at 10:55"
    assert reading.room.reading.open_now


def test_a_time_that_is_none_is_said_and_closes_nothing(reading):
    form = reading.room.reading.panel.form
    form.ended.setFocus()
    reading.press("Ctrl+A")
    reading.type("soon")
    reading.press("Return")
    assert form.ended_field.note.text() == "Not a time: type it as 11:19."
    assert reading.session.live


def test_the_next_meeting_is_kept_as_it_is_typed(reading):
    form = reading.room.reading.panel.form
    form.next.setFocus()
    reading.type("6/10/2026 9.30")
    reading.press("Tab")
    (coming,) = reading.stored().next_meetings
    assert (coming.date, coming.time) == (date(2026, 10, 6), time(9, 30))
    form.next.setFocus()
    reading.press("Ctrl+A")
    reading.type("13 Oct 2026, 10:00")
    reading.press("Ctrl+Return")
    (moved,) = reading.stored().next_meetings
    assert (moved.id, moved.date, moved.rearranged_from) == (coming.id, date(2026, 10, 13), date(2026, 10, 6))
    assert reading.session.stage is Stage.CLOSED


def test_a_day_that_is_none_is_said_at_the_field(reading):
    form = reading.room.reading.panel.form
    form.next.setFocus()
    reading.type("soon")
    reading.press("Ctrl+Return")
    assert form.next_field.note.text().startswith("Not a day")
    assert reading.session.live


def test_esc_leads_back_to_the_sentence(reading):
    reading.press("Escape")
    assert reading.editor.hasFocus()
    assert not reading.room.reading.open_now
    assert reading.session.live


def test_a_meeting_with_nothing_to_read_closes_by_enter(clerk, desk):
    board = clerk.do(bodies.add_body, "Quiet Board")
    clerk.enter(clerk.do(meetings.new_meeting, board.id, date=date(2026, 9, 1)))
    clerk.press("Escape", "F5", "Shift+F5")
    assert clerk.room.reading.panel.form.close_button.hasFocus()
    clerk.press("Return")
    assert clerk.session.stage is Stage.CLOSED


def test_keys_of_the_room_bring_the_sheet_back_first(reading):
    reading.press("Ctrl+E")
    assert reading.people.hasFocus()
    assert not reading.room.reading.open_now


def test_f6_goes_between_the_lines_and_the_form(reading):
    panel = reading.room.reading.panel
    reading.press("F6")
    assert panel.form.ended.hasFocus()
    while not panel.list.hasFocus():
        reading.press("F6")


def test_a_bank_holiday_is_told(live, meeting):
    christmas = Due(DueKind.DATE, date(2026, 12, 25))
    live.do(minutes.save_entries, meeting.items[2].id, (Action("send the cards", ("I Nolan",), christmas),))
    live.press("Ctrl+Shift+R")
    assert line(live, "send the cards").right == "Fri 25 Dec 2026 is a bank holiday"


def test_gaps_and_parked_notes_are_counted_while_they_are_typed(live):
    live.type("More than @@ days, @@ said.")
    agenda = live.room.agenda
    live.qtbot.waitUntil(lambda: agenda.gaps.figure == "2")
    assert agenda.list.row_model.rows[0].note == "2 gaps to fill"
    assert agenda.parked.figure == ""
    live.press("Return", "Ctrl+Shift+O")
    live.type("Parked: Voice of young people")
    live.qtbot.waitUntil(lambda: agenda.parked.figure == "1")


def test_w_and_l_lead_to_the_papers_once_the_meeting_is_closed(reading, meeting, body):
    reading.press("W")
    assert reading.at == "room"
    reading.press("Ctrl+Return", "W")
    assert (reading.at, reading.asked("preview").meeting_id) == ("preview", meeting.id)
    reading.enter(meeting)
    assert reading.editor.hasFocus()
    reading.press("Ctrl+Shift+R", "L")
    assert reading.asked("preview") == Where(body.id, note=LogChoice(body_id=body.id).note())


def test_what_a_quick_hand_asks_for_after_closing_is_done_when_it_is_closed(reading, meeting):
    press(reading.window, "Ctrl+Return", "W")
    reading.qtbot.waitUntil(lambda: reading.at == "preview")
    assert reading.stored().details.stage is Stage.CLOSED


def test_quotations_are_read_back_and_gone_to(live, meeting):
    live.do(minutes.save_entries, meeting.items[2].id, (Paragraph("She said, “We will never do that”."),))
    live.press("Ctrl+Shift+R")
    go_to(live, "“We will never do that”")
    live.press("Return")
    assert live.editor.textCursor().selectedText() == "“We will never do that”"


def test_where_there_is_little_height_the_lines_have_it_and_the_form_comes_when_asked_for(open_window, meeting):
    clerk = open_window(640, 420)
    clerk.enter(meeting)
    clerk.context.messages.trouble("There is no quorum", "No decision can be taken.", source="any")
    clerk.press("F5")
    clerk.type("/r the report be noted")
    clerk.press("Return", "Ctrl+Shift+R")
    panel = clerk.room.reading.panel
    clerk.settle()
    assert panel.list.hasFocus()
    assert (panel.form.isVisible(), panel.to_form.isVisible()) == (False, True)
    clerk.press("F6", "Space")
    assert panel.form.ended.hasFocus()
    clerk.press("Shift+F6")
    assert panel.list.hasFocus()
    assert not panel.form.isVisible()
    clerk.press("Ctrl+Return")
    assert clerk.stored().details.stage is Stage.CLOSED


def test_e_offers_who_is_of_an_organisation_that_owns_an_action_and_puts_them_in_its_place(live):
    live.type("/a Police and I Nolan bring the figures by 6/10")
    live.press("Return", "Ctrl+Shift+R")
    go_to(live, "bring the figures")
    assert "name a person" in line(live, "bring the figures").right
    live.press("E")
    assert [row.text for row in asked(live).list.row_model.rows] == ["Det Supt K Rowe"]
    live.press("Return")
    (action,) = (e for e in live.stored().items[0].entries if isinstance(e, Action))
    assert action.owners == ("Det Supt K Rowe", "I Nolan")


def test_e_offers_both_people_whose_initials_an_owner_is(live):
    for name in ("Tom Bell", "Tara Boyd"):
        live.do(people.add_person, Person(live.session.meeting.body.id, name))
    live.do(minutes.save_entries, live.session.items[0].id, (Action("write", ("TB",)),))
    live.press("Ctrl+Shift+R")
    go_to(live, "write")
    assert "TB is Tom Bell or Tara Boyd" in line(live, "write").right
    live.press("E")
    assert [row.text for row in asked(live).list.row_model.rows] == ["Tom Bell", "Tara Boyd"]


def test_e_asks_for_the_times_of_somebody_who_left_before_the_beginning(live, clock):
    live.go_to_person("I Nolan")
    live.press("P", "Escape")
    clock.go_on(20)
    live.go_to_person("I Nolan")
    live.press("L", "Escape")
    nolan = live.person("I Nolan")
    live.do(attendance.change_attendee, replace(nolan, intervals=(Interval(None, time(9, 10)),)))
    live.press("Ctrl+Shift+R")
    go_to(live, "I Nolan left at 09:10, before the meeting began at 09:30")
    live.press("E", "Ctrl+A")
    live.type("to 9:45")
    live.press("Return")
    assert live.person("I Nolan").intervals[-1].end == time(9, 45)
