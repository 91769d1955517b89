"""A whole improvement plan between its file and the domain."""

from wibdesk.domain.plans import Activity, Lead, Milestone, Plan, PlanSection, Workstream
from wibdesk.interchange.due_json import due_json, read_due
from wibdesk.interchange.entry_json import entry_json, read_entry, read_progress
from wibdesk.interchange.fields import Json, spare, unless
from wibdesk.interchange.meeting_json import body_json, read_body


def read_plan(raw: Json) -> Plan:
    """Read a validated plan."""
    body, plan = read_body(raw["body"]), raw["plan"]
    return Plan(
        body.id,
        body.name,
        plan["title"],
        period=plan.get("period"),
        updated=plan.get("updated"),
        profile=body.profile,
        house_style=body.house_style,
        sections=tuple(_read_section(section) for section in plan.get("sections") or ()),
        workstreams=tuple(_read_workstream(stream) for stream in raw["workstreams"]),
    )


def plan_json(plan: Plan) -> Json:
    """Write a plan, its keys in the order of the contract."""
    return {
        "format": "wibdesk.plan",
        "version": 1,
        "body": body_json(plan.body_name, plan.profile, plan.house_style),
        "plan": {
            "title": plan.title,
            **spare(period=plan.period, updated=plan.updated),
            **spare(sections=[_section_json(section) for section in plan.sections]),
        },
        "workstreams": [_workstream_json(stream) for stream in plan.workstreams],
    }


def _read_section(raw: Json) -> PlanSection:
    return PlanSection(raw.get("number"), raw.get("heading"), tuple(read_entry(entry) for entry in raw["entries"]))


def _section_json(section: PlanSection) -> Json:
    entries = [entry_json(entry) for entry in section.entries]
    return {**spare(number=section.number, heading=section.heading), "entries": entries}


def _read_workstream(raw: Json) -> Workstream:
    activities = tuple(_read_activity(activity) for activity in raw["activities"])
    return Workstream(raw["title"], raw.get("number"), activities)


def _workstream_json(stream: Workstream) -> Json:
    activities = [_activity_json(activity) for activity in stream.activities]
    return {**spare(number=stream.number), "title": stream.title, "activities": activities}


def _read_activity(raw: Json) -> Activity:
    leads = tuple(Lead(lead["name"], lead.get("role")) for lead in raw["leads"])
    milestones = (Milestone(m["text"], read_due(m["due"]), read_progress(m)) for m in raw["milestones"])
    return Activity(raw["title"], leads, tuple(milestones))


def _activity_json(activity: Activity) -> Json:
    return {
        "title": activity.title,
        "leads": [{"name": lead.name, **spare(role=lead.role)} for lead in activity.leads],
        "milestones": [_milestone_json(milestone) for milestone in activity.milestones],
    }


def _milestone_json(milestone: Milestone) -> Json:
    due = due_json(milestone.due)
    return {"text": milestone.text, "due": due, **spare(status=unless("open", milestone.status.value))}
