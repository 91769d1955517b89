"""Sets the clerk's italics upright, for a house style without them: slanted words are hard to read for many."""

from collections.abc import Iterable
from dataclasses import replace

from wibdesk.documents.document import Block, Heading, ListBlock, Paragraph, Runs, Table


def upright(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with the same words and no italics."""
    return tuple(map(_block, blocks))


def _block(block: Block) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, runs=_runs(block.runs))
        case ListBlock():
            return ListBlock(tuple(replace(item, runs=_runs(item.runs)) for item in block.items))
        case Table():
            return replace(block, rows=tuple(tuple(map(_runs, row)) for row in block.rows))
        case _:
            return block


def _runs(runs: Runs) -> Runs:
    return tuple(replace(run, italic=False) if run.italic else run for run in runs)
