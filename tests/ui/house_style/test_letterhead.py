"""The Word template and the logo of a body: chosen, dropped, checked, shown and removed, with real files."""

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from PIL import Image
from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDropEvent, QImage
from PySide6.QtWidgets import QFileDialog

from wibdesk.domain.body_files import FileKind
from wibdesk.services.body_files import body_file

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40" fill="#1b4b8a"/></svg>'
)


@pytest.fixture
def place(clerk, board):
    """The house style of the board."""
    return clerk.go("house_style")


@pytest.fixture
def word_file(tmp_path):
    """A Word file as Word itself would leave it, with a letterhead."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Norbury letterhead"
    document.save(tmp_path / "letterhead.docx")
    return tmp_path / "letterhead.docx"


@pytest.fixture
def png(tmp_path):
    """A small blue picture."""
    Image.new("RGB", (120, 40), "#1b4b8a").save(tmp_path / "logo.png")
    return tmp_path / "logo.png"


def kept(clerk, board, kind):
    return clerk.read(body_file, board.id, kind)


def drop(clerk, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button, held = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    clerk.place.dropEvent(QDropEvent(QPoint(5, 5), action, data, button, held))
    clerk.settle()


def opened(clerk):
    """The file dialog that is open."""
    return clerk.window.findChild(QFileDialog)


def choose(clerk, path):
    """Choose a file in the dialog that is open, as a double click does."""
    dialog = opened(clerk)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    clerk.window.activateWindow()
    clerk.qtbot.waitUntil(clerk.window.isActiveWindow)
    clerk.qtbot.waitUntil(lambda: opened(clerk) is None)
    clerk.settle()


def colours(view):
    """The colours in the upper part of the first page, as far as it has been rendered."""
    picture = view.pictures.get(0)
    image = picture.image if picture is not None else QImage()
    across, down = range(0, image.width(), 4), range(0, image.height() // 3, 4)
    return {image.pixelColor(x, y).name() for x in across for y in down}


def shown(place):
    return [row.text for row in place.middle.template.findings.row_model.rows]


class Opener(QObject):
    """Stands for the system's own program for Word files."""

    def __init__(self):
        super().__init__()
        self.names = []

    @Slot(QUrl)
    def take(self, url):
        self.names.append(url.toLocalFile())


@pytest.fixture
def opener(qapp):
    """What the desk asked the system to open."""
    made = Opener()
    QDesktopServices.setUrlHandler("file", made, "take")
    yield made
    QDesktopServices.unsetUrlHandler("file")


def test_a_word_file_is_chosen_kept_and_checked_in_words(clerk, board, place, word_file):
    clerk.choose("Word template")
    clerk.press("Return", "Return")
    assert opened(clerk).nameFilters() == ["Word files (*.docx *.dotx)"]
    choose(clerk, word_file)
    assert kept(clerk, board, FileKind.TEMPLATE).data == word_file.read_bytes()
    panel = place.middle.template
    assert panel.file.text().startswith("letterhead.docx, ")
    assert "styles are there" in panel.said.text()
    assert "No style “Hyperlink”" in shown(place)
    assert place.list.current_row().more == "letterhead.docx"
    clerk.press("Ctrl+Z")
    assert kept(clerk, board, FileKind.TEMPLATE) is None
    assert shown(place) == []


def test_the_findings_are_there_again_when_the_template_is_looked_at_later(clerk, board, place, word_file):
    drop(clerk, word_file)
    found = shown(place)
    clerk.choose("Logo")
    clerk.go("meetings")
    clerk.go("house_style")
    clerk.choose("Word template")
    assert shown(place) == found
    assert found


def test_no_finding_is_cut_at_any_width(clerk, board, place, word_file):
    drop(clerk, word_file)
    clerk.choose("Word template")
    findings = place.middle.template.findings
    for scale, width in ((1.0, 1280), (1.0, 1024), (2.0, 1281)):
        clerk.context.theme.switch(scale=scale)
        clerk.window.resize(width, 800)
        clerk.press("S")
        clerk.qtbot.waitUntil(lambda: findings.verticalScrollBar().maximum() == 0)
        last = findings.visualRect(findings.row_model.index(findings.row_model.rowCount() - 1))
        assert last.bottom() < findings.viewport().height()
    clerk.context.theme.switch(scale=1.0)


def test_a_file_that_is_no_word_file_is_refused_in_words_and_the_one_before_stays(clerk, board, place, word_file):
    drop(clerk, word_file)
    broken = word_file.with_name("broken.docx")
    broken.write_bytes(b"this is no Word file")
    drop(clerk, broken)
    assert clerk.troubles
    assert kept(clerk, board, FileKind.TEMPLATE).name == "letterhead.docx"


def test_a_template_is_removed_and_comes_back_by_undo(clerk, board, place, word_file):
    drop(clerk, word_file)
    clerk.choose("Word template")
    place.middle.template.remove_button.click()
    clerk.settle()
    assert kept(clerk, board, FileKind.TEMPLATE) is None
    assert not place.middle.template.remove_button.isVisible()
    clerk.press("Ctrl+Z")
    assert kept(clerk, board, FileKind.TEMPLATE).name == "letterhead.docx"


