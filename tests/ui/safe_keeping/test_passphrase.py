"""Encryption on screen: step by step to a passphrase, with the recovery key on paper before it is in force."""

from datetime import date
from threading import Event

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.keys import press, shown, type_words
from tests.registers import Clerk as Hands
from tests.ui.benches import PASSPHRASE, WAIT, Opened, register_with_meeting
from ui.app import Start
from ui.closed_work import ClosedWork
from ui.place import Where
from ui.places.safe_keeping.passphrase_form import PassphraseForm, strength
from ui.places.safe_keeping.recovery_page import CELL, HIGH, Groups
from ui.places.safe_keeping.recovery_print import page_picture, print_picture, save_page, set_pdf
from ui.widgets.secret_field import SecretField
from wibdesk.domain.backups import Reason
from wibdesk.errors import UserError
from wibdesk.safety.backups import Backups
from wibdesk.safety.locked_registers import needs_passphrase
from wibdesk.safety.new_passphrases import new_key, put_in_force
from wibdesk.services import bodies

ANOTHER = "rainy tuesday lorry cheese"


@pytest.fixture
def register(tmp_path):
    """A plain register that has one backup."""
    register = tmp_path / "register.wibdesk"
    register_with_meeting(register)
    hands = Hands(register)
    backups = Backups(hands.desk)
    backups.make(Reason.ASKED).result(WAIT)
    backups.close()
    hands.desk.close()
    return register


@pytest.fixture
def opened(qapp, register):
    """A whole desk on it, in the part for the passphrase."""
    opened = Opened(register.parent).ready()
    opened.window.go("safe_keeping", Where(note="passphrase"))
    yield opened
    opened.close()


@pytest.fixture
def encrypted(qapp, register):
    """The same, but the register was encrypted meanwhile; its backup was not."""
    put_in_force(register, new_key(PASSPHRASE))
    opened = Opened(register.parent)
    opened.see("This register is locked")
    opened.type(PASSPHRASE)
    opened.press("Return")
    opened.ready()
    opened.window.go("safe_keeping", Where(note="passphrase"))
    opened.see("This register is encrypted")
    yield opened
    opened.close()


def part(opened):
    return opened.window.places["safe_keeping"].parts["passphrase"]


def begin(opened, passphrase=PASSPHRASE):
    """Type the first passphrase twice, and go on to the recovery key."""
    opened.see("This register is not encrypted")
    opened.press("P")
    opened.at("Passphrase")
    opened.type(passphrase)
    opened.press("Return")
    opened.at("The same again")
    opened.type(passphrase)
    opened.press("Return")
    opened.see("Put it on paper")


def confirm(opened):
    """Type back the group that is asked for."""
    opened.press("I")
    opened.see("as on the paper")
    recovery = part(opened).recovery
    opened.type(recovery.new.groups[recovery.asked].lower())
    opened.press("Return")


def test_nothing_is_encrypted_before_a_group_of_the_key_was_typed_back(opened):
    register = opened.bench.start.register
    begin(opened)
    words = part(opened).recovery.new.words
    assert words.split("-")[0] in part(opened).recovery.groups.accessibleName().replace(" ", "")
    opened.press("I")
    assert "hidden" in part(opened).recovery.groups.accessibleName()
    opened.type("0000")
    opened.press("Return")
    opened.see("compare it with the paper and type it again")
    assert not needs_passphrase(register)
    part(opened).recovery.again_button.click()
    opened.at("Print it")
    confirm(opened)
    opened.see("This register is encrypted")
    assert needs_passphrase(register)
    assert PASSPHRASE not in opened.screen()
    assert opened.context.desk.read(bodies.bodies).result(WAIT)[0].name == "Norbury Board"
    assert "The register is encrypted" in opened.screen()
    opened.see("1 plain copy of this register can be read by anybody")
    hands = Hands(opened.bench.start.register, read_only=True, secret=words)
    assert len(hands.ask(bodies.bodies)) == 1
    hands.desk.close()


def test_esc_at_any_step_leaves_the_register_as_it_is_and_forgets_what_was_typed(opened):
    opened.see("This register is not encrypted")
    opened.press("P")
    opened.at("Passphrase")
    opened.type(PASSPHRASE)
    opened.press("Esc")
    opened.at("Set a passphrase")
    assert part(opened).form.new.text() == ""
    begin(opened)
    opened.press("Esc")
    opened.at("Set a passphrase")
    assert part(opened).recovery.new is None
    begin(opened)
    opened.window.go("meetings")
    assert part(opened).recovery.new is None
    assert part(opened).acts.typed == ""
    assert not needs_passphrase(opened.bench.start.register)


