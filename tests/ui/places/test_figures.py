"""The Figures place, worked by keys in a real window on a real register."""

from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from ui.panels.log_choice import choice_from
from ui.place import Where
from wibdesk.domain.attendance import Status
from wibdesk.domain.deadlines import Due, DueKind
from wibdesk.domain.entries import Action, Progress
from wibdesk.domain.log_views import LogView
from wibdesk.services import actions, attendance, bodies, exports, meetings, minutes

MARCH, JULY = date(2026, 3, 17), date(2026, 7, 7)


@pytest.fixture
def busy(clerk, board):
    """Two meetings with three actions, one of them done, and who was there."""
    for day, rows in (
        (MARCH, [Action("Write", ("J Amari",), Due(DueKind.DATE, date(2026, 4, 1))), Action("Ask", ("K Rowe",))]),
        (JULY, [Action("Bring", ("K Rowe",))]),
    ):
        made = clerk.do(meetings.new_meeting, board.id, date=day)
        clerk.do(minutes.save_entries, made.items[2].id, tuple(rows))
        for person in made.attendance:
            clerk.do(attendance.set_status, person.id, Status.PRESENT)
    asked = clerk.read(actions.log, body_id=board.id)[1]
    clerk.do(actions.set_progress, asked.action.id, Progress.DONE, at=datetime(2026, 5, 5, tzinfo=UTC))
    clerk.go("figures", Where(body_id=board.id))
    return clerk


def findings(clerk):
    return [card.chart.finding for card in clerk.place.sheet.cards]


def card(clerk, name):
    return next(card for card in clerk.place.sheet.cards if card.chart.name == name)


def test_each_chart_is_headed_by_its_finding_and_the_first_has_the_keyboard(busy):
    assert findings(busy) == [
        "Open actions stayed at 2", "One action is over three months old",
        "One of 3 actions is done", "Norbury Police and Norbury Council have one action each left to do",
        "Every member came to every meeting",
    ]  # fmt: skip
    assert busy.place.sheet.cards[0].view.hasFocus()
    assert busy.place.head.sub.text() == "Norbury Improvement Board · last 12 months"
    assert not busy.place.empty.isVisible()


def test_tab_goes_from_chart_to_chart(busy):
    busy.press("Tab")
    assert busy.place.sheet.current() is busy.place.sheet.cards[1]
    busy.press("Shift+Tab")
    assert busy.place.sheet.current() is busy.place.sheet.cards[0]


def test_a_chart_is_a_graphic_with_its_finding_as_name_and_its_figures_as_description(busy):
    for each in busy.place.sheet.cards:
        told = QAccessible.queryAccessibleInterface(each.view)
        assert told.role() == QAccessible.Role.Graphic
        assert told.text(QAccessible.Text.Name) == each.chart.finding
        assert told.text(QAccessible.Text.Description) == f"{each.chart.about}. {each.chart.values}"


def test_t_shows_the_figures_as_tables_and_back(busy):
    busy.press("Tab", "T")
    shown = busy.place.sheet.cards[1]
    assert shown.table.isVisible()
    assert not shown.view.isVisible()
    assert shown.table.hasFocus()
    assert [row.sentence for row in shown.table.table_model.rows][:2] == [
        "Under 1 month: Open actions 0", "1 to 3 months: Open actions 1",
    ]  # fmt: skip
    assert busy.place.table_button.text() == "Show as charts"
    foot = busy.place.keys()
    assert ("T", "show as charts") in foot
    busy.press("T")
    assert shown.view.hasFocus()
    assert busy.place.table_button.text() == "Show as tables"


def test_arrows_go_from_bar_to_bar_and_say_each(busy):
    card(busy, "owner").view.setFocus()
    busy.press("Right")
    assert busy.announced[-1] == "K Rowe: 1 of 2"
    busy.press("Down", "Down")
    assert busy.announced[-1] == "J Amari: 0 of 1"
    busy.press("Up")
    assert busy.announced[-1] == "K Rowe: 1 of 2"
    busy.press("Tab", "Shift+Tab", "Left")
    assert busy.announced[-1] == "J Amari: 0 of 1"


@pytest.mark.parametrize(
    ("chart", "view"),
    [
        ("open", LogView("open")),
        ("age", LogView("open", raised_from=date(2026, 6, 1), raised_before=date(2026, 8, 1))),
        ("owner", LogView("all", owner="K Rowe")),
        ("organisation", LogView("all", organisation="Norbury Police")),
    ],
)
def test_enter_on_a_bar_opens_the_log_narrowed_to_it(busy, board, chart, view):
    card(busy, chart).view.setFocus()
    busy.press("Return")
    assert busy.at == "actions"
    (asked,) = busy.place.asked
    found = choice_from(asked.note)
    assert asked.body_id == found.body_id == board.id
    assert (found.view, found.owner, found.organisation) == (view.view, view.owner, view.organisation)
    assert (found.raised_from, found.raised_before) == (view.raised_from, view.raised_before)


def test_enter_in_the_attendance_opens_the_people(busy, board):
    card(busy, "attendance").view.setFocus()
    busy.press("Return")
    assert busy.at == "people"
    assert busy.place.body_id == board.id


