"""A register that cannot be opened: the page says why, and no way on does harm."""

import pytest

from tests.ui.benches import PASSPHRASE, WAIT, Opened, register_with_backup, register_with_meeting
from ui.place import Where
from wibdesk.desk import Desk
from wibdesk.domain.backups import Reason
from wibdesk.safety.backups import Backups
from wibdesk.safety.locked_registers import lock_up
from wibdesk.services import meetings


@pytest.fixture
def register(qapp, tmp_path):
    """A register with a meeting and one backup of it, then one byte in two turned over."""
    path = tmp_path / "register.wibdesk"
    register_with_backup(path)
    yield path
    qapp.setStyleSheet("")


def spoil(register):
    """Damage the pages behind the first, which tells what the file is."""
    data = bytearray(register.read_bytes())
    for place in range(5000, len(data), 2):
        data[place] ^= 0xFF
    register.write_bytes(data)


def leave(opened):
    opened.bench.close()
    opened.drop()


def test_a_damaged_register_offers_its_backups_and_restores_one_beside_what_was_there(register):
    spoil(register)
    spoiled = register.read_bytes()
    opened = Opened(register.parent)
    opened.see("This register cannot be read")
    opened.see("Restore a backup")
    opened.see("Open what can be read")
    assert register.read_bytes() == spoiled
    opened.press("1")
    opened.see("Which backup shall be restored?")
    opened.see("Asked for")
    opened.press("1")
    opened.ready()
    opened.see("The backup is restored")
    assert opened.context.desk.read(meetings.find, "M1").result(WAIT)
    assert any(path.read_bytes() == spoiled for path in register.parent.rglob("*") if path.is_file())
    opened.close()


def test_what_can_be_read_is_opened_as_a_new_register_and_the_damaged_one_stays(register):
    desk = Desk(register)
    desk.opened.result(WAIT)
    identity = desk.copy(lambda database, between: database.identity).result(WAIT)
    desk.close()
    data = bytearray(register.read_bytes())
    page = data.index(identity.encode()) // 4096 * 4096
    data[page : page + 4096] = b"\xff" * 4096
    register.write_bytes(data)
    opened = Opened(register.parent)
    opened.see("Open what can be read")
    opened.press("2")
    opened.until(lambda: opened.bench.next_start is not None, "what can be read is saved")
    assert opened.bench.next_start.register.name == "register recovered 1.wibdesk"
    start = opened.bench.next_start
    leave(opened)
    again = Opened(register.parent, start).ready()
    again.see("This is what could be read of the damaged register.")
    again.see("Norbury Board")
    again.press("Alt+N")
    again.gone("This is what could be read")
    again.close()
    assert register.read_bytes()[4096:] == data[4096:]


def test_a_newer_register_says_so_and_offers_nothing_dangerous(register):
    data = bytearray(register.read_bytes())
    data[60:64] = (99).to_bytes(4, "big")
    register.write_bytes(data)
    opened = Opened(register.parent)
    opened.see("This register was not opened")
    opened.see("was written by a newer WIBDesk")
    assert [choice.text() for choice in opened.window.place.choices] == ["Try again", "Close WIBDesk"]
    assert register.read_bytes() == data
    opened.press("2")
    opened.until(lambda: not opened.window.isVisible(), "the window is closed")
    leave(opened)


def test_while_nothing_is_open_no_place_can_be_gone_to_and_no_key_does_harm(register):
    register.write_bytes(b"no register at all, but a text\n" * 200)
    opened = Opened(register.parent)
    opened.see("is not a WIBDesk register")
    for key in ("Ctrl+1", "Ctrl+2", "Ctrl+Z", "Ctrl+Y", "F12", "F6", "Ctrl+K", "Escape", "F1", "Escape"):
        opened.press(key)
    opened.window.go("room", Where())
    assert opened.window.place.place_id == "opening"
    assert not opened.window.rail.isVisible()
    opened.press("Tab", "Return")
    opened.until(lambda: not opened.window.isVisible(), "the window is closed")
    leave(opened)


