"""Addresses put right at the last look: where each is kept, and who is on the list after somebody was added."""

from dataclasses import replace

import pytest

from tests.registers import Clerk
from wibdesk.domain.mail import MailKind, MailRecipient
from wibdesk.domain.mail_proposal import Addressee
from wibdesk.domain.people import Group, Person
from wibdesk.errors import UserError
from wibdesk.services import attendance, mail_additions, mail_lists, people


@pytest.fixture
def clerk(tmp_path):
    clerk = Clerk(tmp_path / "register.wibdesk")
    yield clerk
    clerk.desk.close()


@pytest.fixture
def meeting(clerk):
    made = clerk.meeting()
    clerk.do(people.add_person, Person(made.body.id, "Ann Lee", email="ann@example.org"))
    return made


def listed(clerk, meeting):
    return [(each.name, each.address) for each in clerk.ask(mail_lists.recipients, meeting.body.id)]


def give(clerk, meeting, who, address):
    return clerk.do(mail_additions.give_address, meeting.id, who, address)


def test_an_address_is_kept_on_the_roster_where_they_are_there(clerk, meeting):
    [ann] = [each for each in clerk.ask(people.roster, meeting.body.id) if each.name == "Ann Lee"]
    assert give(clerk, meeting, Addressee("Ann Lee", person_id=ann.id), "Ann Lee <ann.lee@example.org>") == "the roster"
    assert clerk.ask(people.person, ann.id).email == "ann.lee@example.org"


def test_an_address_is_kept_on_the_list_where_they_are_only_there(clerk, meeting):
    clerk.do(mail_lists.keep_recipient, MailRecipient(meeting.body.id, "Web", "web@example.org", MailKind.PUBLIC))
    who = Addressee("Web", "web@example.org", "Public version")
    assert give(clerk, meeting, who, "site@example.org") == "the distribution list"
    assert listed(clerk, meeting) == [("Web", "site@example.org")]
    clerk.do(mail_additions.take_off, meeting.id, replace(who, address="site@example.org"))
    assert listed(clerk, meeting) == []
    clerk.do(mail_additions.take_off, meeting.id, who)


def test_an_owner_on_no_list_comes_onto_the_roster_in_attendance(clerk, meeting):
    assert give(clerk, meeting, Addressee("Housing"), "housing@example.org") == "the roster, in attendance"
    [found] = [each for each in clerk.ask(people.roster, meeting.body.id) if each.name == "Housing"]
    assert (found.email, found.group) == ("housing@example.org", Group.IN_ATTENDANCE)


def test_an_address_that_will_not_do_changes_nothing(clerk, meeting):
    with pytest.raises(UserError, match="has no @"):
        give(clerk, meeting, Addressee("Housing"), "housing")
    assert len(clerk.ask(people.roster, meeting.body.id)) == 1


def test_a_guest_of_the_meeting_keeps_the_address_in_its_attendance(clerk, meeting):
    clerk.do(attendance.walk_in, meeting.id, "A Guest")
    assert give(clerk, meeting, Addressee("A Guest"), "guest@example.org") == "the attendance of this meeting"
    assert [each.email for each in clerk.ask(attendance.attendance, meeting.id)] == ["guest@example.org"]


def test_the_first_addition_keeps_those_who_got_the_minutes_until_now(clerk, meeting):
    more = MailRecipient(meeting.body.id, "Press", "press@example.org")
    clerk.do(mail_additions.add_somebody, meeting.id, more)
    assert listed(clerk, meeting) == [("Ann Lee", "ann@example.org"), ("Press", "press@example.org")]
    clerk.do(mail_additions.add_somebody, meeting.id, MailRecipient(meeting.body.id, "Web", "w@example.org"))
    assert len(listed(clerk, meeting)) == 3
