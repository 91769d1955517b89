"""A key is made, shown and only then put in force; copies follow; the page with it can be read by everybody."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.registers import Clerk
from wibdesk.domain.backups import Reason
from wibdesk.errors import LockedError, UserError
from wibdesk.safety.backups import Backups
from wibdesk.safety.checking_aside import check_aside
from wibdesk.safety.locked_registers import needs_passphrase
from wibdesk.safety.new_passphrases import encrypt_copies, new_key, opens, put_in_force, readable_copies, same_group
from wibdesk.safety.recovery_paper import recovery_pdf
from wibdesk.services import bodies

FIRST, SECOND = "four quiet invented words", "rainy tuesday lorry cheese"


@pytest.fixture
def register(tmp_path):
    clerk = Clerk(tmp_path / "register.wibdesk")
    clerk.body("Norbury Board")
    backups = Backups(clerk.desk)
    backups.make(Reason.ASKED).result(30)
    backups.close()
    clerk.desk.close()
    return clerk.register


def test_a_key_changes_nothing_until_it_is_put_in_force_and_then_both_secrets_open(register):
    key = new_key(FIRST)
    assert not needs_passphrase(register)
    put_in_force(register, key)
    for secret in (FIRST, key.words):
        clerk = Clerk(register, secret=secret)
        assert len(clerk.ask(bodies.bodies)) == 1
        assert opens(clerk.desk, FIRST)
        assert not opens(clerk.desk, SECOND)
        clerk.desk.close()


def test_another_passphrase_needs_the_one_in_force(register):
    put_in_force(register, new_key(FIRST))
    with pytest.raises(LockedError):
        put_in_force(register, new_key(SECOND), "not the right words at all")
    put_in_force(register, new_key(SECOND), FIRST)
    clerk = Clerk(register, secret=SECOND)
    assert len(clerk.ask(bodies.bodies)) == 1
    clerk.desk.close()


def test_what_is_no_passphrase_is_refused_in_words():
    with pytest.raises(UserError, match="too short"):
        new_key("short")
    with pytest.raises(UserError, match="That is a recovery key"):
        new_key(new_key(FIRST).words)


def test_nothing_of_a_key_stands_in_its_description():
    key = new_key(FIRST)
    assert repr(key) == "NewKey()"
    assert len(key.groups) == 14


@pytest.mark.parametrize(
    ("typed", "same"), [("AB0D", True), ("ab0d", True), (" a b-0 d", True), ("abod", True), ("AB1D", False)]
)
def test_a_group_is_the_same_however_it_is_typed(typed, same):
    assert same_group(typed, "AB0D") is same


def test_copies_that_anybody_can_read_are_found_and_put_under_the_same_key(register):
    key = new_key(FIRST)
    put_in_force(register, key)
    clerk = Clerk(register, secret=FIRST)
    folder = register.parent / "backups"
    (copy,) = readable_copies(clerk.desk, [folder])
    assert copy.parent == folder
    assert encrypt_copies(clerk.desk, [copy]) == 1
    assert readable_copies(clerk.desk, [folder]) == ()
    clerk.desk.close()
    for secret in (FIRST, key.words):
        clerk = Clerk(copy, read_only=True, secret=secret)
        assert len(clerk.ask(bodies.bodies)) == 1
        clerk.desk.close()


def test_an_encrypted_register_is_checked_on_a_copy_that_is_gone_afterwards(register):
    put_in_force(register, new_key(FIRST))
    clerk = Clerk(register, secret=FIRST)
    told = []
    assert check_aside(clerk.desk, told=lambda left, pages: told.append((left, pages))) == ()
    assert told[-1][0] == 0
    with pytest.raises(UserError, match="stopped"):
        check_aside(clerk.desk, stopped=lambda: True)
    assert [path.name for path in (register.parent / "backups").iterdir() if path.name.startswith(".")] == []
    clerk.desk.close()


def test_the_page_with_the_key_is_one_tagged_page_that_names_every_group():
    key = new_key(FIRST)
    read = PdfReader(BytesIO(recovery_pdf(key.groups, "register.wibdesk", date(2026, 11, 22))))
    assert len(read.pages) == 1
    words = read.pages[0].extract_text()
    assert all(group in words for group in key.groups)
    assert "register.wibdesk" in words
    assert "/StructTreeRoot" in read.trailer["/Root"]
