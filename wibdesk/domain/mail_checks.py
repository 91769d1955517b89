"""What is looked at before messages are stored: header lines, addresses, the same person twice, and size."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from wibdesk.domain.mail import MailFile, MailKind, MailMessage
from wibdesk.domain.mail_addresses import (
    address_key,
    checked_address,
    checked_line,
    checked_words,
    refuse_breaks,
    shown,
)
from wibdesk.errors import UserError
from wibdesk.language import say

LIMIT_MB = 25
"""Megabytes that most mail servers take for one message, unless the clerk says otherwise."""
MEGABYTE = 1_000_000
_HEADERS = 2_000
"""Bytes that the headers of a message and of its files may take."""
_MEDIA = re.compile(r"[a-z]+/[A-Za-z0-9.+-]+")


def checked_message(message: MailMessage) -> MailMessage:
    """Return a message that can be sent as it is; UserError says what is wrong with its name, address or words."""
    name = checked_line(message.name, say("name"))
    who = name or say("somebody without a name")
    return replace(
        message,
        name=name,
        address=checked_address(message.address, name),
        subject=checked_line(message.subject, say("subject of the message to {who}", who=shown(who))),
        words=checked_words(message.words, say("the message to {who}", who=shown(who))),
    )


def checked_file(file: MailFile) -> MailFile:
    """Return a file that can go with messages; UserError where its name is none, or it is empty."""
    refuse_breaks(file.name, say("name of a file"))
    if not file.name.strip() or any(sign in file.name for sign in "/\\\t"):
        raise UserError(say("“{file}” is no name for a file: choose another.", file=shown(file.name)))
    if not _MEDIA.fullmatch(file.media):
        raise UserError(
            say(
                "“{media}” is no kind of file: make “{file}” again.",
                media=shown(file.media),
                file=shown(file.name),
            )
        )
    if not file.data:
        raise UserError(say("“{file}” is empty: make it again.", file=shown(file.name)))
    return file


def refuse_twice(messages: Sequence[MailMessage]) -> None:
    """Raise UserError where one address gets the same thing twice; owners that share one get their own actions each."""
    seen: dict[tuple[MailKind, str, str], MailMessage] = {}
    for message in messages:
        own = message.name.casefold() if message.kind is MailKind.ACTIONS else ""
        key = (message.kind, address_key(message.address), own)
        if key in seen:
            names = say(" and ").join(dict.fromkeys((shown(seen[key].name), shown(message.name))))
            raise UserError(
                say(
                    "“{who}” ({names}) would get {kind} twice: take one away.",
                    who=shown(message.address),
                    names=names,
                    kind=message.kind.words.lower(),
                )
            )
        seen[key] = message


def sent_size(message: MailMessage, files: Sequence[MailFile]) -> int:
    """Return how many bytes a message takes on its way: a file grows by more than a third."""
    return _HEADERS + 3 * len(message.words.encode(errors="replace")) + sum(_on_its_way(len(f.data)) for f in files)


def refuse_too_large(message: MailMessage, files: Mapping[str, MailFile], limit_mb: float = LIMIT_MB) -> None:
    """Raise UserError where a message is larger than servers take, with the size of each of its files."""
    enclosed = [files[file_id] for file_id in message.files]
    size = sent_size(message, enclosed)
    if size <= limit_mb * MEGABYTE:
        return
    largest_first = sorted(enclosed, key=lambda file: -len(file.data))
    parts = ", ".join(f"{file.name} {megabytes(_on_its_way(len(file.data)))}" for file in largest_first)
    pdf = next((file for file in enclosed if file.media == "application/pdf"), None)
    alone = pdf is not None and len(enclosed) > 1
    fits = alone and pdf is not None and sent_size(message, [pdf]) <= limit_mb * MEGABYTE
    way = (
        say("send the PDF only")
        if fits
        else say("send a link to them instead")
        if enclosed
        else say("shorten its words")
    )
    raise UserError(
        say(
            "The message to {who} takes {megabytes} on its way, and {limit_mb:g} MB is the limit{words}: {way}.",
            who=shown(message.name or message.address),
            megabytes=megabytes(size),
            limit_mb=limit_mb,
            words=f" ({parts})" if parts else "",
            way=way,
        )
    )


def megabytes(size: int) -> str:
    """Return a size as told: `3.4 MB`, `96 KB`."""
    return f"{size / MEGABYTE:.1f} MB" if size >= MEGABYTE else f"{max(size // 1000, 1)} KB"


def _on_its_way(size: int) -> int:
    """Return the bytes of a file in base64, in lines of 76 letters with their ends."""
    letters = (size + 2) // 3 * 4
    return letters + 2 * (letters // 76 + 1)
