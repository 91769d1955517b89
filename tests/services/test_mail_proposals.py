"""Who gets what after a meeting: lists, owners, deputies, who has no address, and nothing exempt by the way."""

from dataclasses import replace
from datetime import date, time

import pytest

from wibdesk.changes import Done, changed
from wibdesk.documents.paper_language import PSEUDO
from wibdesk.domain.attendance import Attendee, Status
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, PrivateNote, Progress
from wibdesk.domain.mail import MailFile, MailKind, MailRecipient, MailTemplate, MailWay
from wibdesk.domain.mail_proposal import FULL, PUBLIC, mailing_of
from wibdesk.domain.meetings import MinutesStatus, NextMeeting
from wibdesk.domain.people import Group, Person
from wibdesk.services import actions, approval, house_styles, mail_lists, meetings, people
from wibdesk.services.mail_proposals import propose_mailing

TODAY = date(2026, 9, 2)
OCTOBER = Due(DueKind.DATE, date(2026, 10, 6))
AUGUST = Due(DueKind.DATE, date(2026, 8, 4))


@pytest.fixture
def body(clerk):
    body = clerk.body()
    for person in (
        Person(body.id, "Ann Lee", email="ann@example.org", initials="AL"),
        Person(body.id, "Ben Rowe", email="ben@example.org"),
        Person(body.id, "Cleo Hart"),
        Person(body.id, "Dan Osei", email="dan@example.org", group=Group.IN_ATTENDANCE),
        Person(body.id, "Old Member", email="old@example.org", to_date=date(2025, 1, 1)),
        Person(body.id, "Onlooker", email="look@example.org", group=Group.OBSERVER),
    ):
        clerk.do(people.add_person, person)
    return body


@pytest.fixture
def meeting(clerk, body):
    made = clerk.meeting(body)
    clerk.do(meetings.start_meeting, made.id, time(9, 30))
    clerk.do(meetings.close_meeting, made.id, time(11))
    return made


def propose(clerk, meeting, /, **more):
    return clerk.ask(propose_mailing, meeting.id, TODAY, **more)


def attending(uow, meeting_id, attendee):
    """Put somebody on the attendance list, as a meeting file does."""
    uow.attendance.put(meeting_id, attendee)
    return Done(attendee, changed())


def addresses(proposal, kind):
    return [each.address for mail in proposal.mails if mail.kind is kind for each in mail.to]


def of(proposal, name):
    return next(mail for mail in proposal.mails if mail.kind is MailKind.ACTIONS and mail.to[0].name == name)


def test_without_a_list_members_and_who_attends_get_the_minutes(clerk, meeting):
    proposal = propose(clerk, meeting, clerk="R Devlin")
    assert addresses(proposal, MailKind.MINUTES) == ["ann@example.org", "ben@example.org", "dan@example.org"]
    assert [each.name for each in proposal.without_address] == ["Cleo Hart"]
    assert proposal.words == "3 messages, 1 person without an address"
    assert proposal.circulate
    (mail,) = proposal.mails
    assert (mail.title, mail.remark) == ("Minutes to 3 people", "Word and PDF")
    assert mail.subject == "Draft minutes: Norbury Board, 1 September 2026"
    assert mail.words == (
        "Dear colleagues,\n\nHere are the draft minutes of Norbury Board, 1 September 2026. Please send corrections to "
        "me by Wednesday 9 September 2026.\n\nWhoever has actions gets them in a separate message.\n\n"
        "R Devlin\nClerk to Norbury Board"
    )
    assert (mail.edition, mail.differs) == (PUBLIC, False)


def test_members_who_joined_the_roster_later_and_who_is_known_by_name_alone(clerk, body, meeting):
    clerk.do(people.add_person, Person(body.id, "New Member", email="new@example.org"))
    clerk.do(attending, meeting.id, Attendee("ANN  LEE", note="again, by hand"))
    proposal = propose(clerk, meeting)
    assert addresses(proposal, MailKind.MINUTES)[-1] == "new@example.org"
    assert addresses(proposal, MailKind.MINUTES).count("ann@example.org") == 1
    assert not any("ANN" in words for words in proposal.remarks)


def test_minutes_of_a_meeting_that_is_not_closed_are_sent_with_a_remark(clerk, body):
    coming = clerk.meeting(body)
    assert propose(clerk, coming).remarks == ("This meeting has not been held yet.",)
    clerk.do(meetings.start_meeting, coming.id, time(9, 30))
    assert propose(clerk, coming).remarks == ("This meeting is not closed yet.",)


