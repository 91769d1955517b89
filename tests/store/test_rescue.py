"""What the disk does not take is kept in a second place within a second, and comes back exactly once."""

import contextlib
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from tests.registers import WAIT, Clerk
from tests.store.disks import StallingDriver, Watch, no_file_larger_than, small_disk
from wibdesk.domain.entries import Action, Paragraph
from wibdesk.errors import StoreError
from wibdesk.safety.rescuing import rescue_folders, verb_named
from wibdesk.services import agenda, bodies, checking, house_styles, meetings, minutes
from wibdesk.store.database import Database
from wibdesk.store.jobs import Job
from wibdesk.store.rescue.keeping import Keeper, Owner
from wibdesk.store.rescue.rescue_file import ENDING, RescueFile
from wibdesk.store.session import Session
from wibdesk.store.tables import register

ROOT = Path(__file__).parents[2]
CANARY = "Marigold told the panel"


class Case:
    """A register in one folder, and a second place for what its disk does not take."""

    def __init__(self, folder):
        self.register, self.second = folder / "disk" / "register.wibdesk", folder / "second"
        self.register.parent.mkdir(exist_ok=True)

    def clerk(self, **more):
        return Clerk(self.register, rescue=(self.second,), **more)

    def files(self):
        return sorted(self.second.glob(f"*{ENDING}")) if self.second.exists() else []

    def left(self, *jobs, base=None, register=None):
        """Leave a rescue file behind as a desk that was killed leaves it."""
        clerk = Clerk(self.register)
        identity, token = clerk.ask(register_row)
        clerk.desk.close()
        owner = Owner(identity, register or self.register, None)
        keeper = Keeper([self.second], owner, verb_named)
        file = keeper.keep(token if base is None else base, jobs).file
        keeper.close()
        return file


def register_row(uow):
    (row,) = uow.rows.execute(register.select())
    return row["identity"], row["save_token"]


def write(verb, *args, undo=None, **kwargs):
    return Job("write", verb, args, kwargs, undo)


def names(clerk):
    return [body.name for body in clerk.ask(bodies.bodies)]


def texts(clerk, meeting):
    return [entry.text for _, entry in clerk.whole(meeting).entries()]


@pytest.fixture
def case(tmp_path):
    return Case(tmp_path)


def test_what_waits_for_a_stalled_disk_is_kept_in_a_second_place_until_it_is_stored(case):
    driver, watch = StallingDriver(), Watch()
    clerk = case.clerk(driver=driver, on_status=watch)
    meeting = clerk.meeting()
    assert not case.second.exists()
    driver.stall()
    waiting = clerk.desk.write(minutes.save_entries, meeting.items[0].id, (Paragraph("Typed"),))
    status = watch.wait_for(lambda s: s.rescued is not None)
    assert status.rescued.parent == case.second
    assert status.pending
    stalled = watch.wait_for(lambda s: s.stalled)
    assert (stalled.trouble, stalled.rescued, stalled.unrescued) == (None, status.rescued, None)
    assert (stalled.waiting, stalled.kept, stalled.safe) == (1, 1, True)
    assert clerk.desk.let_go()
    driver.flow()
    waiting.result(WAIT)
    saved = watch.wait_for(lambda s: not s.pending)
    assert (saved.rescued, saved.stalled) == (None, False)
    clerk.desk.close()
    assert case.files() == []
    assert list(case.second.iterdir()) == []


def killed_in_trouble(case, trouble):
    command = [sys.executable, "-m", "tests.store.rescued_child", str(case.register), str(case.second), trouble]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        said = child.stdout.readline().split()
        child.kill()
    return said


def brought_back(case, said):
    assert said[0] == "rescued"
    clerk = case.clerk()
    meeting = clerk.ask(meetings.meeting, said[1])
    (text,) = [entry.text for _, entry in meeting.entries()]
    assert text.startswith("Typed on and on. ")
    assert names(clerk) == ["Added meanwhile", "Norbury Board"]
    words, body = clerk.desk.recovered
    assert words.what == f"Minutes of item {meeting.items[0].number}, {meeting.items[0].title}"
    assert words.meeting == "Norbury Board"
    assert (words.meeting_id, words.item_id, words.put_back) == (meeting.id, meeting.items[0].id, True)
    # On a full disk the first words may have been stored after all, in the place that the journal left.
    assert 0 <= len(text.split()) - words.words <= len("Typed on and on.".split())
    assert words.letters > len(text) // 2
    assert words.text.strip() == text.strip()
    assert words.at is not None
    assert (body.what, body.words, body.put_back) == ("Body added", 2, True)
    assert clerk.ask(checking.check) == ()
    assert case.files() == []
    clerk.undo()
    assert names(clerk) == ["Norbury Board"]
    clerk.desk.close()
    clerk = case.clerk()
    assert clerk.desk.recovered == ()
    clerk.desk.close()


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_what_was_typed_before_a_stalled_desk_was_killed_comes_back_exactly_once(case):
    brought_back(case, killed_in_trouble(case, "stalled"))