def test_a_click_on_a_bar_leads_there_too_and_beside_it_nowhere(busy):
    view = card(busy, "owner").view
    QTest.mouseMove(view, QPoint(view.width() // 2, 20))
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert view.toolTip() == "K Rowe: 1 of 2"
    QTest.mouseMove(view, QPoint(1, 1))
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert busy.at == "figures"
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(view.width() // 2, 20))
    busy.settle()
    assert busy.at == "actions"


def test_c_copies_the_picture_as_points_lines_and_words(busy):
    busy.press("Tab", "C")
    data = QApplication.clipboard().mimeData()
    assert data.imageData().width() > 2000
    assert data.imageData().pixelColor(1, 1) == QColor("white")
    assert bytes(data.data("image/svg+xml")).startswith(b"<svg")
    assert data.text().startswith("One action is over three months old. ")
    assert busy.said[-1] == "Copied: One action is over three months old"


def test_p_goes_back_further_and_to_a_year_again(busy):
    busy.press("P")
    assert busy.place.head.sub.text().endswith("last 24 months")
    assert busy.place.period_button.text() == "Last 24 months"
    busy.press("P")
    assert busy.place.head.sub.text().endswith("all years")
    busy.press("P")
    assert busy.place.head.sub.text().endswith("last 12 months")


def test_b_chooses_another_body_which_is_remembered(busy):
    other = busy.do(bodies.add_body, "Estmere Panel")
    busy.press("B", "1" if busy.place.bodies[0].name == "Estmere Panel" else "2")
    assert busy.place.body_id == other.id
    assert busy.context.settings.now.last_body == other.id
    assert busy.place.empty.heading.text() == "Nothing to count"
    assert busy.place.empty.hasFocus()
    busy.press("P", "P")
    assert busy.place.empty.heading.text() == "Nothing to count yet"
    assert busy.place.empty.why.text().startswith("Estmere Panel has no meeting and no action yet.")


def test_without_a_body_the_place_says_so(clerk):
    clerk.go("figures")
    assert clerk.place.empty.heading.text() == "No body yet"
    assert clerk.place.empty.hasFocus()
    clerk.press("C", "T", "W")
    assert clerk.said == []


def test_what_changes_meanwhile_is_shown_and_the_keyboard_stays(busy):
    busy.place.sheet.cards[2].view.setFocus()
    brought = busy.read(actions.log, body_id=busy.place.body_id)[2]
    busy.do(actions.set_progress, brought.action.id, Progress.DONE, at=datetime(2026, 8, 1, tzinfo=UTC))
    busy.settle()
    assert "2 of 3 actions are done, none of them late" in findings(busy)


def test_nothing_is_drawn_anew_where_nothing_changed(busy):
    before = list(busy.place.sheet.cards)
    busy.go("people")
    busy.go("figures")
    assert busy.place.sheet.cards == before


def test_ctrl_p_shows_the_report_as_it_prints(busy, board):
    busy.press("Ctrl+P")
    assert busy.at == "preview"
    assert busy.place.asked == [Where(body_id=board.id, note="figures year")]


def test_w_saves_the_report_as_word_and_keeps_that_it_left(busy, board, tmp_path):
    busy.press("W")
    dialog = busy.window.findChild(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "Norbury Improvement Board 2026-09-01 report in figures.docx"
    dialog.reject()
    path = tmp_path / "report.docx"
    busy.place.acts.report.save(board.id, busy.place.period, str(path))
    busy.settle()
    words = [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]
    assert "One action is over three months old" in words
    assert busy.said[-1] == "report.docx is saved"
    (kept,) = busy.read(exports.exports_of, board.id)
    assert (kept.kind, kept.name, kept.format) == ("figures", "report.docx", "docx")


def test_a_folder_that_cannot_be_written_is_told(busy, board, tmp_path):
    busy.place.acts.report.save(board.id, busy.place.period, str(tmp_path / "nowhere" / "report.docx"))
    busy.settle()
    assert busy.troubles
    assert busy.read(exports.exports_of, board.id) == ()


def test_two_columns_become_one_where_it_is_narrow(busy):
    assert busy.place.sheet.columns == 2
    busy.window.resize(800, 800)
    busy.settle()
    assert busy.place.sheet.columns == 1
    assert not busy.place.body_button.isVisible()
    assert busy.place.table_button.isVisible()
    cards = busy.place.sheet.cards
    busy.qtbot.waitUntil(lambda: len({each.view.width() for each in cards}) == 1)
    assert cards[1].y() > cards[0].geometry().bottom()


def test_tab_shows_the_finding_above_the_picture_too(busy):
    busy.context.theme.switch(scale=2.0)
    busy.window.resize(800, 700)
    busy.settle()
    cards, bar = busy.place.sheet.cards, busy.place.scroller.verticalScrollBar()
    for n in (1, 2, 3, 4, 3, 2, 1):
        busy.press("Tab" if busy.place.sheet.current() is cards[n - 1] else "Shift+Tab")
        assert busy.place.sheet.current() is cards[n]
        assert bar.value() <= cards[n].y()
    assert bar.value() > 0
    busy.context.theme.switch(scale=1.0)


def test_tables_stand_below_one_another_sooner_so_that_names_are_whole(busy):
    busy.window.resize(1024, 640)
    busy.settle()
    assert busy.place.sheet.columns == 2
    busy.press("T")
    assert busy.place.sheet.columns == 1
    assert busy.place.sheet.cards[0].table.hasFocus()
    busy.press("T")
    assert busy.place.sheet.columns == 2


def test_another_look_draws_the_charts_in_its_colours(busy):
    view = busy.place.sheet.cards[1].view
    before = view.pixmap().toImage()
    busy.context.theme.switch("dark")
    busy.settle()
    assert view.pixmap().toImage() != before
    high = view.height()
    busy.context.theme.switch("light", 2.0)
    busy.settle()
    assert view.height() > high
    busy.context.theme.switch("light", 1.0)


def test_f6_goes_from_the_charts_to_the_buttons(busy):
    assert busy.place.panels() == [busy.place.sheet.cards[0].view, busy.place.table_button]
