"""What is told at the start and never asked: words that came back, where the register lies; each is put away by key."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from tests.ui.benches import WAIT, Opened, in_the_room, register_with_meeting
from ui.app import Start
from ui.start_notes import came_back, left_out
from wibdesk.desk import local_now
from wibdesk.domain.recovered import Recovered
from wibdesk.services import meetings
from wibdesk.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
REMARK = "The register lies on a network folder, “/mnt”: keep it on this computer."


@pytest.fixture
def desk(qapp, tmp_path):
    """A window in the room of a meeting."""
    register_with_meeting(tmp_path / "register.wibdesk")
    made = in_the_room(Opened(tmp_path))
    yield made
    made.close()
    qapp.setStyleSheet("")


CHILD = """
import sys, time
from pathlib import Path
from wibdesk.desk import Desk
from wibdesk.domain.entries import Paragraph
from wibdesk.safety.rescuing import rescue_folders
from wibdesk.services import meetings, minutes
register = Path(sys.argv[1])
desk = Desk(register, rescue=rescue_folders(register))
desk.opened.result()
item = desk.read(meetings.find, "M1").result().items[1]
register.parent.rename(register.parent.with_name("away"))
desk.write(minutes.save_entries, item.id, (Paragraph("Kept in a second place"),))
while desk.status.rescued is None or desk.status.kept < desk.status.waiting:
    time.sleep(0.01)
print("kept", flush=True)
sys.stdin.read()
"""


def test_words_that_a_killed_desk_left_in_the_rescue_file_are_told_and_shown_on_wish(qapp, tmp_path):
    register = tmp_path / "here" / "register.wibdesk"
    register_with_meeting(register)
    command = [sys.executable, "-c", CHILD, str(register)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        assert desk.stdout.readline() == "kept\n"
        desk.kill()
    (tmp_path / "away").rename(tmp_path / "here")
    again = Opened(tmp_path, Start(register)).ready()
    again.see("5 words came back: ")
    again.press("Alt+S")
    again.at("Minutes of item 2")
    again.see("Kept in a second place")
    again.press("Alt+C")
    again.gone("words came back")
    again.close()
    calm = Opened(tmp_path, Start(register)).ready()
    calm.gone("words came back")
    calm.close()
    qapp.setStyleSheet("")


def test_what_found_no_place_is_listed_and_stays_until_the_clerk_has_it(desk):
    meeting = desk.context.desk.read(meetings.find, "M1").result(WAIT)
    back = Recovered("Minutes of 2 Any other business", local_now(), 2, 9, "Two words", "Norbury Board",
                     meeting.id, meeting.items[1].id)  # fmt: skip
    lost = Recovered("Minutes of 7 Gone", local_now(), 1, 5, "Alone", "Norbury Board", why="The item is gone.")
    desk.bench.notes.tell_end(None, (back, lost))
    desk.see("2 words came back: Minutes of 2 Any other business")
    desk.see("One thing could not be put back: the words are kept.")
    desk.press("Alt+S")
    desk.see("Words from the rescue file")
    desk.see("The item is gone.")
    desk.see("Alone")
    copy = next(b for b in _buttons(desk, "Copy the words") if "Alone" in desk.screen())
    copy.click()
    assert QGuiApplication.clipboard().text() in ("Two words", "Alone")
    _buttons(desk, "Go there")[0].click()
    desk.at("Minutes of item 2")
    desk.press("Alt+S")
    desk.see("Words from the rescue file")
    _buttons(desk, "I have these words: remove the rescue file")[0].click()
    desk.gone("could not be put back")


def test_a_remark_on_the_folder_is_put_away_for_good(desk):
    desk.bench.notes.remark(REMARK)
    desk.see("The register lies on a network folder")
    desk.see("Keep it on this computer.")
    desk.press("Alt+P")
    desk.gone("network folder")
    desk.bench.notes.remark(REMARK)
    assert "network folder" not in desk.screen()
    desk.bench.notes.remark(REMARK.replace("mnt", "other"))
    desk.see("network folder")
    desk.context.settings.settle(WAIT)
    assert len(Settings(desk.folder / "settings.json").now.dismissed) == 1


@pytest.mark.parametrize(
    ("words", "said"), [((), ""), ((1,), "1 word came back: A."), ((2, 3), "5 words came back: A and 1 more."),
                        ((0,), "What was changed came back: A.")],
)  # fmt: skip
def test_what_came_back_is_counted(words, said):
    assert came_back([Recovered("AB"[n], words=count) for n, count in enumerate(words)]) == said


def test_what_did_not_come_back_is_counted():
    assert left_out([]) == ""
    assert left_out([Recovered("A"), Recovered("B")]) == "2 things could not be put back: the words are kept."


def _buttons(desk, words):
    from ui.widgets.button import Button  # noqa: PLC0415 - only here

    return [b for b in desk.window.findChildren(Button) if b.text() == words and b.isVisible()]
