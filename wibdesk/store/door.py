"""Commands of the command line to a desk that has the register open: JSON over a local socket, with a key."""

import json
import os
import secrets
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path

from wibdesk.language import say
from wibdesk.store.lock import Answer, LockInfo, ask_running_desk

__all__ = ["Answer", "Door", "Handler", "ask_running_desk"]

Handler = Callable[[list[str], str], Answer]
"""Takes the arguments and the folder they were typed in; gives exit code, standard output and error."""
Raised = Callable[[list[Path]], None]
"""Takes the files that another start was given."""
NO_CALLER = (OSError, EOFError, AuthenticationError, ValueError, TypeError, KeyError, AttributeError)
"""What a caller may do wrong: it goes away, has no key or speaks nonsense."""
LONGEST_REQUEST = 1_000_000


class Door:
    """Takes commands on a thread of its own, one after the other, until it is closed."""

    def __init__(self, handler: Handler, raised: Raised | None = None) -> None:
        """`raised` shows the window, and files in it, when another start asks for it; None without a window."""
        self.handler = handler
        self.raised = raised
        self._key = secrets.token_hex(32)
        family = "AF_PIPE" if os.name == "nt" else "AF_UNIX"
        self._listener = Listener(family=family, authkey=self._key.encode())
        self._open = True
        self._thread = threading.Thread(target=self._serve, name="door", daemon=True)
        self._thread.start()

    def named_in(self, info: LockInfo) -> LockInfo:
        """Return what the lock file should tell, with this door's address and key."""
        return replace(info, address=str(self._listener.address), key=self._key)

    def close(self, wait: float | None = None) -> None:
        """Take no more commands; one that is being carried out is finished first, for at most `wait` seconds."""
        self._open = False
        # A caller that says nothing wakes the thread; one that waited for an answer might wait for ever.
        try:
            Client(self._listener.address).close()
        except OSError:  # its address is gone, as when the process ends: nobody can wake the thread
            wait = 0
        self._thread.join(wait)
        self._listener.close()

    def _serve(self) -> None:
        while self._open:
            with suppress(*NO_CALLER), self._listener.accept() as caller:
                self._answer(caller)

    def _answer(self, caller: Connection) -> None:
        request = json.loads(caller.recv_bytes(LONGEST_REQUEST))
        raising = request.get("raise") is True
        files = [Path(name) for name in request.get("files", [])] if raising else []
        wanted = partial(self._raise, files) if raising else self._command(request["argv"], request["cwd"])
        try:
            code, out, err = wanted()
        except Exception as error:  # a bug in a command must not close the door
            code, out, err = (
                1,
                "",
                say("The open desk could not carry this out: {fault}.", fault=type(error).__name__) + "\n",
            )
        caller.send_bytes(json.dumps({"code": code, "out": out, "err": err}).encode())

    def _command(self, argv: Sequence[str], cwd: str) -> Callable[[], Answer]:
        words, folder = [str(word) for word in argv], str(cwd)
        return lambda: self.handler(words, folder)

    def _raise(self, files: list[Path]) -> Answer:
        if self.raised is None:
            return 1, "", say("The open desk has no window.") + "\n"
        self.raised(files)
        return 0, "", ""
