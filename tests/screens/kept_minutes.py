"""The walk through what the room keeps: earlier versions, two writers at one entry, approved minutes, a password."""

from dataclasses import replace

from tests.screens.stage import Stage
from wibdesk.domain.entries import Paragraph, PrivateNote
from wibdesk.domain.meetings import Stage as Sitting
from wibdesk.services import meetings, minutes

BEGUN = "The Chair welcomed the report. J Amari said that 31 of the 40 files"
WORDS = (
    f"{BEGUN} counted a return as a new referral.",
    f"{BEGUN} read in August counted a return within twelve months as a new referral.",
    f"{BEGUN} read in August counted a return within twelve months as new, so the rate given in July was too low.",
)


def kept_minutes(stage: Stage) -> None:
    """Versions looked through and brought back, a conflict chosen, minutes approved and their notes deleted."""
    meeting = next(m for m in stage.read(meetings.meetings) if m.details.stage is Sitting.CLOSED)
    stage.room(meeting.details.ref or "")
    stage.press("Ctrl+Down", "Ctrl+Down")
    stage.press("Ctrl+H")
    stage.shot("c0-versions-none")
    stage.press("Esc")
    _rewrite(stage)
    stage.press("Ctrl+H", "Home", "Down")
    stage.shot("c1-versions")
    stage.press("Return")
    stage.shot("c2-version-restored")
    stage.press("Ctrl+H")
    _differ(stage)
    stage.shot("c3-conflict")
    stage.press("F6")
    stage.shot("c4-conflict-choice")
    stage.press("Return")
    stage.bench.context.commands.run("room.approve")
    stage.shot("c5-approve")
    stage.press("Return")
    stage.rest()
    stage.shot("c6-approved")
    stage.type("x")
    stage.shot("c7-approved-typed")
    stage.bench.context.commands.run("room.wipe")
    stage.shot("c8-wipe")
    stage.press("Esc")
    stage.bench.context.commands.run("room.reopen_approved")
    stage.shot("c9-reopen")
    stage.press("Esc", "Ctrl+P")
    stage.rest(1200)
    if stage.bench.window.place.acts.has_two_versions():
        stage.press("V")
        stage.rest(1200)
    stage.press("K")
    stage.shot("d0-password")


def _rewrite(stage: Stage) -> None:
    item = stage.window.places["room"].session.item_id
    first = Paragraph("")
    for words in WORDS:
        stage.later(3)
        stage.do(minutes.save_entries, item, (replace(first, text=words), PrivateNote("Ring J Amari first.", id="n")))
    stage.later(2)
    stage.do(minutes.save_entries, item, (replace(first, text=WORDS[2]), PrivateNote("Ring J Amari first.", id="n")))


def _differ(stage: Stage) -> None:
    """Have another writer change the entry that the clerk has just typed in."""
    room = stage.window.places["room"]
    stage.press("Esc", "Ctrl+Home", "End")
    room.saving.throttle.setInterval(100_000)
    stage.type(" The Board asked for a new count.")
    held = stage.read(meetings.meeting, room.session.meeting.id)
    item = next(i for i in held.items if i.id == room.session.item_id)
    theirs = replace(item.entries[0], text=f"{item.entries[0].text} Dr P Hart offered a second reader.")
    stage.do(minutes.save_entries, item.id, (theirs, *item.entries[1:]))
    stage.rest()
