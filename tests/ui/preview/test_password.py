"""A paper protected with a password: typed twice, used once, kept nowhere."""

import io

import msoffcrypto
import pypdf
import pytest

from tests.ui.preview.test_versions import FULL, SECRET, exempt, told
from ui.place import Where
from wibdesk.services import exports

__all__ = ["exempt", "told"]

PASSWORD = "four words in a row"
NAME = "Norbury Improvement Board 2026-07-07 minutes draft"


def protection(place):
    return place.side.out.protection


def lock(clerk, password=PASSWORD, again=None):
    """Open the fields by their key and type a password twice."""
    clerk.press("K")
    clerk.type(password)
    clerk.press("Return")
    clerk.type(password if again is None else again)


def save(clerk, place, ending):
    place.side.out.buttons[ending].click()
    clerk.settle()


def words_of_word(path, password):
    office = msoffcrypto.OfficeFile(io.BytesIO(path.read_bytes()))
    office.load_key(password=password, verify_password=True)
    out = io.BytesIO()
    office.decrypt(out, verify_integrity=True)
    return out.getvalue()


def test_a_word_file_opens_with_its_password_alone(clerk, place, tmp_path):
    lock(clerk)
    clerk.press("Return")
    assert place.side.out.buttons["docx"].hasFocus()
    clerk.press("Return")
    path = tmp_path / f"{NAME}.docx"
    assert words_of_word(path, PASSWORD).startswith(b"PK")
    with pytest.raises(msoffcrypto.exceptions.InvalidKeyError):
        words_of_word(path, "another")
    assert "Nobody can open this file without its password" in place.side.out.saved.text()


def test_a_pdf_opens_with_its_password_alone(clerk, place, tmp_path):
    lock(clerk)
    save(clerk, place, "pdf")
    reader = pypdf.PdfReader(tmp_path / f"{NAME}.pdf")
    assert reader.is_encrypted
    assert not reader.decrypt("another")
    assert reader.decrypt(PASSWORD)
    assert "Its check found" not in place.side.out.saved.text()


def test_the_register_keeps_neither_the_words_nor_the_password(clerk, place, meeting, tmp_path):
    lock(clerk)
    save(clerk, place, "docx")
    kept = clerk.read(exports.last_export, meeting.id, "minutes")
    assert kept.words == ""
    assert len(kept.sha256) == 64
    assert PASSWORD not in repr(kept)
    register = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not [path for path in register if PASSWORD.encode() in path.read_bytes()]
    assert PASSWORD not in repr(clerk.context.settings.now)


def test_the_next_comparison_says_that_no_words_were_kept(clerk, place):
    lock(clerk)
    save(clerk, place, "docx")
    clerk.qtbot.waitUntil(lambda: place.making.papers.last is not None)
    place.list.setFocus()
    clerk.press("C")
    empty = place.middle.comparison.empty
    assert empty.heading.text() == "The last version was saved with a password"
    assert f"{NAME}.docx" in empty.why.text()


def test_the_password_is_forgotten_once_it_is_used(clerk, place, tmp_path):
    lock(clerk)
    save(clerk, place, "docx")
    assert not protection(place).opened
    assert protection(place).first.text() == protection(place).again.text() == ""
    (tmp_path / f"{NAME}.docx").unlink()
    save(clerk, place, "docx")
    assert (tmp_path / f"{NAME}.docx").read_bytes().startswith(b"PK")


def test_it_is_forgotten_on_leaving(clerk, place, meeting):
    lock(clerk)
    clerk.go("room")
    clerk.go("preview", Where(meeting_id=meeting.id))
    assert not protection(place).opened
    assert protection(place).first.text() == ""


def test_a_short_password_saves_nothing(clerk, place, tmp_path):
    lock(clerk, "short")
    save(clerk, place, "docx")
    assert "At least 8 letters" in protection(place).first_field.note.text()
    assert protection(place).first.hasFocus()
    assert not list(tmp_path.glob("*.docx"))


def test_two_that_differ_save_nothing(clerk, place, tmp_path):
    lock(clerk, again="four words in a raw")
    save(clerk, place, "pdf")
    assert "not the same" in protection(place).again_field.note.text()
    assert not list(tmp_path.glob("*.pdf"))


def test_what_cannot_carry_a_password_is_not_offered_meanwhile(clerk, place):
    clerk.press("K")
    buttons = place.side.out.buttons
    assert not buttons["html"].isVisible()
    assert not buttons["txt"].isVisible()
    assert not place.side.out.print_button.isVisible()
    assert buttons["docx"].isVisible()
    place.saving.save("txt")
    clerk.settle()
    assert place.saving.last is None
    protection(place).button.click()
    assert buttons["txt"].isVisible()


def test_the_version_that_tells_what_is_exempt_asks_for_one_first(clerk, told, place, tmp_path):
    assert not protection(place).advice.isVisible()
    clerk.press("V")
    assert protection(place).advice.isVisible()
    lock(clerk)
    save(clerk, place, "docx")
    data = (tmp_path / f"{FULL}.docx").read_bytes()
    for coded in (SECRET.encode(), SECRET.encode("utf-16-le")):
        assert coded not in data
    clerk.press("V")
    assert not protection(place).advice.isVisible()