def test_a_distribution_list_takes_their_place_and_the_web_editor_gets_the_public_pdf(clerk, body, meeting):
    clerk.do(mail_lists.keep_recipient, MailRecipient(body.id, "Web editor", "web@example.org", MailKind.PUBLIC))
    assert len(addresses(propose(clerk, meeting), MailKind.MINUTES)) == 3
    clerk.do(mail_lists.keep_recipient, MailRecipient(body.id, "Press", "press@example.org"))
    clerk.do(mail_lists.keep_recipient, MailRecipient(body.id, "Ann", "ANN@example.org"))
    proposal = propose(clerk, meeting)
    assert addresses(proposal, MailKind.MINUTES) == ["press@example.org", "ANN@example.org"]
    (remark,) = proposal.remarks
    assert remark == "Press (press@example.org) is on the distribution list, and not on the roster of this body."
    web = proposal.mails[-1]
    assert (web.title, web.formats, web.edition, web.remark) == ("Web editor", ("pdf",), PUBLIC, "public PDF only")
    assert web.words.startswith("Dear Web editor,")


def test_deputies_get_the_minutes_too(clerk, body, meeting):
    clerk.do(mail_lists.keep_recipient, MailRecipient(body.id, "Ann Lee", "ann@example.org"))
    deputy = Attendee("Ida Nolan", Status.PRESENT, deputy_for=("Cleo Hart",), email="ida@example.org")
    clerk.do(attending, meeting.id, deputy)
    clerk.write(meeting.items[0], Action("lend a room", ("Ida Nolan",), OCTOBER))
    proposal = propose(clerk, meeting)
    assert addresses(proposal, MailKind.MINUTES) == ["ann@example.org", "ida@example.org"]
    assert proposal.mails[0].to[1].why == "Deputy for Cleo Hart"
    assert of(proposal, "Ida Nolan").remark == "1 action, deputy"


def test_each_owner_gets_only_their_own_open_actions_found_by_name_or_initials(clerk, body, meeting):
    earlier = clerk.meeting(body, date(2026, 7, 7))
    clerk.write(earlier.items[0], Action("late one", ("Ben Rowe",), AUGUST), Action("old", status=Progress.CLOSED))
    clerk.write(
        meeting.items[0],
        Action("send maps", ("AL", "Ben Rowe"), OCTOBER),
        Action("nobody's", ("Cleo Hart", "Police"), OCTOBER),
        Action("done", ("Dan Osei",), OCTOBER, status=Progress.DONE),
        PrivateNote("Ben was cross."),
    )
    proposal = propose(clerk, meeting)
    assert addresses(proposal, MailKind.ACTIONS) == ["ben@example.org", "ann@example.org"]
    assert [each.name for each in proposal.without_address] == ["Cleo Hart", "Police"]
    ben = of(proposal, "Ben Rowe")
    assert (ben.remark, ben.overdue, ben.edition, ben.formats) == ("2 actions, 1 joint, 1 overdue", True, "", ())
    assert ben.words.index("late one") < ben.words.index("send maps")
    assert "Together with AL" in ben.words
    assert "cross" not in ben.words
    assert "late one" not in of(proposal, "Ann Lee").words


def test_a_changed_action_is_changed_in_the_next_proposal(clerk, meeting):
    (action,) = clerk.write(meeting.items[0], Action("send maps", ("Ben Rowe",), OCTOBER))
    before = of(propose(clerk, meeting), "Ben Rowe").words
    clerk.do(actions.change_action, replace(action, text="send plans", due=AUGUST))
    after = of(propose(clerk, meeting), "Ben Rowe").words
    assert "send maps\n    Due: Tuesday 6 October 2026" in before
    assert "send plans\n    Due: Tuesday 4 August 2026, overdue" in after


def test_what_is_exempt_goes_to_nobody_who_may_not_see_it(clerk, meeting):
    exempt = clerk.item(meeting, "A contract", part=2, public_summary="A contract was let.")
    clerk.write(exempt, Action("sign secretly", ("Ben Rowe",), OCTOBER), Action("other", ("Ann Lee",), OCTOBER))
    clerk.write(meeting.items[0], Action("send maps", ("Ben Rowe",), OCTOBER))
    proposal = propose(clerk, meeting)
    assert [(mail.edition, mail.differs) for mail in proposal.mails if mail.kind is MailKind.MINUTES] == [
        (PUBLIC, True)
    ]
    assert addresses(proposal, MailKind.ACTIONS) == ["ben@example.org"]
    assert "secretly" not in of(proposal, "Ben Rowe").words
    assert "1 action of exempt items is left out of the message to Ben Rowe." in proposal.remarks
    seeing = propose(clerk, meeting, full_for=["BEN@example.org"])
    editions = {mail.edition: [each.name for each in mail.to] for mail in seeing.mails if mail.edition}
    assert editions == {PUBLIC: ["Ann Lee", "Dan Osei"], FULL: ["Ben Rowe"]}
    assert "secretly" in of(seeing, "Ben Rowe").words


