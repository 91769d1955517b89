"""The style sheet of the accessible page: one measure, two themes, and A4 paper when it is printed."""

from collections.abc import Mapping
from string import Template
from types import MappingProxyType

from wibdesk.documents.document import Document
from wibdesk.documents.plain_letters import plain_letters
from wibdesk.documents.typography import INK, LINK, QUIET, RULE, SHADE
from wibdesk.documents.wording import page_count
from wibdesk.domain.house_style import HouseStyle

THEMES: Mapping[str, Mapping[str, str]] = MappingProxyType({
    "light": MappingProxyType({
        "page": "#FFFFFF", "ink": f"#{INK}", "quiet": f"#{QUIET}", "link": f"#{LINK}", "rule": f"#{RULE}",
        "shade": f"#{SHADE}",
    }),
    "dark": MappingProxyType({
        "page": "#14191E", "ink": "#E6EBEF", "quiet": "#B4BEC7", "link": "#92BDF2", "rule": "#75828E",
        "shade": "#232B33",
    }),
    "print": MappingProxyType({
        "page": "#FFFFFF", "ink": "#000000", "quiet": "#000000", "link": "#000000", "rule": "#666666",
        "shade": "#FFFFFF",
    }),
})  # fmt: skip
"""What each colour is for: words are set in ink, quiet and link, on page or on shade."""

ROOT_POINTS = 12.0
"""A browser's own size of text, which the reader may change: what is 12 points for everybody else."""

_SCREEN = """
body { margin: 0; background: var(--page); color: var(--ink); font: ${size}rem/1.5 "Segoe UI", Arial, sans-serif;
  overflow-wrap: break-word; }
header, main { max-width: ${measure}rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.25rem; }
main { padding-top: 0.5rem; padding-bottom: 3rem; }
header img { display: block; max-width: min(100%, 14rem); max-height: 5rem; margin: 0 0 1rem;
  background: #FFFFFF; }
.chart img { width: 100%; height: auto; background: #FFFFFF; }
.status { margin: 0; padding: 0.4rem 0.8rem; border: 2px solid var(--ink); font-weight: bold; }
h1, h2, h3 { line-height: 1.25; margin: 1.5em 0 0.4em; }
h1 { font-size: 1.75em; margin-top: 0.6em; }
h2 { font-size: 1.25em; }
h3 { font-size: 1.08em; }
.capitals { text-transform: uppercase; }
p { margin: 0 0 0.6em; }
a { color: var(--link); }
.lead { font-size: 1.13em; font-weight: bold; margin-bottom: 0.4em; }
.detail { margin-bottom: 0.2em; }
.item_detail { font-size: 0.93em; color: var(--quiet); margin-bottom: 0.4em; }
.marker { margin: 0.4em 0 0.3em; }
.action { margin-left: 1.6em; }
.note, .fence { font-size: 0.87em; color: var(--quiet); }
.labelled { padding-left: 3.2em; text-indent: -3.2em; }
h2.labelled, h3.labelled { padding-left: 2.4em; text-indent: -2.4em; }
.label { display: inline-block; min-width: 3.2em; padding-right: 0.4em; box-sizing: border-box; text-indent: 0; }
h2 > .label, h3 > .label { min-width: 2.4em; }
ul, ol { margin: 0 0 0.7em; padding-left: 2em; list-style-type: ""; }
li { margin-bottom: 0.3em; padding-left: 0.1em; }
li > ul, li > ol { margin: 0.3em 0 0; }
li > .label { min-width: 2em; margin-left: -2em; }
.deeper { margin-left: 2em; }
.bullet1 { list-style-type: "•\\2003"; }
.bullet2 { list-style-type: "–\\2003"; }
.bullet3 { list-style-type: "▪\\2003"; }
.lines { padding-left: 0; }
.lines li { display: flex; flex-wrap: wrap; padding-left: 0; margin-bottom: 0.15em; }
.lines span { flex: 1 1 14rem; padding-right: 1em; box-sizing: border-box; }
@media (max-width: 32rem) { .lines span + span { padding-left: 1.5em; } }
.scroll { overflow-x: auto; margin: 0.3em 0 1em; }
table { border-collapse: collapse; width: 100%; font-size: 0.92em; line-height: 1.4; }
.ruled { margin: 0.3em 0 1em; }
.scroll > .ruled { margin: 0; }
caption, .caption { text-align: left; font-weight: bold; padding: 0.3em 0; }
th, td { text-align: left; vertical-align: top; padding: 0.35em 0.5em; border: 1px solid var(--rule); }
thead th, thead td { background: var(--shade); border-bottom: 2px solid var(--ink); }
tbody th { font-weight: inherit; }
.plan td, .plan tbody th { border-top-style: none; border-bottom-style: none; }
.plan tbody { border: 1px solid var(--rule); }
.signing { margin-top: 2.2em; }
.sign { display: flex; align-items: flex-end; margin-top: 1.6em; max-width: 30rem; }
.sign > span:first-child { min-width: 4.5rem; padding-right: 0.6rem; }
.sign > .rule { flex: 1; border-bottom: 1px solid var(--ink); }
.writing > div { height: 2rem; border-bottom: 1px solid var(--rule); }
hr { border: 0; border-top: 3px double var(--rule); margin: 2.5em 0; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
"""

_PAPER = """
@page { size: A4 ${shape}; margin: 22mm 20mm;
  @top-left { content: ${header}; ${small} }
  @top-right { content: ${status}; ${small} font-weight: bold; }
  @bottom-left { content: ${count}; ${small} } }
@media print {
  body { font-size: ${points}pt; line-height: 1.35; }
  header, main { max-width: none; padding: 0; }
  h1, h2, h3, .marker, .lead, .item_detail, caption, .caption, .signing { break-after: avoid; }
  p, li { orphans: 2; widows: 2; }
  .chart { break-inside: avoid; break-after: avoid; }
  thead { display: table-header-group; break-after: avoid; }
  tr, .sign, .lines li { break-inside: avoid; }
  .scroll { overflow: visible; }
  table { min-width: 0 !important; }
  hr { visibility: hidden; margin: 0; break-after: page; }
}
"""
_SMALL = "font: 9pt Arial, sans-serif; color: #000;"


def style_sheet(document: Document, style: HouseStyle) -> str:
    """Return the whole style sheet; the running header of the document stands in it for paper."""
    screen = Template(_SCREEN).substitute(
        size=f"{style.text_size / ROOT_POINTS:.3f}", measure="64" if document.landscape else "46"
    )
    paper = Template(_PAPER).substitute(
        shape="landscape" if document.landscape else "portrait",
        points=f"{style.text_size:g}",
        small=_SMALL,
        header=_quoted(document.header),
        count=" ".join(page_count("counter(page)", "counter(pages)", _quoted)),
        status=_quoted(document.status or ""),
    )
    themes = (
        f":root {{ color-scheme: light dark; {_theme('light')} }}",
        f"@media (prefers-color-scheme: dark) {{ :root {{ {_theme('dark')} }} }}",
        f"@media print {{ :root {{ {_theme('print')} }} }}",
    )
    return "\n".join(themes) + screen + paper


def _theme(name: str) -> str:
    return " ".join(f"--{use}: {colour};" for use, colour in THEMES[name].items())


def _quoted(words: str) -> str:
    """Return the words as a string of a style sheet, which they cannot leave."""
    # The blank ends the code of a character and is no part of the words.
    spelled = (c if c.isascii() and (c.isalnum() or c == " ") else f"\\{ord(c):x} " for c in plain_letters(words))
    return f'"{"".join(spelled)}"'
