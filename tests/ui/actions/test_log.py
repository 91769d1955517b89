"""The action log worked by keys on a real register."""

from datetime import date

from PySide6.QtWidgets import QApplication

from tests.keys import press
from tests.ui.actions.conftest import ENTRIES, row_texts
from ui.cells import text_of
from ui.place import Where
from ui.places.actions.emptiness import empty_words
from wibdesk.domain.deadlines import DueKind
from wibdesk.domain.entries import Action, Progress
from wibdesk.domain.log_views import LogView
from wibdesk.services import actions, bodies, meetings, minutes


def log_of(clerk):
    return {row.action.text: row for row in clerk.read(actions.log)}


def chosen(clerk):
    return clerk.place.action().action.text


def test_the_log_groups_by_deadline_with_what_is_overdue_first(clerk, meeting):
    place = clerk.go("actions")
    assert row_texts(place.table) == [
        "Overdue, 1",
        "send the *workforce* return",
        "Due at the meeting of Tue 6 Oct 2026, 1",
        "bring figures by school",
        "Due in November 2026, 1",
        "write to the young people",
        "No date, 1",
        "refresh the practice guide",
    ]


def test_a_row_shows_reference_meeting_owner_deadline_story_and_rag(clerk, meeting):
    place = clerk.go("actions")
    first = place.table.table_model.rows[1]
    assert [text_of(cell) for cell in first.cells] == [
        "3.1, 7 Jul 2026",
        "Tue 7 Jul 2026, item 3",
        "send the workforce return, Raised Tue 7 Jul 2026, item 3",
        "Det Supt K Rowe, Norbury Police",
        "Norbury Police",
        "Tue 4 Aug 2026, 28 days over",
        "as now",
        "Open",
        "Red",
        "None yet",
    ]
    assert "due Tuesday 4 August 2026" in first.sentence
    assert "typed: ASAP" in text_of(place.table.table_model.rows[-1].cells[5])


def test_the_tabs_count_each_view_and_the_arrow_keys_change_it(clerk, meeting):
    place = clerk.go("actions")
    assert place.tabs.counts == {"open": 4, "overdue": 1, "done": 0, "closed": 0, "all": 4}
    clerk.press("Right")
    assert place.tabs.current() == "overdue"
    assert row_texts(place.table) == ["Overdue, 1", "send the *workforce* return"]
    clerk.press("Left")
    assert place.tabs.current() == "open"


def test_one_key_marks_an_action_and_undo_takes_it_back(clerk, meeting):
    clerk.go("actions")
    assert chosen(clerk) == "send the *workforce* return"
    clerk.press("D")
    assert log_of(clerk)["send the *workforce* return"].action.status is Progress.DONE
    assert clerk.said == ["Action 3.1: done"]
    assert "Done, to be accepted by the board, 1" in row_texts(clerk.place.table)
    clerk.press("Ctrl+Z")
    assert log_of(clerk)["send the *workforce* return"].action.status is Progress.OPEN


def test_after_an_action_is_done_the_next_one_is_chosen(clerk, meeting):
    clerk.go("actions")
    press(clerk.window, "D", "K", "D")  # quicker than the log is read again
    clerk.settle()
    statuses = {text: row.action.status for text, row in log_of(clerk).items()}
    assert statuses["send the *workforce* return"] is Progress.DONE
    assert statuses["bring figures by school"] is Progress.CLOSED
    assert statuses["write to the young people"] is Progress.DONE


def test_the_keys_i_k_and_r_set_the_other_states(clerk, meeting):
    place = clerk.go("actions")
    for key, status in (("I", Progress.IN_PROGRESS), ("K", Progress.CLOSED)):
        clerk.press(key)
        assert log_of(clerk)["send the *workforce* return"].action.status is status
    assert chosen(clerk) != "send the *workforce* return"
    clerk.press("Right", "Right", "Right")
    assert chosen(clerk) == "send the *workforce* return"
    clerk.press("R")
    assert log_of(clerk)["send the *workforce* return"].action.status is Progress.OPEN
    assert row_texts(place.table) == []
    assert "K closes an action" in place.empty.why.text()


