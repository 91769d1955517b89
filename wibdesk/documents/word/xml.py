"""Builds WordprocessingML as text: one function an element, every value escaped in one place."""

from xml.sax.saxutils import escape, quoteattr

from wibdesk.documents.legal_text import legal

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def w(tag: str, *children: str, **attributes: str | int) -> str:
    """Return an element of the main namespace; children are finished XML, attributes are plain values."""
    said = "".join(f" w:{name.rstrip('_')}={attribute(str(value))}" for name, value in attributes.items())
    return f"<w:{tag}{said}>{''.join(children)}</w:{tag}>" if children else f"<w:{tag}{said}/>"


def attribute(words: str) -> str:
    """Return words as the value of an attribute, in its quotation marks."""
    return quoteattr(legal(words))


def root(tag: str, *children: str) -> str:
    """Return a whole part with its declaration and namespaces."""
    return f'{HEAD}<w:{tag} xmlns:w="{MAIN}" xmlns:r="{RELATIONS}">{"".join(children)}</w:{tag}>'


def text(words: str) -> str:
    """Return words as the content of a run: spaces kept, line ends and tabs as elements of their own."""
    out: list[str] = []
    for n, line in enumerate(words.split("\n")):
        out.append("<w:br/>" if n else "")
        for m, piece in enumerate(line.split("\t")):
            out.append("<w:tab/>" if m else "")
            out.append(f'<w:t xml:space="preserve">{escape(legal(piece))}</w:t>' if piece else "")
    return "".join(out)


def twips(points: float) -> int:
    """Return points as twentieths."""
    return round(points * 20)
