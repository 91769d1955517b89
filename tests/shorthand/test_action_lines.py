"""Actions beyond the vectors: how they begin, who owns them, by when, and that no word is lost."""

from dataclasses import replace
from datetime import date

import pytest

from tests.shorthand.rooms import KHAN, MEMBERS, ROOM, at_meeting, entry_of, flags, on_day, read
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.shorthand.known import KnownPerson
from wibdesk.shorthand.reading import Flag


@pytest.mark.parametrize(
    "begun",
    "/a |/A |/a: |/a - |/action |ACTION: |Action: |ACTION |action |ACT |act: |AP |ap: |A: |a: |ACTION-|"
    "action - |  /a ".split("|"),
)
def test_an_action_begins_in_any_of_its_ways(begun: str) -> None:
    reading = read(f"{begun}JB heat maps")
    assert (reading.kind, reading.entries[0].owners, reading.entries[0].text) == (
        "action",
        ("Jane Booth",),
        "heat maps",
    )
    assert begun[: reading.lead].strip().rstrip(":-") == begun[: reading.lead].strip()


@pytest.mark.parametrize(
    "prose",
    [
        "Action was taken by the Trust.",
        "Action plan to be circulated.",
        "act now",
        "A report was given.",
        "A - JB heat maps",
        "action-plan for schools",
        "Actions: none",
        "/ax jb",
        "a/b",
        "",
        "   ",
    ],
)
def test_prose_that_only_looks_like_an_action_stays_prose(prose: str) -> None:
    reading = read(prose)
    assert (reading.kind, reading.entries, reading.lead) == ("text", (), 0)


@pytest.mark.parametrize(
    ("typed", "owners", "text"),
    [
        ("jb, ls and rc to agree it", ("Jane Booth", "Louise Storey", "Richard Cooke"), "agree it"),
        ("JB + LS agree it", ("Jane Booth", "Louise Storey"), "agree it"),
        ("JB, JB agree it", ("Jane Booth",), "agree it"),
        ("JB, bring heat maps", ("Jane Booth",), "bring heat maps"),
        ("JB and bring heat maps", ("Jane Booth",), "and bring heat maps"),
        ("JB: bring heat maps", ("Jane Booth",), "bring heat maps"),
        ("J.B. bring heat maps", ("Jane Booth",), "bring heat maps"),
        ("@jb bring heat maps", ("Jane Booth",), "bring heat maps"),
        ("Booth bring heat maps", ("Jane Booth",), "bring heat maps"),
        ("booth bring heat maps", ("Jane Booth",), "bring heat maps"),
        ("Louise to bring heat maps", ("Louise Storey",), "bring heat maps"),
        ("Mrs Booth to bring heat maps", ("Jane Booth",), "bring heat maps"),
        ("J Booth bring heat maps", ("Jane Booth",), "bring heat maps"),
        ("Tony C to bring heat maps", ("Tony Crane",), "bring heat maps"),
        ("CC Jane", ("CC",), "Jane"),
        ("ALL read the plan", ("ALL",), "read the plan"),
        ("NHS send data", ("NHS",), "send data"),
        ("Dr Khan to bring heat maps", ("Dr Sara Khan",), "bring heat maps"),
        ("the Chair to write", ("Tony Crane",), "write"),
        ("Head of Public Protection to write", ("Det Supt K Rowe",), "write"),
        ("Norbury Police to write", ("Norbury Police",), "write"),
        ("Board members to comment", ("Board members",), "comment"),
        ("the council to comment", ("the council",), "comment"),
        ("clerk to book a room", ("clerk",), "book a room"),
        ("Sam Jones to write to parents", ("Sam Jones",), "write to parents"),
        ("JB and Sam Jones to write", ("Jane Booth", "Sam Jones"), "write"),
        ("Write to parents", (), "Write to parents"),
        ("Send letter to parents", (), "Send letter to parents"),
        ("all papers to be sent", (), "all papers to be sent"),
        ("police data to be sent", (), "police data to be sent"),
        ("to write", (), "to write"),
        ("JB", ("Jane Booth",), ""),
        ("IW", (), "IW"),
        ("", (), ""),
    ],
)
def test_the_owners_are_whoever_stands_first(typed: str, owners: tuple[str, ...], text: str) -> None:
    action = entry_of(f"/a {typed}")
    assert (action.owners, action.text) == (owners, text)


@pytest.mark.parametrize(("typed", "flag"), [("ALL", Flag.GROUP_OWNER), ("NHS", Flag.NAME_A_PERSON)])
def test_a_group_or_an_organisation_in_capitals_is_no_stranger(typed: str, flag: Flag) -> None:
    assert flags(f"/a {typed} read the plan") == (flag, Flag.NO_DUE)


