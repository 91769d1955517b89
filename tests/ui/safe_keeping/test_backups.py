"""The backups on screen: how it stands, what is in one, making, restoring, and where they go."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from tests.ui.safe_keeping.conftest import NOW
from ui.places.safe_keeping.backup_rows import Folders, advice, folders_for, standing
from ui.places.safe_keeping.moments import local_to, moment_words, size_words
from wibdesk.desk import Desk
from wibdesk.domain.backups import Reason
from wibdesk.safety.new_passphrases import new_key, put_in_force
from wibdesk.services import bodies

DISKS = (Path("/dev/shm"), Path("/var/tmp"))
"""Folders that lie on different disks on most Linux systems; those of the tests may lie on the first."""
PASSPHRASE = "four quiet invented words"


def test_a_register_without_a_backup_says_so_and_b_makes_the_first(clerk, board):
    clerk.open("backups")
    assert "No backup yet. Backups go beside the register, on the same disk." in clerk.screen()
    assert "Backups" in clerk.at_key()
    clerk.press("B")
    assert clerk.rows() == ["Today 09:00, Asked for | This computer | Checked | " + clerk.rows()[0].split(" | ")[-1]]
    assert "Newest backup: today 09:00, checked. 1 kept" in clerk.screen()
    assert "Backed up and checked" in clerk.said
    assert "Backups" in clerk.at_key()


def test_the_list_is_newest_first_and_the_chosen_one_is_told(clerk, board):
    clerk.make(Reason.OPENING, Reason.CLOSING)
    part = clerk.open("backups")
    clerk.settle()
    assert [row.split(" | ")[0] for row in clerk.rows()] == [
        "Today 10:00, On closing a meeting",
        "Today 09:30, On opening the desk",
    ]
    for words in ("0 words of minutes, 1 meeting", "Norbury Improvement Board, 1 meeting", "Tue 1 Sep 2026"):
        assert words in part.card.accessibleName()
    clerk.press("Down")
    assert "Today 09:30" in part.card.accessibleName()


def test_a_backup_that_can_no_longer_be_read_says_why(clerk, board):
    clerk.make(Reason.ASKED)
    clerk.keeper.backups.all()[0].path.write_bytes(b"nothing of a register")
    part = clerk.open("backups")
    clerk.settle()
    assert "is no register, or is damaged" in part.card.accessibleName()


def test_restoring_asks_first_and_esc_keeps_the_present(clerk, board):
    clerk.make(Reason.ASKED)
    clerk.open("backups")
    clerk.press("R")
    assert "Restore the backup of today 09:30?" in clerk.screen()
    assert "kept as a backup first" in clerk.screen()
    assert "Keep the present" in clerk.at_key()
    clerk.press("Esc")
    assert "Restore the backup of" not in clerk.screen()
    assert "Backups" in clerk.at_key()
    assert not clerk.work


def test_where_it_is_low_what_is_asked_has_room_for_every_word(clerk, board):
    clerk.make(Reason.ASKED)
    clerk.context.theme.switch(scale=2.0)
    clerk.window.resize(1024, 640)
    part = clerk.open("backups")
    clerk.press("R")
    for words in (part.asking.heading, part.asking.words):
        clerk.qtbot.waitUntil(lambda words=words: words.height() >= words.heightForWidth(words.width()))
    assert not part.page.bar.isVisible()
    clerk.press("Esc")
    assert part.page.bar.isVisible()


def test_what_is_handed_over_restores_the_backup(clerk, board):
    clerk.make(Reason.ASKED)
    clerk.do(bodies.add_body, "Marlbridge Council")
    clerk.open("backups")
    clerk.press("R", "Tab", "Return")
    (work,) = clerk.work
    assert (work.words, work.done) == (
        "Restoring the backup of today 09:30",
        "The register is as it was today 09:30",
    )
    register = clerk.desk.register
    clerk.keeper.close()
    clerk.desk.close()
    work.run()
    desk = Desk(register)
    assert [body.name for body in desk.read(bodies.bodies).result(30)] == ["Norbury Improvement Board"]
    desk.close()


def test_a_backup_is_opened_to_read(clerk, board):
    clerk.make(Reason.ASKED)
    clerk.open("backups")
    clerk.press("O")
    assert clerk.read_copies == [clerk.keeper.backups.all()[0].path]


def test_where_it_is_narrow_what_is_in_a_backup_takes_the_page_and_its_letters_work(clerk, board):
    clerk.window.resize(1024, 640)
    clerk.make(Reason.ASKED)
    part = clerk.open("backups")
    assert not part.card.isVisible()
    clerk.press("Return")
    assert part.card.isVisible()
    assert not part.table.isVisible()
    assert "Restore this backup" in clerk.at_key()
    clerk.press("Esc")
    assert part.table.isVisible()
    clerk.press("Return", "O")
    assert len(clerk.read_copies) == 1


def test_beside_the_list_enter_goes_to_the_buttons_and_esc_back(clerk, board):
    clerk.make(Reason.ASKED)
    clerk.open("backups")
    clerk.press("Return")
    assert "Restore this backup" in clerk.at_key()
    clerk.press("Esc")
    assert "Backups" in clerk.at_key()
    clerk.press("Esc")
    assert "Parts of safe keeping" in clerk.at_key()


def test_the_folder_of_choice_is_asked_for_used_and_remembered(clerk, board, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    part = clerk.open("backups")
    dialog = part.acts.ask_folder()
    assert dialog.isVisible()
    dialog.reject()
    part.acts.use_folder(str(stick))
    clerk.settle()
    assert clerk.context.settings.now.backup_folder == str(stick)
    assert len(list(stick.iterdir())) == 1
    assert "stick" in clerk.rows()[0]
    part.acts.use_own_folder()
    clerk.settle()
    assert clerk.context.settings.now.backup_folder == ""


def test_a_stick_that_is_gone_is_told_with_what_happens_meanwhile(clerk, board, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    part = clerk.open("backups")
    part.acts.use_folder(str(stick))
    clerk.settle()
    shutil.rmtree(stick)
    clerk.press("B")
    assert f"“{stick}” is not there. Put the stick in again or choose another folder" in clerk.screen()
    assert len([told for told in clerk.troubles if "not where you want it" in told]) == 1
    clerk.pass_time(minutes=5)
    clerk.press("B")
    assert len([told for told in clerk.troubles if "not where you want it" in told]) == 1
    assert len(clerk.rows()) == 2


def test_a_folder_on_another_disk_is_told_by_the_name_of_the_disk(tmp_path):
    others = [disk for disk in DISKS if disk.is_dir() and disk.stat().st_dev != tmp_path.stat().st_dev]
    if not others:
        pytest.skip("there is no second disk to be found here")
    there = folders_for(tmp_path / "backups", others[0])
    assert there.apart
    assert there.volume
    assert there.words == f"on {there.volume}"


def test_how_it_stands_is_one_line_for_each_kind_of_folder(tmp_path, clerk, board):
    clerk.make(Reason.ASKED)
    held = clerk.keeper.backups.all()
    own, stick = tmp_path / "desk" / "backups", tmp_path / "stick"
    assert standing((), Folders(own, stick), NOW) == f"No backup yet. Backups go in “{stick}”."
    apart = Folders(own, stick, "KINGSTON", apart=True)
    assert standing(held, apart, clerk.clock.at) == "Newest backup: today 09:30, checked. 1 kept, on KINGSTON."
    assert advice(held, apart) == ""
    gone = Folders(own, stick, missing=True)
    assert f"beside the register until “{stick}” is back" in standing(held, gone, clerk.clock.at)
    assert "same disk" in advice(held, Folders(own))


def test_the_folder_is_shown_in_the_systems_own_window(clerk, board):
    class System(QObject):
        def __init__(self):
            super().__init__()
            self.shown = []

        @Slot(QUrl)
        def take(self, url):
            self.shown.append(Path(url.toLocalFile()))

    system = System()
    clerk.make(Reason.ASKED)
    clerk.open("backups")
    QDesktopServices.setUrlHandler("file", system, "take")
    try:
        clerk.press("S")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert system.shown == [clerk.keeper.backups.own]


def test_a_backup_can_be_stopped_and_says_so(clerk, board):
    clerk.open("backups")
    clerk.keeper.moved.connect(clerk.keeper.stop, Qt.ConnectionType.DirectConnection)
    clerk.press("B")
    assert any("stopped" in told for told in clerk.troubles)
    assert clerk.keeper.backups.all() == ()
    assert not clerk.part.progress.isVisible()


def test_an_encrypted_backup_asks_for_its_passphrase_and_tells_of_a_wrong_one(make_clerk):
    clerk = make_clerk(secret=PASSPHRASE)
    clerk.make(Reason.ASKED)
    clerk.open("backups")
    clerk.press("R")
    assert "Passphrase or recovery key of that time" in clerk.at_key()
    clerk.press("Return")
    assert "Type it here first." in clerk.screen()
    clerk.type("not the right words at all")
    clerk.press("Return")
    assert "either the passphrase is another one, or it is damaged" in clerk.screen()
    assert not clerk.work
    clerk.type(PASSPHRASE)
    clerk.press("Return")
    (work,) = clerk.work
    assert work.before == work.after == PASSPHRASE
    assert PASSPHRASE not in repr(work)
    assert not clerk.part.asking.is_open()


def test_a_plain_backup_of_an_encrypted_register_says_that_it_is_plain(make_clerk):
    clerk = make_clerk()
    clerk.make(Reason.ASKED)
    clerk.go_home()
    clerk.desk.close()
    put_in_force(clerk.desk.register, new_key(PASSPHRASE))
    clerk = make_clerk(secret=PASSPHRASE)
    clerk.open("backups")
    clerk.press("R")
    assert "the register is not encrypted then either" in clerk.screen()
    clerk.press("Tab", "Return")
    (work,) = clerk.work
    assert work.before is work.after is None


def test_moments_and_sizes_are_said_as_the_clerk_says_them():
    assert [moment_words(NOW - timedelta(hours=h), NOW) for h in (0, 20, 40)] == [
        "today 09:00",
        "yesterday 13:00",
        "Sun 30 Aug 2026 17:00",
    ]
    naive = NOW.astimezone().replace(tzinfo=None)
    assert local_to(NOW, naive) == naive
    assert [size_words(size) for size in (10, 2048, 3 * 1024**2, 5 * 1024**3)] == ["1 KB", "2 KB", "3.0 MB", "5.0 GB"]
