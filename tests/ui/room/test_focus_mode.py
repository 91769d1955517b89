"""Focus mode: the item, clock, quorum and how the disk stands; F11 and Esc leave it, and every key works in it."""

import pytest


def around(clerk):
    room, window = clerk.room, clerk.window
    parts = {
        "agenda": room.agenda, "side": room.side, "rail": window.rail, "keys": window.key_bar, "body": room.bar.where,
    }  # fmt: skip
    return {name for name, part in parts.items() if part.isVisible()}


ALL = {"agenda", "side", "rail", "keys", "body"}


def test_f11_leaves_the_item_the_clock_the_members_and_how_the_disk_stands(live):
    assert around(live) == ALL
    live.press("F11")
    assert around(live) == set()
    bar = live.room.bar
    assert all(fact.isVisible() for fact in (bar.live, bar.item, bar.members, bar.saved, bar.way_back))
    assert live.editor.hasFocus()
    live.press("F11")
    assert around(live) == ALL
    assert not live.room.bar.way_back.isVisible()


def test_esc_leaves_it_when_there_is_nothing_else_to_close(live):
    live.press("F11", "Ctrl+E")
    assert live.room.side.isVisible()
    live.press("Esc")
    assert around(live) == set()
    live.press("Ctrl+F")
    live.press("Esc")
    assert around(live) == set()
    live.press("Esc")
    assert around(live) == ALL


def test_esc_outside_focus_mode_goes_to_the_sentence_as_ever(live):
    live.press("Ctrl+E", "Esc", "Esc")
    assert live.editor.hasFocus()
    assert around(live) == ALL


def test_the_keys_of_the_room_work_in_it(live):
    live.press("F11", "Ctrl+Down")
    live.type(" Agreed.")
    live.press("Return")
    live.press("Ctrl+Shift+A")
    live.type("write to schools")
    assert live.session.item.title == "Minutes of the last meeting"
    assert live.texts(2)[-1] == "write to schools"
    live.press("Ctrl+G")
    assert live.room.agenda.isVisible()
    live.type("1")
    live.press("Return")
    assert live.session.item.title == "Welcome and apologies"
    assert around(live) == set()


def test_pages_and_versions_open_over_the_sheet_and_close_again(live):
    live.press("F11", "Ctrl+H")
    assert live.room.versions.isVisible()
    live.press("Esc")
    assert around(live) == set()
    live.press("F9")
    assert live.room.pages.isVisible()
    live.press("Esc")
    assert not live.room.pages.isVisible()


def test_folding_keys_change_nothing_that_is_remembered(live, settings):
    live.press("F11", "Ctrl+Shift+G", "Ctrl+Shift+E", "F11")
    assert around(live) == ALL
    assert settings.now.folded == {}


def test_trouble_is_told_in_it(live):
    live.press("F11")
    live.context.messages.trouble("The disk is full", "Your words are safe.", source="disk")
    assert live.window.voice.banners["disk"].isVisible()


def test_going_elsewhere_ends_it(live):
    live.press("F11", "Ctrl+1")
    assert live.at == "meetings"
    assert live.window.key_bar.isVisible()
    live.go("room")
    assert around(live) == ALL


def test_it_is_announced(live):
    live.press("F11", "F11")
    assert live.announced[-2:] == ["Focus mode, F11 or Escape leaves it", "All of the room again"]


def test_without_a_meeting_there_is_no_focus_mode(clerk):
    clerk.go("room")
    clerk.press("F11")
    assert clerk.window.key_bar.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_fact_fits_the_header_and_the_sheet_takes_the_window(live, theme, scale):
    theme.switch(scale=scale)
    live.press("F11")
    bar = live.room.bar
    shown = (bar.live, bar.members, bar.saved, bar.way_back)
    assert all(fact.isVisible() for fact in shown)
    live.qtbot.waitUntil(lambda: all(fact.width() >= fact.sizeHint().width() for fact in shown))
    assert bar.way_back.geometry().right() <= bar.width()
    assert live.room.sheet.width() == live.window.width()
