"""The key card: printed and saved from the card and from the help, in the clerk's own keys."""

import pypdf
from PySide6.QtWidgets import QFileDialog

from tests.ui.preview.conftest import words_of_pdf
from ui.commands import Command
from ui.key_print import Card, KeyPrint, card_of, pairs_of
from ui.printing import printers


def test_ctrl_s_on_the_card_saves_one_page_with_the_clerks_own_keys(desk, tmp_path):
    desk.context.commands.rekey("room.versions", "Ctrl Shift Y")
    desk.press("Ctrl+/")
    desk.see("Keys in Room")
    desk.press("Ctrl+S")
    desk.until(lambda: desk.window.findChildren(QFileDialog), "it is asked where")
    dialog = desk.window.findChildren(QFileDialog)[0]
    path = tmp_path / "Keys.pdf"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    desk.see("Saved Keys.pdf")
    words = words_of_pdf(path)
    assert len(pypdf.PdfReader(path).pages) == 1
    assert "Ctrl Shift Y Earlier versions" in words
    assert "Ctrl 1 to 9 Go to a place" in words
    assert "/a Action: who, what, by when" in words


def test_ctrl_p_on_the_card_asks_for_the_printer_or_says_that_there_is_none(desk, monkeypatch):
    monkeypatch.setattr(printers, "names", tuple)
    desk.press("Ctrl+/", "Ctrl+P")
    desk.see("No printer is set up")


def test_from_the_help_the_card_of_the_place_before_is_printed(desk, monkeypatch):
    monkeypatch.setattr(printers, "names", tuple)
    desk.press("Ctrl+E", "F1")
    card = card_of(desk.window)
    assert card.title == "Keys in Room"
    assert "attendance" in card.groups
    desk.window.place.reader.followed.emit("command:print-keys")
    desk.see("No printer is set up")


def test_a_key_stands_once_and_places_with_keys_of_their_own_stand_each():
    twice = [Command("a", "Restore", ("R",)), Command("b", "Restore", ("R",))]
    places = [Command("go-1", "Go to Meetings", ("Ctrl 1",)), Command("go-2", "Go to Room", ("F10",))]
    pairs = pairs_of(Card("Keys", {"backups": twice, "places": places}))
    assert pairs == [
        ("Backups", (("R", "Restore"),)),
        ("Places", (("Ctrl 1", "Go to Meetings"), ("F10", "Go to Room"))),
    ]


def test_a_file_that_cannot_be_written_is_told(desk, tmp_path):
    KeyPrint(desk.window).save(card_of(desk.window), tmp_path / "nowhere" / "Keys.pdf")
    desk.see("nowhere")
