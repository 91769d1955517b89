"""A disk that refuses: the banner says since when, how much waits and where it is; typing goes on, nothing is lost."""

import json

import pytest

from tests.ui.benches import WAIT, Opened, in_the_room, register_with_meeting
from ui.app import Start
from ui.keeping import Kept, kept_by
from ui.places.room.typed import word_count
from wibdesk.changes import SaveStatus
from wibdesk.domain.entries import Bullet, Paragraph
from wibdesk.interchange.meeting_file import read_file
from wibdesk.services import meetings

WORDS = "Seven words wait for the full disk"


@pytest.fixture
def desk(qapp, tmp_path):
    """A window in the room of a meeting."""
    (tmp_path / "here").mkdir()
    register_with_meeting(tmp_path / "here" / "register.wibdesk")
    made = in_the_room(Opened(tmp_path, Start(tmp_path / "here" / "register.wibdesk")))
    yield made
    made.close()
    qapp.setStyleSheet("")


@pytest.fixture
def gone(desk):
    """The same, its folder moved away while a sentence was typed."""
    away = desk.folder / "away"
    desk.type("Stored before. ")
    desk.until(lambda: "Saved" in desk.screen(), "the words are stored")
    (desk.folder / "here").rename(away)
    desk.type(WORDS)
    desk.see("is in the register yet")
    yield desk
    if away.exists():
        away.rename(desk.folder / "here")
        desk.context.desk.retry()
    desk.until(lambda: not desk.context.desk.status.pending, "the disk takes everything")


def come_back(desk):
    (desk.folder / "away").rename(desk.folder / "here")


def test_the_banner_says_since_when_how_much_waits_and_where_it_is(gone):
    gone.see("Nothing typed since ")
    gone.see("put it back there")
    gone.see("7 words of item 1 wait.")
    gone.see("They are kept in a rescue file in “")
    gone.at("Minutes of item 1")
    gone.type(", and typing goes on")
    gone.see(f"{WORDS}, and typing goes on")
    gone.see("11 words of item 1 wait.")


def test_it_goes_by_itself_when_the_disk_is_back_and_nothing_is_lost(gone):
    come_back(gone)
    gone.gone("is in the register yet")
    meeting = gone.context.desk.read(meetings.find, "M1").result(WAIT)
    assert [entry.text for entry in meeting.items[0].entries] == [f"Stored before. {WORDS}"]


def test_try_again_now_is_on_a_key_and_keeps_the_keyboard_where_it_is(gone):
    come_back(gone)
    gone.press("Alt+T")
    gone.at("Minutes of item 1")
    gone.gone("is in the register yet")


def test_the_window_closes_while_the_words_are_in_the_rescue_file_and_they_come_back(gone):
    gone.until(lambda: (now := gone.context.desk.status).rescued and now.kept >= now.waiting, "all is kept")
    gone.window.close()
    assert not gone.window.isVisible()
    gone.window.show()


def test_a_copy_of_the_meeting_is_written_from_memory(gone, tmp_path):
    copy = tmp_path / "copy.json"
    gone.bench.trouble.elsewhere.save(copy)
    gone.see("A copy of the meeting is in ")
    meeting = read_file(copy)
    assert [entry.text for entry in meeting.items[0].entries] == [f"Stored before. {WORDS}"]
    assert json.loads(copy.read_text("utf-8"))["format"] == "wibdesk.meeting"


def test_a_copy_as_plain_text_holds_every_word(gone, tmp_path):
    copy = tmp_path / "copy.txt"
    gone.press("Return")
    gone.type("and a second line")
    gone.bench.trouble.elsewhere.save(copy)
    gone.see("A copy of the meeting is in ")
    text = copy.read_text("utf-8")
    for words in ("Norbury Board", "Front door", f"Stored before. {WORDS}", "and a second line", "Any other business"):
        assert words in text


