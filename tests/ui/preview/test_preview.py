"""The preview worked by keys: real pages, real files read back by other programs, on a real register."""

import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdf
import pytest
from docx import Document
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from tests.keys import press
from tests.ui.actions.conftest import CANARY
from tests.ui.preview.conftest import findings, pages_of, see, show, words_of_pdf
from ui.panels.log_choice import LogChoice
from ui.place import Where
from wibdesk.domain.attendance import Status
from wibdesk.domain.entries import Paragraph
from wibdesk.domain.meetings import MinutesStatus
from wibdesk.services import attendance, bodies, meetings, minutes

NAME = "Norbury Improvement Board 2026-07-07 minutes draft"


def test_the_pages_shown_are_those_of_the_pdf_that_is_saved(clerk, place, tmp_path):
    see(clerk, place)
    assert len(place.middle.view.sizes) == len(pages_of(place))
    assert place.middle.view.sizes[0] == pytest.approx((595, 842), abs=1)
    assert "One shared definition from 1 October." in place.middle.view.words() + words_of_pdf(place.work.printed.pdf)
    clerk.press("P")
    assert (tmp_path / f"{NAME}.pdf").read_bytes() == place.work.printed.pdf


@pytest.mark.parametrize("name", ["light", "dark", "high_contrast"])
def test_pages_are_white_with_dark_words_in_every_theme(clerk, place, name):
    clerk.context.theme.switch(name)
    see(clerk, place)
    image = place.middle.view.pictures[0].image
    assert image.pixelColor(2, 2) == QColor("white")
    darkest = min(image.pixelColor(x, y).lightness() for x in range(0, image.width(), 2) for y in range(60, 200))
    assert darkest < 90
    shot = place.middle.view.viewport().grab().toImage()
    page = place.middle.view.places[0]
    assert shot.pixelColor(int(page.left()) + 6, int(page.top()) + 6) == QColor("white")


def test_w_saves_a_word_file_that_another_program_reads_without_the_private_note(clerk, place, tmp_path):
    clerk.press("W")
    path = tmp_path / f"{NAME}.docx"
    words = "\n".join(p.text for p in Document(path).paragraphs)
    assert "One shared definition from 1 October." in words
    assert "send the workforce return" in words
    with zipfile.ZipFile(path) as package:
        assert all(CANARY.encode() not in package.read(name) for name in package.namelist())
    assert CANARY not in words_of_pdf(place.work.printed.pdf)
    assert clerk.said == [f"Saved {NAME}.docx"]
    assert clerk.context.settings.now.export_folder == str(tmp_path)


def test_what_is_saved_is_what_stands_in_the_register_even_at_once(clerk, place, meeting, tmp_path):
    clerk.press("W", "Esc")
    clerk.do(minutes.save_entries, meeting.items[0].id, (Paragraph("Added after the first look."),))
    clerk.window.go("preview", Where(meeting_id=meeting.id))
    press(clerk.window, "W")
    clerk.settle()
    assert "Added after the first look." in "\n".join(p.text for p in Document(tmp_path / f"{NAME}.docx").paragraphs)


def test_the_log_asked_for_is_saved_and_not_the_minutes_shown_before(clerk, place, board, tmp_path):
    clerk.go("actions")
    clerk.window.go("preview", Where(note=LogChoice(body_id=board.id).note()))
    press(clerk.window, "W")
    clerk.settle()
    assert [path.name for path in tmp_path.glob("*.docx")] == ["Norbury Improvement Board 2026-09-01 action log.docx"]


def test_a_file_edited_since_is_not_written_over(clerk, place, tmp_path):
    clerk.press("W")
    clerk.press("W")
    assert [path.name for path in tmp_path.glob("*.docx")] == [f"{NAME}.docx"]
    document = Document(tmp_path / f"{NAME}.docx")
    document.add_paragraph("Changed by the chair")
    document.save(tmp_path / f"{NAME}.docx")
    clerk.press("W")
    assert (tmp_path / f"{NAME} (2).docx").exists()
    assert Document(tmp_path / f"{NAME}.docx").paragraphs[-1].text == "Changed by the chair"
    assert f"saved as {NAME} (2).docx" in place.side.out.saved.text()


