"""From the room of a closed meeting one key leads to sending its minutes."""

from tests.ui.clerk import Elsewhere
from tests.ui.places.mail_clerk import entry
from wibdesk.domain.meetings import Stage


def test_a_closed_meeting_leads_to_sending_its_minutes(live):
    live.window.entries["send"] = entry(Elsewhere)
    live.press("Ctrl+Shift+S")
    assert live.at == "room"
    live.press("Shift+F5", "Ctrl+Return", "Esc")
    assert live.session.stage is Stage.CLOSED
    live.press("Ctrl+Shift+S")
    assert live.asked("send").meeting_id == live.session.meeting.id
    live.go("room")
    strip = live.room.sheet.strip
    assert strip.words.height() < 3 * strip.words.fontMetrics().height(), "the words are squeezed by the buttons"
    strip.send.click()
    live.settle()
    assert live.at == "send"
