"""Every document of a meeting, its body and plans in the preview, with what a few of them are asked for."""

from datetime import date

import pytest
from lxml import html
from openpyxl import load_workbook

from tests.keys import press
from tests.ui.clerk import Elsewhere
from tests.ui.preview.conftest import findings, see, show, words_of_pdf
from ui.main_window import PlaceEntry
from ui.panels.log_choice import LogChoice
from ui.place import Where
from wibdesk.documents.kinds import KINDS
from wibdesk.domain.body_files import BodyFile, FileKind
from wibdesk.domain.plans import Activity, Plan, Workstream
from wibdesk.services import agenda, bodies, body_files, house_styles, meetings, plans

BASE = "Norbury Improvement Board 2026"


@pytest.fixture
def plan(clerk, board):
    """A plan of the board."""
    streams = (Workstream("Front door", "1", (Activity("Agree one shared definition"),)),)
    return clerk.do(plans.add_plan, Plan(board.id, board.name, "Improvement plan", workstreams=streams))


def rows(place):
    """The words of the list, its headings in square brackets."""
    return [f"[{row.text}]" if row.heading else row.text for row in place.list.row_model.rows]


def test_every_kind_of_document_is_offered_under_what_it_is_of(clerk, plan, place):
    assert rows(place) == [
        "[This meeting]", "Minutes", "Agenda", "Decision list", "Extract of one item", "Sign-in sheet", "Note pad",
        "[The body]", "Action log", "Actions per owner", "Actions per organisation", "Attendance register",
        "Meeting calendar", "Report in figures", "[Plans]", "Improvement plan", "Plan update: Improvement plan",
    ]  # fmt: skip
    assert len(rows(place)) == len(KINDS) + 3


@pytest.mark.parametrize(
    ("label", "words", "name"),
    [
        ("Agenda", "Any other business", "-07-07 agenda"),
        ("Decision list", "One shared definition from 1 October.", "-07-07 decision list draft"),
        ("Sign-in sheet", "Signature", "-07-07 sign-in sheet"),
        ("Note pad", "Declarations of interest", "-07-07 note pad"),
        ("Action log", "4 actions: 4 open, 1 overdue.", "-09-01 action log"),
        ("Actions per owner", "1 action: 1 open, 1 overdue.", "-09-01 actions per owner"),
        ("Attendance register", "Attendance register", "-09-01 attendance register"),
        ("Meeting calendar", "Past", "-09-01 meeting calendar"),
    ],
)
def test_each_paper_shows_its_pages_and_proposes_its_name(clerk, place, label, words, name):
    show(clerk, label)
    assert words in words_of_pdf(place.work.printed.pdf)
    assert place.side.name.text() == BASE + name
    assert "Readable with a screen reader" in findings(place)
    assert place.list.current_row().more.endswith(("page", "pages"))
    see(clerk, place)


def test_a_plan_is_a_paper_too(clerk, plan, place):
    show(clerk, "Improvement plan")
    assert "Agree one shared definition" in words_of_pdf(place.work.printed.pdf)
    assert place.side.name.text() == "Norbury Improvement Board Improvement plan"
    assert clerk.window.windowTitle().startswith("Preview, Improvement plan, Norbury Improvement Board")


def test_landscape_pages_fit_the_width(clerk, place):
    show(clerk, "Action log")
    view = place.middle.view
    assert view.sizes[0][0] > view.sizes[0][1]
    assert view.places[0].width() < view.viewport().width()
    assert view.horizontalScrollBar().maximum() == 0


def test_an_extract_is_of_the_item_worked_on_last_and_of_any_that_is_chosen(clerk, place, meeting):
    clerk.context.settings.change(last_item=f"{meeting.items[2].id} more of it")
    clerk.go("preview", Where(meeting_id=meeting.id))
    show(clerk, "Extract of one item")
    assert "One shared definition" in words_of_pdf(place.work.printed.pdf)
    assert place.side.name.text() == f"{BASE}-07-07 extract item 3 draft"
    place.side.options.item.setFocus()
    clerk.press("Down")
    assert "Action log" in words_of_pdf(place.work.printed.pdf)
    assert place.list.current_row().more == "Item 4, 1 page"
    assert place.side.name.text() == f"{BASE}-07-07 extract item 4 draft"


def test_a_meeting_without_items_says_why_it_has_no_extract(clerk, place, meeting):
    show(clerk, "Extract of one item")
    for item in meeting.items:
        clerk.do(agenda.remove_item, item.id)
    clerk.qtbot.waitUntil(place.middle.empty.isVisible)
    assert "no item to make an extract of" in place.middle.empty.why.text()
    assert not place.side.out.buttons["docx"].isEnabled()


