"""Labels of numbered lines."""

import pytest

from wibdesk.domain.numbering import Counter, label, number_style


@pytest.mark.parametrize(
    ("style", "number", "words"),
    [
        ("1.", 12, "12."),
        ("(1)", 2, "(2)"),
        ("a.", 26, "z."),
        ("a)", 27, "aa)"),
        ("(a)", 54, "(bbb)"),
        ("(i)", 1994, "(mcmxciv)"),
        ("(i)", 4000, "(4000)"),
        ("(a)", 0, "(0)"),
        ("a.", 10_000, "10000."),
    ],
)
def test_a_label_counts_as_word_does(style, number, words):
    assert label(style, number) == words


def test_a_style_that_is_none_of_ours_counts_plainly():
    assert number_style("§") == number_style(None) == "1."
    assert number_style("(i)") == "(i)"


def test_a_sequence_ends_with_its_level_its_style_or_a_start():
    counter = Counter()
    first = counter.next(1, "1.")
    deeper = counter.next(2, "(a)")
    assert counter.next(1, "1.") == (first[0], 2)
    assert counter.next(2, "(a)")[0] != deeper[0]
    assert counter.next(1, "(1)")[1] == 1
    assert counter.next(1, "(1)", 9)[1] == 9
    assert counter.next(1, "(1)", -3)[1] == 0
