"""Two writers at one item: nothing that either typed is overwritten, and typing is never held up."""

import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from wibdesk.changes import CONFLICTS, ENTRIES
from wibdesk.domain.entries import Action, Paragraph, Progress
from wibdesk.domain.history import letters
from wibdesk.domain.merging import Choice, Conflict
from wibdesk.errors import UserError
from wibdesk.services import actions, conflicts, history, minutes

LONG = os.environ.get("WIBDESK_LONG") == "1"
MANY = settings(
    max_examples=300 if LONG else 12,
    stateful_step_count=40 if LONG else 20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
ONE, TWO = Paragraph("One.", id="1"), Paragraph("Two.", id="2")
MINE, THEIRS = replace(ONE, text="Mine."), replace(ONE, text="Theirs.")


@pytest.fixture
def item(clerk):
    return clerk.item(clerk.meeting())


def save(clerk, item, entries, base, writer=""):
    return clerk.do(minutes.save_entries, item.id, tuple(entries), tuple(base), writer)


def stored(clerk, item):
    return clerk.ask(lambda uow: uow.entries.of_item(item.id))


def waiting(clerk, item, writer=""):
    return clerk.ask(conflicts.conflicts, item.id, writer)


def said(clerk, item):
    return [version.entries for version in clerk.ask(history.versions, item.id)]


@pytest.fixture
def clash(clerk, item):
    """Two writers changed the first entry; this one's words wait."""
    clerk.write(item, ONE, TWO)
    clerk.write(item, THEIRS, TWO)
    return save(clerk, item, (MINE, TWO), (ONE, TWO))


def test_what_each_changed_alone_goes_together(clerk, item):
    clerk.write(item, ONE, TWO)
    clerk.write(item, ONE, replace(TWO, text="Theirs."), Paragraph("New there."))
    saved = save(clerk, item, (MINE, TWO, here := Paragraph("New here.")), (ONE, TWO))
    assert [e.text for e in saved.entries] == ["Mine.", "Theirs.", "New there.", "New here."]
    assert (saved.conflicts, saved.base, stored(clerk, item)) == ((), saved.entries, saved.entries)
    assert here in saved.entries


def test_the_register_keeps_the_other_words_and_mine_wait(clerk, item, clash):
    found = Conflict("1", ONE, MINE, THEIRS)
    assert (clash.entries, clash.conflicts, clash.base) == ((THEIRS, TWO), (found,), (ONE, TWO))
    assert clerk.changes.touches(CONFLICTS)
    assert stored(clerk, item) == (THEIRS, TWO)
    clerk.restart()
    assert waiting(clerk, item) == (found,)
    assert waiting(clerk, item, "another") == ()


def test_typing_goes_on_while_words_wait(clerk, item, clash):
    further = replace(MINE, text="Mine. And more.")
    saved = save(clerk, item, (further, replace(TWO, text="Two, too.")), clash.base)
    assert stored(clerk, item) == (THEIRS, replace(TWO, text="Two, too."))
    assert waiting(clerk, item) == saved.conflicts == (Conflict("1", ONE, further, THEIRS),)
    clerk.write(item, replace(THEIRS, text="Theirs. And more."), *saved.entries[1:])
    assert waiting(clerk, item)[0].theirs.text == "Theirs. And more."


@pytest.mark.parametrize(
    ("choice", "texts"),
    [
        (Choice.MINE, ["Mine.", "Two."]),
        (Choice.THEIRS, ["Theirs.", "Two."]),
        (Choice.BOTH, ["Theirs.", "Mine.", "Two."]),
    ],
)
def test_the_clerk_settles_it_and_no_words_go(clerk, item, clash, choice, texts):
    settled = clerk.do(conflicts.settle_conflict, item.id, "1", choice, undo="Settled")
    assert clerk.changes.touches(CONFLICTS)
    assert clerk.changes.touches(ENTRIES)
    assert [e.text for e in settled] == texts
    assert (stored(clerk, item), waiting(clerk, item)) == (settled, ())
    assert said(clerk, item)[:2] == [(THEIRS, TWO), (MINE, TWO)]
    with pytest.raises(UserError, match="settled already"):
        clerk.do(conflicts.settle_conflict, item.id, "1", choice)
    clerk.undo()
    assert (stored(clerk, item), waiting(clerk, item)) == ((THEIRS, TWO), clash.conflicts)


def test_both_actions_stay_with_a_reference_each(clerk, item):
    (one,) = clerk.write(item, Action("One"))
    clerk.write(item, replace(one, text="Theirs"))
    save(clerk, item, [replace(one, text="Mine")], [one])
    both = clerk.do(conflicts.settle_conflict, item.id, one.id, Choice.BOTH)
    assert [(a.text, a.ref) for a in both] == [("Theirs", "7.1"), ("Mine", "7.2")]


def test_what_was_taken_away_there_and_changed_here_stays_and_is_told(clerk, item):
    clerk.write(item, ONE, TWO)
    clerk.write(item, TWO)
    saved = save(clerk, item, (MINE, TWO), (ONE, TWO))
    assert (saved.entries, saved.conflicts) == ((MINE, TWO), (Conflict("1", ONE, MINE, None),))
    further = replace(MINE, text="Mine. And more.")
    again = save(clerk, item, (further, TWO), saved.base)
    assert (again.entries, again.conflicts) == ((further, TWO), ())
    assert [c.entry_id for c in waiting(clerk, item)] == ["1"]
    assert clerk.do(conflicts.settle_conflict, item.id, "1", Choice.BOTH) == (further, TWO)


@pytest.mark.parametrize(("choice", "left"), [(Choice.THEIRS, (TWO,)), (Choice.MINE, (MINE, TWO))])
def test_a_removal_there_is_settled_either_way(clerk, item, choice, left):
    clerk.write(item, ONE, TWO)
    clerk.write(item, TWO)
    save(clerk, item, (MINE, TWO), (ONE, TWO))
    assert clerk.do(conflicts.settle_conflict, item.id, "1", choice) == left
    assert (MINE, TWO) in said(clerk, item)


def test_an_entry_that_this_writer_then_removes_as_well_waits_no_more(clerk, item):
    clerk.write(item, ONE, TWO)
    clerk.write(item, TWO)
    saved = save(clerk, item, (MINE, TWO), (ONE, TWO))
    save(clerk, item, (TWO,), saved.base)
    assert (stored(clerk, item), waiting(clerk, item)) == ((TWO,), ())


@pytest.mark.parametrize(
    ("choice", "left"), [(Choice.THEIRS, (THEIRS, TWO)), (Choice.BOTH, (THEIRS, TWO)), (Choice.MINE, (TWO,))]
)
def test_what_was_taken_away_here_and_changed_there_stays_and_is_told(clerk, item, choice, left):
    clerk.write(item, ONE, TWO)
    clerk.write(item, THEIRS, TWO)
    saved = save(clerk, item, (TWO,), (ONE, TWO))
    assert (saved.entries, saved.conflicts) == ((THEIRS, TWO), (Conflict("1", ONE, None, THEIRS),))
    assert save(clerk, item, (TWO,), saved.base).conflicts == saved.conflicts
    assert clerk.do(conflicts.settle_conflict, item.id, "1", choice) == left
    assert said(clerk, item)[0] == (THEIRS, TWO)


def test_who_takes_the_other_words_has_settled_it_and_the_own_are_kept(clerk, item, clash):
    save(clerk, item, (THEIRS, TWO), clash.base)
    assert (stored(clerk, item), waiting(clerk, item)) == ((THEIRS, TWO), ())
    assert said(clerk, item)[0] == (MINE, TWO)


def test_words_that_wait_are_kept_when_they_shrink(clerk, item, clash):
    long = replace(MINE, text="Mine, and at such length that it would be a pity.")
    save(clerk, item, (long, TWO), clash.base)
    save(clerk, item, (replace(MINE, text="M"), TWO), clash.base)
    assert said(clerk, item)[0] == (long, TWO)


def test_two_writers_words_wait_side_by_side(clerk, item):
    clerk.write(item, ONE)
    clerk.write(item, THEIRS)
    for writer in ("a", "b"):
        save(clerk, item, [replace(ONE, text=writer)], [ONE], writer)
    assert [[c.mine.text for c in waiting(clerk, item, w)] for w in ("a", "b")] == [["a"], ["b"]]
    clerk.do(conflicts.settle_conflict, item.id, "1", Choice.MINE, "a")
    assert waiting(clerk, item, "b")[0].theirs.text == "a"


def test_progress_in_the_log_goes_into_minutes_that_are_being_typed(clerk, item):
    (one,) = clerk.write(item, Action("One", ("Ann",)))
    clerk.do(actions.set_progress, one.id, Progress.DONE, "Sent", at=clerk.desk.now())
    saved = save(clerk, item, [replace(one, text="One, soon")], [one])
    assert (saved.entries, saved.conflicts) == ((replace(one, text="One, soon", status=Progress.DONE),), ())


class TwoWriters(RuleBasedStateMachine):
    """Two writers at one item who save, look and settle in any order."""

    clerk = meeting = None

    def __init__(self) -> None:
        super().__init__()
        self.item = self.clerk.item(self.meeting)
        self.sheet = {"a": (), "b": ()}
        self.base = {"a": (), "b": ()}
        self.typed: set[str] = set()

    def word(self) -> str:
        """A word that nobody typed before, long enough to be missed."""
        self.typed.add(word := chr(0x4E00 + len(self.typed)) * 41)
        return word

    @rule(writer=st.sampled_from("ab"), place=st.integers(0, 9), how=st.sampled_from(["more", "other", "new", "gone"]))
    def type(self, writer, place, how):
        """Type into, over or beside an entry, or take one away; a quarter of a second later it is saved."""
        sheet = list(self.sheet[writer])
        place = min(place, len(sheet) - 1)
        if how == "new" or not sheet:
            sheet.insert(place + 1, Paragraph(self.word()))
        elif how == "gone":
            del sheet[place]
        else:
            before = sheet[place].text if how == "more" else ""
            sheet[place] = replace(sheet[place], text=before + self.word())
        self.sheet[writer] = tuple(sheet)
        saved = save(self.clerk, self.item, sheet, self.base[writer], writer)
        self.base[writer] = saved.base
        self.show(writer, saved.entries, saved.conflicts)

    @rule(writer=st.sampled_from("ab"), choice=st.sampled_from(Choice), time=st.integers(-90, 90))
    def settle(self, writer, choice, time):
        """Settle what waits, at any time of a clock that may step back."""
        self.clerk.time = self.clerk.time.replace(minute=30 + time // 9)
        for found in waiting(self.clerk, self.item, writer):
            settled = self.clerk.do(conflicts.settle_conflict, self.item.id, found.entry_id, choice, writer)
            self.base[writer] = settled
            self.show(writer, settled, waiting(self.clerk, self.item, writer))

    def show(self, writer, entries, told):
        """A writer's sheet takes what the register has, but for the own words that wait."""
        own = {c.entry_id: c.mine for c in told}
        self.sheet[writer] = tuple(own.get(e.id) or e for e in entries if e.id not in own or own[e.id] is not None)

    @invariant()
    def nothing_typed_is_gone(self):
        """Every word stands in the register, in a version or among the words that wait."""
        held = [*stored(self.clerk, self.item), *(e for entries in said(self.clerk, self.item) for e in entries)]
        for writer in "ab":
            held += [c.mine for c in waiting(self.clerk, self.item, writer) if c.mine is not None]
        text = "\n".join(map(letters, held))
        assert [word for word in self.typed if word not in text] == []


def test_two_writers_in_any_order_lose_nothing(clerk):
    machine = type("Machine", (TwoWriters,), {"clerk": clerk, "meeting": clerk.meeting()})
    run_state_machine_as_test(machine, settings=MANY)
