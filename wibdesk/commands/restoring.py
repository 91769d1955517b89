"""`wibdesk restore` and `wibdesk salvage`: a register that no desk has open comes back, whole or as far as it can."""

import argparse

from wibdesk.commands.chosen_file import passphrase_in
from wibdesk.safety.locked_registers import needs_passphrase
from wibdesk.safety.restoring import contents, restore, salvage
from wibdesk.store.copies.contents import Contents

PLAIN_NOW = "The backup was not encrypted, so the register is not either now: whoever has the file can read it."
KEY_OF_ITS_TIME = "It opens with the passphrase or recovery key that it had when the backup was made."


def run(args: argparse.Namespace) -> int:
    """Put a backup in the place of the register, or show what it holds, or save a damaged register into a new one."""
    secret = passphrase_in(args.passphrase_file) if args.passphrase_file is not None else None
    if args.command == "salvage":
        return _salvage(args, secret)
    if args.show:
        _show(contents(args.backup, secret=secret))
        return 0
    register = args.to or args.store
    was_locked = needs_passphrase(register)
    kept = restore(args.backup, register, secret=secret, another=args.another)
    print(f"{args.backup.name} was restored to {register}.")
    if kept is not None:
        print(f"What stood there is kept as {kept}.")
    if needs_passphrase(register):
        print(KEY_OF_ITS_TIME)
    elif was_locked:
        print(PLAIN_NOW)
    return 0


def _salvage(args: argparse.Namespace, secret: str | None) -> int:
    saved = salvage(args.register, args.into, secret=secret)
    for words in saved.words:
        print(words)
    print(f"It is in {args.into}; {args.register.name} is as it was.")
    return 0


def _show(held: Contents) -> None:
    print(f"{_counted(held.meetings, 'meeting')}, {_counted(held.plans, 'plan')}, {_counted(held.words, 'word')}")
    for body in held.bodies:
        print(body.name, _counted(body.meetings, "meeting"), sep="\t")
    for meeting in held.newest:
        print(meeting.ref, meeting.date or "no day yet", meeting.title or meeting.body, sep="\t")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
