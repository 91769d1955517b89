"""The update of a plan as a document: what changed since the last one, workstream by workstream."""

from dataclasses import replace
from datetime import UTC, date, datetime

from tests.services.plan_samples import norbury_plan, on
from wibdesk.documents.compose.plan_update import compose_update
from wibdesk.documents.document import Table, texts, words_of
from wibdesk.documents.styles import house_style
from wibdesk.domain.actions import Judgement
from wibdesk.domain.deadlines import Due
from wibdesk.domain.entries import Progress
from wibdesk.domain.plan_course import MilestoneChange, PlanCourse
from wibdesk.domain.plan_snapshot import Snapshot, read_snapshot, snapshot_bytes
from wibdesk.domain.plan_tree import added, part, steps, with_part, without
from wibdesk.domain.plan_update import What, plan_update
from wibdesk.domain.plans import Milestone, Plan

STYLE, NOW = house_style("plain"), datetime(2026, 9, 1, 9, 0)
THEN = datetime(2026, 7, 1, 9, 0, tzinfo=UTC)
OLD = norbury_plan()


def since(plan: Plan = OLD) -> Snapshot:
    return read_snapshot(snapshot_bytes(plan), "April to June 2026", THEN)


def changed(**milestones) -> Plan:
    plan = OLD
    for milestone_id, new in milestones.items():
        plan = with_part(plan, replace(part(plan, milestone_id), **new))
    return plan


def told(plan: Plan, before: Snapshot | None) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for stream in plan_update(PlanCourse(plan), before, NOW.date()).streams:
        for one in stream.told:
            found.setdefault(one.what.value, []).append(one.step.milestone.id)
    return found


def test_a_snapshot_keeps_every_milestone_as_it_was():
    assert since().milestones == tuple(step.milestone for step in steps(OLD))


def test_without_an_update_before_it_says_what_is_done_overdue_due_and_undated():
    assert told(OLD, None) == {
        "Done": ["advertised"], "Overdue": ["posts"], "Due next": ["definition", "group"],
        "No date": ["toolkit", "trained", "told"],
    }  # fmt: skip


def test_what_changed_since_the_last_update_is_told_once_each():
    plan = changed(
        posts={"due": on(date(2026, 11, 20))}, definition={"status": Progress.DONE},
        group={"due": on(date(2026, 9, 20))}, toolkit={"due": on(date(2026, 9, 30), "31/09/26")},
        trained={"status": Progress.CANCELLED}, told={"due": Due(as_written="soon")},
    )  # fmt: skip
    plan = added(plan, Milestone("Second review", on(date(2027, 6, 1)), id="second"), "duty")
    assert told(plan, since()) == {
        "Done": ["definition"], "Slipped": ["posts"], "New": ["second"], "Brought forward": ["group"],
        "Date given": ["toolkit"], "Dropped": ["trained"], "No date": ["told"],
    }  # fmt: skip
    assert told(changed(posts={"due": Due(as_written="later")}), since())["No date"][0] == "posts"


def test_what_is_at_risk_is_told_though_it_is_due_much_later():
    course = PlanCourse(OLD, judged={"review": (Judgement(THEN, "Red", "The reviewer left."),)})
    (front, *_) = plan_update(course, since(), NOW.date()).streams
    assert [one.step.milestone.id for one in front.told if one.what is What.RISK] == ["review"]


def test_what_was_taken_out_of_the_plan_is_told_last():
    update = plan_update(PlanCourse(without(OLD, "posts")), since(), NOW.date())
    assert [milestone.id for milestone in update.gone] == ["posts"]
    document = compose_update(PlanCourse(without(OLD, "posts")), since(), STYLE, now=NOW)
    assert list(texts(document))[-2:] == ["Taken out of the plan", "Team in post"]


def test_the_document_names_the_update_before_and_each_old_date():
    plan = changed(posts={"due": on(date(2026, 11, 20))})
    was = MilestoneChange(
        "posts",
        datetime(2026, 8, 1, tzinfo=UTC),
        "Team in post",
        part(OLD, "posts").due,
        Progress.OPEN,
        "No candidates.",
    )
    judged = Judgement(THEN, "Red", "Nobody applied.")
    course = PlanCourse(plan, {"posts": (was,)}, {"posts": (judged,)})
    document = compose_update(course, since(), STYLE, now=NOW)
    said = list(texts(document))
    assert said[:4] == [
        "Improvement plan 2026/27: update", "Norbury Board", "2026/27, 1 September 2026",
        "What changed since the update “April to June 2026” of 1 July 2026.",
    ]  # fmt: skip
    summary, front, _ = (block for block in document.blocks if isinstance(block, Table))
    assert [words_of(cell) for cell in summary.rows[0]] == ["1 Front door", "Red", "1 of 4", "0", "1", "0"]
    assert [words_of(cell) for cell in front.rows[0]] == [
        What.SLIPPED.value, "Team in post\n1.1 Permanent duty team in post\nNo candidates.", "J Amari",
        "20 November 2026\nwas by 28/08/26\nRed: Nobody applied.",
    ]  # fmt: skip
    assert said[-2:] == ["Enablers", "There are no milestones yet."]


def test_quiet_workstreams_and_empty_plans_say_so():
    quiet = changed(
        posts={"status": Progress.DONE}, review={"due": on(date(2027, 8, 1))}, definition={"status": Progress.DONE}
    )
    document = compose_update(PlanCourse(quiet), since(quiet), STYLE, now=NOW)
    assert "Nothing changed, and nothing is due in the next three months." in list(texts(document))
    empty = compose_update(PlanCourse(Plan("b", "Norbury Board", "Plan")), None, STYLE, now=NOW)
    assert list(texts(empty))[-1] == "The plan has no workstreams yet."
    assert "This is the first update: there is none before it to compare with." in list(texts(empty))
