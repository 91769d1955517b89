"""`wibdesk outbox`: what waits to be sent, sending it, and what the clerk decides of a message."""

import json

from wibdesk.commands.call import Call
from wibdesk.commands.mail_settings import account_and_password
from wibdesk.domain.mail_sending import OutboxLine
from wibdesk.errors import UserError
from wibdesk.language import later, say
from wibdesk.sending import hold_cut_short, outbox_of, send_waiting
from wibdesk.services import mailings


def run(call: Call) -> int:
    """List, send, or decide; exit code 1 after sending where not all that waited was sent."""
    hold_cut_short(call.desk)
    act = call.args.act
    if act == "list":
        _list(call)
        return 0
    if act == "send":
        return _send(call)
    if call.args.message is None:
        raise UserError(say("Name the message to {act}: the first letters that wibdesk outbox prints of it.", act=act))
    message_id = _found(call).message.id
    if act in ("again", "arrived"):
        call.write(mailings.decide_held, message_id, send_again=act == "again")
    else:
        call.write(mailings.cancel, message_id)
    _list(call)
    return 0


def _send(call: Call) -> int:
    account, password = account_and_password(call)
    outbox = outbox_of(call.desk, account, password, told=call.changed or (lambda _: None))
    report = send_waiting(call.desk, outbox)
    if call.args.json:
        counts = {name: getattr(report, name) for name in ("sent", "refused", "held", "later", "offline", "trouble")}
        print(json.dumps(counts, ensure_ascii=False, indent=2), file=call.out)
    else:
        print(report.words, file=call.out)
    return int(bool(report.trouble or report.refused or report.held or report.later))


def _list(call: Call) -> None:
    lines = call.read(mailings.outbox)
    if call.args.json:
        print(json.dumps([_object(line) for line in lines], ensure_ascii=False, indent=2), file=call.out)
        return
    for line in lines:
        message = line.message
        told = (message.id[:8], line.meeting_ref, message.address, message.state.words, message.trouble or "")
        call.row(*told)


def _object(line: OutboxLine) -> dict[str, object]:
    message = line.message
    return {
        "id": message.id,
        "meeting": line.meeting_ref,
        "kind": message.kind.value,
        "name": message.name,
        "address": message.address,
        "subject": message.subject,
        "state": message.state.value,
        "tries": message.tries,
        "trouble": message.trouble,
        "next_try": message.next_try.isoformat() if message.next_try else None,
        "put_there": line.at.isoformat(),
    }


def _found(call: Call) -> OutboxLine:
    wanted = call.args.message.strip().casefold()
    found = [line for line in call.read(mailings.outbox) if wanted and line.message.id.startswith(wanted)]
    if len(found) != 1:
        lacking = later("There is no message “{message}” in the outbox: list it to see what they are called.")
        several = later(
            "There is more than one message “{message}” in the outbox: list it to see what they are called."
        )
        raise UserError(say(several if found else lacking, message=call.args.message[:80]))
    return found[0]
