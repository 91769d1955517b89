"""The document that the options of an export ask for, ready to be saved."""

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from wibdesk.commands.call import Call
from wibdesk.commands.naming import Record, chosen_item
from wibdesk.documents.document import Document
from wibdesk.documents.editions import Edition, default_edition
from wibdesk.documents.kinds import KINDS, Kind, Need, Of
from wibdesk.documents.locking import LOCKED_WRITERS
from wibdesk.documents.making import make, versions_differ
from wibdesk.documents.material import LogOrder, Material
from wibdesk.documents.paper_language import words_in
from wibdesk.documents.pdf.checking import findings_words, pdf_findings
from wibdesk.documents.pdf.locking import unlocked
from wibdesk.documents.pictures import picture
from wibdesk.documents.styles import read_style
from wibdesk.documents.word.house_template import check_template
from wibdesk.domain.agenda import Item
from wibdesk.domain.figures import Period
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.meetings import Meeting
from wibdesk.domain.paper_words import writing_in
from wibdesk.domain.plans import Plan
from wibdesk.errors import UserError
from wibdesk.gathering import MEETINGS_BACK, gather, kinds_of, logo_words
from wibdesk.language import say
from wibdesk.leaving import endings_of, file_name, file_of, remarks_for, unfilled_remarks

_ONLY_WITH = {"by": Need.LOG, "last": Need.MEETINGS, "period": Need.FIGURES}
"""Options that only a document with this need takes."""


@dataclass(frozen=True)
class Paper:
    """A document with the bytes of its file, the name proposed for that, and what the clerk is told of it."""

    kind: Kind
    edition: Edition
    style: HouseStyle
    subject_id: str
    document: Document
    data: bytes
    name: str
    remarks: tuple[str, ...]
    locked: bool = False


def paper(call: Call, record: Record) -> Paper:
    """Return the document asked for; UserError where the record has no such one, or the options do not go with it."""
    args = call.args
    kind = _kind(args, record)
    item = _item(args, kind, record)
    own_style, password = _style_file(call), _password(call)
    gathered = call.read(
        gather,
        kind,
        **_whose(record),
        item_id=item.id if item else None,
        now=call.desk.now(),
        last=args.last or MEETINGS_BACK,
        order=LogOrder(args.by or LogOrder.DUE),
        period=Period((args.period or Period.YEAR).replace("-", " ")),
        style=None if own_style else args.style,
    )
    style = own_style or gathered.style
    with writing_in(words_in(style.language)):
        material = _with_letterhead(call, gathered.material)
    edition = Edition(args.edition) if args.edition else default_edition(material)
    document = make(kind, material, style, edition)
    differs = versions_differ(kind, material, style)
    name = file_name(kind, gathered, args.format, edition=edition.file_words if differs else "")
    unfilled = unfilled_remarks(document)
    said = (*_edition_words(args, edition, document, differs=differs), *unfilled, *remarks_for(document, args.format))
    data, found = _file(args.format, document, style, password)
    told = tuple(dict.fromkeys((*said, *found)))
    locked = password is not None
    return Paper(kind, edition, style, gathered.subject_id, document, data, name, told, locked)


def _file(ending: str, document: Document, style: HouseStyle, password: str | None) -> tuple[bytes, tuple[str, ...]]:
    """Return the bytes of the file, and what the clerk is told of these."""
    if password is None:
        data = file_of(document, style, ending)
        return data, _found(pdf_findings(data)) if ending == "pdf" else ()
    write, remark = LOCKED_WRITERS[ending]
    data = write(document, style, password)
    findings = pdf_findings(unlocked(data, password), encrypted=True) if ending == "pdf" else ()
    return data, (say(remark), *_found(findings))


def _found(findings: tuple[str, ...]) -> tuple[str, ...]:
    return (say("The check of the PDF found: {findings}.", findings=findings_words(findings)),) if findings else ()


