"""Each step in the review of an action has its sentence, which takes the place of the one before."""

from dataclasses import replace
from datetime import date

import pytest

from wibdesk.domain.action_review import Reviewed, Step, sentence_on, with_sentence
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Bullet, Paragraph

OCTOBER = Due(DueKind.DATE, date(2026, 10, 6))
AT_MEETING = Due(DueKind.MEETING, date(2026, 10, 6), as_written="October board")
MAP = Action("heat map of **vacancies**.", ("J Amari", "K Rowe"), Due(DueKind.DATE, date(2026, 9, 1)), ref="3.1")
LEAD = "Action 3.1 (J Amari, K Rowe), heat map of vacancies"


@pytest.mark.parametrize(
    ("reviewed", "said"),
    [
        (Reviewed(Step.DONE), "reported as done"),
        (Reviewed(Step.CLOSED), "completed and closed"),
        (Reviewed(Step.CLOSED, words="sent on 3 September."), "completed and closed; sent on 3 September"),
        (Reviewed(Step.IN_PROGRESS), "in progress"),
        (Reviewed(Step.OPEN), "open"),
        (Reviewed(Step.CARRIED, OCTOBER), "carried forward to 6 October 2026 (was 1 September 2026)"),
        (Reviewed(Step.CARRIED, MAP.due), "carried forward to 1 September 2026"),
        (
            Reviewed(Step.CARRIED, OCTOBER, "data late"),
            "carried forward to 6 October 2026 (was 1 September 2026); data late",
        ),
        (Reviewed(Step.CARRIED, AT_MEETING), "carried forward to the meeting of 6 October 2026 (was 1 September 2026)"),
        (Reviewed(Step.NOTED, words="a draft is with partners"), "a draft is with partners"),
    ],
)
def test_the_sentence_names_the_action_and_what_became_of_it(reviewed, said):
    assert sentence_on(MAP, reviewed) == f"{LEAD}: {said}."


def test_a_new_wording_names_the_action_that_takes_its_place():
    assert sentence_on(MAP, Reviewed(Step.REWORDED, words="x"), "2.1") == f"{LEAD}: replaced by action 2.1."


def test_an_action_without_reference_or_owner_is_named_by_its_words():
    assert sentence_on(Action("ring round"), Reviewed(Step.DONE)) == "Action “ring round”: reported as done."


def test_the_sentence_comes_last_and_the_next_one_takes_its_place():
    before = (Bullet("Two posts were filled."), Paragraph("Action 3.10 (B): open."), Paragraph("Later."))
    first = with_sentence(before, MAP, sentence_on(MAP, Reviewed(Step.DONE)))
    assert first[:3] == before
    second = with_sentence(first, MAP, sentence_on(MAP, Reviewed(Step.CLOSED)))
    assert [entry.text for entry in second[3:]] == [f"{LEAD}: completed and closed."]
    assert second[3].id == first[3].id
    assert with_sentence(second, MAP, "") == before
    assert with_sentence(before, MAP, "") == before


def test_signs_of_the_markup_in_an_action_stay_letters():
    starred = Action("count \\*all\\* visits", ref="4.1")
    (made,) = with_sentence((), starred, sentence_on(starred, Reviewed(Step.DONE)))
    assert made.text == "Action 4.1, count \\*all\\* visits: reported as done."


def test_a_sentence_on_another_action_of_the_same_reference_stays():
    other = replace(MAP, text="write to every school")
    both = with_sentence((), MAP, sentence_on(MAP, Reviewed(Step.CLOSED)))
    both = with_sentence(both, other, sentence_on(other, Reviewed(Step.DONE)))

    assert len(both) == 2
    assert len(with_sentence(both, other, sentence_on(other, Reviewed(Step.CLOSED)))) == 2
