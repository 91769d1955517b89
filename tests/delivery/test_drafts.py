"""Messages as drafts: files that a mail program opens, and that program started with all that goes with them."""

import ctypes
import json
import stat
import sys
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.delivery.mailbags import AT, files
from tests.registers import WAIT
from wibdesk.delivery.drafts import drafts_of, mail_program, open_draft, opening_command, save_drafts
from wibdesk.delivery.windows_mail import filled_message
from wibdesk.documents.files import ExportRecord
from wibdesk.domain.mail import Mailing, MailKind, MailMessage
from wibdesk.errors import UserError

ENCLOSED = files()
IDS = tuple(file.id for file in ENCLOSED)


def mailing():
    shared = ("Minutes, O'Brien", "Dear all,\n\nit's here.", IDS)
    return Mailing(
        "m",
        AT,
        (
            MailMessage(MailKind.MINUTES, "Ann Lee", "ann@example.org", *shared),
            MailMessage(MailKind.ACTIONS, "Ann Lee", "ann@example.org", "Your actions", "1.1  send maps"),
            MailMessage(MailKind.MINUTES, "Ben", "ben@example.org", *shared),
            MailMessage(MailKind.PUBLIC, "Web: editor", "web@example.org", "Public", "here", IDS[1:]),
        ),
        ENCLOSED,
    )


@pytest.fixture
def programs(tmp_path):
    """Real small programs in the places of mail programs: each writes down what it was called with."""
    folder = tmp_path / "programs"
    folder.mkdir()
    code = "import json, pathlib, sys\npathlib.Path(sys.argv[0] + '.json').write_text(json.dumps(sys.argv[1:]))\n"
    for name in ("thunderbird", "xdg-email"):
        path = folder / name
        path.write_text(f"#!{sys.executable}\n{code}", "utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return folder


def found_in(folder, *names):
    return lambda name: str(folder / name) if name in names else None


def test_who_gets_the_same_is_in_one_draft():
    drafts = drafts_of(mailing())
    assert [draft.title for draft in drafts] == [
        "minutes to 2 people",
        "actions to Ann Lee",
        "public minutes to Web: editor",
    ]
    told = message_from_bytes(drafts[0].text, policy=policy.default)
    assert told["to"] == "Ann Lee <ann@example.org>, Ben <ben@example.org>"
    assert [part.get_content() for part in told.iter_attachments()] == [file.data for file in ENCLOSED]


def test_drafts_are_saved_in_order_under_safe_names_and_never_over_a_changed_file(tmp_path):
    record, drafts = ExportRecord(tmp_path / "record.json"), drafts_of(mailing())
    paths = save_drafts(drafts, tmp_path, "Norbury Board", date(2026, 9, 1), record=record)
    assert [path.name for path in paths] == [
        "Norbury Board 2026-09-01 1 minutes to 2 people.eml",
        "Norbury Board 2026-09-01 2 actions to Ann Lee.eml",
        "Norbury Board 2026-09-01 3 public minutes to Web editor.eml",
    ]
    paths[0].write_bytes(b"changed")
    again = save_drafts(drafts, tmp_path, "Norbury Board", date(2026, 9, 1), record=record)
    assert again[0].name == "Norbury Board 2026-09-01 1 minutes to 2 people (2).eml"
    assert again[1:] == paths[1:]
    with pytest.raises(UserError, match="is not there"):
        save_drafts(drafts, tmp_path / "nowhere", "Norbury Board", None, record=record)


def test_no_apostrophe_ends_the_words_for_thunderbird_and_none_in_an_address_is_changed(programs, tmp_path):
    one = MailMessage(MailKind.ACTIONS, "Pat", "o'brien@example.org", "The boards', and ours'", "they're")
    command = opening_command([one], [], tmp_path, system="linux", find=found_in(programs, "thunderbird"))
    assert command[2].startswith("to='o'brien@example.org',subject='The boards’, and ours’',body='they're',")


@pytest.mark.skipif(sys.platform == "win32", reason="needs programs that are scripts")
def test_thunderbird_is_opened_with_every_file(programs, tmp_path):
    draft = drafts_of(mailing())[0]
    process = open_draft(draft, tmp_path, system="linux", find=found_in(programs, "thunderbird", "xdg-email"))
    assert process.wait(WAIT) == 0
    compose, words = json.loads((programs / "thunderbird.json").read_text())
    assert compose == "-compose"
    assert words.startswith(
        "to='ann@example.org,ben@example.org',subject='Minutes, O'Brien',body='Dear all,\n\nit's here.'"
    )
    attached = words.partition("attachment='")[2].partition("'")[0].split(",")
    assert [
        Path(uri.removeprefix("file://").replace("%20", " ").replace("%C3%A9", "é")).read_bytes() for uri in attached
    ] == [file.data for file in ENCLOSED]
    assert mail_program(system="linux", find=found_in(programs, "thunderbird")) == "Thunderbird"


@pytest.mark.skipif(sys.platform == "win32", reason="needs programs that are scripts")
def test_else_what_the_desktop_uses(programs, tmp_path):
    find = found_in(programs, "xdg-email")
    assert open_draft(drafts_of(mailing())[0], tmp_path, system="linux", find=find).wait(WAIT) == 0
    called = json.loads((programs / "xdg-email.json").read_text())
    assert called[:5] == ["--utf8", "--subject", "Minutes, O'Brien", "--body", "Dear all,\n\nit's here."]
    assert [Path(called[n]).read_bytes() for n in (6, 8)] == [file.data for file in ENCLOSED]
    assert called[9:] == ["ann@example.org", "ben@example.org"]
    assert mail_program(system="linux", find=find) == "your mail program"


def test_without_a_mail_program_that_is_said(tmp_path):
    draft = drafts_of(mailing())[1]
    with pytest.raises(UserError, match="No mail program was found"):
        open_draft(draft, tmp_path, system="linux", find=lambda _: None)
    with pytest.raises(UserError, match="thunderbird could not be started"):
        open_draft(draft, tmp_path, system="linux", find=lambda name: str(tmp_path / name))
    assert mail_program(system="linux", find=lambda _: None) == ""
    assert mail_program(system="darwin") == mail_program(system="win32") == "your mail program"


def test_macos_opens_the_file_itself(tmp_path):
    draft = drafts_of(mailing())[1]
    assert opening_command(draft.messages, [], tmp_path / "a.eml", system="darwin") == ["open", str(tmp_path / "a.eml")]


def test_what_windows_is_given_holds_people_words_and_files(tmp_path):
    draft = drafts_of(mailing())[0]
    message = filled_message(draft.messages, [tmp_path / "minutes.pdf"])
    assert (message.subject, message.text) == ("Minutes, O'Brien", "Dear all,\r\n\r\nit's here.")
    assert [message.recipients[n].address for n in range(message.recipient_count)] == [
        "SMTP:ann@example.org",
        "SMTP:ben@example.org",
    ]
    assert message.files[0].path == str(tmp_path / "minutes.pdf")
    # As mapi.h has it on a system of 64 bits, whether its longs have 4 bytes or 8.
    assert ctypes.sizeof(message) == 96
