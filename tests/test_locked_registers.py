"""Encrypting a register that no desk has open, and what is asked of it that cannot be."""

import pytest

from tests.registers import Clerk
from wibdesk.errors import StoreError, UserError
from wibdesk.safety.locked_registers import lock_up, recovery_key, remove_copies

PASSPHRASE = "correct horse battery staple"


def test_a_plain_register_has_no_recovery_key(tmp_path):
    clerk = Clerk(tmp_path / "register.wibdesk")
    with pytest.raises(UserError, match="not encrypted, so it has no recovery key"):
        recovery_key(clerk.desk)
    clerk.desk.close()


def test_the_recovery_key_of_an_open_register_is_the_one_that_was_printed(tmp_path):
    register = tmp_path / "register.wibdesk"
    Clerk(register).desk.close()
    printed = lock_up(register, PASSPHRASE)
    clerk = Clerk(register, secret=PASSPHRASE)
    assert recovery_key(clerk.desk) == printed
    clerk.desk.close()


def test_a_register_is_not_encrypted_twice(tmp_path):
    register = tmp_path / "register.wibdesk"
    Clerk(register).desk.close()
    lock_up(register, PASSPHRASE)
    before = register.read_bytes()
    with pytest.raises(StoreError, match="is encrypted already: change its passphrase instead"):
        lock_up(register, "another phrase to remember")
    assert register.read_bytes() == before


def test_a_copy_that_cannot_be_removed_is_named(tmp_path):
    copy = tmp_path / "copy.wibdesk"
    copy.mkdir()
    with pytest.raises(StoreError, match=r"copy\.wibdesk” cannot be removed: remove it yourself"):
        remove_copies([copy])
