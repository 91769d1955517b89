"""Setting, changing and removing the passphrase: keys are derived on a worker, the register rewritten while closed."""

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.closed_work import ClosedWork
from ui.commands import Command
from ui.places.safe_keeping.asking import Ask
from ui.safe_parts import PASSPHRASE
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.places.safe_keeping.passphrase_part import PassphrasePart
    from wibdesk.desk import Desk
    from wibdesk.safety.new_passphrases import NewKey

AT = later("passphrase")
SECRET = later("Passphrase or recovery key")  # the caption of a field
WRONG = later("That does not open this register: try again, or type the recovery key.")


class PassphraseActs(QObject):
    """Holds the passphrase that was typed until the register opens with it, or the step is left."""

    def __init__(self, part: "PassphrasePart") -> None:
        super().__init__(part)
        self.part, self.context = part, part.context
        self.old = self.typed = ""
        standing, form, recovery = part.standing, part.form, part.recovery
        standing.set_button.clicked.connect(self.begin)
        standing.change_button.clicked.connect(self.begin)
        standing.lock_button.clicked.connect(lambda: self.context.commands.run("lock"))
        standing.remove_button.clicked.connect(self.ask_remove)
        standing.times_picked.connect(lambda minutes: self.context.settings.change(lock_after=minutes))
        form.taken.connect(self.make_key)
        form.put_away.connect(self.put_away)
        recovery.put_away.connect(self.put_away)
        recovery.confirmed.connect(self.put_in_force)
        words = say("Set or change the passphrase")
        command = Command("passphrase", words, ("P",), AT, self.begin, "key-round", when=self.is_standing)
        self.context.commands.add(standing, command)

    def is_standing(self) -> bool:
        """Say whether a passphrase can be set: nothing is being set up, and this is no copy to read."""
        return self.part.step == "standing" and not self.context.desk.read_only

    def begin(self) -> None:
        """Ask for a passphrase: the first one, or another."""
        if self.is_standing():
            self.part.show_step("form")
            self.part.form.start(changing=self.context.desk.key is not None)

    def put_away(self) -> None:
        """Go back to how it stands; nothing was changed."""
        self.part.show_step("standing")
        self.part.enter()
        self.part.take_keyboard()

    def forget(self) -> None:
        """Forget the passphrases that were typed."""
        self.old = self.typed = ""

    def make_key(self, old: str, new: str) -> None:
        """Derive the key of a new passphrase, and show its recovery key."""
        self.old, self.typed = old, new
        self.context.tasks.run(_derived, self.context.desk, old, new, on_done=self._made)

    def put_in_force(self) -> None:
        """Have the register encrypted while the window has let go of it."""
        new, old, typed, register = self.part.recovery.new, self.old, self.typed, self.context.desk.register
        unwanted = Event()
        if new is None:
            return

        def run() -> None:
            # It brings the database with it, which the window does not wait for.
            from wibdesk.safety.new_passphrases import put_in_force  # noqa: PLC0415  (as said above)

            put_in_force(register, new, old or None, stopped=unwanted.is_set)

        words = say("Changing the passphrase") if old else say("Encrypting the register")
        done = say("The new passphrase is in force") if old else say("The register is encrypted")
        self.context.set_aside(ClosedWork(words, run, done, old or None, typed, PASSPHRASE, stop=unwanted.set))

    def ask_remove(self) -> None:
        """Ask before the encryption is removed."""
        words = say(
            "Whoever gets hold of this computer's disk or of the register's file can read it then. Backups made "
            "until now stay encrypted under the passphrase of their time. The window opens again by itself."
        )
        self.part.asking.ask(
            Ask(
                say("Remove the encryption of this register?"), words, say("Remove the encryption"), self._check_remove,
                safe=say("Keep it encrypted"), secret=say(SECRET),
            )
        )  # fmt: skip

    def _made(self, new: "NewKey | None") -> None:
        if self.part.step != "form":
            return
        if new is None:
            self.part.form.refuse_old()
            return
        self.part.form.forget()
        self.part.show_step("recovery")
        self.part.recovery.start(new)

    def _check_remove(self, typed: str) -> None:
        self.context.tasks.run(_opens, self.context.desk, typed, on_done=lambda right: self._remove(typed, right=right))

    def _remove(self, secret: str, *, right: bool) -> None:
        if not self.part.asking.is_open():
            return
        if not right:
            self.part.asking.set_trouble(say(WRONG))
            return
        self.part.asking.close_down()
        register, unwanted = self.context.desk.register, Event()

        def run() -> None:
            # It brings the database with it, which the window does not wait for.
            from wibdesk.safety.locked_registers import unlock_for_good  # noqa: PLC0415  (as said above)

            unlock_for_good(register, secret, stopped=unwanted.is_set)

        done = say("The register is no longer encrypted")
        words = say("Removing the encryption")
        self.context.set_aside(ClosedWork(words, run, done, secret, None, PASSPHRASE, stop=unwanted.set))


def _derived(desk: "Desk", old: str, new: str) -> "NewKey | None":
    """Return the key of a new passphrase; None where the old one is not that of the register."""
    # It brings the database with it, which the window does not wait for.
    from wibdesk.safety.new_passphrases import new_key, opens  # noqa: PLC0415  (as said above)

    return new_key(new) if desk.key is None or opens(desk, old) else None


def _opens(desk: "Desk", secret: str) -> bool:
    # It brings the database with it, which the window does not wait for.
    from wibdesk.safety.new_passphrases import opens  # noqa: PLC0415  (as said above)

    return opens(desk, secret)
