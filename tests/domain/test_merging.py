"""What two writers made of the same entries or the same record goes together, or is told."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wibdesk.domain.entries import Action, Decision, Paragraph, Progress
from wibdesk.domain.merging import Conflict, merged, three_way
from wibdesk.domain.people import Person

ONE, TWO, NEW = Paragraph("One.", id="1"), Paragraph("Two.", id="2"), Paragraph("New.", id="n")
MINE, THEIRS = replace(ONE, text="Mine."), replace(ONE, text="Theirs.")
ACTION = Action("Do it", ("Ann",), id="a")


@pytest.mark.parametrize(
    ("mine", "theirs", "entries"),
    [
        ((MINE, TWO), (ONE, TWO), (MINE, TWO)),
        ((ONE, TWO), (THEIRS, TWO), (THEIRS, TWO)),
        ((MINE, TWO), (MINE, TWO), (MINE, TWO)),
        ((MINE, TWO), (ONE, replace(TWO, text="x")), (MINE, replace(TWO, text="x"))),
        ((MINE, TWO), (MINE, NEW, TWO), (MINE, NEW, TWO)),
        ((ONE, NEW, TWO), (THEIRS, TWO), (THEIRS, NEW, TWO)),
        ((MINE, TWO), (NEW, ONE, TWO), (NEW, MINE, TWO)),
        ((TWO, MINE), (ONE, TWO, NEW), (TWO, MINE, NEW)),
        ((MINE, TWO, NEW), (TWO, ONE), (TWO, MINE, NEW)),
        ((ONE, TWO), (TWO, ONE), (TWO, ONE)),
        ((TWO,), (ONE, TWO), (TWO,)),
        ((ONE, TWO), (TWO,), (TWO,)),
        ((MINE,), (ONE, TWO), (MINE,)),
        ((), (), ()),
        ((MINE, TWO), (replace(ONE, label="2.1"), TWO), (replace(MINE, label="2.1"), TWO)),
    ],
)
def test_what_only_one_changed_goes_together(mine, theirs, entries):
    result = merged((ONE, TWO), mine, theirs)
    assert (result.entries, result.conflicts) == (entries, ())
    assert result.base == entries


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "entries", "told", "next_base"),
    [
        ((ONE,), (MINE,), (THEIRS,), (THEIRS,), (ONE, MINE, THEIRS), (ONE,)),
        ((ONE,), (MINE,), (), (MINE,), (ONE, MINE, None), (MINE,)),
        ((ONE, TWO), (TWO,), (THEIRS, TWO), (THEIRS, TWO), (ONE, None, THEIRS), (ONE, TWO)),
        ((), (MINE,), (THEIRS,), (THEIRS,), (None, MINE, THEIRS), ()),
        (
            (ONE,),
            (Decision(("Mine.",), id="1"),),
            (THEIRS,),
            (THEIRS,),
            (ONE, Decision(("Mine.",), id="1"), THEIRS),
            (ONE,),
        ),
    ],
)
def test_what_both_changed_is_told_and_the_other_words_stay(base, mine, theirs, entries, told, next_base):
    result = merged(base, mine, theirs)
    assert result.entries == entries
    assert result.conflicts == (Conflict("1", *told),)
    assert result.conflicts[0].stored in entries
    assert result.base == next_base
    again = merged(result.base, mine, result.entries)
    assert again.entries == entries


def test_a_change_of_kind_is_one_change():
    decided = Decision(("One.",), id="1")
    assert merged((ONE, TWO), (decided, TWO), (ONE, NEW, TWO)).entries[0] == decided
    assert merged((ONE, TWO), (ONE, replace(TWO, text="x")), (decided, TWO)).entries[0] == decided


def test_progress_in_the_log_and_words_in_the_minutes_go_together():
    typed, done = replace(ACTION, text="Do it soon"), replace(ACTION, status=Progress.DONE)
    result = merged((ACTION, ONE), (typed, ONE), (done, ONE))
    assert result.entries == (replace(done, text="Do it soon"), ONE)
    assert not result.conflicts


def test_a_reference_given_meanwhile_is_no_change_of_another():
    given_ref, typed = replace(ACTION, ref="3.1"), replace(ACTION, text="Do it soon")
    result = merged((ACTION,), (typed,), (given_ref,))
    assert (result.entries, result.conflicts) == ((replace(typed, ref="3.1"),), ())


def test_records_take_each_field_from_whoever_changed_it():
    base = Person("b", "Ann", role="Clerk", email="a@x", id="p")
    mine, theirs = replace(base, role="Chair", email="m@x"), replace(base, name="Anna", email="t@x")
    assert three_way(base, mine, theirs) == (replace(base, name="Anna", role="Chair", email="t@x"), ("email",))
    assert three_way(base, mine, mine) == (mine, ())


ENTRIES = st.lists(
    st.builds(Paragraph, st.text("ab", max_size=2), id=st.sampled_from("12345")), unique_by=lambda e: e.id
)


@given(ENTRIES, ENTRIES, ENTRIES)
def test_no_words_that_either_typed_go_silently(base, mine, theirs):
    result = merged(base, mine, theirs)
    told = [e for c in result.conflicts for e in (c.mine, c.theirs)]
    for typed in (mine, theirs):
        for entry in typed:
            assert entry in base or entry in result.entries or entry in told
    ids = [e.id for e in result.entries]
    assert len(ids) == len(set(ids))


@given(ENTRIES, ENTRIES)
def test_a_writer_alone_is_never_held_up(base, mine):
    assert merged(base, mine, base).entries == tuple(mine)
    assert merged(base, base, mine).entries == tuple(mine)
