"""The files that go with messages: the minutes in each edition, in the body's house style, and the record of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wibdesk.documents.editions import Edition
from wibdesk.documents.kinds import KINDS
from wibdesk.documents.making import make, versions_differ
from wibdesk.documents.writers import WRITERS
from wibdesk.domain.mail import MailFile
from wibdesk.language import later, say
from wibdesk.leaving import export_of, file_name, remarks_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from wibdesk.domain.exports import Export
    from wibdesk.domain.mail_proposal import ProposedMail
    from wibdesk.gathering import Gathered

MINUTES = KINDS["minutes"]
"""What is to be gathered for it: `gather(uow, MINUTES, meeting_id=…, now=…)`."""
_MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
_LEFT_OUT = {
    Edition.PUBLIC: later("Left out of the public version of the minutes: {parts}."),
    Edition.FULL: later("Left out of the full version of the minutes: {parts}."),
}


@dataclass(frozen=True)
class MailPapers:
    """Files by the word of their edition, the record to keep of each, and what the clerk is told of them."""

    files: Mapping[str, tuple[MailFile, ...]]
    exports: tuple[Export, ...] = ()
    remarks: tuple[str, ...] = ()


def mail_papers(gathered: Gathered, mails: Iterable[ProposedMail]) -> MailPapers:
    """Return the files that these mails bring, made once for each edition and ending; takes a second or so.

    Nothing here touches the register, so it belongs on a thread that nobody waits for. UserError where the public
    edition may not be made, as while nothing is said of an exempt item.
    """
    wanted = {(mail.edition, ending): None for mail in mails if mail.edition for ending in mail.formats}
    files: dict[str, tuple[MailFile, ...]] = {}
    exports: list[Export] = []
    remarks: dict[str, None] = {}
    differs = bool(wanted) and versions_differ(MINUTES, gathered.material, gathered.style)
    for word in dict.fromkeys(edition for edition, _ in wanted):
        edition = Edition(word)
        document = make(MINUTES, gathered.material, gathered.style, edition)
        endings = [ending for of, ending in wanted if of == word]
        remarks |= dict.fromkeys(remarks_for(document, *endings))
        if document.left_out:
            out_of = _LEFT_OUT[edition] if differs else later("Left out of the minutes: {parts}.")
            remarks[say(out_of, parts="; ".join(document.left_out))] = None
        for ending in endings:
            name = file_name(MINUTES, gathered, ending, edition=edition.file_words if differs else "")
            data = WRITERS[ending](document, gathered.style)
            files[word] = (*files.get(word, ()), MailFile(name, _MEDIA[ending], data))
            exports.append(
                export_of(
                    document,
                    MINUTES,
                    edition,
                    gathered.style,
                    subject_id=gathered.subject_id,
                    name=name,
                    data=data,
                    at=gathered.material.now,
                )
            )
    return MailPapers(files, tuple(exports), tuple(remarks))