def test_a_sample_is_opened_in_word_on_the_letterhead(clerk, place, word_file, opener):
    drop(clerk, word_file)
    clerk.choose("Word template")
    place.middle.template.sample_button.click()
    clerk.settle()
    (name,) = opener.names
    document = Document(name)
    assert document.sections[0].header.paragraphs[0].text == "Norbury letterhead"
    assert any("twelve-month definition" in paragraph.text for paragraph in document.paragraphs)


def test_a_logo_is_shown_small_with_words_for_those_who_cannot_see_it(clerk, board, place, png):
    drop(clerk, png)
    logo = kept(clerk, board, FileKind.LOGO)
    assert (logo.data, logo.words) == (png.read_bytes(), "Logo of Norbury Improvement Board")
    panel = place.middle.logo
    assert panel.picture.accessibleName() == logo.words
    picture = panel.picture.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() // 2).name() == "#1b4b8a"


def test_the_logo_stands_on_the_sample_page(clerk, place, png):
    drop(clerk, png)
    clerk.choose("Plain and accessible")
    clerk.qtbot.waitUntil(lambda: "#1b4b8a" in colours(place.sample_pane.view), timeout=20_000)


def test_an_svg_is_a_logo_too(clerk, board, place, tmp_path):
    (tmp_path / "logo.svg").write_text(SVG, encoding="utf-8")
    drop(clerk, tmp_path / "logo.svg")
    picture = place.middle.logo.picture.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() // 2).name() == "#1b4b8a"
    assert kept(clerk, board, FileKind.LOGO).name == "logo.svg"


def test_the_words_for_the_logo_are_kept_and_may_not_be_empty(clerk, board, place, png):
    drop(clerk, png)
    clerk.choose("Logo")
    panel = place.middle.logo
    panel.words.setFocus()
    panel.words.selectAll()
    clerk.type("The arms of Norbury")
    clerk.press("Tab")
    assert kept(clerk, board, FileKind.LOGO).words == "The arms of Norbury"
    panel.words.setFocus()
    panel.words.selectAll()
    clerk.press("Del", "Return")
    assert panel.words_field.note.text().startswith("A logo needs words")
    assert kept(clerk, board, FileKind.LOGO).words == "The arms of Norbury"


def test_another_picture_keeps_the_words_of_the_one_before(clerk, board, place, png, tmp_path):
    drop(clerk, png)
    place.middle.logo.words_kept.emit("The arms of Norbury")
    clerk.settle()
    (tmp_path / "new.svg").write_text(SVG, encoding="utf-8")
    drop(clerk, tmp_path / "new.svg")
    assert kept(clerk, board, FileKind.LOGO).words == "The arms of Norbury"


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("logo.png", b"no picture", "logo.png is not a PNG, JPEG or SVG"),
        ("large.png", bytes(11 * 1024 * 1024), "large.png is larger than 10 MB"),
        ("style.json", b"{}", "The house style style has no label"),
        ("style.json", b"\xff\xfe", "The house style style is not valid JSON"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_in_words(clerk, board, place, tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)
    drop(clerk, tmp_path / name)
    assert said in clerk.troubles[-1]
    assert kept(clerk, board, FileKind.LOGO) is None


def test_a_file_that_is_gone_is_refused_in_words(clerk, place, tmp_path):
    place.files.open_name(str(tmp_path / "gone.png"))
    clerk.settle()
    assert clerk.troubles[-1].startswith("gone.png cannot be read.")


def test_a_letterhead_needs_a_body(clerk, png):
    clerk.go("house_style")
    drop(clerk, png)
    assert clerk.troubles == ["A letterhead belongs to a body. Set up a body first, in Meetings."]


def test_a_style_is_saved_as_a_file_and_opened_on_another_desk(clerk, place, tmp_path):
    clerk.choose("Trust board")
    clerk.press("E")
    assert opened(clerk).windowTitle() == "Save the style as a file"
    choose(clerk, tmp_path / "ours.json")
    assert clerk.said[-1] == "Saved ours.json"
    clerk.press("Ctrl+O")
    assert opened(clerk).nameFilters() == ["House styles (*.json)"]
    choose(clerk, tmp_path / "ours.json")
    assert "Trust board 2" in clerk.rows()
    clerk.press("Ctrl+O")
    assert opened(clerk).directory().path() == str(tmp_path)  # the next file is looked for where the last one was
    opened(clerk).close()
    clerk.qtbot.waitUntil(lambda: opened(clerk) is None)
    assert place.list.current_row().text == "Trust board 2"
    assert place.middle.form.fields["time_form"].value() == "14:30"


def test_a_style_that_cannot_be_saved_says_where_and_what_to_do(clerk, place, tmp_path):
    place.acts.save_file(str(tmp_path / "no folder" / "ours.json"))
    clerk.settle()
    assert clerk.troubles[-1].startswith("ours.json was not saved.")
    assert clerk.troubles[-1].endswith("Choose another folder.")


def test_only_files_that_the_place_can_take_may_be_dropped(clerk, place, tmp_path):
    (tmp_path / "notes.txt").write_text("notes", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "notes.txt"))])
    event = QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                       Qt.KeyboardModifier.NoModifier)  # fmt: skip
    event.ignore()
    place.dragEnterEvent(event)
    assert not event.isAccepted()


def test_a_sample_without_a_template_is_a_word_file_of_the_house_style(clerk, place, opener):
    clerk.choose("Trust board")
    assert clerk.context.commands.run("template-sample")
    clerk.settle()
    data = Path(opener.names[0]).read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert "word/document.xml" in package.namelist()
