"""One read gives all that a document is made of: the right records, the house style in force, the letterhead."""

import time
from datetime import UTC, date, datetime

import pytest

from tests.documents.making import SVG, png
from tests.registers import Clerk
from wibdesk.documents.document import Picture, texts
from wibdesk.documents.kinds import KINDS, Of
from wibdesk.documents.material import LogOrder
from wibdesk.documents.styles import house_style, style_names
from wibdesk.domain.attendance import Status
from wibdesk.domain.body_files import BodyFile, FileKind
from wibdesk.domain.entries import Action, Paragraph, Progress
from wibdesk.domain.meetings import Meeting, MeetingDetails
from wibdesk.domain.plans import Plan
from wibdesk.errors import UserError
from wibdesk.gathering import Gathered, gather, kinds_of
from wibdesk.services import attendance, bodies, meetings, plans
from wibdesk.services.actions import set_progress
from wibdesk.services.body_files import keep_body_file
from wibdesk.services.house_styles import keep_style

NOW = datetime(2026, 9, 1, 12)


@pytest.fixture
def clerk(tmp_path):
    there = Clerk(tmp_path / "register.wibdesk")
    yield there
    there.desk.close()


def gathered(clerk: Clerk, kind: str, **more) -> Gathered:
    return clerk.ask(gather, KINDS[kind], now=NOW, **more)


def held(clerk: Clerk, body, day: date | None, *, known: bool = True) -> Meeting:
    """A meeting with one person, whose presence is known or not."""
    made = clerk.meeting(body, day)
    person = clerk.do(attendance.walk_in, made.id, "B Morgan")
    clerk.do(attendance.set_status, person.id, Status.PRESENT if known else Status.UNKNOWN)
    return made


def test_minutes_get_the_whole_meeting_and_nothing_of_the_log(clerk: Clerk):
    sitting = clerk.meeting()
    clerk.write(clerk.item(sitting), Paragraph("Contacts had risen."), Action("Count them", ("K Rowe",)))
    found = gathered(clerk, "minutes", meeting_id=sitting.id, item_id="i", order=LogOrder.OWNER)
    assert found.material.meeting == clerk.whole(sitting)
    assert found.material.body_name == "Norbury Board"
    assert found.material.actions == ()
    assert (found.material.now, found.material.item_id, found.material.order) == (NOW, "i", LogOrder.OWNER)
    assert found.subject_id == sitting.id


def test_the_log_of_a_meeting_a_body_and_all_bodies(clerk: Clerk):
    board, forum = clerk.body(), clerk.body("Marlbridge Forum")
    first, second, other = clerk.meeting(board, date(2026, 7, 7)), clerk.meeting(board), clerk.meeting(forum)
    for sitting, text in ((first, "one"), (second, "two"), (other, "three")):
        clerk.write(clerk.item(sitting), Action(text))

    def logged(**more) -> list[str]:
        return sorted(row.action.text for row in gathered(clerk, "actions", **more).material.actions)

    assert logged(meeting_id=second.id) == ["two"]
    assert logged(body_id=board.id) == ["one", "two"]
    assert logged() == ["one", "three", "two"]
    assert gathered(clerk, "actions").subject_id == ""
    assert gathered(clerk, "actions").material.body_name == ""
    assert gathered(clerk, "actions", body_id=forum.id).subject_id == forum.id
    assert gathered(clerk, "actions", meeting_id=first.id).subject_id == first.id


def test_a_note_pad_gets_the_open_actions_that_came_over_and_then_those_raised_there(clerk: Clerk):
    body = clerk.body()
    first, second = clerk.meeting(body, date(2026, 7, 7)), clerk.meeting(body)
    clerk.write(clerk.item(first), Action("came over"))
    clerk.write(clerk.item(second), Action("raised today"), Action("done today", status=Progress.DONE))
    found = gathered(clerk, "note-pad", meeting_id=second.id).material.actions
    assert [row.action.text for row in found] == ["came over", "raised today"]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system has no way to be told another time zone")
def test_the_history_of_an_action_is_told_by_the_clock_on_the_wall(clerk: Clerk, monkeypatch):
    sitting = clerk.meeting()
    clerk.write(clerk.item(sitting), action := Action("one"))
    clerk.do(set_progress, action.id, Progress.OPEN, "Chased", at=datetime(2026, 7, 1, 23, 30, tzinfo=UTC))
    try:
        with monkeypatch.context() as patch:
            patch.setenv("TZ", "Europe/London")
            time.tzset()
            (row,) = gathered(clerk, "actions").material.actions
            document = KINDS["actions"].compose(gathered(clerk, "actions").material, house_style(None))
    finally:
        time.tzset()
    assert row.updates[0].at.replace(tzinfo=None) == datetime(2026, 7, 2, 0, 30)
    assert "Open\n2 Jul 2026: Chased" in list(texts(document))


def test_the_register_gets_the_last_meetings_that_were_held_oldest_first_with_who_was_there_alone(clerk: Clerk):
    body = clerk.body()
    days = [date(2026, month, 7) for month in range(1, 9)]
    for day in days:
        clerk.item(held(clerk, body, day), "Front door")
    held(clerk, body, None)
    held(clerk, body, date(2026, 8, 20), known=False)
    held(clerk, body, date(2026, 10, 7))
    found = gathered(clerk, "register", body_id=body.id).material.meetings
    assert [sitting.details.date for sitting in found] == days[-6:]
    assert all(sitting.attendance and not sitting.items for sitting in found)
    assert len(gathered(clerk, "register", body_id=body.id, last=2).material.meetings) == 2
    assert gathered(clerk, "register", body_id=clerk.body("Forum").id).material.meetings == ()


