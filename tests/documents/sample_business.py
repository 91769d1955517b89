"""The invented business of the sample meetings: agenda items with papers and the entries of every kind."""

from datetime import date, time, timedelta

from wibdesk.domain.agenda import Item, Paper
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import (
    Action,
    Amendment,
    Bullet,
    Decision,
    Declaration,
    Numbered,
    Paragraph,
    PrivateNote,
    Progress,
    Subheading,
    Table,
    Vote,
)

OCTOBER = date(2026, 10, 6)


def board_items() -> tuple[Item, ...]:
    """Nine items: papers, timings, a late one, an exempt one with a public summary, entries of every kind."""
    return (*_opening(), *_reports(), *_closing())


def _opening() -> tuple[Item, ...]:
    return (
        Item("Welcome and apologies", "1", time(9, 30), 5, "Chair", entries=(
            Paragraph("The Chair welcomed everybody; Ifan Nolan stood in for Dr Priya Hart.", id="e11"),), id="item-1"),
        Item("Declarations of interest", "2", time(9, 35), 5, entries=(
            Declaration("Tomasz Wiśniewski", "5", "personal", "Norbury Voluntary Action is a supplier", True, False,
                        id="e21"),), id="item-2"),
        Item("Minutes of the last meeting", "3", time(9, 40), 5, "Chair",
             papers=(Paper("Minutes of 7 July 2026", "PDF 212 KB", "minutes"),), entries=(
            Amendment(date(2026, 7, 7), "page 5, second paragraph", "nine per cent", "five per cent", "Bev Morgan",
                      id="e31"),
            Decision(("That the minutes of 7 July 2026, so corrected, be signed as a correct record.",), "Resolved",
                     id="e32"),), id="item-3"),
    )  # fmt: skip


def _reports() -> tuple[Item, ...]:
    return (
        Item("Front door", "4", time(9, 45), 25, "Jamila Amari",
             papers=(Paper("Quarterly report of the front door", "PDF 701 KB", "report"),
                     Paper("Appendix A: re-referrals by partner", "to follow", "appendix")), entries=(
            Paragraph("The Board heard that contacts had risen by **nine per cent** over the summer.", id="e41"),
            Bullet("Two duty posts were filled by agency staff.", id="e42"),
            Bullet("Re-referrals were not counted alike by all partners.", id="e43"),
            Table((("July", "1,204", "11 %"), ("August", "1,312", "9 %")), ("Month", "Contacts", "Re-referrals"),
                  "Contacts at the front door", id="e44"),
            Decision(("That there be one shared definition from 1 October 2026;",
                      "That the definition be published with the scorecard."), "Resolved", "(1)", id="e45"),
            Action("Agree the definition of a re-referral", ("Det Supt Karen Rowe", "Jamila Amari"),
                   Due(DueKind.MEETING, OCTOBER, as_written="October Board"), ref="4.1", id="e46"),
            Action("Bring a heat map of health-visitor vacancies", ("Ifan Nolan",),
                   Due(DueKind.DATE, OCTOBER, as_written="by 6/10"), Progress.IN_PROGRESS, "4.2", id="e47"),
            PrivateNote("CANARY ask the police about the figures", id="e48"),), id="item-4"),
        Item("Scorecard", "5", time(10, 10), 20, "Ruth Okafor", papers=(Paper("Scorecard, August 2026"),), entries=(
            Subheading("Timeliness", "5.1", "Ruth Okafor", id="e51"),
            Paragraph("Assessments within time stood at 84 per cent; see [the scorecard](https://norbury.example/s).",
                      id="e52"),
            Numbered("Vacancies fell from 17 to 12.", id="e53"), Numbered("Caseloads averaged 16.", id="e54"),
            Vote("That the target be 90 per cent", "carried", "Cllr Bernard Sutton", "Bev Morgan", 6, 1, 0,
                 names=(("against", ("Tomasz Wiśniewski",)),), id="e55"),
            Decision(("The report was noted.",), "Noted", id="e56"),), id="item-5"),
    )  # fmt: skip


def _closing() -> tuple[Item, ...]:
    return (
        Item("Voice of the child", "6", time(10, 30), 30, "Siân Llywelyn-Price", entries=(
            Paragraph("Four young people told the Board what moving placements had meant to them.", id="e61"),),
            id="item-6"),
        Item("Closure of Elm Road day nursery at short notice", "7", None, 10, "Bev Morgan", late=True, entries=(
            Paragraph("The Chair took this as urgent because the lease ends before the next meeting.", id="e71"),
            Action("Tell the parents", ("Bev Morgan",), Due(as_written="ASAP"), ref="7.1", id="e72"),), id="item-7"),
        Item("Placements contract", "8", time(11, 10), 20, "Ruth Okafor", 2, "3",
             "The Board awarded a three-year contract from January 2027.",
             (Paper("Evaluation of three bids", "not for publication", "report"),), (
            Paragraph("SECRET: the three bids were compared.", id="e81"),
            Decision(("That the contract be awarded to Bidder 2.",), "Resolved", id="e82"),), id="item-8"),
        Item("Any other business", "9", time(11, 30), 10, "Chair", entries=(
            Paragraph("There was none.", id="e91"),), id="item-9"),
    )  # fmt: skip


_SUBJECTS = ("Budget monitoring", "Fostering", "School places", "Health visiting", "Youth justice", "Early help")


def note_items(count: int) -> tuple[Item, ...]:
    """Many items of a quarter of an hour, each noted; the last three are exempt."""
    first = timedelta(hours=9, minutes=30)

    def at(n: int) -> time:
        minutes = int((first + timedelta(minutes=10 * n)).total_seconds() // 60)
        return time(minutes // 60, minutes % 60)

    return tuple(
        Item(
            f"{_SUBJECTS[n % 6]}: report {n + 1} of the quarter", str(n + 1), at(n), 10, "Ruth Okafor",
            2 if n >= count - 3 else 1, "1" if n >= count - 3 else None, "Noted." if n >= count - 3 else None,
            (Paper(f"Report {n + 1}"),) if n % 3 else (),
            (Paragraph(f"Report {n + 1} was presented.", id=f"n{n}a"),
             Decision((f"Report {n + 1} was noted.",), "Noted", id=f"n{n}b")), id=f"item-{n + 1}",
        )
        for n in range(count)
    )  # fmt: skip


LONG_ITEM = Item(
    "To consider the recommendations of the independent review into the commissioning, quality assurance and oversight "
    "of out-of-area residential placements, and the response of each partner to them",
    "2026/27-114(b)",
    time(9, 30),
    120,
    "The Executive Director of Children's, Adults' and Community Services and the Chief Nursing Officer",
    papers=(
        Paper("Independent review of commissioning, quality assurance and oversight, with eleven appendices", "14 MB"),
    ),
    entries=(
        Paragraph("The review was received."),
        Action(
            "Answer each recommendation in writing",
            (
                "The Executive Director of Children's, Adults' and Community Services",
                "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Jones",
            ),
            Due(DueKind.MONTH, month=date(2026, 11, 1), as_written="November"),
            ref="2026/27-114(b).1",
        ),
    ),
    id="item-long",
)
