"""Jumping about: a finished item is typed in and left again, the caret where it was, or taken up again by a key."""

import pytest

from wibdesk.domain.agenda import ItemState


@pytest.fixture
def later(live, clock):
    """The first item is done, the third is taken, a sentence begun in it."""
    live.type("All were welcome.")
    clock.go_on(5)
    live.press("Ctrl+Down", "Ctrl+Down")
    live.type("The report was")
    clock.go_on(5)
    return live


def states(clerk):
    return [item.state for item in clerk.stored().items[:3]]


def test_one_key_goes_back_to_a_finished_item_and_one_comes_back_to_the_sentence(later):
    before = states(later)
    assert before[0] is ItemState.DONE
    later.press("Home", "Ctrl+G")
    later.type("1")
    later.press("Return", "Ctrl+End")
    later.type(" Tea was served.")
    later.press("Ctrl+Tab")
    later.type("Then ")
    assert later.texts(1) == ["All were welcome. Tea was served."]
    assert later.texts(3) == ["Then The report was"]
    assert states(later) == before


def test_a_finished_item_is_taken_up_again_by_a_key_and_the_other_too(later):
    later.press("Ctrl+Up", "Ctrl+Up", "Ctrl+Shift+Return")
    assert states(later)[0] is ItemState.NOW
    assert later.said[-1] == "Item 1 is taken up again"
    assert later.session.item_now.title == "Welcome and apologies"
    later.press("Ctrl+Tab", "Ctrl+Tab", "Ctrl+Down", "Ctrl+Down", "Ctrl+Shift+Return")
    assert states(later)[0] is ItemState.DONE
    assert states(later)[2] is ItemState.NOW


def test_an_item_is_taken_up_at_once_by_the_same_key(later):
    later.press("Ctrl+Down", "Ctrl+Shift+Return")
    assert later.stored().items[3].state is ItemState.NOW
    assert later.said[-1] == "Item 4 is taken up now"


def test_the_caret_is_in_sight_in_an_item_come_back_to_though_the_window_is_lower_now(live):
    live.type("One.")
    for _ in range(30):
        live.press("Return")
        live.type("Another line.")
    live.press("Ctrl+Down")
    live.window.resize(live.window.width(), 560)
    live.settle()
    live.press("Ctrl+Up")
    caret, page = live.editor.cursorRect(), live.editor.viewport().rect()
    assert live.texts(1)[-1] == "Another line."
    assert page.contains(caret)
