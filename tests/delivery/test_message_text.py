"""Messages as text: nothing in a field becomes a header, and other programs read back what was written."""

import base64
import email
import json
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from email import policy
from email.header import decode_header, make_header
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.delivery.mailbags import AT, files
from wibdesk.delivery.message_text import Sender, draft_text, message_text
from wibdesk.domain.mail import MailFile, MailKind, MailMessage
from wibdesk.errors import UserError

CLERK = Sender("R Devlin", "clerk@example.org")
KNOWN = {
    "from", "to", "subject", "date", "message-id", "x-unsent", "mime-version",
    "content-type", "content-transfer-encoding", "content-disposition",
}  # fmt: skip
ANOTHER = Path(__file__).with_name("read_mail.pl")


def message(name="Ann Lee", address="ann@example.org", subject="Minutes", words="Dear Ann,\n\nhere.\n", **more):
    return MailMessage(MailKind.MINUTES, name, address, subject, words, message_id="<m@example.org>", **more)


def read(text):
    return email.message_from_bytes(text, policy=policy.default)


def test_a_message_has_its_headers_and_the_same_bytes_at_every_try():
    one = message("Zoë “Z” O'Brien, MBE", "ann@bücher.example", "Minutes – £5 café", files=("a",))
    text = message_text(one, files(), CLERK, AT)
    assert text == message_text(one, files(), CLERK, AT)
    assert text.isascii()
    assert all(len(line) <= 998 for line in text.split(b"\r\n"))
    assert b"\n" not in text.replace(b"\r\n", b"")
    told = read(text)
    assert told["subject"] == "Minutes – £5 café"
    assert told["to"].addresses[0].display_name == "Zoë “Z” O'Brien, MBE"
    assert told["to"].addresses[0].addr_spec == "ann@xn--bcher-kva.example"
    assert (told["from"], told["message-id"], told["x-unsent"]) == (
        "R Devlin <clerk@example.org>",
        "<m@example.org>",
        None,
    )
    assert told["date"].datetime == AT


def test_a_draft_is_for_all_who_get_the_same_and_can_still_be_changed():
    told = read(draft_text([message(), message("Ben", "ben@example.org")], (), AT))
    assert [a.addr_spec for a in told["to"].addresses] == ["ann@example.org", "ben@example.org"]
    assert (told["x-unsent"], told["from"], told["message-id"]) == ("1", None, None)
    assert read(draft_text([message()], (), AT, CLERK))["from"] == "R Devlin <clerk@example.org>"
    with pytest.raises(UserError, match="Only messages with the same words"):
        draft_text([message(), message(words="other")], (), AT)


def test_a_long_subject_begins_on_the_line_of_its_header():
    subject = "Draft minutes: Norbury Children's Improvement Board, 15 September 2026"
    text = message_text(message(subject=subject), (), CLERK, AT)
    assert f"\r\nSubject: {subject}\r\n".encode() in text


@pytest.mark.parametrize(
    "name", ["x" * 120 + ", <all@example.org>", "é" * 70 + ", <all@example.org>", "Lee, Ann " * 12, ", .", "😀" * 70]
)
def test_a_long_name_never_becomes_another_address(name):
    some = [message(name, f"{n}@example.org") for n in range(3)]
    told = read(draft_text([*some, message("Ben", "ben@example.org")], (), AT))
    assert [a.addr_spec for a in told["to"].addresses] == [*(one.address for one in some), "ben@example.org"]


@pytest.mark.parametrize("subject", ["x" * 120 + " \\?' ?", "-" * 30 + "ﬁ?utf-8?b ]é[?utf-8?b?DQo", "Zoë, " * 40])
def test_a_long_subject_keeps_its_blanks(subject):
    parsed = email.message_from_bytes(message_text(message(subject=subject), (), CLERK, AT))
    assert str(make_header(decode_header(parsed["subject"]))) == subject.strip()


