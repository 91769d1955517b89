"""The room in a small window with large text: nothing lies over anything else, and what is read is whole."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from ui import paint
from wibdesk.domain.entries import Action
from wibdesk.services import minutes

LONG = "report on how many families waited for a first visit longer than the standard allows, by ward and by school"


@pytest.fixture
def large(clerk, july, meeting):
    """The largest text in the smallest window."""
    clerk.window.resize(1024, 640)
    clerk.window.theme.switch(scale=2.0)
    clerk.enter(meeting)
    return clerk


def at(widget, window):
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def parts_of(panel):
    """What stands in a panel, one below the other."""
    return [w for w in panel.findChildren(QWidget) if w.isVisible() and w.parent() is panel]


def over_each_other(panel):
    places = [at(each, panel) for each in parts_of(panel)]
    return [(one, other) for n, one in enumerate(places) for other in places[n + 1 :] if one.intersects(other)]


def test_what_is_asked_beside_the_agenda_or_the_attendance_has_the_room_of_the_facts_below(large):
    agenda, side = large.room.agenda, large.room.side
    large.press("Ctrl+G")
    assert agenda.picker.isVisible()
    assert not agenda.end.isVisible()
    assert over_each_other(agenda.picker) == []
    large.press("Esc", "Ctrl+E")
    assert side.open.isVisible()
    large.press("N")
    assert side.attendance.picker.isVisible()
    assert not side.open.isVisible()
    assert over_each_other(side.attendance.picker) == []
    large.press("Esc")
    assert side.open.isVisible()


def test_an_action_carried_forward_is_told_in_whole_lines(clerk, july, meeting):
    first = july.items[0]
    clerk.do(minutes.save_entries, first.id, (Action(LONG, ("J Amari", "I Nolan", "K Rowe", "Helen Ferrer")),))
    clerk.enter(meeting)
    clerk.press("Ctrl+J")
    shown = clerk.room.side.carried.list
    clerk.qtbot.waitUntil(lambda: [row.text for row in shown.row_model.rows if row.text == LONG] == [LONG])
    (long,) = (n for n, row in enumerate(shown.row_model.rows) if row.text == LONG)
    lines = paint.balanced_lines(clerk.window.theme, LONG, shown.viewport().width() - 30, most=9)
    assert shown.sizeHintForIndex(shown.row_model.index(long)).height() >= 20 * len(lines) + 18
    clerk.window.theme.switch(scale=2.0)
    clerk.qtbot.waitUntil(lambda: not clerk.room.side.here.isVisible())


def test_the_facts_of_the_header_stand_close_when_a_banner_takes_height(large):
    header = large.room.header()
    large.press("F5")
    before = [at(fact, large.window).left() for fact in (header.live, header.members, header.saved)]
    large.window.context.messages.trouble("Not on the disk yet", "Your words are safe.", source="saving")
    large.settle()
    assert [at(fact, large.window).left() for fact in (header.live, header.members, header.saved)] == before
