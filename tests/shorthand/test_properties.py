"""What holds for every line: it can be read, and no word of it is lost or added."""

import re
from collections import Counter
from dataclasses import astuple, replace
from datetime import date, time
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.shorthand.rooms import ROOM
from wibdesk.domain.entries import Action
from wibdesk.shorthand.commands import COMMANDS
from wibdesk.shorthand.known import Known
from wibdesk.shorthand.lines import read_line
from wibdesk.shorthand.names import people_meant

NOBODY = replace(ROOM, people=())
NAMED = "jb LS Jane Booth CC Chair Police All IW Sam Jones Dr Khan clerk board members".split()
SAID = "bring heat maps (draft) 3.2 plan, data; paper. £20,000 @@ 24/7 will may march **bold** 2017/18 - – a:b".split()
TIMED = (
    "by Fri|to September board|next mtg|31/9|5/9/17|- 5/9|in six months|ASAP|ongoing|for Nov|at the next meeting|"
    "due Friday|before 5 Sep|two weeks|end of month|w/c 4 Sep|by 2017-09-05|the 15th|1 Sep to 3 Sep|by the 31st|"
    "from 1 Sep|today|by"
).split("|")
JOINED = "to and & , / : by for".split()
VOTED = "4-1-1 f: a: x: moved seconded by casting vote for against 3 carried lost absent".split()
AMENDED = 'page 5: was "a now b" -> should read (asked by jb) left the room item 8 personal'.split(" ")
PIECES = st.sampled_from([*NAMED, *SAID, *TIMED, *JOINED, *VOTED, *AMENDED])
WORDS = st.lists(PIECES, max_size=9).map(" ".join)
LEADS = st.sampled_from([name for command in COMMANDS for name in command.typed])
ACTION_LEADS = st.sampled_from(["/a ", "ACTION: ", "AP ", "A: ", "/action "])
CONNECTING = Counter(dict.fromkeys(("to", "by", "for", "at", "due", "and"), 99))
SAID_OF_PARTS = (
    "for against abstained abstain absent f a x moved by seconded casting vote carried lost "
    "was now should read be asked raised requested item in agenda interest left the room and"
)
SAYS_WHAT_IS_WHAT = Counter(dict.fromkeys(SAID_OF_PARTS.split(), 99))


def words_of(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


def said_in(value: Any) -> str:
    """Return all words and figures anywhere in a record."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple | list):
        return " ".join(said_in(part) for part in value)
    return str(value) if isinstance(value, int) else ""


def record_words(entry: Any) -> Counter[str]:
    return words_of(said_in(astuple(replace(entry, id=""))))


@given(st.one_of(st.text(), st.builds("{} {}".format, LEADS, st.text()), st.builds("{} {}".format, LEADS, WORDS)))
def test_every_line_can_be_read_and_is_kept_as_typed(line: str) -> None:
    reading = read_line(line, ROOM)
    assert reading.line == line
    assert 0 <= reading.lead <= len(line)
    assert reading.recorded == bool(reading.entries or reading.deeds or reading.asks)
    assert all(chip.words for chip in reading.chips)


@given(
    st.builds("/a jb {}".format, WORDS),
    st.dates(),
    st.lists(st.dates(), max_size=4).map(tuple),
    st.none() | st.times(),
)
def test_every_line_can_be_read_on_any_day(line: str, on: date, scheduled: tuple[date, ...], now: time | None) -> None:
    known = Known(on=on, scheduled=scheduled, people=ROOM.people, now=now)
    assert read_line(line, known).kind == "action"


@given(ACTION_LEADS, WORDS)
def test_no_word_of_an_action_is_lost_or_added(lead: str, words: str) -> None:
    reading = read_line(lead + words, NOBODY)
    (action,) = reading.entries
    assert isinstance(action, Action)
    typed = words_of(words)
    kept = words_of(" ".join((action.ref or "", *action.owners, action.text, action.due.as_written or "")))
    assert not typed - kept - CONNECTING - repeated_owners(typed, action)
    assert set(kept) <= set(typed)


def repeated_owners(typed: Counter[str], action: Action) -> Counter[str]:
    """An owner typed twice is an owner once."""
    named = words_of(" ".join(action.owners))
    return Counter({word: typed[word] for word in named})


@given(ACTION_LEADS, WORDS)
def test_a_word_that_became_a_name_names_that_owner(lead: str, words: str) -> None:
    (action,) = read_line(lead + words, ROOM).entries
    assert isinstance(action, Action)
    kept = words_of(" ".join((action.ref or "", *action.owners, action.text, action.due.as_written or "")))
    for word in words_of(words) - kept - CONNECTING:
        owners = {one.name for one in people_meant(word, ROOM)}
        assert word == "dr" or owners & set(action.owners) or word in kept, word


@given(st.sampled_from(["/r", "/g", "/rec", "/n", "/park", "/h"]), WORDS)
def test_words_that_are_only_kept_are_kept_whole(lead: str, words: str) -> None:
    (entry,) = read_line(f"{lead} {words}", NOBODY).entries
    assert words.strip(" :-–") in said_in(astuple(entry))


@given(st.sampled_from(["/i", "/v", "/amend"]), WORDS)
def test_no_word_of_a_record_with_parts_is_lost(lead: str, words: str) -> None:
    (entry,) = read_line(f"{lead} {words}", NOBODY).entries
    assert not words_of(words) - record_words(entry) - SAYS_WHAT_IS_WHAT


@given(st.sampled_from(["/in", "/out"]), WORDS)
def test_no_word_of_a_movement_is_lost(lead: str, words: str) -> None:
    reading = read_line(f"{lead} {words}", ROOM)
    for deed in reading.deeds:
        kept = words_of(f"{deed.name} {deed.organisation} {deed.at or ''}")
        lost = set(words_of(words)) - set(kept) - {"at"}
        named = {word for word in lost if deed.name in {one.name for one in people_meant(word, ROOM)}}
        assert all(word.isdigit() or word in {"dr"} for word in lost - named), lost
