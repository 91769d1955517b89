"""The quorum: the rules of the profiles, a body's own words, who fills a seat, and since when too few are here."""

from datetime import date, time

import pytest

from wibdesk.domain.agenda import Item
from wibdesk.domain.attendance import Attendee, Interval, Status
from wibdesk.domain.bodies import Body
from wibdesk.domain.entries import Declaration, Paragraph
from wibdesk.domain.meetings import Meeting, MeetingDetails, Stage
from wibdesk.domain.people import Group
from wibdesk.domain.quorum import PROFILE_RULES, QuorumState, Rule, quorum_of, read_rule, rule_of

HERE, AWAY = Status.PRESENT, Status.APOLOGIES
NAMES = ("Ash", "Birch", "Cedar", "Elm", "Fir", "Holly", "Larch", "Maple")


def here(name, *stretches, **more):
    """A member who came; a stretch is from, to and the item, as clock times."""
    return Attendee(name, HERE, intervals=tuple(Interval(*stretch) for stretch in stretches), **more)


def away(name, **more):
    return Attendee(name, AWAY, **more)


def meeting(*people, rule="5", profile="partnership_board", items=(), start=time(10, 0)):
    details = MeetingDetails("b", date(2026, 9, 1), start=start, stage=Stage.LIVE)
    return Meeting(Body("Norbury Board", profile, quorum=rule), details, people, items)


def six(*more):
    return (*(here(name) for name in NAMES[: 6 - len(more)]), *more, away("Larch"), away("Maple"))


@pytest.mark.parametrize(
    ("profile", "members", "needed"),
    [
        pytest.param("principal_council", 60, 15, id="G-301 sixty seats"),
        pytest.param("principal_council", 61, 16, id="G-301 sixty-one seats"),
        *(
            pytest.param("parish_council", members, needed, id=f"G-302 {members} seats")
            for members, needed in ((7, 3), (9, 3), (10, 4), (13, 5), (15, 5), (18, 6))
        ),
        pytest.param("nhs_trust", 11, 4, id="G-304 eleven directors"),
        pytest.param("maintained_school", 11, 6, id="half rounded up"),
        pytest.param("roberts_rules", 10, 6, id="majority of an even number"),
        pytest.param("roberts_rules", 11, 6, id="majority of an odd number"),
    ],
)
def test_the_rule_of_a_profile_needs_so_many(profile, members, needed):
    assert PROFILE_RULES[profile].needed(members) == needed


@pytest.mark.parametrize("profile", ["partnership_board", "general", "council_executive", "nhs_ft", "charity_trustees"])
def test_a_profile_whose_own_paper_sets_the_quorum_has_none(profile):
    assert rule_of(profile, None) is None
    assert rule_of(profile, "  ") is None


@pytest.mark.parametrize(
    ("text", "members", "needed"),
    [
        ("5", 8, 5),
        ("five members", 8, 5),
        ("4 trustees", 8, 4),
        ("At least 3", 8, 3),
        ("no fewer than 2 people", 8, 2),
        ("1/3", 8, 3),
        ("1/3, at least 3", 6, 3),
        ("1/3, at least 3", 18, 6),
        ("a third, never fewer than three", 6, 3),
        ("one half", 9, 5),
        ("half of the members", 9, 5),
        ("a quarter", 9, 3),
        ("at least two thirds", 9, 6),
        ("two-thirds of the members", 10, 7),
        ("40 %", 10, 4),
        ("50%", 9, 5),
        ("25 per cent", 9, 3),
        ("a majority", 8, 5),
        ("more than half", 8, 5),
        ("More than one third", 9, 4),
        ("a simple majority, at least 4", 5, 4),
    ],
)
def test_the_own_words_of_a_body_are_read_as_a_rule(text, members, needed):
    assert read_rule(text).needed(members) == needed


@pytest.mark.parametrize(
    "text",
    ["", "as the terms of reference say", "0", "3/0", "4/3", "120 %", "more than 3", "one from each agency", "5 of us"],
)
def test_words_that_name_no_share_or_number_are_no_rule(text):
    assert read_rule(text) is None


def test_a_rule_of_its_own_goes_before_that_of_the_profile_and_one_that_cannot_be_read_shows_nothing():
    assert rule_of("parish_council", "one half") == Rule(read_rule("1/2").share)
    assert rule_of("parish_council", "see standing order 4") is None


def test_the_profile_of_the_meeting_goes_before_that_of_the_body():
    held = meeting(*six(), rule=None, profile="principal_council")
    assert quorum_of(held, None).figures == "6/2"


@pytest.mark.parametrize(
    ("people", "figures", "state", "words"),
    [
        (six(), "6/5", QuorumState.MET, "met"),
        (six(here("Holly", (None, time(10, 30), "2"))), "5/5", QuorumState.EDGE, "no one may leave"),
        (
            six(here("Fir", (None, time(10, 41), "3")), here("Holly", (None, time(10, 30), "2"))),
            "4/5",
            QuorumState.LOST,
            "lost at 10:41",
        ),
        ((*(here(n) for n in NAMES[:3]), away("Fir")), "3/5", QuorumState.LOST, "not met"),
    ],
    ids=["met", "edge", "lost", "never met"],
)
def test_the_quorum_is_met_on_the_edge_or_lost(people, figures, state, words):
    stands = quorum_of(meeting(*people), None)
    assert (stands.figures, stands.state, stands.words) == (figures, state, words)


