"""Attendance in figures: each member at each of the last meetings."""

from dataclasses import dataclass

from wibdesk.domain.attendance_register import Mark, RegisterLine, register_of
from wibdesk.domain.figures import Facts
from wibdesk.domain.figures_words import capital, listed, number_words
from wibdesk.domain.paper_words import write, write_counted

_MOST_NAMED = 2


@dataclass(frozen=True)
class MemberAttendance:
    """The register of the members, oldest meeting first; at least one member was due at one of the meetings."""

    lines: tuple[RegisterLine, ...]
    meetings: int

    @property
    def seldom(self) -> tuple[RegisterLine, ...]:
        """Members who came to fewer than half of the meetings to which they were due."""
        return tuple(line for line in self.lines if 2 * came(line) < line.due)

    @property
    def finding(self) -> str:
        """What the figures say, in a sentence without its full stop."""
        due = [line for line in self.lines if line.due]
        if self.meetings == 1:
            return _at_one(sum(came(line) for line in due), len(due))
        seldom = [line.name for line in self.seldom]
        if seldom:
            named = len(seldom) <= _MOST_NAMED
            many = write("{many} members", many=capital(number_words(len(seldom))))
            return write("{members} came to fewer than half the meetings", members=listed(seldom) if named else many)
        if all(came(line) == line.due for line in due):
            return write("Every member came to every meeting")
        return write("Every member came to at least half the meetings")

    @property
    def about(self) -> str:
        """What is shown."""
        return write_counted(
            self.meetings,
            "The last meeting",
            "Last {number} meetings, oldest left",
            number=number_words(self.meetings),
        )


def member_attendance(facts: Facts) -> MemberAttendance | None:
    """Return who came to the last meetings of the period; None where nothing is recorded of any member."""
    lines = register_of(facts.meetings).members
    return MemberAttendance(lines, len(facts.meetings)) if any(line.due for line in lines) else None


def _at_one(there: int, due: int) -> str:
    if not there:
        return write("No member came")
    if there == due:
        if due == 2:
            return write("Both members came")
        return write_counted(due, "The one member came", "All {number} members came", number=number_words(due))
    return write("{some} of {all} members came", some=capital(number_words(there)), all=number_words(due))


def came(line: RegisterLine) -> int:
    """Return to how many of the meetings to which the person was due as a member they came themselves."""
    return sum(mark is Mark.PRESENT for mark in line.marks)