def test_a_state_that_holds_already_is_not_written_again(clerk, meeting):
    clerk.go("actions")
    clerk.press("R")
    assert clerk.said == ["Action 3.1 was open already"]
    assert log_of(clerk)["send the *workforce* return"].updates == ()


def test_letters_typed_into_the_find_field_mark_nothing(clerk, meeting):
    place = clerk.go("actions")
    clerk.press("/")
    clerk.type("guide")
    assert row_texts(place.table) == ["No date, 1", "refresh the practice guide"]
    assert all(row.action.status is Progress.OPEN for row in log_of(clerk).values())
    assert place.finder.count.text() == "1 shown of 4"
    clerk.press("Escape")
    assert len(place.table.table_model.rows) == 8


def test_an_owner_is_asked_for_by_part_of_the_name(clerk, meeting):
    place = clerk.go("actions")
    clerk.press("O")
    clerk.type("rowe")
    assert place.strip.remark.text() == "Det Supt K Rowe"
    clerk.press("Return")
    assert place.view.owner == "Det Supt K Rowe"
    assert row_texts(place.table) == ["Overdue, 1", "send the *workforce* return"]
    assert place.table.hasFocus()
    clerk.press("X")
    assert place.view.owner == ""


def test_an_owner_that_nobody_is_leaves_the_log_and_says_so(clerk, meeting):
    place = clerk.go("actions")
    clerk.press("O")
    clerk.type("nobody")
    clerk.press("Return")
    assert place.strip.isVisible()
    assert place.strip.remark.text().startswith("Nobody by the name “nobody” owns an action")
    clerk.press("Escape")
    assert place.view.owner == ""
    assert place.table.hasFocus()


def test_what_was_looked_for_is_said_where_no_action_is_found():
    heading, words = empty_words(LogView(owner="Rowe", rag="Red"), known=True)
    assert (heading, words) == ("Nothing found", "Looked for: owner Rowe, RAG Red. X shows the whole log again.")


def test_the_log_is_narrowed_to_what_is_due_before_a_day(clerk, meeting):
    place = clerk.go("actions")
    clerk.press("T")
    clerk.type("7 Oct")
    clerk.press("Return")
    assert place.view.due_before == date(2026, 10, 7)
    assert [text for text in row_texts(place.table) if "," not in text] == [
        "send the *workforce* return",
        "bring figures by school",
    ]
    clerk.press("T")
    clerk.type("31 Sep")
    clerk.press("Return")
    assert "no day that can be read" in place.strip.remark.text()
    clerk.press("Escape")


def test_the_body_is_chosen_from_a_menu(clerk, meeting):
    clerk.do(bodies.add_body, "Schools Forum")
    place = clerk.go("actions")
    clerk.press("B")
    press(QApplication.focusWidget(), "End", "Return")
    clerk.settle()
    assert place.filters.body.text() == "Schools Forum"
    assert row_texts(place.table) == []
    assert place.tabs.counts["all"] == 0


def heads_of(table):
    return [row.cells[0] for row in table.table_model.rows if row.group]


def test_h_chooses_the_headings_and_a_joint_action_stands_under_each_owner(clerk, meeting):
    place = clerk.go("actions")
    clerk.choose("H", "O")
    assert heads_of(place.table) == ["No owner, 1", "Det Supt K Rowe, 1", "Helen Ferrer, 1", "J Amari, 2"]
    assert row_texts(place.table).count("bring figures by school") == 2
    clerk.choose("H", "A")
    assert heads_of(place.table) == [
        "No organisation known, 1",
        "Department for Education, 1",
        "Norbury Council, 2",
        "Norbury Police, 1",
    ]
    clerk.choose("H", "M")
    assert heads_of(place.table) == ["Raised Tue 7 Jul 2026, Norbury Improvement Board, 4"]
    clerk.choose("H", "N")
    assert heads_of(place.table) == []