def test_odd_and_shared_addresses_are_told_and_the_rest_goes(clerk, body, meeting):
    clerk.do(people.add_person, Person(body.id, "Odd One", email="odd@@example.org"))
    clerk.do(people.add_person, Person(body.id, "Second Ann", email="Ann@example.org"))
    clerk.write(meeting.items[0], Action("a", ("Ann Lee",)), Action("b", ("Second Ann",)))
    proposal = propose(clerk, meeting)
    assert len(addresses(proposal, MailKind.MINUTES)) == 3
    assert len(addresses(proposal, MailKind.ACTIONS)) == 2
    assert proposal.remarks == (
        "The address “odd@@example.org” of Odd One has more than one @: look at it again.",
        "Ann Lee and Second Ann have the address Ann@example.org: it gets one message.",
    )
    assert [each.name for each in proposal.without_address] == ["Cleo Hart", "Odd One"]


def test_a_meeting_that_is_past_is_not_the_next_one(clerk, body, meeting):
    clerk.meeting(body, date(2026, 9, 8))
    words = clerk.ask(propose_mailing, meeting.id, date(2026, 9, 9)).mails[0].words
    assert "next meeting" not in words


def test_the_next_meeting_is_told_with_time_and_place(clerk, body, meeting):
    clerk.do(meetings.set_next_meetings, meeting.id, (NextMeeting(date(2026, 10, 6), time(9, 30)),))
    assert "on Tuesday 6 October 2026 at 9.30 am." in propose(clerk, meeting).mails[0].words
    clerk.meeting(body, date(2026, 10, 6), venue="Committee Room 1")
    assert "on Tuesday 6 October 2026 at 9.30 am in Committee Room 1." in propose(clerk, meeting).mails[0].words


def test_approved_minutes_ask_for_no_corrections_and_an_undated_meeting_is_called_by_its_reference(clerk, body):
    undated = clerk.meeting(body, None)
    clerk.do(approval.approve, undated.id, MinutesStatus.APPROVED)
    proposal = propose(clerk, undated)
    assert not proposal.circulate
    assert proposal.mails[0].subject == "Minutes: Norbury Board, M1"
    assert "corrections" not in proposal.mails[0].words


def test_the_body_s_own_words_are_used_with_each_name_in_its_place(clerk, body, meeting):
    clerk.do(mail_lists.keep_template, MailTemplate(MailKind.MINUTES, "{body}", "Dear {name},\n\nhere.", body.id))
    proposal = propose(clerk, meeting)
    assert proposal.mails[0].words.startswith("Dear {name},")
    files = {
        PUBLIC: (MailFile("m.docx", "a/b", b"w"), MailFile("m.pdf", "a/b", b"p"), MailFile("m.txt", "a/b", b"t")),
        FULL: (MailFile("full.pdf", "a/b", b"f"),),
    }
    mailing = mailing_of(proposal, proposal.mails, files, MailWay.SMTP, clerk.time)
    assert [m.words.split(",")[0] for m in mailing.messages] == ["Dear Ann Lee", "Dear Ben Rowe", "Dear Dan Osei"]
    assert [f.name for f in mailing.files] == ["m.docx", "m.pdf"]
    assert {m.files for m in mailing.messages} == {tuple(f.id for f in mailing.files)}


def test_a_title_says_what_several_people_get(clerk, meeting):
    mail = propose(clerk, meeting).mails[0]
    assert replace(mail, kind=MailKind.PUBLIC).title == "Public minutes to 3 people"


def test_messages_are_in_the_language_of_the_body_whatever_the_screen_speaks(clerk, body, meeting):
    clerk.do(house_styles.copy_style, {"label": "Other", "language": PSEUDO}, "Other", body_id=body.id)
    clerk.write(meeting.items[0], Action("42", ("Ann Lee",), AUGUST))
    minutes = next(mail for mail in propose(clerk, meeting).mails if mail.kind is MailKind.MINUTES)
    assert (minutes.subject[:2], minutes.words[:2], minutes.remark) == ("⟦⟦", "⟦D", "Word and PDF")
    assert "⟦1 ⟦September⟧ 2026⟧" in minutes.subject
    own = of(propose(clerk, meeting), "Ann Lee")
    assert own.words.count("⟦Due: ⟦⟦Tuesday⟧ ⟦4 ⟦August⟧ 2026⟧⟧, overdue⟧") == 1
    assert (own.remark, own.overdue) == ("1 action, 1 overdue", True)


def test_words_for_every_body_that_the_desk_ships_are_in_the_language_of_the_screen(clerk, body):
    clerk.do(house_styles.copy_style, {"label": "Other", "language": PSEUDO}, "Other", body_id=body.id)
    own, every = (clerk.ask(mail_lists.template, MailKind.SIGNATURE, of).words for of in (body.id, None))
    assert (own, every) == ("⟦{clerk}\nClerk to {body}⟧", "{clerk}\nClerk to {body}")
