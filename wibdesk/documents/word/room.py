"""How many ruled lines fill the rest of a page: an estimate from below, so that no page runs over."""

from collections.abc import Sequence
from math import ceil

from wibdesk.documents.document import Block, Heading, PageBreak, Table, WritingLines, block_texts
from wibdesk.documents.typography import HEADINGS, LEADING, TEXT
from wibdesk.documents.word.styles import WRITING_STEP

_LETTER = 0.55
"""Width of a letter as a share of its size, on average."""
_FEWEST = 3


def lines_to_write_on(before: Sequence[Block], after: Sequence[Block], width: int, height: int) -> int:
    """Return the lines between what stands before on the page and what stands after; sizes in twentieths of a point."""
    taken = sum(_points(block, width / 20) for block in (*_since_break(before), *_until_break(after)))
    room = height / 20
    return max(int((room - taken % room) / WRITING_STEP) - 1, _FEWEST)


def _since_break(blocks: Sequence[Block]) -> Sequence[Block]:
    breaks = [n for n, block in enumerate(blocks) if isinstance(block, PageBreak)]
    return blocks[breaks[-1] + 1 :] if breaks else blocks


def _until_break(blocks: Sequence[Block]) -> Sequence[Block]:
    return blocks[: next((n for n, block in enumerate(blocks) if isinstance(block, PageBreak)), len(blocks))]


def _points(block: Block, width: float) -> float:
    """Return about how high a block is."""
    if isinstance(block, WritingLines):
        return (block.count or 0) * WRITING_STEP
    if isinstance(block, Table) and block.row_height:
        return (len(block.rows) + 1) * max(block.row_height, 2 * TEXT)
    size = HEADINGS[block.level].size if isinstance(block, Heading) else TEXT
    letters = width / (size * _LETTER)
    return sum(ceil(max(len(words), 1) / letters) * size * LEADING + size for words in block_texts(block))
