"""Excluding the public: the items are named, the paragraph is that of the items, and the house has its own words."""

from dataclasses import replace
from datetime import time

from wibdesk.domain.agenda import Item
from wibdesk.domain.entries import Decision, Paragraph
from wibdesk.domain.exclusion import exclusion, private_run, public_left, public_returned, says_already
from wibdesk.domain.house_style import PLAIN

OPEN = Item("Workforce", "6")
LEASE = Item("Lease of the centre.", "7", part=2, exempt_paragraph="3")
STAFF = Item("Staff matter", "8", part=2, exempt_paragraph="1")
AFTER = Item("Any other business", "9")
AGENDA = (OPEN, LEASE, STAFF, AFTER)


def words(*items):
    return exclusion(items, PLAIN, "Resolved").parts[0]


def test_the_items_of_part_2_that_come_next_are_taken_together():
    assert private_run(AGENDA, OPEN.id) == (LEASE, STAFF)
    assert private_run(AGENDA, STAFF.id) == (STAFF,)
    assert private_run(AGENDA, AFTER.id) == ()


def test_the_resolution_names_the_item_and_the_paragraph():
    said = words(LEASE)
    assert said.startswith("That the public be excluded from the meeting for item 7, Lease of the centre, because")
    assert "described in paragraph 3 of Part 1 of Schedule 12A" in said


def test_several_items_are_named_by_number_with_each_paragraph_once():
    assert "for items 7 and 8, because" in words(LEASE, STAFF)
    assert "in paragraphs 3 and 1 of Part 1" in words(LEASE, STAFF)
    assert "in paragraph 3 of Part 1" in words(LEASE, replace(STAFF, exempt_paragraph="3"))


def test_items_without_numbers_are_named_by_title():
    assert "for “Lease of the centre” and “Staff matter”, because" in words(LEASE, replace(STAFF, number=None))


def test_a_paragraph_that_nobody_gave_is_a_gap():
    assert "in paragraph @@ of Part 1" in words(replace(LEASE, exempt_paragraph=None))


def test_the_house_has_its_own_words_and_times():
    style = replace(PLAIN, public_left_words="Press left, {time}.", public_back_words="Back {time}.", time_form="14:30")
    assert public_left(style, time(15, 50)).text == "Press left, 15:50."
    assert public_returned(style, time(16, 5)).text == "Back 16:05."
    assert exclusion((LEASE,), replace(PLAIN, exclusion_words="In private: {items}."), "Agreed").parts == (
        "In private: item 7, Lease of the centre.",
    )


def test_a_resolution_that_stands_there_is_known_again():
    made = exclusion((LEASE,), PLAIN, "Resolved")
    assert says_already((Paragraph("x"), replace(made, id="other")), made)
    assert not says_already((Paragraph("x"), Decision(("That it be so.",), "Resolved")), made)
