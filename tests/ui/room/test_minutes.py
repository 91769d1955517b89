"""Minutes are saved as they are typed, item by item, and nothing gets lost on the way."""

from wibdesk.domain.agenda import Item, ItemState
from wibdesk.domain.attendance import Status
from wibdesk.domain.entries import Paragraph, Progress
from wibdesk.services import actions, agenda, attendance, minutes


def test_words_are_stored_without_any_save_command(live):
    live.type("The Chair welcomed everyone.")
    live.qtbot.waitUntil(lambda: live.texts(1) == ["The Chair welcomed everyone."])


def test_the_save_comes_by_itself_after_a_moment(live):
    live.type("By itself.")
    read = live.desk.read
    first = live.session.items[0].id

    def there():
        live.settle()
        meeting = read(lambda uow: uow.meetings.whole(live.session.meeting.id)).result(20)
        return [e.text for e in meeting.item(first).entries] == ["By itself."]

    live.qtbot.waitUntil(there)


def test_each_item_keeps_its_text_and_its_caret(live):
    live.type("First item.")
    live.press("Home", "Ctrl+Down")
    live.type(" And signed.")
    live.press("Ctrl+Up")
    live.type("In the ")
    assert live.texts(1) == ["In the First item."]
    assert live.texts(2) == ["The minutes were agreed. And signed."]


def test_undo_of_an_item_survives_a_visit_to_another(live):
    live.type("First.")
    live.press("Return")
    live.type("Second.")
    live.press("Ctrl+Down", "Ctrl+Up", "Ctrl+Z")
    assert live.texts(1) != ["First.", "Second."]
    live.press("Ctrl+Y")
    assert live.texts(1) == ["First.", "Second."]


def test_an_action_gets_its_reference_while_the_caret_stays(live):
    live.type("write to schools")
    live.press("Ctrl+Shift+A", "Escape")
    live.stored()
    live.press("End")
    live.type(" today")
    (action,) = live.stored().items[0].entries
    assert (action.ref, action.text) == ("1.1", "write to schools today")
    assert [row.ref for row in live.room.side.action_list.row_model.rows] == ["1.1"]


def test_a_status_set_in_the_log_reaches_the_sheet_and_is_not_overwritten(live):
    live.type("write to schools")
    live.press("Ctrl+Shift+A", "Escape")
    (action,) = live.stored().items[0].entries
    live.do(actions.set_progress, action.id, Progress.DONE, at=live.clock())
    live.press("End")
    live.type(" today")
    (action,) = live.stored().items[0].entries
    assert (action.text, action.status) == ("write to schools today", Progress.DONE)


def test_marks_made_between_two_saves_do_not_swallow_the_words_typed(live):
    person = live.session.attendees[0].id
    live.type("Words")
    live.do(attendance.set_status, person, Status.PRESENT)
    live.do(attendance.set_status, person, Status.APOLOGIES)
    live.do(agenda.add_item, live.session.meeting.id, Item("Late"))
    live.type(" kept")
    live.do(attendance.set_status, person, Status.PRESENT)
    assert live.texts(1) == ["Words kept"]


def test_leaving_the_room_stores_what_was_typed(live):
    live.type("Last words")
    live.window.go("meetings")
    live.settle()
    meeting = live.desk.read(lambda uow: uow.meetings.whole(live.session.meeting.id)).result(20)
    assert [e.text for e in meeting.items[0].entries] == ["Last words"]


def test_the_keyboard_leaving_the_sentence_stores_what_was_typed(live):
    live.type("Before the list")
    live.press("Ctrl+E")
    meeting = live.desk.read(lambda uow: uow.meetings.whole(live.session.meeting.id)).result(20)
    assert [e.text for e in meeting.items[0].entries] == ["Before the list"]


def test_item_and_caret_are_there_again_after_a_restart(clerk, meeting, open_window, settings):
    clerk.enter(meeting)
    clerk.press("Ctrl+Down", "Home", *["Right"] * 4)
    clerk.window.close()
    clerk.settle()
    again = open_window()
    again.window.go("room")
    again.qtbot.waitUntil(lambda: again.session.item is not None)
    again.settle()
    again.type("draft ")
    assert again.texts(2) == ["The draft minutes were agreed."]


def test_an_item_named_from_outside_opens_with_the_caret_at_its_end(clerk, meeting):
    clerk.enter(meeting, meeting.items[1].id, note="end")
    clerk.type(" Done.")
    assert clerk.texts(2) == ["The minutes were agreed. Done."]


def test_control_s_says_when_the_words_were_stored(live):
    live.type("Words")
    live.press("Ctrl+S")
    live.qtbot.waitUntil(lambda: any(words.startswith("Saved ") for words in live.announced))


def test_words_are_found_in_another_item_and_typing_goes_on_there(live):
    live.press("Ctrl+F")
    live.type("agreed")
    live.press("Return")
    assert live.session.item.title == "Minutes of the last meeting"
    live.type("approved")
    assert live.texts(2) == ["The minutes were approved."]


def test_f3_goes_round_all_places(live):
    live.type("agreed once, agreed twice")
    live.press("Ctrl+F")
    live.type("agreed")
    live.press("Return", "F3", "F3", "F3")
    assert live.session.item.title == "Welcome and apologies"
    assert live.editor.textCursor().selectionStart() == 0


def test_escape_leaves_the_search_and_the_caret_where_it_was(live):
    live.type("One two")
    live.press("Home", "Ctrl+F")
    live.type("minutes")
    live.press("Escape")
    live.type("Zero ")
    assert live.texts(1) == ["Zero One two"]


def test_words_that_stand_nowhere_are_said_so(live):
    live.press("Ctrl+F")
    live.type("zebra")
    live.press("Return")
    assert live.said[-1] == "“zebra” stands nowhere in this meeting"


def test_words_stored_elsewhere_appear_beside_what_was_typed(live):
    live.type("Mine.")
    (mine,) = live.stored().items[0].entries
    live.do(minutes.save_entries, live.session.items[0].id, (mine, Paragraph("Theirs.")))
    live.type(" More.")
    assert live.texts(1) == ["Mine. More.", "Theirs."]


def test_an_item_without_words_is_for_later_again_when_it_is_left(live):
    live.press("Ctrl+Down", "Ctrl+Down")
    live.type("Front door opened.")
    live.stored()
    states = [i.state for i in live.stored().items]
    assert states == [ItemState.LATER, ItemState.LATER, ItemState.NOW, ItemState.LATER]
