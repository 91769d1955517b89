"""Paragraphs and runs of text as WordprocessingML, in the styles of the file that they are written into."""

from collections.abc import Mapping

from wibdesk.documents.document import Run, Runs
from wibdesk.documents.typography import AFTER_TABLE
from wibdesk.documents.word.xml import text, twips, w

LINK_KEY = "desk{}"
"""The relation of the n-th link: a name that no other program gives."""


class WordText:
    """Writes paragraphs; remembers the addresses linked, and what the next paragraph has to begin with.

    `ids` says what each of our styles is called in the file. `language` is that of every run that names no other.
    """

    def __init__(self, ids: Mapping[str, str], language: str) -> None:
        self.ids = ids
        self.links: list[str] = []
        self._language = language
        self._breaks = self._gap = self._keeps = False

    def begin_page(self) -> None:
        """Let the next paragraph begin a page."""
        self._breaks = True

    @property
    def begins_page(self) -> bool:
        """Say whether the next paragraph begins a page."""
        return self._breaks

    def keep_with_next(self) -> None:
        """Let the next paragraph stay on the page of what follows it."""
        self._keeps = True

    def leave_gap(self) -> None:
        """Let the next paragraph stand off from the table above it."""
        self._gap = True

    def close_gap(self) -> None:
        """Forget the gap: what follows keeps its own distance."""
        self._gap = False

    def paragraph(
        self, key: str, runs: Runs, *, number: str = "", tabs: str = "", indent: str = "", capitals: bool = False
    ) -> str:
        """Return a paragraph in one of our styles; empty for plain text. What else is given is finished XML."""
        return w("p", self._frame(key, number, tabs, indent), self.runs(runs, capitals=capitals))

    def holding(self, key: str, run: str) -> str:
        """Return a paragraph in one of our styles around a finished run, such as a picture."""
        return w("p", self._frame(key, "", "", ""), run)

    def _frame(self, key: str, number: str, tabs: str, indent: str) -> str:
        named = w("pStyle", val=self.ids[key]) if key else ""
        keeps = w("keepNext") if self._keeps else ""
        breaks = w("pageBreakBefore") if self._breaks else ""
        gap = w("spacing", before=twips(AFTER_TABLE)) if self._gap else ""
        self._breaks = self._gap = self._keeps = False
        inside = f"{named}{keeps}{breaks}{number}{tabs}{gap}{indent}"
        return w("pPr", inside) if inside else ""

    def runs(self, runs: Runs, *, capitals: bool = False) -> str:
        """Return runs of text; linked ones inside their hyperlink."""
        return "".join(self._run(run, capitals=capitals) for run in runs)

    def _run(self, run: Run, *, capitals: bool) -> str:
        foreign = run.language if run.language not in (None, self._language) else None
        look = [
            w("rStyle", val=self.ids["Hyperlink"]) if run.link else "",
            w("b") + w("bCs") if run.bold else "",
            w("i") + w("iCs") if run.italic else "",
            w("caps") if capitals else "",
            w("u", val="single") if run.underline else "",
            w("lang", val=foreign, eastAsia=foreign, bidi=foreign) if foreign else "",
        ]
        said = w("r", w("rPr", *look) if any(look) else "", text(run.text))
        if run.link is None:
            return said
        self.links.append(run.link)
        return f'<w:hyperlink r:id="{LINK_KEY.format(len(self.links))}" w:history="1">{said}</w:hyperlink>'