def test_a_word_after_a_stroke_that_is_no_command_says_so_and_which_may_be_meant() -> None:
    assert read("/acton jb heat maps").words.startswith("“/acton” is no command, “/action” is.")
    assert read("/zzz jb").words.startswith("“/zzz” is no command.")
    assert [read(line).words for line in ("/zzz", "/etc/hosts", "/ something")] == ["", "", ""]
    assert not read("/acton jb heat maps").recorded


def test_a_name_that_is_also_a_word_is_a_name_in_capitals_or_before_to() -> None:
    known = replace(ROOM, people=(KnownPerson("Sam Young", present=True),))
    assert entry_of("/a young people survey", known).owners == ()
    assert entry_of("/a young to survey", known).owners == ("Sam Young",)
    assert entry_of("/a SY survey", known).owners == ("Sam Young",)


def test_initials_that_are_a_word_are_initials_but_the_connecting_ones() -> None:
    known = replace(ROOM, people=(KnownPerson("I Nolan", present=True), KnownPerson("Tom Owen", present=True)))
    assert entry_of("/a in heat map of vacancies", known).owners == ("I Nolan",)
    assert entry_of("/a to send it", known).owners == ()


def test_whoever_is_present_wins_over_who_is_not() -> None:
    storey, taylor = KnownPerson("Louise Storey", present=True), KnownPerson("Louise Taylor")
    known = replace(ROOM, people=(taylor, storey))
    assert entry_of("/a Louise to bring it", known).owners == ("Louise Storey",)
    both = replace(ROOM, people=(storey, replace(taylor, present=True)))
    (ask,) = read("/a Louise to bring it", both).asks
    assert ask.choices == ("Louise Storey", "Louise Taylor")
    assert entry_of("/a Louise to bring it", both).owners == ("Louise",)


def test_a_choice_that_keeps_the_words_keeps_them() -> None:
    kept = read("/a CC to share it by Fri", CC="CC")
    assert (kept.entries[0].owners, kept.asks) == (("CC",), ())
    assert read("/a CC to share it by Fri", CC="A Nother").flags == (Flag.UNKNOWN_NAME,)


def test_a_title_that_somebody_has_is_asked_about_too() -> None:
    known = replace(ROOM, people=(KnownPerson("Don Ives", present=True), KnownPerson("DI Ann Moss", present=True)))
    (ask,) = read("/a DI to report", known).asks
    assert ask.choices == ("Don Ives", "DI Ann Moss", "DI")


def test_the_chair_is_whoever_presides_though_others_chair_elsewhere() -> None:
    other = KnownPerson("Julie Marsh", role="Chair of the Primary Heads Group", present=True)
    known = replace(ROOM, people=(other, *ROOM.people))
    assert entry_of("/a Chair to write", known).owners == ("Tony Crane",)
    assert entry_of("/a Chair to write", replace(ROOM, people=(other,))).owners == ("Julie Marsh",)


def test_a_role_is_known_by_its_letters() -> None:
    director = KnownPerson("Ann Lee", role="Interim Director of Children's Services")
    known = replace(ROOM, people=(director,))
    assert entry_of("/a DCS report back", known).owners == ("Ann Lee",)
    assert entry_of("/a director of children’s services to report", known).owners == ("Ann Lee",)


def test_a_reference_before_the_owner_is_kept_as_the_reference() -> None:
    action = entry_of("ACTION 3.1 JB to bring it")
    assert (action.ref, action.owners, action.text) == ("3.1", ("Jane Booth",), "bring it")
    assert entry_of("ACTION 3: JB to bring it").ref == "3"
    given = entry_of("ACTION 3.1 JB to bring it", replace(ROOM, references=("3.1",)))
    assert (given.ref, given.owners, given.text) == (None, ("Jane Booth",), "3.1 bring it")
    figures = entry_of("/a 2.5 posts to be filled")
    assert (figures.ref, figures.text) == (None, "2.5 posts to be filled")


