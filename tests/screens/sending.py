"""The walk through sending: who gets what, the addresses, the words, the outbox, the record, templates, account."""

from datetime import UTC

from tests.screens.stage import Stage
from ui.place import Where
from wibdesk.domain.mail import Mailing, MailKind, MailMessage
from wibdesk.services import mail_states, mailings, meetings


def sending(stage: Stage) -> None:
    """The list of who gets what, an own message, its words, the question, and each of the other parts."""
    stage.room("M1")
    meeting_id = stage.read(meetings.find, "M1").id
    stage.go("send", Where(meeting_id=meeting_id))
    stage.rest(1500)
    stage.shot("S0-send")
    stage.press("L")
    stage.shot("S1-addresses")
    stage.press("F2")
    stage.shot("S2-address")
    stage.press("Esc", "Down", "X")
    stage.shot("S3-left-out")
    stage.press("Up", "E", "End")
    stage.type("Please bring your papers.")
    stage.shot("S4-words")
    stage.press("Esc", "A")
    stage.shot("S5-somebody")
    stage.press("Esc", "T")
    stage.shot("S6-templates")
    stage.press("Esc", "S")
    stage.shot("S7-account")
    stage.press("Esc")
    stage.window.place.going.ask_to_send()
    stage.shot("S8-question")
    stage.press("Esc")
    _outbox(stage, meeting_id)


def _outbox(stage: Stage, meeting_id: str) -> None:
    """What waits, is held and was refused, then the record with the question whether the minutes went round."""
    names = ("Helen Ferrer", "Councillor B Sutton MBE", "M Okafor", "Det Supt K Rowe")
    messages = tuple(
        MailMessage(MailKind.MINUTES, name, f"p{number}@norbury.example", "Draft minutes", "Dear colleagues,")
        for number, name in enumerate(names)
    )
    stage.do(mailings.keep_mailing, Mailing(meeting_id, stage.at.astimezone(UTC), messages))
    stage.do(mail_states.note_held, messages[0].id, "The line broke off before the server answered.")
    stage.do(mail_states.note_refused, messages[1].id, "550 there is nobody of this name here")
    stage.do(mail_states.note_sent, messages[3].id)
    stage.rest(300)
    stage.press("O")
    stage.shot("S9-outbox-held")
    stage.press("Down")
    stage.shot("S10-outbox-refused")
    stage.press("Esc")
    stage.window.place.show_part("sent")
    stage.rest()
    stage.shot("S11-sent")
    stage.press("Esc")