def test_what_was_typed_before_a_desk_on_a_full_disk_was_killed_comes_back_exactly_once(tmp_path):
    with small_disk(tmp_path / "disk") as disk:
        case = Case(tmp_path)
        said = killed_in_trouble(case, "full")
        (disk / "ballast").unlink()
        brought_back(case, said)


def test_writes_that_came_through_before_the_end_are_not_done_again(case):
    first, second, third = (write(bodies.add_body, f"Body {n}") for n in (1, 2, 3))
    case.left(first, second, third)
    session = Session(Database(case.register))
    session.open()
    for job in (first, second):
        session.write(job.run, token=job.token, recording=False)
    session.close()
    clerk = case.clerk()
    assert names(clerk) == ["Body 1", "Body 2", "Body 3"]
    assert [each.text for each in clerk.desk.recovered] == ["Body 3"]
    clerk.desk.close()


def test_words_for_a_register_that_was_changed_since_are_kept_for_the_clerk_and_overwrite_nothing(case):
    clerk = case.clerk()
    meeting = clerk.meeting()
    paragraph = Paragraph("Before")
    clerk.write(meeting.items[0], paragraph)
    clerk.desk.close()
    job = write(minutes.save_entries, meeting.items[0].id, (Paragraph("Before and after", id=paragraph.id),))
    file = case.left(job)
    elsewhere = Clerk(case.register)
    elsewhere.write(meeting.items[0], Paragraph("Later, by another desk", id=paragraph.id))
    elsewhere.desk.close()
    for _ in range(2):
        clerk = case.clerk()
        assert texts(clerk, meeting) == ["Later, by another desk"]
        (kept,) = clerk.desk.recovered
        assert (kept.put_back, kept.text, kept.file) == (False, "Before and after", file)
        assert "was changed since" in kept.why
        assert kept.item_id == meeting.items[0].id
        clerk.desk.close()
    clerk = case.clerk()
    clerk.desk.forget_recovered()
    clerk.desk.close()
    assert case.files() == []


def test_a_write_that_is_refused_now_is_kept_as_words(case):
    clerk = case.clerk()
    meeting = clerk.meeting()
    item = meeting.items[0]
    clerk.desk.close()
    case.left(
        write(agenda.remove_item, item.id),
        write(minutes.save_entries, item.id, (Paragraph("Typed too late"),)),
        write(bodies.add_body, "Added"),
    )
    clerk = case.clerk()
    assert "Added" in names(clerk)
    removed, kept, added = clerk.desk.recovered
    assert (removed.what, removed.put_back) == ("Remove item", True)
    assert (kept.text, kept.put_back) == ("Typed too late", False)
    assert "no longer on the agenda" in kept.why
    assert added.put_back
    clerk.desk.close()
    clerk = case.clerk()
    (again,) = clerk.desk.recovered
    assert (again.what, again.text, again.why) == ("Minutes", kept.text, kept.why)
    clerk.desk.close()


def test_work_that_no_other_desk_could_do_is_kept_as_words(case):
    Clerk(case.register).desk.close()
    case.left(
        Job("write", lambda uow, words: None, ("Said by a part of the desk",)),
        write(bodies.add_body, object()),
        Job("undo"),
        write(bodies.add_body, "Added", wrong="of another time"),
    )
    clerk = case.clerk()
    said, unknown, undo, wrong = clerk.desk.recovered
    assert said.text == "Said by a part of the desk"
    assert "could not do this again" in said.why
    assert "could not do this again" in unknown.why
    assert (undo.what, undo.why) == ("Undo", "There is nothing to undo.")
    assert (wrong.text, wrong.put_back) == ("Added\nof another time", False)
    assert names(clerk) == []
    clerk.desk.close()


