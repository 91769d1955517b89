"""Addresses and header lines of messages: what cannot be sent is told in words before anything is stored."""

import re
import unicodedata

from wibdesk.errors import UserError
from wibdesk.language import say

LONGEST_ADDRESS = 254
LONGEST_LOCAL = 64
"""Letters of an address, and of what stands before its @, that mail servers take."""
LONGEST_LINE = 300
"""Letters of a subject or a name: longer is a slip of the paste key."""
LONGEST_SHOWN = 80

_NAMED = re.compile(r'[^<>"]*?(?:"[^"]*")?\s*<(?P<address>[^<>]*)>')
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_ATOM = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_QUOTED_LOCAL = re.compile(r'"(?:[ !#-\[\]-~]|\\[ -~])+"')
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?")


def checked_address(written: str, whose: str = "") -> str:
    """Return the one address that was written, fit for a mail server; `Ann Lee <ann@x.org>` gives `ann@x.org`.

    A domain in letters of its own alphabet is returned in the form that every server knows (`xn--…`). UserError says
    what is wrong with it, and of whom where `whose` names the person.
    """
    of = say(" of {whose}", whose=shown(whose)) if whose else ""
    refuse_breaks(written, say("address{of_whom}", of_whom=of))
    address = written.strip()
    if len(address) > LONGEST_LINE + LONGEST_ADDRESS:
        # Nobody waits while the signs of a text pasted by mistake are sorted.
        raise UserError(
            say(
                "The address “{address}”{of_whom} is longer than any mail server takes: look at it again.",
                address=shown(address),
                of_whom=of,
            )
        )
    if found := _NAMED.fullmatch(address):
        address = found["address"].strip()
    if not address:
        raise UserError(say("The address{of_whom} is empty: type it, as ann.lee@example.org.", of_whom=of))
    what = say("The address “{address}”{of_whom}", address=shown(address), of_whom=of)
    local, domain = _halves(address, what)
    if len(address) > LONGEST_ADDRESS or len(local) > LONGEST_LOCAL:
        raise UserError(say("{what} is longer than any mail server takes: look at it again.", what=what))
    _check_local(local, what)
    return f"{local}@{_plain_domain(domain, what)}"


def address_key(address: str) -> str:
    """Return what two addresses have in common that reach the same person: letters count alike in either case."""
    return address.strip().casefold()


def checked_line(words: str, what: str) -> str:
    """Return words for one line of a header, with single blanks; UserError names `what` where they hold more."""
    refuse_breaks(words, what)
    line = " ".join(words.split())
    if len(line) > LONGEST_LINE:
        raise UserError(
            say(
                "The {what} is {number:,} letters long: use {longest_line} or fewer.",
                what=what,
                number=len(line),
                longest_line=LONGEST_LINE,
            )
        )
    return line


def refuse_breaks(words: str, what: str) -> None:
    """Raise UserError where words for one line hold a line break, a sign that no page shows, or begin a code for one.

    Who writes a header reads `=?` as the beginning of coded words, in which even a line break can hide.
    """
    if "=?" in words:
        raise UserError(
            say(
                "The {what} holds “=?”, with which coded words begin in e-mail: put a blank between the two.", what=what
            )
        )
    for sign in words:
        if sign in "\r\n\v\f\x85\u2028\u2029":
            raise UserError(say("The {what} holds a line break: write it on one line.", what=what))
        if sign != "\t" and unicodedata.category(sign) in ("Cc", "Cs"):
            raise UserError(
                say(
                    "The {what} holds a sign that cannot be sent (U+{code:04X}): type it again.",
                    what=what,
                    code=ord(sign),
                )
            )


def checked_words(words: str, what: str) -> str:
    """Return the words of a message with plain line ends; UserError where they hold a sign that cannot be sent."""
    text = re.sub("\r\n|[\r\v\f\x85\u2028\u2029]", "\n", words)
    for sign in text:
        if sign not in "\t\n" and unicodedata.category(sign) in ("Cc", "Cs"):
            raise UserError(
                say(
                    "The words of {what} hold a sign that cannot be sent (U+{code:04X}): type them again.",
                    what=what,
                    code=ord(sign),
                )
            )
    return text


def shown(words: str) -> str:
    """Return words as they stand in a sentence: not too many, and only what can be seen."""
    line = " ".join("".join(c if unicodedata.category(c)[0] != "C" else " " for c in words).split())
    return line if len(line) <= LONGEST_SHOWN else f"{line[: LONGEST_SHOWN - 1]}…"


def _halves(address: str, what: str) -> tuple[str, str]:
    """Return what stands before and after the @."""
    bare = _QUOTED.sub(lambda found: "q" * len(found[0]), address)
    if bare.count("@") > 1 and re.search(r"[,;\s]", bare):
        raise UserError(say("{what} holds more than one: keep one, and give each person their own.", what=what))
    if "(" in bare or ")" in bare:
        raise UserError(say("{what} holds a remark in brackets: take that away.", what=what))
    if bare.count("@") != 1:
        raise UserError(
            say(
                "{what} {words}: look at it again.",
                what=what,
                words=say("has no @") if "@" not in bare else say("has more than one @"),
            )
        )
    if re.search(r"[,;<>\s]", bare):
        raise UserError(say("{what} holds a blank, a comma or a bracket: look at it again.", what=what))
    place = bare.index("@")
    return address[:place], address[place + 1 :]


def _check_local(local: str, what: str) -> None:
    if not local:
        raise UserError(say("{what} has nothing before its @: look at it again.", what=what))
    if local.startswith("-"):
        raise UserError(
            say("{what} begins with a dash, which programs take for an order: ask for another address.", what=what)
        )
    if not local.isascii():
        raise UserError(
            say("{what} has letters before its @ that most mail servers refuse: ask for another address.", what=what)
        )
    if local.startswith(".") or local.endswith(".") or ".." in local:
        raise UserError(say("{what} has a dot too many before its @: look at it again.", what=what))
    if not _ATOM.fullmatch(local) and not _QUOTED_LOCAL.fullmatch(local):
        raise UserError(say("{what} has a sign before its @ that does not belong there: look at it again.", what=what))


def _plain_domain(domain: str, what: str) -> str:
    if domain.startswith("["):
        raise UserError(say("{what} names a machine by its number: ask for an address with a name.", what=what))
    if domain.endswith("."):
        raise UserError(say("{what} ends in a dot: take it away.", what=what))
    plain = domain if domain.isascii() else _in_ascii(domain, what)
    labels = plain.split(".")
    if len(labels) < 2 or len(plain) > LONGEST_ADDRESS - 2 or labels[-1].isdigit():
        raise UserError(say("{what} has no whole name after its @, as example.org: look at it again.", what=what))
    if not all(_LABEL.fullmatch(label) for label in labels):
        raise UserError(
            say("{what} has a sign or a dot after its @ that does not belong there: look at it again.", what=what)
        )
    return plain


def _in_ascii(domain: str, what: str) -> str:
    """Return a domain of another alphabet in the form that every server knows, where there is only one such form."""
    try:
        plain = domain.encode("idna").decode("ascii")
        same = plain.encode("ascii").decode("idna") == unicodedata.normalize("NFC", domain).lower()
    except UnicodeError:
        same = False
    if not same:
        raise UserError(
            say("{what} has letters after its @ that can be read in two ways: ask for its form with xn--.", what=what)
        )
    return plain
