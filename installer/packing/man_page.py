"""Writes the manual page from the command line's own arguments, so that it never says what the program does not do.

Run with the desk's packages at hand: `python -m installer.packing.man_page`.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from os import environ
from pathlib import Path
from typing import Any

from installer.packing.facts import read_facts

CLOSING = r"""
.SH EXIT STATUS
.TP
.B 0
What was asked for is done.
.TP
.B 1
It could not be done; one sentence on standard error says why.
.TP
.B 2
The words of the command line were wrong.
.SH FILES
.TP
.I ~/.local/share/WIBDesk/register.wibdesk
The register, unless
.B \-\-store
names another. Its backups lie in
.I backups
beside it.
.TP
.I ~/.config/WIBDesk/settings.json
What was chosen under Settings.
.TP
.I ~/.local/state/WIBDesk
The log, and reports of faults; no word of the minutes is in them.
.PP
Removing the program leaves all of these alone.
.SH ENVIRONMENT
.TP
.B QT_QPA_PLATFORM
With
.B offscreen
the desk needs no screen, as for
.BR \-\-self\-test .
.TP
.BR XDG_DATA_HOME ", " XDG_CONFIG_HOME ", " XDG_STATE_HOME
Other folders for the files above.
"""


class _Collector(argparse.HelpFormatter):
    """Takes from a parser what its help would show, for it is handed over in order and by public names."""

    def __init__(self, prog: str, take: Callable[[argparse.Action], None]) -> None:
        super().__init__(prog)
        self._take = take

    def add_argument(self, action: argparse.Action) -> None:
        """Hand one argument on."""
        if action.help is not argparse.SUPPRESS:
            self._take(action)


def arguments_of(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """Return the arguments that the help of a parser shows, in its order."""
    found: list[argparse.Action] = []
    # A parser makes its formatter by calling what stands here.
    parser.formatter_class = lambda prog: _Collector(prog, found.append)  # type: ignore[assignment]
    parser.format_help()
    return found


def commands_of(arguments: Iterable[argparse.Action]) -> dict[str, argparse.ArgumentParser]:
    """Return the commands among the arguments, each with the parser of its own arguments."""
    return {name: each for action in arguments for name, each in _choices(action) if _is_parser(each)}


def manual(parser: argparse.ArgumentParser, *, version: str, day: str, shown: Sequence[str]) -> str:
    """Return the manual page of a command line as roff.

    `day` is printed at its foot, as 2026-11-22; `shown` are the endings of files that are opened without a command.
    """
    name = parser.prog
    everything = arguments_of(parser)
    options = [action for action in everything if action.option_strings]
    lines = [f'.TH {name.upper()} 1 "{day}" "{name} {version}" "User Commands"', ".SH NAME"]
    lines += [rf"{name} \- minutes, attendance and actions of meetings", ".SH SYNOPSIS"]
    lines += [rf".B {name}", r"[\fIOPTION\fR ...] [\fIFILE\fR ...]", ".br"]
    lines += [rf".B {name}", r"\fICOMMAND\fR [\fIARGUMENT\fR ...]"]
    lines += [".SH DESCRIPTION", roff(parser.description or ""), "Without a command the desk opens."]
    lines += [rf"A \fIFILE\fR is shown in it and stored only when you say so: {roff(', '.join(shown))}.", ".SH OPTIONS"]
    lines += [line for action in options for line in _argument(action, name)]
    lines.append(".SH COMMANDS")
    for command, each in commands_of(everything).items():
        lines += _command(name, command, each)
    return "\n".join(lines) + CLOSING


def roff(text: str) -> str:
    """Return plain words so that they are printed as they are, on one line."""
    plain = " ".join(text.split()).replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{plain}" if plain.startswith((".", "'")) else plain


def _command(program: str, name: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    found = [action for action in arguments_of(parser) if "--help" not in action.option_strings]
    words = [_usage(action) for action in found if not action.option_strings or action.required]
    yield f".SS {roff(name)}"
    yield rf"\fB{program} {roff(name)}\fR [\fIOPTION\fR ...] {' '.join(words)}".rstrip()
    yield ".PP"
    yield roff(_sentence(parser.description or ""))
    for action in found:
        yield from _argument(action, parser.prog)


def _argument(action: argparse.Action, program: str) -> Iterator[str]:
    yield ".TP"
    yield ", ".join(rf"\fB{roff(option)}\fR{_value(action)}" for option in action.option_strings) or _named(action)
    yield roff(_help(action, program)) or r"\&"


def _usage(action: argparse.Action) -> str:
    return rf"\fB{roff(action.option_strings[0])}\fR{_value(action)}" if action.option_strings else _named(action)


def _value(action: argparse.Action) -> str:
    return "" if action.nargs == 0 else f" {_named(action)}"


def _named(action: argparse.Action) -> str:
    name = action.metavar or "|".join(name for name, _ in _choices(action)) or action.dest
    told = roff(" ".join(name) if isinstance(name, tuple) else name)
    many = action.nargs in ("+", "*")
    return rf"\fI{told}\fR" + (" ..." if many else "")


def _help(action: argparse.Action, program: str) -> str:
    known = {**vars(action), "prog": program, "choices": ", ".join(str(name) for name, _ in _choices(action))}
    told = action.help or ""
    # Names that can be typed keep their small letters.
    return (_ended if told.startswith("%(choices)") else _sentence)(told % known)


def _sentence(words: str) -> str:
    return _ended(words[:1].upper() + words[1:])


def _ended(words: str) -> str:
    return words if not words or words.endswith(".") else f"{words}."


def _choices(action: argparse.Action) -> list[tuple[str, Any]]:
    """Return what an argument may be, each with the parser behind it where it is a command."""
    chosen = action.choices or ()
    return list(chosen.items()) if isinstance(chosen, Mapping) else [(str(name), None) for name in chosen]


def _is_parser(found: object) -> bool:
    return isinstance(found, argparse.ArgumentParser)


def main(checkout: Path) -> str:
    """Return the manual page of this checkout's command line."""
    # The rest of the installer runs without the desk's packages.
    from wibdesk.commands.arguments import SHOWN_FILES, command_line  # noqa: PLC0415

    day = datetime.fromtimestamp(int(environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    version = read_facts(checkout).version
    return manual(command_line(), version=version, day=f"{day:%Y-%m-%d}", shown=SHOWN_FILES)


if __name__ == "__main__":
    sys.stdout.write(main(Path(__file__).resolve().parents[2]))
