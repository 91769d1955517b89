"""Before messages are stored: the same person twice, files that are none, and more than servers take."""

import pytest

from wibdesk.domain.mail import MailFile, MailKind, MailMessage
from wibdesk.domain.mail_checks import (
    checked_file,
    checked_message,
    megabytes,
    refuse_too_large,
    refuse_twice,
    sent_size,
)
from wibdesk.domain.mail_sending import message_id, wait_after
from wibdesk.errors import UserError

PDF, WORD = "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def message(name="Ann", address="ann@example.org", kind=MailKind.MINUTES, **more):
    return MailMessage(kind, name, address, "Minutes", "Dear Ann", **more)


def test_a_message_is_put_into_the_form_in_which_it_goes():
    ready = checked_message(message(" Ann  Lee ", "Ann <ann@example.org>"))
    assert (ready.name, ready.address) == ("Ann Lee", "ann@example.org")
    with pytest.raises(UserError, match="subject of the message to Ann holds a line break"):
        checked_message(MailMessage(MailKind.MINUTES, "Ann", "ann@example.org", "a\nb", ""))
    with pytest.raises(UserError, match="to somebody without a name"):
        checked_message(MailMessage(MailKind.MINUTES, "", "ann@example.org", "a\nb", ""))


def test_one_address_gets_one_thing_once_but_owners_may_share_one():
    refuse_twice([message(), message(kind=MailKind.ACTIONS), message("Ben", kind=MailKind.ACTIONS)])
    with pytest.raises(UserError, match=r"^“ANN@example.org” \(Ann and Ben\) would get minutes, word and pdf twice"):
        refuse_twice([message(), message("Ben", "ANN@example.org")])
    with pytest.raises(UserError, match=r"\(Ann\) would get own actions twice"):
        refuse_twice([message(kind=MailKind.ACTIONS), message(kind=MailKind.ACTIONS)])


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (MailFile("a\r\nb.pdf", PDF, b"x"), "a line break"),
        (MailFile("../b.pdf", PDF, b"x"), "no name for a file"),
        (MailFile(" ", PDF, b"x"), "no name for a file"),
        (MailFile("b.pdf", "application/pdf\r\nX: y", b"x"), "no kind of file"),
        (MailFile("b.pdf", PDF, b""), "is empty"),
    ],
)
def test_a_file_that_cannot_go_is_refused(file, words):
    with pytest.raises(UserError, match=words):
        checked_file(file)


def test_too_large_a_message_names_its_files_and_says_what_would_fit():
    word, pdf = MailFile("m.docx", WORD, bytes(20_000_000)), MailFile("m.pdf", PDF, bytes(500_000))
    files = {f.id: f for f in (word, pdf)}
    refuse_too_large(message(files=(pdf.id,)), files)
    with pytest.raises(UserError) as told:
        refuse_too_large(message(files=(word.id, pdf.id)), files)
    assert str(told.value) == (
        "The message to Ann takes 28.1 MB on its way, and 25 MB is the limit (m.docx 27.4 MB, m.pdf 684 KB): "
        "send the PDF only."
    )
    with pytest.raises(UserError, match="send a link to them instead"):
        refuse_too_large(message(files=(word.id,)), files, 10)
    with pytest.raises(UserError, match="shorten its words"):
        refuse_too_large(message(), {}, 0.001)


def test_sizes_are_those_on_the_way():
    assert sent_size(message(), []) > len("Dear Ann")
    assert (megabytes(3), megabytes(96_000), megabytes(3_400_000)) == ("1 KB", "96 KB", "3.4 MB")


def test_a_message_keeps_one_identifier_and_waits_longer_each_time():
    one = message(id="abc")
    assert message_id(one, "clerk@example.org") == "<abc@example.org>"
    assert message_id(one, "") == "<abc@wibdesk.invalid>"
    assert [wait_after(n).total_seconds() for n in (1, 2, 7, 99)] == [30, 60, 3600, 3600]
