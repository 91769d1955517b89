"""The walk through Safe keeping: backups, bin, check, a passphrase set up, and the promise."""

from tests.screens.stage import Stage
from wibdesk.domain.backups import Reason
from wibdesk.services import agenda, meetings, people

PASSPHRASE = "rainy tuesday lorry cheese"


def safe_keeping(stage: Stage) -> None:
    """Backups made over a day, things removed, the register checked, then encrypted."""
    keeper = stage.bench.context.backing_up
    assert keeper is not None
    stage.go("safe_keeping")
    stage.shot("a0-backups-none")
    for minutes, reason in ((0, Reason.OPENING), (26 * 60, Reason.CLOSING), (300, Reason.DAILY), (61, Reason.ASKED)):
        stage.later(minutes)
        keeper.make(reason)
        stage.rest()
    stage.press("Esc", "Return", "Home")
    stage.shot("a1-backups")
    stage.press("R")
    stage.shot("a2-restore")
    stage.press("Esc", "Return")
    stage.shot("a3-backup-contents")
    stage.press("Esc", "Alt+2")
    stage.shot("a4-bin-empty")
    _remove_some(stage)
    stage.shot("a5-bin")
    stage.press("E")
    stage.shot("a6-bin-emptying")
    stage.press("Esc", "Return")
    stage.shot("a7-put-back")
    stage.press("Alt+3")
    stage.shot("a8-check")
    stage.press("C")
    stage.shot("a9-sound")
    _encrypt(stage)
    stage.press("Alt+5")
    stage.shot("b6-promise")


def _remove_some(stage: Stage) -> None:
    every = stage.read(meetings.meetings)
    meeting = stage.read(meetings.meeting, every[0].id)
    stage.do(agenda.remove_item, meeting.items[2].id)
    stage.later(7)
    stage.do(people.remove_person, stage.read(people.roster, meeting.body.id)[3].id)
    stage.do(meetings.remove_meeting, every[3].id)
    stage.later(90)


def _encrypt(stage: Stage) -> None:
    stage.press("Alt+4")
    stage.shot("b0-not-encrypted")
    stage.press("P")
    stage.type("rainy")
    stage.shot("b1-passphrase-short")
    stage.press("Ctrl+A")
    stage.type(PASSPHRASE)
    stage.press("Return")
    stage.type(PASSPHRASE)
    stage.shot("b2-passphrase")
    stage.press("Return")
    stage.shot("b3-recovery-key")
    stage.press("I")
    stage.shot("b4-group-asked")
    recovery = stage.window.place.parts["passphrase"].recovery
    stage.type(recovery.new.groups[recovery.asked])
    stage.press("Return")
    stage.typist.until(lambda: stage.bench.context.desk is not None and stage.bench.context.desk.key, "it is encrypted")
    stage.rest(300)
    stage.shot("b5-encrypted")
