"""Files of bodies: a logo and a Word template are kept, exchanged and taken away, and go with their body."""

from dataclasses import replace

import pytest

from wibdesk.changes import EVERYTHING, FILES
from wibdesk.domain.body_files import LARGEST_FILE, BodyFile, FileKind
from wibdesk.errors import UserError
from wibdesk.services import bodies, body_files, checking


@pytest.fixture
def body(clerk):
    return clerk.body()


def held(clerk, body, kind=FileKind.LOGO):
    return clerk.ask(body_files.body_file, body.id, kind)


def test_a_body_has_one_file_of_each_kind(clerk, body):
    logo = BodyFile(body.id, FileKind.LOGO, "logo.svg", b"<svg/>\0\xff", "Arms of Norbury")
    template = BodyFile(body.id, FileKind.TEMPLATE, "house.dotx", b"PK")
    assert clerk.do(body_files.keep_body_file, logo) == logo
    assert (clerk.changes.kinds, clerk.changes.body_id) == ({FILES}, body.id)
    clerk.do(body_files.keep_body_file, template)
    assert (held(clerk, body), held(clerk, body, FileKind.TEMPLATE)) == (logo, template)
    newer = replace(logo, name="new.png", data=b"\x89PNG", words="")
    clerk.do(body_files.keep_body_file, newer)
    clerk.restart()
    assert (held(clerk, body), held(clerk, body, FileKind.TEMPLATE)) == (newer, template)
    assert held(clerk, clerk.body("Other")) is None


def test_files_are_changed_with_everything(clerk):
    assert FILES in EVERYTHING


def test_keeping_exchanging_and_removing_a_file_can_be_undone_and_done_again(clerk, body):
    first = BodyFile(body.id, FileKind.LOGO, "one.png", b"one", "One")
    second = replace(first, name="two.png", data=b"two")
    states = [None, first, second, None]
    clerk.do(body_files.keep_body_file, first, undo="Logo chosen")
    clerk.do(body_files.keep_body_file, second, undo="Logo exchanged")
    clerk.do(body_files.remove_body_file, body.id, FileKind.LOGO, undo="Logo removed")
    for n, words in ((2, "Logo removed"), (1, "Logo exchanged"), (0, "Logo chosen")):
        assert clerk.undo() == words
        assert held(clerk, body) == states[n]
    for n in (1, 2, 3):
        clerk.redo()
        assert held(clerk, body) == states[n]


def test_a_file_of_ten_megabytes_is_kept_and_a_larger_one_refused_in_words(clerk, body):
    largest = BodyFile(body.id, FileKind.TEMPLATE, "house.docx", bytes(LARGEST_FILE))
    assert clerk.do(body_files.keep_body_file, largest, undo="Template chosen") == largest
    assert held(clerk, body, FileKind.TEMPLATE) == largest
    with pytest.raises(UserError, match=r"“house\.docx” is larger than 10 MB: choose a smaller file"):
        clerk.do(body_files.keep_body_file, replace(largest, data=bytes(LARGEST_FILE + 1)))
    with pytest.raises(UserError, match=r"“house\.docx” is empty"):
        clerk.do(body_files.keep_body_file, replace(largest, data=b""))
    assert held(clerk, body, FileKind.TEMPLATE) == largest


def test_a_file_that_is_not_there_and_a_body_that_is_gone_are_told(clerk, body):
    with pytest.raises(UserError, match="has no logo any more"):
        clerk.do(body_files.remove_body_file, body.id, FileKind.LOGO)
    with pytest.raises(UserError, match="no longer in the register"):
        clerk.do(body_files.keep_body_file, BodyFile("gone", FileKind.LOGO, "a.png", b"x"))


def test_a_removed_bodys_files_go_with_it_and_come_back_with_it(clerk, body):
    logo = clerk.do(body_files.keep_body_file, BodyFile(body.id, FileKind.LOGO, "a.png", b"x", "Arms"))
    clerk.do(bodies.remove_body, body.id, undo="Body removed")
    assert FILES in clerk.changes.kinds
    assert held(clerk, body) is None
    clerk.undo()
    assert held(clerk, body) == logo
    clerk.do(bodies.remove_body, body.id)
    assert held(clerk, body) is None
    assert clerk.ask(checking.check) == ()
