"""The words of a Word or PDF file as another program reads them: what the self-test looks at."""

from pathlib import Path


def word_text(path: Path) -> str:
    """Return the words of the body of a Word file: its paragraphs, then the cells of its tables."""
    from docx import Document  # noqa: PLC0415 - only who reads a file back waits for it

    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def pdf_text(path: Path) -> str:
    """Return the words of a PDF file, page by page."""
    import pypdfium2  # noqa: PLC0415 - as above

    with pypdfium2.PdfDocument(str(path)) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document).replace("\ufffe", "")
