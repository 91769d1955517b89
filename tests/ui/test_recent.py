"""Where the clerk was last: meetings and registers, found again with Ctrl R, also where they are gone."""

from tests.ui.benches import Opened, in_the_room, register_with_meeting
from ui.app import Start
from ui.recent import KEPT, note_meeting
from wibdesk.services import meetings
from wibdesk.settings import Settings


def test_the_last_meetings_are_remembered_by_their_ids_alone_the_latest_first(tmp_path):
    settings, register = Settings(tmp_path / "settings.json"), tmp_path / "one.wibdesk"
    for n in (1, 2, 1, *range(3, 20)):
        note_meeting(settings, register, f"m{n}")
    assert settings.now.recent_meetings == {str(register): [f"m{n}" for n in range(19, 19 - KEPT, -1)]}


def test_ctrl_r_leads_back_into_a_meeting_and_says_where_a_removed_one_is(tmp_path, qapp):
    register_with_meeting(tmp_path / "register.wibdesk")
    opened = in_the_room(Opened(tmp_path))
    opened.window.go("people")
    opened.press("Ctrl+R")
    opened.see("Norbury Board, Tue 1 Sep 2026")
    opened.press("Return")
    opened.at("Minutes of item 1")
    opened.press("Ctrl+R")
    opened.see("open it")
    opened.press("Ctrl+R")
    opened.gone("open it")
    meeting = opened.context.desk.read(meetings.find, "M1").result(20)
    opened.window.go("people")
    opened.context.operations.write(meetings.remove_meeting, meeting.id, undo="removed")
    opened.see("removed")
    opened.press("Ctrl+R")
    opened.see("A meeting that was removed")
    opened.press("Return")
    opened.until(lambda: opened.window.place is opened.window.places.get("safe_keeping"), "the bin is shown")
    opened.close()


def test_another_register_is_offered_and_one_that_is_gone_is_said_to_be(tmp_path, qapp):
    for name in ("register", "second", "third"):
        register_with_meeting(tmp_path / f"{name}.wibdesk")
    Opened(tmp_path, Start(tmp_path / "second.wibdesk")).ready().close()
    Opened(tmp_path, Start(tmp_path / "third.wibdesk")).ready().close()
    (tmp_path / "third.wibdesk").unlink()
    opened = Opened(tmp_path).ready()
    opened.press("Ctrl+R")
    opened.see("Register third, not there now")
    opened.type("third")
    opened.press("Return")
    opened.see("is not there now: put the stick or the network drive back")
    opened.press("Ctrl+R")
    opened.see("Register second")
    opened.type("second")
    opened.press("Return")
    opened.until(lambda: opened.bench.next_start is not None, "the window goes on with another register")
    assert opened.bench.next_start.register == tmp_path / "second.wibdesk"
    assert opened.bench.close()
    opened.drop()


def test_nothing_that_was_open_before_is_said_so(tmp_path, qapp):
    opened = Opened(tmp_path).ready()
    opened.press("Ctrl+R")
    opened.see("Nothing was open before")
    opened.close()