HOSTILE = [
    {"subject": "Minutes\r\nBcc: all@example.org"},
    {"subject": "Minutes\nBcc: all@example.org"},
    {"subject": "Minutes\rBcc: all@example.org"},
    {"subject": "Minutes\x85Bcc: all@example.org"},
    {"subject": "Minutes\u2028Bcc: all@example.org"},
    {"subject": "Minutes\0"},
    {"name": "Ann\r\nBcc: all@example.org"},
    {"name": "Ann\u2029"},
    {"address": "ann@example.org\r\nBcc: all@example.org"},
    {"address": "ann@example.org>\r\nRCPT TO:<all@example.org"},
    {"address": "ann@example.org, all@example.org"},
    {"words": "a\0b"},
    {"message_id": "<a>\r\nBcc: all@example.org"},
    {"subject": "Minutes =?utf-8?b?DQpCY2M6IGFsbEBleGFtcGxlLm9yZw==?="},
    {"name": "=?utf-8?q?x=0D=0ABcc:all?="},
    {"address": "=?utf-8?q?x=0D=0ABcc:all?=@example.org"},
]


@pytest.mark.parametrize("fields", HOSTILE)
def test_a_field_never_becomes_a_header(fields):
    with pytest.raises(UserError):
        message_text(replace(message(), **fields), (), CLERK, AT)


@pytest.mark.parametrize(
    "sender", [Sender("R\nBcc: x", "clerk@example.org"), Sender("R", "clerk@example.org\r\nBcc: x"), Sender("R", "")]
)
def test_nor_does_anything_of_the_sender(sender):
    with pytest.raises(UserError):
        message_text(message(), (), sender, AT)


@pytest.mark.parametrize("name", ["a\r\nb.pdf", "a\u2028b.pdf", "a\0.pdf", "../b.pdf", "=?utf-8?b?DQo=?=.pdf"])
def test_nor_the_name_of_a_file(name):
    with pytest.raises(UserError):
        message_text(message(), [MailFile(name, "application/pdf", b"x")], CLERK, AT)


@given(
    name=st.text(max_size=60), subject=st.text(max_size=120), words=st.text(max_size=200), data=st.binary(min_size=1)
)
def test_whatever_is_typed_comes_back_or_is_refused_in_words(name, subject, words, data):
    file = MailFile("minutes.pdf", "application/pdf", data)
    try:
        text = message_text(message(name, subject=subject, words=words), [file], CLERK, AT)
    except UserError:
        return
    for reader in (policy.default, policy.compat32):
        parsed = email.message_from_bytes(text, policy=reader)
        assert {key.lower() for part in parsed.walk() for key in part.keys()} <= KNOWN  # noqa: SIM118 - headers repeat
        assert all(len(parsed.get_all(key)) == 1 for key in parsed.keys())  # noqa: SIM118 - as above
    told = read(text)
    assert told["subject"] == " ".join(subject.split())
    assert [a.addr_spec for a in told["to"].addresses] == ["ann@example.org"]
    assert next(told.iter_attachments()).get_content() == data


@pytest.mark.skipif(shutil.which("perl") is None, reason="perl, which reads mail in its own way, is not there")
def test_another_program_reads_the_same():
    one = message("Zoë Lee", subject="Minutes – café £5", words="Dear Zoë,\n\n.\n" + "é" * 100 + "\nFrom here\n")
    enclosed = files(5000)
    text = draft_text([one, replace(one, name="Ben", address="ben@example.org")], enclosed, AT, CLERK)
    run = subprocess.run(["perl", str(ANOTHER)], input=text, capture_output=True, check=True)
    told = json.loads(run.stdout)
    assert told["subject"] == one.subject
    assert told["to"] == "Zoë Lee <ann@example.org>, Ben <ben@example.org>"
    assert told["unsent"] == "1"
    assert told["words"].replace("\r\n", "\n") == one.words
    assert [(part["name"], base64.b64decode(part["data"])) for part in told["files"]] == [
        (file.name, file.data) for file in enclosed
    ]


def test_the_time_is_told_with_its_offset():
    at = datetime(2026, 9, 1, 9, 30, tzinfo=UTC)
    assert b"\r\nDate: Tue, 01 Sep 2026 09:30:00 +0000\r\n" in message_text(message(), (), CLERK, at)
