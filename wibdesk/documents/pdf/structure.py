"""Writes the structure tree: one small object for each element, and for each page which element a mark belongs to."""

from collections.abc import Sequence
from typing import TypeAlias

from wibdesk.documents.pdf.file import PdfFile, text_string
from wibdesk.documents.pdf.tags import Content, Tag

Owners: TypeAlias = Sequence[Tag | Sequence[Tag]]
"""For each key of the parent tree: the elements of a page's marks in their order, or the element of an annotation."""


def write_structure(file: PdfFile, root: Tag, owners: Owners) -> int:
    """Write the tree and return the number of its root object."""
    top = file.reserve()
    numbers: dict[Tag, int] = {}
    _number(root, numbers, file)
    _write(root, top, numbers, file)
    lines = []
    for key, owner in enumerate(owners):
        named = b"%d 0 R" % numbers[owner] if isinstance(owner, Tag) else _array([numbers[tag] for tag in owner])
        lines.append(b"%d %s" % (key, named))
    parents = file.put(b"<</Nums[%s]>>" % b" ".join(lines))
    file.put(
        b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
        % (numbers[root], parents, len(owners)),
        top,
    )
    return top


def _array(numbers: Sequence[int]) -> bytes:
    return b"[%s]" % b" ".join(b"%d 0 R" % number for number in numbers)


def _number(tag: Tag, numbers: dict[Tag, int], file: PdfFile) -> None:
    numbers[tag] = file.reserve()
    for kid in tag.kids:
        if isinstance(kid, Tag):
            _number(kid, numbers, file)


def _write(tag: Tag, parent: int, numbers: dict[Tag, int], file: PdfFile) -> int:
    """Write the element and all below it; return the page of its first content, 0 for none."""
    number, page, kids = numbers[tag], 0, []
    for kid in tag.kids:
        if isinstance(kid, Tag):
            below = _write(kid, number, numbers, file)
            page = page or below
            kids.append(b"%d 0 R" % numbers[kid])
        elif isinstance(kid, Content):
            page = page or kid.page
            kids.append(
                b"%d" % kid.mark if kid.page == page else b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (kid.page, kid.mark)
            )
        else:
            kids.append(b"<</Type/OBJR/Pg %d 0 R/Obj %d 0 R>>" % kid)
    file.put(_element(tag, parent, page, kids), number)
    return page


def _element(tag: Tag, parent: int, page: int, kids: Sequence[bytes]) -> bytes:
    out = [b"<</S/%s/P %d 0 R" % (tag.name.encode(), parent)]
    if page:
        out.append(b"/Pg %d 0 R" % page)
    if kids:
        out.append(b"/K " + kids[0] if len(kids) == 1 else b"/K[%s]" % b" ".join(kids))
    if tag.attributes:
        out.append(b"/A" + tag.attributes.encode())
    if tag.language:
        out.append(b"/Lang" + text_string(tag.language))
    if tag.alt is not None:
        out.append(b"/Alt" + text_string(tag.alt))
    if tag.actual is not None:
        out.append(b"/ActualText" + text_string(tag.actual))
    out.append(b">>")
    return b"".join(out)
