"""Logo and charts on the accessible page: inside the file, and a drawing only with what draws."""

from base64 import b64encode

from wibdesk.documents.charts.page import page_svg
from wibdesk.documents.document import ChartBlock, Picture
from wibdesk.documents.drawings import clean_svg
from wibdesk.documents.html.words import escaped
from wibdesk.documents.pictures import printed

_CHART = 500.0
"""Points across for which a chart is drawn; a narrow screen shows it smaller."""
_WIDEST, _HIGHEST = 168.0, 60.0
"""Points that the page's style gives a logo on a screen."""


def picture_html(picture: Picture) -> str:
    """Return the picture with its words; the words alone where it cannot be read."""
    shown = printed(picture, _WIDEST, _HIGHEST)
    if shown is None:
        return f"<p>{escaped(picture.words)}</p>" if picture.words else ""
    lines = clean_svg(picture.data) if picture.form == "svg" else None
    kind, data = ("svg+xml", lines) if lines is not None else (shown.form, shown.data())
    return f'<img src="data:image/{kind};base64,{b64encode(data).decode()}" alt="{escaped(picture.words)}">'


def chart_html(block: ChartBlock) -> str:
    """Return a chart with the words that stand for it."""
    data = b64encode(page_svg(block.picture, _CHART).data).decode()
    return f'<img src="data:image/svg+xml;base64,{data}" alt="{escaped(block.words)}">'
