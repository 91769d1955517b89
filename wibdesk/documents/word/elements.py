"""What is done with the elements of a Word part: named, taken out, and put out of what wraps them."""

from lxml import etree

from wibdesk.documents.word.xml import MAIN


def w_tag(name: str) -> str:
    """Return a name of the main namespace as lxml writes it."""
    return f"{{{MAIN}}}{name}"


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace; empty for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def remove(element: etree._Element) -> None:
    """Take an element out with all in it; nothing happens where it is out already."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: etree._Element) -> None:
    """Put an element's children in its place."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    parent[at : at + 1] = [one for one in element if local(one) not in ("customXmlPr", "smartTagPr")]
