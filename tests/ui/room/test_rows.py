"""The rows of agenda and attendance: what they show and what a screen reader says."""

from datetime import date, time

from ui.editor.chips import chips_of
from ui.places.room.action_list import carried_rows, item_rows
from ui.places.room.finding import find
from ui.places.room.rows import agenda_rows, declared_interests, person_rows, short_name
from wibdesk.domain.actions import LogAction
from wibdesk.domain.agenda import Item, ItemState
from wibdesk.domain.attendance import Attendee, Interval, Status
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Declaration, Paragraph, Progress
from wibdesk.domain.people import Group


def rows_of(*items, spent=None, shown=None):
    return agenda_rows(items, spent=spent or {}, shown_id=shown, interests=declared_interests(items))


def people(*attendees, start=time(9, 30)):
    return [row for row in person_rows(attendees, start=start) if not row.heading]


def test_the_row_of_the_item_now_says_how_much_over_it_is():
    item = Item("Front door", "3", planned_minutes=20, state=ItemState.NOW)
    (row,) = rows_of(item, spent={item.id: 26}, shown=item.id)
    assert (row.minutes, row.over, row.shown) == ("26/20", True, True)
    assert row.sentence == "3 of 1, Front door, now, 26 of 20 minutes"


def test_a_private_item_says_so_in_its_row():
    (row,) = rows_of(Item("Contract", "8", part=2))
    assert (row.note, row.note_icon) == ("part 2, private", "lock")


def test_an_interest_shows_at_the_item_it_is_about():
    declared = Item("Declarations", "2", entries=(Declaration("I Nolan", item="4"),))
    _, row = rows_of(declared, Item("Review", "4"))
    assert row.note == "I Nolan: interest"
    assert "I Nolan: interest" in row.sentence


def test_an_item_without_a_printed_number_goes_by_its_place():
    assert [row.number for row in rows_of(Item("A"), Item("B"))] == ["1", "2"]


def test_people_stand_under_their_groups_with_counts():
    heads = [r for r in person_rows([Attendee("A", Status.PRESENT), Attendee("B")], start=None) if r.heading]
    assert [(h.text, h.right) for h in heads] == [("Members", "1 of 2 present")]


def test_a_deputy_and_the_one_stood_in_for_name_each_other():
    hart, nolan = people(
        Attendee("Dr P Hart", Status.APOLOGIES), Attendee("I Nolan", Status.PRESENT, deputy_for=("Dr P Hart",))
    )
    assert (hart.note, nolan.note) == ("apologies, deputy I Nolan", "deputy for Dr P Hart")
    assert nolan.sentence == "I Nolan, present, deputy for Dr P Hart"


def test_who_joined_late_and_who_left_early_is_said():
    joined = Attendee("A", Status.PRESENT, intervals=(Interval(time(9, 58), None, "3"),))
    left = Attendee("B", Status.PRESENT, intervals=(Interval(time(9, 30), time(10, 41), "4"),))
    gone = Attendee("C", Status.PRESENT, intervals=(Interval(None, time(10, 41), "4"),))
    assert [r.note for r in people(joined, left, gone)] == [
        "joined 09:58, item 3",
        "09:30 to 10:41, left in item 4",
        "left 10:41, item 4",
    ]
    assert [r.state for r in people(joined, left, gone)] == ["present", "left", "left"]


def test_who_came_at_the_start_has_no_second_line():
    assert people(Attendee("A", Status.PRESENT, intervals=(Interval(time(9, 30)),)))[0].note == ""


def test_a_person_known_by_role_only_has_a_row():
    assert people(Attendee(None, Status.PRESENT, role="Governor"))[0].text == "Governor"


def test_the_clerk_is_tagged_by_role_and_a_guest_by_organisation():
    clerk, guest = people(
        Attendee("R Devlin", group=Group.IN_ATTENDANCE, role="Clerk", organisation="Council"),
        Attendee("J Amari", group=Group.IN_ATTENDANCE, role="Head", organisation="Council"),
    )
    assert (clerk.tag, guest.tag) == ("Clerk", "Council")


def test_an_overdue_action_says_so_in_words():
    action = Action("write", ("A",), Due(DueKind.DATE, date(2026, 8, 1)), ref="3.1")
    (row,) = item_rows([action], date(2026, 9, 1))
    assert row.tone == "bad"
    assert row.sentence == "Action 3.1, write, owners A, due Sat 1 Aug 2026, overdue, Open"


def test_a_carried_action_says_where_it_was_raised():
    entry = LogAction(Action("write", status=Progress.DONE), "b", "Board", "m", "M1", date(2026, 7, 7), "i", "3", "X")
    (row,) = carried_rows([entry], date(2026, 9, 1))
    assert (row.tone, row.icon) == ("good", "check")
    assert row.sentence.endswith("Done, raised Tue 7 Jul 2026")


def test_words_are_found_over_all_items_whatever_their_case():
    items = [Item("Front door", "1", entries=(Paragraph("The **Front** office."),)), Item("Other", "2")]
    hits = find(items, "front")
    assert [(h.item_id, h.start is not None) for h in hits] == [(items[0].id, False), (items[0].id, True)]
    assert (hits[1].start.offset, hits[1].end.offset) == (4, 9)


def test_an_owner_is_found_at_their_action():
    items = [Item("A", "1", entries=(Action("write", ("Det Supt K Rowe",)),))]
    (hit,) = find(items, "rowe")
    assert (hit.start.entry, hit.end) == (items[0].entries[0].id, None)


def test_empty_words_find_nothing():
    assert find([Item("A")], "") == []


def test_the_place_in_the_name_of_the_body_goes_without_saying():
    board = "Norbury Children's Improvement Board"
    assert short_name("Norbury Council", board) == "Council"
    assert short_name("Norbury", board) == "Norbury"
    assert short_name("Probation Service", board) == "Probation Service"
    assert short_name("Department for Education", "Department Board") == "Department for Education"


def test_among_actions_carried_forward_the_word_carried_is_left_out():
    action = Action("write", ("A",), Due(DueKind.DATE, date(2026, 10, 6)), status=Progress.CARRIED, ref="1.1")
    (there,) = item_rows([action], date(2026, 9, 1))
    entry = LogAction(action, "b", "Board", "m", "M1", date(2026, 7, 7), "i", "3", "X")
    (over,) = carried_rows([entry], date(2026, 9, 1))
    assert "carried" in there.due
    assert "carried" not in over.due


def test_an_owner_who_is_a_stranger_to_the_meeting_is_in_doubt_on_the_sheet():
    action = Action("ring round", ("J Amari", "tb"))
    assert [(chip.words, chip.state) for chip in chips_of(action, lambda name: name == "tb")] == [
        ("J Amari", "plain"), ("tb", "warn"),
    ]  # fmt: skip
    assert {chip.state for chip in chips_of(action)} == {"plain"}
