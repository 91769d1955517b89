"""Opening the desk itself: on a register, on the demo register, or for the self-test."""

import argparse
import ctypes
import os
import tempfile
from pathlib import Path

from wibdesk.errors import UserError
from wibdesk.paths import demo_register
from wibdesk.store.lock import come_forward


def run(args: argparse.Namespace) -> int:
    """Open the desk as the arguments say; return its exit code."""
    return {"desk": _desk, "demo": _demo, "self_test": _self_test}[args.command](args)


# Qt is imported in the functions: no other command waits for it, and a machine without it can still run those.


def _desk(args: argparse.Namespace) -> int:
    if _is_open(args.store):
        return 0
    from ui import app  # noqa: PLC0415 - see above

    return app.run(args.store, args.meeting, args.item)


def _is_open(register: Path) -> bool:
    """Say whether a desk has the register open already; its window is at the front then."""
    if os.name == "nt":
        # Windows lets only the program that the clerk has just used bring a window to the front, or who it allows to.
        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # type: ignore[attr-defined,unused-ignore]
    return come_forward(register.absolute())


def _demo(args: argparse.Namespace) -> int:
    register = args.store or demo_register()
    if not args.fresh and _is_open(register):
        return 0
    if args.fresh and args.store is not None and register.exists():
        raise UserError(f"{register} is there already: --fresh rebuilds only the demo register, so name a new file.")
    if args.fresh or not register.exists():
        from wibdesk.demo import build  # noqa: PLC0415 - the store is not needed where the demo is there already

        build(register)
    from ui import app  # noqa: PLC0415 - see above

    return app.run(register, None, None)


def _self_test(args: argparse.Namespace) -> int:
    from ui import self_test  # noqa: PLC0415 - see above

    folder = args.to or Path(tempfile.mkdtemp(prefix="wibdesk-self-test-"))
    written = self_test.run(folder)
    for path in written if args.to else written[:2]:
        print(path)
    return 0
