"""What is doubtful in minutes, by table: names, dates, abbreviations, presenters, the same action twice."""

from datetime import date, datetime, time

import pytest

from wibdesk.domain.action_doubts import action_doubts
from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Attendee, Interval, Status
from wibdesk.domain.bodies import Body
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.doubts import Doubt, DoubtKind, Fix
from wibdesk.domain.entries import (
    Action,
    Amendment,
    Bullet,
    Decision,
    Declaration,
    Paragraph,
    PrivateNote,
    Progress,
    Subheading,
    Vote,
)
from wibdesk.domain.known_names import is_known, known_names, person_meant
from wibdesk.domain.meetings import Meeting, MeetingDetails, Stage
from wibdesk.domain.nearness import is_near, slips
from wibdesk.domain.people import Person
from wibdesk.domain.presence_doubts import presence_doubts
from wibdesk.domain.word_doubts import word_doubts

HERE = (
    Attendee("Helen Ferrer", Status.PRESENT, role="Independent Chair", chair=True),
    Attendee("Det Supt K Rowe", Status.PRESENT, organisation="Norbury Police"),
    Attendee("Councillor Bernadette Sutton MBE", Status.PRESENT),
    Attendee("Dr P Hart", Status.APOLOGIES, organisation="Norbury ICB"),
    Attendee("Tom Lindqvist", Status.ABSENT),
    Attendee(None, Status.PRESENT, role="A resident of Mill Lane"),
)
ROSTER = (Person("b", "Imogen Castellano", initials="IC"),)
SAID = Due(DueKind.DATE, date(2026, 10, 6))
HOLIDAY = date(2026, 12, 25)


def meeting(*entries, **details):
    item = Item("Front door", "3", entries=entries)
    return Meeting(Body("Norbury Board"), MeetingDetails("b", date(2026, 9, 1), **details), HERE, (item,))


def in_words(text, **more):
    found = word_doubts(meeting(Paragraph(text, id="e")), known_names(HERE, ROSTER), **more)
    return [(doubt.kind, text[doubt.offset : doubt.offset + doubt.length], doubt.better) for doubt in found]


NAME, FIRST, SHORT = DoubtKind.SPELLING, DoubtKind.FIRST_NAME, DoubtKind.ABBREVIATION


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Det Supt K Rome said so.", (NAME, "Rome", "Rowe")),
        ("Det Supt K Rowe's report.", None),
        ("We heard from Councillor Suton’s office.", (NAME, "Suton", "Sutton")),
        ("The Chair thanked Hellen Ferrer.", (NAME, "Hellen", "Helen")),
        ("The Chair thanked Castelano for it.", (NAME, "Castelano", "Castellano")),
        ("Imogen Catselano spoke.", (NAME, "Catselano", "Castellano")),
        ("It was led by John Suton of the council.", None),
        ("Suttons is a shop; buttons were sold.", None),
        ("Dr Harte is unknown.", (NAME, "Harte", "Hart")),
        ("The heart of it, said K Rowe.", None),
        ("Helen said that it was late.", (FIRST, "Helen", "Helen Ferrer")),
        ("Thanks went to Helen, who left.", (FIRST, "Helen", "Helen Ferrer")),
        ("Helen Ferrer said so.", None),
        ("St Helen is a parish.", None),
        ("Ms Helen was named.", None),
        ("MASH met twice. MASH is busy.", (SHORT, "MASH", "")),
        ("The Multi-Agency Safeguarding Hub (MASH) met. MASH is busy.", None),
        ("The MASH (Multi-Agency Safeguarding Hub) met.", None),
        ("The NHS and the UK, part II, the ICB.", None),
        ("IC and HF agreed.", None),
        ("THE BOARD AGREED ALL OF IT", None),
        ("EHCPs are late.", (SHORT, "EHCP", "")),
        ("CC Rowe agreed.", None),
    ],
)
def test_words_are_doubted_only_where_they_may_be_wrong(text, doubtful):
    assert in_words(text) == ([doubtful] if doubtful else [])


def test_a_first_name_that_two_people_have_is_not_decided():
    people = known_names((*HERE, Attendee("Helen Marsh", Status.PRESENT)))
    (doubt,) = word_doubts(meeting(Paragraph("We asked Helen for it.")), people)
    assert (doubt.words, doubt.better) == ("Helen alone: Helen Ferrer or Helen Marsh?", "")


