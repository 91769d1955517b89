"""The log as its screen asks for it: views, headings, order and counts as SQL, and acts on many actions at once."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.benchmarks.large_log import TODAY, write_log
from tests.registers import NOW, Clerk, clock
from wibdesk.domain.action_history import latest_sentence, story
from wibdesk.domain.action_review import Reviewed, Step
from wibdesk.domain.actions import Judgement, is_overdue, last_day
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Paragraph, Progress
from wibdesk.domain.log_views import GROUPS, ORDERS, VIEWS, LogView
from wibdesk.domain.people import Person
from wibdesk.domain.rag import WORDS, rag_in_log
from wibdesk.errors import UserError
from wibdesk.services import action_log, actions, attendance, checking, meetings, saved_views
from wibdesk.services.action_review import review

AT = datetime(2026, 9, 1, 8, 30, tzinfo=UTC)
JULY = date(2026, 7, 1)
DAY = NOW.date()


def due(month, day):
    return Due(DueKind.DATE, date(2026, month, day))


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """A register with 300 invented actions of three bodies."""
    path = tmp_path_factory.mktemp("log") / "log.wibdesk"
    write_log(path, 30)
    clerk = Clerk(path)
    rows = clerk.ask(actions.log)
    months = [row.action.id for row in rows[::7]]
    clerk.do(action_log.move_due, months[::2], Due(DueKind.MONTH, month=date(2026, 9, 1)))
    clerk.do(action_log.move_due, months[1::2], Due(as_written="ASAP"))
    clerk.do(action_log.judge, [row.action.id for row in rows[::5]], Judgement(AT, "Green", "accepted"))
    clerk.do(action_log.move_due, [row.action.id for row in rows[::10]], due(12, 24))
    yield clerk
    clerk.desk.close()


def in_view(row, view):
    status = row.action.status
    return {
        "open": status.unfinished or status is Progress.DONE,
        "overdue": is_overdue(row.action, TODAY),
        "done": status is Progress.DONE,
        "closed": not status.unfinished and status is not Progress.DONE,
        "all": True,
    }[view]


def shown(clerk, view):
    return clerk.ask(action_log.log_of, view, TODAY)


def ids(rows):
    return {row.action.id for row in rows}


@pytest.mark.parametrize("view", [name for name, _ in VIEWS])
def test_each_view_shows_what_its_name_says_and_the_counts_agree(large, view):
    wanted = {row.action.id for row in large.ask(actions.log) if in_view(row, view)}
    page = large.ask(action_log.log_page, LogView(view), TODAY)
    assert set(page.ids) == wanted
    assert page.counts[view] == len(wanted) == page.total


@pytest.mark.parametrize("word", WORDS)
def test_the_rag_word_in_sql_is_that_of_the_rule(large, word):
    wanted = {row.action.id for row in large.ask(actions.log) if rag_in_log(row, TODAY) == word}
    assert wanted
    assert ids(shown(large, LogView("all", rag=word))) == wanted


@pytest.mark.parametrize(
    ("view", "fits"),
    [
        (LogView("all", owner="rowe"), lambda row: any("Rowe" in name for name in row.action.owners)),
        (LogView("all", organisation="police"), lambda row: any("Police" in name for name in row.organisations)),
        (LogView("all", due_before=TODAY), lambda row: (last_day(row.action.due) or date.max) < TODAY),
        (LogView("all", raised_from=JULY), lambda row: row.meeting_date >= JULY),
        (LogView("all", raised_before=JULY), lambda row: row.meeting_date < JULY),
        (LogView("all", due_from=TODAY), lambda row: (last_day(row.action.due) or date.min) >= TODAY),
        (LogView("all", words="workforce"), lambda row: "workforce" in row.action.text + row.item_title),
        (LogView("all", words="M7"), lambda row: "m7" in row.meeting_ref.lower()),
        (LogView("all", words="zebra"), lambda _: False),
    ],
)
def test_filters_find_what_python_finds(large, view, fits):
    assert ids(shown(large, view)) == {row.action.id for row in large.ask(actions.log) if fits(row)}


@pytest.mark.parametrize("group", [name for name, _ in GROUPS])
@pytest.mark.parametrize("order", [name for name, _ in ORDERS])
def test_groups_hold_every_action_of_the_view_once_under_each_heading(large, group, order):
    page = large.ask(action_log.log_page, LogView("all", group_by=group, order=order), TODAY, 3, 5)
    assert set(page.ids) == ids(large.ask(actions.log))
    assert [row.action.id for row in page.lines] == list(page.ids[3:8])
    if group != "none":
        assert [g.start for g in page.groups] == [
            sum(g.count for g in page.groups[:n]) for n in range(len(page.groups))
        ]
        assert sum(g.count for g in page.groups) == len(page.ids)
        assert len({g.name for g in page.groups}) == len(page.groups)


def test_under_the_headings_of_owners_stand_only_those_asked_for(large):
    page = large.ask(action_log.log_page, LogView("all", group_by="owner", owner="A Rowe"), TODAY)
    assert [group.name for group in page.groups] == ["A Rowe"]
    assert ids(large.ask(action_log.log_lines, [*page.ids, "gone"])) == set(page.ids)


def test_the_other_way_round_turns_the_order(large):
    there = large.ask(action_log.log_page, LogView("all", group_by="none", order="due"), TODAY, 0, 300).lines
    back = large.ask(
        action_log.log_page, LogView("all", group_by="none", order="due", backwards=True), TODAY, 0, 300
    ).lines
    days = [last_day(row.action.due) for row in there if last_day(row.action.due)]
    assert days == sorted(days)
    assert [last_day(row.action.due) for row in back if last_day(row.action.due)] == days[::-1]


def test_names_to_choose_are_those_of_the_body(large):
    owners, organisations = large.ask(action_log.names_to_choose, "")
    assert "A Rowe" in owners
    assert "Norbury Police" in organisations
    body_id = large.ask(actions.log)[0].body_id
    assert large.ask(action_log.names_to_choose, body_id)[1] == organisations
    assert large.ask(action_log.size_of_log, "") == 300


@pytest.fixture
def board(clerk):
    """A board with a meeting in July that raised three actions."""
    body = clerk.body(members=[Person("", "Kit Rowe", printed="Dr Kit Rowe", organisation="Norbury Trust")])
    july = clerk.meeting(body, date(2026, 7, 7))
    clerk.write(
        july.items[2], Paragraph("The board heard of *delays*."),
        Action("send the **work**force return", ("Dr Kit Rowe", "Bo Ángel"), due(8, 1)),
        Action("Ärger with the _lift_", ("Bo",), Due(DueKind.MEETING, date(2026, 10, 6))),
        Action("100% of figures", (), Due(as_written="ASAP")),
    )  # fmt: skip
    return body


def rows_of(clerk):
    return clerk.ask(actions.log)


def found(clerk, words, **more):
    return [row.action.text for row in clerk.ask(action_log.log_of, LogView("all", words=words, **more), DAY)]


RETURN, LIFT, FIGURES = "send the **work**force return", "Ärger with the _lift_", "100% of figures"


@pytest.mark.parametrize(
    ("words", "texts"),
    [
        ("WORKFORCE", [RETURN]),
        ("ängel", []),
        ("ángel", [RETURN]),
        ("ÄRGER", [LIFT]),
        ("100%", [FIGURES]),
        ("10_%", []),
        ("asap", [FIGURES]),
        ("norbury trust", [RETURN]),
        ("6 Oct 2026", [LIFT]),
        ("6/10/2026", [LIFT]),
        ("1 aug", [RETURN]),
        ("jul", [RETURN, LIFT, FIGURES]),
        ("3.2", [LIFT]),
    ],
)
def test_words_are_found_wherever_the_log_shows_them(clerk, board, words, texts):
    assert found(clerk, words) == texts


def test_the_organisation_at_the_meeting_counts_before_that_of_the_roster(clerk, board):
    row = rows_of(clerk)[0]
    clerk.do(attendance.walk_in, row.meeting_id, "Bo Ángel", organisation="Estmere Police")
    assert found(clerk, "estmere") == [RETURN]
    page = clerk.ask(action_log.log_page, LogView("all", group_by="organisation"), DAY)
    assert [(g.name, g.count) for g in page.groups] == [
        ("No organisation known", 2), ("Estmere Police", 1), ("Norbury Trust", 1)
    ]  # fmt: skip


def test_many_actions_are_marked_as_one_step_with_who_and_at_which_meeting(clerk, board):
    sitting = clerk.meeting(board, date(2026, 9, 1))
    clerk.do(meetings.start_meeting, sitting.id, clock(9))
    many = [row.action.id for row in rows_of(clerk)]
    clerk.do(action_log.mark, many, Progress.DONE, " All in ", at=AT, by="R Devlin", undo="3 actions: done")
    assert {row.action.status for row in rows_of(clerk)} == {Progress.DONE}
    update = rows_of(clerk)[0].updates[-1]
    assert (update.note, update.by, update.reported_in_id) == ("All in", "R Devlin", sitting.id)
    clerk.undo()
    assert {row.action.status for row in rows_of(clerk)} == {Progress.OPEN}
    assert clerk.ask(checking.check) == ()


def test_cancelled_needs_a_reason_and_superseded_a_reason_or_a_successor(clerk, board):
    first, second, third = (row.action.id for row in rows_of(clerk))
    with pytest.raises(UserError, match="Cancelled why"):
        clerk.do(action_log.mark, [first], Progress.CANCELLED, " ", at=AT)
    with pytest.raises(UserError, match="Replaced by which action"):
        clerk.do(action_log.replace_by, [first], "", at=AT)
    clerk.do(action_log.replace_by, [first, third], "3.2", at=AT, by="R Devlin")
    clerk.do(action_log.replace_by, [second], "the board asked for something else", at=AT)
    one, two, three = rows_of(clerk)
    assert (one.updates[-1].successor_id, one.updates[-1].note) == (second, "Replaced by action 3.2")
    assert three.updates[-1].successor_id == second
    assert (two.updates[-1].successor_id, two.updates[-1].note) == (None, "the board asked for something else")
    assert all(row.action.status is Progress.SUPERSEDED for row in (one, two, three))


def test_of_two_actions_with_one_reference_the_newer_takes_the_place_and_the_note_says_its_day(clerk, board):
    first = rows_of(clerk)[0].action.id
    october = clerk.meeting(board, date(2026, 10, 6))
    clerk.write(october.items[2], Action("one"), Action("two"))
    clerk.do(action_log.replace_by, [first], "3.2", at=AT)
    update = next(row for row in rows_of(clerk) if row.action.id == first).updates[-1]
    newer = next(row.action.id for row in rows_of(clerk) if row.action.text == "two")
    assert (update.successor_id, update.note) == (newer, "Replaced by action 3.2 of 6 October 2026")


def test_a_moved_date_keeps_who_when_and_at_which_meeting(clerk, board):
    first = rows_of(clerk)[0].action.id
    clerk.do(action_log.move_due, [first], due(9, 20), by="R Devlin")
    sitting = clerk.meeting(board, date(2026, 9, 1))
    clerk.do(meetings.start_meeting, sitting.id, clock(9))
    clerk.do(action_log.move_due, [first], due(9, 30))
    dues = rows_of(clerk)[0].dues
    assert [(change.was, change.by, change.meeting_id) for change in dues] == [
        (due(8, 1), "R Devlin", None), (due(9, 20), "", sitting.id)
    ]  # fmt: skip
    assert dues[0].at == NOW.replace(tzinfo=UTC)


def test_a_meeting_that_moves_takes_its_deadlines_along_and_nothing_slips(clerk, board):
    october = clerk.meeting(board, date(2026, 10, 6))
    details = clerk.whole(october).details
    clerk.do(meetings.change_details, replace(details, date=date(2026, 12, 1)))
    row = rows_of(clerk)[1]
    assert row.action.due.date == date(2026, 12, 1)
    assert rag_in_log(row, DAY) == "Green"
    assert row.action.id in ids(clerk.ask(action_log.log_of, LogView("all", rag="Green"), DAY))


def test_words_and_owners_are_changed_and_words_as_before_keep_their_marks(clerk, board):
    first, second, _ = (row.action.id for row in rows_of(clerk))
    clerk.do(action_log.reword, first, "send the  workforce return")
    assert rows_of(clerk)[0].action.text == RETURN
    clerk.do(action_log.reword, first, "send both *returns")
    clerk.do(action_log.give_to, [first, second], ["Bo"])
    one, two, _ = rows_of(clerk)
    assert (one.action.text, one.action.owners, two.action.owners) == ("send both \\*returns", ("Bo",), ("Bo",))
    with pytest.raises(UserError, match="needs its words"):
        clerk.do(action_log.reword, first, "  ")


def test_a_judgement_needs_a_word_that_is_set_by_hand_and_a_reason(clerk, board):
    first = rows_of(clerk)[0].action.id
    with pytest.raises(UserError, match="no RAG word that is set by hand"):
        clerk.do(action_log.judge, [first], Judgement(AT, "Complete", "so"))
    with pytest.raises(UserError, match="Green why"):
        clerk.do(action_log.judge, [first], Judgement(AT, "Green", " "))
    clerk.do(action_log.judge, [first], Judgement(AT, "Green", " the board accepts it ", "R Devlin"), undo="Green")
    assert rows_of(clerk)[0].judgement == Judgement(AT, "Green", "the board accepts it", "R Devlin")
    clerk.do(action_log.judge, [first], Judgement(AT + timedelta(hours=1), ""))
    assert rag_in_log(rows_of(clerk)[0], DAY) == "Red"
    assert len(clerk.ask(action_log.history, first).judgements) == 2


def test_nothing_is_done_with_no_actions(clerk, board):
    assert clerk.do(action_log.mark, [], Progress.DONE, at=AT) == ()
    assert not clerk.changes.kinds


def test_the_story_goes_from_the_raising_over_each_meeting_to_the_last_word(clerk, board):
    row = rows_of(clerk)[0]
    september = clerk.meeting(board, date(2026, 9, 1))
    item = september.items[2]
    clerk.do(
        review, row.action.id, Reviewed(Step.CARRIED, due(10, 6), "Late data."), at=AT, item_id=item.id, by="R Devlin"
    )
    clerk.do(action_log.judge, [row.action.id], Judgement(AT + timedelta(hours=1), "Red", "cannot be done"))
    clerk.do(action_log.replace_by, [row.action.id], "3.2", at=AT + timedelta(hours=2))
    row = rows_of(clerk)[0]
    history = clerk.ask(action_log.history, row.action.id)
    assert history.raised.sentence == "The board heard of delays."
    steps = story(row, history)
    assert [(step.kind, step.words) for step in steps] == [
        ("status", "Replaced by action 3.2"),
        ("judged", "Red by hand: cannot be done"),
        ("due", "Moved from Sat 1 Aug 2026 to Tue 6 Oct 2026"),
        ("status", "Late data."),
        ("raised", "Raised at item 3, due Sat 1 Aug 2026"),
    ]
    assert "At the meeting of Tue 1 Sep 2026" in steps[2].more
    assert "recorded by R Devlin" in steps[3].more
    last = latest_sentence(row, history)
    assert last.item_id == item.id
    assert last.sentence.startswith("Action 3.1 (Dr Kit Rowe, Bo Ángel), send the workforce return: carried forward")


def test_views_are_kept_by_name_changed_by_the_same_name_and_removed(clerk, board):
    mine = clerk.do(saved_views.keep_view, " Mine ", LogView(owner="Bo", body_id=board.id), undo="Kept")
    clerk.do(saved_views.keep_view, "Second", LogView("overdue"))
    again = clerk.do(saved_views.keep_view, "mine", LogView(owner="Kit"))
    assert again.id == mine.id
    clerk.restart()
    assert [(one.name, one.view.owner) for one in clerk.ask(saved_views.saved_views)] == [
        ("Mine", "Kit"),
        ("Second", ""),
    ]
    clerk.do(saved_views.remove_view, mine.id)
    with pytest.raises(UserError, match="no longer kept"):
        clerk.do(saved_views.remove_view, mine.id)
    with pytest.raises(UserError, match="needs a name"):
        clerk.do(saved_views.keep_view, " ", LogView())
    with pytest.raises(UserError, match="body"):
        clerk.do(saved_views.keep_view, "Of nobody", LogView(body_id="gone"))
    for number in range(8):
        clerk.do(saved_views.keep_view, f"View {number}", LogView())
    with pytest.raises(UserError, match="9 views are kept already"):
        clerk.do(saved_views.keep_view, "One more", LogView())
    assert clerk.ask(checking.check) == ()
