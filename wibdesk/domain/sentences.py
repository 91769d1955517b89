"""The sentence that a declaration, an amendment or a vote reads as, made of its fields in the style of British minutes.

All are plain text without markup. Where the entry has `as_written`, that is what reads on the sheet (`entry_sentence`);
the page says it too, with what it leaves out behind it (`printed_sentence`). A structured entry that says nothing yet
gives an empty sentence, so that nothing is ever made up. `forms` write the dates, `name` writes a person's name.
"""

import re
from collections.abc import Callable, Iterable
from typing import TypeAlias

from wibdesk.domain.date_forms import Forms
from wibdesk.domain.entries import VOTE_SIDES, Amendment, Declaration, Vote
from wibdesk.domain.paper_words import to_write, write
from wibdesk.domain.people import surname_of

Structured: TypeAlias = Declaration | Amendment | Vote
Naming: TypeAlias = Callable[[str], str]

_NUMBER_LIKE = re.compile(r"[A-Za-z]?\d+(?:[.\d]*[a-z]?)?|[A-Za-z]")
_PLAIN = Forms()
_SIDES = {
    "for": to_write("for"),
    "against": to_write("against"),
    "abstained": to_write("abstained"),
    "absent": to_write("absent"),
}
_RESULTS = (
    to_write("carried"), to_write("carried unanimously"), to_write("carried nem con"), to_write("not carried"),
    to_write("lost"),
)  # fmt: skip
"""The results that the desk itself records; any other is as somebody typed it."""
_UNDECIDED = Vote().result
"""The result that a vote has before anybody said one: by itself it says nothing."""


def entry_sentence(entry: Structured) -> str:
    """Return the words as typed or printed where there are any, else the sentence made of the fields."""
    return entry.as_written if entry.as_written is not None else _made(entry, _PLAIN, str)


def printed_sentence(entry: Structured, forms: Forms = _PLAIN, name: Naming = str) -> str:
    """Return what stands on the page: the words as written with whatever they leave out, else the sentence made."""
    written = entry.as_written or ""
    if not written.strip():
        return _made(entry, forms, name)
    match entry:
        case Declaration():
            return _declared_beyond(entry, written, name)
        case Amendment():
            return _amended_beyond(entry, written, name)
        case Vote():
            return _voted_beyond(entry, written, name)


def _made(entry: Structured, forms: Forms, name: Naming) -> str:
    if isinstance(entry, Declaration):
        return declaration_sentence(entry, name)
    return amendment_sentence(entry, forms, name) if isinstance(entry, Amendment) else vote_sentence(entry, name)


def declaration_sentence(entry: Declaration, name: Naming = str) -> str:
    """Return `I Nolan declared a personal interest in item 4 (colleague of the reviewer) and took part`."""
    if not any((entry.person, entry.item, entry.interest, entry.reason)):
        return ""
    who, interest = name(entry.person) or write("A member"), _an_interest(entry.interest)
    if entry.item:
        item = _item_words(entry.item)
        words = write("{name} declared {interest} in {item}", name=who, interest=interest, item=item)
    else:
        words = write("{name} declared {interest}", name=who, interest=interest)
    if entry.reason:
        words += f" ({entry.reason.strip().rstrip('.')})"
    conduct = _conduct(entry)
    return write("{declared} and {conduct}.", declared=words, conduct=conduct) if conduct else f"{words}."


def amendment_sentence(entry: Amendment, forms: Forms = _PLAIN, name: Naming = str) -> str:
    """Return `In the minutes of 7 July 2026, page 2, “a quarter” should read “a third”`."""
    if not any((entry.place, entry.now, entry.was, entry.requested_by)):
        return ""
    day = forms.plain(entry.to_meeting) if entry.to_meeting else ""
    within = write("In the minutes of {day}", day=day) if day else write("In the minutes of the last meeting")
    where = ", ".join(filter(None, (within, entry.place)))
    if entry.was and not entry.now:
        said = write("{place}, “{was}” should not appear", place=where, was=entry.was)
    else:
        subject = f"{where}, “{entry.was}”" if entry.was else where if entry.place else _the_minutes(day)
        change = write("{words} should read “{now}”", words=subject, now=entry.now)
        said = change if entry.now else write("{words} should be corrected", words=subject)
    if entry.requested_by:
        said = write("{change}, at the request of {name}", change=said, name=name(entry.requested_by))
    return f"{said}."


def _the_minutes(day: str) -> str:
    return write("The minutes of {day}", day=day) if day else write("The minutes of the last meeting")


