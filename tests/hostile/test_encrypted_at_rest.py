"""An encrypted register, its log, its backups and what is rescued hold no word in the clear, open or closed."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents.building import meeting
from tests.documents.canaries import EXEMPT, PRIVATE, Marker, holds, whole_items
from tests.registers import WAIT, Clerk
from wibdesk.domain.backups import Reason
from wibdesk.domain.entries import Paragraph
from wibdesk.domain.ids import new_id
from wibdesk.safety.backups import Backups
from wibdesk.safety.locked_registers import lock_up
from wibdesk.services import minutes, transfer

PASSPHRASE = "a passphrase of qzwkvj words"
TYPED, BODY = "qzckvj typed meanwhile", "Norbury qzbkvj Board"
MARKS = (PRIVATE, EXEMPT, "qzckvj", "qzbkvj", "qzwkvj")
"""Words of minutes, what was typed while the desk was open, a name, and the passphrase."""


def marked() -> object:
    """Return a meeting with every private and exempt word marked."""
    items = (replace(item, entries=tuple(replace(one, id=new_id()) for one in item.entries)) for item in whole_items())
    return Marker().meeting(meeting(items=tuple(items), name=BODY))


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """A folder with a register that was plain and is locked up, open once since, and copied while it was open."""
    folder = tmp_path_factory.mktemp("encrypted")
    register = folder / "register.wibdesk"
    plain = Clerk(register)
    plain.do(transfer.put_meeting, marked())
    plain.desk.close()
    assert holds(PRIVATE, register.read_bytes()), "the marks were there to be found"
    lock_up(register, PASSPHRASE)
    clerk = Clerk(register, secret=PASSPHRASE, rescue=(folder / "rescue",))
    item = clerk.item(clerk.meeting(clerk.body(f"{BODY} 2")), "Another item")
    clerk.do(minutes.save_entries, item.id, (Paragraph(TYPED),))
    (folder / "stick").mkdir()
    backups = Backups(clerk.desk, folder / "stick")
    backups.make(Reason.ASKED).result(WAIT)
    while_open = folder / "while open"
    while_open.mkdir()
    for path in folder.glob("register.wibdesk*"):
        shutil.copy(path, while_open)
    backups.close()
    clerk.desk.close()
    return folder


@pytest.mark.parametrize("mark", MARKS)
def test_no_file_holds_a_word_in_the_clear(mark, folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert {"register.wibdesk", "register.wibdesk-wal"} <= {path.name for path in files}
    assert [path for path in files if path.parent.name == "stick"], "there was a backup to look through"
    assert [str(path) for path in files if holds(mark, path.read_bytes()) or holds(mark, path.name)] == []


def test_what_was_typed_is_there_for_who_has_the_passphrase(folder):
    clerk = Clerk(folder / "register.wibdesk", secret=PASSPHRASE)
    found = clerk.desk.read(lambda uow: [uow.bodies.by_name(f"{BODY} 2")]).result(WAIT)
    clerk.desk.close()
    assert found[0] is not None
