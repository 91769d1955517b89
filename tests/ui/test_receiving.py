"""Files that come to the desk: dropped on the window, named at the start, passed on by a second start."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFileOpenEvent
from PySide6.QtWidgets import QApplication

from tests.ui.benches import Opened, in_the_room, register_with_meeting
from ui.app import Start
from wibdesk.commands.arguments import read_arguments
from wibdesk.services import meetings
from wibdesk.store.lock import come_forward

ROOT = Path(__file__).resolve().parents[2]
TAKE, LEAVE = "Take it into the register", "Leave it"


def meeting_file(folder: Path, name: str = "board.wibmeeting", *, body: str = "Dene Valley Forum", **more) -> Path:
    """Write a meeting file with one item of a paragraph, an action and a private note."""
    entries = [
        {"kind": "paragraph", "text": "The figures were received."},
        {"kind": "action", "text": "send the return", "owners": ["K Rowe"], "due": {"kind": "none"}},
        {"kind": "private_note", "text": "ring the presenter"},
    ]
    meeting = {"date": "2026-09-15", **more}
    document = {
        "format": "wibdesk.meeting", "version": 1, "body": {"name": body}, "meeting": meeting,
        "attendance": [{"name": "Karen Rowe", "group": "member", "status": "present"}],
        "items": [{"title": "Front door", "entries": entries}],
    }  # fmt: skip
    path = folder / name
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


@pytest.fixture
def opened(tmp_path, qapp):
    register_with_meeting(tmp_path / "register.wibdesk")
    opened = Opened(tmp_path).ready()
    yield opened
    opened.close()


def drop(window, *paths, words: str = "") -> bool:
    """Drag and drop files or words on the middle of the window, as the system does; say whether the drag was taken."""
    data = QMimeData()
    if paths:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    else:
        data.setText(words)
    middle, copy, left = window.rect().center(), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    drag = QDragEnterEvent(middle, copy, data, left, Qt.KeyboardModifier.NoModifier)
    drag.ignore()
    QApplication.sendEvent(window, drag)
    if drag.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(middle), copy, data, left, Qt.KeyboardModifier.NoModifier))
    return drag.isAccepted()


def held(opened) -> list[str]:
    """The references of the meetings in the register."""
    return sorted(one.ref for one in opened.context.desk.read(meetings.meetings).result(20))


def test_a_meeting_file_that_is_dropped_is_shown_and_not_stored(opened, tmp_path):
    assert drop(opened.window, meeting_file(tmp_path))
    opened.see("Dene Valley Forum, Tue 15 Sep 2026")
    opened.see("1 item, 3 entries, 1 action, 1 person, 1 private note")
    opened.see("It is not in your register yet. Its body is new here and comes with it.")
    assert held(opened) == ["M1"]


def test_what_is_taken_in_is_opened_and_ctrl_z_takes_it_back(opened, tmp_path):
    drop(opened.window, meeting_file(tmp_path))
    opened.see(TAKE)
    opened.press("1")
    opened.see("taken into the register")
    opened.until(lambda: held(opened) == ["M1", "M2"], "the meeting is stored")
    opened.at("Meetings")
    opened.window.undo()
    opened.until(lambda: held(opened) == ["M1"], "the meeting is gone again")


def test_a_meeting_of_today_is_gone_on_with_in_the_room(opened, tmp_path):
    today = opened.context.desk.now().date().isoformat()
    drop(opened.window, meeting_file(tmp_path, date=today))
    opened.see(TAKE)
    opened.press("1")
    opened.until(lambda: opened.window.place is opened.window.places.get("room"), "the room is shown")


def test_a_meeting_of_today_that_has_begun_and_not_ended_is_open_in_the_room(opened, tmp_path):
    today = opened.context.desk.now().date().isoformat()
    drop(opened.window, meeting_file(tmp_path, date=today, start="09:30"))
    opened.see("It is of today and has no closing time: it comes in open, and you go on with it.")
    opened.press("1")
    opened.until(lambda: opened.window.place is opened.window.places.get("room"), "the room is shown")
    opened.until(lambda: opened.window.place.session.live, "the meeting is open")


def test_an_earlier_meeting_without_a_closing_time_says_that_it_comes_in_as_held(opened, tmp_path):
    drop(opened.window, meeting_file(tmp_path, start="09:30"))
    opened.see("It has no closing time, and comes in as held.")


def test_esc_leaves_the_file_and_stores_nothing(opened, tmp_path):
    drop(opened.window, meeting_file(tmp_path))
    opened.see(LEAVE)
    opened.press("Esc")
    opened.gone(TAKE)
    assert held(opened) == ["M1"]


def test_the_same_file_again_is_known_word_for_word(opened, tmp_path):
    path = meeting_file(tmp_path)
    drop(opened.window, path)
    opened.see(TAKE)
    opened.press("1")
    opened.until(lambda: held(opened) == ["M1", "M2"], "the meeting is stored")
    opened.at("Meetings")
    exported = tmp_path / "again.wibmeeting"
    command = [sys.executable, "-m", "wibdesk", "--store", str(tmp_path / "register.wibdesk")]
    done = subprocess.Popen([*command, "export", "M2", "--as", "wibmeeting", "--to", str(exported)], cwd=ROOT)
    opened.until(lambda: done.poll() is not None, "the meeting is exported")
    assert done.returncode == 0
    drop(opened.window, exported)
    opened.see("It is in your register, word for word.")
    opened.press("1")
    opened.at("Minutes of item 1")
    assert held(opened) == ["M1", "M2"]


def test_another_version_says_so_and_goes_in_its_place_only_when_that_is_chosen(opened, tmp_path):
    drop(opened.window, meeting_file(tmp_path))
    opened.see(TAKE)
    opened.press("1")
    opened.until(lambda: held(opened) == ["M1", "M2"], "the meeting is stored")
    opened.at("Meetings")
    drop(opened.window, meeting_file(tmp_path, "newer.wibmeeting", venue="Hall"))
    opened.see("Your register has another version of it: 1 item, 3 entries")
    opened.press("3")
    opened.see("taken into the register")
    again = opened.context.desk.read(meetings.find, "M2").result(20)
    assert again.details.venue == "Hall"
    assert held(opened) == ["M1", "M2"]


def test_several_files_come_one_after_the_other(opened, tmp_path):
    drop(opened.window, meeting_file(tmp_path), meeting_file(tmp_path, "two.json", body="Norbury Forum"))
    opened.see("1 more file waits.")
    opened.press("2")
    opened.see("Norbury Forum")
    opened.press("1")
    opened.until(lambda: held(opened) == ["M1", "M2"], "the second is stored")


def test_a_file_that_is_no_meeting_file_is_told_on_the_page(opened, tmp_path):
    broken = tmp_path / "broken.wibmeeting"
    broken.write_text("{", encoding="utf-8")
    drop(opened.window, broken)
    opened.see("This file cannot be taken in")
    opened.press("1")
    opened.gone("This file cannot be taken in")
    assert held(opened) == ["M1"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs named pipes")
@pytest.mark.parametrize("name", ["pipe.wibmeeting", "pipe.xlsx", "pipe.wibset"])
def test_a_pipe_is_refused_and_the_window_goes_on(opened, tmp_path, name):
    os.mkfifo(tmp_path / name)
    drop(opened.window, tmp_path / name)
    opened.see("is no file but a pipe or a device")


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_folders_links_to_nothing_and_very_large_files_are_told_on_the_page(opened, tmp_path):
    (tmp_path / "folder.wibmeeting").mkdir()
    (tmp_path / "link.wibmeeting").symlink_to("nowhere")
    with (tmp_path / "huge.wibmeeting").open("wb") as file:
        file.truncate(2**31)
    for name, words in (("folder", "is a directory"), ("link", "no such file"), ("huge", "larger than 20 MB")):
        drop(opened.window, tmp_path / f"{name}.wibmeeting")
        opened.see(words)
        opened.press("1")
        opened.at("Meetings")
    assert held(opened) == ["M1"]


def test_a_file_named_at_the_start_is_shown_once_the_register_is_open(tmp_path, qapp):
    register_with_meeting(tmp_path / "register.wibdesk")
    opened = Opened(tmp_path, Start(tmp_path / "register.wibdesk", files=(meeting_file(tmp_path),)))
    opened.see("Dene Valley Forum, Tue 15 Sep 2026")
    opened.close()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_second_start_hands_its_file_to_the_first_window(opened, tmp_path):
    path = meeting_file(tmp_path)
    command = [sys.executable, "-m", "wibdesk", "--store", str(tmp_path / "register.wibdesk"), str(path)]
    second = subprocess.Popen(command, cwd=ROOT)
    opened.until(lambda: second.poll() is not None, "the second start has ended")
    assert second.returncode == 0
    opened.see("Dene Valley Forum, Tue 15 Sep 2026")


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_a_second_start_without_a_file_only_shows_the_window(opened, tmp_path):
    opened.until(lambda: opened.bench.ready, "ready")
    place = opened.window.place
    assert come_forward(tmp_path / "register.wibdesk")
    assert opened.window.place is place


def test_what_no_place_can_use_is_said_and_nothing_else_happens(opened, tmp_path):
    picture = tmp_path / "plan.png"
    picture.write_bytes(b"")
    opened.window.go("people")
    drop(opened.window, picture)
    opened.see("plan.png can not be used here")


def test_any_other_file_becomes_a_paper_of_the_item_on_the_sheet(opened, tmp_path):
    in_the_room(opened)
    drop(opened.window, tmp_path / "Heat_map.pdf", tmp_path / "return.docx")
    opened.see("2 papers listed under “Front door”")
    titles = [paper.title for paper in opened.context.desk.read(meetings.find, "M1").result(20).items[0].papers]
    assert titles == ["Heat map", "return"]
    opened.until(lambda: len(opened.window.place.session.item.papers) == 2, "the room knows of them")
    drop(opened.window, tmp_path / "heat_map.pdf")
    opened.see("That is listed already under “Front door”")
    opened.window.undo()
    opened.until(lambda: not opened.context.desk.read(meetings.find, "M1").result(20).items[0].papers, "taken back")


def test_words_that_are_dropped_stand_in_the_minutes_as_if_pasted(opened):
    in_the_room(opened)
    assert drop(opened.window, words="The figures were received.")
    opened.until(
        lambda: "The figures were received." in QApplication.focusWidget().toPlainText(), "the words are there"
    )


def test_words_are_not_taken_where_nothing_is_typed(opened):
    opened.window.go("people")
    assert not drop(opened.window, words="The figures were received.")


def test_a_workbook_goes_to_the_plans(opened, tmp_path):
    empty = tmp_path / "plan.xlsx"
    empty.write_bytes(b"")
    drop(opened.window, empty)
    opened.until(lambda: opened.window.place is opened.window.places.get("plans"), "the plans are shown")
    opened.see("plan.xlsx")


def test_the_settings_of_a_colleague_are_looked_at_in_settings(opened, tmp_path):
    bundle = tmp_path / "desk.wibset"
    bundle.write_text("{}", encoding="utf-8")
    assert drop(opened.window, bundle)
    opened.until(lambda: opened.window.place.place_id == "settings", "settings are shown")
    opened.see("desk.wibset")


def test_a_file_that_the_system_opens_while_the_desk_runs_is_shown(opened, tmp_path):
    QApplication.sendEvent(opened.window, QFileOpenEvent(str(meeting_file(tmp_path))))
    opened.see(TAKE)


def test_the_files_after_the_options_are_to_be_shown_and_those_of_a_command_are_not():
    assert read_arguments(["--store", "r.wibdesk", "a.WIBMEETING", "b.xlsx"]).files == [
        Path("a.WIBMEETING"),
        Path("b.xlsx"),
    ]
    assert read_arguments(["import", "a.json"]).files == ["a.json"]  # its own
    assert read_arguments([]).files == []