def test_the_file_name_can_be_typed_and_letters_in_it_save_nothing(clerk, place, tmp_path):
    place.side.name.setFocus()
    press(clerk.window, "Ctrl+A")
    clerk.type("pw draft.pdf")
    clerk.settle()
    assert list(tmp_path.glob("*.pdf")) == list(tmp_path.glob("*.docx")) == []
    place.side.out.buttons["pdf"].setFocus()
    clerk.press("Return")
    assert words_of_pdf(tmp_path / "pw draft.pdf").startswith("Norbury Improvement Board")


def test_a_name_that_no_file_can_have_is_pointed_out(clerk, place, tmp_path):
    place.side.name.setText("minutes 7/7")
    clerk.press("W")
    assert place.side.name_field.note.text() == "A file name cannot hold “/”."
    assert list(tmp_path.glob("*.docx")) == []


def test_a_folder_that_is_not_there_is_a_sentence(clerk, place, tmp_path):
    place.side.folder.setText(str(tmp_path / "gone"))
    clerk.press("W")
    assert clerk.troubles == [f"The folder {tmp_path / 'gone'} is not there. Choose another folder."]


def test_what_was_saved_is_opened_by_the_system(clerk, place, tmp_path):
    class System(QObject):
        def __init__(self):
            super().__init__()
            self.opened = []

        @Slot(QUrl)
        def open(self, address):
            self.opened.append(address.toLocalFile())

    system = System()
    QDesktopServices.setUrlHandler("file", system, "open")
    try:
        clerk.press("Ctrl+O")
        assert system.opened == []
        clerk.press("W", "Ctrl+O", "Ctrl+Shift+O")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [Path(p) for p in system.opened] == [tmp_path / f"{NAME}.docx", tmp_path]


def test_the_findings_say_what_is_open_and_lead_there(clerk, place, meeting):
    found = findings(place)
    assert found["1 gap still open"].more.startswith("item 3: ")
    assert found["Marked on every page"].key == ""
    assert found["1 action without an owner"].more == "1 action without a date"
    assert "Attendance of 4 not recorded" in found
    press(clerk.window, found["1 gap still open"].key)
    clerk.settle()
    assert clerk.asked("room") == Where(meeting.body.id, meeting.id, meeting.items[2].id)


def test_enter_on_a_finding_leads_there_too(clerk, place, meeting):
    clerk.press("S")
    assert place.side.list.hasFocus()
    clerk.press("End", "Up", "Return")
    assert clerk.asked("room") == Where(meeting.body.id, meeting.id)


def test_findings_are_calm_when_all_is_well(clerk, place, meeting):
    for person in meeting.attendance:
        clerk.do(attendance.set_status, person.id, Status.PRESENT)
    clerk.do(minutes.save_entries, meeting.items[2].id, (Paragraph("All is well."),))
    clerk.qtbot.waitUntil(lambda: "Attendance recorded" in findings(place))
    clerk.qtbot.waitUntil(lambda: "Readable with a screen reader" in findings(place))
    assert {row.tone for row in findings(place).values()} == {"good", "muted"}


def test_the_agenda_and_the_action_log_are_papers_too(clerk, place):
    clerk.press("Down")
    assert "Minutes of the last meeting" in words_of_pdf(place.work.printed.pdf)
    assert place.side.name.text() == "Norbury Improvement Board 2026-07-07 agenda"
    show(clerk, "Action log")
    assert "4 actions: 4 open, 1 overdue." in words_of_pdf(place.work.printed.pdf)
    assert place.side.name.text() == "Norbury Improvement Board 2026-09-01 action log"


def test_the_pages_follow_the_minutes(clerk, place, meeting):
    clerk.do(minutes.save_entries, meeting.items[0].id, (Paragraph("Typed while it was previewed."),))
    clerk.qtbot.waitUntil(lambda: "Typed while it was previewed." in words_of_pdf(place.work.printed.pdf))
    see(clerk, place)