def test_trying_again_opens_it_once_it_is_put_right(register):
    whole = register.read_bytes()
    register.write_bytes(b"no register at all, but a text\n" * 200)
    opened = Opened(register.parent)
    opened.see("is not a WIBDesk register")
    register.write_bytes(whole)
    opened.press("1")
    opened.ready()
    opened.see("Norbury Board")
    assert opened.bench.failure is None
    opened.close()


def test_a_start_that_nobody_sees_ends_instead_of_asking(register):
    register.write_bytes(b"no register at all, but a text\n" * 200)
    opened = Opened(register.parent, unattended=True)
    opened.until(lambda: not opened.window.isVisible(), "the window is closed")
    assert "is not a WIBDesk register" in opened.bench.failure
    leave(opened)


def test_without_a_backup_none_is_offered(qapp, tmp_path):
    register_with_meeting(tmp_path / "register.wibdesk")
    spoil(tmp_path / "register.wibdesk")
    opened = Opened(tmp_path)
    opened.see("This register cannot be read")
    assert "Restore a backup…" not in [choice.text() for choice in opened.window.place.choices]
    opened.bench.opening.not_opened.offer_backups()
    opened.see("There is no backup of this register here")
    leave(opened)
    qapp.setStyleSheet("")


@pytest.fixture
def locked(register):
    """The same register, encrypted after its backup was made, with a second backup since."""
    lock_up(register, PASSPHRASE)
    desk = Desk(register, secret=PASSPHRASE)
    desk.opened.result(WAIT)
    backups = Backups(desk)
    backups.make(Reason.CLOSING).result(WAIT)
    backups.close()
    desk.close()
    return register


def offered(register, typed):
    """Open the window on an encrypted register and ask for its backups, as who forgot the passphrase does."""
    opened = Opened(register.parent)
    opened.see("This register is locked")
    opened.bench.opening.not_opened.offer_backups(typed)
    opened.see("Which backup shall be restored?")
    return opened


def test_a_plain_backup_over_an_encrypted_register_is_restored_only_after_saying_what_that_means(locked):
    present = locked.read_bytes()
    opened = offered(locked, "not the passphrase at all")
    opened.see("Asked for. Not encrypted.")
    opened.see("On closing a meeting.")
    opened.press("2")
    opened.see("This backup is not encrypted")
    opened.see("The present register stays encrypted and is kept beside it.")
    opened.press("1")
    opened.see("Which backup shall be restored?")
    assert locked.read_bytes() == present
    opened.press("2", "2")
    opened.ready()
    assert opened.context.desk.key is None
    assert opened.context.desk.read(meetings.find, "M1").result(WAIT)
    assert any(path.read_bytes() == present for path in locked.parent.glob("*.aside-*"))
    opened.close()


def test_an_encrypted_backup_says_that_another_passphrase_was_typed_and_leads_back_to_the_list(locked):
    present = locked.read_bytes()
    opened = offered(locked, "not the passphrase at all")
    opened.press("1")
    opened.see("The backup was not restored")
    opened.see("either the passphrase is another one, or it is damaged")
    opened.press("1")
    opened.see("Which backup shall be restored?")
    assert locked.read_bytes() == present
    leave(opened)


def test_a_damaged_encrypted_register_asks_for_its_passphrase_once_and_restores_with_it(locked):
    spoil(locked)
    opened = Opened(locked.parent)
    opened.see("This register is locked")
    opened.type(PASSPHRASE)
    opened.press("Return")
    opened.see("Restore a backup…")
    opened.press("1")
    opened.see("On closing a meeting.")
    opened.press("1")
    opened.see("This register is locked")
    opened.type(PASSPHRASE)
    opened.press("Return")
    opened.ready()
    opened.see("The backup is restored")
    assert opened.bench.opening.not_opened.secret == ""
    opened.close()