def test_s_sorts_by_reference_meeting_status_and_deadline_in_turn(clerk, meeting):
    place = clerk.go("actions")
    clerk.choose("H", "N")
    clerk.press("End", "D", "S")
    assert [row.data.action.ref for row in place.table.table_model.rows] == ["3.1", "3.2", "3.3", "3.4"]
    assert clerk.announced[-1] == "Sorted by reference"
    clerk.press("S", "S")
    assert [row.data.action.status for row in place.table.table_model.rows][-1] is Progress.DONE
    clerk.press("S")
    assert place.view.order == "due"


def test_a_head_sorts_by_its_column_and_once_more_the_other_way_round(clerk, meeting):
    place = clerk.go("actions")
    clerk.choose("H", "N")
    place.table.sort_wished.emit(0)
    clerk.settle()
    place.table.sort_wished.emit(0)
    clerk.settle()
    assert [row.data.action.ref for row in place.table.table_model.rows] == ["3.4", "3.3", "3.2", "3.1"]
    assert place.table.head.downwards
    place.table.sort_wished.emit(3)
    clerk.settle()
    assert place.view.group_by == "owner"


def test_references_sort_by_figures_not_by_letters(clerk, board):
    made = clerk.do(meetings.new_meeting, board.id, date=date(2026, 7, 7))
    many = tuple(Action(f"action {n}") for n in range(11))
    clerk.do(minutes.save_entries, made.items[0].id, many)
    place = clerk.go("actions")
    clerk.choose("H", "N")
    clerk.press("S")
    assert [row.data.action.ref for row in place.table.table_model.rows][-2:] == ["1.10", "1.11"]


def test_enter_opens_the_action_with_its_sentence_and_story(clerk, meeting):
    place = clerk.go("actions")
    clerk.press("I", "Return")
    assert place.detail.isVisible()
    assert place.detail.title.text() == "send the workforce return"
    assert place.detail.quote.words.text() == "The Board heard that assessments had taken more than @@ days."
    assert place.detail.facts["Status"].text() == "In progress"
    assert place.detail.story.count() == 2
    clerk.press("Down")
    assert place.detail.title.text() == "bring figures by school"
    clerk.press("Escape")
    assert not place.detail.isVisible()
    assert place.table.hasFocus()
    clerk.press("Return", "G")
    action = next(entry for entry in ENTRIES if getattr(entry, "text", "") == "bring figures by school")
    asked = Where(meeting.body.id, meeting.id, meeting.items[2].id, entry_id=action.id)
    assert clerk.asked("room") == asked


def test_the_detail_takes_the_whole_page_and_its_keys_where_it_is_narrow(clerk, meeting):
    clerk.window.resize(1024, 640)
    place = clerk.go("actions")
    clerk.press("Return")
    assert place.detail.hasFocus()
    assert not place.table.isVisible()
    clerk.press("Down", "D")
    assert log_of(clerk)["bring figures by school"].action.status is Progress.DONE
    clerk.press("Escape")
    assert place.table.hasFocus()


def test_a_row_tells_owner_and_deadline_below_only_while_the_panel_leaves_no_columns(clerk, meeting):
    clerk.window.resize(1280, 800)
    place = clerk.go("actions")

    def told():
        words = [column.word for column in place.table.columns]
        return place.table.current_row().cells[words.index("Action")].second

    wide = told()
    assert wide.startswith("Raised")
    clerk.press("Return")
    assert told().startswith("Det Supt K Rowe")
    clerk.press("Escape")
    assert told() == wide


