"""From the preview of a meeting one key leads to sending its minutes."""

from tests.ui.clerk import Elsewhere
from tests.ui.places.mail_clerk import entry


def test_the_preview_leads_to_sending_the_minutes(clerk, place, meeting):
    clerk.window.entries["send"] = entry(Elsewhere)
    place.middle.view.setFocus()
    foot = place.keys()
    assert ("M", "send") in foot
    clerk.press("M")
    assert clerk.asked("send").meeting_id == meeting.id
