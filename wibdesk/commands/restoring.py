"""`wibdesk restore` and `wibdesk salvage`: a register that no desk has open comes back, whole or as far as it can."""

import argparse

from wibdesk.commands.chosen_file import passphrase_in
from wibdesk.language import counted, later, say
from wibdesk.safety.locked_registers import needs_passphrase
from wibdesk.safety.restoring import contents, restore, salvage
from wibdesk.store.copies.contents import Contents

PLAIN_NOW = later("The backup was not encrypted, so the register is not either now: whoever has the file can read it.")
KEY_OF_ITS_TIME = later("It opens with the passphrase or recovery key that it had when the backup was made.")


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
    print(say("{name} was restored to {register}.", name=args.backup.name, register=register))
    if kept is not None:
        print(say("What stood there is kept as {kept}.", kept=kept))
    if needs_passphrase(register):
        print(say(KEY_OF_ITS_TIME))
    elif was_locked:
        print(say(PLAIN_NOW))
    return 0


def _salvage(args: argparse.Namespace, secret: str | None) -> int:
    saved = salvage(args.register, args.into, secret=secret)
    for words in saved.words:
        print(words)
    print(say("It is in {into}; {name} is as it was.", into=args.into, name=args.register.name))
    return 0


def _show(held: Contents) -> None:
    meetings = _meetings(held.meetings)
    plans = counted(held.plans, "{number:,} plan", "{number:,} plans")
    print(", ".join((meetings, plans, counted(held.words, "{number:,} word", "{number:,} words"))))
    for body in held.bodies:
        print(body.name, _meetings(body.meetings), sep="\t")
    for meeting in held.newest:
        print(meeting.ref, meeting.date or say("no day yet"), meeting.title or meeting.body, sep="\t")


def _meetings(number: int) -> str:
    return counted(number, "{number:,} meeting", "{number:,} meetings")
