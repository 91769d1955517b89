"""The bin on screen: what was removed comes back, or goes for good after a question."""

import pytest

from wibdesk.domain.agenda import Item
from wibdesk.domain.entries import Paragraph
from wibdesk.domain.people import Person
from wibdesk.services import agenda, meetings, minutes, people
from wibdesk.services.bin import binned


@pytest.fixture
def removed(clerk, board):
    """A person and an item with minutes that were removed, the item last."""
    person = clerk.do(people.add_person, Person(board.body.id, "R Calloway"))
    item = clerk.do(agenda.add_item, board.id, Item("Front door"))
    clerk.do(minutes.save_entries, item.id, (Paragraph("Contacts had risen."),))
    clerk.do(people.remove_person, person.id)
    clerk.do(agenda.remove_item, item.id)
    return clerk.open("bin")


def test_an_empty_bin_says_what_will_lie_in_it(clerk, board):
    part = clerk.open("bin")
    assert "Nothing in the bin" in clerk.screen()
    assert not part.back_button.isEnabled()
    clerk.press("Alt+1", "Alt+2")
    assert clerk.place.shown == "bin"


def test_what_was_removed_is_listed_newest_first_with_where_it_belonged(clerk, removed):
    assert [row.split(" | ")[0] for row in clerk.rows()] == ["Front door, Agenda item", "R Calloway, Person"]
    assert "Norbury Improvement Board" in clerk.rows()[0]
    assert "Holds minutes" in clerk.rows()[0]
    assert "2 things removed. What holds no minutes goes by itself after 90 days" in clerk.screen()


def test_in_a_copy_to_read_nothing_is_put_back_or_emptied(clerk, removed):
    clerk.desk.read_only = True
    removed.enter()
    clerk.settle()
    assert clerk.place.keys() == [("Esc", "parts"), ("Ctrl K", "any command")]
    assert not removed.back_button.isEnabled()
    assert not removed.empty_button.isEnabled()
    clerk.press("Return", "E")
    assert len(clerk.rows()) == 2
    assert not removed.asking.is_open()


def test_enter_puts_a_thing_back_and_ctrl_z_takes_that_back(clerk, board, removed):
    clerk.press("Return")
    assert clerk.said[-1] == "Front door put back"
    assert [item.title for item in clerk.read(meetings.meeting, board.id).items][-1] == "Front door"
    assert [row.split(",")[0] for row in clerk.rows()] == ["R Calloway"]
    clerk.press("Ctrl+Z")
    assert [row.split(",")[0] for row in clerk.rows()] == ["Front door", "R Calloway"]


def test_one_thing_goes_for_good_only_after_a_question(clerk, removed):
    clerk.press("Del")
    assert "Delete “Front door” for good?" in clerk.screen()
    assert "This cannot be undone. It holds minutes." in clerk.screen()
    clerk.press("Return")
    assert len(clerk.rows()) == 2
    clerk.press("Del", "Tab", "Return")
    assert clerk.said[-1] == "1 thing deleted for good"
    assert [row.split(",")[0] for row in clerk.rows()] == ["R Calloway"]


def test_the_whole_bin_is_emptied_after_a_question(clerk, removed):
    clerk.press("E")
    assert "Empty the bin of 2 things?" in clerk.screen()
    assert "1 of them holds minutes." in clerk.screen()
    clerk.press("Tab", "Return")
    assert clerk.read(binned) == ()
    assert "Nothing in the bin" in clerk.screen()


def test_a_narrow_window_says_on_the_second_line_where_it_belonged(clerk, removed):
    clerk.window.resize(640, 640)
    clerk.settle()
    assert clerk.rows()[1].startswith("R Calloway, Person, Norbury Improvement Board")


def test_an_open_question_is_put_away_when_the_part_is_left(clerk, removed):
    clerk.press("E", "Alt+3")
    assert not removed.asking.is_open()
    clerk.press("Alt+2")
    assert "cannot be undone" not in clerk.screen()
