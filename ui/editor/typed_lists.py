"""A list begun by typing: a dash, a dot or a number and a space at the beginning of a paragraph."""

import re

from ui.editor.lines import line_of, words_of
from ui.editor.sheet import cut
from wibdesk.domain.entries import Bullet, Entry, Numbered, Paragraph
from wibdesk.domain.rich_text import to_markup

_STYLES = {r"1\.": None, r"\(1\)": "(1)", r"a\.": "a.", r"a\)": "a)", r"\(a\)": "(a)", r"\(i\)": "(i)"}


def list_begun(entry: Entry, typed: int) -> Entry | None:
    """Return the list line that the first `typed` characters of a paragraph ask for, None when they ask for none."""
    if not isinstance(entry, Paragraph) or not 2 <= typed <= 4:
        return None
    line = line_of(entry.text)
    mark = words_of(cut(line, 0, typed))
    if not mark.endswith(" "):
        return None
    rest, label = to_markup(cut(line, typed)), mark[:-1]
    if label in ("-", "*", "•", "–"):
        return Bullet(rest, id=entry.id)
    for pattern, style in _STYLES.items():
        if re.fullmatch(pattern, label):
            return Numbered(rest, style=style, id=entry.id)
    return None
