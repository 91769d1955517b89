"""A template's parts without what must not travel: comments, tracked changes, links to files, old properties."""

from collections.abc import Iterable, Iterator

from lxml import etree

from wibdesk.documents.word.elements import local, remove, unwrap, w_tag
from wibdesk.documents.word.fields import FOLLOWABLE, stop_fetching
from wibdesk.documents.word.package import OFFICE, WORD, Package, Relation, parsed
from wibdesk.documents.word.template_pictures import bare_picture, is_picture
from wibdesk.documents.word.xml import MAIN, RELATIONS

_ROOM = {"image", "hyperlink"}
_SHOWN = _ROOM | {"header", "footer"}
"""What a story shows of other parts; it travels only where the story, made clean, still shows it."""
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
"""The parts whose notes travel only where the words that they belong to do."""
_KEPT = {
    "document": {
        *("styles", "settings", "numbering", "fontTable", "theme", "header", "footer", "footnotes", "endnotes"),
        *_ROOM,
    },
    **dict.fromkeys(("header", "footer", "footnotes", "endnotes"), _ROOM),
    "numbering": {"image"},
    "theme": {"image"},
    "fontTable": {"font"},
}
"""Which parts a part of each kind may lead to; all else stays behind."""
STORIES = ("document", "header", "footer", "footnotes", "endnotes")
_DROPPED = {
    *("del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
    *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange"),
    *("tblPrExChange", "numberingChange", "cellIns", "cellDel", "cellMerge"),
    *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "proofErr", "permStart", "permEnd"),
    *(
        "rsid",
        "altChunk",
        "subDoc",
        "control",
        "object",
        "dataBinding",
        "placeholder",
        "showingPlcHdr",
        "printerSettings",
    ),
    *("customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd"),
    *("customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd"),
    *("customXmlMoveToRangeStart", "customXmlMoveToRangeEnd"),
}
_UNWRAPPED = {"ins", "moveTo", "smartTag", "customXml"}
_SETTINGS_DROPPED = {
    *("attachedTemplate", "mailMerge", "documentProtection", "writeProtection", "trackRevisions", "revisionView"),
    *("linkStyles", "docVars", "rsids", "updateFields", "saveThroughXslt", "attachedSchema", "schemaLibrary"),
    *("smartTagType", "formsDesign", "documentType", "removePersonalInformation", "removeDateAndTime"),
}
_AFTER_COMPAT = {
    *("docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping", "captions"),
    *("doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "readModeInkLockDown"),
    *("smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol", "listSeparator"),
}
_OLD_DRAWING = "{urn:schemas-microsoft-com:"
_COMPATIBLE = "http://schemas.microsoft.com/office/word"


def cleaned(package: Package, main: str) -> Package:
    """Return the file with only what makes it a template: its words, styles, lists, headers, footers and pictures."""
    out = Package()
    out.relate("", f"{OFFICE}/officeDocument", main)
    waiting = [(main, "document")]
    while waiting:
        name, kind = waiting.pop(0)
        if name in out.parts:
            continue
        kept = [one for one in package.relations.get(name, ()) if _travels(one, kind, package)]
        content = _part(name, package.parts[name], kind, {one.key for one in kept}, out.parts.get(main, b""))
        kept = [one for one in kept if one.short not in _SHOWN or f'"{one.key}"'.encode() in content]
        if kept:
            out.relations[name] = kept
        out.add(name, content, f"{WORD}.document.main+xml" if name == main else package.kinds[name])
        waiting += [(one.target, one.short) for one in kept if not one.external]
    return out


def _travels(relation: Relation, kind: str, package: Package) -> bool:
    if relation.short not in _KEPT.get(kind, ()):
        return False
    if relation.external:
        return relation.short == "hyperlink" and bool(FOLLOWABLE.match(relation.target))
    if relation.short == "image":
        return is_picture(relation.target, package.kinds.get(relation.target, ""))
    return relation.short != "hyperlink" and relation.target in package.parts


def _part(name: str, content: bytes, kind: str, keys: set[str], text: bytes) -> bytes:
    """Return a part of a kind made clean; `text` is the main part, so made."""
    if kind == "image":
        return bare_picture(content, name)
    if kind == "font":
        return content
    root = parsed(content)
    if kind == "settings":
        _clean_settings(root)
    elif kind in STORIES or kind in ("styles", "numbering"):
        if kind in _NOTES:
            _drop_notes(root, _NOTES[kind], parsed(text))
        _clean_story(root, keys)
    else:
        return content
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _clean_story(root: etree._Element, keys: set[str]) -> None:
    for row in [one for one in root.iter(w_tag("tr")) if one.find(f"{w_tag('trPr')}/{w_tag('del')}") is not None]:
        remove(row)
    for element in list(root.iter()):
        if local(element) in _DROPPED or not isinstance(element.tag, str):
            remove(element)
        elif local(element) in _UNWRAPPED and element.tag.startswith(f"{{{MAIN}}}"):
            unwrap(element)
    stop_fetching(root)
    for element in list(root.iter()):
        _forget_traces(element)
        if any(name.startswith(f"{{{RELATIONS}}}") and value not in keys for name, value in _attributes(element)):
            _remove_unrelated(element)


def _drop_notes(root: etree._Element, name: str, text: etree._Element) -> None:
    """Drop the notes to words that do not travel; the lines that part notes from the text have a type, and stay."""
    known = {one.get(w_tag("id")) for one in text.iter(w_tag(f"{name}Reference"))}
    for note in [one for one in root if one.get(w_tag("type"), "normal") == "normal"]:
        if note.get(w_tag("id")) not in known:
            remove(note)


def _attributes(element: etree._Element) -> Iterable[tuple[str, str]]:
    return [(str(name), str(value)) for name, value in element.attrib.items()]


def _forget_traces(element: etree._Element) -> None:
    """Drop the numbers of the sessions in which a part was written, and the addresses that old drawings name."""
    if not isinstance(element.tag, str):
        return
    for name in map(str, element.attrib):
        bare = etree.QName(name).localname
        if bare.startswith("rsid") or (bare in ("src", "href") and element.tag.startswith(_OLD_DRAWING)):
            del element.attrib[name]


def _remove_unrelated(element: etree._Element) -> None:
    """Remove what a part showed from another that stays behind; the words of a link stay."""
    if local(element) == "hyperlink":
        unwrap(element)
        return
    shown = [
        one for one in (element, *element.iterancestors()) if local(one) in ("drawing", "pict", "AlternateContent")
    ]
    remove(shown[-1] if shown else element)


def _clean_settings(root: etree._Element) -> None:
    """Drop what ties the file to others or locks it, and set it to open without compatibility mode."""
    for element in list(root.iter()):
        related = any(name.startswith(f"{{{RELATIONS}}}") for name, _ in _attributes(element))
        if not isinstance(element.tag, str) or local(element) in _SETTINGS_DROPPED or related:
            remove(element)
    compat = root.find(w_tag("compat"))
    if compat is None:
        compat = etree.Element(w_tag("compat"))
        root.insert(next(_places(root), len(root)), compat)
    for element in [one for one in compat if one.get(w_tag("name")) == "compatibilityMode"]:
        compat.remove(element)
    mode = {w_tag("name"): "compatibilityMode", w_tag("uri"): _COMPATIBLE, w_tag("val"): "15"}
    etree.SubElement(compat, w_tag("compatSetting"), mode)


def _places(root: etree._Element) -> Iterator[int]:
    return (n for n, one in enumerate(root) if local(one) in _AFTER_COMPAT)
