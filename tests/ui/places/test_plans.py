"""The Plans place, worked by keys in a real window on a real register."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from tests.services.plan_samples import norbury_plan, on
from tests.ui.clerk import Clerk, Elsewhere
from ui.cells import text_of
from ui.main_window import PlaceEntry
from ui.place import Where
from ui.places.plans import PlansPlace
from ui.places.plans.timeline import Months, months_of
from wibdesk.desk import Desk
from wibdesk.domain.agenda import Item
from wibdesk.domain.entries import Progress
from wibdesk.domain.plan_tree import part, steps
from wibdesk.interchange.meeting_file import write_plan
from wibdesk.services import actions, agenda, bodies, meetings, plan_taking, plan_tracking
from wibdesk.services.plans import plans

NOW = datetime(2026, 9, 1, 9, 0)
PLACES = (
    PlaceEntry("plans", "Plans", "route", PlansPlace),
    PlaceEntry("preview", "Preview", "book-open", Elsewhere),
    PlaceEntry("body", "Body", "building-2", Elsewhere, at="hidden"),
)
TABLE = (
    "Workstream 1 - Workforce\nActivity\tLead\tMilestones\nHire\tI Nolan\t- Posts out 31/09/26\n- Panel meets 16/10/26"
)


@pytest.fixture
def empty(qtbot, theme, tmp_path):
    desk = Desk(tmp_path / "register.wibdesk", now=lambda: NOW)
    desk.opened.result(30)
    made = Clerk(qtbot, theme, desk, PLACES)
    yield made
    made.go_home()
    desk.close()


@pytest.fixture
def clerk(empty):
    empty.do(plan_taking.take_plan, norbury_plan())
    empty.go("plans")
    return empty


def shown(clerk):
    return [
        text_of(row.cells[1]) if not row.group else text_of(row.cells[0]) for row in clerk.place.table.table_model.rows
    ]


def plan(clerk):
    return clerk.read(plans)[0]


def course(clerk):
    return clerk.read(plan_tracking.course, plan(clerk).id)


def at(clerk, milestone_id, activity_id):
    """Open an activity and go to one of its milestones."""
    clerk.place.toggle(activity_id, to=True)
    assert clerk.place.tracker.choose(milestone_id)


def test_the_tracker_is_a_tree_that_opens(clerk):
    assert shown(clerk)[:3] == [
        "Front door, 1 of 4 milestones done, 1 overdue",
        "Permanent duty team in post, 1 of 3 milestones done, 1 overdue",
        "One definition of re-referral, 0 of 1 milestone done",
    ]
    assert clerk.place.page.bar.sub.accessibleName() == "Norbury Board · 2026/27 · 3 workstreams, 4 activities"
    clerk.press("Down", "Return")
    assert shown(clerk)[2:5] == ["Posts advertised", "Team in post", "First review"]
    row = clerk.place.tracker.table_model.rows[3]
    assert row.sentence == "Milestone of 1.1, Team in post, J Amari, Fri 28 Aug 2026, Red, Open"
    clerk.press("Down", "Left")
    assert clerk.place.thing().part.id == "duty"
    assert len(shown(clerk)) == 7
    clerk.press("Right")
    assert len(shown(clerk)) == 10
    clerk.press("X", "X")
    assert len(shown(clerk)) == 7


def test_progress_of_the_activity_is_that_of_its_next_milestone(clerk):
    clerk.context.settings.change(clerk="N Osei")
    clerk.press("Down", "U")
    assert clerk.place.acts.tracking.progress.what.text() == "Team in post"
    clerk.place.acts.tracking.progress.status.choose("done")
    clerk.press("Tab")
    clerk.type("Both by agency.")
    clerk.press("Ctrl+Return")
    assert part(plan(clerk), "posts").status is Progress.DONE
    (change,) = course(clerk).changes["posts"]
    assert (change.note, change.by) == ("Both by agency.", "N Osei")
    assert clerk.said[-1] == "Milestone done"
    assert clerk.place.tracker.hasFocus()
    clerk.context.operations.undo()
    clerk.settle()
    assert part(plan(clerk), "posts").status is Progress.OPEN


def test_what_is_reported_at_the_meeting_of_today_says_so(clerk):
    body = clerk.read(bodies.bodies)[0]
    meeting = clerk.do(meetings.new_meeting, body.id, date=NOW.date())
    clerk.do(meetings.start_meeting, meeting.id, NOW.time())
    at(clerk, "posts", "duty")
    clerk.press("U")
    form = clerk.place.acts.tracking.progress
    assert (form.told.text(), form.told.isChecked()) == ("Reported at today’s meeting", True)
    clerk.press("Ctrl+Return", "M")
    clerk.type("1/12/26")
    clerk.place.acts.tracking.date.told.setChecked(False)
    clerk.press("Ctrl+Return")
    assert [change.reported_in_id for change in course(clerk).changes["posts"]] == [meeting.id, None]
    before = set(QApplication.topLevelWidgets())
    clerk.press("R")
    assert not [window for window in QApplication.topLevelWidgets() if window.isVisible() and window not in before]


def test_a_date_moves_and_its_slip_is_told_in_row_and_story(clerk):
    at(clerk, "posts", "duty")
    clerk.press("M")
    clerk.type("31/11/26")
    clerk.press("Ctrl+Return")
    form = clerk.place.acts.tracking.date
    assert form.day_field.note.text() == "“31/11/26” names no day: type it as 6 Oct 2026 or 6/10/26."
    form.day.selectAll()
    clerk.type("30/11/26")
    assert form.day_field.note.text() == "Monday 30 November 2026"
    clerk.press("Return")
    clerk.type("No candidates.")
    clerk.press("Ctrl+Return")
    assert part(plan(clerk), "posts").due.date == date(2026, 11, 30)
    row = clerk.place.tracker.current_row()
    assert text_of(row.cells[3]) == "Mon 30 Nov 2026, slipped once, was 28 Aug 2026"
    clerk.press("Return")
    detail = clerk.place.acts.detail
    assert detail.facts["RAG"].text() == "Amber"
    assert detail.facts["Due"].text() == "Monday 30 November 2026, slipped once, was 28 Aug 2026, written “30/11/26”"
    clerk.press("Down")
    assert detail.title.text() == "First review"
    clerk.press("Esc")


def test_a_rag_word_by_hand_wants_its_reason(clerk):
    at(clerk, "definition", "referral")
    clerk.press("R")
    form = clerk.place.acts.tracking.rag
    form.word.choose("Red")
    clerk.press("Ctrl+Return")
    assert form.reason_field.note.text() == "Say in a few words why."
    clerk.type("Nobody agrees.")
    clerk.press("Ctrl+Return")
    assert clerk.said[-1] == "RAG set to Red"
    assert text_of(clerk.place.tracker.current_row().cells[4]) == "Red"
    clerk.press("R")
    form.word.choose("rule")
    clerk.press("Ctrl+Return")
    assert text_of(clerk.place.tracker.current_row().cells[4]) == "Green"


def test_doubtful_dates_are_fixed_one_by_one(clerk):
    clerk.press("D")
    form = clerk.place.acts.tracking.date
    assert (form.heading.text(), form.what.text()) == ("Which day is meant?", "Toolkit live")
    assert [b.text() for b in form.meant if b.isVisible()] == [
        "Wednesday 30 September 2026", "Thursday 1 October 2026",
    ]  # fmt: skip
    clerk.type("29/9/26")  # a day typed on what is offered goes into the field
    assert (form.day.text(), form.day_field.note.text()) == ("29/9/26", "Tuesday 29 September 2026")
    form.meant[0].click()
    clerk.settle()
    fixed = part(plan(clerk), "toolkit").due
    assert (fixed.date, fixed.as_written) == (date(2026, 9, 30), "31/09/26")
    clerk.press("D")
    assert form.what.text() == "Schools trained"
    clerk.press("Esc", "D")
    assert form.what.text() == "Board told"
    clerk.type("1/12/26")
    clerk.press("Ctrl+Return", "D")
    assert form.what.text() == "Schools trained"
    clerk.press("Ctrl+Return")
    assert form.day_field.note.text() == "A date is needed: type it as 6 Oct 2026 or 6/10/26."
    clerk.type("31 May 2027")
    clerk.press("Ctrl+Return", "D")
    assert clerk.said[-1] == "Every milestone that is not done has a day"


def test_parts_are_edited_in_place_and_esc_keeps_them(clerk):
    clerk.press("E")
    clerk.type("The front door")
    clerk.press("Esc")
    assert plan(clerk).workstreams[0].title == "The front door"
    at(clerk, "posts", "duty")
    clerk.press("E")
    clerk.press("Ctrl+A")
    clerk.type("Whole *team* in post")
    clerk.press("Ctrl+Return")
    assert part(plan(clerk), "posts").text == "Whole \\*team\\* in post"
    clerk.place.tracker.choose("duty")
    clerk.press("E", "Tab", "Ctrl+A")
    clerk.type("I Nolan - Head of Workforce")
    clerk.press("Ctrl+Return")
    assert [lead.role for lead in part(plan(clerk), "duty").leads] == ["Head of Workforce"]


def test_new_parts_stand_where_they_were_asked_for(clerk):
    clerk.press("N", "Ctrl+Return")
    assert clerk.place.page.has_panel() is False  # nothing typed, nothing made
    clerk.press("N")
    clerk.type("Out of hours")
    clerk.press("Tab")
    clerk.type("K Rowe")
    clerk.press("Ctrl+Return")
    made = plan(clerk).workstreams[0].activities[-1]
    assert (made.title, clerk.place.thing().part.id) == ("Out of hours", made.id)
    clerk.press("N")
    clerk.type("Rota agreed")
    clerk.press("Tab")
    clerk.type("31/09/26")
    assert clerk.place.acts.parts.forms[2].due_field.note.text().startswith("Names no day")
    clerk.press("Ctrl+Return")
    assert [m.due.as_written for m in plan(clerk).workstreams[0].activities[-1].milestones] == ["31/09/26"]
    clerk.press("Shift+N")
    clerk.type("Rota in use")
    clerk.press("Ctrl+Return")
    assert [m.text for m in plan(clerk).workstreams[0].activities[-1].milestones] == ["Rota agreed", "Rota in use"]
    clerk.press("N")
    clerk.press("Ctrl+Return")
    clerk.place.tracker.choose("enablers")
    clerk.press("Shift+N")
    clerk.type("Workforce")
    clerk.press("Ctrl+Return")
    assert [w.title for w in plan(clerk).workstreams][-1] == "Workforce"


def test_parts_move_and_go_and_come_back(clerk):
    at(clerk, "review", "duty")
    clerk.press("Ctrl+Down")
    assert [m.id for m in plan(clerk).workstreams[0].activities[1].milestones] == ["review", "definition"]
    assert clerk.said[-1] == "“First review” moved down"
    clerk.press("Ctrl+Up")
    assert plan(clerk).workstreams == norbury_plan().workstreams
    clerk.place.tracker.choose("duty")
    clerk.press("Del")
    assert part(plan(clerk), "duty") is None
    clerk.context.operations.undo()
    clerk.settle()
    assert plan(clerk).workstreams == norbury_plan().workstreams


def test_an_action_is_raised_or_what_is_missing_is_said(clerk):
    at(clerk, "posts", "duty")
    clerk.press("A")
    assert "has no meeting to come" in clerk.troubles[-1]
    body = clerk.read(bodies.bodies)[0]
    meeting = clerk.do(meetings.new_meeting, body.id, date=date(2026, 10, 6))
    clerk.do(agenda.add_item, meeting.id, Item("Improvement plan"))
    clerk.place.tracker.choose("posts")
    clerk.press("A")
    (row,) = clerk.read(actions.log)
    assert row.action.owners == ("J Amari",)
    assert clerk.said[-1] == f"Action {row.action.ref} raised at the next meeting"


def test_the_other_views_group_by_lead_and_date_and_tell_the_history(clerk):
    clerk.place.tabs.choose("leads")
    assert [words for words in shown(clerk) if "open of" in words] == [
        "J Amari, 3 open of 4", "K Rowe, 1 open of 1", "M Osei, 4 open of 4",
    ]  # fmt: skip
    clerk.place.tabs.choose("due")
    assert [row.cells[0] for row in clerk.place.table.table_model.rows if row.group] == [
        "Overdue, 1", "In the next 30 days, 1", "Later, 2", "No day known, 3",
    ]  # fmt: skip
    clerk.place.tabs.choose("history")
    assert clerk.place.empty.heading.text() == "Nothing has changed yet"
    clerk.do(plan_tracking.report_progress, plan(clerk).id, "posts", Progress.CLOSED, "Agreed.", by="N Osei")
    (row,) = clerk.place.table.table_model.rows
    assert (text_of(row.cells[2]), text_of(row.cells[3])) == ("Open to Closed, Agreed.", "N Osei")
    clerk.place.finder.field.setText("nothing like it")
    assert clerk.place.empty.why.text() == "Nothing in this view fits “nothing like it”. Esc shows all of it again."


def test_find_shows_what_fits_and_what_holds_it(clerk):
    clerk.press("/")
    clerk.type("toolkit live")
    assert shown(clerk) == [
        "Partnership, 0 of 4 milestones done, 3 without a day",
        "Neglect toolkit in every school, 0 of 4 milestones done, 3 without a day",
        "Toolkit live", "Schools trained", "Group runs", "Board told",
    ]  # fmt: skip
    clerk.press("Esc")
    assert len(shown(clerk)) == 7


def test_an_empty_place_says_what_to_do_and_a_plan_is_begun(empty):
    empty.go("plans")
    assert empty.place.empty.why.text() == "A plan belongs to a body: set one up under Meetings first."
    empty.press("N")
    assert empty.at == "body"
    empty.do(bodies.add_body, "Norbury Board")
    empty.go("plans")
    assert empty.place.empty.heading.text() == "No plan yet"
    empty.press("N", "Ctrl+Return")
    empty.press("N")
    empty.type("Improvement plan")
    empty.press("Ctrl+Return")
    assert [p.title for p in empty.read(plans)] == ["Improvement plan"]
    assert empty.place.empty.why.text() == "N adds its first workstream."
    empty.press("N")
    empty.type("Practice")
    empty.press("Ctrl+Return")
    assert [w.title for w in plan(empty).workstreams] == ["Practice"]


def test_a_pasted_table_is_shown_before_it_is_stored(empty):
    empty.do(bodies.add_body, "Norbury Board")
    empty.go("plans")
    QApplication.clipboard().setText("")
    empty.press("Ctrl+V")
    assert empty.said[-1].startswith("The clipboard holds no table")
    data = QMimeData()
    data.setText(TABLE)
    QApplication.clipboard().setMimeData(data)
    empty.press("Ctrl+V")
    panel = empty.place.acts.files.panel
    assert panel.understood.text() == "Understood: 1 workstream, 1 activity, 2 milestones, for Norbury Board."
    assert panel.doubts.text() == "1.1 Posts out: “31/09/26”: no such day, kept as typed."
    assert empty.read(plans) == ()
    empty.type("Workforce plan")
    empty.press("Ctrl+Return")
    assert [p.title for p in empty.read(plans)] == ["Workforce plan"]
    assert shown(empty) == [
        "Workforce, 0 of 2 milestones done, 1 without a day",
        "Hire, 0 of 2 milestones done, 1 without a day",
    ]
    empty.press("Ctrl+V")
    empty.type("Workforce plan")
    assert panel.take_button.text() == "Replace P1"
    empty.press("Esc")
    assert empty.place.page.has_panel() is False


def test_a_file_is_read_aside_and_replaces_the_plan_of_its_title(clerk, tmp_path):
    path = tmp_path / "plan.json"
    path.write_text(write_plan(norbury_plan()), "utf-8")
    clerk.place.acts.files.open_names([str(path)])
    clerk.settle()
    panel = clerk.place.acts.files.panel
    assert panel.take_button.text() == "Replace P1"
    assert panel.title_field.note.text().startswith("It takes the place of P1")
    panel.title.clear()
    clerk.press("Ctrl+Return")
    assert panel.title_field.note.text() == "A plan needs a title."
    clerk.type("Improvement plan 2026/27")
    panel.take_button.click()
    clerk.settle()
    assert [m.milestone.id for m in steps(plan(clerk))] == [m.milestone.id for m in steps(norbury_plan())]
    clerk.place.acts.files.open_names([str(tmp_path / "gone.xlsx")])
    clerk.settle()
    assert "gone.xlsx: the file cannot be read" in clerk.troubles[-1]


def test_the_update_and_the_plan_go_to_preview_and_an_update_is_made_final(clerk):
    clerk.press("Ctrl+P")
    assert clerk.asked("preview") == Where(plan(clerk).body_id, note=f"plan-update {plan(clerk).id}")
    clerk.go("plans")
    clerk.press("S")
    assert clerk.asked("preview").note == f"plan {plan(clerk).id}"
    clerk.go("plans")
    clerk.press("F")
    assert clerk.read(plan_tracking.last_update, plan(clerk).id).name == "Update of 1 September 2026"


def test_another_plan_is_chosen_changed_and_put_into_the_bin(clerk):
    clerk.do(plan_taking.take_plan, norbury_plan(period=None), replace=True)
    second = norbury_plan()
    clerk.do(plan_taking.take_plan, type(second)("b2", "Marlbridge Board", "Second plan"))
    chosen = next(p for p in clerk.read(plans) if p.title == "Second plan")
    clerk.press("Down", "Down", "B", "Esc")
    first = plan(clerk)
    clerk.place.choose_plan(chosen.id)
    clerk.settle()
    clerk.place.choose_plan(first.id)
    clerk.settle()
    assert clerk.place.tracker.current_row() is clerk.place.tracker.table_model.rows[0]
    clerk.place.choose_plan(chosen.id)
    clerk.settle()
    clerk.place.acts.parts.edit_plan()
    clerk.type("Another plan")
    clerk.press("Ctrl+Return")
    assert clerk.place.page.bar.title.text() == "Another plan"
    clerk.place.acts.parts.remove_plan()
    clerk.settle()
    assert [p.title for p in clerk.read(plans)] == ["Improvement plan 2026/27"]


def test_the_timeline_shows_the_whole_plan_in_few_columns():
    year = months_of([date(2026, 7, 7), date(2027, 2, 28)], date(2026, 9, 1))
    assert (year.first, year.count, year.step) == (date(2026, 7, 1), 8, 1)
    assert [year.words(start) for start in year.starts()][:3] == ["Jul", "Aug", "Sep"]
    two = months_of([date(2018, 1, 30), date(2020, 3, 31)], date(2026, 9, 1))
    assert [two.words(start) for start in two.starts()] == ["Jan 18", "Jul", "Jan 19", "Jul", "Jan 20"]
    assert two.place(date(2018, 1, 1)) == 0
    assert months_of([date(1, 1, 1), date(9999, 12, 31)], date(2026, 9, 1)).words(date(2026, 1, 1)) == "2026"
    assert months_of([], date(2026, 9, 1)) == Months(date(2026, 9, 1), 2)


@pytest.mark.parametrize("width", [640, 1280])
def test_the_place_paints_at_every_width(clerk, width):
    clerk.do(plan_tracking.move_date, plan(clerk).id, "posts", on(date(2026, 12, 1)))
    clerk.window.resize(width, 600)
    clerk.press("X")
    before = clerk.window.grab()
    assert isinstance(before, QPixmap)
    assert clerk.place.narrow is (width == 640)
    assert not before.toImage().isGrayscale()
