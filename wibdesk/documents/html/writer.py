"""Writes a document as one accessible web page: nothing outside the file, no script, light, dark and on paper.

What is seen is what a screen reader is told: one heading of level 1, levels in order, real lists and tables, the
language, and the status in words at the top. The same document gives the same bytes.
"""

from wibdesk.documents.document import Document
from wibdesk.documents.html.blocks import HtmlBlocks
from wibdesk.documents.html.pictures import picture_html
from wibdesk.documents.html.style import style_sheet
from wibdesk.documents.html.words import escaped, tag
from wibdesk.documents.paper_language import in_its_language
from wibdesk.domain.house_style import HouseStyle

_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<meta name="author" content="{author}">
<meta name="description" content="{subject}">
<meta name="generator" content="WIBDesk">
<style>
{style}</style>
</head>
<body>
{header}<main>
{body}
</main>
</body>
</html>
"""


@in_its_language
def write_html(document: Document, style: HouseStyle) -> bytes:
    """Return the document as the bytes of an HTML file (UTF-8)."""
    head = (
        picture_html(document.logo) if document.logo else "",
        tag("p", escaped(document.status), class_="status") if document.status else "",
    )
    page = _PAGE.format(
        language=escaped(document.language),
        title=escaped(document.title),
        author=escaped(document.author),
        subject=escaped(document.subject),
        style=style_sheet(document, style),
        header=f"{tag('header', *head)}\n" if any(head) else "",
        body=HtmlBlocks(document.title).body(document.blocks),
    )
    return page.encode()
