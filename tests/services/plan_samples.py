"""An invented improvement plan of the shape of real ones, for the tests of tracking."""

from datetime import date

from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Bullet, Numbered, Paragraph, Progress
from wibdesk.domain.plans import Activity, Lead, Milestone, Plan, PlanSection, Workstream

AMARI, ROWE = Lead("J Amari", "Head of Front Door"), Lead("K Rowe")


def on(day: date, written: str | None = None) -> Due:
    """A deadline that is a day."""
    return Due(DueKind.DATE, day, as_written=written)


def norbury_plan(**more) -> Plan:
    """Two workstreams; done, dated, ranging, vague and impossible milestones among them."""
    duty = Activity("Permanent duty team in post", (AMARI,), (
        Milestone("Posts advertised", on(date(2026, 7, 1), "01/07/26"), Progress.DONE, "advertised"),
        Milestone("Team in post", on(date(2026, 8, 28), "by 28/08/26"), id="posts"),
        Milestone("First review", Due(DueKind.RANGE, start=date(2026, 9, 1), end=date(2026, 12, 31),
                                      as_written="01/09/26 – 31/12/26"), id="review"),
    ), "duty")  # fmt: skip
    referral = Activity("One definition of re-referral", (ROWE, AMARI), (
        Milestone("Definition agreed", on(date(2026, 10, 1)), id="definition"),
    ), "referral")  # fmt: skip
    neglect = Activity("Neglect toolkit in every school", (Lead("M Osei"),), (
        Milestone("Toolkit live", Due(as_written="31/09/26"), id="toolkit"),
        Milestone("Schools trained", Due(as_written="Spring 2027"), id="trained"),
        Milestone("Group runs", Due(DueKind.MONTH, month=date(2026, 11, 1), as_written="Nov 2026"), id="group"),
        Milestone("Board told", Due(), id="told"),
    ), "neglect")  # fmt: skip
    sections = (
        PlanSection("1.0", "Introduction", (
            Paragraph("This plan is a **live** document.", "1.1", id="s1"), Bullet("Seen by the board.", 2, id="s2"),
            Numbered("First.", 1, "(a)", 1, id="s3"),
        ), "intro"),
        PlanSection("2.0", "Nothing yet", (), "nothing"),
    )  # fmt: skip
    known = {"period": "2026/27", "updated": "2026-07", "sections": sections} | more
    return Plan(
        "norbury", "Norbury Board", "Improvement plan 2026/27",
        workstreams=(
            Workstream("Front door", "1", (duty, referral), "front"),
            Workstream("Partnership", "2", (neglect, Activity("Shared induction", (), (), "induction")), "partners"),
            Workstream("Enablers", None, (), "enablers"),
        ), **known,
    )  # fmt: skip
