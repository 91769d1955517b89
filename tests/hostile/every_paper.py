"""Writes every kind of document in every format into a folder: `python -m tests.hostile.every_paper FOLDER`."""

import sys
from dataclasses import replace
from pathlib import Path

from tests.documents.building import meeting
from tests.documents.canaries import marked_material, whole_items
from tests.documents.making import png, possible
from tests.documents.word.templates import letterhead
from wibdesk.documents.document import Picture
from wibdesk.documents.editions import Edition
from wibdesk.documents.kinds import KINDS, Of
from wibdesk.documents.making import make
from wibdesk.documents.material import Letterhead
from wibdesk.documents.styles import house_style
from wibdesk.documents.writers import WRITERS, formats_of


def main(folder: Path) -> None:
    """Write each on plain paper with a logo, and on a letterhead made in Word."""
    style, items = house_style(None), whole_items()
    papers = {"plain": Letterhead(Picture(png(), "png", "Crest")), "word": Letterhead(None, letterhead())}
    whole = marked_material(meeting(items=items), items[1].id)
    # A calendar file names each action by its identity, which the register keeps and these have only just been given.
    named = (replace(row, action=replace(row.action, id=f"action{n}")) for n, row in enumerate(whole.actions))
    whole = replace(whole, actions=tuple(named))
    for name, paper in papers.items():
        for kind in (kind for kind in KINDS.values() if Of.PLAN not in kind.of):
            known = whole if possible(kind, whole) else replace(whole, meeting=None)
            document = make(kind, replace(known, letterhead=paper), style, Edition.FULL)
            for ending in formats_of(kind):
                (folder / f"{kind.name} {name}.{ending}").write_bytes(WRITERS[ending](document, style))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
