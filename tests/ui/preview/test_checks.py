"""What the preview says of a paper before it goes out, where other tests do not see it."""

from dataclasses import replace

from tests.ui.preview.conftest import findings, show
from ui.places.preview.checks import pdf_check
from wibdesk.domain.agenda import Item
from wibdesk.domain.body_files import BodyFile, FileKind
from wibdesk.domain.entries import Paragraph, PrivateNote
from wibdesk.services import agenda, body_files, meetings, minutes


def test_the_check_of_the_pdf_is_told_in_words_and_cut_short():
    assert pdf_check(None).words == "Checking the PDF"
    assert pdf_check(()).tone == "good"
    found = pdf_check([f"PDF/UA-1, 7.{n}: no title" for n in range(5)])
    assert found.tone == "warn"
    assert found.more.endswith("PDF/UA-1, 7.2: no title; and 2 more")


def test_a_letter_that_no_font_has_is_named_and_stops_nothing(clerk, place, meeting, tmp_path):
    clerk.do(minutes.save_entries, meeting.items[0].id, (Paragraph("The sign \U00012000 was read out."),))
    clerk.qtbot.waitUntil(lambda: "Good to know" in findings(place))
    assert "The PDF prints a code for what its fonts do not have" in findings(place)["Good to know"].more
    clerk.press("P")
    assert [path.suffix for path in tmp_path.glob("Norbury*")] == [".pdf"]


def test_a_word_template_that_cannot_be_used_is_told_before_the_word_file_goes_out(clerk, place, board):
    clerk.do(body_files.keep_body_file, BodyFile(board.id, FileKind.TEMPLATE, "letterhead.docx", b"no Word file"))
    clerk.qtbot.waitUntil(lambda: "Good to know" in findings(place))
    assert findings(place)["Good to know"].more.startswith("The body’s Word template cannot be used")
    assert place.side.letterhead.text() == "The body brings its Word template."
    assert place.side.out.buttons["docx"].isEnabled()


def test_long_findings_are_broken_into_lines_and_the_list_grows_with_them(clerk, place, meeting):
    before = place.side.list.height()
    clerk.do(minutes.save_entries, meeting.items[0].id, (Paragraph("The sign \U00012000 was read out."),))
    clerk.qtbot.waitUntil(lambda: "Good to know" in findings(place))
    assert place.side.list.height() > before + 60
    assert place.side.list.verticalScrollBar().maximum() == 0


def test_the_gaps_of_an_extract_are_those_of_its_item(clerk, place, meeting):
    show(clerk, "Extract of one item")
    assert "No gap left open" in findings(place)
    place.side.options.item.setFocus()
    clerk.press("Down", "Down")
    assert findings(place)["1 gap still open"].key == "1"


def test_an_agenda_says_what_it_lacks(clerk, place, meeting):
    show(clerk, "Agenda")
    assert findings(place)["6 items"].more == "all in public"
    clerk.do(meetings.change_details, replace(meeting.details, venue=None))
    clerk.do(agenda.add_item, meeting.id, Item("Urgent repairs", late=True))
    clerk.qtbot.waitUntil(lambda: "No venue" in findings(place))
    assert findings(place)["1 late item"].more == "Urgent repairs"


def test_a_log_without_actions_says_so(clerk, board):
    place = clerk.go("preview")
    assert place.making.order.offer.label == "Action log"
    assert "No action in this log" in findings(place)
    show(clerk, "Attendance register")
    assert "No meeting" in findings(place)


def test_a_line_that_is_a_command_still_is_told_and_leads_to_the_room(clerk, place, meeting):
    left = Paragraph("/out kr"), PrivateNote("/out kr"), Paragraph("and/or")
    clerk.do(minutes.save_entries, meeting.items[0].id, left)
    clerk.qtbot.waitUntil(lambda: "1 line is a command still" in findings(place))
    assert findings(place)["1 line is a command still"].more.endswith(": /out kr")
    clerk.do(minutes.save_entries, meeting.items[0].id, (*left, Paragraph("/acton jb to write")))
    clerk.qtbot.waitUntil(lambda: "2 lines are commands still" in findings(place))
    clerk.press(findings(place)["2 lines are commands still"].key)
    assert clerk.asked("room").item_id == meeting.items[0].id


def test_slots_and_parked_notes_are_told_and_lead_to_the_room(clerk, place, meeting):
    said = (Paragraph("{person} presented the report."), PrivateNote("Parked: Voice of @@ people"))
    clerk.do(minutes.save_entries, meeting.items[0].id, said)
    clerk.qtbot.waitUntil(lambda: "1 slot of phrases not filled in" in findings(place))
    found = findings(place)
    assert found["1 parked, left out"].more.endswith("Voice of @@ people")
    assert found["1 gap still open"].more.startswith("item 3: ")  # what is parked is not printed: its gap is no matter
    clerk.press(found["1 parked, left out"].key)
    assert clerk.asked("room").item_id == meeting.items[0].id
