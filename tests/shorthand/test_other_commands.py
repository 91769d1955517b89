"""Every command but the action: what it becomes, by tables."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from tests.shorthand.rooms import MEMBERS, ROOM, entry_of, flags, read
from wibdesk.domain.entries import (
    Amendment,
    Bullet,
    Decision,
    Declaration,
    Entry,
    Numbered,
    PrivateNote,
    Subheading,
    Vote,
)
from wibdesk.shorthand.commands import COMMANDS
from wibdesk.shorthand.commands.decision import HOW_TO_RECOMMEND
from wibdesk.shorthand.known import KnownPerson
from wibdesk.shorthand.lines import is_command, is_left
from wibdesk.shorthand.reading import Flag, Movement, OpensPhrases

JB, LS, RC, AH = "Jane Booth", "Louise Storey", "Richard Cooke", "Amanda Hatton"


def same(entry: Entry, expected: Entry) -> bool:
    return replace(entry, id="") == replace(expected, id="")


def test_every_command_has_words_and_an_example_that_it_reads_itself() -> None:
    typed = [name for command in COMMANDS for name in command.typed]
    assert len(typed) == len(set(typed))
    for command in COMMANDS:
        reading = read(command.example)
        assert reading.recorded, command.example
        assert command.example.startswith(command.typed[0])
        assert command.words
        assert reading.words.endswith(".")
        assert reading.chips


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("/r That the plan be approved.", Decision(("That the plan be approved.",), "Resolved")),
        ("/resolved: That the plan be approved.", Decision(("That the plan be approved.",), "Resolved")),
        ("/g One definition.", Decision(("One definition.",), "Agreed")),
        ("/REC That Council adopt it.", Decision(("That Council adopt it.",), "Recommended")),
        ("/noted the report", Decision(("the report",), "Noted")),
        ("/noted", Decision(("",), "Noted")),
        (
            "/r (1) That X be approved; (2) That Y wait.",
            Decision(("That X be approved", "That Y wait."), "Resolved", "(1)"),
        ),
        ("/r (a) one (b) two", Decision(("one", "two"), "Resolved", "(a)")),
        ("/r (1)", Decision(("(1)",), "Resolved")),
        ("/r see section (1) below", Decision(("see section (1) below",), "Resolved")),
        ("/n ring jb first", PrivateNote("ring jb first")),
        ("/park parking at school", PrivateNote("Parked: parking at school")),
        ("/h Front door", Subheading("Front door")),
        ("/h Front door - jb", Subheading("Front door", presenter=JB)),
        ("/h Front door – Jane Booth", Subheading("Front door", presenter=JB)),
        ("/h Children - looked after", Subheading("Children - looked after")),
        ("- one", Bullet("one")),
        ("\\* one", Bullet("one")),
        ("* one", Bullet("one")),
        ("1. one", Numbered("one")),
        ("(1) one", Numbered("one", style="(1)")),
        ("(a) one", Numbered("one", style="(a)")),
        ("a) one", Numbered("one", style="a)")),
        ("(i) one", Numbered("one", style="(i)")),
    ],
)
def test_a_line_becomes_its_entry(line: str, expected: Entry) -> None:
    assert same(entry_of(line), expected)


@pytest.mark.parametrize("line", ["2. two", "-one", "1.one", "b) two", "1 one"])
def test_a_list_begins_only_with_its_first_mark_and_a_blank(line: str) -> None:
    assert read(line).kind == "text"


def test_a_decision_with_no_words_takes_what_the_report_recommends() -> None:
    known = replace(ROOM, recommendation="That the plan be noted.\n\nThat it come back.")
    assert same(entry_of("/r", known), Decision(("That the plan be noted.", "That it come back."), "Resolved"))
    assert entry_of("/r Something else.", known).parts == ("Something else.",)


def test_a_recommendation_with_numbered_parts_is_a_decision_of_parts() -> None:
    known = replace(ROOM, recommendation="(1) That the plan be noted; (2) That it come back.")
    expected = Decision(("That the plan be noted", "That it come back."), "Resolved", "(1)")
    assert same(entry_of("/r", known), expected)


def test_a_decision_with_nothing_to_take_says_how_to_give_a_recommendation() -> None:
    reading = read("/g")
    assert [chip.words for chip in reading.chips if chip.doubtful] == [HOW_TO_RECOMMEND]
    assert reading.words == f"Will record: Agreed. {HOW_TO_RECOMMEND}."
    assert reading.flags == ()
    assert not any(chip.doubtful for chip in read("/g One definition.").chips)


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("/a jb heat maps", True),
        ("  /R that", True),
        ("/nonsense jb", False),
        ("ACTION jb heat maps", True),
        ("action ls heat maps", True),
        ("Action: ls", True),
        ("A: ls", True),
        ("Action plans were agreed.", False),
        ("Act now", False),
        ("A plan", False),
        ("", False),
    ],
)
def test_a_line_that_begins_with_a_command_is_known_by_its_beginning(line: str, command: bool) -> None:
    assert is_command(line) is command


def test_only_a_word_after_a_stroke_is_a_command_that_was_left() -> None:
    assert [is_left(line) for line in ("/out kr", "/acton jb", "/a", "/etc/hosts", "and/or", "Action: none", "")] == [
        True, True, True, False, False, False, False,
    ]  # fmt: skip


def test_an_unsure_presenter_is_asked_for() -> None:
    known = replace(ROOM, people=(KnownPerson("Ann Lee", present=True), KnownPerson("Bob Lee", present=True)))
    (ask,) = read("/h Front door - Lee", known).asks
    assert ask.choices == ("Ann Lee", "Bob Lee")
    assert read("/h Front door - Lee", known, Lee="Bob Lee").entries[0].presenter == "Bob Lee"


@pytest.mark.parametrize(
    ("line", "expected", "doubts"),
    [
        ("/i jb 8 governor of the school", Declaration(JB, item="8", reason="governor of the school"), ()),
        ("/i Jane Booth, item 8: governor", Declaration(JB, item="8", reason="governor"), ()),
        ("/i jb 8 personal, governor", Declaration(JB, item="8", interest="personal", reason="governor"), ()),
        ("/i jb 8 DPI", Declaration(JB, item="8", interest="DPI"), ()),
        (
            "/i jb 8 non-pecuniary interest - governor",
            Declaration(JB, item="8", interest="non-pecuniary", reason="governor"),
            (),
        ),
        ("/i jb 3 governor, left the room", Declaration(JB, item="3", reason="governor", left_room=True), ()),
        ("/i jb 3 governor, took no part", Declaration(JB, item="3", reason="governor", took_part=False), ()),
        ("/i jb 3 governor (took part)", Declaration(JB, item="3", reason="governor", took_part=True), ()),
        ("/i jb governor of the school", Declaration(JB, reason="governor of the school"), ()),
        ("/i jb 9 governor", Declaration(JB, item="9", reason="governor"), (Flag.UNKNOWN_ITEM,)),
        ("/i Sam Jones 8 governor", Declaration("Sam Jones", item="8", reason="governor"), (Flag.UNKNOWN_NAME,)),
        ("/i sam 8 governor", Declaration("sam", item="8", reason="governor"), (Flag.UNKNOWN_NAME,)),
        ("/i", Declaration(""), ()),
    ],
)
def test_an_interest_is_who_where_and_why(line: str, expected: Declaration, doubts: tuple[Flag, ...]) -> None:
    assert same(entry_of(line), expected)
    assert flags(line) == doubts


def moved(line: str) -> Movement:
    (deed,) = read(line).deeds
    assert isinstance(deed, Movement)
    return deed


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("/in jb", Movement(JB, "id-Jane Booth", joined=True)),
        ("/in jb 1441", Movement(JB, "id-Jane Booth", joined=True, at=time(14, 41))),
        ("/in Dr Khan 14.20", Movement("Dr Sara Khan", "id-khan", joined=True, at=time(14, 20))),
        ("/in Dr Khan at 2.20", Movement("Dr Sara Khan", "id-khan", joined=True, at=time(14, 20))),
        ("/in Dr Khan, 9:05", Movement("Dr Sara Khan", "id-khan", joined=True, at=time(9, 5))),
        ("/in khan 2 pm", Movement("Dr Sara Khan", "id-khan", joined=True, at=time(14))),
        ("/in khan noon", Movement("Dr Sara Khan", "id-khan", joined=True, at=time(12))),
        ("/in khan 0230", Movement("Dr Sara Khan", "id-khan", joined=True, at=time(2, 30))),
        ("/in Amy Poe", Movement("Amy Poe", "", joined=True)),
        (
            "/in Amy Poe, Barnley Hospital 14:31",
            Movement("Amy Poe", "", joined=True, at=time(14, 31), organisation="Barnley Hospital"),
        ),
        ("/in Room 99", Movement("Room 99", "", joined=True)),
        ("/in Det Supt K Rowe", Movement("Det Supt K Rowe", "", joined=True)),
        ("/out jb", Movement(JB, "id-Jane Booth", joined=False)),
        ("/out jb 1441", Movement(JB, "id-Jane Booth", joined=False, at=time(14, 41))),
        ("/out cc", Movement("Chris Coyle", "id-Chris Coyle", joined=False)),
    ],
)
def test_a_movement_is_a_person_and_a_time(line: str, expected: Movement) -> None:
    assert moved(line) == expected
    reading = read(line)
    assert reading.kind == ("joined" if expected.joined else "left")
    assert reading.entries == ()


@pytest.mark.parametrize(
    "line", ["/in", "/out", "/in 14.20", "/out Amy Poe", "/out Rowe", "/in jb, ls", "/out zz 1441"]
)
def test_a_movement_of_nobody_known_leaves_the_words(line: str) -> None:
    reading = read(line)
    assert (reading.kind, reading.deeds, reading.entries, reading.lead) == ("text", (), (), 0)
    assert reading.words.endswith("Nothing is recorded.")


def test_a_movement_says_what_is_odd_about_it() -> None:
    assert flags("/out khan") == (Flag.NOT_PRESENT,)
    assert flags("/in Amy Poe") == (Flag.UNKNOWN_NAME,)
    assert read("/in jb").chips[0].words == "Jane Booth, here already"
    assert read("/in khan").chips[0].doubtful is False
    assert read("/in Amy Poe, Police 1431").words == "Will record: Amy Poe, Police joined at 14:31."


def test_an_ambiguous_movement_is_done_once_it_is_chosen() -> None:
    known = replace(ROOM, people=(KnownPerson("Ann Lee", attendee_id="1"), KnownPerson("Bob Lee", attendee_id="2")))
    assert (read("/in Lee", known).deeds, read("/in Lee", known).asks[0].typed) == ((), "Lee")
    assert read("/in Lee", known, Lee="Bob Lee").deeds == (Movement("Bob Lee", "2", joined=True),)


def test_the_phrase_bank_opens_narrowed_to_the_words() -> None:
    assert read("/pb noted").deeds == (OpensPhrases("noted"),)
    assert read("/pb").deeds == (OpensPhrases(),)
    assert read("/pb").kind == "phrase"


DAY = date(2017, 6, 6)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("/amend page 5: a quarter -> a third (asked by jb)", Amendment(DAY, "page 5", "a third", "a quarter", JB)),
        (
            "/amend page 5: a quarter → a third, asked by Sam Jones",
            Amendment(DAY, "page 5", "a third", "a quarter", "Sam Jones"),
        ),
        ("/amend page 5: a quarter -> a third (jb)", Amendment(DAY, "page 5", "a third", "a quarter", JB)),
        ("/amend page 5: a quarter -> a third (33%)", Amendment(DAY, "page 5", "a third (33%)", "a quarter")),
        ('/amend page 5 was "a quarter" now "a third"', Amendment(DAY, "page 5", "a third", "a quarter")),
        ("/amend page 5 was “it was now” now “gone”", Amendment(DAY, "page 5", "gone", "it was now")),
        ('/amend item 3, read "ten", should read "twelve"', Amendment(DAY, "item 3", "twelve", "ten")),
        ("/amend page 5 should read a third of children", Amendment(DAY, "page 5", "a third of children")),
        ("/amend page 5: a third", Amendment(DAY, "page 5", "a third")),
        ("/amend a quarter -> a third", Amendment(DAY, "", "a third", "a quarter")),
        ("/amend the name was spelled wrongly", Amendment(DAY, "", "the name was spelled wrongly")),
        ("/amend", Amendment(DAY)),
    ],
)
def test_a_correction_is_a_place_what_was_and_what_is(line: str, expected: Amendment) -> None:
    assert same(entry_of(line), expected)


def test_a_correction_with_no_meeting_before_has_no_day() -> None:
    assert entry_of("/amend page 5: x", replace(ROOM, previous=None)).to_meeting is None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("4-2-1", {"votes_for": 4, "votes_against": 2, "abstained": 1}),
        ("4/3", {"votes_for": 4, "votes_against": 3}),
        ("4 2 1", {"votes_for": 4, "votes_against": 2, "abstained": 1}),
        ("2-5", {"votes_for": 2, "votes_against": 5, "result": "lost"}),
        ("for 6 against 1", {"votes_for": 6, "votes_against": 1}),
        ("6 for, 1 against", {"votes_for": 6, "votes_against": 1}),
        ("f4 a2 x1", {"votes_for": 4, "votes_against": 2, "abstained": 1}),
        ("4 for, 1 against and 2 abstentions", {"votes_for": 4, "votes_against": 1, "abstained": 2}),
        ("That it be approved 6-1", {"motion": "That it be approved", "votes_for": 6, "votes_against": 1}),
        ("6-1 That it be approved", {"motion": "That it be approved", "votes_for": 6, "votes_against": 1}),
        ("That 4-5 posts be cut, 6-1", {"motion": "That 4-5 posts be cut", "votes_for": 6, "votes_against": 1}),
        ("moved jb seconded ls", {"mover": JB, "seconder": LS}),
        ("mover jb, seconder: ls", {"mover": JB, "seconder": LS}),
        ("That the mover be thanked", {"motion": "That the mover be thanked"}),
        (
            "That X, moved by Jane Booth, seconded by Sam Jones",
            {"motion": "That X", "mover": JB, "seconder": "Sam Jones"},
        ),
        ("7-0 proposed jb", {"votes_for": 7, "votes_against": 0, "mover": JB}),
        ("That X carried", {"motion": "That X"}),
        ("That X lost 2-5", {"motion": "That X", "result": "lost", "votes_for": 2, "votes_against": 5}),
        ("That X unanimous", {"motion": "That X", "result": "carried unanimously"}),
        ("nem con", {"result": "carried nem con"}),
        ("3-3-1 casting vote for", {"votes_for": 3, "votes_against": 3, "abstained": 1, "casting_vote": "for"}),
        (
            "3-3-1 (chair’s casting against)",
            {"votes_for": 3, "votes_against": 3, "abstained": 1, "casting_vote": "against", "result": "lost"},
        ),
        (
            "f: jb, ls a: rc x: ah",
            {
                "votes_for": 2,
                "votes_against": 1,
                "abstained": 1,
                "names": (("for", (JB, LS)), ("against", (RC,)), ("abstained", (AH,))),
            },
        ),
        (
            "That X. for: jb ls and rc absent: dd",
            {"motion": "That X.", "votes_for": 3, "names": (("for", (JB, LS, RC)), ("absent", ("Debbie Duffell",)))},
        ),
        ("moved", {"motion": "moved"}),
        ("", {}),
    ],
)
def test_a_vote_is_read_by_numbers_by_names_and_in_words(typed: str, expected: dict[str, Any]) -> None:
    assert same(entry_of(f"/v {typed}"), Vote(**expected))


@pytest.mark.parametrize(
    ("typed", "doubts"),
    [
        ("4-2-1", ()),
        ("4-2-2", (Flag.VOTES_EXCEED,)),
        ("4-2", (Flag.VOTES_MISSING,)),
        ("3-3-1", (Flag.TIE,)),
        ("3-3-1 casting vote for", ()),
        ("0-0-7", ()),
        ("f: jb, jb, ls, rc, dd, ah, cc", (Flag.VOTES_EXCEED,)),
        ("f: jb, ls, rc, dd, ah, cc, khan", (Flag.NOT_PRESENT,)),
        ("f: zz, ls, rc, dd, ah, cc, tc", (Flag.UNKNOWN_NAME,)),
        ("That X", ()),
    ],
)
def test_the_votes_are_held_against_the_members_present(typed: str, doubts: tuple[Flag, ...]) -> None:
    assert flags(f"/v {typed}") == doubts


def test_no_count_is_doubted_where_nobody_is_marked_as_present() -> None:
    assert flags("/v 4-2-2", replace(ROOM, people=MEMBERS)) == ()


def test_a_tie_asks_for_the_casting_vote() -> None:
    (ask,) = read("/v That X 3-3-1").asks
    assert (ask.typed, ask.choices) == ("casting vote", ("for", "against", "none"))
    results = {}
    for way in ask.choices:
        reading = read("/v That X 3-3-1", **{"casting vote": way})
        vote = reading.entries[0]
        results[way] = (vote.casting_vote, vote.result, reading.asks, reading.flags)
    assert results == {
        "for": ("for", "carried", (), ()),
        "against": ("against", "lost", (), ()),
        "none": (None, "lost", (), (Flag.TIE,)),
    }


def test_the_preview_of_a_vote_says_all_of_it() -> None:
    reading = read("/v That X 3-3-1 moved jb seconded zz")
    assert reading.words == (
        "Will record: vote, That X, moved by Jane Booth, seconded by zz, 3 for, 3 against, 1 abstained, lost, "
        "zz, not on the roster, a tie, no casting vote."
    )
    assert [chip.words for chip in reading.chips] == [
        "That X",
        "3 for, 3 against, 1 abstained",
        "moved by Jane Booth",
        "seconded by zz, not on the roster",
        "lost, a tie, no casting vote",
    ]


@pytest.mark.parametrize(
    ("line", "suggested"),
    [
        ("Jane will send the data.", True),
        ("The Chair asked Police to report back.", True),
        ("All members are to comment.", True),
        ("The report was noted.", False),
        ("Jane presented the report.", False),
        ("Schools will reopen.", False),
        ("The Board agreed to note the report.", False),
    ],
)
def test_prose_is_suggested_only_where_somebody_known_is_to_do_something(line: str, suggested: bool) -> None:
    assert (flags(line) == (Flag.MAY_BE_ACTION,)) is suggested
    assert read(line).entries == ()
