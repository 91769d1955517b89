"""Bodies and their rosters."""

from dataclasses import replace
from datetime import date

import pytest

from wibdesk.changes import PEOPLE
from wibdesk.domain.attendance import Attendee
from wibdesk.domain.bodies import LONGEST_NAME, STANDING_ITEMS
from wibdesk.domain.entries import Action
from wibdesk.domain.meetings import MinutesStatus
from wibdesk.domain.people import Group, Person
from wibdesk.domain.plans import Plan
from wibdesk.errors import UserError
from wibdesk.services import actions, attendance, bodies, meetings, people, plans, transfer


def test_a_new_body_has_the_standing_items_and_the_members_given(clerk):
    members = [Person("", "Ann Lee", role="Chair", chair=True), Person("", "Bo Ray", group=Group.OBSERVER)]
    body = clerk.body("  Norbury   Board ", profile="parish_council", house_style="improvement_board", members=members)
    assert body == clerk.ask(bodies.body, body.id)
    assert (body.name, body.standing_items) == ("Norbury Board", STANDING_ITEMS)
    assert clerk.ask(people.roster, body.id) == tuple(replace(m, body_id=body.id) for m in members)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "needs a name"),
        (" \t ", "needs a name"),
        ("x" * 10_000, "10,000 letters"),
        ("norbury BOARD", "already a body named “Norbury Board”"),
    ],
)
def test_a_body_without_a_fitting_name_is_refused_in_words(clerk, name, words):
    clerk.body("Norbury Board")
    with pytest.raises(UserError, match=words):
        clerk.body(name)
    assert len(clerk.ask(bodies.bodies)) == 1


def test_a_name_of_the_longest_length_with_emoji_and_right_to_left_letters_is_kept(clerk):
    name = ("مجلس 🗳️ " * 100)[:LONGEST_NAME].strip()
    assert clerk.ask(bodies.body, clerk.body(name).id).name == name


def test_bodies_come_by_name_and_a_missing_one_is_told(clerk):
    for name in ("beta", "Alpha", "gamma"):
        clerk.body(name)
    assert [b.name for b in clerk.ask(bodies.bodies)] == ["Alpha", "beta", "gamma"]
    with pytest.raises(UserError, match="no longer in the register"):
        clerk.ask(bodies.body, "nothing")


def test_a_changed_house_style_reaches_meetings_that_are_not_yet_approved(clerk):
    body = clerk.body()
    draft, approved = clerk.meeting(body), clerk.meeting(body, date(2026, 10, 1))
    clerk.do(meetings.change_details, replace(approved.details, status=MinutesStatus.APPROVED))
    clerk.do(bodies.change_body, replace(body, house_style="improvement_board", name="Norbury Panel"))
    assert clerk.whole(draft).details.house_style == "improvement_board"
    assert clerk.whole(approved).details.house_style is None
    assert clerk.ask(bodies.body, body.id).name == "Norbury Panel"


def test_changed_standing_items_are_those_of_the_next_meeting(clerk):
    body = clerk.do(bodies.change_body, replace(clerk.body(), standing_items=("Welcome", "Budget")))
    assert [(i.number, i.title) for i in clerk.meeting(body).items] == [("1", "Welcome"), ("2", "Budget")]


def test_a_body_with_meetings_or_plans_stays(clerk):
    body = clerk.body()
    meeting = clerk.meeting(body)
    with pytest.raises(UserError, match="while it has 1 meeting: remove"):
        clerk.do(bodies.remove_body, body.id)
    clerk.do(meetings.remove_meeting, meeting.id)
    plan = clerk.do(plans.add_plan, Plan(body.id, body.name, "Improvement plan"))
    with pytest.raises(UserError, match="1 plan:"):
        clerk.do(bodies.remove_body, body.id)
    clerk.do(plans.remove_plan, plan.id)
    clerk.do(people.add_person, Person(body.id, "Ann Lee"))
    clerk.do(bodies.remove_body, body.id)
    assert clerk.ask(bodies.bodies) == ()


