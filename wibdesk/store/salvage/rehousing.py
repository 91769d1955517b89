"""Rows of a damaged register made into a sound one: what lost its place gets a home, what lost its words says so."""

import zlib
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from itertools import count, product

import sqlalchemy as sa

from wibdesk.domain.ids import new_id
from wibdesk.domain.plan_snapshot import read_snapshot
from wibdesk.language import later, say
from wibdesk.store.columns import metadata
from wibdesk.store.entry_rows import LISTS, MAIN
from wibdesk.store.house_styles import readable
from wibdesk.store.packing import packed_with
from wibdesk.store.records import Row
from wibdesk.store.rows import Key, key_of
from wibdesk.store.salvage.finding_rows import KIND_OF, Found
from wibdesk.store.salvage.mail_rows import settle_mail
from wibdesk.store.salvage.shapes import fits, holds_file, is_row_number, stand_in

HOME = later("Found by the desk")
"""What is called so whose own name is lost, and the place of what lost its own."""
LOST_WORDS = later("[Some words were lost here when the disk was damaged.]")
EXEMPT = 2
"""The part of an agenda from which the public is excluded."""
LAST = 1_000_000
"""The place of what lost its own: after everything else; lists are numbered anew afterwards."""
LIKE_THIS = {"position": LAST, "part": EXEMPT}
"""What a record is that was made anew: after the others, and not for the public until the clerk says so."""
MADE_ANEW = (
    *("entry", "item", "attendee", "meeting", "body", "plan", "plan_section", "workstream", "activity"),
    "mailing",
)
"""Tables of records that are made anew where something that belongs to them was found."""

PACKED = {"version": ("data",), "binned": ("data",), "conflict": ("base", "mine")}
"""Columns that hold packed rows: bytes with a checksum."""
SAYING = {table.name for table in MAIN.values()}
"""Tables of words: where a row is lost, its entry says so."""

Tables = dict[str, dict[Key, Row]]


