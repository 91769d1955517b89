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
from wibdesk.domain.people import surname_of

Structured: TypeAlias = Declaration | Amendment | Vote
Naming: TypeAlias = Callable[[str], str]

_NUMBER_LIKE = re.compile(r"[A-Za-z]?\d+(?:[.\d]*[a-z]?)?|[A-Za-z]")
_PLAIN = Forms()
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
    words = f"{name(entry.person) or 'A member'} declared {_an_interest(entry.interest)}"
    if entry.item:
        words += f" in {_item_words(entry.item)}"
    if entry.reason:
        words += f" ({entry.reason.strip().rstrip('.')})"
    conduct = _conduct(entry)
    return f"{words} and {conduct}." if conduct else f"{words}."


def amendment_sentence(entry: Amendment, forms: Forms = _PLAIN, name: Naming = str) -> str:
    """Return `In the minutes of 7 July 2026, page 2, “a quarter” should read “a third”`."""
    if not any((entry.place, entry.now, entry.was, entry.requested_by)):
        return ""
    minutes = f"minutes of {forms.plain(entry.to_meeting)}" if entry.to_meeting else "minutes of the last meeting"
    asked = f", at the request of {name(entry.requested_by)}" if entry.requested_by else ""
    where = ", ".join(filter(None, (f"In the {minutes}", entry.place)))
    if entry.was and not entry.now:
        return f"{where}, “{entry.was}” should not appear{asked}."
    subject = f"{where}, “{entry.was}”" if entry.was else where if entry.place else f"The {minutes}"
    return f"{subject} should {f'read “{entry.now}”' if entry.now else 'be corrected'}{asked}."


def vote_sentence(entry: Vote, name: Naming = str) -> str:
    """Return `Approve the plan. Moved by A, seconded by B. For 4 (C, D), against 1, abstained 1. Carried`."""
    counts = {"for": entry.votes_for, "against": entry.votes_against, "abstained": entry.abstained}
    names = dict(entry.names)
    sides = [_side(side, counts.get(side), tuple(map(name, names.get(side, ())))) for side in VOTE_SIDES]
    casting = f"casting vote {entry.casting_vote}" if entry.casting_vote else ""
    said = [entry.motion, _moved(entry, name), ", ".join(s for s in sides if s), casting]
    return _sentences((*said, entry.result)) if any(said) or entry.result != _UNDECIDED else ""


def _moved(entry: Vote, name: Naming) -> str:
    movers = (("moved by", entry.mover), ("seconded by", entry.seconder))
    return ", ".join(f"{word} {name(who)}" for word, who in movers if who)


def _item_words(item: str) -> str:
    return f"item {item}" if _NUMBER_LIKE.fullmatch(item) else item


def _an_interest(interest: str | None) -> str:
    bare = (interest or "").strip()
    if re.match(r"(?:an?|the|no)\s", bare, re.IGNORECASE):
        return bare
    kind = bare if bare.lower().endswith(("interest", "interests")) else f"{bare} interest".strip()
    if kind.lower().endswith("interests"):
        return kind
    return f"{'an' if kind[0].lower() in 'aeiou' else 'a'} {kind}"


def _conduct(entry: Declaration) -> str:
    """Say what the person did then, as far as it was recorded."""
    stayed = {True: "left the room", False: "stayed in the room", None: ""}[entry.left_room]
    part = {True: "took part", False: "took no part", None: ""}[entry.took_part]
    if entry.took_part and entry.left_room is False:
        return part
    if entry.took_part and entry.left_room:
        return f"{part}, then {stayed}"
    return " and ".join(words for words in (stayed, part) if words)


def _side(side: str, count: int | None, names: tuple[str, ...]) -> str:
    listed = ", ".join(names)
    if count is None:
        return f"{side}: {listed}" if listed else ""
    return f"{side} {count} ({listed})" if listed else f"{side} {count}"


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
        (entry.was, f"was “{entry.was}”"),
        (entry.now, f"now “{entry.now}”"),
        (entry.requested_by, f"requested by {name(entry.requested_by or '')}"),
    )
    return _with_brackets(written, facts)


def _voted_beyond(entry: Vote, written: str, name: Naming) -> str:
    motion = "" if _says(written, entry.motion) else f"motion: {entry.motion}"
    moved = "" if _says(written, entry.mover) and _says(written, entry.seconder) else _moved(entry, name)
    sides = (
        f"{side}: {', '.join(map(name, who))}" for side, who in entry.names if not all(_says(written, n) for n in who)
    )
    result = "" if _says(written, entry.result) else f"result: {entry.result}"
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
