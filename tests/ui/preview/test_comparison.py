"""A paper compared with its version exported last: in the window by keys, and line by line."""

from dataclasses import replace

import pytest

from tests.ui.preview.conftest import show
from ui.differences import Line, Mark, Piece, count, differences
from ui.place import Where
from wibdesk.domain.entries import Decision, Paragraph
from wibdesk.services import agenda, bodies, exports, minutes

FIRST = "The Board heard that assessments had taken more than @@ days."
LONG = "The Board heard from each of the partners in turn how the new arrangements had worked over the summer months."


def text_of(place):
    return place.middle.comparison.text.toPlainText().replace("\t", " ").splitlines()


def struck(place, word):
    """Whether a word of the comparison is struck out, and whether it is underlined."""
    found = place.middle.comparison.text.document().find(word)
    assert not found.isNull()
    font = found.charFormat().font()
    return font.strikeOut(), font.underline()


def test_before_the_first_export_there_is_nothing_to_compare_with(clerk, place):
    assert place.compare_button.text() == "Compare with the last version"
    clerk.press("C")
    assert place.middle.comparison.empty.heading.text() == "Nothing was exported yet"
    assert not place.middle.view.isVisible()
    clerk.press("Escape")
    assert place.middle.view.isVisible()
    assert clerk.place is place


def test_a_save_is_recorded_and_the_button_names_it(clerk, place, meeting):
    clerk.press("W")
    clerk.qtbot.waitUntil(lambda: place.making.papers.last is not None)
    kept = clerk.read(exports.last_export, meeting.id, "minutes")
    assert (kept.edition, kept.style, kept.format) == ("full", "plain", "docx")
    assert kept.name == "Norbury Improvement Board 2026-07-07 minutes draft.docx"
    assert FIRST in " ".join(kept.words.split())
    assert place.compare_button.text() == "Compare with the version of Tue 1 Sep 2026 09:00 (Word)"
    clerk.press("C")
    assert place.middle.comparison.empty.heading.text() == "No changes since Tue 1 Sep 2026 09:00"


def test_what_was_added_and_removed_since_is_shown_by_more_than_colour(clerk, place, meeting):
    clerk.press("P")
    entries = (Paragraph(FIRST.replace("more than @@", "forty")), *clerk.read(minutes_of, meeting)[1:])
    clerk.do(minutes.save_entries, meeting.items[2].id, (*entries, Decision(("That a report comes in October.",))))
    clerk.press("C")
    shown = text_of(place)
    assert "− The Board heard that assessments had taken more than @@ days." in shown
    assert "+ The Board heard that assessments had taken forty days." in shown
    assert any(line.startswith("+") and "That a report comes in October." in line for line in shown)
    assert any("lines as before" in line for line in shown)
    assert struck(place, "more than @@") == (True, False)
    assert struck(place, "forty") == (False, True)
    assert struck(place, "assessments") == (False, False)
    assert place.middle.comparison.about.text().startswith("+ 3 lines added, − 1 line removed.")
    assert place.middle.comparison.text.hasFocus()
    assert "line removed" in place.middle.comparison.text.accessibleDescription()
    clerk.press("Escape")
    assert place.list.hasFocus()
    assert place.middle.view.isVisible()


def minutes_of(uow, meeting):
    return uow.meetings.whole(meeting.id).items[2].entries


def test_the_page_keys_of_the_list_scroll_the_comparison(clerk, place, meeting):
    clerk.press("P")
    clerk.do(minutes.save_entries, meeting.items[0].id, tuple(Paragraph(f"{n} {LONG}") for n in range(60)))
    clerk.press("C")
    place.list.setFocus()
    clerk.press("PgDown")
    assert place.middle.comparison.text.verticalScrollBar().value() > 0
    clerk.context.theme.switch("dark")
    assert place.middle.comparison.text.verticalScrollBar().maximum() > 0