def test_the_register_of_a_meeting_ends_with_that_meeting_whatever_is_known_of_it(clerk: Clerk):
    body = clerk.body()
    held(clerk, body, date(2026, 7, 7))
    planned = held(clerk, body, date(2026, 8, 7), known=False)
    undated = held(clerk, body, None, known=False)
    held(clerk, body, date(2026, 9, 7))
    upto = gathered(clerk, "register", meeting_id=planned.id).material.meetings
    assert [sitting.details.date for sitting in upto] == [date(2026, 7, 7), date(2026, 8, 7)]
    assert undated.id in [s.id for s in gathered(clerk, "register", meeting_id=undated.id).material.meetings]


def test_a_plan_is_read_by_its_id(clerk: Clerk):
    body = clerk.body()
    plan = clerk.do(plans.add_plan, Plan(body.id, body.name, "Improvement plan", house_style="improvement_board"))
    found = gathered(clerk, "plan", plan_id=plan.id)
    assert found.material.plan == plan
    assert found.style.name == "improvement_board"
    assert found.subject_id == plan.id


def test_the_style_named_goes_before_the_meetings_then_the_bodys_then_the_default(clerk: Clerk):
    body = clerk.body()
    sitting = clerk.meeting(body)

    def style(**more) -> str:
        return gathered(clerk, "minutes", meeting_id=sitting.id, **more).style.name

    assert style() == house_style(None).name
    clerk.do(bodies.change_body, named(clerk, body.id, "improvement_board"))
    assert style() == "improvement_board"
    details: MeetingDetails = clerk.whole(sitting).details
    clerk.do(meetings.change_details, with_style(details, "organisation_board"))
    assert style() == "organisation_board"
    assert style(style="plain") == "plain"
    clerk.do(meetings.change_details, with_style(details, "a style of nobody"))
    assert style() == house_style(None).name


def named(clerk: Clerk, body_id: str, style: str):
    """The body with another style."""
    body = next(body for body in clerk.ask(bodies.bodies) if body.id == body_id)
    return type(body)(body.name, body.profile, style, body.standing_items, id=body.id)


def with_style(details: MeetingDetails, style: str) -> MeetingDetails:
    """The details with another style."""
    return MeetingDetails(details.body_id, details.date, details.ref, house_style=style, id=details.id)


def test_a_style_of_the_registers_own_is_found_by_its_name(clerk: Clerk):
    body = clerk.body()
    sitting = clerk.meeting(body)
    clerk.do(keep_style, "ours", {"label": "Ours"})
    found = gathered(clerk, "minutes", meeting_id=sitting.id, style="ours")
    assert found.style.label == "Ours"
    assert tuple(found.styles) == (*style_names(), "ours")
    with pytest.raises(UserError, match="There is no house style “theirs”: name one of plain, "):
        gathered(clerk, "minutes", meeting_id=sitting.id, style="theirs")


def test_the_letterhead_is_the_bodys(clerk: Clerk):
    body = clerk.body()
    sitting = clerk.meeting(body)
    assert gathered(clerk, "minutes", meeting_id=sitting.id).material.letterhead.logo is None
    clerk.do(keep_body_file, BodyFile(body.id, FileKind.LOGO, "crest.svg", SVG))
    clerk.do(keep_body_file, BodyFile(body.id, FileKind.TEMPLATE, "house.dotx", b"PK"))
    for kind, whose in (("minutes", {"meeting_id": sitting.id}), ("actions", {"body_id": body.id})):
        letterhead = gathered(clerk, kind, **whose).material.letterhead
        assert letterhead.logo == Picture(SVG, "svg", "Logo of Norbury Board")
        assert letterhead.template == b"PK"
    clerk.do(keep_body_file, BodyFile(body.id, FileKind.LOGO, "crest.png", png(), "The crest"))
    assert gathered(clerk, "minutes", meeting_id=sitting.id).material.letterhead.logo == Picture(
        png(), "png", "The crest"
    )
    assert gathered(clerk, "actions").material.letterhead.logo is None


def test_a_document_that_the_record_has_not_is_refused_with_those_that_it_has(clerk: Clerk):
    body = clerk.body()
    others = "choose one of actions, owners, organisations, "
    with pytest.raises(UserError, match=f"A body has no document “minutes”: {others}"):
        gathered(clerk, "minutes", body_id=body.id)
    with pytest.raises(UserError, match="A meeting has no document “plan”: choose one of minutes, "):
        gathered(clerk, "plan", meeting_id=clerk.meeting(body).id)
    with pytest.raises(UserError, match="A plan has no document “agenda”"):
        gathered(clerk, "agenda", plan_id="p")


def test_every_kind_can_be_made_of_something_and_an_extract_counts_to_its_meeting():
    offered = {of: {kind.name for kind in kinds_of(of)} for of in (Of.MEETING, Of.BODY, Of.PLAN)}
    assert set.union(*offered.values()) == set(KINDS)
    assert "extract" in offered[Of.MEETING]
    assert offered[Of.PLAN] == {"plan", "plan-update"}


def test_each_document_of_a_meeting_is_gathered(clerk: Clerk):
    sitting = clerk.meeting()
    for kind in kinds_of(Of.MEETING):
        assert gathered(clerk, kind.name, meeting_id=sitting.id).material.body_name == "Norbury Board"
