"""House styles of the register's own: copied, changed, used and taken away."""

from dataclasses import replace
from datetime import date

import pytest
from sqlcipher3 import dbapi2

from wibdesk.changes import AGENDA, EVERYTHING, MEETINGS, STYLES
from wibdesk.domain.meetings import MinutesStatus
from wibdesk.domain.own_styles import OwnStyle
from wibdesk.domain.plans import Plan
from wibdesk.errors import UserError
from wibdesk.services import bodies, house_styles, meetings, plans


def copied(clerk, label="Norbury Board", data=(("part_style", "(a)"),), **more):
    return clerk.do(house_styles.copy_style, dict(data), label, **more)


def test_a_copied_style_gets_a_name_of_its_own_and_its_label(clerk):
    first = copied(clerk, "  Norbury   Board ")
    assert first == OwnStyle("norbury_board", {"part_style": "(a)", "label": "Norbury Board"})
    assert clerk.changes.kinds == {STYLES}
    assert STYLES in EVERYTHING
    second = copied(clerk, "norbury board", data={"label": "Old", "text_size": 13}.items())
    third = copied(clerk, "Plain", taken=("plain", "plain_2"))
    assert (second.name, second.label, third.name) == ("norbury_board_2", "norbury board", "plain_3")
    clerk.restart()
    assert clerk.ask(house_styles.own_styles) == (first, second, third)


def test_a_copy_for_a_body_is_used_by_it_and_by_its_meetings_from_then_on(clerk):
    meeting = clerk.meeting(body := clerk.body())
    style = copied(clerk, body_id=body.id, undo="House style “Norbury Board” made")
    assert clerk.changes.touches(MEETINGS)
    assert clerk.changes.body_id == body.id
    assert clerk.ask(bodies.body, body.id).house_style == style.name
    assert clerk.whole(meeting).details.house_style == style.name
    assert clerk.undo() == "House style “Norbury Board” made"
    assert clerk.ask(house_styles.own_styles) == ()
    assert clerk.whole(meeting) == meeting


def test_a_changed_style_is_kept_under_its_name_and_the_change_can_be_undone(clerk):
    style = copied(clerk)
    words = f"Changed the house style “{style.label}”"
    changed = clerk.do(house_styles.keep_style, style.name, {**style.data, "signature": False}, undo=words)
    assert clerk.ask(house_styles.own_styles) == (changed,)
    assert clerk.undo() == words
    assert clerk.ask(house_styles.own_styles) == (style,)
    assert clerk.redo() == words
    assert clerk.ask(house_styles.own_styles) == (changed,)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("own", {"label": "Own", "colour": "red"}, "setting that is not known: colour"),
        ("own", {"label": "Own", "part_style": "§"}, "wrong value for part_style"),
        ("own", {}, "has no label"),
        ("", {"label": "Own"}, "needs a name of 60 letters or fewer"),
        ("x" * 61, {"label": "Own"}, "needs a name of 60 letters or fewer"),
    ],
)
def test_a_style_with_something_wrong_is_refused_in_words(clerk, name, data, words):
    with pytest.raises(UserError, match=words):
        clerk.do(house_styles.keep_style, name, data)
    assert clerk.ask(house_styles.own_styles) == ()


def test_a_copy_needs_a_label(clerk):
    with pytest.raises(UserError, match="type what it should be called"):
        copied(clerk, " \t")


def test_a_style_that_is_used_stays(clerk):
    style = copied(clerk, body_id=(body := clerk.body()).id)
    with pytest.raises(UserError, match="“Norbury Board” cannot be removed while Norbury Board or its papers use it"):
        clerk.do(house_styles.remove_style, style.name)
    meeting = clerk.meeting(body)
    clerk.do(meetings.change_details, replace(meeting.details, status=MinutesStatus.APPROVED))
    clerk.do(bodies.change_body, replace(clerk.ask(bodies.body, body.id), house_style=None))
    with pytest.raises(UserError, match="choose another style there first"):
        clerk.do(house_styles.remove_style, style.name)
    clerk.do(meetings.remove_meeting, meeting.id)
    plan = clerk.do(plans.add_plan, Plan(body.id, body.name, "Improvement", house_style=style.name))
    with pytest.raises(UserError, match="cannot be removed"):
        clerk.do(house_styles.remove_style, style.name)
    clerk.do(plans.remove_plan, plan.id)
    clerk.do(house_styles.remove_style, style.name, undo="House style removed")
    assert clerk.ask(house_styles.own_styles) == ()
    clerk.undo()
    assert clerk.ask(house_styles.own_styles) == (style,)


def test_a_style_that_is_not_there_is_told(clerk):
    with pytest.raises(UserError, match="no longer in the register"):
        clerk.do(house_styles.remove_style, "gone")


def test_a_style_that_numbers_otherwise_numbers_the_planned_meetings_that_use_it(clerk):
    style = copied(clerk, body_id=(body := clerk.body()).id)
    first, second = clerk.meeting(body), clerk.meeting(body, date(2026, 10, 6))
    other = clerk.meeting(clerk.body("Other"))
    assert [i.number for i in clerk.whole(second).items] == ["1", "2", "3", "4", "5", "6"]
    clerk.do(house_styles.keep_style, style.name, {**style.data, "item_numbers": "continue"}, undo="Style changed")
    assert clerk.changes.touches(AGENDA)
    assert [i.number for i in clerk.whole(second).items] == ["7", "8", "9", "10", "11", "12"]
    assert clerk.whole(first).items == first.items
    assert clerk.whole(other) == other
    clerk.do(house_styles.keep_style, style.name, {**style.data, "item_numbers": "number_year", "signature": False})
    assert [i.number for i in clerk.whole(second).items][:2] == ["7/26", "8/26"]
    clerk.do(house_styles.keep_style, style.name, {**style.data, "item_numbers": "none"})
    assert {i.number for i in clerk.whole(second).items} == {None}
    clerk.do(house_styles.keep_style, style.name, style.data)
    assert [i.number for i in clerk.whole(second).items] == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize("stored", ["{", "[1]", '{"label": "Newer", "hologram": true}'])
def test_a_stored_style_that_cannot_be_read_counts_as_the_default(clerk, stored):
    style = copied(clerk, body_id=(body := clerk.body()).id, data={"item_numbers": "none"}.items())
    clerk.desk.close()
    raw = dbapi2.connect(str(clerk.register))
    raw.execute("UPDATE house_style SET data = ?", (stored,))
    raw.commit()
    raw.close()
    clerk.restart()
    (found,) = clerk.ask(house_styles.own_styles)
    assert found.name == style.name
    assert found.label in (style.name, "Newer")
    assert [i.number for i in clerk.meeting(body).items][:2] == ["1", "2"]
