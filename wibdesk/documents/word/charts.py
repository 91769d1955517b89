"""Charts in a Word file: as lines for the programs that show these, as crisp points for all others."""

from wibdesk.documents.charts.page import page_svg
from wibdesk.documents.document import ChartBlock
from wibdesk.documents.drawings import drawn_as_png
from wibdesk.documents.word.package import OFFICE, Package
from wibdesk.documents.word.picture import Drawn

_DOTS_A_POINT = 300 / 72
_KINDS = {"png": "image/png", "svg": "image/svg+xml"}
_FIRST = 101
"""The number of the first chart among the pictures of the file; those of the letterhead stand below."""


class Charts:
    """The charts of one part, in their order."""

    def __init__(self) -> None:
        self._drawn: list[Drawn] = []

    def run(self, block: ChartBlock, width: float) -> str:
        """Return the run that shows a chart as wide as asked, in points; its files are kept until `add_to`."""
        lines = page_svg(block.picture, width)
        points = drawn_as_png(lines.data, round(lines.width * _DOTS_A_POINT), round(lines.height * _DOTS_A_POINT))
        chart = Drawn((("png", points), ("svg", lines.data)), lines.width, lines.height, block.words)
        self._drawn.append(chart)
        number = len(self._drawn)
        return chart.xml(*_keys(number), name=f"Chart {number}", number=_FIRST + number)

    def add_to(self, package: Package, part: str) -> None:
        """Put the files of the charts in, related to the part that shows them."""
        for number, chart in enumerate(self._drawn, 1):
            for key, (ending, content) in zip(_keys(number), chart.files, strict=True):
                name = package.free_name("word/media/chart", ending)
                package.add(name, content, _KINDS[ending])
                package.relate(part, f"{OFFICE}/image", name, key=key)


def _keys(number: int) -> tuple[str, str]:
    """Return what the two files of a chart are called in the part: names that no other program gives."""
    return f"deskChart{number}", f"deskChart{number}lines"
