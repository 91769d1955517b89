"""The command line: reads the arguments and hands over to the command, here or in the desk that has the register open.

Exit codes: 0 done, 1 a sentence on stderr says what could not be done, 2 wrong usage.
"""

import argparse
import codecs
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TextIO

from wibdesk.commands.arguments import read_arguments
from wibdesk.errors import StoreError, UserError
from wibdesk.language import say
from wibdesk.paths import resource

if TYPE_CHECKING:
    from wibdesk.changes import Changes
    from wibdesk.desk import Desk

ON_THE_REGISTER = {
    "import": "importing",
    "list": "listing",
    "search": "searching",
    "export": "exporting",
    "check": "checking",
    "backup": "backing_up",
    "shorthand": "shorthand",
    "send": "mailing",
    "outbox": "outbox",
    "settings": "settings",
}
"""Commands that a running desk can do for the caller, each with the module that does it."""

ON_A_FILE = {
    "check-style": "style_checking",
    "check-template": "template_checking",
    "restore": "restoring",
    "salvage": "restoring",
    "encrypt": "encrypting",
    "change-passphrase": "encrypting",
    "decrypt": "encrypting",
}
"""Commands that need no desk: of other files, or of a register that no desk may have open."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    _print_any_letter()
    _speak()
    try:
        args = read_arguments(words)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 2
    try:
        code = _run(args, words)
        if sys.stdout is not None:
            # Here, not at the end of the process: an answer that cannot be printed is told as any other trouble.
            sys.stdout.flush()
    except (UserError, StoreError) as trouble:
        print(one_line(str(trouble)), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(say("Stopped: what was printed is done, and nothing else."), file=sys.stderr)
        return 1
    except BrokenPipeError:
        # Who reads our output (head, less) has had enough.
        _drop_output()
        return 1
    except OSError as trouble:
        # Only the way to the terminal or to the current folder: files and the register speak for themselves.
        _drop_output()
        where = f" ({trouble.filename})" if trouble.filename else ""
        print(
            one_line(
                say("The system refused: {why}{where}.", why=(trouble.strerror or str(trouble)).lower(), where=where)
            ),
            file=sys.stderr,
        )
        return 1
    return code


def handler(
    desk: "Desk", *, changed: "Callable[[Changes], None] | None" = None
) -> Callable[[Sequence[str], str], tuple[int, str, str]]:
    """Return what a running desk serves to other processes: it runs one command and returns code, out and err.

    `changed` is told what a command changed, on the thread that serves.
    """

    def answer(argv: Sequence[str], cwd: str) -> tuple[int, str, str]:
        out, err = io.StringIO(), io.StringIO()
        try:
            code = _on_desk(read_arguments(argv), desk, _Streams(out, err, Path(cwd), changed))
        except SystemExit:
            code = 2
        except (UserError, StoreError) as trouble:
            code = 1
            err.write(one_line(str(trouble)) + "\n")
        return code, out.getvalue(), err.getvalue()

    return answer


def one_line(words: str) -> str:
    """Return words on one line, so that a message or a row is never torn in two."""
    return " ".join(words.split())


class _Streams(NamedTuple):
    """Where a command speaks, and from where its files are named."""

    out: TextIO
    err: TextIO
    cwd: Path
    changed: "Callable[[Changes], None] | None" = None


def _run(args: argparse.Namespace, argv: list[str]) -> int:
    # Each command is imported only when it is the one asked for: `--version` must not wait for the database or Qt.
    if args.command not in ON_THE_REGISTER:
        return int(import_module(f"wibdesk.commands.{ON_A_FILE.get(args.command, 'opening')}").run(args))
    from wibdesk.commands.running import run_somewhere  # noqa: PLC0415 - see above

    streams = _Streams(sys.stdout, sys.stderr, _here())
    done = run_somewhere(
        args.store,
        argv,
        streams.cwd,
        lambda desk: _on_desk(args, desk, streams),
        passphrase_file=args.passphrase_file,
    )
    if isinstance(done, int):
        return done
    print(done[1], end="")
    print(done[2], end="", file=sys.stderr)
    return done[0]


def _on_desk(args: argparse.Namespace, desk: "Desk", streams: _Streams) -> int:
    # Imported here for the same reason as in `_run`.
    from wibdesk.commands.call import Call  # noqa: PLC0415

    command = import_module(f"wibdesk.commands.{ON_THE_REGISTER[args.command]}")
    return int(command.run(Call(args, desk, *streams)))


def _here() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError as trouble:
        raise UserError(
            say("The current folder is not there any more: change to another one and try again.")
        ) from trouble


def _drop_output() -> None:
    """Let what is left of the answer go, so that the end of the process does not try to print it again."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak() -> None:
    """Speak the language that the window speaks; English on a machine without Qt, which reads the catalogues."""
    wished = os.environ.get("WIBDESK_LANGUAGE")
    if not wished and not any(resource("languages").glob("*.qm")):
        return  # as long as there is only English, no command waits for Qt or for the settings
    with suppress(ImportError):
        from ui.languages import speak  # noqa: PLC0415 - see above
        from wibdesk.paths import settings_file  # noqa: PLC0415 - see above
        from wibdesk.settings import Settings  # noqa: PLC0415 - see above

        speak(wished or Settings(settings_file()).now.language, None)


def _print_any_letter() -> None:
    """Names and titles may hold letters that a console has not; they are then printed as codes that JSON reads too."""
    codecs.register_error(_AS_CODES, _as_codes)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_AS_CODES)


def _as_codes(trouble: UnicodeError) -> tuple[str, int]:
    if not isinstance(trouble, UnicodeEncodeError):
        raise trouble
    unknown = trouble.object[trouble.start : trouble.end]
    return json.dumps(unknown)[1:-1], trouble.end


_AS_CODES = "wibdesk.codes"
