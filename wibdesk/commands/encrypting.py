"""`wibdesk encrypt`, `change-passphrase`, `decrypt`: a register that only its passphrase opens."""

import argparse
import sys
from collections.abc import Sequence

from wibdesk.commands.chosen_file import passphrase_in
from wibdesk.language import later, say
from wibdesk.safety.locked_registers import (
    change_passphrase,
    lock_up,
    plain_copies,
    plain_rescue_files,
    remove_copies,
    unlock_for_good,
)

FREE_BLOCKS = later(
    "What the plain file held may lie on in free blocks of the disk until they are used again: "
    "no program can promise to remove that."
)
OLD_COPIES = later(
    "Backups and copies made before still open with the passphrase or recovery key of their time: keep those."
)
RESCUED = later(
    "Anybody can still read the words that an earlier desk could not save and kept here: open the desk, which brings "
    "them back or shows them, and remove the file if it stays: {file}"
)
REMOVED = later("Removed: {copy}")
READABLE = later("Anybody can still read this copy: remove it, or encrypt it too: {copy}")
KEEP = later(
    "The recovery key above opens the register without its passphrase: print it, and keep it where you keep keys."
)


def run(args: argparse.Namespace) -> int:
    """Do what was asked for; a new recovery key goes to stdout, what else is to know to stderr."""
    command = {"encrypt": _encrypt, "change-passphrase": _change, "decrypt": _decrypt}[args.command]
    for words in command(args):
        print(words, file=sys.stderr)
    return 0


def _encrypt(args: argparse.Namespace) -> Sequence[str]:
    passphrase = passphrase_in(args.passphrase_file)
    print(lock_up(args.store, passphrase), flush=True)
    copies = plain_copies(args.store, secret=passphrase)
    if args.remove_plain_copies:
        remove_copies(copies)
    fate = REMOVED if args.remove_plain_copies else READABLE
    rescued = plain_rescue_files(args.store, secret=passphrase)
    said = [say(fate, copy=copy) for copy in copies] + [say(RESCUED, file=file) for file in rescued]
    return (say(KEEP), *said, say(FREE_BLOCKS))


def _change(args: argparse.Namespace) -> Sequence[str]:
    old, new = passphrase_in(args.old_passphrase_file), passphrase_in(args.passphrase_file)
    print(change_passphrase(args.store, old, new), flush=True)
    return (say(KEEP), say(OLD_COPIES))


def _decrypt(args: argparse.Namespace) -> Sequence[str]:
    unlock_for_good(args.store, passphrase_in(args.passphrase_file))
    return (say("The register is no longer encrypted: whoever has the file can read it."), say(OLD_COPIES))
