"""Words in another script are in another language: says so of each stretch, for screen readers and spelling checkers.

A script that one language writes names that language; Cyrillic, Arabic and Han letters serve several, and get the most
likely one among the people of British meetings. Latin letters say nothing: they stay in the document's own language.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from wibdesk.documents.document import Block, Document, Heading, ListBlock, Paragraph, Run, Runs, Table

_SCRIPTS = {
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "uk": "\u0400-\u052f",
    "he": "\u0590-\u05ff\ufb1d-\ufb4f",
    "ar": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "th": "\u0e00-\u0e7f",
    "ja": "\u3040-\u30ff",
    "ko": "\u1100-\u11ff\uac00-\ud7af",
    "zh": "\u4e00-\u9fff",
}
"""Language to the letters that speak for it."""

_FOREIGN = re.compile("[" + "".join(_SCRIPTS.values()) + "]")
_STRETCH = re.compile("|".join(f"(?P<{code}>[{span}](?:[{span} \u00a0]*[{span}])?)" for code, span in _SCRIPTS.items()))


def with_languages(document: Document) -> Document:
    """Return the document with the language of every stretch of letters of another script."""
    return replace(document, blocks=tuple(_told(block) for block in document.blocks))


def _told(block: Block) -> Block:
    if isinstance(block, Heading | Paragraph):
        runs = _languages(block.runs)
        return block if runs is block.runs else replace(block, runs=runs)
    if isinstance(block, ListBlock):
        if not any(_is_foreign(item.runs) for item in block.items):
            return block
        return replace(block, items=tuple(replace(item, runs=_languages(item.runs)) for item in block.items))
    if isinstance(block, Table):
        if not any(_is_foreign(cell) for row in block.rows for cell in row):
            return block
        return replace(block, rows=tuple(tuple(_languages(cell) for cell in row) for row in block.rows))
    return block


def _is_foreign(runs: Runs) -> bool:
    return any(not run.text.isascii() and _FOREIGN.search(run.text) for run in runs)


def _languages(runs: Runs) -> Runs:
    return tuple(part for run in runs for part in _parts(run)) if _is_foreign(runs) else runs


def _parts(run: Run) -> Iterator[Run]:
    """Yield the run in stretches of one language each; a run that names its own stays whole."""
    if run.language is not None:
        yield run
        return
    at = 0
    for found in _STRETCH.finditer(run.text):
        if found.start() > at:
            yield replace(run, text=run.text[at : found.start()])
        yield replace(run, text=found[0], language=found.lastgroup)
        at = found.end()
    if at < len(run.text):
        yield replace(run, text=run.text[at:])
