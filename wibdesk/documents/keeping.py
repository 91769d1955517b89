"""Which blocks must not be parted by the end of a page, the same in Word and in PDF."""

from wibdesk.documents.document import Block, ChartBlock, Heading, Paragraph, Role, Signature, Table, words_of

_MOST_AT_END = 250
"""Letters of the last words of a document that are too few for a page of their own."""
_ITEM = 2


def leads_on(block: Paragraph | ChartBlock, following: Block) -> bool:
    """Say whether the paragraph says something of the heading above it, or marks the beginning of what follows.

    The heading of another item ends what an item's own lines lead to; a subheading of the same item does not. A chart
    stays with the words above it and with its table.
    """
    if isinstance(block, ChartBlock):
        return isinstance(following, Paragraph | Table)
    if isinstance(following, ChartBlock):
        return True
    if block.role in (Role.LEAD, Role.ITEM_DETAIL):
        return not isinstance(following, Heading) or following.level > _ITEM
    return block.role is Role.FENCE and isinstance(following, Heading) and not words_of(block.runs).startswith("</")


def ends_with(following: Block | None, last: Block | None) -> bool:
    """Say whether the words before this block stay with it: nobody signs a page on which nothing else stands.

    Nor has a page anything but "The meeting closed at 4 pm", the last block of its document.
    """
    if isinstance(following, Signature):
        return True
    if following is not last or not isinstance(following, Paragraph):
        return False
    return len(words_of(following.runs)) <= _MOST_AT_END
