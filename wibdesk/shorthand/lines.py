"""A typed line read: which command it begins with, and what it would become."""

import re
from collections.abc import Mapping
from dataclasses import replace
from difflib import get_close_matches
from types import MappingProxyType

from wibdesk.domain.command_lines import COMMAND
from wibdesk.language import say
from wibdesk.shorthand.command import Command, Read
from wibdesk.shorthand.commands import COMMANDS
from wibdesk.shorthand.commands.action import read_action
from wibdesk.shorthand.known import Known
from wibdesk.shorthand.lists import read_list_line
from wibdesk.shorthand.owners import owner_meant, owners_at_start
from wibdesk.shorthand.prose import read_prose
from wibdesk.shorthand.reading import Chosen, Reading

_ACTION = re.compile(r"\s*(?P<word>action|act|ap|a(?=\s*:))(?P<end>\s*:\s*|\s*[–-]\s*|\s+)", re.IGNORECASE)
_BY_NAME: Mapping[str, Command] = {name: command for command in COMMANDS for name in command.typed}
_NOTHING: Chosen = MappingProxyType({})


def is_command(line: str) -> bool:
    """Say whether a line begins with a command, whatever it becomes; `Action plans …` begins as a sentence does."""
    if found := COMMAND.match(line):
        return found["name"].lower() in _BY_NAME
    begun = _ACTION.match(line)
    return begun is not None and (":" in begun["end"] or not begun["word"].istitle())


def is_left(line: str) -> bool:
    """Say whether a line of the minutes begins as only commands do, so that nobody means it to be printed."""
    return COMMAND.match(line) is not None


def read_line(line: str, known: Known, chosen: Chosen = _NOTHING) -> Reading:
    """Return what a line becomes in the meeting as it is known; `chosen` are the clerk's answers to earlier asks.

    The line is in the markup of `wibdesk.domain.rich_text`, as a paragraph's text is. Every line can be read: one that
    begins with no command is of kind `text` and stays as it is.
    """
    if found := COMMAND.match(line):
        command = _BY_NAME.get(found["name"].lower())
        if command is not None:
            return _read(command.read, line, found, known, chosen)
        if found["end"]:
            return Reading(line, words=_no_command(found["name"]))
    elif (found := _ACTION.match(line)) and _begins_action(found, line, known, chosen):
        return _read(read_action, line, found, known, chosen)
    return read_list_line(line) or read_prose(line, known)


def _read(read: Read, line: str, found: re.Match[str], known: Known, chosen: Chosen) -> Reading:
    reading = read(line[found.end() :].strip(), known, chosen)
    return replace(reading, line=line, lead=found.start("end") if reading.recorded else 0)


def _no_command(name: str) -> str:
    """Return that a word is no command, and which one is nearly written so."""
    near = get_close_matches(name.lower(), _BY_NAME, n=1)
    return say(
        "“{name}” is no command{words}. The line stays as it is typed.",
        name=name,
        words=say(", “{near}” is", near=near[0]) if near else "",
    )


def _begins_action(found: re.Match[str], line: str, known: Known, chosen: Chosen) -> bool:
    """Say whether ACTION is the command: prose may begin with the word too, but hardly in capitals or before a name."""
    mark = found["end"]
    if ":" in mark or (mark.strip() and mark[:1].isspace()) or found["word"].isupper():
        return True
    rest = line[found.end() :]
    owners = owners_at_start(rest, known, chosen).owners
    return bool(owners and owner_meant(owners[0].name, known, chosen))