def test_the_order_of_the_log_is_chosen_and_remembered(clerk, place):
    show(clerk, "Action log")
    place.side.options.by.setFocus()
    clerk.press("Down")
    assert "Action log by owner" in words_of_pdf(place.work.printed.pdf)
    clerk.go("actions")
    place = clerk.go("preview", Where(note=LogChoice().note()))
    assert place.side.options.by.chosen() == "owner"
    assert rows(place)[-8:-4] == ["[All bodies]", "Action log", "Actions per owner", "Actions per organisation"]
    assert rows(place)[-4:] == ["[The body]", "Attendance register", "Meeting calendar", "Report in figures"]
    assert place.head.sub.text() == "All bodies · Tue 1 Sep 2026"


def test_the_paper_of_the_log_has_the_headings_and_the_order_of_the_log(clerk, place):
    clerk.go("actions")
    view = LogChoice(view="all", group_by="meeting", order="ref", backwards=True)
    place = clerk.go("preview", Where(note=view.note()))
    assert "Action log by meeting" in words_of_pdf(place.work.printed.pdf)
    assert place.side.options.by.chosen() == "meeting"
    sheet = place.making.looked.document.sheets[0]
    refs = [row[0] for row in sheet.rows]
    assert refs == sorted(refs, reverse=True)
    assert len(refs) == 4


def test_a_register_shows_as_many_meetings_as_wished(clerk, board, place):
    for month in (1, 2, 3, 4, 5):
        clerk.do(meetings.new_meeting, board.id, date=date(2026, month, 6))
    show(clerk, "Attendance register")
    place.side.options.last.setFocus()
    clerk.press("Up")
    assert place.making.wanted.last == 3
    assert place.list.current_row().more.startswith("Last 3 meetings")
    assert clerk.context.settings.now.preview["meetings back"] == "3"


def test_all_formats_are_saved_and_read_by_other_programs(clerk, place, tmp_path):
    show(clerk, "Action log")
    clerk.press("H", "T", "X")
    stem = f"{BASE}-09-01 action log"
    page = html.parse(str(tmp_path / f"{stem}.html"))
    assert page.getroot().get("lang") == "en-GB"
    assert "send the workforce return" in page.getroot().text_content()
    assert "send the workforce return" in (tmp_path / f"{stem}.txt").read_text("utf-8")
    cells = [cell.value for row in load_workbook(tmp_path / f"{stem}.xlsx").worksheets[0].iter_rows() for cell in row]
    assert "send the workforce return" in cells
    assert clerk.said[-1] == f"Saved {stem}.xlsx"


def test_minutes_are_no_spreadsheet(clerk, place, tmp_path):
    assert not place.side.out.buttons["xlsx"].isVisible()
    clerk.press("X")
    assert list(tmp_path.glob("*.xlsx")) == []


def test_an_own_style_can_be_chosen_and_the_house_style_gone_to(clerk, board, place):
    clerk.window.entries["house_style"] = PlaceEntry("house_style", "House style", "book-open", Elsewhere, at="hidden")
    clerk.do(house_styles.copy_style, {"label": "Norbury"}, "Norbury")
    clerk.qtbot.waitUntil(lambda: place.side.styles.findText("Norbury") >= 0)
    place.side.styles.setFocus()
    clerk.press("End")
    assert place.side.styles.currentText() == "Norbury"
    assert clerk.read(bodies.body, board.id).house_style == place.side.styles.chosen()
    place.list.setFocus()
    clerk.press("E")
    assert clerk.asked("house_style") == Where(body_id=board.id, note="preview")


def test_the_letterhead_of_the_body_is_named(clerk, board, place):
    logo = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    clerk.do(body_files.keep_body_file, BodyFile(board.id, FileKind.LOGO, "logo.svg", logo, "Logo"))
    clerk.qtbot.waitUntil(place.side.letterhead.isVisible)
    assert place.side.letterhead.text() == "The body brings its logo."


def test_only_the_paper_asked_for_last_is_made(clerk, place):
    place.list.setFocus()
    press(clerk.window, "Down", "Down", "Down", "Down")
    clerk.settle()
    assert place.making.order.offer.label == place.list.current_row().text == "Sign-in sheet"
    assert "Signature" in words_of_pdf(place.work.printed.pdf)


def test_the_attendance_register_of_a_body_comes_without_a_meeting_named(clerk, place, board):
    place = clerk.go("preview", Where(body_id=board.id, note="register"))
    assert place.making.row_id == "register"
    assert place.making.order.offer.label == "Attendance register"
