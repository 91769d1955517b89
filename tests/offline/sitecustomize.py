"""Nothing under test talks over a network: Python imports this by its name at the start of every process of the tests.

What is refused is also written into a file, since a program may swallow the refusal. A test marked `loopback` may
talk to this machine itself.
"""

import os
import sys

TOLD, LOOPBACK = "WIBDESK_TESTS_NETWORK", "WIBDESK_TESTS_LOOPBACK"
"""The names in the environment of the file that tells of refusals, and of the leave to talk to this machine."""
OWN_HOSTS = ("127.0.0.1", "::1", "localhost")
_LOOKS_UP = ("getaddrinfo", "gethostbyname", "gethostbyaddr", "getnameinfo")
_GOES = ("connect", "bind", "sendto", "sendmsg")


class NetworkError(BaseException):
    """A test or the program under test wanted to use a network; no `except Exception` holds it up."""


def watch(event: str, args: tuple) -> None:
    """Refuse what Python is about to do where that is for a network."""
    if not event.startswith("socket."):
        return
    wanted = _wanted(event.removeprefix("socket."), args)
    if wanted is None or (os.environ.get(LOOPBACK) and wanted in ("", *OWN_HOSTS)):
        return
    if TOLD in os.environ:
        with open(os.environ[TOLD], "a", encoding="utf-8") as told:
            told.write(f"{event} {wanted}\n")
    raise NetworkError(f"{event} {wanted}")


def _wanted(call: str, args: tuple) -> str | None:
    """Return the host that is wanted, empty where none is named yet; None for what needs no network."""
    if call == "__new__":
        # The families of the internet on every system, and the one that is chosen later.
        return "" if args[1] in (2, 10, 23, 30, -1) else None
    if call in _LOOKS_UP:
        return str(args[0][0] if isinstance(args[0], tuple) else args[0])
    if call in _GOES:
        return str(args[1][0]) if isinstance(args[1], tuple) else None
    return None


# A process that was started with this already watches, under the name that Python gives it.
if getattr(sys.modules.get("sitecustomize"), "watch", watch) is watch:
    sys.addaudithook(watch)
