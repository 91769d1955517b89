"""Setting up and changing a body, by keys in a real window on a real register."""

from threading import Event

import pytest
from PySide6.QtWidgets import QApplication

from tests.keys import press, type_words
from ui.cells import text_of
from ui.place import Where
from wibdesk.domain.bodies import STANDING_ITEMS
from wibdesk.services import bodies, meetings, people


def test_a_body_is_set_up_with_its_members_and_leads_to_its_first_meeting(clerk):
    place = clerk.go("body")
    clerk.type("Dene Valley Improvement Board")
    place.members.text.setFocus()
    QApplication.clipboard().setText("Helen Ferrer, Chair, DfE\nDr P Hart\n\nIn attendance:\nJ Amari, Clerk")
    clerk.press("Ctrl+V")
    rows = place.members.table.table_model.rows
    assert [[text_of(c) for c in row.cells] for row in rows] == [
        ["Helen Ferrer", "Chair", "DfE", "Chair"], ["Dr P Hart", "", "", "Member"],
        ["J Amari", "Clerk", "", "In attendance"],
    ]  # fmt: skip
    assert place.members.count.text() == "3 people read"
    clerk.press("Ctrl+Return")
    (made,) = clerk.read(bodies.bodies)
    assert (made.name, made.standing_items) == ("Dene Valley Improvement Board", STANDING_ITEMS)
    assert [p.name for p in clerk.read(people.roster, made.id)] == ["Helen Ferrer", "Dr P Hart", "J Amari"]
    assert clerk.at == "meetings"
    assert clerk.place.page.panel.body_field.chosen() == made.id
    assert clerk.context.settings.now.last_body == made.id


def test_profile_house_style_and_standing_items_are_stored_as_chosen(clerk):
    place = clerk.go("body")
    clerk.type("Parish Council")
    clerk.press("Return")
    place.profile = place.fields.profile
    place.fields.profile.choose("parish_council")
    place.fields.style_field.choose("improvement_board")
    place.fields.standing.setPlainText("Apologies\n\n  Public   questions \n")
    clerk.press("Ctrl+Return")
    (made,) = clerk.read(bodies.bodies)
    assert (made.profile, made.house_style) == ("parish_council", "improvement_board")
    assert made.standing_items == ("Apologies", "Public questions")


def test_a_house_style_chosen_by_its_first_letters_before_the_list_is_there_is_kept(clerk):
    register_is_free = Event()
    clerk.desk.read(lambda _: register_is_free.wait(20))
    clerk.window.go("body")
    press(clerk.window, "Tab", "Tab")
    clerk.window.place.fields.name.setText("Dene Valley Committee")
    assert clerk.window.place.fields.style_field.count() == 0
    type_words(clerk.window, "Tru")
    press(clerk.window, "Ctrl+Return")
    register_is_free.set()
    clerk.settle()
    (made,) = clerk.read(bodies.bodies)
    assert made.house_style == "trust_board"


def test_tab_leads_from_name_and_styles_to_the_members_and_then_to_the_standing_items(clerk):
    place = clerk.go("body")
    reached = [QApplication.focusWidget().accessibleName()]
    for _ in range(4):
        clerk.press("Tab")
        reached.append(QApplication.focusWidget().accessibleName())
    assert reached == ["Name of the body", "Profile", "House style", "Members", "Standing items"]
    clerk.press("Shift+Tab")
    assert place.members.text.hasFocus()


def test_a_body_without_a_name_is_refused_at_the_field(clerk):
    place = clerk.go("body")
    clerk.press("Ctrl+Return")
    assert place.fields.name_field.note.text() == "A body needs a name: type it as it stands on its papers."
    assert clerk.read(bodies.bodies) == ()


def test_a_name_of_ten_thousand_letters_is_refused_in_words(clerk):
    place = clerk.go("body")
    place.fields.name.setText("x" * 10_000)
    clerk.press("Ctrl+Return")
    assert place.fields.name_field.note.text() == "The name is 10,000 letters long: shorten it to 300 or fewer."


def test_a_name_that_is_taken_is_said_at_the_field_and_nothing_typed_is_lost(clerk, board):
    place = clerk.go("body")
    clerk.type(board.name)
    place.members.text.setPlainText("A Lee")
    clerk.press("Ctrl+Return")
    assert "already a body named" in place.fields.name_field.note.text()
    assert place.members.text.toPlainText() == "A Lee"
    assert len(clerk.read(bodies.bodies)) == 1


def test_a_draft_stays_when_the_clerk_leaves_and_comes_back(clerk, board):
    place = clerk.go("body")
    clerk.type("Dene Valley")
    clerk.press("Esc")
    assert clerk.at == "meetings"
    clerk.go("body")
    assert place.fields.name.text() == "Dene Valley"


def test_a_body_is_changed_and_its_unapproved_meetings_follow_its_style(clerk, board, meeting):
    place = clerk.go("body", Where(body_id=board.id))
    assert place.fields.name.text() == board.name
    assert not place.members.isVisible()
    place.fields.style_field.choose("improvement_board")
    clerk.press("Ctrl+Return")
    assert clerk.at == "meetings"
    assert clerk.read(bodies.body, board.id).house_style == "improvement_board"
    assert clerk.read(meetings.meeting, meeting.id).details.house_style == "improvement_board"


