"""Charts on the accessible page: drawn inside the file, with all they show in words."""

from base64 import b64decode

from lxml import etree, html

from tests.figure_facts import TODAY, busy
from wibdesk.documents.compose.figures import compose_figures
from wibdesk.documents.compose.figures_charts import charts_of
from wibdesk.documents.html.writer import write_html
from wibdesk.documents.styles import house_style


def test_every_chart_is_a_drawing_inside_the_page_with_its_words():
    facts, style = busy(), house_style(None)
    page = html.fromstring(write_html(compose_figures(facts.body_name, facts, style, today=TODAY), style))
    images = page.findall(".//p[@class='chart']/img")
    assert [image.get("alt") for image in images] == [chart.words for chart in charts_of(facts)]
    for image in images:
        kind, _, data = image.get("src").partition(";base64,")
        assert kind == "data:image/svg+xml"
        assert etree.fromstring(b64decode(data)).tag.endswith("svg")
