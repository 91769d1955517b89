"""`/v`: a vote, by numbers or by names, with who moved and seconded, and the casting vote on a tie."""

from wibdesk.domain.entries import Vote
from wibdesk.domain.people import Group
from wibdesk.language import counted, later, say
from wibdesk.shorthand.command import Command
from wibdesk.shorthand.known import Known
from wibdesk.shorthand.reading import Ask, Chip, Chosen, Doubt, Flag, Reading
from wibdesk.shorthand.sentences import person_chip, recorded, text_chip
from wibdesk.shorthand.vote_words import RESULTS, SIDE_WORDS, Told, told_of

CASTING = "casting vote"
"""What the ask about a tie is about, so what `chosen` answers."""
_CHOICES = ("for", "against", "none")


def _read(words: str, known: Known, chosen: Chosen) -> Reading:
    """Read `[motion] 4-1-1`, `for 4 against 1` or `f: jb, ls a: rc`, and `moved jb seconded ls`, in any order."""
    told = told_of(words, known, chosen)
    casting = told.casting or (chosen[CASTING] if chosen.get(CASTING) in _CHOICES[:2] else None)
    entry = Vote(
        told.motion,
        told.result or _result(told, casting),
        told.mover.name if told.mover else None,
        told.seconder.name if told.seconder else None,
        told.number("for"),
        told.number("against"),
        told.number("abstained"),
        casting,
        told.names,
    )
    tie = _is_tie(told) and casting is None
    doubts = (*_name_doubts(told), *_count_doubts(told, known), *((_tie(),) if tie else ()))
    asks = [who.ask for who in told.people if who.ask]
    if tie and not told.result and CASTING not in chosen:
        asks.append(Ask(CASTING, say("Which way is the casting vote?"), _CHOICES))
    return Reading(
        words,
        Vote.kind,
        (entry,),
        doubts=doubts,
        asks=tuple(asks),
        chips=_chips(told, entry, doubts),
        words=recorded(
            say("vote"),
            entry.motion,
            say("moved by {mover}", mover=told.mover.name) if told.mover else "",
            say("seconded by {seconder}", seconder=told.seconder.name) if told.seconder else "",
            _numbers(entry),
            _said(entry),
            *(doubt.words for doubt in doubts),
        ),
    )


def _tie() -> Doubt:
    return Doubt(Flag.TIE, say("a tie, no casting vote"))


def _is_tie(told: Told) -> bool:
    for_, against = told.number("for"), told.number("against")
    return for_ is not None and for_ == (against or 0) and for_ > 0


def _result(told: Told, casting: str | None) -> str:
    """Return carried or lost; carried where no numbers say otherwise, lost on a tie that no casting vote decides."""
    if told.number("for") is None and told.number("against") is None:
        return "carried"
    lead = (told.number("for") or 0) - (told.number("against") or 0)
    return "carried" if lead > 0 or (lead == 0 and casting == "for") else "lost"


def _count_doubts(told: Told, known: Known) -> tuple[Doubt, ...]:
    """Hold the votes against the members present, where it is known who is."""
    present = sum(one.present and one.group is Group.MEMBER for one in known.people)
    numbers = [told.number(side) for side in ("for", "against", "abstained")]
    if not present or all(number is None for number in numbers):
        return ()
    cast = sum(number or 0 for number in numbers)
    members = counted(present, "{number} member present", "{number} members present")
    if cast > present:
        return (Doubt(Flag.VOTES_EXCEED, say("{cast} votes, {members}", cast=cast, members=members)),)
    return (
        (Doubt(Flag.VOTES_MISSING, say("{cast} votes of {members}", cast=cast, members=members)),)
        if cast < present
        else ()
    )


def _name_doubts(told: Told) -> tuple[Doubt, ...]:
    doubts = [who.doubt for who in told.people if who.doubt]
    voters = [who for side, people in told.voters if side != "absent" for who in people]
    away = [who.name for who in voters if who.person is not None and not who.person.present]
    twice = [name for name in dict.fromkeys(who.name for who in voters) if sum(who.name == name for who in voters) > 1]
    doubts += [Doubt(Flag.NOT_PRESENT, say("{name}, not in the room", name=name), name) for name in dict.fromkeys(away)]
    return (*doubts, *(Doubt(Flag.VOTES_EXCEED, say("{name} has voted twice", name=name), name) for name in twice))


def _said(entry: Vote) -> str:
    """Return the result as the clerk reads it; one that was typed in other words stays in them."""
    return say(RESULTS[entry.result], "of a motion") if entry.result in RESULTS else entry.result


def _numbers(entry: Vote) -> str:
    sides = {"for": entry.votes_for, "against": entry.votes_against, "abstained": entry.abstained}
    return ", ".join(f"{number} {say(SIDE_WORDS[side])}" for side, number in sides.items() if number is not None)


def _chips(told: Told, entry: Vote, doubts: tuple[Doubt, ...]) -> tuple[Chip, ...]:
    found = [doubt for doubt in doubts if doubt.flag in (Flag.VOTES_EXCEED, Flag.VOTES_MISSING, Flag.NOT_PRESENT)]
    numbers = _numbers(entry)
    sides = [Chip(f"{say(SIDE_WORDS[side])}: {', '.join(people)}", "users") for side, people in entry.names]
    side = entry.casting_vote
    casting = say(", casting vote {side}", side=say(SIDE_WORDS.get(side, side))) if side else ""
    tie = any(doubt.flag is Flag.TIE for doubt in doubts)
    return (
        *text_chip(told.motion),
        *((Chip(numbers, "vote"),) if numbers else ()),
        *sides,
        *(Chip(doubt.words, "circle-help", doubtful=True) for doubt in found),
        *(
            Chip(say("moved by {who}", who=who.words), "user-round", bool(who.doubt), who.name)
            for who in (told.mover,)
            if who
        ),
        *(
            Chip(say("seconded by {who}", who=who.words), "user-round", bool(who.doubt), who.name)
            for who in (told.seconder,)
            if who
        ),
        *(person_chip(who.name, who.doubt.words) for _, people in told.voters for who in people if who.doubt),
        Chip(f"{_said(entry)}, {_tie().words}" if tie else f"{_said(entry)}{casting}", doubtful=tie),
    )


COMMAND = Command(
    ("/v", "/vote"), later("vote: for, against, abstained; or by names"), "/v 4-1-1 moved jb seconded ls", _read
)
