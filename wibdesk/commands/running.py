"""Where a command runs: in the desk that has the register open, else on a desk of its own."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from wibdesk.commands.chosen_file import passphrase_in
from wibdesk.desk import Desk
from wibdesk.errors import LockedError
from wibdesk.language import say
from wibdesk.safety.locked_registers import recovery_key
from wibdesk.safety.rescuing import rescue_folders
from wibdesk.store.lock import ask_running_desk, holder
from wibdesk.store.trouble import BUSY, LOCKED, code_of

Answer: TypeAlias = tuple[int, str, str]

PATIENCE = 10.0
"""Seconds to wait for one that holds the register, before it counts as holding it for good."""
PAUSE = 0.05
TRIES = 5
"""Times that the disk may refuse before a command gives up: a script cannot wait for ever, as an open desk does."""


def run_somewhere(
    register: Path,
    argv: Sequence[str],
    cwd: Path,
    work: Callable[[Desk], int],
    *,
    passphrase_file: Path | None = None,
) -> int | Answer:
    """Have the running desk do the command, or do `work` on a desk of our own, and return its exit code.

    StoreError where the register cannot be opened, or another desk holds it and takes no commands. A running desk
    wants no passphrase: whoever may talk to it has it unlocked before them.
    """
    until, absent, held_by = time.monotonic() + PATIENCE, not _there(register), None
    while True:
        answered = ask_running_desk(register.absolute(), argv, str(cwd))
        if answered is not None:
            return answered
        secret = passphrase_in(passphrase_file) if passphrase_file is not None else None
        desk = Desk(register, patience=TRIES, secret=secret, rescue=rescue_folders(register))
        try:
            trouble = desk.opened.exception()
            if trouble is None:
                _tell_recovery_key(desk, new=absent)
                _tell_recovered(desk)
                return work(desk)
        finally:
            desk.close()
        if isinstance(trouble, LockedError) and secret is None:
            raise LockedError(
                say(
                    "“{register}” is encrypted: name the file with its passphrase by --passphrase-file.",
                    register=register,
                )
            )
        # The holder may be a command that is about to end, or a desk that is about to take commands.
        # One that another process is making this moment does not look like a register yet.
        passing = in_use(trouble) or (absent and _there(register))
        held_before, held_by = held_by, holder(register)
        if held_by is not None and held_by != held_before:
            # The queue moves on: somebody else has it now, and our turn comes.
            until = time.monotonic() + PATIENCE
        if not passing or time.monotonic() > until:
            raise trouble
        time.sleep(PAUSE)


def _tell_recovery_key(desk: Desk, *, new: bool) -> None:
    """Say the recovery key of a register that was just made; never again later."""
    if new and desk.key is not None:
        print(
            say("This new register is encrypted. Keep its recovery key on paper: {key}", key=recovery_key(desk)),
            file=sys.stderr,
        )


def _tell_recovered(desk: Desk) -> None:
    """Say what a rescue file brought back of a desk that ended while its disk refused."""
    for recovered in desk.recovered:
        of = f" ({recovered.meeting})" if recovered.meeting else ""
        kept = f"{recovered.what}{of}"
        if recovered.put_back:
            told = say("Kept in a rescue file: {kept}, brought back.", kept=kept)
        else:
            why = (recovered.why or "").removesuffix(".")
            told = say("Kept in a rescue file: {kept}, not put back: {why}.", kept=kept, why=why)
        print(told, file=sys.stderr)


def in_use(trouble: BaseException) -> bool:
    """Say whether a register could not be opened only because another process holds it."""
    return trouble.__cause__ is not None and code_of(trouble.__cause__) in (BUSY, LOCKED)


def _there(register: Path) -> bool:
    """Say whether a file with anything in it stands at the path."""
    try:
        return register.stat().st_size > 0
    except OSError:
        return False