def test_plain_copies_are_encrypted_too(encrypted):
    encrypted.see("1 plain copy")
    backup = encrypted.context.backing_up.backups.all()[0].path
    part(encrypted).standing.encrypt_copies.click()
    encrypted.gone("1 plain copy")
    assert needs_passphrase(backup)
    assert encrypted.context.backing_up.backups.contents(encrypted.context.backing_up.backups.all()[0]).meetings == 1


def test_plain_copies_are_removed_only_after_a_question(encrypted):
    encrypted.see("1 plain copy")
    backup = encrypted.context.backing_up.backups.all()[0].path
    part(encrypted).standing.remove_copies.click()
    encrypted.see("Remove 1 plain copy for good?")
    encrypted.press("Esc")
    assert backup.exists()
    part(encrypted).standing.remove_copies.click()
    encrypted.press("Tab", "Return")
    encrypted.gone("1 plain copy")
    assert not backup.exists()


def test_the_passphrase_is_changed_with_the_one_in_force_and_a_wrong_one_is_told(encrypted):
    encrypted.press("P")
    encrypted.at("Passphrase now")
    encrypted.press("Return")
    encrypted.type(ANOTHER)
    encrypted.press("Return")
    encrypted.type(ANOTHER)
    encrypted.press("Return")
    encrypted.see("Type the passphrase that opens the register now.")
    encrypted.type("not the right words at all")
    encrypted.press("Return", "Return", "Return")
    encrypted.see("That does not open this register")
    encrypted.at("Passphrase now")
    encrypted.type(PASSPHRASE)
    encrypted.press("Return", "Return", "Return")
    encrypted.see("Put it on paper")
    confirm(encrypted)
    encrypted.see("The new passphrase is in force")
    hands = Hands(encrypted.bench.start.register, read_only=True, secret=ANOTHER)
    assert len(hands.ask(bodies.bodies)) == 1
    hands.desk.close()


def test_the_encryption_is_removed_with_the_passphrase_alone(encrypted):
    part(encrypted).standing.remove_button.click()
    encrypted.at("Passphrase or recovery key")
    encrypted.type("not the right words at all")
    encrypted.press("Return")
    encrypted.see("That does not open this register")
    encrypted.type(PASSPHRASE)
    encrypted.press("Return")
    encrypted.see("This register is not encrypted")
    assert not needs_passphrase(encrypted.bench.start.register)


def test_the_time_after_which_it_locks_is_chosen_and_it_locks_at_once_by_key(encrypted):
    part(encrypted).standing.times.segments[0].click()
    assert encrypted.context.settings.now.lock_after == 5
    part(encrypted).standing.lock_button.click()
    encrypted.see("This register is locked")


def test_work_that_fails_opens_the_register_again_as_it_was(opened):
    begin(opened)
    (opened.folder / "register.wibdesk.other-key").mkdir()
    confirm(opened)
    opened.see("register")
    opened.until(
        lambda: opened.window.place is not None and opened.window.place.place_id == "safe_keeping", "it is back"
    )
    opened.see("This register is not encrypted")
    assert not needs_passphrase(opened.bench.start.register)
    (opened.folder / "register.wibdesk.other-key").rmdir()


def test_long_work_on_the_closed_register_can_be_stopped_and_it_opens_again_as_it_was(opened):
    unwanted = Event()

    def run():
        assert unwanted.wait(WAIT)
        raise UserError("It was stopped, and the register is as it was.")

    ready = opened.bench.context.getting_ready
    ready.start()
    opened.bench.context.set_aside(ClosedWork("Encrypting the register", run, "", part="passphrase", stop=unwanted.set))
    assert not ready.begun
    assert not ready.clock.isActive()
    opened.see("The register stays as it was, and opens again.")
    press(opened.window, "1")
    opened.see("It was stopped, and the register is as it was")
    opened.see("This register is not encrypted")


def test_a_copy_to_read_is_never_rewritten(qapp, register):
    (copy,) = (register.parent / "backups").iterdir()
    opened = Opened(register.parent, Start(copy, reading=register)).ready()
    before = copy.read_bytes()
    opened.window.go("safe_keeping", Where(note="passphrase"))
    opened.see("This register is not encrypted")
    assert not part(opened).standing.set_button.isVisible()
    assert not opened.context.commands.run("passphrase")
    opened.context.set_aside(ClosedWork("Encrypting it", copy.unlink, "It is encrypted"))
    opened.see("This is a copy to read, so nothing in it can be changed")
    assert copy.read_bytes() == before
    opened.close()


