"""`wibdesk send`: who gets what of a meeting, as files that a mail program opens, or into the outbox."""

from datetime import UTC

from wibdesk.commands.call import Call
from wibdesk.commands.mail_settings import preferences
from wibdesk.commands.naming import find_record
from wibdesk.delivery.accounts import account_of
from wibdesk.delivery.drafts import drafts_of, save_drafts
from wibdesk.documents.files import is_folder
from wibdesk.domain.mail import Mailing, MailKind, MailWay
from wibdesk.domain.mail_checks import LIMIT_MB
from wibdesk.domain.mail_proposal import Proposal, ProposedMail, mailing_of
from wibdesk.domain.meetings import Meeting
from wibdesk.errors import UserError
from wibdesk.gathering import gather
from wibdesk.language import say
from wibdesk.mail_papers import MINUTES, mail_papers
from wibdesk.services.mail_proposals import propose_mailing
from wibdesk.services.mailings import keep_mailing


def run(call: Call) -> int:
    """Write an `.eml` file for each draft and print its path, or put the messages into the outbox and print whose."""
    record = find_record(call, call.args.ref)
    if not isinstance(record, Meeting):
        raise UserError(say("{ref} is no meeting: name one that was held, as M3.", ref=call.args.ref))
    if call.args.way == "eml" and call.args.to is not None and not is_folder(call.path(call.args.to)):
        raise UserError(say("There is no folder {to}: make it first, or name another.", to=call.args.to))
    chosen = preferences()
    account = account_of(chosen.mail) if call.args.way == "smtp" else None
    proposal = call.read(propose_mailing, record.id, call.desk.now().date(), clerk=chosen.clerk)
    mails = _chosen(call, proposal)
    gathered = call.read(gather, MINUTES, meeting_id=record.id, now=call.desk.now())
    papers = mail_papers(gathered, mails)
    way = MailWay.SMTP if account else MailWay.FILE
    mailing = mailing_of(proposal, mails, papers.files, way, call.desk.now().astimezone(UTC))
    sender, limit = (account.sender.address, account.limit_mb) if account else ("", LIMIT_MB)
    kept = call.write(keep_mailing, mailing, sender=sender, limit_mb=limit, exports=papers.exports)
    if account is None:
        _save(call, kept, record)
    else:
        for message in kept.messages:
            call.row(message.id[:8], message.address, message.subject)
    for words in (*proposal.remarks, *papers.remarks, *_lacking(proposal)):
        call.remark(words)
    return 0


def _chosen(call: Call, proposal: Proposal) -> tuple[ProposedMail, ...]:
    every = not (call.args.to_list or call.args.owners)
    mails = tuple(
        mail
        for mail in proposal.mails
        if every or (call.args.owners if mail.kind is MailKind.ACTIONS else call.args.to_list)
    )
    if not mails:
        raise UserError(
            " ".join((say("There is nobody to send this to: give somebody an address."), *_lacking(proposal)))
        )
    return mails


def _save(call: Call, kept: Mailing, meeting: Meeting) -> None:
    folder = call.path(call.args.to or "")
    for path in save_drafts(drafts_of(kept), folder, meeting.body.name, meeting.details.date):
        print(path, file=call.out)


def _lacking(proposal: Proposal) -> tuple[str, ...]:
    names = ", ".join(each.name for each in proposal.without_address)
    return (say("Without an address: {names}.", names=names),) if names else ()