@pytest.mark.parametrize(
    ("typed", "text", "due"),
    [
        ("send it by Fri.", "send it", on_day(8, 4, "Fri")),
        ("send it (by Fri)", "send it", on_day(8, 4, "Fri")),
        ("send it, due Friday", "send it", on_day(8, 4, "Friday")),
        ("send it - by Fri", "send it", on_day(8, 4, "Fri")),
        ("send it by 2017-09-05", "send it", on_day(9, 5, "2017-09-05")),
        ("by Friday to send it", "send it", on_day(8, 4, "Friday")),
        ("to ask by Friday for it", "ask for it", on_day(8, 4, "Friday")),
        ("back in September", "back", at_meeting(9, 5, "in September")),
        ("it by Nov", "it", at_meeting(11, 7, "Nov")),
        ("it for the next Board meeting", "it", at_meeting(9, 5, "the next Board meeting")),
        ("extend it to 5 Sep", "extend it to 5 Sep", on_day(9, 5, "5 Sep")),
        ("present it at the October board", "present it at the October board", at_meeting(10, 3, "the October board")),
        ("it before 5 Sep", "it", on_day(9, 5, "before 5 Sep")),
        (
            "it w/c 4 Sep",
            "it",
            Due(DueKind.RANGE, start=date(2017, 9, 4), end=date(2017, 9, 8), as_written="w/c 4 Sep"),
        ),
        ("it tomorrow", "it", on_day(8, 2, "tomorrow")),
        ("it Thurs", "it", on_day(8, 3, "Thurs")),
        ("it by 5-9", "it", on_day(9, 5, "5-9")),
        ("amend the minutes of 6 June", "amend the minutes of 6 June", Due()),
        ("trial it for two weeks", "trial it for two weeks", Due()),
        ("meet once a month", "meet once a month", Due()),
        ("read pages 5-9", "read pages 5-9", Due()),
        ("arrange cover 24/7", "arrange cover 24/7", Due()),
        ("say what they may", "say what they may", Due()),
        ("look where children sat", "look where children sat", Due()),
        ("report on the October board", "report on the October board", Due()),
        ("go by bus to town", "go by bus to town", Due()),
        ("ask by May Smith for it", "ask by May Smith for it", Due()),
        ("the figures quoted today", "the figures quoted today", Due()),
    ],
)
def test_a_deadline_leaves_the_words_where_it_is_nothing_else(typed: str, text: str, due: Due) -> None:
    action = entry_of(f"/a jb {typed}")
    assert (action.text, action.due) == (text, due)


def test_a_bank_holiday_and_a_weekend_are_noted() -> None:
    assert flags("/a jb it by 28 Aug") == (Flag.HOLIDAY,)
    assert flags("/a jb it by 13 Aug") == (Flag.WEEKEND,)


def test_a_meeting_that_is_not_arranged_is_flagged() -> None:
    assert flags("/a jb it for the 10 October board") == (Flag.NO_MEETING,)
    assert flags("/a jb it for a future meeting") == (Flag.NO_MEETING,)
    assert flags("/a jb it next mtg", replace(ROOM, scheduled=())) == (Flag.NO_MEETING,)
    assert flags("/a jb it by 5 March 2018") == ()


def test_the_preview_says_what_enter_records() -> None:
    known = replace(ROOM, people=(KnownPerson("I Nolan", present=True), KHAN), on=date(2026, 9, 1), scheduled=())
    reading = read("/a in heat map of vacancies by 6/10", known)
    assert reading.words == "Will record: I Nolan, heat map of vacancies, Tuesday 6 October 2026."
    assert [(chip.words, chip.doubtful) for chip in reading.chips] == [
        ("I Nolan", False),
        ("heat map of vacancies", False),
        ("Tue 6 Oct 2026", False),
    ]


def test_the_preview_says_what_is_doubtful() -> None:
    doubtful = read("/a IW evidence of impact by 31/9")
    assert [chip.words for chip in doubtful.chips if chip.doubtful] == [
        "IW, not on the roster",
        "31/9, no such day, kept as typed",
    ]
    assert read("/a").words == "Will record: no owner, no date."
    assert (
        read("/a All to comment by Sat").words
        == "Will record: All, a group, comment, Saturday 5 August 2017, a weekend."
    )
    meeting = read("/a jb it from 5 Sep")
    assert meeting.words == "Will record: Jane Booth, it, from Tuesday 5 September 2017."
    assert read("/a jb it next mtg").chips[-1].words == "next mtg, Tue 5 Sep 2017"
    assert read("/a jb it next mtg").words == "Will record: Jane Booth, it, meeting of Tuesday 5 September 2017."


def test_long_words_are_cut_in_the_preview_only() -> None:
    long = "word " * 40
    chip = read(f"/a jb {long}by Fri").chips[1]
    assert chip.words.endswith("…")
    assert chip.value == long.strip()


def test_nobody_present_means_nobody_is_preferred() -> None:
    known = replace(ROOM, people=MEMBERS)
    assert entry_of("/a JB it by Fri", known).owners == ("Jane Booth",)