def test_undo_and_redo_that_waited_are_done_again_in_their_place(case):
    Clerk(case.register).desk.close()
    one, two = (write(bodies.add_body, name, undo=f"{name} added") for name in ("One", "Two"))
    case.left(one, two, Job("undo"), Job("undo"), Job("redo"))
    clerk = case.clerk()
    assert names(clerk) == ["One"]
    assert all(each.put_back for each in clerk.desk.recovered)
    assert clerk.redo() == "Two added"
    clerk.desk.close()


def test_the_rescue_file_of_a_register_is_not_taken_by_a_copy_of_it(case, tmp_path):
    Clerk(case.register).desk.close()
    file = case.left(write(bodies.add_body, "Of the register"))
    copy = tmp_path / "copy.wibdesk"
    shutil.copyfile(case.register, copy)
    clerk = Clerk(copy, rescue=(case.second,))
    assert (names(clerk), clerk.desk.recovered) == ([], ())
    clerk.desk.close()
    other = Clerk(tmp_path / "other.wibdesk", rescue=(case.second,))
    assert (names(other), other.desk.recovered) == ([], ())
    other.desk.close()
    assert case.files() == [file]
    case.register.rename(tmp_path / "moved.wibdesk")
    clerk = Clerk(tmp_path / "moved.wibdesk", rescue=(case.second,))
    assert names(clerk) == ["Of the register"]
    clerk.desk.close()


def test_a_rescue_file_that_another_desk_is_writing_is_left_alone(case):
    Clerk(case.register).desk.close()
    path = case.left(write(bodies.add_body, "Theirs"))
    theirs = RescueFile(path)
    theirs.refuse("nothing", "held")
    clerk = case.clerk()
    assert (names(clerk), clerk.desk.recovered) == ([], ())
    clerk.desk.close()
    theirs.close()
    clerk = case.clerk()
    assert names(clerk) == ["Theirs"]
    clerk.desk.close()


