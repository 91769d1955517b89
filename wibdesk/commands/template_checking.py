"""`wibdesk check-template`: which styles a Word file of the house has, and what stands in for the others."""

import argparse
from pathlib import Path

from wibdesk.commands.chosen_file import contents
from wibdesk.documents.word.house_template import check_template
from wibdesk.language import counted, say


def run(args: argparse.Namespace) -> int:
    """Print each style that the template lacks with what stands in, and what else the clerk should know."""
    path = Path(args.file)
    check = check_template(contents(path, args.file))
    print(
        counted(
            len(check.found),
            "{name} can be written into: it has {number} of the styles looked for.",
            "{name} can be written into: it has {number} of the styles looked for.",
            name=path.name,
        )
    )
    for name, stand_in in check.missing:
        print(say("It has no style “{name}”: in its place stands {stand_in}.", name=name, stand_in=stand_in))
    for words in check.remarks:
        print(words)
    return 0
