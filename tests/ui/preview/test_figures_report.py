"""The report in figures among the papers: from the Figures place, over its period, and back."""

import pytest

from tests.ui.preview.conftest import words_of_pdf
from ui.place import Where


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("figures", "The last 12 months"),
        ("figures two years", "The last 24 months"),
        ("figures all", "All years"),
    ],
)
def test_the_report_goes_back_as_far_as_the_figures_did(clerk, place, board, note, words):
    clerk.go("preview", Where(body_id=board.id, note=note))
    assert place.making.row_id == "figures"
    assert place.making.order.offer.label == "Report in figures"
    assert words in words_of_pdf(place.work.printed.pdf)