def test_a_first_name_that_is_a_word_begins_a_sentence_in_peace():
    people = known_names((*HERE, Attendee("Grace Oduya", Status.PRESENT)))
    assert word_doubts(meeting(Paragraph("Grace was shown to late papers.")), people) == ()
    assert word_doubts(meeting(Paragraph("We asked Grace again.")), people)[0].better == "Grace Oduya"


def test_the_house_writes_the_name_that_is_offered():
    assert in_words("We asked Helen.", shown=lambda name: f"the Chair, {name}") == [
        (FIRST, "Helen", "the Chair, Helen Ferrer")
    ]


def test_a_dictionary_lets_a_name_be_judged_at_the_beginning_too():
    text = "Suton opened the talk. Button closed it."
    assert in_words(text) == []
    assert in_words(text, is_word=lambda word: word == "button") == [(NAME, "Suton", "Sutton")]


def test_terms_of_the_body_are_known():
    assert in_words("MASH met.", known_terms=("MASH",)) == []


def test_the_same_doubt_in_many_places_is_told_once_with_their_number():
    board = meeting(Paragraph("MASH met.", id="one"), Paragraph("The MASH met.", id="two"))
    (doubt,) = word_doubts(board, ())
    assert (doubt.entry_id, doubt.times) == ("one", 2)


def test_a_private_note_is_nobody_elses_to_doubt():
    assert word_doubts(meeting(PrivateNote("@@ Det Supt K Rome of MASH {person}")), known_names(HERE)) == ()


def test_a_line_that_is_a_command_still_is_doubtful():
    board = meeting(Paragraph("/out kr 1441", id="e"), Paragraph("It was 3/4 full.", id="f"), Bullet("/out"))
    (left,) = word_doubts(board, ())
    assert (left.kind, left.words, left.entry_id, left.fix) == (DoubtKind.COMMAND, "/out kr 1441", "e", Fix.LOOK)


def test_gaps_and_slots_are_told_with_the_words_round_them():
    words = (
        "The Board heard that, after a long summer in which nothing was done, more than @@ families had waited for a"
    )
    board = meeting(Decision(("As it is.", f"{words} first visit from {{person}}.")))
    gap, slot = word_doubts(board, ())
    assert gap.words == "… summer in which nothing was done, more than @@ families had waited for a first visit from …"
    assert (gap.kind, gap.part, gap.about) == (DoubtKind.GAP, 1, "@@")
    assert (slot.kind, slot.about) == (DoubtKind.SLOT, "{person}")


@pytest.mark.parametrize(
    ("owner", "known"),
    [
        ("Det Supt K Rowe", True),
        ("Rowe", True),
        ("CC Sutton", True),
        ("B Sutton", True),
        ("Barbara Sutton", False),
        ("Helen", True),
        ("IC", True),
        ("Police", True),
        ("Norbury ICB", True),
        ("All members", True),
        ("Clerk", True),
        ("A resident of Mill Lane", True),
        ("R Devlin", False),
        ("", False),
    ],
)
def test_an_owner_is_known_by_any_part_of_a_name(owner, known):
    assert is_known(owner, known_names(HERE, ROSTER)) is known


def test_the_person_meant_is_found_or_nobody():
    people = known_names(HERE, ROSTER)
    assert person_meant("Ferrer", people).shown == "Helen Ferrer"
    assert person_meant("Nobody Atall", people) is None


def doubts_of(*actions):
    return [(d.kind, d.words) for d in action_doubts(meeting(*actions), known_names(HERE, ROSTER), (HOLIDAY,))]