def test_a_choice_that_is_left_alone_stays_unsaid(clerk, board):
    clerk.go("body", Where(body_id=board.id))
    clerk.type("x")
    clerk.press("Ctrl+Return")
    kept = clerk.read(bodies.body, board.id)
    assert (kept.profile, kept.house_style) == (None, None)


def test_narrow_windows_set_the_members_below_the_fields(clerk):
    place = clerk.go("body")
    beside = place.members.mapTo(place, place.members.rect().topLeft())
    assert beside.x() > place.fields.width() // 2
    clerk.context.theme.switch(scale=2.0)
    clerk.window.resize(1281, 800)
    clerk.qtbot.waitUntil(lambda: place.members.x() == place.fields.x())
    assert place.members.y() > place.fields.y()


def test_a_body_kept_after_the_clerk_went_elsewhere_does_not_fetch_the_clerk_back(clerk):
    clerk.go("body")
    clerk.type("Dene Valley Board")
    register_is_free = Event()
    clerk.desk.read(lambda uow: register_is_free.wait(20))
    press(clerk.window, "Ctrl+Return")
    press(clerk.window, "Ctrl+4")
    register_is_free.set()
    clerk.settle()
    (made,) = clerk.read(bodies.bodies)
    assert (made.name, clerk.at) == ("Dene Valley Board", "people")


def test_a_quorum_of_the_body_s_own_is_kept_and_the_help_says_the_rule_of_its_kind(clerk, board):
    place = clerk.go("body", Where(body_id=board.id))
    assert place.fields.quorum_field.note.text().endswith("Empty means that none is reckoned.")
    place.fields.profile.choose("parish_council")
    assert place.fields.quorum_field.note.text().endswith("Empty means a third, at least 3.")
    place.fields.profile.choose("roberts_rules")
    assert place.fields.quorum_field.note.text().endswith("Empty means more than half.")
    place.fields.quorum.setFocus()
    clerk.type("plenty")
    clerk.press("Ctrl+Return")
    assert place.fields.quorum_field.note.text() == "“plenty” is no number or share: type 5, 1/3 or one half."
    assert QApplication.focusWidget() is place.fields.quorum
    place.fields.quorum.selectAll()
    clerk.type("1/3, at least 3")
    clerk.press("Ctrl+Return")
    assert clerk.read(bodies.body, board.id).quorum == "1/3, at least 3"
    clerk.go("body", Where(body_id=board.id))
    assert place.fields.quorum.text() == "1/3, at least 3"


@pytest.mark.parametrize("came_from", ["meetings", "people", "figures", "agenda"])
def test_one_key_leads_to_the_body_that_the_clerk_is_at(clerk, board, meeting, came_from):
    clerk.do(bodies.add_body, "Another Board")
    clerk.go(came_from, Where(body_id=board.id, meeting_id=meeting.id))
    clerk.press("Ctrl+Shift+B")
    assert (clerk.at, clerk.place.fields.name.text()) == ("body", board.name)


def test_the_key_pressed_again_offers_every_body_and_setting_up_another(clerk, board):
    clerk.do(bodies.add_body, "Another Board")
    clerk.press("Ctrl+Shift+B", "Ctrl+Shift+B", "1")
    assert clerk.place.fields.name.text() == "Another Board"
    clerk.press("Ctrl+Shift+B", "2")
    assert clerk.place.fields.name.text() == board.name
    clerk.press("Ctrl+Shift+B", "3")
    assert (clerk.place.fields.name.text(), clerk.place.members.isVisible()) == ("", True)


def test_where_it_is_narrow_the_title_keeps_its_room_and_the_foot_has_the_key_of_another_body(clerk, board):
    place = clerk.go("body", Where(body_id=board.id))
    assert place.other_button.isVisible()
    clerk.context.theme.switch(scale=2.0)
    clerk.window.resize(1281, 800)
    clerk.qtbot.waitUntil(lambda: not place.other_button.isVisible())
    clerk.qtbot.waitUntil(lambda: place.bar.title.width() >= place.bar.title.sizeHint().width())
    foot = place.keys()
    assert ("Ctrl Shift B", "another body") in foot


def test_the_key_opens_an_empty_page_where_there_is_no_body_yet(clerk):
    clerk.press("Ctrl+Shift+B")
    assert (clerk.at, clerk.place.fields.name.text()) == ("body", "")
    assert not clerk.place.other_button.isVisible()


def test_what_was_changed_is_kept_when_another_body_is_looked_at_and_can_be_taken_back(clerk, board):
    other = clerk.do(bodies.add_body, "Another Board")
    place = clerk.go("body")
    clerk.type("Dene Valley")
    clerk.go("body", Where(body_id=board.id))
    place.fields.name.selectAll()
    clerk.type("Norbury Board")
    clerk.go("body", Where(body_id=other.id))
    assert clerk.read(bodies.body, board.id).name == "Norbury Board"
    assert clerk.said[-1] == "Norbury Board changed"
    clerk.go("body")
    assert place.fields.name.text() == "Dene Valley"
    place.fields.name.setFocus()
    clerk.context.operations.undo()
    clerk.settle()
    assert clerk.read(bodies.body, board.id).name == board.name


def test_a_body_that_is_left_without_a_name_keeps_the_one_it_had(clerk, board):
    place = clerk.go("body", Where(body_id=board.id))
    place.fields.name.clear()
    clerk.press("Esc")
    assert clerk.read(bodies.body, board.id).name == board.name
    assert place.fields.faults()
