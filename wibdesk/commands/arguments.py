"""The arguments of the command line, with their help."""

import argparse
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

from wibdesk import __version__
from wibdesk.paths import default_register

NOUNS = ("bodies", "meetings", "plans", "actions")
FORMATS = ("docx", "pdf", "json")
DOCUMENTS = ("minutes", "agenda", "actions")

_EXPORT_HELP = """Writes one document and prints its path. REF is a meeting (M3), a plan (P1) or, for its action log,
a body (its reference or name). Without --to the file goes into the current folder under a proposed name. It is never
written over a file that was changed since, nor over another program's: then a new version is written beside that, and
the path that is printed is the new one."""


def read_arguments(argv: Sequence[str]) -> argparse.Namespace:
    """Return the arguments; SystemExit 2 with the usage on stderr where they are wrong, 0 after help or version.

    `store` is always a path, `command` is desk, self_test or the name of a subcommand.
    """
    parser = _parser()
    args = parser.parse_args(argv)
    args.store = _register(args.store) or (None if args.command == "demo" else default_register())
    _check(parser, args)
    return args


def _register(named: Path | None) -> Path | None:
    """Return the register itself where a link was named: its lock, and the desk that has it open, are found there."""
    if named is None:
        return None
    with suppress(OSError, ValueError):
        return Path(os.path.realpath(named)) if named.is_symlink() else named
    return named


def _parser() -> argparse.ArgumentParser:
    # Only whole option names are read, so that a new option never changes what an old script means.
    about = "Minutes, attendance and actions of meetings, on your own disk."
    parser = argparse.ArgumentParser(prog="wibdesk", description=about, allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"wibdesk {__version__}")
    parser.add_argument("--store", type=Path, metavar="FILE", help="the register to open; it is made if absent")
    parser.add_argument("--meeting", metavar="REF", help="open the desk at this meeting")
    parser.add_argument("--item", metavar="N", help="and at this item: its printed number, else its position")
    parser.add_argument("--self-test", action="store_true", help="run a small meeting by key presses and export it")
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="where the self-test writes its documents")
    parser.set_defaults(command="desk")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for add in (_add_demo, _add_import, _add_list, _add_export, _add_check):
        add(commands)
    return parser


_Commands: TypeAlias = Any  # argparse has no public name for it


def _command(commands: _Commands, name: str, words: str, description: str | None = None) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=words, description=description or words, allow_abbrev=False
    )
    # Suppressed, or the missing option after the command would wipe out the one before it.
    suppressed = argparse.SUPPRESS
    parser.add_argument("--store", type=Path, metavar="FILE", default=suppressed, help="the register; made if absent")
    parser.set_defaults(command=name)
    return parser


def _add_demo(commands: _Commands) -> None:
    parser = _command(commands, "demo", "open the desk on the demo register")
    parser.add_argument("--fresh", action="store_true", help="build the demo register afresh first")


def _add_import(commands: _Commands) -> None:
    parser = _command(commands, "import", "read meeting and plan files; print REF, tab, title for each")
    parser.add_argument("files", nargs="+", metavar="FILE", help="a meeting or plan file (JSON)")
    parser.add_argument("--body", metavar="NAME", help="put them all into the body of this name")
    parser.add_argument("--replace", action="store_true", help="let a file take the place of the same meeting or plan")


def _add_list(commands: _Commands) -> None:
    parser = _command(commands, "list", "list what the register holds, one a line")
    parser.add_argument("noun", choices=NOUNS)
    parser.add_argument("--body", metavar="NAME", help="of this body only")
    parser.add_argument("--owner", metavar="NAME", help="actions of this owner only (part of the name will do)")
    parser.add_argument("--open", action="store_true", help="unfinished actions only")
    parser.add_argument("--overdue", action="store_true", help="overdue actions only")
    parser.add_argument("--json", action="store_true", help="as one JSON array of objects")


def _add_export(commands: _Commands) -> None:
    parser = _command(commands, "export", "write a meeting, plan or action log as Word, PDF or JSON", _EXPORT_HELP)
    parser.add_argument("ref", metavar="REF", help="the reference that import and list print")
    parser.add_argument("--as", dest="format", choices=FORMATS, required=True)
    parser.add_argument("--document", choices=DOCUMENTS, help="of a meeting: minutes unless said otherwise")
    parser.add_argument("--style", metavar="NAME", help="another house style than the body's")
    parser.add_argument("--to", metavar="PATH", help="a file, or an existing folder")


def _add_check(commands: _Commands) -> None:
    parser = _command(commands, "check", "look whether the register is sound; exit code 1 where it is not")
    parser.add_argument("--json", action="store_true", help="the findings as one JSON array of objects")


def _check(parser: argparse.ArgumentParser, args: argparse.Namespace) -> None:
    """Refuse options that would be passed over in silence."""
    if args.command == "desk" and args.self_test:
        args.command = "self_test"
    elif args.self_test:
        parser.error("--self-test stands alone")
    elif args.to is not None and args.command != "export":
        parser.error("--to goes with --self-test or export")
    if args.item is not None and args.meeting is None:
        parser.error("--item goes with --meeting")
    if args.meeting is not None and args.command != "desk":
        parser.error("--meeting opens the desk and goes with no command")
    if args.command == "list" and args.noun != "actions" and (args.owner or args.open or args.overdue):
        parser.error("--owner, --open and --overdue go with list actions")
