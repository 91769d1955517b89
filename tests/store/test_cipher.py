"""The key of an encrypted register: SQLCipher's own, printed as groups that forgive a reader, and never shown."""

import hashlib
import itertools
import os
import random
import sqlite3

import pytest
from sqlcipher3 import dbapi2

from wibdesk.errors import LockedError, StoreError
from wibdesk.safety.locked_registers import needs_passphrase
from wibdesk.store import gate
from wibdesk.store.creation import make_register
from wibdesk.store.encryption.cipher import (
    Key,
    is_locked,
    key_from,
    key_from_recovery,
    key_of,
    looks_like_recovery,
    recovery_words,
    salt_of,
    unlock,
)
from wibdesk.store.encryption.unlocking import key_for
from wibdesk.store.tables import APPLICATION_ID

PASSPHRASE = "correct horse battery staple"
KEY = Key(bytes(range(32)), bytes(range(100, 116)))
PRINTED = recovery_words(KEY)


@pytest.fixture
def locked(tmp_path):
    """An encrypted register, and the key that its passphrase gives."""
    path = tmp_path / "register.wibdesk"
    key = key_of(PASSPHRASE, os.urandom(16))
    make_register(path, key)
    return path, key


def test_any_sqlcipher_opens_the_register_with_the_passphrase(locked):
    path, _ = locked
    plain = dbapi2.connect(str(path))
    plain.execute(f"PRAGMA key = '{PASSPHRASE}'")
    assert plain.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert plain.execute("SELECT count(*) FROM register").fetchone() == (1,)
    plain.close()


def test_a_passphrase_gives_the_same_key_with_each_form_of_its_letters():
    assert key_of("a cafe\u0301 in the old town ", KEY.salt) == key_of("a café in the old town", KEY.salt)
    assert key_of(PASSPHRASE, KEY.salt) != key_of(PASSPHRASE, bytes(16))
    assert key_of("half a letter \ud800 opens nothing", KEY.salt).salt == KEY.salt


def test_a_key_shows_nothing_of_itself():
    shown = f"{KEY!r} {KEY}"
    assert KEY.secret.hex() not in shown
    assert "00010203" not in shown
    assert shown == "Key() Key()"


def test_the_recovery_key_is_fourteen_groups_that_nobody_misreads():
    groups = PRINTED.split("-")
    assert [len(group) for group in groups] == [4] * 14
    assert not set("ILOU") & set(PRINTED)
    assert key_from_recovery(PRINTED, KEY.salt) == KEY


@pytest.mark.parametrize(
    "typed",
    [
        PRINTED.lower(),
        PRINTED.replace("-", " "),
        PRINTED.replace("-", ""),
        f"  {PRINTED}\n",
        PRINTED.replace("0", "O").replace("1", "l"),
        PRINTED.replace("0", "o").replace("1", "I"),
        PRINTED.replace("-", " - "),
    ],
)
def test_a_recovery_key_is_read_however_it_is_typed(typed):
    assert key_from_recovery(typed, KEY.salt) == KEY
    assert key_from(typed, KEY.salt) == KEY
    assert looks_like_recovery(typed)


def with_slips():
    """Recovery keys with one slip each: a letter changed, left out or doubled, or two neighbours exchanged."""
    chosen = random.Random(4)
    letters = PRINTED.replace("-", "")
    for at in range(0, 56, 3):
        other = chosen.choice([c for c in "0123456789ABCDEFGHJKMNPQRSTVWXYZ" if c != letters[at]])
        yield letters[:at] + other + letters[at + 1 :]
        yield letters[:at] + letters[at + 1 :]
        yield letters[:at] + letters[at] + letters[at:]
    for at, (one, next_) in enumerate(itertools.pairwise(letters)):
        if one != next_:
            yield letters[:at] + next_ + one + letters[at + 2 :]
    yield letters[:10] + "U" + letters[11:]


def test_a_slip_in_a_recovery_key_is_told_as_a_slip():
    for typed in with_slips():
        assert looks_like_recovery(typed), typed
        with pytest.raises(LockedError, match="has a slip in it"):
            key_from_recovery(typed, KEY.salt)


@pytest.mark.parametrize(
    "typed", [PASSPHRASE, "nine long words about nothing that anybody ever says at home", "1" * 90]
)
def test_a_passphrase_is_not_taken_for_a_recovery_key(typed):
    assert not looks_like_recovery(typed)
    assert key_from(typed, KEY.salt) == key_of(typed, KEY.salt)


