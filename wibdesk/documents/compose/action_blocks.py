"""An action in each form that a house style gives it: a line, a paragraph, in line, a row, or beside the minute."""

import re
from collections.abc import Mapping, Sequence

from wibdesk.documents import wording
from wibdesk.documents.document import Block, ListBlock, Paragraph, Runs, Table, bold, joined, plain, words_of
from wibdesk.documents.names import Names
from wibdesk.domain.deadlines import DueKind
from wibdesk.domain.entries import Action, Progress
from wibdesk.domain.house_style import HouseStyle
from wibdesk.domain.paper_words import write

Described = tuple[Action, Runs, str]
"""An action with its text as runs, and where it was agreed."""

_ENDS = (".", "!", "?", ":", "…", "”")
_LEADING = re.compile(r"^due\s+", re.IGNORECASE)


FULL_ROW = 700
"""Letters after which a row beside an action column is full: a row has to fit on a page with others."""

LONGEST_NUMBER = 6
"""Letters of an item's number that a narrow column holds; a longer one, or a title, wants a wide one."""


class ActionForms:
    """Says one action in the words of a house style."""

    def __init__(self, style: HouseStyle, names: Names) -> None:
        self._style = style
        self._names = names

    def dashed(self, action: Action, text: Runs) -> Runs:
        """Return `3.1 … – owner, due …`."""
        due = self._due(action)
        said = (
            self._names.owners(action.owners),
            write("due {day}", day=_LEADING.sub("", due)) if due else "",
            _status(action).lower(),
        )
        after = ", ".join(filter(None, said))
        reference = plain(f"{action.ref} " if action.ref else "", bold=True)
        return joined(reference, text, plain(f" – {after}" if after else ""))

    def labelled(self, action: Action, text: Runs) -> Runs:
        """Return `Action 3.1: …` and, in the next line, `Owner: …   Due: …`, each field behind its label."""
        owner = self._style.owner_word
        fields = (
            (
                write("{owner}s", owner=owner) if owner and len(action.owners) > 1 else owner,
                self._names.owners(action.owners),
            ),
            (write("Due"), self._due(action)),
            (write("Status"), _status(action)),
        )
        said = [joined(plain(f"{name}: " if name else "", bold=True), plain(words)) for name, words in fields if words]
        return joined(bold(self._head(action)), text, plain("\n") if said else (), joined(*said, by="   "))

    def in_line(self, action: Action, text: Runs) -> Runs:
        """Return `… – ACTION 3.1: owner, by 6 October 2026`, the latter part in bold."""
        said = ", ".join(filter(None, (self._names.owners(action.owners), self._by(action), _status(action).lower())))
        label = plain(": ".join(filter(None, (self._head_words(action), said))), bold=True)
        ended = words_of(text).rstrip().endswith(_ENDS)
        return joined(text, plain(" " if ended else " – ") if text and label else (), label)

    def referenced(self, action: Action, text: Runs) -> Runs:
        """Return `3.1 …`; the word for an action where it has no words of its own."""
        reference = plain(f"{action.ref} " if action.ref else "", bold=True)
        return joined(reference, text or plain(self._style.action_word or write("Action")))

    def beside(self, action: Action) -> Runs:
        """Return what stands in the column beside the minute: owners, deadline and status, a line each."""
        owners = plain(self._names.owners(action.owners) or write("No owner"), bold=True)
        return joined(owners, plain(self._by(action)), plain(_status(action)), by="\n")

    def table(self, actions: Sequence[Described]) -> Table:
        """Return a table of actions; a column that would be empty throughout is left out."""
        titles = any(len(where) > LONGEST_NUMBER for _, _, where in actions)
        columns = (
            (write("Ref"), 10.0, [plain(action.ref or "") for action, _, _ in actions]),
            (write("Item"), 22.0 if titles else 9.0, [plain(where) for _, _, where in actions]),
            (write("Action"), 42.0, [text for _, text, _ in actions]),
            (
                self._style.owner_word or write("Owner"),
                21.0,
                [plain(self._names.owners(one.owners)) for one, _, _ in actions],
            ),
            (write("Due"), 22.0, [plain(self._due(action)) for action, _, _ in actions]),
            (write("Status"), 17.0, [plain(_status(action)) for action, _, _ in actions]),
        )
        kept = [column for column in columns if column[0] == write("Action") or any(column[2])]
        names, widths, cells = zip(*kept, strict=True)
        return Table(tuple(zip(*cells, strict=True)), widths, names)

    def _head(self, action: Action) -> Runs:
        words = self._head_words(action)
        return plain(f"{words}: " if words else "")

    def _head_words(self, action: Action) -> str:
        return " ".join(filter(None, (self._style.action_word, action.ref)))

    def _due(self, action: Action) -> str:
        return wording.due_words(action.due, action.text, self._style.forms)

    def _by(self, action: Action) -> str:
        due = self._due(action)
        return write("by {day}", day=due) if due and action.due.kind is DueKind.DATE and due[0].isdigit() else due


def _status(action: Action) -> str:
    return "" if action.status is Progress.OPEN else action.status.words


def with_action_column(blocks: Sequence[Block], beside: Mapping[int, Runs]) -> list[Block]:
    """Return the blocks of a minute with its actions' owners in a column beside it, as a table of two columns.

    `beside` gives, by the place of an action's paragraph among the blocks, what stands beside it. Paragraphs and lines
    of a stretch with an action become rows in their order; headings and tables, and stretches without one, stay.
    """
    out: list[Block] = []
    stretch: list[tuple[Block, Runs]] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph | ListBlock):
            stretch.append((block, beside.get(place, ())))
        else:
            out += [*_in_columns(stretch), block]
            stretch = []
    return [*out, *_in_columns(stretch)]


def _in_columns(stretch: Sequence[tuple[Block, Runs]]) -> list[Block]:
    if not any(by for _, by in stretch):
        return [block for block, _ in stretch]
    rows: list[tuple[Runs, ...]] = []
    before: list[Runs] = []
    for block, by in stretch:
        for line in _lines(block):
            if by or sum(len(words_of(said)) for said in before) > FULL_ROW:
                rows += _row(before)
                before = []
            before.append(line)
        if by:
            rows += _row(before, by)
            before = []
    return [Table((*rows, *_row(before)), (72.0, 28.0), (write("Minute"), write("Action by")))]


def _row(lines: Sequence[Runs], by: Runs = ()) -> list[tuple[Runs, ...]]:
    return [(joined(*lines, by="\n"), by)] if lines else []


def _lines(block: Block) -> list[Runs]:
    if isinstance(block, ListBlock):
        return [joined(plain(f"{item.label} "), item.runs) for item in block.items]
    assert isinstance(block, Paragraph)
    return [joined(plain(f"{block.label} " if block.label else ""), block.runs)]
