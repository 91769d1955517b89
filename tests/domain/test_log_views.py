"""Views of the action log as they are carried between places and kept."""

from datetime import date

import pytest

from wibdesk.domain.log_views import LogView, SavedView, unpacked

FULL = LogView(
    "overdue", "b1", "Rowe", date(2026, 10, 6), "heat map", "Police", "m1", date(2026, 9, 1), "Red", "owner", "ref",
    backwards=True, raised_from=date(2026, 6, 1), raised_before=date(2026, 8, 1),
)  # fmt: skip


@pytest.mark.parametrize("view", [LogView(), FULL])
def test_a_view_comes_back_from_its_note_as_it_was(view):
    mark, _, packed = view.note().partition(" ")
    assert (mark, unpacked(packed)) == ("actions", view)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "[]",
        "nonsense",
        '{"view": "other", "due_from": "31 Sep", "rag": 4, "backwards": "yes", "new": 1}',
        "[" * 100_000,
    ],
)
def test_what_cannot_be_read_is_passed_over(words):
    assert unpacked(words) == LogView()


def test_what_narrows_a_view_is_said_in_words():
    assert LogView(body_id="b1", view="all").narrowed() == []
    assert FULL.narrowed() == [
        "owner Rowe", "organisation Police", "raised at one meeting", "due from Tue 1 Sep 2026",
        "due before Tue 6 Oct 2026", "raised from Mon 1 Jun 2026, before Sat 1 Aug 2026", "RAG Red", "with “heat map”",
    ]  # fmt: skip


def test_a_kept_view_gets_an_id_once():
    kept = SavedView("Mine", FULL).with_id()
    assert kept.id
    assert kept.with_id() == kept


def test_when_actions_were_raised_is_said_with_either_end_left_open():
    assert LogView(raised_from=date(2026, 8, 1)).narrowed() == ["raised from Sat 1 Aug 2026"]
    assert LogView(raised_before=date(2026, 3, 1)).narrowed() == ["raised before Sun 1 Mar 2026"]
