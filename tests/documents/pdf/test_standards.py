"""Every PDF keeps PDF/UA-1 and PDF/A-2a: two judges and qpdf say so of all kinds, styles and odd trees.

`WIBDESK_LONG=1` in the environment looks at several hundred documents instead of a few dozen, and at the shared files
in every style, not each in two of them, others every day.
"""

import subprocess
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given

from tests.documents import reading
from tests.documents.making import documents, random_documents, trees
from tests.spread import spread
from tests.validators.vera import vera
from wibdesk.documents.compose.minutes import compose_minutes
from wibdesk.documents.compose.plan import compose_plan
from wibdesk.documents.pdf.checking import pdf_findings
from wibdesk.documents.pdf.writer import write_pdf
from wibdesk.documents.styles import house_style, style_names
from wibdesk.domain.plans import Plan
from wibdesk.interchange.meeting_file import read_file

STYLES = [house_style(name) for name in style_names()]


@random_documents
@given(trees())
def test_any_document_keeps_the_standards(made):
    assert pdf_findings(write_pdf(made, STYLES[0])) == ()


@random_documents
@given(documents())
def test_every_kind_in_every_style_keeps_the_standards(made):
    assert pdf_findings(write_pdf(made.document, made.style)) == ()


@pytest.mark.no_cover
def test_verapdf_and_qpdf_agree(tmp_path):
    files: dict[str, bytes] = {}

    @random_documents
    @given(trees(), documents())
    def collect(tree, made):
        files[f"{len(files)} {tree}"] = write_pdf(tree, STYLES[0])
        files[f"{len(files)} {made}"] = write_pdf(made.document, made.style)

    collect()
    assert judged(files, tmp_path) == {}


@pytest.mark.no_cover
def test_the_shared_files_keep_the_standards_in_every_style(tmp_path):
    if not reading.FILES:
        pytest.skip("the seed and contract files are not beside the checkout")
    files = {}
    for path, style in spread([*product(reading.FILES, STYLES)], 2 * len(reading.FILES)):
        source = read_file(path)
        compose = compose_plan if isinstance(source, Plan) else compose_minutes
        files[f"{path.name} {style.name}"] = write_pdf(compose(source, style), style)
    assert judged(files, tmp_path) == {}


def judged(files: dict[str, bytes], folder: Path) -> dict[str, list[str]]:
    """Return what veraPDF and qpdf find wrong, by the name of the file."""
    found = vera(files, folder)
    for number, name in enumerate(files):
        run = subprocess.run(
            [reading.need("qpdf"), "--check", str(folder / f"{number}.pdf")],
            capture_output=True,
            check=False,
            text=True,
        )
        if run.returncode or "WARNING" in run.stderr:
            found[name].append(run.stderr)
    return {name: findings for name, findings in found.items() if findings}
