"""A plan edited part by part in a real register, two clerks at once, every step taken back."""

from dataclasses import replace

import pytest

from tests.services.plan_samples import norbury_plan
from wibdesk.domain.entries import Progress
from wibdesk.domain.plan_tree import activities, part, steps
from wibdesk.domain.plans import Activity, Lead, Milestone, Workstream
from wibdesk.errors import ChangedElsewhereError, UserError
from wibdesk.services import plan_editing as verbs
from wibdesk.services import plan_taking, plan_tracking
from wibdesk.services.plans import find_plan, plans


@pytest.fixture
def plan(clerk):
    return clerk.do(plan_taking.take_plan, norbury_plan())


def stored(clerk):
    return clerk.ask(find_plan, "P1")


def test_the_plans_own_words_change_and_its_parts_stay(clerk, plan):
    clerk.do(verbs.change_plan, replace(plan, title="Plan two", workstreams=()), undo="Plan changed")
    assert (stored(clerk).title, stored(clerk).workstreams) == ("Plan two", plan.workstreams)
    assert clerk.undo() == "Plan changed"
    assert stored(clerk) == plan
    with pytest.raises(UserError, match="needs a title"):
        clerk.do(verbs.change_plan, replace(plan, title=" "))


def test_two_clerks_change_a_plan_together_where_they_change_different_words(clerk, plan):
    clerk.do(verbs.change_plan, replace(plan, period="2026 to 2028"), plan)
    clerk.do(verbs.change_plan, replace(plan, title="Plan two"), plan)
    assert (stored(clerk).title, stored(clerk).period) == ("Plan two", "2026 to 2028")


@pytest.mark.parametrize(
    ("new", "within", "after"),
    [
        (Workstream("Workforce", "3", id="new"), "", "front"),
        (Activity("Recruitment", (Lead("K Rowe"),), id="new"), "enablers", ""),
        (Milestone("Advert out", id="new"), "duty", "advertised"),
    ],
)
def test_a_part_is_added_and_taken_back(clerk, plan, new, within, after):
    clerk.do(verbs.add_part, plan.id, new, within, after, undo="Added")
    assert part(stored(clerk), "new") == new
    clerk.undo()
    assert stored(clerk) == plan


def test_what_is_changed_keeps_what_it_holds(clerk, plan):
    stream = replace(plan.workstreams[0], title="The front door", activities=())
    clerk.do(verbs.change_part, plan.id, stream, plan.workstreams[0])
    activity = replace(plan.workstreams[0].activities[0], leads=(Lead("I Nolan"),), milestones=())
    clerk.do(verbs.change_part, plan.id, activity)
    found = stored(clerk).workstreams[0]
    assert (found.title, found.activities[0].leads) == ("The front door", (Lead("I Nolan"),))
    assert found.activities[0].milestones == plan.workstreams[0].activities[0].milestones


def test_a_changed_milestone_keeps_what_it_was(clerk, plan):
    was = part(plan, "posts")
    clerk.do(verbs.change_part, plan.id, replace(was, text="Whole team in post"), was, by="A Clerk")
    clerk.do(verbs.change_part, plan.id, part(stored(clerk), "posts"))
    (change,) = clerk.ask(plan_tracking.course, plan.id).changes["posts"]
    assert (change.text, change.due, change.status, change.by) == (was.text, was.due, Progress.OPEN, "A Clerk")


def test_the_same_words_changed_by_two_are_told(clerk, plan):
    was = part(plan, "posts")
    clerk.do(verbs.change_part, plan.id, replace(was, text="Whole team in post"), was)
    clerk.do(verbs.change_part, plan.id, replace(was, status=Progress.DONE), was)
    both = part(stored(clerk), "posts")
    assert (both.text, both.status) == ("Whole team in post", Progress.DONE)
    with pytest.raises(ChangedElsewhereError, match="text of “Whole team in post” was changed elsewhere"):
        clerk.do(verbs.change_part, plan.id, replace(was, text="Half the team"), was)


def test_parts_move_and_go_and_come_back(clerk, plan):
    clerk.do(verbs.move_part, plan.id, "neglect", -1, undo="Moved up")
    assert [number for _, a, number in activities(stored(clerk)) if a.id == "neglect"] == ["1.3"]
    clerk.undo()
    clerk.do(verbs.remove_part, plan.id, "front", undo="Removed")
    assert "posts" not in [step.milestone.id for step in steps(stored(clerk))]
    clerk.undo()
    assert stored(clerk) == plan


def test_what_is_gone_or_says_nothing_is_refused_in_words(clerk, plan):
    gone = Milestone("Nowhere", id="gone")
    for verb, *more in (
        (verbs.change_part, gone), (verbs.move_part, "gone", 1), (verbs.remove_part, "gone"),
        (verbs.add_part, gone, "gone"), (verbs.change_part, Activity("Not the same", id="posts")),
    ):  # fmt: skip
        with pytest.raises(UserError, match="no longer there"):
            clerk.do(verb, plan.id, *more)
    with pytest.raises(UserError, match="This milestone has no words yet"):
        clerk.do(verbs.add_part, plan.id, Milestone(" "), "duty")
    with pytest.raises(UserError, match="This workstream has no words yet"):
        clerk.do(verbs.change_part, plan.id, Workstream("", id="front"))
    assert stored(clerk) == plan


def test_a_plan_that_comes_again_keeps_its_records_and_their_history(clerk, plan):
    again = norbury_plan()
    new_ids = replace(again, workstreams=tuple(_renamed(stream) for stream in again.workstreams))
    with pytest.raises(UserError, match="already in the register as P1"):
        clerk.do(plan_taking.take_plan, new_ids)
    assert clerk.ask(plan_taking.same_title, "Norbury Board", again.title) == "P1"
    assert clerk.ask(plan_taking.same_title, "Nobody", again.title) is None
    first, *others = new_ids.workstreams
    shorter = replace(first, activities=(replace(first.activities[0], milestones=first.activities[0].milestones[:2]),))
    newer = replace(new_ids, workstreams=(shorter, *others, Workstream("New")))
    clerk.do(plan_taking.take_plan, newer, replace=True)
    (held,) = clerk.ask(plans)
    assert [w.id for w in held.workstreams[:3]] == ["front", "partners", "enablers"]
    assert part(held, "posts").status is Progress.CLOSED
    changes = clerk.ask(plan_tracking.course, plan.id).changes
    assert [(c.status, c.note) for c in changes["posts"]] == [(Progress.OPEN, "Read from a file")]


def _renamed(stream):
    """The same words under other ids, every milestone closed."""
    closed = [
        replace(
            a, id=f"x{a.id}",
            milestones=tuple(replace(m, id=f"x{m.id}", status=Progress.CLOSED) for m in a.milestones),
        )
        for a in stream.activities
    ]  # fmt: skip
    return replace(stream, id=f"x{stream.id}", activities=tuple(closed))
