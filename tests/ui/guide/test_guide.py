"""The guided first meeting sees what was done, says what comes next, and can be left at any moment."""

from dataclasses import replace
from datetime import date

import pytest
from shiboken6 import isValid

from tests.journeys.screen import keyboard_place
from tests.ui.benches import PASSPHRASE, Opened, in_the_room, register_with_meeting
from ui.guide.steps import STEPS, Seen, current, keys_of, words_of
from wibdesk import paths
from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Attendee, Interval, Status
from wibdesk.domain.bodies import Body
from wibdesk.domain.entries import Action, Paragraph
from wibdesk.domain.meetings import Meeting, MeetingDetails, Stage
from wibdesk.services import meetings


def practice(stage=Stage.LIVE, people=(), entries=()):
    """A practice meeting as it stands."""
    item = Item("Welcome", entries=tuple(entries))
    body = Body("Norbury Board")
    return Meeting(body, MeetingDetails(body.id, date(2026, 9, 1), stage=stage), tuple(people), (item,))


def number(*, saved=(), place="room", **meeting):
    """The number of the step that comes next, from 1."""
    return current(Seen(practice(**meeting), frozenset(saved), place)) + 1


HERE = tuple(Attendee(f"Person {n}", Status.PRESENT, initials=f"P{n}") for n in range(4))
LATE = Attendee("R Late", Status.PRESENT, intervals=(Interval(),))
LINE, DONE = Paragraph("The Chair welcomed members."), Action("send the figures", ("Person 1",))


@pytest.mark.parametrize(
    ("meeting", "step"),
    [
        ({"stage": Stage.PLANNED, "place": "meetings"}, 1),
        ({"stage": Stage.PLANNED}, 2),
        ({}, 3),
        ({"people": HERE[:2]}, 3),
        ({"people": HERE}, 4),
        ({"people": HERE, "entries": [Paragraph("The Chair wel")]}, 4),
        ({"people": HERE, "entries": [Paragraph("/a p1 send the figures to all by Friday.")]}, 4),
        ({"people": HERE, "entries": [Paragraph("The Chair then said that nobody had yet been told")]}, 5),
        ({"people": HERE, "entries": [LINE, Action("")]}, 5),
        ({"people": HERE, "entries": [LINE, DONE]}, 6),
        ({"people": (*HERE, LATE), "entries": [LINE, DONE]}, 7),
        ({"stage": Stage.CLOSED}, 8),
        ({"stage": Stage.CLOSED, "saved": ["docx"]}, 9),
        ({"stage": Stage.CLOSED, "saved": ["pdf"]}, 8),
        ({"stage": Stage.CLOSED, "saved": ["docx", "pdf"]}, len(STEPS) + 1),
    ],
)
def test_how_the_meeting_stands_says_which_step_comes_next(meeting, step):
    assert number(**meeting) == step


def test_a_quorum_decides_how_many_must_be_marked_where_there_is_one():
    members = tuple(Attendee(f"Person {n}", Status.UNKNOWN) for n in range(9))
    body = replace(Body("Norbury Board"), quorum="5")
    for present, step in ((4, 3), (5, 4)):
        people = [replace(p, status=Status.PRESENT) if n < present else p for n, p in enumerate(members)]
        meeting = replace(practice(people=people), body=body)
        assert current(Seen(meeting, place="room")) + 1 == step


def test_a_step_names_people_of_the_meeting_and_elsewhere_the_way_back():
    away = Attendee("R Late", Status.UNKNOWN, initials="RL")
    seen = Seen(practice(people=(*HERE, away)), place="room")
    assert "/a p0 send" in words_of(STEPS[4], seen)
    assert words_of(STEPS[5], seen).endswith("/in rl")
    assert words_of(STEPS[5], Seen(practice(), place="room")).endswith("/in a name")
    assert keys_of(STEPS[4], seen)[0][0] == "/a"
    assert keys_of(STEPS[4], replace(seen, place="people")) == (("Ctrl 2", "back to the room"),)


def test_a_step_that_is_skipped_does_not_come_again():
    assert current(Seen(practice(people=HERE), place="room"), frozenset({3, 4})) == 5


@pytest.fixture
def demo_here(qapp, tmp_path, monkeypatch):
    """A small register in the place of the demo, its meeting in the room."""
    register = tmp_path / "register.wibdesk"
    register_with_meeting(register)
    monkeypatch.setattr(paths, "demo_register", lambda: register)
    opened = in_the_room(Opened(tmp_path))
    yield opened
    if isValid(opened.window):  # a test may have closed it
        opened.close()
    qapp.setStyleSheet("")


def test_it_comes_and_goes_by_its_key_without_taking_the_keyboard(demo_here):
    said = []
    demo_here.context.messages.announced.connect(lambda words, urgent: said.append(words))
    before = keyboard_place()
    demo_here.press("Shift+F1")
    demo_here.see("Step 2 of 9")
    assert keyboard_place() == before
    assert said[-1].startswith("Step 2 of 9. Start the meeting")
    demo_here.press("F5")
    demo_here.see("Step 3 of 9")
    demo_here.press("Shift+F1")
    demo_here.gone("Step 3 of 9")
    assert keyboard_place() == before
    assert demo_here.context.settings.now.guide == ""


