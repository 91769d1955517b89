"""The two kinds of trouble that a clerk is told about in words; everything else is a bug."""


class UserError(Exception):
    """What was asked cannot be done: `str()` is one sentence that says what and where, and what to do."""


class ChangedElsewhereError(UserError):
    """Another changed the same meanwhile, otherwise: the sentence names both, and nothing was stored."""


class StoreError(Exception):
    """The register cannot be read or written (disk, lock, newer file): `str()` is a sentence for the clerk."""


class LockedError(StoreError):
    """The register is encrypted, and its passphrase or recovery key is missing or does not open it."""
