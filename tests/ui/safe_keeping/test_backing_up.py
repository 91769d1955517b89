"""Backups by themselves: on opening, daily, when a meeting closes; quiet, and trouble told once."""

from datetime import time

from tests.ui.safe_keeping.conftest import LATER
from wibdesk.domain.agenda import Item
from wibdesk.domain.backups import Reason
from wibdesk.domain.entries import Paragraph
from wibdesk.domain.people import Person
from wibdesk.services import agenda, bodies, meetings, minutes, people, phrases
from wibdesk.services.bin import binned


def reasons(clerk):
    return [backup.reason for backup in clerk.keeper.backups.all()]


def test_one_is_made_after_opening_and_none_where_nothing_was_saved_since(make_clerk):
    clerk = make_clerk()
    clerk.do(bodies.add_body, "Norbury Board")
    clerk.do(phrases.give_phrases, ())
    clerk.keeper.first.setInterval(0)
    clerk.keeper.first.start()
    clerk.qtbot.waitUntil(lambda: not clerk.keeper.first.isActive())
    clerk.settle()
    assert reasons(clerk) == [Reason.OPENING]
    clerk.keeper.first.start()
    clerk.qtbot.waitUntil(lambda: not clerk.keeper.first.isActive())
    clerk.settle()
    assert reasons(clerk) == [Reason.OPENING]
    assert clerk.keeper.rest == LATER
    assert not clerk.said


def test_after_the_first_backup_the_bin_lets_go_what_holds_no_minutes_and_is_old(clerk, board):
    person = clerk.do(people.add_person, Person(board.body.id, "R Calloway"))
    item = clerk.do(agenda.add_item, board.id, Item("Front door"))
    clerk.do(minutes.save_entries, item.id, (Paragraph("Contacts had risen."),))
    clerk.do(people.remove_person, person.id)
    clerk.do(agenda.remove_item, item.id)
    for days, left in ((80, ["Front door", "R Calloway"]), (11, ["Front door"])):
        clerk.pass_time(days=days)
        clerk.keeper.first.start(0)
        clerk.qtbot.waitUntil(lambda: not clerk.keeper.first.isActive())
        clerk.settle()
        assert [thing.title for thing in clerk.read(binned)] == left


def test_after_the_first_backup_a_register_gets_the_usual_phrases_once(clerk, board):
    for shown in (True, False):
        clerk.keeper.first.start(0)
        clerk.qtbot.waitUntil(lambda: not clerk.keeper.first.isActive())
        clerk.settle()
        held = clerk.read(phrases.phrases, board.body.id)
        assert bool(held) == shown
        for phrase in held:
            clerk.do(phrases.remove_phrase, phrase.id)


def test_closing_a_meeting_makes_one_and_other_changes_make_none(clerk, board):
    clerk.settle()
    clerk.do(meetings.start_meeting, board.id, time(9, 30))
    assert reasons(clerk) == []
    clerk.do(meetings.close_meeting, board.id, time(11, 0))
    clerk.settle()
    assert reasons(clerk) == [Reason.CLOSING]
    clerk.do(bodies.add_body, "Marlbridge Council")
    assert reasons(clerk) == [Reason.CLOSING]


def test_the_daily_one_is_made_when_the_last_is_a_day_old(clerk, board):
    clerk.make(Reason.ASKED)
    clerk.do(bodies.add_body, "Marlbridge Council")
    clerk.pass_time(hours=20)
    clerk.keeper.look()
    clerk.settle()
    assert reasons(clerk) == [Reason.ASKED]
    clerk.pass_time(hours=5)
    clerk.keeper.look()
    clerk.settle()
    assert reasons(clerk) == [Reason.DAILY, Reason.ASKED]


def test_trouble_is_told_once_and_taken_away_when_a_backup_goes_well(clerk, board):
    settled = []
    clerk.context.messages.settled.connect(settled.append)
    own = clerk.keeper.backups.own
    own.write_text("no folder")
    for _ in range(2):
        clerk.keeper.make(Reason.CLOSING)
        clerk.settle()
    assert len(clerk.troubles) == 1
    assert "No backup was made" in clerk.troubles[0]
    own.unlink()
    clerk.keeper.make(Reason.CLOSING)
    clerk.settle()
    assert "backups" in settled
    assert reasons(clerk) == [Reason.CLOSING]


def test_back_up_now_is_found_in_the_palette_everywhere(clerk, board):
    clerk.context.commands.add(clerk.window, clerk.keeper.command())
    assert clerk.context.commands.run("backup-now")
    clerk.settle()
    assert clerk.said == ["Backing up: you can go on working meanwhile", "Backed up and checked"]
    assert reasons(clerk) == [Reason.ASKED]
    clerk.keeper.close()
    assert not clerk.context.commands.run("backup-now")
    assert not clerk.keeper.make(Reason.ASKED)
