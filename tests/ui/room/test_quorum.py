"""The quorum in the room: always in the header, a banner while it is lost, and nothing that takes the keyboard."""

from dataclasses import replace
from datetime import time

import pytest

from wibdesk.domain.attendance import Status
from wibdesk.domain.entries import Declaration
from wibdesk.services import attendance, bodies, meetings, minutes

MEMBERS = ("Helen Ferrer", "Det Supt K Rowe", "Dr P Hart", "I Nolan")


@pytest.fixture
def body(desk, body):
    """The board with a quorum of its own: three of its four members."""
    return desk.write(bodies.change_body, replace(body, quorum="3")).result(20).value


@pytest.fixture
def sits(live, clock):
    """The meeting of 09:30 at 09:40 with all four members, the keyboard in the sentence."""
    for name in MEMBERS:
        live.go_to_person(name)
        live.press("P")
    live.press("Esc")
    clock.go_on(10)
    live.announced.clear()
    return live


def leave(clerk, name):
    clerk.go_to_person(name)
    clerk.press("L", "Esc")


def come_back(clerk, name):
    clerk.go_to_person(name)
    clerk.press("J", "Esc")


def badge(clerk):
    fact = clerk.room.bar.members
    return fact.words, fact.note, fact.tone, fact.icon_name


def banner(clerk):
    found = clerk.window.voice.banners.get("quorum")
    return found.accessibleName() if found is not None else ""


def test_the_badge_says_met_then_no_one_may_leave_then_lost_since_when(sits, clock):
    assert badge(sits) == ("Quorum 4/3", "met", "good", "users")
    leave(sits, "I Nolan")
    assert badge(sits) == ("Quorum 3/3", "no one may leave", "warn", "users")
    clock.go_on(5)
    leave(sits, "Dr P Hart")
    assert badge(sits) == ("Quorum 2/3", "lost at 09:45", "bad", "octagon-alert")
    assert sits.room.bar.members.accessibleName() == "Quorum lost at 09:45, 2 of 3 needed"


def test_a_lost_quorum_is_told_on_a_banner_at_once_and_once_and_goes_when_it_is_met_again(sits):
    leave(sits, "I Nolan")
    assert banner(sits) == ""
    leave(sits, "Dr P Hart")
    assert banner(sits).startswith("Quorum lost at 09:40: 2 here, 3 needed. No decision can be taken")
    leave(sits, "Det Supt K Rowe")
    assert banner(sits).startswith("Quorum lost at 09:40: 1 here, 3 needed")
    come_back(sits, "Det Supt K Rowe")
    come_back(sits, "Dr P Hart")
    assert banner(sits) == ""
    assert [words for words in sits.announced if "enough members" in words] == [
        "Quorum met, no one may leave, 3 of 3 needed: there are enough members again"
    ]


def test_the_banner_leaves_the_keyboard_and_the_words_where_they_are(sits, desk):
    sits.press("Ctrl+Down")
    sits.type("The Chair asked")
    for name in ("I Nolan", "Dr P Hart"):
        sits.do(attendance.set_status, sits.person(name).id, Status.APOLOGIES)
    assert "There is no quorum: 2 here, 3 needed" in banner(sits)
    sits.type(" for more.")
    assert sits.editor.hasFocus()
    assert sits.texts(2) == ["The minutes were agreed.The Chair asked for more."]


def test_the_line_of_the_caret_stays_in_sight_when_the_banner_comes(sits):
    for _ in range(30):
        sits.type("Heard.")
        sits.press("Return")
    leave(sits, "I Nolan")
    leave(sits, "Dr P Hart")
    editor = sits.editor
    sits.qtbot.waitUntil(lambda: editor.cursorRect().bottom() <= editor.viewport().height())
    assert banner(sits)


def test_an_interest_typed_into_the_item_that_is_open_counts_at_once(sits):
    leave(sits, "I Nolan")
    item = sits.session.item
    sits.do(minutes.save_entries, item.id, (Declaration("Dr P Hart", item.number, left_room=True),))
    assert badge(sits)[:2] == ("Quorum 2/3", "lost at 09:40")
    sits.press("Ctrl+Down")
    sits.type("Heard.")
    assert badge(sits)[:2] == ("Quorum 3/3", "no one may leave")
    assert banner(sits) == ""