def vote_sentence(entry: Vote, name: Naming = str) -> str:
    """Return `Approve the plan. Moved by A, seconded by B. For 4 (C, D), against 1, abstained 1. Carried`."""
    counts = {"for": entry.votes_for, "against": entry.votes_against, "abstained": entry.abstained}
    names = dict(entry.names)
    sides = [_side(side, counts.get(side), tuple(map(name, names.get(side, ())))) for side in VOTE_SIDES]
    casting = write("casting vote {side}", side=_side_words(entry.casting_vote)) if entry.casting_vote else ""
    said = [entry.motion, _moved(entry, name), ", ".join(s for s in sides if s), casting]
    return _sentences((*said, write(entry.result))) if any(said) or entry.result != _UNDECIDED else ""


def _moved(entry: Vote, name: Naming) -> str:
    mover = write("moved by {name}", name=name(entry.mover)) if entry.mover else ""
    seconder = write("seconded by {name}", name=name(entry.seconder)) if entry.seconder else ""
    return ", ".join(filter(None, (mover, seconder)))


def _item_words(item: str) -> str:
    return write("item {number}", number=item) if _NUMBER_LIKE.fullmatch(item) else item


def _an_interest(interest: str | None) -> str:
    bare = (interest or "").strip()
    if re.match(r"(?:an?|the|no)\s", bare, re.IGNORECASE):
        return bare
    if not bare or bare.lower().endswith("interests"):
        return bare or write("an interest")
    vowel = bare[0].lower() in "aeiou"
    if bare.lower().endswith("interest"):
        return write("an {interest}", interest=bare) if vowel else write("a {interest}", interest=bare)
    return write("an {kind} interest", kind=bare) if vowel else write("a {kind} interest", kind=bare)


def _conduct(entry: Declaration) -> str:
    """Say what the person did then, as far as it was recorded."""
    stayed = {True: write("left the room"), False: write("stayed in the room"), None: ""}[entry.left_room]
    part = {True: write("took part"), False: write("took no part"), None: ""}[entry.took_part]
    if entry.took_part and entry.left_room is False:
        return part
    if entry.took_part and entry.left_room:
        return write("{part}, then {stayed}", part=part, stayed=stayed)
    both = stayed and part
    return write("{stayed} and {part}", stayed=stayed, part=part) if both else stayed or part


def _side(side: str, count: int | None, names: tuple[str, ...]) -> str:
    listed, said = ", ".join(names), _side_words(side)
    if count is None:
        return f"{said}: {listed}" if listed else ""
    return f"{said} {count} ({listed})" if listed else f"{said} {count}"


def _side_words(side: str) -> str:
    return write(_SIDES.get(side, side))


def _sentences(parts: Iterable[str]) -> str:
    """Join what was said into sentences, each with a capital and a full stop."""
    bare = [part.strip() for part in parts if part and part.strip()]
    return " ".join(p[0].upper() + p[1:] + ("" if p[-1] in ".!?”" else ".") for p in bare)


def _declared_beyond(entry: Declaration, written: str, name: Naming) -> str:
    person = "" if _names(written, entry.person) else f"{name(entry.person)}: "
    facts = (
        (entry.item, _item_words(entry.item or "")),
        (entry.interest, entry.interest or ""),
        (entry.reason, entry.reason or ""),
    )
    return person + _with_brackets(written, facts)


def _amended_beyond(entry: Amendment, written: str, name: Naming) -> str:
    facts = (
        (entry.place, entry.place),
        (entry.was, write("was “{words}”", words=entry.was)),
        (entry.now, write("now “{words}”", words=entry.now)),
        (entry.requested_by, write("requested by {name}", name=name(entry.requested_by or ""))),
    )
    return _with_brackets(written, facts)


def _voted_beyond(entry: Vote, written: str, name: Naming) -> str:
    motion = "" if _says(written, entry.motion) else write("motion: {words}", words=entry.motion)
    moved = "" if _says(written, entry.mover) and _says(written, entry.seconder) else _moved(entry, name)
    sides = (
        f"{_side_words(side)}: {', '.join(map(name, who))}"
        for side, who in entry.names
        if not all(_says(written, n) for n in who)
    )
    result = "" if _says(written, entry.result) else write("result: {words}", words=write(entry.result))
    beyond = _sentences((", ".join(filter(None, (motion, moved))), *sides, result))
    return f"{_sentences((written,))} {beyond}" if beyond else written


def _says(written: str, fact: str | None) -> bool:
    """Say whether the words hold the fact already, or there is none."""
    return not fact or fact.casefold() in written.casefold()


def _names(written: str, person: str) -> bool:
    """Say whether the words name the person already, by the surname at least."""
    surname = re.escape(surname_of(person))
    return _says(written, person) or bool(re.search(rf"(?<!\w){surname}(?!\w)", written, re.IGNORECASE))


def _with_brackets(written: str, facts: Iterable[tuple[str | None, str]]) -> str:
    """Return the words, with those facts in brackets behind them that they do not hold."""
    unsaid = ", ".join(words for fact, words in facts if not _says(written, fact))
    return f"{written} ({unsaid})" if unsaid else written
