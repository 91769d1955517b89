"""What argparse itself says in help and refusals, in the language that is spoken."""

import argparse
from typing import Any

from wibdesk.language import counted, later, later_counted, say

WORDS = (
    later("usage: "),
    later("options"),
    later("positional arguments"),
    later("show this help message and exit"),
    later("%(prog)s: error: %(message)s\n"),
    later("argument %(argument_name)s: %(message)s"),
    later("the following arguments are required: %s"),
    later("unrecognized arguments: %s"),
    later("invalid choice: %(value)r (choose from %(choices)s)"),
    later("invalid %(type)s value: %(value)r"),
    later("not allowed with argument %s"),
    later("expected one argument"),
    later("expected at most one argument"),
    later("expected at least one argument"),
    later("unknown parser %(parser_name)r (choices: %(choices)s)"),
)
"""Said as they are written here; a newer Python's other words stay in English until they are added."""
COUNTED = later_counted("expected %s argument", "expected %s arguments")


def speak_usage() -> None:
    """Let argparse ask the language that is spoken for its words, where else it asks gettext, which has none."""
    # It offers no other way in: these two names are all that stands between its words and the reader.
    vars(argparse).update(_=_said, ngettext=_counted)


def _said(words: str | None) -> str | None:
    return say(words) if words else words  # it asks for a description too where there is none


def _counted(*words_and_number: Any) -> str:
    *words, number = words_and_number
    return counted(number, *words)
