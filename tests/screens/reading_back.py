"""A meeting of today with something of everything, read back before it closes, put right, closed."""

from datetime import date

from tests.screens.stage import Stage
from ui.place import Where
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Decision, Entry, Paragraph, PrivateNote
from wibdesk.services import meetings, minutes

OCTOBER = Due(DueKind.DATE, date(2026, 10, 6))
ENDORSED = (
    "That the learning points be endorsed, sent to every partner with a covering letter from the Chair, and looked at "
    "again when the next quarter's figures are in."
)
ITEMS: tuple[tuple[Entry, ...], ...] = (
    (Decision(("That the minutes of 30 June 2026 be approved as corrected.",), "Agreed"),),
    (
        Paragraph(
            "J Amari said that families had waited more than @@ days for a first visit, and the CAMHS queue grew."
        ),
        Decision(("One shared definition of a re-referral from 1 October.",), "Agreed"),
        Action("agree the definition of a re-referral with Det Supt K Rowe", ("J Amari",), OCTOBER),
        Action("heat map of health-visitor vacancies", ("L Whitcombe",), OCTOBER),
        PrivateNote("Parked: Voice of young people at the January board"),
    ),
    (
        Paragraph("Det Supt K Rome thanked the team. {person} presented the report."),
        Decision((ENDORSED,), "Agreed"),
        Action("circulate the learning points", ("R Devlin",)),
        Action("write to the governors about the summer term", (), Due(DueKind.DATE, date(2026, 10, 3))),
    ),
)


def reading_back(stage: Stage) -> None:
    """From the room to what is read back, one thing put right, the meeting closed."""
    stage.press("Home", "Ctrl+Return")
    stage.rest()
    stage.later(2)
    stage.press("F5", "Ctrl+E", "Home", *("P", "Down") * 7, "A", "Esc")
    ref = stage.window.place.session.meeting.details.ref
    for item, entries in zip(stage.read(meetings.find, ref).items[1:], ITEMS, strict=False):
        stage.do(minutes.save_entries, item.id, entries)
    stage.later(29)
    stage.press("Ctrl+E", "Home", "Down", "Down", "L", "Esc")
    stage.rest()
    stage.shot("R0-room-gaps")
    stage.later(80)
    stage.press("Shift+F5")
    stage.rest()
    stage.press("Down", "Down", "Down")
    stage.shot("R1-read-back")
    stage.press("N", "E")
    stage.shot("R2-put-right")
    stage.press("Esc", "End")
    stage.shot("R3-read-back-end")
    stage.press("Ctrl+Return")
    stage.rest()
    stage.shot("R4-closed")
    stage.press("Home", "N", "N", "N", "N", "Return")
    stage.rest()
    stage.shot("R5-gone-there")
    meeting = stage.read(meetings.find, ref)
    coming = stage.bench.context.desk.write(meetings.new_meeting, meeting.body.id, date=date(2026, 11, 10)).result(60)
    stage.go("agenda", Where(meeting_id=coming.value.id))
    stage.shot("R6-parked-for-the-agenda")
    stage.press("P")
    stage.shot("R7-on-the-agenda")
