"""What the clipboard offers, as entries: structure stays, fonts, colours and pictures go, nothing is ever fetched.

HTML is measured before it is parsed (2 MB, 60 levels, 100,000 tags), cleaned by nh3, and read by `paste_html`; what is
too large or broken comes in as its plain text. Plain lines become paragraphs and list lines.
"""

import re
from collections.abc import Iterator

from ui.editor.paste_html import HtmlReader
from wibdesk.domain.entries import Bullet, Entry, Numbered, Paragraph, PrivateNote, Table
from wibdesk.domain.rich_text import Span, to_markup
from wibdesk.interchange.json_text import printable
from wibdesk.language import say

LARGEST = 2_000_000
"""Letters of a page, with all its marks."""
MOST_WORDS = 1_000_000
"""Letters of words: four hundred pages."""
LONGEST = 20_000
"""Letters of one paragraph."""
DEEPEST = 60
MOST_TAGS = 100_000
MOST_ENTRIES = 3_000
MOST_CELLS = 3_000
_TAGS = set(
    "p br div b strong i em u ins a ul ol li h1 h2 h3 h4 h5 h6 table thead tbody tfoot tr td th span pre".split()
)
_DROPPED = set("script style title iframe object svg math noscript template head".split())
_EMPTY = set("br img hr meta link input col area base embed source track wbr".split())
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_NUMBERED = re.compile(
    r"(?:(?P<dot>1?\d{1,2}\.)|(?P<round>\(\d{1,2}\)|\d{1,2}\))|(?P<letter>\([a-z]\)|[a-z][.)]))\s+(?=\S)"
)
_BULLET = re.compile(r"[-*•·–▪◦‣]\s+(?=\S)")
_LIST = re.compile(r"mso-list\s*:\s*(?:\w+\s+level(?P<level>\d)|(?P<ignore>ignore))", re.IGNORECASE)
_WEIGHT = re.compile(r"font-weight\s*:\s*(?P<weight>[a-z]+|\d+)", re.IGNORECASE)


def from_html(html: str) -> tuple[Entry, ...] | None:
    """Return the entries that HTML holds; None when it is too large, too deep or broken to be read."""
    if len(html) > LARGEST or not _measured(html):
        return None
    reader = HtmlReader()
    reader.feed(printable(_clean(html)))
    reader.close()
    return _bounded(reader.finish())


def _left_out() -> PrivateNote:
    """Return the note that tells the clerk what is lacking."""
    return PrivateNote(
        say(
            "What was pasted here had more than {most:,} letters: what followed was left out. Paste it in parts.",
            most=MOST_WORDS,
        )
    )


def from_text(text: str) -> tuple[Entry, ...]:
    """Return plain text as entries: one line as it is, several as paragraphs and list lines without the empty ones."""
    if len(text) > MOST_WORDS:
        return (*from_text(text[:MOST_WORDS]), _left_out())
    even = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n")
    # What Word and others write for a line break inside a paragraph; `printable` turns another of theirs.
    lines = printable(even.replace("\u2028", "\n")).split("\n")
    filled = [line for line in lines if line.strip()]
    if len(lines) == 1:
        return _bounded((Paragraph(_escaped(lines[0])),)) if lines[0] else ()
    return _bounded(tuple(_line(line) for line in filled))


def words_only(text: str) -> tuple[Entry, ...]:
    """Return plain text as paragraphs alone, whatever its lines begin with."""
    if len(text) > MOST_WORDS:
        return (*words_only(text[:MOST_WORDS]), _left_out())
    lines = printable(text).splitlines()
    return _bounded(tuple(Paragraph(_escaped(line.strip())) for line in lines if line.strip()))


def _line(line: str) -> Entry:
    words = line.strip()
    indent = len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())
    level = min(3, 1 + indent // 4)
    if found := _BULLET.match(words):
        return Bullet(_escaped(words[found.end() :]), level)
    if found := _NUMBERED.match(words):
        style = None if found["dot"] else "(1)" if found["round"] else _letter_style(found["letter"])
        return Numbered(_escaped(words[found.end() :]), level, style)
    return Paragraph(_escaped(words))


def _letter_style(mark: str) -> str:
    return "(a)" if mark.startswith("(") else "a)" if mark.endswith(")") else "a."


def _escaped(words: str) -> str:
    return to_markup((Span(words),))


def _measured(html: str) -> bool:
    """Say whether a page is small and flat enough to be read; no parser is asked, since that is what it would hang."""
    level = tags = 0
    for end, name in _TAG.findall(html):
        if name.lower() not in _EMPTY:
            level = max(level - 1, 0) if end else level + 1
        tags += not end
        if level > DEEPEST or tags > MOST_TAGS:
            return False
    return True


def _clean(html: str) -> str:
    # nh3 takes a moment to load and most meetings never paste from a page.
    import nh3  # noqa: PLC0415 - start-up

    return nh3.clean(
        html,
        tags=_TAGS,
        clean_content_tags=_DROPPED,
        attributes={"a": {"href"}, "p": {"style", "class"}, "span": {"style"}, "b": {"style"}, "ol": {"type", "start"}},
        attribute_filter=_kept,
        url_schemes={"http", "https", "mailto"},
        strip_comments=True,
        link_rel=None,
    )


def _kept(tag: str, attribute: str, value: str) -> str | None:
    """Keep of an attribute only what tells structure: list levels of Word, and looks that are written as a style."""
    if attribute == "class":
        return value if re.fullmatch(r"Mso(?:List|Heading|Title|Subtitle)\w*", value) else None
    if attribute in ("type", "start"):
        return value if re.fullmatch(r"[1aAiI]|\d{1,4}", value) else None
    return _style(value) if attribute == "style" else value


def _style(value: str) -> str | None:
    """Return a style as our own few words: `level2`, `ignore`, `bold`, `light`, `italic`, `underline`."""
    words = []
    if found := _LIST.search(value):
        words.append("ignore" if found["ignore"] else f"level{found['level']}")
    if found := _WEIGHT.search(value):
        weight = found["weight"].lower()
        words.append("bold" if weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600) else "light")
    if re.search(r"font-style\s*:\s*italic", value, re.IGNORECASE):
        words.append("italic")
    if re.search(r"text-decoration[-a-z]*\s*:[^;]*underline", value, re.IGNORECASE):
        words.append("underline")
    return " ".join(words) or None


def _bounded(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Keep every word of an enormous paste, though not every paragraph of it: the sheet has to stay quick."""
    slim = [short for entry in entries for short in _shortened(entry)]
    if len(slim) <= MOST_ENTRIES:
        return tuple(slim)
    rest = "\n".join(getattr(entry, "text", "") for entry in slim[MOST_ENTRIES - 1 :])
    return (*slim[: MOST_ENTRIES - 1], *_shortened(Paragraph(rest)))


def _shortened(entry: Entry) -> Iterator[Entry]:
    """Yield an entry, or the paragraphs of a table that is too large and of a text that is too long."""
    if isinstance(entry, Table) and sum(map(len, entry.rows)) > MOST_CELLS:
        entry = Paragraph("\n".join("\t".join(row) for row in (entry.header, *entry.rows)))
    rest = getattr(entry, "text", "")
    if len(rest) <= LONGEST:
        yield entry
        return
    while rest:
        # A word of that length is none, and is cut wherever it must be.
        cut = (
            len(rest)
            if len(rest) <= LONGEST
            else max(rest.rfind(blank, 0, LONGEST) for blank in " \n\t") + 1 or LONGEST
        )
        yield Paragraph(rest[:cut].rstrip())
        rest = rest[cut:]