def test_another_paper_or_version_is_compared_with_its_own(clerk, place, meeting):
    clerk.press("W")
    show(clerk, "Agenda")
    assert place.making.papers.last is None
    show(clerk, "Minutes")
    assert place.making.papers.last.format == "docx"
    clerk.do(agenda.change_item, replace(meeting.items[3], part=2, public_summary="The Board agreed the contract."))
    clerk.qtbot.waitUntil(lambda: place.making.papers.last is None)
    clerk.settle()
    clerk.press("C")
    assert place.middle.comparison.empty.heading.text() == "The public version was not exported yet"
    clerk.press("Escape", "V")
    assert place.making.papers.last.edition == "full"
    assert place.compare_button.text() == "Compare with the version of Tue 1 Sep 2026 09:00 (Word, full)"


def test_extracts_of_different_items_are_not_compared(clerk, place, meeting):
    show(clerk, "Extract of one item")
    clerk.press("T")
    clerk.qtbot.waitUntil(lambda: place.making.papers.last is not None)
    place.side.options.item.setFocus()
    clerk.press("Down")
    assert place.making.papers.last is None


def test_the_log_of_all_bodies_is_saved_without_a_record(clerk, board, meeting, tmp_path):
    clerk.do(bodies.add_body, "Marlbridge Panel")
    clerk.go("actions")
    place = clerk.go("preview", Where(note='actions ["open", "", "", "", ""]'))
    clerk.press("W")
    assert [path.name for path in tmp_path.glob("*.docx")] == ["All bodies 2026-09-01 action log.docx"]
    assert clerk.troubles == []
    assert place.making.papers.last is None


def test_where_it_is_narrow_the_comparison_has_the_whole_place(clerk, place):
    clerk.press("W")
    clerk.context.theme.switch(scale=2.0)
    clerk.settle()
    clerk.press("C")
    assert place.middle.comparison.isVisible()
    assert not place.list.isVisible()
    clerk.press("Escape")
    assert place.list.isVisible()
    assert place.list.hasFocus()


def test_the_same_words_differ_in_nothing_however_they_are_broken():
    broken = (
        "The Board heard from each of the partners in turn how the new arrangements had\nworked over the summer months."
    )
    assert differences(broken, broken) == ()
    assert differences("A\n=\n\nB", "A\n\nB\n") == ()


def test_one_word_more_changes_one_line_of_a_wrapped_paragraph():
    first = "The Board heard from each of the partners in turn how the new arrangements had"
    before = f"{first}\nworked over the summer months."
    after = f"{first}\nworked well over the summer months."
    lines = differences(before, after)
    assert [line.mark for line in lines] == [Mark.REMOVED, Mark.ADDED]
    assert [piece.words for piece in lines[1].pieces if piece.changed] == ["well"]
    assert lines[1].words == LONG.replace("worked", "worked well")


def test_columns_are_compared_whatever_their_width():
    assert differences("Helen Ferrer  Chair\n", "Helen Ferrer      Chair\n") == ()
    assert differences("One.  Two", "Other.  Three")[-1] == Line(Mark.ADDED, (Piece("Other.  Three", True),))


@pytest.mark.parametrize(
    ("before", "after", "marks"),
    [
        ("a\nb\nc", "a\nc", " − "),
        ("a\nc", "a\nb\nc", " + "),
        ("a b c d\nx", "a b c e\nx", "−+ "),
        ("q r\nx", "s t\nx", "−+ "),
        ("a b c d", "new words here\na b c e", "+−+"),
    ],
)
def test_lines_are_marked_in_order(before, after, marks):
    assert "".join(line.mark or " " for line in differences(before, after)) == marks


def test_what_stayed_is_left_out_and_counted():
    before = "\n".join(f"Line {n}" for n in range(20))
    lines = differences(before, before.replace("Line 10", "Otherwise"))
    assert [line.words for line in lines] == [
        "9 lines as before", "Line 9", "Line 10", "Otherwise", "Line 11", "8 lines as before",
    ]  # fmt: skip
    assert (count(lines, Mark.ADDED), count(lines, Mark.REMOVED), count(lines, Mark.GAP)) == (1, 1, 2)