class Rehousing:
    """The rows of a new register.

    `lost` counts by table the rows that could not be kept, `wordless` those whose words are lost, and `homeless` those
    that stand in a home.
    """

    def __init__(self, found: Found) -> None:
        self.rows: Tables = {name: {} for name in metadata.tables}
        self.lost: Counter[str] = Counter()
        self.wordless = self.homeless = 0
        self._homes: dict[str, str] = {}
        for table in metadata.sorted_tables:
            self._take(table, found)
        for table in reversed(metadata.sorted_tables):
            self._house(table)
        self._give_words()
        self._fill_tables()
        self._fill_decisions()
        self._number_records()
        self._drop_strange()
        settle_mail(self.rows, self.lost)
        self._count_up()

    @property
    def kept(self) -> int:
        """How many rows the new register has."""
        return sum(map(len, self.rows.values()))

    def _take(self, table: sa.Table, found: Found) -> None:
        """Take every row with a whole key, each value that makes no sense replaced; of the others, what is known."""
        held = self.rows[table.name]
        for number, row in sorted(found.rows[table.name].items()):
            whole = self._mended(table, number, row)
            if whole is None:
                self.lost[table.name] += 1
            else:
                held.setdefault(key_of(table, whole), whole)
        for hint in found.hints[table.name].values():
            ident = hint.get("id")
            if table.name in MADE_ANEW and isinstance(ident, str):
                held.setdefault((ident,), self._anew(table, hint))
                self.wordless += table.name != "entry"
            elif table.name not in SAYING:
                self.lost[table.name] += 1

    def _mended(self, table: sa.Table, number: int, row: Row) -> Row | None:
        """Return a row with a value for each column; None where its key, or the file that it holds, is lost."""
        whole: Row = {}
        for column in table.columns:
            value = number if is_row_number(column) else row.get(column.name)
            if column.name in row and fits(column, value):
                whole[column.name] = value
            elif not is_row_number(column) and (column.primary_key or holds_file(column)):
                return None
            else:
                whole[column.name] = number if is_row_number(column) else stand_in(column, say(LOST_WORDS))
        return whole

    def _anew(self, table: sa.Table, known: Mapping[str, object]) -> Row:
        """Return a row for a record of which only so much is known."""
        row = {column.name: stand_in(column, say(HOME)) for column in table.columns}
        row |= {name: value for name, value in {"title": say(HOME), **LIKE_THIS}.items() if name in row}
        row |= {name: value for name, value in known.items() if name in row and fits(table.columns[name], value)}
        if table.name == "attendee":
            # The roster knows who it was, where an index still tells that.
            row["name"] = self.rows["person"].get((row["person_id"],), {}).get("name", say(HOME))
        return row

    def _house(self, table: sa.Table) -> None:
        """Have every row of a table belong to something: to what it names, made anew if need be, or to a home."""
        if table.name == "entry":
            self._house_entries()
        links = [(column, link.column.table) for column in table.columns for link in column.foreign_keys]
        for row in list(self.rows[table.name].values()):
            for column, parent in links:
                self._link(table, row, column.name, parent)

    def _link(self, table: sa.Table, row: Row, column: str, parent: sa.Table) -> None:
        """Have a link of a row lead to something, or be forgotten where the row can do without."""
        if row[column] == "" and parent.name in MADE_ANEW:
            row[column] = self._home(parent.name)
            self.homeless += row.get("id") not in self._homes.values()
        value = row[column]
        if value is not None and (value,) not in self.rows[parent.name]:
            if parent.name in MADE_ANEW:
                told = {"id": value, "kind": KIND_OF.get(table.name)}
                self.rows[parent.name][(value,)] = self._anew(parent, told)
            else:
                row[column] = None

    def _house_entries(self) -> None:
        for row in self.rows["entry"].values():
            if row["item_id"] is not None:
                row["plan_section_id"] = None
            elif row["plan_section_id"] is None:
                row["item_id"] = self._home("item")
                self.homeless += 1

    def _home(self, table: str) -> str:
        """Return the id of the record in which things of a table find their home; it is made when first wanted."""
        if table not in self._homes:
            self._homes[table] = ident = new_id()
            self.rows[table][(ident,)] = self._anew(metadata.tables[table], {"id": ident})
        return self._homes[table]

    def _give_words(self) -> None:
        """Have each entry be of the kind whose words it has; one that has none says that they were lost."""
        listed = {
            table.name: {row["entry_id"] for row in self.rows[table.name].values()}
            for tables in LISTS.values()
            for table in tables
        }
        kinds: dict[object, str] = {}
        for (ident,), row in self.rows["entry"].items():
            held = [kind for kind, table in MAIN.items() if (ident,) in self.rows[table.name]]
            kind = row["kind"]
            if kind not in held:
                kind = held[0] if held else self._wordless(ident, kind, listed)
            row["kind"] = kinds[ident] = kind
        for name, kind in KIND_OF.items():
            others = [key for key, row in self.rows[name].items() if kinds[row["entry_id"]] != kind]
            for key in others:
                del self.rows[name][key]
            self.lost[name] += len(others)

    def _wordless(self, ident: str, kind: str, listed: Mapping[str, set[object]]) -> str:
        """Give an entry words that tell of the loss; return its kind: the old one where that is known to matter."""
        lists = any(ident in listed[table.name] for table in LISTS.get(kind, ()))
        kind = kind if kind == "private_note" or lists else "paragraph"
        table = MAIN[kind]
        said = {column.name: stand_in(column, say(LOST_WORDS)) for column in table.columns}
        self.rows[table.name][(ident,)] = said | {"entry_id": ident}
        self.wordless += 1
        return kind

    def _fill_tables(self) -> None:
        """Have each table of minutes be a rectangle, as wide and long as the cells that were found."""
        cells = self.rows["table_cell"]
        for (ident,), whole in self.rows["entry_table"].items():
            at = [(row["row"], row["column"]) for row in cells.values() if row["entry_id"] == ident]
            long, wide = (max((place[n] for place in at), default=0) for n in (0, 1))
            for row, column in product(range(long + 1), range(wide + 1)):
                blank = {"entry_id": ident, "row": row, "column": column, "text": "" if at else say(LOST_WORDS)}
                cells.setdefault((ident, row, column), blank)
            whole["row_count"] = long

    def _fill_decisions(self) -> None:
        parts = self.rows["decision_part"]
        worded = {row["entry_id"] for row in parts.values()}
        for (ident,) in self.rows["decision"]:
            if ident not in worded:
                parts[(ident, 0)] = {"entry_id": ident, "position": 0, "text": say(LOST_WORDS)}

    def _number_records(self) -> None:
        """Give a reference to each meeting and plan that lost its own, or has that of another."""
        for name, letter in (("meeting", "M"), ("plan", "P")):
            used: set[str] = set()
            bare = []
            for row in self.rows[name].values():
                if row["ref"] in used or not _is_reference(row["ref"], letter):
                    bare.append(row)
                used.add(row["ref"])
            for row in bare:
                row["ref"] = next(ref for n in count(1) if (ref := f"{letter}{n}") not in used)
                used.add(row["ref"])

    def _drop_strange(self) -> None:
        """Take out what the rest of the register contradicts."""
        for row in self.rows["attendee"].values():
            person = self.rows["person"].get((row["person_id"],))
            if person is not None and person["body_id"] != self.rows["meeting"][(row["meeting_id"],)]["body_id"]:
                row["person_id"] = None
        for row in self.rows["adjournment"].values():
            open_then = self.rows["item"].get((row["item_id"],))
            if open_then is not None and open_then["meeting_id"] != row["meeting_id"]:
                row["item_id"] = None
        for row in self.rows["item"].values():
            if row["part"] not in (1, EXEMPT):
                row["part"] = EXEMPT
        for name in ("house_style", "plan_snapshot", *PACKED):
            for key in [key for key, row in self.rows[name].items() if not _can_be_read(name, row)]:
                del self.rows[name][key]
                self.lost[name] += 1

    def _count_up(self) -> None:
        """Have the register's own row be there; its counters are set afterwards, when the register is repaired."""
        table = metadata.tables["register"]
        own = self.rows["register"].get((1,)) or {column.name: stand_in(column, "") for column in table.columns}
        self.rows["register"] = {(1,): own | {"id": 1, "identity": own["identity"] or new_id()}}


def _can_be_read(name: str, row: Row) -> bool:
    """Say whether what is packed in a row, or the settings that it holds, can be read."""
    if name == "house_style":
        return readable(str(row["data"])) is not None
    try:
        if name == "plan_snapshot":
            read_snapshot(row["data"], "", datetime.min)
            return True
        for column in PACKED[name]:
            if row[column] is not None:
                packed_with(row[column])
    except (ValueError, KeyError, TypeError, zlib.error):
        return False
    return True


def _is_reference(words: str, letter: str) -> bool:
    return words[:1] == letter and words[1:].isascii() and words[1:].isdecimal()
