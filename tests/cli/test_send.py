"""`wibdesk send` and `wibdesk outbox`: drafts as files, the outbox, and a real server that takes what waits."""

import json
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from tests.delivery.server import PASSWORD, MailServer, make_certificate
from wibdesk.desk import Desk
from wibdesk.services import mail_states, mailings


@pytest.fixture
def mail(own_folders):
    """Where the window keeps the mail account."""
    path = own_folders.parent / "home" / "WIBDesk" / "settings.json"

    def settle(**values):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"clerk": "R Devlin", "mail": values}), "utf-8")

    settle()
    return settle


def read(path):
    return message_from_bytes(Path(path).read_bytes(), policy=policy.default)


def test_drafts_are_written_for_the_list_and_for_each_owner(filled, mail, own_folders):
    (own_folders / "out").mkdir()
    ran = filled("send", "M4", "--as", "eml", "--to", "out")
    assert ran.code == 0
    first, *rest = map(read, ran.lines)
    assert first["subject"].startswith("Draft minutes: Norbury Children")
    assert [part.get_content_type().rpartition(".")[2] for part in first.iter_attachments()] == [
        "document",
        "application/pdf",
    ]
    assert next(first.iter_attachments()).get_content()[:2] == b"PK"
    assert first.get_body().get_content().endswith("R Devlin\r\nClerk to Norbury Children's Improvement Board\r\n")
    assert all(not list(each.iter_attachments()) for each in rest)
    assert "Without an address: I Nolan." in ran.err
    assert "1 private note" in ran.err


@pytest.mark.parametrize(("option", "some"), [("--to-list", "Draft minutes"), ("--owners", "Your actions")])
def test_one_half_alone_can_be_asked_for(filled, mail, option, some):
    ran = filled("send", "M4", "--as", "eml", option)
    assert all(read(path)["subject"].startswith(some) for path in ran.lines)
    assert ran.lines


def test_what_cannot_be_sent_is_said(filled, mail):
    assert filled("send", "P1", "--as", "eml").err == "P1 is no meeting: name one that was held, as M3.\n"
    assert "There is no folder nowhere" in filled("send", "M4", "--as", "eml", "--to", "nowhere").err
    assert "No mail server is set" in filled("send", "M4", "--as", "smtp").err
    assert "No mail server is set" in filled("outbox", "send").err
    mail(host="mail.example.org", from_address="clerk@example.org", user="clerk")
    assert "No password of clerk is known here" in filled("outbox", "send").err


def test_nobody_with_an_address_is_told(run, mail, own_folders):
    (own_folders / "m.json").write_text(json.dumps(BARE), "utf-8")
    run("import", "m.json")
    ran = run("send", "M1", "--as", "eml")
    assert (ran.code, ran.err) == (
        1,
        "There is nobody to send this to: give somebody an address. Without an address: Ann Lee.\n",
    )


BARE = {
    "format": "wibdesk.meeting",
    "version": 1,
    "body": {"name": "Bare Board"},
    "meeting": {"date": "2026-09-01"},
    "attendance": [{"name": "Ann Lee", "group": "member", "status": "present"}],
    "items": [],
}


@pytest.mark.loopback
def test_the_outbox_is_sent_listed_and_settled(filled, mail, tmp_path, register):
    (tmp_path / "password").write_text(f"{PASSWORD}\n", "utf-8")
    with MailServer(make_certificate(tmp_path)) as server:
        account = {"host": "127.0.0.1", "port": server.port, "user": "clerk", "from_address": "clerk@example.org"}
        mail(**account, authorities=str(server.certificate))
        queued = filled("send", "M4", "--as", "smtp", "--owners")
        assert [line.split("\t")[0] for line in queued.lines] == [
            each["id"][:8] for each in json.loads(filled("outbox", "--json").out)
        ]
        server.answers["rcpt"] = ["550 unknown"]
        sent = filled("outbox", "send", "--password-file", tmp_path / "password")
        assert (sent.code, sent.out) == (1, f"{len(queued.lines) - 1} sent, 1 refused.\n")
        (refused,) = filled("outbox", "list").lines
        assert refused.split("\t")[1:] == ["M4", refused.split("\t")[2], "Refused", "550 unknown"]
        assert filled("outbox", "cancel", refused.split("\t")[0]).out == ""
        told = json.loads(filled("outbox", "send", "--json", "--password-file", tmp_path / "password").out)
        assert told == {"sent": 0, "refused": 0, "held": 0, "later": 0, "offline": False, "trouble": ""}
    assert len(server.taken) == len(queued.lines) - 1


def test_a_message_cut_short_is_held_and_the_clerk_decides(filled, mail, register):
    mail(host="mail.example.org", from_address="clerk@example.org")
    filled("send", "M4", "--as", "smtp", "--owners")
    desk = Desk(register)
    first, second = (line.message.id for line in desk.read(mailings.outbox).result()[:2])
    for each in (first, second):
        desk.write(mail_states.begin_handing, each).result()
    desk.close()
    lines = filled("outbox").lines
    assert [line.split("\t")[3] for line in lines[:2]] == ["Held: it may have arrived"] * 2
    assert filled("outbox", "again", first[:8]).lines[0].split("\t")[3] == "Waiting"
    assert first[:8] in filled("outbox", "arrived", second[:8]).out
    assert second[:8] not in filled("outbox").out
    assert "Name the message to arrived" in filled("outbox", "arrived").err
    assert "no message “zzz”" in filled("outbox", "cancel", "zzz").err