def test_page_keys_go_about_and_zoom_changes_the_size(clerk, place, meeting):
    long = tuple(Paragraph(f"Paragraph {n} " + "of the report on the front door. " * 12) for n in range(60))
    clerk.do(minutes.save_entries, meeting.items[0].id, long)
    clerk.qtbot.waitUntil(lambda: len(place.middle.view.sizes) > 4)
    clerk.press("PgDown")
    assert place.middle.bar.page.text() == f"Page 2 of {len(place.middle.view.sizes)}"
    clerk.press("Return")
    assert place.middle.view.hasFocus()
    clerk.press("PgDown", "PgUp", "End")
    assert place.middle.view.current == len(place.middle.view.sizes) - 1
    clerk.press("Home")
    before = place.middle.view.places[0].width()
    clerk.press("+")
    assert place.middle.view.places[0].width() > before
    clerk.press("-", "-")
    assert place.middle.view.places[0].width() < before
    clerk.press("0")
    assert place.middle.view.places[0].width() == before
    see(clerk, place)
    assert len(place.middle.view.pictures) < len(place.middle.view.sizes)


def test_the_house_style_is_kept_for_the_body(clerk, place, board, meeting):
    place.side.styles.setFocus()
    clerk.press("I")
    assert clerk.read(bodies.body, board.id).house_style == "improvement_board"
    assert clerk.read(meetings.meeting, meeting.id).details.house_style == "improvement_board"
    clerk.qtbot.waitUntil(lambda: "Minutes and actions from the meeting" in words_of_pdf(place.work.printed.pdf))
    assert clerk.said == ["House style of Norbury Improvement Board changed"]


def test_approved_minutes_keep_their_style_and_are_no_draft(clerk, place, meeting):
    clerk.do(meetings.change_details, replace(meeting.details, status=MinutesStatus.APPROVED))
    clerk.qtbot.waitUntil(lambda: not place.side.styles.isEnabled())
    assert place.side.style_field.note.text().startswith("Approved minutes keep the style")
    clerk.qtbot.waitUntil(lambda: place.side.name.text() == NAME.removesuffix(" draft"))


def test_escape_goes_back_to_where_one_came_from(clerk, place, meeting):
    clerk.press("Escape")
    assert clerk.asked("room") == Where(meeting.body.id, meeting.id)
    clerk.go("preview", Where(meeting_id=meeting.id, note="agenda"))
    assert clerk.place.making.order.kind.name == "agenda"
    clerk.press("Escape")
    assert clerk.asked("agenda").meeting_id == meeting.id


def test_escape_goes_from_what_goes_out_to_the_papers_first(clerk, place):
    clerk.press("S")
    assert place.is_at_side()
    assert clerk.window.key_bar.pairs[1] == ("Esc", "back to the pages")
    clerk.press("Escape")
    assert clerk.place is place
    assert place.list.hasFocus()
    assert ("W", "save Word") in clerk.window.key_bar.pairs


def test_the_keys_on_the_buttons_work_beside_the_pages_too_but_not_where_words_are_typed(clerk, place, tmp_path):
    clerk.press("S", "W")
    assert (tmp_path / f"{NAME}.docx").exists()
    place.side.out.print_button.setFocus()
    clerk.press("T")
    assert (tmp_path / f"{NAME}.txt").exists()
    place.side.folder.setFocus()
    clerk.press("End", "P")
    assert not list(tmp_path.glob("*.pdf"))


def test_the_strip_over_the_pages_names_the_key_that_turns_them(clerk, place, meeting):
    clerk.do(minutes.save_entries, meeting.items[0].id, tuple(Paragraph("What was said. " * 60) for _ in range(12)))
    clerk.qtbot.waitUntil(lambda: len(place.middle.view.sizes) > 1)
    assert place.middle.bar.keys.accessibleName().startswith("PgDn next")
    place.middle.view.setFocus()
    clerk.press("End")
    assert place.middle.bar.keys.accessibleName().startswith("PgUp back")
    show(clerk, "Extract of one item")
    place.side.options.item.setFocus()
    clerk.press("Down")
    clerk.qtbot.waitUntil(lambda: len(place.middle.view.sizes) == 1)
    assert "Pg" not in place.middle.bar.keys.accessibleName()


