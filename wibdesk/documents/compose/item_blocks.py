"""One item of the minutes as blocks: its heading and what stands below that, its minute, its public summary."""

from collections.abc import Iterable, Sequence

from wibdesk.documents.compose.action_blocks import ActionForms
from wibdesk.documents.compose.entry_blocks import EntryBlocks, runs_of
from wibdesk.documents.compose.page_head import paper_words, part_words
from wibdesk.documents.document import Block, Heading, Paragraph, Role, plain
from wibdesk.documents.names import Names
from wibdesk.domain.agenda import Item
from wibdesk.domain.entries import Action
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.paper_words import write


def item_blocks(item: Item, style: HouseStyle, entries: EntryBlocks) -> list[Block]:
    """Return the minute of one item under its heading; `entries` goes on counting from the items before."""
    number = item.number if style.item_numbers != "none" else None
    return [*_head(item, style), *entries.blocks(item.entries, number), *_end(item)]


def fenced(blocks: Iterable[Block], place: int) -> list[Block]:
    """Return the blocks of an item between the marks that modern.gov looks for; `place` counts items from 1."""
    opening, closing = (Paragraph(plain(mark), Role.FENCE) for mark in (f"<AI{place}>", f"</AI{place}>"))
    return [opening, *blocks, closing]


def item_heading(item: Item, style: HouseStyle) -> Heading:
    """Return the heading of an item as the minutes print it."""
    number, words = heading_words(item, style)
    return Heading(2, plain(words), number, capitals=style.capital_headings)


def heading_words(item: Item, style: HouseStyle) -> tuple[str | None, str]:
    """Return the number and the words of an item's heading, with its time before them where the style says so."""
    number = f"{item.number}." if (item.number or "").isalnum() else item.number
    time = f"{style.forms.time(item.time)} " if item.time and style.item_times == "before" else ""
    return (number if style.item_numbers != "none" else None), f"{time}{item.title}"


def item_details(*lines: str) -> list[Block]:
    """Return the lines below an item's heading that say anything."""
    return [Paragraph(plain(line), Role.ITEM_DETAIL) for line in lines if line]


def presented_words(item: Item, *when: str) -> str:
    """Return `9.45 am, presented by J Amari`."""
    words = ", ".join(
        filter(None, (*when, write("presented by {name}", name=item.presenter) if item.presenter else ""))
    )
    return words[:1].upper() + words[1:]


def papers_words(item: Item) -> str:
    """Return `Papers: Report; Plan (annex)`; empty where there are none."""
    papers = "; ".join(map(paper_words, item.papers))
    if not papers:
        return ""
    return write("Papers: {papers}", papers=papers) if len(item.papers) > 1 else write("Paper: {papers}", papers=papers)


def _head(item: Item, style: HouseStyle) -> list[Block]:
    when = style.forms.time(item.time) if item.time and style.item_times == "under" else ""
    details = item_details(presented_words(item, when), papers_words(item), part_words(item, style))
    return [item_heading(item, style), *details]


def _end(item: Item) -> list[Block]:
    if item.part != 2 or not item.public_summary:
        return []
    return [Paragraph((*plain(write("Public summary: "), bold=True), *runs_of(item.public_summary)))]


def all_actions(actions: Sequence[tuple[Item, Action]], style: HouseStyle, names: Names) -> list[Block]:
    """Return every action of a meeting in one table under a heading; nothing where there is none."""
    if not actions:
        return []
    rows = [(action, runs_of(action.text), _where(item, style)) for item, action in actions]
    heading = style.actions_heading.rstrip(" :–-") or write("Actions")
    table = ActionForms(style, names).table(rows)
    return [Heading(2, plain(heading), capitals=style.capital_headings), table]


def _where(item: Item, style: HouseStyle) -> str:
    number, _ = heading_words(item, style)
    return (number or item.title).rstrip(".")
