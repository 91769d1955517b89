"""The mail account of the preferences, and its password in a store that locks it or in no file at all."""

import pytest
from keyring.backend import KeyringBackend
from keyring.backends import SecretService, fail, null
from keyring.errors import KeyringLocked

from wibdesk.delivery.accounts import Security, account_of
from wibdesk.delivery.message_text import Sender
from wibdesk.delivery.secrets import Passwords, is_safe
from wibdesk.errors import UserError

SETTINGS = {"host": "mail.example.org", "from_name": "R Devlin", "from_address": "clerk@example.org", "user": "clerk"}


class Drawer(KeyringBackend):
    """A store of secrets in memory."""

    priority = 1

    def __init__(self, *, locked=False):
        super().__init__()
        self.held, self.locked = {}, locked

    def get_password(self, service, username):
        self._check()
        return self.held.get((service, username))

    def set_password(self, service, username, password):
        self._check()
        self.held[service, username] = password

    def delete_password(self, service, username):
        self._check()
        del self.held[service, username]

    def _check(self):
        if self.locked:
            raise KeyringLocked


def test_an_account_is_read_from_the_preferences():
    account = account_of(SETTINGS)
    assert (account.host, account.port, account.security, account.limit_mb) == ("mail.example.org", 587, "starttls", 25)
    assert account.sender == Sender("R Devlin", "clerk@example.org")
    other = account_of(SETTINGS | {"security": "tls", "limit_mb": "10"})
    assert (other.port, other.limit_mb) == (465, 10)
    assert account_of(SETTINGS | {"port": 2525}).port == 2525


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"host": ""}, "No mail server is set"),
        ({"host": "mail example.org"}, "is no name of a mail server"),
        ({"security": "none"}, "starttls or by tls"),
        ({"from_address": "clerk"}, "has no @"),
        ({"from_name": "R\nDevlin"}, "a line break"),
        ({"port": "99999"}, "a number from 1 to 65535"),
        ({"port": "mail"}, "a number from 1 to 65535"),
        ({"limit_mb": "0"}, "a number from 1 to 1000"),
    ],
)
def test_what_is_wrong_with_the_settings_is_told(more, words):
    with pytest.raises(UserError, match=words):
        account_of(SETTINGS | more)


def test_each_way_to_lock_the_line_has_words_and_a_port():
    assert [(each.words, each.port) for each in Security] == [
        ("STARTTLS, port 587", 587),
        ("TLS from the start, port 465", 465),
    ]


def test_a_password_lasts_in_the_store_of_the_system():
    drawer, account = Drawer(), account_of(SETTINGS)
    passwords = Passwords(drawer)
    assert passwords.known(account) is None
    assert passwords.keep(account, "secret")
    assert drawer.held == {("WIBDesk mail mail.example.org", "clerk"): "secret"}
    later = Passwords(drawer)
    assert (later.lasting, later.known(account)) == (True, "secret")
    later.forget(account)
    assert (drawer.held, later.known(account)) == ({}, None)


def test_without_a_store_or_with_one_that_stays_locked_it_holds_for_the_session():
    account = account_of(SETTINGS)
    for store in (None, Drawer(locked=True)):
        passwords = Passwords(store)
        assert passwords.known(account) is None
        assert not passwords.keep(account, "secret")
        assert passwords.known(account) == "secret"
        assert Passwords(store).known(account) is None
        passwords.forget(account)
        assert passwords.known(account) is None


def test_a_password_for_the_session_alone_is_kept_nowhere():
    drawer, account = Drawer(), account_of(SETTINGS)
    assert not Passwords(drawer).keep(account, "secret", lasting=False)
    assert drawer.held == {}


def test_only_a_store_that_locks_what_it_holds_counts():
    assert is_safe(SecretService.Keyring())
    assert not any(map(is_safe, (fail.Keyring(), null.Keyring(), Drawer())))
