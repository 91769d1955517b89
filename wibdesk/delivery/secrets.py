"""The mail password: in the system's own store of secrets, or asked for each session; never in a file of ours."""

from contextlib import suppress
from typing import Protocol

from wibdesk.delivery.accounts import Account

SERVICE = "WIBDesk mail"
_SAFE = "keyring.backends."
"""Where the stores come from that lock what they hold; others, added to a machine, may write it down plainly."""


class Store(Protocol):
    """A store of secrets, as every backend of keyring is one."""

    def get_password(self, service: str, username: str) -> str | None:
        """Return a password; None where there is none."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a password."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget a password."""


class Passwords:
    """The passwords of mail accounts; those that no store keeps hold for the session."""

    def __init__(self, store: Store | None) -> None:
        """`store` is None where the system has none; see `system_store`."""
        self._store = store
        self._held: dict[tuple[str, str], str] = {}

    @property
    def lasting(self) -> bool:
        """Say whether a password that is kept is still known in the next session."""
        return self._store is not None

    def known(self, account: Account) -> str | None:
        """Return the password of an account; None where the clerk has to be asked for it."""
        key = _key(account)
        if key not in self._held and self._store is not None:
            # A store that is locked, and stays so, is the same as none: the clerk is asked.
            with suppress(Exception):
                found = self._store.get_password(*key)
                if found is not None:
                    self._held[key] = found
        return self._held.get(key)

    def keep(self, account: Account, password: str, *, lasting: bool = True) -> bool:
        """Keep a password; say whether the system's store has it, or only this session."""
        key = _key(account)
        self._held[key] = password
        if self._store is None or not lasting:
            return False
        try:
            self._store.set_password(*key, password)
        except Exception:
            return False
        return True

    def forget(self, account: Account) -> None:
        """Forget the password of an account, here and in the system's store."""
        key = _key(account)
        self._held.pop(key, None)
        if self._store is not None:
            with suppress(Exception):
                self._store.delete_password(*key)


def system_store() -> Store | None:
    """Return the system's store of secrets; None where there is none, or only one that writes plainly."""
    # Looking for a store may ask the system for one, so only who wants a password waits for it.
    import keyring  # noqa: PLC0415 - see above
    from keyring.backends.chainer import ChainerBackend  # noqa: PLC0415 - as above

    try:
        found = keyring.get_keyring()
    except Exception:
        return None
    some = found.backends if isinstance(found, ChainerBackend) else [found]
    return next((each for each in some if is_safe(each)), None)


def is_safe(store: object) -> bool:
    """Say whether a store is one of keyring's own that keeps anything, and keeps it locked."""
    module = type(store).__module__
    return module.startswith(_SAFE) and not module.endswith((".fail", ".null"))


def _key(account: Account) -> tuple[str, str]:
    return f"{SERVICE} {account.host}", account.user
