"""Inline marks: what reads as a mark, what stays plain, and that writing and reading agree."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wibdesk.domain.rich_text import Span, plain_text, to_markup, to_spans


def looks(spans):
    """Every visible character with its look: what must never be lost."""
    return [(c, s.bold, s.italic, s.underline, s.link) for s in spans for c in s.text if not c.isspace()]


@pytest.mark.parametrize(
    ("markup", "spans"),
    [
        ("", ()),
        ("plain", (Span("plain"),)),
        ("**Looked after**", (Span("Looked after", bold=True),)),
        ("a *b* c", (Span("a "), Span("b", italic=True), Span(" c"))),
        ("__under__ line", (Span("under", underline=True), Span(" line"))),
        ("**a *b***", (Span("a ", bold=True), Span("b", bold=True, italic=True))),
        ("*a***b**", (Span("a", italic=True), Span("b", bold=True))),
        ("see [the paper](https://x.org/a_b)", (Span("see "), Span("the paper", link="https://x.org/a_b"))),
        ("**[b](x:y)**", (Span("b", bold=True, link="x:y"),)),
        ("2 * 3 * 4", (Span("2 * 3 * 4"),)),
        ("a** b", (Span("a** b"),)),
        ("**never closed", (Span("**never closed"),)),
        ("snake_case", (Span("snake_case"),)),
        ("\\*plain\\*", (Span("*plain*"),)),
        ("C:\\minutes", (Span("C:\\minutes"),)),
        ("see [1] and (2)", (Span("see [1] and (2)"),)),
        ("[](x)", (Span("[](x)"),)),
        ("****", (Span("****"),)),
    ],
)
def test_marks_read_as_meant(markup, spans):
    assert to_spans(markup) == spans


def test_plain_text_gives_the_words_alone():
    assert plain_text("**Agreed:** see [the *paper*](https://x.org)") == "Agreed: see the paper"


def test_plain_words_need_no_backslash():
    for words in ("snake_case and C:\\minutes", "(a) first", "50 % of £3", "A_B", "ŵŷ – “quoted”"):
        assert to_markup([Span(words)]) == words


def test_an_address_with_brackets_survives():
    spans = (Span("map", link="https://x.org/a_(b)"),)
    assert to_spans(to_markup(spans)) == spans


pieces = st.builds(
    Span,
    st.text(alphabet="ab *_[]()\\x", min_size=1, max_size=6),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sampled_from([None, None, "https://x.org/(a_b)"]),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(pieces, max_size=5))
def test_writing_then_reading_keeps_every_letter_and_look(spans):
    once = to_spans(to_markup(spans))
    assert "".join(s.text for s in once) == "".join(s.text for s in spans)
    assert looks(once) == looks(spans)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab *_[]()\\x"))
def test_reading_is_total_and_settles_after_one_rewrite(markup):
    once = to_spans(markup)
    again = to_spans(to_markup(once))
    assert looks(again) == looks(once)
    assert to_spans(to_markup(again)) == again


def test_hostile_marks_cost_no_more_than_their_length():
    assert plain_text("[" * 50_000) == "[" * 50_000
    assert plain_text("[a](" * 5_000) == "[a](" * 5_000
