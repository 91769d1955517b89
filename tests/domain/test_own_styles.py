"""Names of the register's own house styles."""

import pytest

from wibdesk.domain.own_styles import LONGEST_STYLE_NAME, OwnStyle, style_name


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Norbury Board", "norbury_board"),
        ("  Café – Bürgerbüro (2026) ", "cafe_burgerburo_2026"),
        ("مجلس", "style"),
        ("x" * 500, "x" * LONGEST_STYLE_NAME),
        ("../../etc", "etc"),
    ],
)
def test_a_name_is_made_of_the_label(label, name):
    assert style_name(label) == name


def test_a_name_that_is_taken_is_counted_on():
    assert style_name("Plain", ("plain",)) == "plain_2"
    assert style_name("Plain", ("plain", "plain_2")) == "plain_3"


def test_a_style_without_a_label_goes_by_its_name():
    assert OwnStyle("own", {"label": "Our own"}).label == "Our own"
    assert OwnStyle("own", {}).label == "own"