def test_the_roster_keeps_its_order_and_knows_who_serves_on_a_day(clerk):
    body = clerk.body()
    for name, last in (("Zoe", None), ("Ann", date(2028, 2, 29)), ("Moe", date(2026, 1, 1))):
        clerk.do(people.add_person, Person(body.id, name, to_date=last))
    assert [p.name for p in clerk.ask(people.roster, body.id)] == ["Zoe", "Ann", "Moe"]
    assert [p.name for p in clerk.ask(people.roster, body.id, on=date(2028, 2, 29))] == ["Zoe", "Ann"]
    assert [p.name for p in clerk.ask(people.roster, body.id, on=date(2028, 3, 1))] == ["Zoe"]


def test_pasted_members_are_added_once(clerk):
    body = clerk.body()
    added = clerk.do(
        people.add_members, body.id, "Ann Lee, Chair, Norbury\nBo Ray\nann lee\nObservers:\nCy Fox; ; Press"
    )
    assert [(p.name, p.role, p.group) for p in added] == [
        ("Ann Lee", "Chair", Group.MEMBER),
        ("Bo Ray", "", Group.MEMBER),
        ("Cy Fox", "", Group.OBSERVER),
    ]
    assert clerk.changes.touches(PEOPLE)
    with pytest.raises(UserError, match="No new names"):
        clerk.do(people.add_members, body.id, "Bo Ray\n\n")


def test_a_person_needs_a_name_and_days_in_order(clerk):
    body = clerk.body()
    with pytest.raises(UserError, match="needs a name"):
        clerk.do(people.add_person, Person(body.id, "  "))
    with pytest.raises(UserError, match="last day of Ann is before the first"):
        clerk.do(people.add_person, Person(body.id, "Ann", from_date=date(2026, 2, 1), to_date=date(2026, 1, 1)))
    with pytest.raises(UserError, match="no longer in the register"):
        clerk.do(people.add_person, Person("nobody's", "Ann"))


def test_a_changed_person_keeps_their_place(clerk):
    body = clerk.body(members=[Person("", "Ann"), Person("", "Bo")])
    ann = clerk.ask(people.roster, body.id)[0]
    clerk.do(people.change_person, replace(ann, email="ann@example.org", printed="Dr Ann Lee OBE"))
    assert [p.prints_as for p in clerk.ask(people.roster, body.id)] == ["Dr Ann Lee OBE", "Bo"]
    assert clerk.ask(people.person, ann.id).email == "ann@example.org"


def test_a_removed_person_stays_in_meetings_and_on_actions_by_name(clerk):
    body = clerk.body(members=[Person("", "Ann Lee", organisation="Norbury Trust")])
    meeting = clerk.meeting(body)
    saved = clerk.write(clerk.item(meeting), Action("Report back", ("Ann Lee",)))
    ann = clerk.ask(people.roster, body.id)[0]
    clerk.do(people.remove_person, ann.id, undo="Ann Lee removed")
    with pytest.raises(UserError, match="no longer on the roster"):
        clerk.do(people.change_person, ann)
    row = clerk.ask(attendance.attendance, meeting.id)[0]
    assert (row.name, row.person_id) == ("Ann Lee", None)
    assert clerk.ask(actions.log)[0].action == saved[0]
    assert clerk.undo() == "Ann Lee removed"
    assert clerk.ask(attendance.attendance, meeting.id)[0].person_id == ann.id


def test_a_meeting_brought_in_leaves_the_roster_of_a_known_body_as_it_is(clerk):
    meeting = clerk.meeting()
    names = [p.name for p in clerk.ask(people.roster, meeting.body.id)]
    another = replace(meeting.details, id="another", date=date(2030, 1, 1))
    clerk.do(transfer.put_meeting, replace(meeting, details=another, items=(), attendance=(Attendee("New Face"),)))
    assert [p.name for p in clerk.ask(people.roster, meeting.body.id)] == names


def test_a_quorum_is_kept_as_typed_and_empty_means_the_rule_of_the_profile(clerk):
    body = clerk.body(quorum="  one half ")
    assert body.quorum == "one half"
    clerk.do(bodies.change_body, replace(body, quorum="1/3,  at least 3"))
    clerk.restart()
    assert clerk.ask(bodies.body, body.id).quorum == "1/3, at least 3"
    assert clerk.do(bodies.change_body, replace(body, quorum=" ")).quorum is None
    with pytest.raises(UserError, match="The quorum is 101 letters long: type a number"):
        clerk.do(bodies.change_body, replace(body, quorum="x" * 101))
    with pytest.raises(UserError, match="“enough” is no quorum that can be reckoned"):
        clerk.do(bodies.change_body, replace(body, quorum="enough"))
