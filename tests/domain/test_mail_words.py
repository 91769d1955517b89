"""The words of messages: slots, what is left out where nothing is known, and a person's own actions."""

from datetime import date

import pytest

from wibdesk.domain.actions import LogAction
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action
from wibdesk.domain.mail import MailKind, MailTemplate
from wibdesk.domain.mail_words import (
    DEFAULTS,
    SLOTS,
    actions_remark,
    checked_template,
    corrections_day,
    filled,
    filled_line,
    full_due,
    named,
    own_actions,
    signed,
    unknown_slots,
)
from wibdesk.errors import UserError

TODAY = date(2026, 9, 2)


def row(text, due, *owners, ref="1.1", meeting="m", day=date(2026, 9, 1)):
    return LogAction(Action(text, owners, due, ref=ref), "b", "Board", meeting, "M1", day, "i", "1", "Front door")


def on(day):
    return Due(DueKind.DATE, day)


@pytest.mark.parametrize("kind", MailKind)
def test_what_the_desk_ships_can_be_used(kind):
    assert checked_template(DEFAULTS[kind]) == DEFAULTS[kind]


def test_a_slot_is_filled_in_any_spelling_and_with_a_capital_where_it_has_one():
    values = {"minutes": "draft minutes", "date of meeting": "1 September 2026"}
    assert filled("{Minutes} of {date  of Meeting}.", values) == "Draft minutes of 1 September 2026."


def test_a_sentence_about_nothing_is_left_out_and_with_it_an_empty_line():
    words = "Dear all,\n\n{next meeting} it is.\n\nSend corrections. The next meeting is on {next meeting}. Yours"
    assert filled(words, {"next meeting": ""}) == "Dear all,\n\nSend corrections. Yours"
    assert filled("The next is {next meeting}.", {}) == "The next is {next meeting}."


def test_a_subject_ends_with_no_loose_comma():
    assert filled_line("{body}, {date of meeting}", {"body": "Board", "date of meeting": ""}) == "Board"
    assert filled_line("{body}: {minutes}", {"body": "", "minutes": "minutes"}) == ": minutes"


def test_unknown_slots_are_told_with_those_that_there_are():
    assert unknown_slots("{Name} {nmae} {x} {nmae}") == ("nmae", "x")
    with pytest.raises(UserError) as told:
        checked_template(MailTemplate(MailKind.MINUTES, "Minutes", "Dear {nmae}"))
    assert str(told.value).startswith("There is no slot {nmae}: use one of {body}, ")
    assert all(f"{{{slot}}}" in str(told.value) for slot in SLOTS)


def test_a_template_needs_words_and_not_too_many():
    with pytest.raises(UserError, match="needs a subject and words"):
        checked_template(MailTemplate(MailKind.MINUTES, "Minutes", "  "))
    with pytest.raises(UserError, match="20,001 letters long"):
        checked_template(MailTemplate(MailKind.SIGNATURE, "", "x" * 20_001))
    with pytest.raises(UserError, match="a line break"):
        checked_template(MailTemplate(MailKind.MINUTES, "a\nb", "words"))


def test_what_many_get_has_each_name_in_its_slot():
    assert named("Dear {Name},", "Ann") == "Dear Ann,"
    assert named("Dear {name},", "") == "Dear colleague,"
    assert named("Dear all,\n\n\n\nthanks", "Ann") == "Dear all,\n\n\n\nthanks"


def test_a_signature_stands_below():
    assert signed("Dear Ann\n", " Ben\n") == "Dear Ann\n\nBen"
    assert signed("Dear Ann", "") == "Dear Ann"


def test_corrections_come_within_a_week():
    assert corrections_day(TODAY) == date(2026, 9, 9)


def test_own_actions_are_told_whole_with_what_is_overdue_first():
    rows = [
        row("send *maps*", on(date(2026, 10, 6)), "Ann", "Ben", "Cleo", ref="3.1"),
        row("ask", Due(), "Ann", ref=None),
        row("write", on(date(2026, 8, 1)), "Ann", ref="2.1", meeting="other", day=date(2026, 7, 7)),
    ]
    assert own_actions(rows, ["ann"], TODAY, "m") == (
        "2.1  write\n    Due: Saturday 1 August 2026, overdue\n    Raised on Tuesday 7 July 2026\n\n"
        "3.1  send maps\n    Due: Tuesday 6 October 2026\n    Together with Ben and Cleo\n\n"
        "ask\n    Due: no date is set"
    )
    assert actions_remark(rows, TODAY) == "3 actions, 1 joint, 1 overdue"
    assert actions_remark(rows[1:2], TODAY) == "1 action"


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (Due(DueKind.MEETING, date(2026, 10, 6)), "the meeting on Tuesday 6 October 2026"),
        (Due(DueKind.FROM, date(2026, 10, 6)), "from Tuesday 6 October 2026"),
        (Due(DueKind.MONTH, month=date(2026, 10, 1)), "October 2026"),
        (
            Due(DueKind.RANGE, start=date(2026, 10, 5), end=date(2026, 10, 9)),
            "Monday 5 October 2026 to Friday 9 October 2026",
        ),
        (Due(as_written="31/9"), "“31/9” as written"),
        (Due(DueKind.MEETING), ""),
    ],
)
def test_a_deadline_is_said_with_its_day_of_the_week(due, words):
    assert full_due(due) == words


def test_a_name_of_many_commas_and_dashes_holds_nobody_up():
    assert filled_line("Minutes: {body}", {"body": "- , " * 5_000 + "x"}).endswith("- , x")
    assert filled_line("Minutes: {body}, ", {"body": ", - " * 5_000}) == "Minutes"


def test_braces_around_nothing_are_words_like_others():
    assert named("Dear {name},\n\nUse {} here.", "Ann") == "Dear Ann,\n\nUse {} here."
