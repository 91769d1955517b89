"""Typed words and records changed elsewhere come together without losing either."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ui.places.room.merging import merged
from wibdesk.domain.entries import Action, Paragraph, Progress

ONE, TWO, THREE = (Paragraph(words, id=words) for words in ("one", "two", "three"))


def test_what_was_typed_stays_where_nothing_changed_elsewhere():
    typed = (replace(ONE, text="one more"), TWO)
    assert merged((ONE, TWO), typed, (ONE, TWO)) == typed


def test_a_status_set_elsewhere_comes_in_beside_what_was_typed():
    action = Action("write", id="a")
    done = replace(action, status=Progress.DONE)
    typed = (replace(ONE, text="one more"), action)
    assert merged((ONE, action), typed, (ONE, done)) == (typed[0], done)


def test_typing_wins_over_a_change_of_the_same_entry():
    mine, theirs = replace(ONE, text="mine"), replace(ONE, text="theirs")
    assert merged((ONE,), (mine, TWO), (theirs,)) == (mine, TWO)


def test_an_entry_added_elsewhere_goes_after_the_one_it_follows():
    typed = replace(TWO, text="two more")
    assert merged((ONE, TWO), (ONE, typed), (ONE, THREE, TWO)) == (ONE, THREE, typed)


def test_an_entry_removed_elsewhere_goes_unless_it_was_typed_in():
    typed = replace(TWO, text="two more")
    assert merged((ONE, TWO), (ONE, typed), ()) == (typed,)


entries = st.lists(st.sampled_from((ONE, TWO, THREE)), unique=True)


@given(entries, entries, entries)
def test_no_typed_entry_is_ever_lost(base, mine, theirs):
    typed = [replace(e, text=f"{e.text} typed") for e in mine]
    found = merged(base, typed, theirs)
    assert [e for e in found if e in typed] == typed
    assert len({e.id for e in found}) == len(found)
