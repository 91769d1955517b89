"""What stands around the words of a Word page: the running header with the status, the page numbers, the logo."""

from wibdesk.documents.document import Document
from wibdesk.documents.fonts import face, text_width
from wibdesk.documents.typography import MARGIN, PAGE_HEIGHT, PAGE_WIDTH, SMALL
from wibdesk.documents.word.package import OFFICE, Package
from wibdesk.documents.word.picture import Drawn
from wibdesk.documents.word.xml import text, w
from wibdesk.documents.wording import page_count

_BETWEEN = 16.0
_KINDS = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}


def running_header(document: Document, style: str, *, room: str = "") -> str:
    """Return the running header in this style: what the paper is, and its status as words, below it where it is long.

    `room` is what keeps the words of the page off a header that is higher than its margin.
    """
    said = w("r", text(document.header)) if document.header else ""
    named = w("pStyle", val=style)
    if not document.status:
        return w("p", w("pPr", named, room), said)
    if _share_a_line(document):
        return w("p", w("pPr", named, room), said, status_run(document.status, before="\t"))
    first = w("p", w("pPr", named), said) if said else ""
    return first + w("p", w("pPr", named, room, w("jc", val="right")), status_run(document.status))


def _share_a_line(document: Document) -> bool:
    """Say whether header and status have room beside each other on our own page; a template's may be wider."""
    width = (PAGE_HEIGHT if document.landscape else PAGE_WIDTH) - 2 * MARGIN
    words, status = (face(bold=bold, italic=False) for bold in (False, True))
    needed = text_width(document.header, words, SMALL) + text_width(document.status or "", status, SMALL)
    return needed + _BETWEEN <= width


def status_run(status: str, *, before: str = "") -> str:
    """Return the status of the paper in bold."""
    return w("r", w("rPr", w("b"), w("bCs")), text(f"{before}{status}"))


def page_numbers(style: str) -> str:
    """Return a paragraph in this style that counts the pages with fields."""

    def field(code: str) -> str:
        return w("fldSimple", w("r", w("t", "1")), instr=f" {code} ")

    said = page_count(field("PAGE"), field("NUMPAGES"), lambda words: w("r", text(words)))
    return w("p", w("pPr", w("pStyle", val=style)), *said)


def logo_relations(package: Package, source: str, logo: Drawn) -> tuple[str, ...]:
    """Put the logo's files in and return what they are called in the part that shows them."""
    keys: list[str] = []
    for ending, content in logo.files:
        name = package.free_name("word/media/logo", ending)
        package.add(name, content, _KINDS[ending])
        keys.append(package.relate(source, f"{OFFICE}/image", name, key=f"logo{len(keys) + 1}"))
    return tuple(keys)


def logo_paragraph(logo: Drawn, keys: tuple[str, ...], style: str) -> str:
    """Return the logo as a paragraph in this style."""
    return w("p", w("pPr", w("pStyle", val=style)), logo.xml(*keys))
