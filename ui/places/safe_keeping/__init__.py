"""The Safe keeping place: backups, the bin, the check, the passphrase, and the promise that they keep."""

from ui.places.safe_keeping.place import SafeKeepingPlace

__all__ = ["SafeKeepingPlace"]