def test_a_backup_is_restored_in_the_same_window(opened):
    opened.context.desk.write(bodies.add_body, "Marlbridge Council").result(WAIT)
    opened.press("Alt+1")
    opened.see("Asked for")
    opened.press("R")
    opened.see("Keep the present")
    opened.press("Tab", "Return")
    opened.see("The register is as it was")
    opened.see("Before a restore")
    assert [body.name for body in opened.context.desk.read(bodies.bodies).result(WAIT)] == ["Norbury Board"]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_the_recovery_key_goes_to_paper_to_a_file_and_to_the_clipboard(opened, tmp_path):
    begin(opened)
    paper, words = part(opened).paper, part(opened).recovery.new.words
    part(opened).recovery.copy_button.click()
    assert QApplication.clipboard().text() == words
    assert QApplication.clipboard().mimeData().hasFormat("x-kde-passwordManagerHint")
    opened.see("do not leave it there")
    dialog = paper.ask_file()
    assert dialog.isVisible()
    dialog.reject()
    paper.save_file(str(tmp_path / "key.pdf"))
    opened.see("Saved key.pdf. Move it off this computer")
    assert (tmp_path / "key.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "key.pdf").stat().st_mode & 0o077 == 0
    picture = page_picture((tmp_path / "key.pdf").read_bytes)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    paper.print_on(picture, printer)
    opened.see("Printed. Look whether every group can be read.")
    assert (tmp_path / "printed.pdf").stat().st_size > 10_000
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    paper.print_on(picture, printer)
    opened.see("The printer did not take it")
    QApplication.clipboard().clear()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_page_that_cannot_be_saved_says_why(tmp_path):
    pdf = set_pdf(["ABCD"] * 14, "register.wibdesk", date(2026, 9, 1))
    with pytest.raises(UserError, match="was not saved"):
        save_page(pdf, tmp_path / "gone" / "key.pdf")
    picture = page_picture(lambda: pdf)
    assert not picture.isNull()
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "gone" / "key.pdf"))
    assert not print_picture(picture, printer)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("  ", ""),
        ("rainy", "Too short so far."),
        ("aaaaaaaaaaaaaa", "same few letters"),
        ("umbrella-tree", "Long enough: 13 letters."),
        ("one two three four five six", "Strong: 6 words, 27 letters."),
    ],
)
def test_how_good_a_passphrase_is_is_said_in_words(typed, words):
    assert words in strength(typed)


def test_every_group_of_the_key_is_in_sight_however_narrow_the_page(qtbot, theme):
    page = shown(qtbot, Groups(theme))
    page.show_groups(tuple(f"AB{n:02}" for n in range(14)))
    for abreast, lines in ((4, 4), (3, 5), (1, 14)):
        page.resize(theme.px(CELL * abreast + 10), 10)
        assert page.height() == theme.px(HIGH) * lines


def test_a_passphrase_that_differs_the_second_time_is_told(qtbot, theme):
    form = shown(qtbot, PassphraseForm(theme))
    taken = []
    form.taken.connect(lambda old, new: taken.append((old, new)))
    form.start(changing=False)
    type_words(form, "rainy")
    press(form, "Tab")
    assert form.again.hasFocus()
    press(form, "Return")
    assert "too short" in form.new_field.note.text()
    assert form.new.hasFocus()
    type_words(form, PASSPHRASE)
    press(form, "Return")
    type_words(form, PASSPHRASE[:-1])
    press(form, "Return")
    assert "That is not the same" in form.again_field.note.text()
    type_words(form, PASSPHRASE)
    press(form, "Return")
    assert taken == [("", PASSPHRASE)]


def test_what_is_typed_shows_as_dots_until_the_clerk_wants_to_see_it(qtbot, theme):
    field = shown(qtbot, SecretField(theme))
    field.setFocus()
    type_words(field, "abc")
    assert field.echoMode() is QLineEdit.EchoMode.Password
    press(field, "Alt+S")
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    assert field.eye.accessibleName() == "Hide what is typed"
    press(field, "Alt+S")
    assert field.echoMode() is QLineEdit.EchoMode.Password
    press(field, "Alt+S")
    field.clear()
    assert field.echoMode() is QLineEdit.EchoMode.Password
    assert field.text() == ""
