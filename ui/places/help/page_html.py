"""A page of the help as rich text in the look of the theme."""

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from ui.places.help.text import Block, Line, Listed, Look, Picture, Section, Words
from wibdesk.language import say

if TYPE_CHECKING:
    from ui.places.help.text import Page
    from ui.theme import Theme

FEW = 3
"""A page with no more sections than this needs no list of them."""
WidthOf = Callable[[str], int]


def html_of(page: "Page", theme: "Theme", width_of: WidthOf) -> str:
    """Return a page: its heading, links to its sections where there are many, then the sections.

    `width_of` says how many pixels wide a picture is shown.
    """
    sections = [section for section in page.sections if section.heading]
    lead = [section for section in page.sections if not section.heading]
    first = [block for section in lead for block in section.blocks]
    parts = [f"<h1>{escape(page.heading)}</h1>"]
    parts += [_block(block, width_of) for block in first if not isinstance(block, Picture)]
    if len(sections) > FEW:
        links = " &nbsp; ".join(f'<a href="#{s.anchor}">{_unbroken(s.heading)}</a>' for s in sections)
        parts.append(f'<p class="on">{escape(say("On this page:"))} {links}</p>')
    parts += [_block(block, width_of) for block in first if isinstance(block, Picture)]
    parts += [_section(section, width_of) for section in sections]
    return f"<html><head><style>{_style(theme)}</style></head><body>{''.join(parts)}</body></html>"


def _style(theme: "Theme") -> str:
    px = theme.px

    def c(name: str) -> str:
        return theme.colour(name).name()

    return (
        f"body {{ color: {c('ink')}; }}"
        f"h1 {{ font-size: {px(22)}px; font-weight: 600; margin-top: 0px; margin-bottom: {px(10)}px; }}"
        f"h2 {{ font-size: {px(16)}px; font-weight: 600; margin-top: {px(22)}px; margin-bottom: {px(6)}px; }}"
        f"p {{ font-size: {px(15)}px; line-height: 145%; margin-top: 0px; margin-bottom: {px(9)}px; }}"
        f"p.on {{ color: {c('muted')}; font-size: {px(13)}px; line-height: 160%; }}"
        f"p.picture {{ line-height: 100%; margin-bottom: {px(8)}px; }}"
        f"p.shown {{ color: {c('muted')}; font-size: {px(13)}px; margin-bottom: {px(14)}px; }}"
        f"li {{ font-size: {px(15)}px; line-height: 145%; margin-bottom: {px(5)}px; }}"
        f"ul, ol {{ margin-top: 0px; margin-bottom: {px(9)}px; margin-left: {px(22)}px; -qt-list-indent: 0; }}"
        f"a {{ color: {c('link')}; text-decoration: underline; }}"
        f".key {{ color: {c('ink')}; background-color: {c('selected')}; font-weight: 600; }}"
    )


def _section(section: Section, width_of: WidthOf) -> str:
    blocks = "".join(_block(block, width_of) for block in section.blocks)
    return f'<h2><a name="{section.anchor}"></a>{escape(section.heading)}</h2>{blocks}'


def _block(block: Block, width_of: WidthOf) -> str:
    match block:
        case Words(line):
            return f"<p>{_line(line)}</p>"
        case Listed(lines, steps):
            tag = "ol" if steps else "ul"
            return f"<{tag}>{''.join(f'<li>{_line(line)}</li>' for line in lines)}</{tag}>"
        case Picture(file, words):
            shown = escape(words)
            image = f'<img src="{escape(file)}" alt="{shown}" width="{width_of(file)}">'
            return f'<p class="picture">{image}</p><p class="shown">{shown}</p>'


def _unbroken(words: str) -> str:
    return escape(words).replace(" ", "&nbsp;")


def _line(line: Line) -> str:
    return "".join(_stretch(each.words, each.look, each.to) for each in line)


def _stretch(words: str, look: Look, to: str) -> str:
    shown = escape(words)
    match look:
        case Look.KEY:
            # A key stays on one line: Qt would break it after a stroke too.
            whole = shown.replace(" ", "&nbsp;").replace("/", "/&#8288;")
            return f'<span class="key">&nbsp;{whole}&nbsp;</span>'
        case Look.STRONG:
            return f"<b>{shown}</b>"
        case Look.LINK:
            return f'<a href="{escape(to)}">{shown}</a>'
        case Look.PLAIN:
            return shown
