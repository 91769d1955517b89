"""`wibdesk check-style`: whether a house style file can be used."""

import argparse
from pathlib import Path

from wibdesk.documents.styles import read_style
from wibdesk.language import say


def run(args: argparse.Namespace) -> int:
    """Print that the house style is sound; UserError says what is wrong with it."""
    style = read_style(Path(args.file))
    print(say("The house style “{label}” is sound: name its file after --style.", label=style.label))
    return 0
