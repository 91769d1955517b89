"""Runs of text as reportlab's fragments, each character in a font that has it."""

import re
from functools import cache
from itertools import count, groupby
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus.paraparser import ParaFrag

from wibdesk.documents.document import Run, Runs
from wibdesk.documents.fonts import FALLBACK, face, letters
from wibdesk.documents.legal_text import boxed
from wibdesk.documents.right_to_left import drawn_from_the_left
from wibdesk.documents.typography import LEADING, LINK, Look

_MANY_SPACES = re.compile(" {2,}")
_TAB = "\u00a0\u00a0\u00a0 "
_UNDERLINE = "underline"


@cache
def colour(code: str) -> Color:
    """Return a colour from its six hexadecimal digits."""
    return HexColor(f"#{code}")


@cache
def paragraph_style(look: Look, *, indent: float = 0.0, hanging: float = 0.0) -> ParagraphStyle:
    """Return the look as reportlab's style; `hanging` is the room for a label before the words."""
    left = look.indent + indent + hanging
    name = face(bold=look.bold, italic=False)
    return ParagraphStyle(
        f"{look}{indent}{hanging}",
        fontName=name,
        fontSize=look.size,
        leading=look.size * LEADING,
        spaceBefore=look.before,
        spaceAfter=look.after,
        leftIndent=left,
        bulletIndent=left - hanging,
        bulletFontName=name,
        bulletFontSize=look.size,
        bulletColor=colour(look.colour),
        textColor=colour(look.colour),
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
    )


def fragments(runs: Runs, look: Look, *, capitals: bool = False) -> list[ParaFrag]:
    """Return the runs as fragments; text that no font has becomes its boxed code."""
    out: list[ParaFrag] = []
    serial = count()
    for run in runs:
        link = [(next(serial), run.link)] if run.link else []
        for text, fallback in _pieces(run.text, look.bold or run.bold, run.italic, capitals):
            name = FALLBACK if fallback else face(bold=look.bold or run.bold, italic=run.italic, capitals=capitals)
            for n, line in enumerate(text.split("\n")):
                if n:
                    out.append(_fragment("", name, look, run, link, lineBreak=True))
                if line:
                    out.append(_fragment(line, name, look, run, link))
    return out or [_fragment("", face(bold=look.bold, italic=False), look, Run(""), [])]


def _fragment(text: str, name: str, look: Look, run: Run, link: list[tuple[int, str]], **more: Any) -> ParaFrag:
    lines = [(0, _UNDERLINE, None, "", "-0.125*F", 0, 1, "1")] if run.underline or link else []
    return ParaFrag(
        rise=0,
        greek=0,
        link=link,
        fontName=name,
        bold=int(look.bold or run.bold),
        italic=int(run.italic),
        fontSize=look.size,
        textColor=colour(LINK if link else look.colour),
        us_lines=lines,
        text=text,
        **more,
    )


def _pieces(text: str, bold: bool, italic: bool, capitals: bool) -> list[tuple[str, bool]]:
    """Split text by whether the page's own face or the fallback sets it; several spaces stay several."""
    spaced = _MANY_SPACES.sub(_kept_spaces, drawn_from_the_left(text).replace("\t", _TAB))
    own = letters(face(bold=bold, italic=italic, capitals=capitals))
    if own.issuperset(spaced):
        return [(spaced, False)] if spaced else []
    known = "".join(c if c in own or c in letters(FALLBACK) else boxed(c) for c in spaced)
    return [("".join(group), not ours) for ours, group in groupby(known, own.__contains__)]


def _kept_spaces(found: re.Match[str]) -> str:
    """Keep all but the last space from folding into one: a line may still end at the last."""
    return "\u00a0" * (len(found[0]) - 1) + " "


def label_text(label: str, look: Look) -> Any:
    """Return a label as reportlab wants it: fragments only where the page's own face lacks a character.

    Its type stubs know of the plain text alone.
    """
    own = letters(face(bold=look.bold, italic=False))
    return label if own.issuperset(label) else fragments((Run(label),), look)
