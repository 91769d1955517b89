"""The parts of a plan: found by id, put in, changed, moved and taken away."""

import pytest

from tests.services.plan_samples import norbury_plan
from wibdesk.domain import plan_tree as tree
from wibdesk.domain.plans import Activity, Milestone, Workstream

PLAN = norbury_plan()


def order(plan):
    return {activity.id: [m.id for m in activity.milestones] for _, activity, _ in tree.activities(plan)}


def test_steps_are_numbered_by_workstream_and_activity():
    assert [(s.number, s.milestone.id) for s in tree.steps(PLAN)][2:5] == [
        ("1.1", "review"), ("1.2", "definition"), ("2.1", "toolkit"),
    ]  # fmt: skip
    assert [number for _, _, number in tree.activities(PLAN)] == ["1.1", "1.2", "2.1", "2.2"]


@pytest.mark.parametrize(
    ("part_id", "holder"),
    [("toolkit", "neglect"), ("neglect", "partners"), ("partners", PLAN.id), ("gone", PLAN.id)],
    ids=["toolkit", "neglect", "partners", "gone"],
)
def test_each_part_knows_what_holds_it(part_id, holder):
    assert tree.parent_id(PLAN, part_id) == holder
    assert (tree.part(PLAN, part_id) is None) == (part_id == "gone")


def test_a_part_is_changed_and_taken_away_in_its_place():
    changed = tree.with_part(PLAN, Milestone("Toolkit live everywhere", id="toolkit"))
    assert [s.milestone.text for s in tree.steps(changed)][4] == "Toolkit live everywhere"
    assert "duty" not in order(tree.without(PLAN, "duty"))
    assert [w.id for w in tree.without(PLAN, "front").workstreams] == ["partners", "enablers"]
    assert tree.without(PLAN, "gone") == PLAN


def test_a_new_part_comes_after_another_or_at_the_end():
    step, activity, stream = Milestone("New", id="n"), Activity("New", id="n"), Workstream("New", id="n")
    assert order(tree.added(PLAN, step, "duty", "posts"))["duty"] == ["advertised", "posts", "n", "review"]
    assert order(tree.added(PLAN, step, "duty"))["duty"][-1] == "n"
    assert list(order(tree.added(PLAN, activity, "front", "duty"))) == [
        "duty", "n", "referral", "neglect", "induction",
    ]  # fmt: skip
    assert [w.id for w in tree.added(PLAN, stream, PLAN.id, "front").workstreams][1] == "n"
    assert tree.added(PLAN, step, "front") == PLAN
    assert tree.added(PLAN, activity, "gone") == PLAN


def test_a_part_moves_among_its_like():
    assert order(tree.moved(PLAN, "posts", -1))["duty"] == ["posts", "advertised", "review"]
    assert order(tree.moved(PLAN, "posts", 1))["duty"] == ["advertised", "review", "posts"]
    assert [w.id for w in tree.moved(PLAN, "enablers", -1).workstreams] == ["front", "enablers", "partners"]


def test_at_the_edge_a_part_goes_over_into_the_next():
    down = order(tree.moved(PLAN, "review", 1))
    assert (down["duty"], down["referral"]) == (["advertised", "posts"], ["review", "definition"])
    up = order(tree.moved(PLAN, "toolkit", -1))
    assert (up["referral"], up["neglect"][0]) == (["definition", "toolkit"], "trained")
    assert [a.id for a in tree.moved(PLAN, "neglect", -1).workstreams[0].activities][-1] == "neglect"
    assert tree.moved(PLAN, "advertised", -1) == PLAN
    assert tree.moved(PLAN, "front", -1) == PLAN
    assert tree.moved(PLAN, "gone", 1) == PLAN