def _kind(args: Namespace, record: Record) -> Kind:
    """Return which document it is, the first that the record has where none was named."""
    of = Of.PLAN if isinstance(record, Plan) else Of.MEETING if isinstance(record, Meeting) else Of.BODY
    possible = kinds_of(of)
    kind = KINDS[args.document] if args.document else possible[0]
    if kind not in possible:
        names = ", ".join(other.name for other in possible)
        raise UserError(
            say(
                "{ref} is a {thing} and has no {kind}: --document can be {names}.",
                ref=args.ref,
                thing=of,
                kind=kind.label.lower(),
                names=names,
            )
        )
    if args.format not in endings_of(kind):
        names = ", ".join(endings_of(kind))
        raise UserError(
            say(
                "The document “{kind}” is not written as {format}: --as can be {names}.",
                kind=kind.label,
                format=args.format,
                names=names,
            )
        )
    for option, need in _ONLY_WITH.items():
        if getattr(args, option) is not None and need not in kind.needs:
            raise _goes_with(option, (other for other in KINDS.values() if need in other.needs))
    return kind


def _goes_with(option: str, kinds: Iterable[Kind]) -> UserError:
    names = ", ".join(kind.name for kind in kinds)
    return UserError(say("--{option} goes with --document {names} alone: leave it away.", option=option, names=names))


def _item(args: Namespace, kind: Kind, record: Record) -> Item | None:
    """Return the item that an extract is of; None for another document."""
    if Of.ITEM not in kind.of:
        if args.of_item is not None:
            raise _goes_with("item", (other for other in KINDS.values() if Of.ITEM in other.of))
        return None
    assert isinstance(record, Meeting)
    if args.of_item is None:
        raise UserError(say("The document “{kind}” needs to know which: name it with --item.", kind=kind.label))
    return chosen_item(record, args.of_item)


def _whose(record: Record) -> dict[str, str]:
    if isinstance(record, Plan):
        return {"plan_id": record.id}
    return {"meeting_id": record.id} if isinstance(record, Meeting) else {"body_id": record.id}


def _style_file(call: Call) -> HouseStyle | None:
    """Return the house style of the file that was named; None where a name or nothing was."""
    wanted = call.args.style or ""
    if not wanted.lower().endswith(".json"):
        return None
    path = call.path(wanted)
    call.refuse_register(path)
    return read_style(path)


def _password(call: Call) -> str | None:
    """Return the first line of the file that holds the password; None where none was named.

    An argument would not do: other users of the machine can read those.
    """
    named = call.args.password_file
    if named is None:
        return None
    try:
        words = call.contents(named).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UserError(
            say("The file {named} is not plain text in UTF-8: save the password as that.", named=named)
        ) from None
    return words.partition("\n")[0].removesuffix("\r")


def _with_letterhead(call: Call, material: Material) -> Material:
    """Return the material with the logo and template that were named instead of the body's."""
    letterhead = material.letterhead
    if call.args.logo:
        words = call.args.logo_words or logo_words(material.body_name)
        data = call.contents(call.args.logo)
        letterhead = replace(letterhead, logo=picture(data, words, Path(call.args.logo).name))
    if call.args.template:
        template = call.contents(call.args.template)
        # A writer passes over one that it cannot use, so that no export fails; here it was asked for by name.
        check_template(template)
        letterhead = replace(letterhead, template=template)
    return replace(material, letterhead=letterhead)


def _edition_words(args: Namespace, edition: Edition, document: Document, *, differs: bool) -> tuple[str, ...]:
    """Say what is left out and, where there are two versions, which this is."""
    left_out = say("Left out: {parts}.", parts="; ".join(document.left_out)) if document.left_out else ""
    if not differs:
        return (left_out,) if left_out else ()
    if edition is Edition.PUBLIC:
        more = "" if args.edition else say("Use --edition full for everything but private notes.")
        return (" ".join(filter(None, (say("This is the public version."), left_out, more))),)
    full = say("This is the full version and not for publication: it contains exempt information.")
    return (" ".join(filter(None, (full, left_out))),)
