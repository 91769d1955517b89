"""A register that opens though pages of it are damaged: every message leads to what helps."""

import pytest

from tests.damage import spoil_first_page_of
from tests.ui.benches import WAIT, Opened, in_the_room, register_with_backup
from wibdesk.services import meetings


@pytest.fixture
def register(qapp, tmp_path):
    """A register with a meeting and one backup of it."""
    path = tmp_path / "register.wibdesk"
    register_with_backup(path)
    yield path
    qapp.setStyleSheet("")


def at_the_check(register):
    """Open the register, its table of meetings damaged, and follow the banner."""
    spoil_first_page_of("meeting", register)
    opened = Opened(register.parent).ready()
    opened.see("Part of the register cannot be read")
    opened.press("Alt+K")
    opened.see("1 thing needs a look")
    opened.gone("leave the desk open")
    opened.see("Open what can be read…")
    return opened


def test_the_banner_leads_to_the_check_and_the_check_to_a_backup_that_is_restored(register):
    opened = at_the_check(register)
    opened.press("B")
    opened.see("Asked for")
    opened.press("R")
    opened.see("Restore the backup of")
    opened.press("Tab", "Return")
    opened.see("The register is as it was")
    assert opened.context.desk.read(meetings.find, "M1").result(WAIT)
    assert list(register.parent.glob("*.aside-*"))
    opened.close()


def test_what_can_be_read_is_saved_into_a_new_register_that_the_window_opens(register):
    opened = at_the_check(register)
    opened.press("O")
    opened.see("This one and its backups stay as they are")
    opened.press("Esc", "O", "Tab", "Return")
    opened.until(lambda: opened.bench.next_start is not None, "what can be read is saved")
    start = opened.bench.next_start
    opened.close()
    assert start.register.name == "register recovered 1.wibdesk"
    again = Opened(register.parent, start).ready()
    again.see("This is what could be read of the damaged register.")
    again.close()


def test_where_nothing_is_damaged_the_ways_on_are_not_offered(register):
    opened = Opened(register.parent).ready()
    opened.window.go("safe_keeping")
    opened.press("Alt+3", "C")
    opened.see("Sound, checked")
    opened.press("O", "B")
    assert "Restore a backup…" not in opened.screen()
    assert "Open what can be read" not in opened.screen()
    opened.at("Check this register")
    opened.close()


def test_words_that_damage_keeps_from_the_register_are_in_a_rescue_file_and_the_banner_says_so(
    register,
):
    put_right = spoil_first_page_of("sqlite_autoindex_entry_1", register)
    opened = in_the_room(Opened(register.parent))
    opened.type("These words meet the damaged page.")
    opened.see("your words are in a rescue file. Close WIBDesk and start it again")
    opened.see("Close WIBDesk")
    assert "Try again now" not in opened.screen()
    assert opened.context.desk.status.safe
    put_right()
    opened.context.desk.retry()
    opened.gone("rescue file")
    opened.until(lambda: not opened.context.desk.status.pending, "the words are in the register")
    opened.close()