def test_a_locked_register_is_told_from_a_plain_one_and_from_other_files(tmp_path, locked):
    path, key = locked
    assert is_locked(path)
    assert needs_passphrase(path)
    assert salt_of(path) == key.salt == path.read_bytes()[:16]
    plain = tmp_path / "plain.wibdesk"
    make_register(plain)
    odd = tmp_path / "odd"
    odd.write_bytes(random.Random(2).randbytes(9000))
    (tmp_path / "empty").touch()
    for other in (plain, odd, tmp_path / "empty", tmp_path / "absent", tmp_path):
        assert not needs_passphrase(other)


def test_half_a_page_at_the_end_is_what_a_power_cut_leaves_where_a_journal_lies(locked):
    path, _ = locked
    with path.open("ab") as register:
        register.write(b"half a page")
    assert not is_locked(path)
    path.with_name(f"{path.name}-wal").touch()
    assert is_locked(path)


@pytest.mark.skipif(os.name == "nt", reason="paths are shorter there")
def test_a_file_that_sqlite_cannot_open_is_not_said_to_be_locked(tmp_path, locked):
    path, _ = locked
    deep = tmp_path.joinpath(*["x" * 200] * 3, "register.wibdesk")
    deep.parent.mkdir(parents=True)
    path.rename(deep)
    assert not is_locked(deep)


def test_each_secret_opens_the_register_or_is_refused_in_words(locked):
    path, key = locked
    assert key_for(path, PASSPHRASE) == key
    assert key_for(path, recovery_words(key)) == key
    assert key_for(path, None) is None
    before = path.read_bytes()
    for secret, words in (
        ("correct horse battery stable", "That passphrase does not open .*: try again, or type the recovery key"),
        (PRINTED, "That recovery key does not open .*: it is of another register, or was printed before"),
        (PRINTED[:-1] + "Z", "has a slip in it"),
    ):
        with pytest.raises(LockedError, match=words):
            key_for(path, secret)
    with pytest.raises(LockedError, match="is locked: open it with its passphrase or its recovery key"):
        gate.look(path)
    assert path.read_bytes() == before


def test_a_secret_for_a_plain_register_is_refused_in_words(tmp_path):
    path = tmp_path / "register.wibdesk"
    make_register(path)
    with pytest.raises(StoreError, match="is not encrypted: open it without a passphrase"):
        key_for(path, PASSPHRASE)
    with pytest.raises(StoreError, match="is not encrypted"):
        gate.look(path, KEY)
    path.write_bytes(b"no register")
    with pytest.raises(StoreError, match="is not a WIBDesk register"):
        key_for(path, PASSPHRASE)


def test_an_encrypted_file_of_another_program_is_not_ours(tmp_path):
    path = tmp_path / "theirs.db"
    theirs = dbapi2.connect(str(path))
    unlock(theirs, KEY)
    theirs.execute("CREATE TABLE theirs (words TEXT)")
    theirs.close()
    with pytest.raises(StoreError, match="is not a WIBDesk register"):
        gate.look(path, KEY)


def test_damage_is_told_from_a_wrong_passphrase_where_any_page_is_whole(locked):
    path, key = locked
    content = bytearray(path.read_bytes())
    content[100:200] = bytes(100)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="is damaged and cannot be read: restore it") as caught:
        key_for(path, PASSPHRASE)
    assert not isinstance(caught.value, LockedError)
    with pytest.raises(LockedError, match="does not open"):
        key_for(path, "correct horse battery stable")
    content[:16] = bytes(16)
    path.write_bytes(content)
    with pytest.raises(StoreError, match="is damaged and cannot be read"):
        gate.look(path, key)
    # Without its salt nobody can tell.
    with pytest.raises(LockedError, match="if neither opens it, the file may be damaged"):
        key_for(path, PASSPHRASE)


def test_a_register_that_is_cut_short_tells_its_marks_with_the_key(locked):
    path, key = locked
    path.write_bytes(path.read_bytes()[: 40 * 4096])
    assert gate.look(path, key) is gate.Kind.OURS


def test_a_wrong_key_says_nothing_on_standard_error(locked, capfd):
    with pytest.raises(LockedError):
        gate.look(locked[0], KEY)
    assert capfd.readouterr() == ("", "")


def test_a_driver_that_cannot_encrypt_is_refused_before_a_word_is_written():
    plain = sqlite3.connect(":memory:")
    with pytest.raises(StoreError, match="cannot encrypt"):
        unlock(plain, KEY)
    plain.close()


def test_the_key_is_derived_as_the_sqlcipher_of_our_time_does():
    expected = hashlib.pbkdf2_hmac("sha512", PASSPHRASE.encode(), KEY.salt, 256_000, 32)
    assert key_of(PASSPHRASE, KEY.salt).secret == expected
    assert key_of(PASSPHRASE, KEY.salt).literal == f"x'{expected.hex()}{KEY.salt.hex()}'"
