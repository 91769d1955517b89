"""The check finds what is wrong with a register, and finds nothing wrong with a sound one."""

import pytest
from sqlcipher3 import dbapi2

from tests.registers import Clerk
from wibdesk.domain.entries import Action, Paragraph
from wibdesk.domain.people import Person
from wibdesk.services import checking


def test_a_sound_register_has_no_findings(clerk):
    meeting = clerk.meeting(clerk.body(members=[Person("", "Ann")]))
    clerk.write(meeting.items[0], Paragraph("One"), Action("Two", ("Ann",)))
    assert clerk.ask(checking.check) == ()


def test_rows_that_belong_to_nothing_are_found(tmp_path):
    path = tmp_path / "register.wibdesk"
    clerk = Clerk(path)
    meeting = clerk.meeting(clerk.body(members=[Person("", "Ann")]))
    clerk.write(meeting.items[0], first := Paragraph("One"), second := Paragraph("Two"))
    clerk.body("Other", members=[Person("", "Bo", id="bo")])
    clerk.desk.close()
    raw = dbapi2.connect(str(path))
    raw.execute("DELETE FROM paragraph WHERE entry_id = ?", (first.id,))
    raw.execute("INSERT INTO private_note (entry_id, text) VALUES (?, 'x')", (second.id,))
    raw.execute("INSERT INTO paper (item_id, position, title) VALUES ('gone', 0, 'x')")
    raw.execute("UPDATE attendee SET person_id = 'bo'")
    raw.commit()
    raw.close()
    again = Clerk(path)
    found = again.ask(checking.check)
    again.desk.close()
    assert [f.kind for f in found] == ["link", "orphan", "orphan", "orphan"]
    words = " ".join(f.words for f in found)
    for part in ("“paper” belongs", f"{first.id} is a paragraph", f"{second.id} has words", "“Ann” on the attendance"):
        assert part in words


def test_styles_files_and_exports_that_lost_their_hold_are_found(tmp_path):
    path = tmp_path / "register.wibdesk"
    Clerk(path).desk.close()
    raw = dbapi2.connect(str(path))
    raw.execute("INSERT INTO house_style (name, data) VALUES ('own', '{')")
    raw.execute("INSERT INTO body_file (body_id, kind, name, words, data) VALUES ('gone', 'logo', 'a', '', x'00')")
    raw.execute(
        "INSERT INTO export (id, plan_id, kind, edition, style, format, name, sha256, words, at)"
        " VALUES ('e', 'gone', '', '', '', '', '', '', '', '2026-09-01 12:00:00.000000')"
    )
    raw.commit()
    with pytest.raises(dbapi2.IntegrityError, match="one_subject"):
        raw.execute("UPDATE export SET meeting_id = 'both'")
    raw.close()
    again = Clerk(path)
    found = again.ask(checking.check)
    again.desk.close()
    words = " ".join(f.words for f in found)
    assert sorted(f.kind for f in found) == ["link", "link", "style"]
    for part in ("house style “own” cannot be read", "“body_file” belongs to a row of “body”", "“export” belongs to"):
        assert part in words


def test_a_damaged_page_is_found(tmp_path):
    path = tmp_path / "register.wibdesk"
    clerk = Clerk(path)
    meeting = clerk.meeting()
    clerk.write(meeting.items[0], *(Paragraph("Many words " * 40) for _ in range(200)))
    clerk.desk.close()
    content = bytearray(path.read_bytes())
    raw = dbapi2.connect(str(path))
    (page,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_entry_item_id'").fetchone()
    (size,) = raw.execute("PRAGMA page_size").fetchone()
    raw.close()
    content[(page - 1) * size + 8 : (page - 1) * size + 40] = b"\xff" * 32
    path.write_bytes(content)
    again = Clerk(path)
    found = again.ask(checking.check)
    again.desk.close()
    assert {f.kind for f in found} >= {"integrity"}
