"""A desk on an encrypted register: it opens with its secret, mends itself with the key, and keeps both to itself."""

import logging
import os
import sys
import traceback

import pytest
from sqlcipher3 import dbapi2

from tests.registers import WAIT, Clerk
from wibdesk.desk import Desk
from wibdesk.errors import LockedError, StoreError, UserError
from wibdesk.safety.locked_registers import needs_passphrase, recovery_key
from wibdesk.services import bodies
from wibdesk.store.lock import lock_file

SECRET = "correct horse battery staple"


@pytest.fixture
def register(tmp_path):
    return tmp_path / "register.wibdesk"


def refused(register, secret):
    """The error with which a desk refuses a register."""
    desk = Desk(register, secret=secret)
    error = desk.opened.exception(WAIT)
    assert desk.close()
    return error


def test_a_register_is_born_encrypted_and_opens_with_either_secret(register):
    clerk = Clerk(register, secret=SECRET)
    clerk.body("Norbury Board")
    printed = recovery_key(clerk.desk)
    clerk.desk.close()
    assert needs_passphrase(register)
    for secret in (SECRET, printed, printed.lower().replace("-", " ")):
        clerk = Clerk(register, secret=secret)
        assert [b.name for b in clerk.ask(bodies.bodies)] == ["Norbury Board"]
        assert recovery_key(clerk.desk) == printed
        clerk.desk.close()


def test_a_missing_or_wrong_secret_is_told_apart_from_other_trouble(register):
    assert isinstance(refused(register, "too short"), UserError)
    assert not register.exists()
    Clerk(register, secret=SECRET).desk.close()
    before = register.read_bytes()
    assert isinstance(refused(register, None), LockedError)
    assert isinstance(refused(register, "correct horse battery stable"), LockedError)
    assert register.read_bytes() == before
    assert [path.name for path in register.parent.iterdir()] == [register.name]


def test_a_plain_register_has_no_key_and_takes_no_secret(register):
    clerk = Clerk(register)
    assert clerk.desk.key is None
    with pytest.raises(UserError, match="is not encrypted, so it has no recovery key"):
        recovery_key(clerk.desk)
    clerk.desk.close()
    error = refused(register, SECRET)
    assert isinstance(error, StoreError)
    assert "is not encrypted" in str(error)


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be renamed there")
def test_after_trouble_the_register_opens_again_with_the_key_alone(register):
    clerk = Clerk(register, secret=SECRET)
    clerk.body("Norbury Board")
    away = register.with_name("away")
    register.rename(away)
    waiting = clerk.desk.write(bodies.add_body, "Eastham Panel")
    away.rename(register)
    clerk.desk.retry()
    assert waiting.result(WAIT).value.name == "Eastham Panel"
    assert [b.name for b in clerk.ask(bodies.bodies)] == ["Eastham Panel", "Norbury Board"]
    clerk.desk.close()


def test_the_secret_and_the_key_are_told_to_nobody(register, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    clerk = Clerk(register, secret=SECRET)
    clerk.body("Norbury Board")
    clerk.desk.serve(lambda argv, cwd: (0, "", ""))
    key = clerk.desk.key
    said = [lock_file(register).read_text(), repr(clerk.desk), repr(key), repr(vars(clerk.desk))]
    with pytest.raises(ZeroDivisionError) as caught:
        clerk.ask(lambda uow: len(uow.bodies.all()) // 0)
    said += ["".join(traceback.format_exception(caught.value))]
    clerk.desk.close()
    error = refused(register, "correct horse battery stable")
    said += [repr(error), str(error), caplog.text, *capfd.readouterr()]
    for words in (SECRET, "stable", key.secret.hex(), key.salt.hex(), recovery_key(clerk.desk)):
        assert not [text for text in said if words in text]


def test_the_passphrase_is_forgotten_once_the_register_is_open(register):
    passphrase = " ".join(["some", "words", "made", "just", "now"])
    before = sys.getrefcount(passphrase)
    clerk = Clerk(register, secret=passphrase)
    clerk.body("Norbury Board")
    assert sys.getrefcount(passphrase) == before
    clerk.desk.close()


def test_the_key_of_a_desk_opens_its_register_elsewhere(register):
    clerk = Clerk(register, secret=SECRET)
    clerk.body("Norbury Board")
    key = clerk.desk.key
    clerk.desk.close()
    elsewhere = dbapi2.connect(str(register))
    elsewhere.execute(f'PRAGMA key = "{key.literal}"')
    assert elsewhere.execute("SELECT name FROM body").fetchall() == [("Norbury Board",)]
    elsewhere.close()
