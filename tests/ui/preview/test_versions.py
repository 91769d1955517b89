"""The public and the full version in the preview: chosen first, said in words, refused where nothing may be told."""

from dataclasses import replace

import pytest
from docx import Document

from tests.ui.preview.conftest import findings, show, words_of_pdf
from ui.place import PUBLIC_SUMMARY, Where
from wibdesk.domain.entries import Paragraph
from wibdesk.services import agenda, minutes

SECRET = "The tender of the lowest bidder was 41,000."
SUMMARY = "The Board awarded the contract."
PUBLIC = "Norbury Improvement Board 2026-07-07 minutes draft public"
FULL = "Norbury Improvement Board 2026-07-07 minutes draft full, not for publication"


@pytest.fixture
def exempt(clerk, meeting):
    """The fourth item of the meeting: exempt, minuted, and not yet told the public."""
    item = replace(meeting.items[3], part=2, exempt_paragraph="3")
    clerk.do(agenda.change_item, item)
    clerk.do(minutes.save_entries, item.id, (Paragraph(SECRET),))
    return item


@pytest.fixture
def told(clerk, exempt):
    """The same item with its public summary."""
    clerk.do(agenda.change_item, replace(exempt, public_summary=SUMMARY))
    return exempt


def test_where_nothing_is_exempt_one_quiet_line_says_so(clerk, place):
    assert not place.side.audience.choice.isVisible()
    assert place.side.audience.words.text() == "Nothing here is exempt. Left out: 1 private note."


def test_the_public_version_comes_first_and_says_what_it_leaves_out(clerk, told, place, tmp_path):
    assert place.side.audience.choice.chosen() == "public"
    words = place.side.audience.words.text()
    assert words.startswith("For everybody. Left out: 1 private note; item 4 “Action log” (exempt)")
    clerk.press("W", "T")
    saved = "\n".join(paragraph.text for paragraph in Document(tmp_path / f"{PUBLIC}.docx").paragraphs)
    assert SUMMARY in saved
    assert SECRET not in saved
    assert SECRET not in (tmp_path / f"{PUBLIC}.txt").read_text("utf-8")
    assert SECRET not in words_of_pdf(place.work.printed.pdf)


def test_v_shows_the_full_version_which_says_that_it_is_not_for_publication(clerk, told, place, tmp_path):
    clerk.press("V")
    assert SECRET in words_of_pdf(place.work.printed.pdf)
    assert "Not for publication" in words_of_pdf(place.work.printed.pdf)
    assert place.side.audience.words.text().startswith("Not for publication: it tells what is exempt.")
    clerk.press("P")
    assert SECRET in words_of_pdf(tmp_path / f"{FULL}.pdf")
    clerk.press("V")
    assert SECRET not in words_of_pdf(place.work.printed.pdf)


def test_the_arrow_keys_choose_the_version_at_the_side(clerk, told, place):
    clerk.press("S")
    assert place.side.audience.choice.focusProxy().hasFocus()
    clerk.press("Right")
    assert place.side.audience.choice.chosen() == "full"
    assert SECRET in words_of_pdf(place.work.printed.pdf)


def test_both_versions_stand_side_by_side_where_the_window_is_small(clerk, told, place):
    clerk.window.resize(1024, 640)
    clerk.settle()
    public, full = place.side.audience.choice.segments
    assert public.y() == full.y()
    assert min(public.height(), full.height()) >= clerk.context.theme.size("control")


def test_tab_goes_from_the_version_to_the_findings(clerk, told, place):
    clerk.press("S", "Tab")
    assert place.side.list.hasFocus()
    clerk.press("Shift+Tab")
    assert place.side.audience.choice.focusProxy().hasFocus()


def test_each_visit_begins_with_the_public_version(clerk, told, place, meeting):
    clerk.press("V")
    clerk.go("actions")
    clerk.go("preview", Where(meeting_id=meeting.id))
    assert place.making.looked.order.edition == "public"


def test_a_public_version_that_would_say_nothing_is_refused_with_the_way_to_put_it_right(
    clerk, exempt, place, meeting, tmp_path
):
    assert place.middle.empty.isVisible()
    assert place.middle.empty.heading.text() == "No public version yet"
    assert "Write a public summary for item 4 “Action log”" in place.middle.empty.why.text()
    assert not place.middle.view.isVisible()
    assert not place.compare_button.isEnabled()
    clerk.press("W", "P", "Ctrl+P", "C")
    assert place.middle.empty.isVisible()
    assert clerk.window.key_bar.pairs[:2] == [("1", "go to finding"), ("V", "full version")]
    assert list(tmp_path.glob("*minutes*")) == []
    finding = findings(place)["No public version yet"]
    clerk.press(finding.key)
    assert clerk.asked("agenda") == Where(meeting.body.id, meeting.id, exempt.id, PUBLIC_SUMMARY)


def test_what_is_refused_can_still_be_had_in_full(clerk, exempt, place):
    clerk.press("V")
    assert place.middle.view.isVisible()
    assert SECRET in words_of_pdf(place.work.printed.pdf)


def test_a_summary_written_meanwhile_brings_the_public_version(clerk, exempt, place):
    clerk.do(agenda.change_item, replace(exempt, public_summary=SUMMARY))
    clerk.qtbot.waitUntil(place.middle.view.isVisible)
    clerk.settle()
    assert SUMMARY in words_of_pdf(place.work.printed.pdf)


def test_papers_that_tell_nothing_exempt_have_one_version(clerk, exempt, place):
    show(clerk, "Sign-in sheet")
    assert not place.side.audience.choice.isVisible()
    assert place.side.name.text() == "Norbury Improvement Board 2026-07-07 sign-in sheet"


def test_an_extract_of_another_item_is_not_refused(clerk, exempt, place):
    show(clerk, "Extract of one item")
    assert place.middle.view.isVisible()
    assert not place.side.audience.choice.isVisible()
    place.side.options.item.setFocus()
    clerk.press("Down", "Down", "Down")
    assert place.middle.empty.isVisible()
    assert place.side.audience.choice.isVisible()