def test_it_can_be_noted_in_the_minutes_by_one_key(sits):
    leave(sits, "I Nolan")
    leave(sits, "Dr P Hart")
    sits.press("Ctrl+Down", "Alt+M")
    sits.qtbot.waitUntil(lambda: len(sits.texts(2)) > 1)
    assert sits.texts(2) == [
        "The minutes were agreed.",
        "The meeting was not quorate from 9.40 am: 2 of the 3 members needed were present.",
    ]
    sits.press("Ctrl+Z")
    assert sits.texts(2) == ["The minutes were agreed."]


def test_noting_it_from_another_place_leads_back_to_the_room(sits):
    leave(sits, "I Nolan")
    leave(sits, "Dr P Hart")
    sits.go("meetings")
    assert banner(sits)
    sits.press("Alt+M")
    sits.qtbot.waitUntil(lambda: sits.at == "room")
    assert "not quorate" in sits.texts(1)[-1]


def test_nothing_is_lost_before_the_start_while_members_are_being_marked_and_after_the_end(clerk, meeting):
    clerk.enter(meeting)
    assert badge(clerk) == ("Quorum 0/3", "not met", "muted", "users")
    clerk.press("F5")
    assert (badge(clerk)[2:], banner(clerk)) == (("warn", "users"), "")
    for name, key in zip(MEMBERS, "PPAA", strict=True):
        clerk.go_to_person(name)
        clerk.press(key)
    assert "There is no quorum" in banner(clerk)
    clerk.press("Esc")
    clerk.do(meetings.close_meeting, meeting.id, time(10, 0))
    assert banner(clerk) == ""
    assert clerk.room.bar.members.accessibleName() == "2 of 4 members present"


def test_another_meeting_takes_the_banner_away(sits, bare):
    leave(sits, "I Nolan")
    leave(sits, "Dr P Hart")
    sits.enter(bare)
    assert banner(sits) == ""


def test_a_board_without_a_rule_shows_its_members(clerk, meeting, desk):
    desk.write(bodies.change_body, replace(meeting.body, quorum=None)).result(20)
    clerk.enter(meeting)
    assert clerk.room.bar.members.accessibleName() == "0 of 4 members present"


@pytest.mark.parametrize(
    ("width", "words"),
    [
        (1600, ("Quorum 4/3", "met")),
        (1280, ("Quorum 4/3", "met")),
        (1024, ("Quorum 4/3", "")),
        (900, ("Quorum 4/3", "")),
    ],
)
def test_the_badge_stays_at_every_width(open_window, meeting, desk, width, words):
    clerk = open_window(width=width)
    for one in meeting.attendance:
        desk.write(attendance.set_status, one.id, Status.PRESENT).result(20)
    clerk.enter(meeting)
    clerk.press("F5")
    assert badge(clerk)[:2] == words
    assert clerk.room.bar.members.isVisible()


def test_who_is_typed_in_and_out_counts_at_once(sits):
    sits.type("/out I Nolan")
    sits.press("Return")
    assert badge(sits)[:2] == ("Quorum 3/3", "no one may leave")
    sits.type("/i Dr P Hart 1 governor of the school, left the room")
    sits.press("Return")
    sits.stored()
    assert badge(sits)[:2] == ("Quorum 2/3", "lost at 09:40")
    sits.type("/in I Nolan")
    sits.press("Return")
    assert (badge(sits)[:2], banner(sits)) == (("Quorum 3/3", "no one may leave"), "")


def test_in_focus_mode_the_warning_stands_in_words_and_fits_at_twice_the_size(sits, theme):
    leave(sits, "I Nolan")
    theme.switch(scale=2.0)
    sits.press("F11")
    bar = sits.room.bar
    assert badge(sits)[:2] == ("Quorum 3/3", "no one may leave")
    shown = (bar.live, bar.members, bar.saved, bar.way_back)
    sits.qtbot.waitUntil(lambda: all(fact.width() >= fact.sizeHint().width() for fact in shown))
    assert bar.way_back.geometry().right() <= bar.width()
