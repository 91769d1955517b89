"""Opening the desk itself: on a register, on the demo register, or for the self-test."""

import argparse
import ctypes
import gc
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from wibdesk.errors import UserError
from wibdesk.language import say
from wibdesk.paths import demo_register
from wibdesk.self_checks import SelfTestError
from wibdesk.store.lock import come_forward


def run(args: argparse.Namespace) -> int:
    """Open the desk as the arguments say; return its exit code."""
    return {"desk": _desk, "demo": _demo, "self_test": _self_test}[args.command](args)


# Qt is imported in the functions: no other command waits for it, and a machine without it can still run those.


def _desk(args: argparse.Namespace) -> int:
    files = [path.absolute() for path in args.files]
    if _is_open(args.store, files):
        return 0
    gc.disable()  # nothing that is imported is garbage; the window collects by itself from then on
    from ui import app  # noqa: PLC0415 - see above

    return app.run(args.store, args.meeting, args.item, files=files)


def _is_open(register: Path, files: Sequence[Path] = ()) -> bool:
    """Say whether a desk has the register open already; its window is at the front then, and shows the files."""
    if os.name == "nt":
        # Windows lets only the program that the clerk has just used bring a window to the front, or who it allows to.
        ctypes.windll.user32.AllowSetForegroundWindow(-1)  # type: ignore[attr-defined,unused-ignore]
    return come_forward(register.absolute(), files)


def _demo(args: argparse.Namespace) -> int:
    register = args.store or demo_register()
    if not args.fresh and _is_open(register):
        return 0
    if args.fresh and args.store is not None and register.exists():
        raise UserError(
            say(
                "{register} is there already: --fresh rebuilds only the demo register, so name a new file.",
                register=register,
            )
        )
    if args.fresh or not register.exists():
        from wibdesk.demo import build  # noqa: PLC0415 - the store is not needed where the demo is there already

        build(register)
    from ui import app  # noqa: PLC0415 - see above

    return app.run(register, None, None)


def _self_test(args: argparse.Namespace) -> int:
    from ui import self_test  # noqa: PLC0415 - see above

    folder = args.to or Path(tempfile.mkdtemp(prefix="wibdesk-self-test-"))
    try:
        written = self_test.run(folder, tell=lambda words: print(words, flush=True))
    except (SelfTestError, AssertionError) as trouble:
        # What a key press waited for in vain is said by an assertion.
        print(say("The self-test failed: {what}", what=str(trouble)), file=sys.stderr)
        return 1
    if not args.to:
        written.pop().unlink()
    for path in written:
        print(path)
    return 0
