"""What the desk itself puts into minutes is in the language of their body, whatever the screen speaks."""

from datetime import UTC, date, datetime, time

import pytest

from tests.documents.test_paper_language import unsaid
from wibdesk.documents.paper_language import PSEUDO
from wibdesk.domain.action_review import Reviewed, Step
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action
from wibdesk.domain.paper_words import writing_in
from wibdesk.domain.previous_minutes import Outcome, decision_on
from wibdesk.services import action_log, exclusion, house_styles, meetings, sittings
from wibdesk.services.action_review import review
from wibdesk.services.previous_minutes import previous_minutes

NEXT = Due(DueKind.DATE, date(2026, 10, 6))


@pytest.fixture
def body(clerk):
    made = clerk.body()
    clerk.do(house_styles.copy_style, {"label": "Other", "language": PSEUDO}, "Other", body_id=made.id)
    return made


@pytest.fixture
def july(clerk, body):
    made = clerk.meeting(body, date(2026, 7, 7))
    clerk.write(made.items[0], Action("42", ("7",), NEXT))
    return made


@pytest.fixture
def held(clerk, body, july):
    return clerk.meeting(body, date(2026, 9, 1))


def entries(clerk, held, n):
    return clerk.ask(meetings.meeting, held.id).items[n].entries


def test_the_public_leave_and_come_back(clerk, held):
    clerk.do(exclusion.exclude_public, held.id, held.items[2].id, time(15))
    clerk.do(exclusion.readmit_public, held.id, held.items[3].id, time(16))
    resolved, left = entries(clerk, held, 1)
    assert resolved.parts[0].startswith("⟦That the public be excluded")
    assert (left.text, entries(clerk, held, 3)[0].text) == (
        "⟦The public left the meeting at ⟦3 pm⟧.⟧", "⟦The public returned at ⟦4 pm⟧.⟧",
    )  # fmt: skip


def test_an_action_that_is_gone_through_and_found_again(clerk, july, held):
    action = clerk.ask(meetings.meeting, july.id).actions()[0][1]
    for step in (Step.OPEN, Step.IN_PROGRESS, Step.DONE, Step.CLOSED, Step.CARRIED):
        later = Due(DueKind.DATE, date(2026, 11, 3)) if step is Step.CARRIED else None
        at = datetime(2026, 9, 1, 9, tzinfo=UTC)
        clerk.do(review, action.id, Reviewed(step, later), at=at, item_id=held.items[3].id)
        (sentence,) = entries(clerk, held, 3)
        assert not any(letter.isalpha() for letter in unsaid(sentence.text))
    found = clerk.ask(action_log.history, action.id)
    assert sentence.text in [minuted.sentence for minuted in found.meetings.values()]


def test_the_last_minutes_are_approved(clerk, held):
    last = clerk.ask(previous_minutes, held.id)
    assert last.forms.words == clerk.ask(sittings.forms_of, held.id).words
    with writing_in(last.forms.words):
        approved, deferred = (decision_on(outcome, last.details.date, "general").parts[0] for outcome in Outcome)
    assert not any(letter.isalpha() for letter in unsaid(approved) + unsaid(deferred))
