"""The parts of safe keeping by name, for the place itself and for the commands that lead there from anywhere."""

BACKUPS, BIN, CHECK, PASSPHRASE, PROMISE = "backups", "bin", "check", "passphrase", "promise"
CHECK_NOW = "check now"  # the check, begun at once
# Part, word, icon.
PARTS = (
    (BACKUPS, "Backups", "history"),
    (BIN, "Bin", "trash-2"),
    (CHECK, "Check", "circle-check"),
    (PASSPHRASE, "Passphrase", "key-round"),
    (PROMISE, "How it is kept", "shield-check"),
)
