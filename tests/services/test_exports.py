"""The record of what left the desk: newest first, for a meeting, a body or a plan, and no part of undo."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from wibdesk.changes import EVERYTHING, EXPORTS
from wibdesk.domain.exports import Export
from wibdesk.domain.plans import Plan
from wibdesk.errors import UserError
from wibdesk.services import bodies, checking, exports, meetings, plans

NOON = datetime(2026, 9, 1, 12, tzinfo=UTC)


def export(subject_id, kind="minutes", edition="public", minutes=0, **more):
    told = {"style": "plain", "format": "pdf", "name": "minutes.pdf", "sha256": "ab" * 32, "words": "Said – مجلس.\n"}
    return Export(subject_id, kind, edition, **(told | more), at=NOON + timedelta(minutes=minutes))


def test_exports_come_newest_first_and_the_last_of_each_kind_is_found(clerk):
    meeting = clerk.meeting()
    first, second = export(meeting.id), export(meeting.id, edition="full", minutes=5, words="")
    agenda, again = export(meeting.id, "agenda", minutes=1), export(meeting.id, minutes=5)
    for one in (first, second, agenda, again):
        assert clerk.do(exports.record_export, one) == one
    clerk.restart()
    assert clerk.ask(exports.exports_of, meeting.id) == (again, second, agenda, first)
    assert clerk.ask(exports.last_export, meeting.id, "minutes") == again
    assert clerk.ask(exports.last_export, meeting.id, "minutes", "full") == second
    assert clerk.ask(exports.last_export, meeting.id, "agenda", "full") is None
    assert clerk.ask(exports.exports_of, "nothing") == ()


def test_a_time_of_another_zone_is_kept_as_the_same_moment(clerk):
    meeting = clerk.meeting()
    summer = Export(
        meeting.id, "minutes", "full", "plain", "docx", "m.docx", "", "", NOON.astimezone(timezone(timedelta(hours=1)))
    )
    clerk.do(exports.record_export, summer)
    found = clerk.ask(exports.last_export, meeting.id, "minutes")
    assert found == summer
    assert found.at.utcoffset() == timedelta(0)


def test_a_recorded_export_refreshes_no_screen_that_shows_everything(clerk):
    meeting = clerk.meeting()
    clerk.do(exports.record_export, export(meeting.id))
    assert clerk.changes.kinds == {EXPORTS}
    assert EXPORTS not in EVERYTHING


def test_an_export_of_what_is_gone_is_refused_in_words(clerk):
    with pytest.raises(UserError, match="What was exported is no longer in the register"):
        clerk.do(exports.record_export, export("gone"))


def test_an_export_is_no_step_and_blocks_none(clerk):
    body = clerk.body()
    clerk.do(bodies.add_body, "Earlier", undo="Earlier added")
    meeting = clerk.do(meetings.new_meeting, body.id, date=None, undo="Meeting made")
    clerk.do(exports.record_export, export(meeting.id), undo="Exported")
    assert clerk.undo() == "Meeting made"
    assert clerk.ask(exports.exports_of, meeting.id) == ()
    clerk.do(exports.record_export, export(body.id, "actions"), undo="Exported")
    assert clerk.redo() == "Meeting made"
    assert len(clerk.ask(exports.exports_of, meeting.id)) == 1
    assert len(clerk.ask(exports.exports_of, body.id)) == 1
    assert clerk.undo() == "Meeting made"
    assert clerk.undo() == "Earlier added"
    assert clerk.ask(checking.check) == ()


def test_exports_go_with_what_they_tell_of_and_come_back_with_it(clerk):
    meeting = clerk.meeting(body := clerk.body())
    plan = clerk.do(plans.add_plan, Plan(body.id, body.name, "Improvement"))
    subjects = (meeting.id, plan.id, body.id)
    for subject in subjects:
        clerk.do(exports.record_export, export(subject))

    def recorded():
        return [len(clerk.ask(exports.exports_of, subject)) for subject in subjects]

    clerk.do(meetings.remove_meeting, meeting.id, undo="Meeting removed")
    clerk.do(plans.remove_plan, plan.id, undo="Plan removed")
    clerk.do(bodies.remove_body, body.id, undo="Body removed")
    assert recorded() == [0, 0, 0]
    for expected in ([0, 0, 1], [0, 1, 1], [1, 1, 1]):
        clerk.undo()
        assert recorded() == expected
    for expected in ([0, 1, 1], [0, 0, 1], [0, 0, 0]):
        clerk.redo()
        assert recorded() == expected
    assert clerk.ask(checking.check) == ()
