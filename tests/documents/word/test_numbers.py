"""Which heading numbers count in Word, and in which of its lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wibdesk.documents.word.numbers import MOST, Place, numbering


def counted(*headings: tuple[int, str | None]) -> list[str | None]:
    """Return what the headings show as Word counts them; None for those that it does not count."""
    made = numbering(headings)
    counts: dict[tuple[int, int], int] = {}
    begun: set[int] = set()
    out: list[str | None] = []
    for place in made.places:
        if place is None:
            out.append(None)
            continue
        run = made.runs[place.run]
        scheme = made.schemes[run.scheme]
        if place.run not in begun and run.start is not None and run.level == place.level:
            counts[run.scheme, place.level] = run.start - 1
        begun.add(place.run)
        first = scheme.starts.get(place.level, 1)
        counts[run.scheme, place.level] = counts.get((run.scheme, place.level), first - 1) + 1
        counts = {at: n for at, n in counts.items() if at[0] != run.scheme or at[1] <= place.level}
        said = scheme.levels[place.level]
        for level in range(1, place.level + 1):
            said = said.replace(f"%{level}", str(counts.get((run.scheme, level), "?")))
        out.append(said)
    return out


@pytest.mark.parametrize(
    "number",
    ["3.", "3", "77.", "35/20", "1/2026-27", "2.3", "(4)", "4)", "Item 5", "A3", "2026/14", "0.", "12.", "1.2.3"],
)
def test_a_figure_counts_with_what_is_fixed_around_it(number):
    assert counted((2, number)) == [number]


@pytest.mark.parametrize(
    "number",
    ["66/E", "4a", "10.30", "09.05", "9.30 am", "10:30", "iv", "A.", "007", "3 %1", "99999", "٣", "", " 3", "3\n"],
)
def test_what_is_no_plain_figure_stays_as_typed(number):
    assert counted((2, number)) == [None]


def test_numbers_that_follow_one_another_share_a_run():
    made = numbering([(2, "77."), (2, None), (2, "78."), (2, "79.")])
    assert made.places == (Place(0, 2), None, Place(0, 2), Place(0, 2))
    assert made.schemes[0].starts == {2: 77}


def test_a_jump_begins_a_new_run_in_the_same_scheme():
    made = numbering([(2, "1."), (2, "5."), (2, "6."), (2, "2.")])
    assert [place and place.run for place in made.places] == [0, 1, 1, 2]
    assert [(run.scheme, run.start) for run in made.runs] == [(0, None), (0, 5), (0, 2)]


def test_parts_below_a_number_follow_it():
    made = numbering([(2, "3."), (3, "3.1"), (3, "3.2"), (2, "4."), (3, "4.1")])
    assert {place.run for place in made.places if place} == {0}
    assert made.schemes[0].levels == {2: "%2.", 3: "%2.%3"}


def test_a_part_out_of_turn_counts_on_its_own():
    headings = [(2, "3."), (3, "3.1"), (3, "3.4"), (3, "3.5"), (3, "3.2"), (3, "2.1")]
    assert counted(*headings) == [number for _, number in headings]
    assert len(numbering(headings).schemes) == 3


def test_parts_of_another_look_count_on_their_own():
    headings = [(2, "3."), (3, "3.1"), (2, "4."), (3, "4.1)"), (3, "4.2)")]
    assert counted(*headings) == [number for _, number in headings]
    assert [scheme.levels for scheme in numbering(headings).schemes] == [{2: "%2.", 3: "%2.%3"}, {3: "4.%3)"}]


def test_a_clock_time_counts_only_where_it_follows_a_number():
    assert counted((2, "2.9"), (2, "2.10"), (2, "10.30"), (2, "10.45")) == ["2.9", "2.10", None, None]


def test_the_year_does_not_count_and_what_stands_beside_it_does():
    made = numbering([(2, "2026/14"), (2, "2026/15"), (2, "35/20"), (2, "36/20")])
    assert [scheme.levels for scheme in made.schemes] == [{2: "2026/%2"}, {2: "%2/20"}]


def test_a_nought_behind_a_figure_is_fixed():
    assert numbering([(2, "1.0"), (2, "2.0"), (2, "3.0")]).schemes[0].levels == {2: "%2.0"}


def test_a_new_heading_follows_the_first_that_counts_at_its_level():
    made = numbering([(1, None), (2, "66/E"), (2, "1."), (2, "7."), (3, "7.1")])
    assert made.first_places() == {2: Place(0, 2), 3: Place(1, 3)}


NUMBERS = st.one_of(
    st.none(),
    st.integers(0, MOST + 2).map(str),
    st.integers(1, 4).map(lambda n: f"{n}."),
    st.tuples(st.integers(1, 3), st.integers(1, 3)).map(lambda pair: f"{pair[0]}.{pair[1]}"),
    st.tuples(st.integers(1, 2), st.integers(1, 2), st.integers(1, 3)).map(lambda part: ".".join(map(str, part))),
    st.sampled_from(["1/20", "2/20", "3/20", "10.30", "10.31", "4a", "66/E", "(1)", "(2)", "A1", "A2", "%1."]),
)


@given(st.lists(st.tuples(st.integers(1, 3), NUMBERS), max_size=25))
def test_what_counts_is_printed_as_it_was(headings):
    assert all(said in (None, number) for said, (_, number) in zip(counted(*headings), headings, strict=True))