def test_an_update_records_status_note_and_date_as_one_step(clerk, meeting):
    clerk.do(meetings.new_meeting, meeting.body.id, date=date(2026, 11, 10))
    place = clerk.go("actions")
    clerk.press("U")
    assert QApplication.focusWidget() is place.form.note
    clerk.type("chased, reply promised")
    place.form.status.choose("in_progress")
    clerk.press("Tab")
    press(clerk.window, "Ctrl+A")
    clerk.type("next meeting")
    assert place.form.due_field.note.text() == "The meeting of Tuesday 10 November 2026."
    clerk.press("Ctrl+Return")
    row = log_of(clerk)["send the *workforce* return"]
    assert (row.action.status, row.updates[-1].note) == (Progress.IN_PROGRESS, "chased, reply promised")
    assert (row.action.due.kind, row.action.due.date) == (DueKind.MEETING, date(2026, 11, 10))
    assert place.table.hasFocus()
    clerk.press("Ctrl+Z")
    row = log_of(clerk)["send the *workforce* return"]
    assert (row.action.status, row.action.due.date, row.updates) == (Progress.OPEN, date(2026, 8, 4), ())


def test_a_note_that_was_not_recorded_is_still_there(clerk, meeting):
    place = clerk.go("actions")
    clerk.press("U")
    clerk.type("half a note")
    clerk.press("Escape")
    assert place.table.hasFocus()
    clerk.press("U")
    assert place.form.note.toPlainText() == "half a note"


def test_what_the_room_records_stands_in_the_log_at_once(clerk, meeting):
    place = clerk.go("actions")
    clerk.do(minutes.save_entries, meeting.items[0].id, (Action("book the hall", ("Helen Ferrer",)),))
    assert "book the hall" in row_texts(place.table)


def test_the_log_is_previewed_as_it_is_narrowed(clerk, meeting):
    clerk.go("actions")
    clerk.press("O")
    clerk.type("rowe")
    clerk.press("Return", "Ctrl+P")
    assert clerk.place.place_id == "preview"
    shown = clerk.place.making.order.gathered.material.actions
    assert [row.action.text for row in shown] == ["send the *workforce* return"]
    clerk.press("Escape")
    assert clerk.place.place_id == "actions"
    assert clerk.place.view.owner == "Det Supt K Rowe"


def test_the_log_is_entered_with_an_action_chosen_whatever_it_was_narrowed_to(clerk, meeting):
    place = clerk.go("actions")
    clerk.press("Right")
    (row,) = [row for row in clerk.read(actions.log) if row.action.text == "refresh the practice guide"]
    clerk.go("room")
    clerk.go("actions", Where(meeting.body.id, item_id=row.action.id, note="action"))
    assert chosen(clerk) == "refresh the practice guide"
    assert place.tabs.current() == "all"


def test_the_view_of_the_log_stays_where_it_holds_the_action_that_is_asked_for(clerk, meeting):
    place = clerk.go("actions")
    (row,) = [row for row in clerk.read(actions.log) if row.action.text == "refresh the practice guide"]
    clerk.go("room")
    clerk.go("actions", Where(meeting.body.id, item_id=row.action.id, note="action"))
    assert chosen(clerk) == "refresh the practice guide"
    assert (place.tabs.current(), place.view.group_by) == ("open", "due")


def test_a_log_longer_than_a_page_is_read_as_it_comes_in_sight(clerk, board):
    made = clerk.do(meetings.new_meeting, board.id, date=date(2026, 7, 7))
    clerk.do(minutes.save_entries, made.items[0].id, tuple(Action(f"action {n}") for n in range(130)))
    place = clerk.go("actions")
    assert len(place.log.page.lines) == 100
    clerk.press("End")
    assert clerk.qtbot.waitUntil(lambda: place.action() is not None) is None
    assert chosen(clerk) == "action 129"


def test_no_key_of_the_log_stands_for_two_things(clerk, meeting):
    clerk.go("actions")
    clerk.go("preview")
    assert clerk.context.commands.clashes() == []