def test_all_pages_are_printed(clerk, place, meeting, tmp_path):
    long = tuple(Paragraph(f"Paragraph {n} " + "of the report. " * 40) for n in range(20))
    clerk.do(minutes.save_entries, meeting.items[0].id, long)
    clerk.qtbot.waitUntil(lambda: len(place.middle.view.sizes) > 2)
    clerk.settle()
    printer = QPrinter()
    printer.setResolution(72)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    place.acts.print_on(printer)
    clerk.qtbot.waitUntil(lambda: "Sent to the printer" in clerk.said)
    assert len(pypdf.PdfReader(tmp_path / "printed.pdf").pages) == len(place.middle.view.sizes)


def test_landscape_pages_are_printed_on_paper_that_is_turned(clerk, place, tmp_path):
    show(clerk, "Action log")
    printer = QPrinter()
    printer.setResolution(72)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    place.acts.print_on(printer)
    clerk.qtbot.waitUntil(lambda: "Sent to the printer" in clerk.said)
    printed = pypdf.PdfReader(tmp_path / "printed.pdf").pages
    assert len(printed) == len(place.middle.view.sizes)
    assert all(page.mediabox.width > page.mediabox.height for page in printed)


def test_escape_stops_a_print_run(clerk, place, meeting, tmp_path):
    long = tuple(Paragraph(f"Paragraph {n} " + "of the report. " * 40) for n in range(20))
    clerk.do(minutes.save_entries, meeting.items[0].id, long)
    clerk.qtbot.waitUntil(lambda: len(place.middle.view.sizes) > 2)
    clerk.settle()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    place.acts.print_on(printer)
    press(clerk.window, "Escape")
    clerk.qtbot.waitUntil(lambda: place.acts.printing.run is None)
    assert clerk.said[-1] == "Printing stopped: not all pages were printed"
    assert clerk.place is place


def test_ctrl_p_asks_the_system_for_a_printer_and_escape_prints_nothing(clerk, place):
    place.acts.printing.names = lambda: ("Office",)
    press(clerk.window, "Ctrl+P")
    clerk.qtbot.waitUntil(lambda: clerk.window.findChild(QPrintDialog) is not None)
    dialog = clerk.window.findChild(QPrintDialog)
    clerk.qtbot.waitUntil(dialog.isVisible)
    press(dialog, "Escape")
    clerk.qtbot.waitUntil(lambda: clerk.window.findChild(QPrintDialog) is None)
    assert clerk.said == clerk.troubles == []


def test_without_a_printer_ctrl_p_says_what_to_do_instead(clerk, place):
    place.acts.printing.names = tuple
    press(clerk.window, "Ctrl+P")
    clerk.settle()
    assert "No printer is set up on this computer." in str(clerk.troubles)
    assert clerk.window.findChild(QPrintDialog) is None


def test_the_findings_have_the_whole_place_where_it_is_narrow(clerk, place):
    clerk.context.theme.switch(scale=2.0)
    clerk.settle()
    assert clerk.window.key_bar.fitting()[0] == ("S", "what goes out")
    clerk.context.theme.switch(scale=2.0)
    clerk.settle()
    assert not place.side.isVisible()
    clerk.press("S")
    assert place.side.list.hasFocus()
    assert not place.middle.view.isVisible()
    clerk.press("Escape")
    assert place.middle.view.isVisible()
    assert place.list.hasFocus()
    assert clerk.place is place


def test_an_empty_register_says_what_to_do(clerk):
    place = clerk.go("preview")
    assert place.middle.empty.isVisible()
    assert not place.middle.view.isVisible()
    clerk.press("W")
    assert clerk.troubles == []


def test_without_a_meeting_named_the_latest_is_shown(clerk, meeting):
    clerk.do(meetings.new_meeting, meeting.body.id, date=date(2026, 12, 1))
    place = clerk.go("preview")
    assert place.making.papers.meeting.id == meeting.id
