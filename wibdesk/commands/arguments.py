"""The arguments of the command line, with their help."""

import argparse
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias

from wibdesk import __version__
from wibdesk.commands.usage_words import speak_usage
from wibdesk.language import later, say
from wibdesk.paths import default_register

SHOWN_FILES = (".wibmeeting", ".json", ".xlsx")
"""The endings of files that a desk shows when they are named without a command."""
_WITH_A_WORD = ("--store", "--passphrase-file", "--meeting", "--item", "--to")
NOUNS = ("bodies", "meetings", "plans", "actions", "styles")

_EXPORT_HELP = later(
    "Writes one document and prints its path. REF is a meeting (M3), a plan (P1) or, for its action log or "
    "register, a body (its reference or name). As soon as anything is exempt from publication the public "
    "version is written, and that is said, unless --edition full is asked for; JSON of a meeting or plan is "
    "always the whole record, of the actions a list as their other files are; wibmeeting is the same JSON in a "
    "file that the desk opens. Without --to the file goes into the current folder under a proposed name. It is "
    "never written over a file that was changed since, nor over another program's: then a new version is "
    "written beside that, and the path that is printed is the new one."
)
_PASSPHRASE_HELP = later("of an encrypted register: the file whose first line is its passphrase or recovery key")
_NEW_PASSPHRASE_HELP = later(
    "needed: the file whose first line is the new passphrase: 4 words or more, or at least 12 letters"
)
_OLD_PASSPHRASE_HELP = later("the file whose first line is the present passphrase or recovery key")
_PRESENT_PASSPHRASE_HELP = later("needed: the file whose first line is the present passphrase or recovery key")
_PLAIN_HELP = later("the register, which no desk may have open")
_CHOICES = "%(choices)s"  # argparse fills it in, when the help is asked for and no sooner
_UNUSED = argparse.SUPPRESS
"""The help of an option that a command takes and does not need, so that a script may name it with every command."""
_READERS_ONLY = ("edition", "of_item", "by", "last", "period", "template", "logo", "logo_words")
_ALSO_OF_LISTS = ("edition", "by")
_WITHOUT_LOGO = ("txt", "xlsx", "csv", "ics")
_WITH_PASSWORD = ("docx", "pdf", "xlsx")  # what documents.locking writes, known here without waiting for the writers


class _Names:
    """Names that an option takes, looked up when first asked for: no other command waits for what knows them."""

    def __init__(self, names: Callable[[], Iterable[str]]) -> None:
        self._names = names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names())


def _search_kinds() -> Iterable[str]:
    from wibdesk.domain.search import SearchKind  # noqa: PLC0415 - only a search waits for it

    return [kind.value for kind in SearchKind]


def _documents() -> Iterable[str]:
    from wibdesk.documents.kinds import KINDS  # noqa: PLC0415 - only an export waits for the composers

    return KINDS


def _formats() -> Iterable[str]:
    from wibdesk.documents.writers import WRITERS  # noqa: PLC0415 - only an export waits for the writers

    return (*WRITERS, "json", "wibmeeting")


def read_arguments(argv: Sequence[str]) -> argparse.Namespace:
    """Return the arguments; SystemExit 2 with the usage on stderr where they are wrong, 0 after help or version.

    `store` is always a path, `command` is desk, self_test or the name of a subcommand; `files` are those to show.
    """
    parser = command_line()
    words, files = _without_files(argv)
    args = parser.parse_args(words)
    if "files" not in args:  # import has files of its own
        args.files = [Path(name) for name in files]
    args.store = _register(args.store) or (None if args.command == "demo" else default_register())
    _check(parser, args)
    return args


