"""The story of an action where little is known of it."""

from datetime import UTC, date, datetime

from wibdesk.domain.action_history import History, Minuted, latest_sentence, story
from wibdesk.domain.actions import ActionUpdate, DueChange, Judgement, LogAction
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Progress

AT = datetime(2026, 8, 20, tzinfo=UTC)
RAISED = Minuted("m", "M1", "i", "")
OCTOBER = Due(DueKind.MEETING, date(2026, 10, 6))


def row(**more):
    action = Action("x", due=more.pop("due", Due()), status=more.pop("status", Progress.OPEN))
    return LogAction(action, "b", "Board", "m", "M1", None, "i", None, "Any other business", **more)


def told(one, history=None):
    return [(step.kind, step.words, step.more) for step in story(one, history or History(RAISED))]


def test_an_action_with_no_day_and_no_step_was_only_raised():
    assert told(row()) == [("raised", "Raised", "Board")]
    assert story(row(), History(RAISED))[0].day == "M1"
    assert latest_sentence(row(), History(RAISED)) == RAISED


def test_a_deadline_may_move_with_its_meeting_or_go():
    before = DueChange(AT, Due(DueKind.MEETING, date(2026, 9, 1)))
    assert told(row(due=OCTOBER, dues=(before,)))[0] == (
        "due", "Moved from Tue 1 Sep 2026 meeting to Tue 6 Oct 2026 meeting", "The meeting itself moved",
    )  # fmt: skip
    gone = DueChange(AT, OCTOBER, None, "R Devlin")
    assert told(row(dues=(gone,)))[0] == (
        "due", "No date any more, was Tue 6 Oct 2026 meeting", "Outside a meeting · recorded by R Devlin",
    )  # fmt: skip


def test_a_step_without_words_says_whose_word_it_is_and_a_successor_is_named():
    done = ActionUpdate(AT, Progress.DONE)
    replaced = ActionUpdate(AT, Progress.SUPERSEDED, "asked anew", successor_id="s")
    history = History(RAISED, (Judgement(AT, ""),), references={"s": "4.1"})
    assert told(row(updates=(done, replaced)), history)[:3] == [
        ("status", "Done, its owner says", ""),
        ("status", "asked anew", "Superseded · see action 4.1"),
        ("judged", "RAG by the rule again", ""),
    ]