@pytest.mark.parametrize(
    ("owners", "due", "doubtful"),
    [
        (("Helen Ferrer",), SAID, None),
        ((), SAID, (DoubtKind.NO_OWNER, "no owner")),
        (("R Devlin",), SAID, (DoubtKind.UNKNOWN_OWNER, "R Devlin is not on the roster")),
        (("Police",), SAID, (DoubtKind.ORGANISATION_OWNER, "Police: name a person")),
        (("Norbury ICB",), SAID, (DoubtKind.ORGANISATION_OWNER, "Norbury ICB: name a person")),
        (("Independent Chair",), SAID, None),
        (("IC",), SAID, None),
        (("HF",), SAID, None),
        (("Rowe",), Due(), (DoubtKind.NO_DATE, "no date")),
        (("Rowe",), Due(as_written="ASAP"), (DoubtKind.NOT_A_DATE, "no date: ASAP")),
        (("Rowe",), Due(as_written="31/9"), (DoubtKind.IMPOSSIBLE_DATE, "31/9, no such day")),
        (("Rowe",), Due(DueKind.MEETING, as_written="a future board"),
         (DoubtKind.NO_MEETING, "no meeting scheduled: a future board")),
        (("Rowe",), Due(DueKind.MEETING, date(2026, 10, 4)), None),
        (("Rowe",), Due(DueKind.DATE, date(2026, 10, 3)), (DoubtKind.WEEKEND, "Sat 3 Oct 2026 is a weekend")),
        (("Rowe",), Due(DueKind.DATE, HOLIDAY), (DoubtKind.HOLIDAY, "Fri 25 Dec 2026 is a bank holiday")),
        (("Rowe",), Due(DueKind.RANGE, start=date(2026, 10, 1), end=date(2026, 10, 4)),
         (DoubtKind.WEEKEND, "Sun 4 Oct 2026 is a weekend")),
        (("Rowe",), Due(DueKind.MONTH, month=date(2026, 10, 1)), None),
    ],
)  # fmt: skip
def test_owner_and_date_of_an_action_are_doubted(owners, due, doubtful):
    assert doubts_of(Action("bring the heat maps", owners, due)) == ([doubtful] if doubtful else [])


def test_initials_of_two_people_say_whose_they_may_be():
    people = known_names((Attendee("Tom Bell"), Attendee("Cllr Tara Boyd MBE"), Attendee("Al Dean", initials="TB")))
    (doubt,) = action_doubts(meeting(Action("write", ("TB", "Tom Bell"), SAID)), people)
    assert doubt.kind is DoubtKind.AMBIGUOUS_OWNER
    assert doubt.words == "TB is Tom Bell or Cllr Tara Boyd MBE or Al Dean"
    assert (doubt.about, doubt.fix) == ("TB", Fix.OWNER)


def test_an_organisation_that_sits_at_the_table_by_its_name_is_an_owner():
    people = known_names((Attendee("Norbury Police"), Attendee("K Rowe", organisation="Norbury Police")))
    assert action_doubts(meeting(Action("write", ("Norbury Police",), SAID)), people) == ()


AT = datetime(2026, 9, 1, 10, 30)


@pytest.mark.parametrize(
    ("came", "went", "details", "words"),
    [
        (None, time(9, 10), {}, "K Rowe left at 09:10, before the meeting began at 09:30"),
        (time(9, 10), time(9, 40), {}, None),
        (time(9, 30), time(11, 0), {}, "K Rowe left at 11:00, a time that has not come yet"),
        (time(10, 40), None, {}, "K Rowe joined at 10:40, a time that has not come yet"),
        (time(9, 30), time(11, 0), {"date": date(2026, 8, 31)}, None),
        (time(9, 30), time(11, 0), {"stage": Stage.CLOSED, "end": time(10, 50)},
         "K Rowe left at 11:00, after the meeting closed"),
        (time(9, 30), time(10, 50), {"stage": Stage.CLOSED, "end": time(10, 50)}, None),
        (None, time(9, 10), {"stage": Stage.PLANNED}, None),
    ],
)  # fmt: skip
def test_comings_and_goings_at_odd_times_are_doubted(came, went, details, words):
    told = {"date": date(2026, 9, 1), "start": time(9, 30), "stage": Stage.LIVE, **details}
    person = Attendee("K Rowe", Status.PRESENT, intervals=(Interval(came, went),))
    found = presence_doubts(Meeting(Body("Board"), MeetingDetails("b", **told), (person,)), AT)
    assert [doubt.words for doubt in found] == ([words] if words else [])
    assert all((doubt.about, doubt.fix) == (person.id, Fix.TIMES) for doubt in found)


def test_times_of_somebody_who_sent_apologies_after_all_are_left_alone():
    person = Attendee("K Rowe", Status.APOLOGIES, intervals=(Interval(None, time(9, 10)),))
    told = MeetingDetails("b", date(2026, 9, 1), start=time(9, 30), stage=Stage.LIVE)
    assert presence_doubts(Meeting(Body("Board"), told, (person,)), AT) == ()


def test_an_action_that_is_done_needs_no_date():
    assert doubts_of(Action("bring the heat maps", ("Rowe",), status=Progress.DONE)) == []


