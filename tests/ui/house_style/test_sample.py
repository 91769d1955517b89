"""The sample page: the real PDF in the chosen style, set again after each change."""

import io

import pypdf
import pytest


@pytest.fixture
def place(clerk, board):
    """The house style of the board."""
    return clerk.go("house_style")


def words(place):
    """The words of the sample, read from its PDF by another program."""
    pages = pypdf.PdfReader(io.BytesIO(place.sample_pane.work.printed.pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def see(clerk, place, said):
    """Wait until the sample says something."""
    clerk.qtbot.waitUntil(lambda: place.sample_pane.work.printed is not None and said in words(place), timeout=20_000)
    clerk.settle()


def test_the_sample_is_set_in_the_style_that_is_chosen(clerk, place):
    see(clerk, place, "9.30 am")
    clerk.choose("Trust board")
    see(clerk, place, "09:30")
    assert len(place.sample_pane.view.sizes) == len(
        pypdf.PdfReader(io.BytesIO(place.sample_pane.work.printed.pdf)).pages
    )


def test_the_page_in_sight_is_a_picture_with_words_for_a_screen_reader(clerk, place):
    view = place.sample_pane.view
    clerk.qtbot.waitUntil(lambda: 0 in view.pictures, timeout=20_000)
    assert view.pictures[0].image.width() > 200
    assert "Marlow Vale Partnership Board" in view.words()
    assert view.accessibleDescription().startswith("Page 1 of ")


def test_the_sample_follows_what_is_typed_before_it_is_kept(clerk, place):
    clerk.press("C")
    place.middle.start("action_word")
    place.middle.form.fields["actions"].widget.choose("paragraph")
    place.middle.form.fields["actions"].widget.picked.emit("paragraph")
    place.middle.start("minutes_title")
    clerk.type("Record of the meeting")
    see(clerk, place, "Record of the meeting")


def test_a_change_that_is_undone_is_undone_on_the_page(clerk, place):
    clerk.press("C")
    place.middle.start("minutes_title")
    clerk.type("Record of the meeting")
    clerk.press("Tab")
    see(clerk, place, "Record of the meeting")
    clerk.press("Ctrl+Z")
    see(clerk, place, "Minutes of the meeting")


def test_pages_turn_from_the_list_and_zoom_on_the_pages(clerk, place):
    view = place.sample_pane.view
    clerk.qtbot.waitUntil(lambda: len(view.sizes) > 1, timeout=20_000)
    clerk.press("PgDown")
    assert view.current == 1
    assert place.sample_pane.bar.page.text().startswith("Page 2 of ")
    clerk.press("PgUp", "V")
    fitting = view.share()
    clerk.press("+")
    assert view.share() > fitting
    clerk.press("-")
    clerk.press("0")
    assert view.share() == fitting
    clerk.press("End", "Home", "Space")
    assert view.verticalScrollBar().value() > 0


def test_no_page_is_set_while_another_place_is_shown(clerk, place):
    see(clerk, place, "9.30 am")
    clerk.go("meetings")
    assert place.sample_pane.wished is None
    clerk.go("house_style")
    see(clerk, place, "9.30 am")