@pytest.mark.parametrize(
    ("people", "spoken"),
    [
        (six(), "Quorum met, 6 of 5 needed"),
        (six(here("Holly", (None, time(10, 30)))), "Quorum met, no one may leave, 5 of 5 needed"),
        (
            six(here("Fir", (None, time(10, 41))), here("Holly", (None, time(10, 30)))),
            "Quorum lost at 10:41, 4 of 5 needed",
        ),
    ],
)
def test_the_quorum_is_read_out_with_both_numbers(people, spoken):
    assert quorum_of(meeting(*people), None).spoken == spoken


def test_there_is_no_quorum_without_a_rule_or_without_members():
    assert quorum_of(meeting(*six(), rule=None), None) is None
    assert quorum_of(meeting(), None) is None
    assert quorum_of(meeting(*six(), rule=None), None, "3").figures == "6/3"


def test_g_402_only_members_who_are_present_count():
    people = (
        here("Ash"),
        here("Birch"),
        Attendee("Cedar", Status.UNKNOWN),
        Attendee("Elm", Status.ABSENT),
        here("Reed", group=Group.IN_ATTENDANCE),
        here("Rush", group=Group.OBSERVER),
    )
    assert quorum_of(meeting(*people, rule="one half"), None).figures == "2/2"


def test_g_403_whoever_left_and_came_back_counts_again_and_the_last_loss_is_told():
    back = here("Fir", (None, time(10, 41)), (time(10, 50), time(11, 5)))
    stands = quorum_of(meeting(*six(back, here("Holly", (None, time(10, 30))))), None)
    assert (stands.figures, stands.words) == ("4/5", "lost at 11:05")
    stays = here("Fir", (None, time(10, 41)), (time(10, 50), None))
    assert quorum_of(meeting(*six(stays, here("Holly", (None, time(10, 30))))), None).words == "no one may leave"


def test_who_came_before_the_start_was_there_from_the_start():
    early = here("Holly", (time(9, 50), time(10, 15)))
    assert quorum_of(meeting(*six(here("Fir", (time(9, 55), None)), early), rule="6"), None).words == "lost at 10:15"


def test_a_loss_after_midnight_is_the_last_one():
    people = six(here("Fir", (None, time(0, 10))), here("Holly", (None, time(23, 30))))
    assert quorum_of(meeting(*people, start=time(22, 0)), None).words == "lost at 00:10"


def test_g_410_a_deputy_fills_the_seat_once_and_not_beside_its_holder():
    deputy = here("Reed", group=Group.IN_ATTENDANCE, deputy_for=("Larch",))
    assert quorum_of(meeting(*six(), deputy), None).figures == "7/5"
    second = here("Rush", group=Group.IN_ATTENDANCE, deputy_for=("Larch",))
    assert quorum_of(meeting(*six(), deputy, second), None).figures == "7/5"
    beside = here("Rush", group=Group.IN_ATTENDANCE, deputy_for=("Ash",))
    assert quorum_of(meeting(*six(), beside), None).figures == "6/5"


def test_g_304_a_deputy_for_two_fills_one_seat():
    both = here("Reed", group=Group.IN_ATTENDANCE, deputy_for=("Larch", "Maple"))
    assert quorum_of(meeting(*six(), both), None).figures == "7/5"


def test_a_member_who_stands_in_for_somebody_not_on_the_list_keeps_the_own_seat():
    assert quorum_of(meeting(here("Ash", deputy_for=("Oak",)), away("Birch"), rule="1"), None).figures == "1/1"


@pytest.mark.parametrize("named", ["4", "front door", None], ids=["by number", "by title", "where it was declared"])
def test_g_554_who_left_for_an_interest_does_not_count_for_that_item(named):
    declared = Declaration("ash", named, left_room=True)
    other = Item("Welcome", "1", began=time(10, 0))
    item = Item("Front door", "4", began=time(10, 20), entries=(Paragraph("Heard."), declared))
    held = meeting(*six(), rule="6", items=(other, item))
    assert (quorum_of(held, item).figures, quorum_of(held, item).words) == ("5/6", "lost at 10:20")
    assert quorum_of(held, other).figures == "6/6"


def test_g_552_who_declared_an_interest_and_stayed_in_the_room_still_counts():
    item = Item("Front door", "4", entries=(Declaration("Ash", "4", left_room=False), Declaration("Elm", "4")))
    assert quorum_of(meeting(*six(), items=(item,)), item).figures == "6/5"


def test_an_interest_in_an_item_without_a_number_is_told_by_its_place():
    first, second = Item("Welcome", entries=(Declaration("Ash", "2", left_room=True),)), Item("Front door")
    assert quorum_of(meeting(*six(), items=(first, second)), second).figures == "5/5"
    assert quorum_of(meeting(*six(), items=(first, second)), first).figures == "6/5"


def test_an_interest_in_an_item_not_begun_gives_no_time():
    item = Item("Front door", "4", entries=(Declaration("Ash", "4", left_room=True),))
    assert quorum_of(meeting(*six(), rule="6", items=(item,)), item).words == "not met"