def test_nobody_is_a_stranger_where_nobody_is_known():
    assert action_doubts(meeting(Action("write", ("R Devlin",), SAID)), ()) == ()


@pytest.mark.parametrize(
    ("one", "other", "twice"),
    [
        ("bring the heat maps to the board", "bring the heat maps to the Board", True),
        ("bring the heat maps to the next board", "bring the heat maps to the board", True),
        ("bring the heat maps", "bring the staffing figures", False),
        ("write", "write", True),
        ("write", "write to every school in the county", False),
        ("", "", False),
    ],
)
def test_the_same_action_twice_is_doubted(one, other, twice):
    actions = (Action(one, ("Rowe",), SAID, ref="3.1"), Action(other, ("Rowe", "IC"), SAID))
    assert doubts_of(*actions) == ([(DoubtKind.DUPLICATE, "the same as action 3.1?")] if twice else [])


def test_two_owners_may_have_the_same_to_do():
    assert doubts_of(Action("write to schools", ("Rowe",), SAID), Action("write to schools", ("IC",), SAID)) == []
    found = doubts_of(Action("write to schools", (), SAID), Action("write to schools", (), SAID))
    assert found[-1] == (DoubtKind.DUPLICATE, "the same as one of item 3?")


def test_presenters_who_were_not_there_are_doubted():
    items = (
        Item(
            "Front door", "3", presenter="Helen Ferrer and Dr P Hart", entries=(Subheading("Staff", presenter="T Ray"),)
        ),
        Item("Police", "4", presenter="Norbury Police; Tom Lindqvist"),
    )
    board = Meeting(Body("Board"), MeetingDetails("b", None), HERE, items)
    assert [doubt.words for doubt in presence_doubts(board)] == [
        "Dr P Hart presents, but sent apologies",
        "T Ray presents, not on the attendance list",
        "Tom Lindqvist presents, but was absent",
    ]
    assert presence_doubts(Meeting(Body("Board"), MeetingDetails("b", None), (), items)) == ()


def test_who_declared_voted_moved_or_asked_and_is_nobody_here_is_doubted():
    votes = (("for", ("Helen Ferrer", "tb")), ("against", ("Rowe",)))
    entries = (
        Declaration("professor", "3", id="d"),
        Vote("That", mover="Jo Small", seconder="Tom Lindqvist", names=votes, id="v"),
        Amendment(requested_by="Dr P Hart", id="a"), Paragraph("Nobody said so.", id="p"),
    )  # fmt: skip
    found = [d for d in presence_doubts(meeting(*entries)) if d.kind is DoubtKind.STRANGER]
    assert [(d.entry_id, d.about) for d in found] == [("d", "professor"), ("v", "Jo Small"), ("v", "tb")]
    assert found[0].words == "professor is not on the attendance list"


def test_people_not_marked_are_told_once_the_meeting_began():
    people = tuple(Attendee(f"Person {n}") for n in range(6))
    planned = Meeting(Body("Board"), MeetingDetails("b", None), people)
    assert presence_doubts(planned) == ()
    live = Meeting(Body("Board"), MeetingDetails("b", None, stage=Stage.LIVE), people)
    (doubt,) = presence_doubts(live)
    assert doubt.words == "6 people are not marked: Person 0, Person 1, Person 2, Person 3 and 2 more"
    one = Meeting(Body("Board"), MeetingDetails("b", None, stage=Stage.LIVE), people[:1])
    assert presence_doubts(one)[0].words == "1 person is not marked: Person 0"


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Rowe", "Rome", 1),
        ("Khan", "Kahn", 1),
        ("Hart", "Harte", 1),
        ("Nolan", "Noln", 1),
        ("", "abc", 3),
        ("a", "a", 0),
    ],
)
def test_slips_are_counted(one, other, count):
    assert slips(one, other) == count


def test_a_long_word_forgives_two_slips_and_a_short_one_but_one():
    assert is_near("Castelanno", "Castellano")
    assert not is_near("Raae", "Rowe")
    assert not is_near("Rowe", "Rowe")


def test_every_doubt_has_a_way_to_put_it_right():
    assert {kind: Doubt(kind, "").fix for kind in DoubtKind}[DoubtKind.DUPLICATE] is Fix.LOOK
    assert Doubt(DoubtKind.WEEKEND, "").of_action
    assert not Doubt(DoubtKind.GAP, "").of_action