def test_its_buttons_skip_a_step_and_leave_with_the_keyboard_back_in_the_place(demo_here):
    demo_here.press("Shift+F1")
    demo_here.see("Step 2 of 9")
    strip = demo_here.bench.guide.strip
    strip.skip.setFocus()
    demo_here.press("Space")
    demo_here.see("Step 3 of 9")
    strip.leave.setFocus()
    demo_here.press("Space")
    demo_here.gone("Step 3 of 9")
    assert keyboard_place() != "nowhere"


def test_esc_in_it_leaves_it_without_a_question_and_it_can_be_taken_up_again(demo_here):
    demo_here.press("Shift+F1")
    demo_here.see("Step 2 of 9")
    demo_here.bench.guide.strip.skip.setFocus()
    demo_here.press("Tab", "Esc")
    demo_here.gone("Step 2 of 9")
    assert keyboard_place() != "nowhere"
    demo_here.press("Shift+F1")
    demo_here.see("Step 2 of 9")
    demo_here.bench.guide.strip.leave.setFocus()
    demo_here.press("Shift+Tab", "X")
    demo_here.see("Step 2 of 9")


def test_it_says_the_way_back_from_another_place(demo_here):
    demo_here.press("Shift+F1")
    demo_here.see("Step 2 of 9")
    demo_here.press("Ctrl+4")
    demo_here.see("Ctrl 1 to the meetings")
    demo_here.press("Ctrl+2", "F5")
    demo_here.see("Step 3 of 9")
    demo_here.press("Ctrl+4")
    demo_here.see("Ctrl 2 back to the room")
    demo_here.press("Ctrl+2")
    demo_here.see("Ctrl E attendance")


def test_it_goes_on_in_the_next_window(demo_here, tmp_path, qapp):
    demo_here.press("Shift+F1")
    demo_here.see("Step 2 of 9")
    demo_here.close()
    again = Opened(tmp_path).ready()
    again.see("of 9")
    again.close()


def test_a_meeting_that_is_removed_ends_it(demo_here):
    demo_here.press("Shift+F1")
    demo_here.see("Step 2 of 9")
    meeting = demo_here.context.desk.read(meetings.find, "M1").result(20)
    demo_here.window.go("meetings")
    done = demo_here.context.desk.write(meetings.remove_meeting, meeting.id).result(20)
    demo_here.context.events.changed.emit(done.changes)
    demo_here.until(lambda: demo_here.bench.guide.strip is None, "the guide is gone")


def test_a_lock_takes_it_away_with_the_names_in_it_and_unlocking_brings_it_back(qapp, tmp_path, monkeypatch):
    register = tmp_path / "register.wibdesk"
    register_with_meeting(register, secret=PASSPHRASE)
    monkeypatch.setattr(paths, "demo_register", lambda: register)
    opened = Opened(tmp_path)
    opened.at("Passphrase")
    opened.type(PASSPHRASE + "\n")
    in_the_room(opened)
    opened.press("Shift+F1", "Shift+F1", "Shift+F1")
    opened.see("Step 2 of 9")
    opened.press("F12")
    opened.at("Passphrase")
    assert "Step 2 of 9" not in opened.screen()
    opened.type(PASSPHRASE + "\n")
    opened.see("of 9")
    opened.close()
    qapp.setStyleSheet("")


def test_a_demo_without_a_meeting_to_practise_on_is_told(demo_here):
    meeting = demo_here.context.desk.read(meetings.find, "M1").result(20)
    demo_here.window.go("meetings")
    demo_here.context.desk.write(meetings.remove_meeting, meeting.id).result(20)
    demo_here.press("Shift+F1")
    demo_here.see("The demo has no meeting today")
    assert demo_here.context.settings.now.guide == ""


def test_it_folds_its_keys_away_where_there_is_no_room(demo_here):
    demo_here.press("Shift+F1")
    demo_here.see("Step 2 of 9")
    strip = demo_here.bench.guide.strip
    assert strip.keys.isVisible()
    demo_here.window.theme.switch(scale=2.0)
    demo_here.until(lambda: not strip.keys.isVisible(), "the keys are folded away")
    assert not strip.skip.isVisible()
    assert strip.leave.isVisible()


def test_asked_for_elsewhere_it_leads_to_the_demo(qapp, tmp_path, monkeypatch):
    register_with_meeting(tmp_path / "register.wibdesk")
    register_with_meeting(tmp_path / "demo.wibdesk")
    monkeypatch.setattr(paths, "demo_register", lambda: tmp_path / "demo.wibdesk")
    opened = Opened(tmp_path).ready()
    opened.press("Shift+F1")
    opened.until(lambda: opened.bench.next_start is not None, "the window of the demo is asked for")
    assert opened.bench.next_start.register == tmp_path / "demo.wibdesk"
    assert opened.context.settings.now.guide == "on"
    assert opened.bench.close()
    opened.drop()
    qapp.setStyleSheet("")
