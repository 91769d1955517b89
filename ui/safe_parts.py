"""The parts of safe keeping by name, for the place itself and for the commands that lead there from anywhere."""

from wibdesk.language import later

BACKUPS, BIN, CHECK, PASSPHRASE, PROMISE = "backups", "bin", "check", "passphrase", "promise"
CHECK_NOW = "check now"  # the check, begun at once
# Part, word, icon.
PARTS = (
    (BACKUPS, later("Backups"), "history"),
    (BIN, later("Bin"), "trash-2"),
    (CHECK, later("Check"), "circle-check"),
    (PASSPHRASE, later("Passphrase"), "key-round"),
    (PROMISE, later("How it is kept"), "shield-check"),
)