def _without_files(argv: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Part the words from the files that stand where a command would, as a file manager names them."""
    first = 0
    while first < len(argv) and argv[first].startswith("-"):
        first += 2 if argv[first] in _WITH_A_WORD else 1
    named = argv[first:]
    if all(name.lower().endswith(SHOWN_FILES) for name in named):
        return argv[:first], named
    return argv, ()


def _register(named: Path | None) -> Path | None:
    """Return the register itself where a link was named: its lock, and the desk that has it open, are found there."""
    if named is None:
        return None
    with suppress(OSError, ValueError):
        return Path(os.path.realpath(named)) if named.is_symlink() else named
    return named


def command_line() -> argparse.ArgumentParser:
    """Return what reads the command line; the manual page is made from it."""
    speak_usage()
    # Only whole option names are read, so that a new option never changes what an old script means.
    about = say("Minutes, attendance and actions of meetings, on your own disk.")
    parser = argparse.ArgumentParser(prog="wibdesk", description=about, allow_abbrev=False)
    version = say("show the version of the program and exit")
    parser.add_argument("--version", action="version", version=f"wibdesk {__version__}", help=version)
    parser.add_argument("--store", type=Path, metavar="FILE", help=say("the register to open; it is made if absent"))
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE", help=say(_PASSPHRASE_HELP))
    parser.add_argument("--meeting", metavar="REF", help=say("open the desk at this meeting"))
    parser.add_argument("--item", metavar="N", help=say("and at this item: its printed number, else its position"))
    parser.add_argument(
        "--self-test", action="store_true", help=say("run a small meeting by key presses and export it")
    )
    parser.add_argument("--to", type=Path, metavar="FOLDER", help=say("where the self-test writes its documents"))
    parser.set_defaults(command="desk")
    commands = parser.add_subparsers(title=say("commands"), metavar="COMMAND")
    for add in (_add_demo, _add_import, _add_list, _add_export, _add_check, _add_backups, _add_encrypting):
        add(commands)
    _add_search(commands)
    for add in (_add_check_style, _add_check_template, _add_shorthand, _add_mail, _add_settings):
        add(commands)
    return parser


_Commands: TypeAlias = Any  # argparse has no public name for it


def _command(
    commands: _Commands,
    name: str,
    words: str,
    description: str | None = None,
    *,
    store: str = later("the register; made if absent"),
    passphrase: str = _PASSPHRASE_HELP,
) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=words, description=description or words, allow_abbrev=False
    )
    helps = {words: words if words is _UNUSED else say(words) for words in (store, passphrase)}
    # Suppressed, or the missing option after the command would wipe out the one before it.
    suppressed = argparse.SUPPRESS
    parser.add_argument("--store", type=Path, metavar="FILE", default=suppressed, help=helps[store])
    parser.add_argument("--passphrase-file", type=Path, metavar="FILE", default=suppressed, help=helps[passphrase])
    parser.set_defaults(command=name)
    return parser


def _add_demo(commands: _Commands) -> None:
    store = later("a register of your own for the demo; made if absent")
    parser = _command(commands, "demo", say("open the desk on the demo register"), store=store, passphrase=_UNUSED)
    parser.add_argument("--fresh", action="store_true", help=say("build the demo register afresh first"))


def _add_import(commands: _Commands) -> None:
    parser = _command(commands, "import", say("read meeting and plan files; print REF, tab, title for each"))
    parser.add_argument("files", nargs="+", metavar="FILE", help=say("a meeting or plan file (JSON)"))
    parser.add_argument("--body", metavar="NAME", help=say("put them all into the body of this name"))
    parser.add_argument(
        "--replace", action="store_true", help=say("let a file take the place of the same meeting or plan")
    )


def _add_list(commands: _Commands) -> None:
    parser = _command(commands, "list", say("list what the register holds, one a line"))
    parser.add_argument("noun", choices=NOUNS)
    parser.add_argument("--body", metavar="NAME", help=say("of this body only"))
    parser.add_argument("--owner", metavar="NAME", help=say("actions of this owner only (part of the name will do)"))
    parser.add_argument("--open", action="store_true", help=say("unfinished actions only"))
    parser.add_argument("--overdue", action="store_true", help=say("overdue actions only"))
    parser.add_argument("--json", action="store_true", help=say("as one JSON array of objects"))


def _add_search(commands: _Commands) -> None:
    parser = _command(commands, "search", say("find words in all that the register holds, the best first"))
    about = say("words, “phrases” and filters: owner:NAME, due:MONTH, since:DAY, until:DAY, -WITHOUT")
    parser.add_argument("words", nargs="+", metavar="WORD", help=about)
    parser.add_argument("--body", metavar="NAME", help=say("of this body only"))
    parser.add_argument(
        "--kind",
        choices=_Names(_search_kinds),
        metavar="KIND",
        help=say("of this kind only: {choices}", choices=_CHOICES),
    )
    parser.add_argument("--most", type=_count, default=50, metavar="N", help=say("so many at most (default: 50)"))
    parser.add_argument("--json", action="store_true", help=say("as one JSON array of objects"))


def _add_export(commands: _Commands) -> None:
    parser = _command(
        commands, "export", say("write a document of a meeting, plan or body, or its JSON file"), say(_EXPORT_HELP)
    )
    add = parser.add_argument
    add("ref", metavar="REF", help=say("the reference that import and list print"))
    add("--as", dest="format", choices=_Names(_formats), metavar="FORMAT", required=True, help="%(choices)s")
    about = say("{choices}; without it the minutes, the plan, or of a body the action log", choices=_CHOICES)
    add("--document", choices=_Names(_documents), metavar="KIND", help=about)
    add("--edition", choices=("public", "full"), help=say("for the public, or for who may read what is exempt"))
    add("--item", dest="of_item", metavar="N", help=say("of an extract: the item's printed number, else its position"))
    add("--by", choices=("due", "owner", "organisation", "meeting"), help=say("what the action log is grouped by"))
    add("--last", type=_count, metavar="N", help=say("meetings that the attendance register shows"))
    add("--period", choices=("year", "two-years", "all"), help=say("how far back the report in figures goes"))
    add("--style", metavar="NAME", help=say("another house style than the body's: its name, or a style file (.json)"))
    add(
        "--template",
        metavar="FILE",
        help=say("with docx: a Word file (.docx, .dotx) to write into instead of the body's"),
    )
    add("--logo", metavar="FILE", help=say("a picture (PNG, JPEG, SVG) to print instead of the body's"))
    add("--logo-words", metavar="TEXT", help=say("what the picture shows, for who cannot see it"))
    add(
        "--password-file",
        metavar="FILE",
        help=say("with docx, pdf, xlsx: lock it with the password in the first line of this file"),
    )
    add("--to", metavar="PATH", help=say("a file, or an existing folder"))


def _count(words: str) -> int:
    try:
        number = int(words)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(say("name a number of 1 or more"))
    return number


def _add_check(commands: _Commands) -> None:
    parser = _command(commands, "check", say("look whether the register is sound; exit code 1 where it is not"))
    parser.add_argument("--json", action="store_true", help=say("the findings as JSON"))
    parser.add_argument(
        "--repair", action="store_true", help=say("keep a copy, and make anew what follows from the rest")
    )


def _add_backups(commands: _Commands) -> None:
    parser = _command(commands, "backup", say("make a verified backup of the register; print its path"))
    parser.add_argument(
        "--to", type=Path, metavar="FOLDER", help=say("not beside the register but there, as on a stick")
    )
    parser.add_argument(
        "--list", action="store_true", help=say("list the backups that there are, newest first, instead")
    )
    parser.add_argument("--json", action="store_true", help=say("as JSON"))
    words = say("put a backup in the place of the register, which is kept")
    alone = say("put a backup in the place of the register, which is kept; no desk may have it open")
    store = later("the register, which no desk may have open; made if absent")
    locked = later(
        "where the backup or the register is encrypted: the file whose first line is the passphrase of its time"
    )
    parser = _command(commands, "restore", words, alone, store=store, passphrase=locked)
    parser.add_argument("backup", type=Path, metavar="BACKUP", help=say("a file that backup --list names"))
    parser.add_argument("--to", type=Path, metavar="REGISTER", help=say("the register, as after --store"))
    parser.add_argument("--another", action="store_true", help=say("though it is the backup of another register"))
    parser.add_argument("--show", action="store_true", help=say("only say what the backup holds"))
    words = say("save what can be read of a damaged register into a new one")
    parser = _command(commands, "salvage", words, store=_UNUSED)
    parser.add_argument("register", type=Path, metavar="REGISTER", help=say("the damaged register; it stays as it is"))
    parser.add_argument(
        "--into", type=Path, metavar="NEW", required=True, help=say("the new one, where there is nothing")
    )


def _add_encrypting(commands: _Commands) -> None:
    words, new = say("encrypt the register; print its recovery key"), _NEW_PASSPHRASE_HELP
    parser = _command(commands, "encrypt", words, store=_PLAIN_HELP, passphrase=new)
    copies = say("remove its plain copies and backups too")
    parser.add_argument("--remove-plain-copies", action="store_true", help=copies)
    words = say("encrypt the register anew; print its new recovery key")
    parser = _command(commands, "change-passphrase", words, store=_PLAIN_HELP, passphrase=new)
    old = say(_OLD_PASSPHRASE_HELP)
    parser.add_argument("--old-passphrase-file", type=Path, metavar="FILE", required=True, help=old)
    words = say("make the register plain again")
    parser = _command(commands, "decrypt", words, store=_PLAIN_HELP, passphrase=_PRESENT_PASSPHRASE_HELP)


def _add_check_style(commands: _Commands) -> None:
    words = say("look whether a house style file can be used")
    parser = _command(commands, "check-style", words, store=_UNUSED, passphrase=_UNUSED)
    parser.add_argument("file", metavar="FILE", help=say("a house style (JSON)"))


def _add_check_template(commands: _Commands) -> None:
    words = say("say which styles a Word file of the house has, and which it lacks")
    parser = _command(commands, "check-template", words, store=_UNUSED, passphrase=_UNUSED)
    parser.add_argument("file", metavar="FILE", help=say("a Word file (.docx or .dotx)"))


def _add_shorthand(commands: _Commands) -> None:
    parser = _command(commands, "shorthand", say("say what a typed line would become in a meeting; nothing is stored"))
    parser.add_argument("ref", metavar="REF", help=say("the meeting, as M3"))
    parser.add_argument("line", metavar="LINE", help=say('as typed in the minutes: "/a jb heat maps by Fri"'))
    parser.add_argument(
        "--item", dest="of_item", metavar="N", help=say("in this item: its printed number, else its position")
    )
    parser.add_argument("--json", action="store_true", help=say("as JSON, with the keys of the meeting file"))


def _add_mail(commands: _Commands) -> None:
    words = say("make the messages after a meeting, as files for a mail program or into the outbox")
    parser = _command(commands, "send", words)
    parser.add_argument("ref", metavar="REF", help=say("the meeting, as M3"))
    way = say("eml: files that open as drafts; smtp: into the outbox, which outbox send empties")
    parser.add_argument("--as", dest="way", choices=("eml", "smtp"), required=True, help=way)
    parser.add_argument("--to", type=Path, metavar="FOLDER", help=say("with eml: where the files go"))
    parser.add_argument("--to-list", action="store_true", help=say("only the minutes, to who is on the list"))
    parser.add_argument("--owners", action="store_true", help=say("only to owners, their own actions"))
    words = say("list what waits to be sent, send it, or decide about a message")
    parser = _command(commands, "outbox", words)
    acts = say(
        "{choices}; again and arrived settle a message that is held, for nobody can know whether it arrived",
        choices=_CHOICES,
    )
    parser.add_argument(
        "act", nargs="?", choices=("list", "send", "again", "arrived", "cancel"), default="list", help=acts
    )
    parser.add_argument("message", nargs="?", metavar="MESSAGE", help=say("the first letters of its name in the list"))
    password = say("with send: the file whose first line is the mail password, where the system's store has none")
    parser.add_argument("--password-file", metavar="FILE", help=password)
    parser.add_argument("--json", action="store_true", help=say("as JSON"))


def _add_settings(commands: _Commands) -> None:
    words = say("give settings to a colleague as one file, or take in such a file")
    parser = _command(commands, "settings", words)
    parser.add_argument("act", choices=("export", "import"))
    parser.add_argument("file", metavar="FILE", help=say("the file (.wibset)"))
    parts = say("only these parts, with commas between: settings, keys, house_styles, phrases, terms, bodies")
    parser.add_argument("--only", metavar="PARTS", help=parts)
    parser.add_argument(
        "--look", action="store_true", help=say("with import: print what it would change, change nothing")
    )


def _check(parser: argparse.ArgumentParser, args: argparse.Namespace) -> None:
    """Refuse options that would be passed over in silence."""
    if args.command == "desk" and args.self_test:
        args.command = "self_test"
    elif args.self_test:
        parser.error(say("--self-test stands alone"))
    elif args.to is not None and args.command not in ("export", "backup", "restore", "send"):
        parser.error(say("--to goes with --self-test, export, backup, restore or send"))
    if args.item is not None and args.meeting is None:
        parser.error(say("--item goes with --meeting"))
    if args.meeting is not None and args.command != "desk":
        parser.error(say("--meeting opens the desk and goes with no command"))
    if args.passphrase_file is not None and args.command in ("desk", "demo", "self_test"):
        parser.error(say("--passphrase-file goes with a command: the desk asks for the passphrase itself"))
    if args.passphrase_file is None and args.command in ("encrypt", "change-passphrase", "decrypt"):
        parser.error(say("{command} needs --passphrase-file FILE, before or after it", command=args.command))
    if args.command == "list" and args.noun != "actions" and (args.owner or args.open or args.overdue):
        parser.error(say("--owner, --open and --overdue go with list actions"))
    if args.command == "list" and args.noun == "styles" and args.body:
        parser.error(say("--body does not go with list styles"))
    if args.command == "settings" and args.look and args.act != "import":
        parser.error(say("--look goes with settings import"))
    if args.command == "export":
        _check_export(parser, args)


def _check_export(parser: argparse.ArgumentParser, args: argparse.Namespace) -> None:
    if args.password_file is not None and args.format not in _WITH_PASSWORD:
        names = ", ".join(_WITH_PASSWORD)
        parser.error(
            say(
                "--as {format} carries no password: use one of {names}, or leave --password-file away.",
                format=args.format,
                names=names,
            )
        )
    readers = [name for name in _READERS_ONLY if args.document != "actions" or name not in _ALSO_OF_LISTS]
    if args.format == "json" and any(getattr(args, name) is not None for name in readers):
        parser.error(say("--as json is always the whole record: only --style, --document and --to go with it"))
    if args.template is not None and args.format != "docx":
        parser.error(say("--template goes with --as docx"))
    if args.logo is not None and args.format in _WITHOUT_LOGO:
        parser.error(say("--logo does not go with --as {format}", format=args.format))
    if args.logo_words is not None and args.logo is None:
        parser.error(say("--logo-words goes with --logo"))