def test_the_dialog_for_the_copy_proposes_a_name_and_writes_what_is_chosen(gone, tmp_path):
    gone.press("Alt+U")
    dialog = gone.bench.trouble.elsewhere.ask()
    assert "Norbury Board" in dialog.selectedFiles()[0]
    dialog.fileSelected.emit(str(tmp_path / "chosen.json"))
    gone.until((tmp_path / "chosen.json").exists, "the copy is written")
    dialog.reject()


def test_a_copy_that_cannot_be_written_is_told(gone, tmp_path):
    gone.bench.trouble.elsewhere.save(tmp_path / "nowhere" / "copy.json")
    gone.see("is not there.")


def test_without_a_meeting_in_memory_no_copy_is_offered(qapp, tmp_path):
    opened = Opened(tmp_path).ready()
    assert not opened.bench.trouble.elsewhere.possible()
    assert opened.bench.trouble.elsewhere.ask() is None
    opened.bench.trouble.elsewhere.save(tmp_path / "copy.json")
    assert [answer.words for answer in opened.bench.trouble.answers()] == ["Try again now"]
    opened.close()
    qapp.setStyleSheet("")


def test_a_disk_that_does_not_answer_is_told_too_and_calmly(desk):
    since = desk.context.desk.now()
    desk.bench.trouble.tell(SaveStatus(pending=True, stalled=True, unsaved_since=since))
    desk.see("The disk does not answer.")
    desk.see("They are safe in this window")
    assert desk.window.voice.banners["saving"].tone == "warn"
    desk.bench.trouble.tell(SaveStatus(saved_at=since))
    desk.gone("The disk does not answer.")


def test_a_folder_that_takes_no_rescue_file_is_told(desk):
    status = SaveStatus(trouble="The disk is full.", pending=True, unrescued="No second place takes them either.")
    desk.bench.trouble.tell(status)
    desk.see("No second place takes them either.")
    desk.bench.trouble.tell(SaveStatus())


def test_the_window_stays_open_while_words_are_nowhere_else(desk):
    desk.bench.trouble.ask_to_stay(Kept(everything=False))
    desk.see("WIBDesk stays open until your words are on the disk")
    desk.bench.trouble.tell(SaveStatus())
    desk.gone("WIBDesk stays open")


def test_a_desk_that_can_save_no_more_offers_the_copy_and_closing_without(desk):
    desk.type("Typed last")
    desk.window.place.leave()
    assert kept_by(desk.context.desk).everything
    desk.typist.settle()
    desk.bench.trouble.ask_to_stay(Kept(everything=False, broken=True))
    desk.see("What was typed last is in this window alone")
    desk.see("Save a copy elsewhere")
    desk.press("Alt+W")
    desk.until(lambda: not desk.window.isVisible(), "the window is closed")


def test_waiting_for_the_disk_tells_how_it_stands(desk):
    assert kept_by(desk.context.desk).everything
    desk.type("More")
    desk.window.place.leave()
    kept = kept_by(desk.context.desk)
    assert kept.everything
    assert kept.at is not None


def test_the_banner_keeps_its_button_while_its_words_change(gone):
    button = gone.window.voice.banners["saving"].buttons[0]
    gone.type(" and on")
    gone.see("9 words of item 1 wait.")
    assert gone.window.voice.banners["saving"].buttons[0] is button


def test_words_are_counted_over_all_kinds_of_line():
    assert word_count((Paragraph("Two words"), Bullet("three more words"))) == 5


def test_the_end_of_the_session_stores_first_and_waits_where_the_disk_refuses(gone):
    class Manager:
        cancelled = False

        def allowsInteraction(self):
            return True

        def cancel(self):
            self.cancelled = True

    from ui.session_end import SessionEnd  # noqa: PLC0415 - signals are taken as soon as one is made

    told, manager = [], Manager()
    end = SessionEnd(lambda: told.append("saved") is None and False)
    try:
        end.commit(manager)
        assert (told, manager.cancelled) == (["saved"], True)
    finally:
        end.stop()