def test_a_damaged_rescue_file_is_told_and_kept_and_keeps_no_register_closed(case):
    Clerk(case.register).desk.close()
    whole = case.left(*(write(bodies.add_body, f"Body {n}") for n in range(20)))
    data, back = whole.read_bytes(), 0
    for size in (0, 1, 100, 4000, 4096, len(data) - 1, len(data) // 2):
        whole.write_bytes(data[:size])
        clerk = case.clerk()
        told = clerk.desk.recovered
        back += sum(each.put_back for each in told)
        assert len(names(clerk)) == back
        assert all("damaged" in each.why for each in told if not each.put_back)
        assert told or size < 100
        clerk.desk.close()
        assert case.files() == []
    assert list(case.second.glob("*.damaged"))


def test_bytes_that_are_no_rescue_file_are_told_and_kept(case):
    Clerk(case.register).desk.close()
    path = case.left(write(bodies.add_body, "Lost"))
    path.write_bytes(b"not a file of ours " * 500)
    clerk = case.clerk()
    (told,) = clerk.desk.recovered
    assert "is damaged and is kept as" in told.why
    clerk.desk.forget_recovered()
    clerk.desk.close()
    kept, journal = sorted(case.second.iterdir())
    assert journal.name == f"{kept.name}-journal"
    assert kept.read_bytes().startswith(b"not a file of ours")


def test_the_first_folder_that_takes_the_file_has_it(case, tmp_path):
    no_folder = tmp_path / "a file"
    no_folder.write_text("in the way")
    driver, watch = StallingDriver(), Watch()
    clerk = Clerk(case.register, rescue=(no_folder, case.second), driver=driver, on_status=watch)
    driver.stall()
    first = clerk.desk.write(bodies.add_body, "One")
    assert watch.wait_for(lambda s: s.rescued).rescued.parent == case.second
    driver.flow()
    first.result(WAIT)
    clerk.desk.close()


def test_a_second_place_that_goes_away_is_changed_for_another(case, tmp_path):
    third = tmp_path / "third"
    driver, watch = StallingDriver(), Watch()
    clerk = Clerk(case.register, rescue=(case.second, third), driver=driver, on_status=watch)
    driver.stall()
    first = clerk.desk.write(bodies.add_body, "One")
    watch.wait_for(lambda s: s.rescued)
    case.second.rename(tmp_path / "gone")
    case.second.write_text("in the way")
    second = clerk.desk.write(bodies.add_body, "Two")
    file = watch.wait_for(lambda s: s.rescued and s.rescued.parent == third).rescued
    assert file.exists()
    driver.flow()
    first.result(WAIT)
    second.result(WAIT)
    clerk.desk.close()
    assert list(third.iterdir()) == []


def test_of_two_files_of_one_desk_the_newer_counts(case, tmp_path):
    Clerk(case.register).desk.close()
    identity, token = (clerk := Clerk(case.register)).ask(register_row)
    clerk.desk.close()
    third = tmp_path / "third"
    keeper = Keeper([case.second, third], Owner(identity, case.register, None), verb_named)
    one, two = write(bodies.add_body, "One"), write(bodies.add_body, "Two")
    keeper.keep(token, [one])
    older = case.second.rename(tmp_path / "gone")
    case.second.write_text("in the way")
    keeper.keep(token, [one, two])
    keeper.close()
    case.second.unlink()
    older.rename(case.second)
    clerk = Clerk(case.register, rescue=(case.second, third))
    assert names(clerk) == ["One", "Two"]
    assert len(clerk.desk.recovered) == 2
    clerk.desk.close()
    assert case.files() == list(third.iterdir()) == []


def test_where_no_second_place_takes_the_words_the_status_says_so(case, tmp_path):
    no_folder = tmp_path / "a file"
    no_folder.write_text("in the way")
    driver, watch = StallingDriver(), Watch()
    clerk = Clerk(case.register, rescue=(no_folder,), driver=driver, on_status=watch)
    driver.stall()
    first = clerk.desk.write(bodies.add_body, "One")
    status = watch.wait_for(lambda s: s.unrescued)
    assert "in memory alone" in status.unrescued
    assert status.rescued is None
    driver.flow()
    first.result(WAIT)
    assert watch.wait_for(lambda s: not s.pending).unrescued is None
    clerk.desk.close()


def test_the_rescue_file_of_an_encrypted_register_is_encrypted_and_comes_back(case):
    secret = "four words are enough"
    driver, watch = StallingDriver(), Watch()
    clerk = case.clerk(secret=secret, driver=driver, on_status=watch)
    meeting = clerk.meeting()
    driver.stall()
    waiting = clerk.desk.write(minutes.save_entries, meeting.items[0].id, (Paragraph(CANARY), Action(CANARY)))
    watch.wait_for(lambda s: s.rescued)
    kept = {path: path.read_bytes() for path in case.second.iterdir()}
    assert len(kept) == 2
    for data in kept.values():
        assert CANARY.encode() not in data
        assert CANARY.encode("utf-16-le") not in data
    before = case.second.with_name("before")
    before.mkdir()
    for path, data in kept.items():
        (before / path.name).write_bytes(data)
    state = {path.name: path.read_bytes() for path in case.register.parent.iterdir()}
    driver.flow()
    waiting.result(WAIT)
    clerk.desk.close()
    for path in case.register.parent.iterdir():
        path.unlink()
    for name, data in state.items():
        (case.register.parent / name).write_bytes(data)
    clerk = Clerk(case.register, rescue=(before,), secret=secret)
    assert texts(clerk, meeting) == [CANARY, CANARY]
    assert clerk.desk.recovered[0].words == 2 * len(CANARY.split())
    clerk.desk.close()


def test_a_plain_rescue_file_is_overwritten_before_it_goes(case):
    Clerk(case.register).desk.close()
    path = case.left(write(bodies.add_body, CANARY))
    held = path.open("rb")
    clerk = case.clerk()
    assert names(clerk) == [CANARY]
    clerk.desk.close()
    assert set(held.read()) == {0}
    held.close()


def test_what_was_rescued_waits_on_while_the_register_does_not_take_it(case):
    clerk = case.clerk()
    meeting = clerk.meeting()
    clerk.desk.close()
    texts_typed = [Paragraph(f"{n} " + "word after word, " * 1000) for n in range(3)]
    file = case.left(*(write(minutes.save_entries, meeting.items[n].id, (texts_typed[n],)) for n in range(3)))
    with no_file_larger_than(8192), pytest.raises(StoreError, match="does not take what is written"):
        case.clerk()
    assert case.files() == [file]
    clerk = case.clerk()
    assert texts(clerk, meeting) == [each.text for each in texts_typed]
    assert len(clerk.desk.recovered) == 3
    clerk.desk.close()


def test_a_desk_without_a_second_place_says_that_saving_stalls(case):
    driver, watch = StallingDriver(), Watch()
    clerk = Clerk(case.register, driver=driver, on_status=watch)
    driver.stall()
    first = clerk.desk.write(bodies.add_body, "One")
    status = watch.wait_for(lambda s: s.stalled)
    assert (status.rescued, status.unrescued, status.trouble) == (None, None, None)
    driver.flow()
    first.result(WAIT)
    clerk.desk.close()


@pytest.mark.parametrize(
    "name", ["os:system", "wibdesk.services.bodies:_restyle_meetings", "wibdesk.services.nothing:at_all", "", ":"]
)
def test_only_verbs_of_the_services_are_found_by_their_names(name):
    assert verb_named(name) is None
    assert verb_named("wibdesk.services.bodies:add_body") is bodies.add_body
    assert verb_named("wibdesk.services.bodies:UserError") is None


def test_words_of_a_meeting_and_of_settings_are_counted_and_named(case):
    clerk = case.clerk()
    meeting = clerk.meeting()
    style = {"label": "Sutton style", "about": "For the board at Sutton."}
    clerk.desk.close()
    case.left(
        write(meetings.change_details, replace(meeting.details, venue="Town hall")),
        write(house_styles.keep_style, "sutton", style),
        write(agenda.change_item, replace(meeting.items[0], title="Welcome, all"), undo="“Welcome” changed"),
    )
    clerk = case.clerk()
    details, kept, item = clerk.desk.recovered
    assert (details.what, details.meeting_id, details.text) == ("Change details", meeting.id, "Town hall")
    assert details.meeting == "Norbury Board, 1 September 2026"
    assert kept.text == "sutton\nSutton style\nFor the board at Sutton."
    assert (item.what, item.item_id) == ("“Welcome” changed", meeting.items[0].id)
    assert clerk.whole(meeting).details.venue == "Town hall"
    clerk.desk.close()


def test_of_files_of_two_desks_the_one_that_fits_goes_in_and_the_other_is_kept_as_words(case):
    Clerk(case.register).desk.close()
    case.left(write(bodies.add_body, "Of another time"), base="long ago")
    case.left(write(bodies.add_body, "Of now"))
    clerk = case.clerk()
    assert names(clerk) == ["Of now"]
    back, kept = clerk.desk.recovered
    assert (back.text, back.put_back) == ("Of now", True)
    assert (kept.text, kept.put_back) == ("Of another time", False)
    clerk.desk.close()


def test_while_the_register_refuses_one_file_the_others_wait_too(case):
    clerk = case.clerk()
    meeting = clerk.meeting()
    clerk.desk.close()
    case.left(write(minutes.save_entries, meeting.items[0].id, (Paragraph("word after word, " * 1000),)))
    case.left(write(bodies.add_body, "Of another time"), base="long ago")
    with no_file_larger_than(8192), pytest.raises(StoreError, match="does not take what is written"):
        case.clerk()
    clerk = case.clerk()
    assert [each.put_back for each in clerk.desk.recovered] == [True, False]
    clerk.desk.close()


def test_a_file_of_another_program_under_the_name_of_a_rescue_file_is_kept(case):
    Clerk(case.register).desk.close()
    path = case.left(write(bodies.add_body, "Lost"))
    path.unlink()
    with contextlib.closing(dbapi2.connect(str(path))) as theirs:
        theirs.execute("CREATE TABLE theirs (words TEXT)")
    clerk = case.clerk()
    (told,) = clerk.desk.recovered
    assert "is damaged and is kept as" in told.why
    clerk.desk.close()


def test_folders_for_rescue_files_on_other_disks_than_the_register_come_first(tmp_path):
    with small_disk(tmp_path / "disk") as disk:
        found = {home: rescue_folders(home / "register.wibdesk") for home in (tmp_path, disk)}
        for home, folders in found.items():
            assert len(set(folders)) == len(folders) == 3
            here = [os.stat(home).st_dev == os.stat(existing(folder)).st_dev for folder in folders]
            assert here == sorted(here)
        assert set(found[tmp_path]) == set(found[disk])


def existing(folder):
    return next(each for each in (folder, *folder.parents) if each.exists())
