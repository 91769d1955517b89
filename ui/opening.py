"""Opens the register behind the first paint, asks for a passphrase where it has one, and goes where the clerk left off.

Where it cannot be opened, a page in the window says why and offers the ways on.
"""

import sys
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, QTimer, Signal

from ui.not_opened import NotOpened
from ui.opening_place import Notice
from ui.operations import Operations
from ui.place import Where
from wibdesk import paths
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.app import Workbench
    from ui.locking.place import LockPlace
    from ui.opening_place import OpeningPlace

LOCKED = "locked"
LONG = 1_500
"""Milliseconds after which an empty window says what it waits for."""
SOON = 1.0
"""Seconds that unlocking waits for a disk that is still storing what was locked away."""
HELD = later(
    "The disk still refuses your last words, which are in the encrypted rescue file: put that right, then try again."
)


class Opening(QObject):
    """`opened` once the desk answers, `arrived` once a place is shown; after a lock that is the one that was shown."""

    opened = Signal()
    arrived = Signal()
    raised = Signal(object)

    def __init__(self, bench: "Workbench") -> None:
        super().__init__(bench)
        self.bench, self.context, self.window = bench, bench.context, bench.window
        self.not_opened = NotOpened(bench, again=self.begin)
        self.resume = ""
        self.asking: LockPlace | None = None
        self.slow = QTimer(self, singleShot=True, interval=LONG)
        self.slow.timeout.connect(self.say_slow)
        self.arrived.connect(self.slow.stop)

    def begin(self) -> None:
        """Open the register, or ask for its passphrase first."""
        # The store comes with it, and the first paint does not wait for that.
        from wibdesk.safety.locked_registers import needs_passphrase  # noqa: PLC0415

        if needs_passphrase(self.bench.start.register):
            self.ask_passphrase()
        else:
            self.open()

    def ask_passphrase(self) -> None:
        """Show the page that asks for it, and nothing of the register."""
        self.window.program = "WIBDesk"
        self.window.bar(LOCKED)
        page = self._lock_page()
        if page is not self.asking:  # made anew after each lock
            self.asking = page
            page.typed.connect(self._typed)
            page.leaving.connect(self.window.close)
            page.restore_wished.connect(lambda: self.not_opened.offer_backups(page.line.text()))
        page.ask()

    def open(self, secret: str | None = None) -> None:
        """Have the desk open the register on its own thread; the window goes on when it is there."""
        # SQLAlchemy comes with the desk, and the first paint does not wait for it.
        from wibdesk.desk import Desk  # noqa: PLC0415
        from wibdesk.safety.rescuing import rescue_folders  # noqa: PLC0415

        context, bench = self.context, self.bench
        register = bench.start.register
        self.not_opened.secret = secret or ""
        options: dict[str, Any] = {"rescue": rescue_folders(register), **bench.desk_options}
        reading = bench.start.reading is not None
        told = context.events.saved.emit
        context.desk = Desk(register, on_status=told, secret=secret, read_only=reading, **options)
        context.operations = Operations(
            desk=context.desk, events=context.events, tasks=context.tasks, messages=context.messages
        )
        context.tasks.then(context.desk.opened, self._opened, self._refused)
        self.slow.start()

    def _opened(self, _: object) -> None:
        from wibdesk.services import meetings  # noqa: PLC0415  (not before the first paint)

        self.bench.failure, self.not_opened.secret = None, ""
        self._serve()
        self._name_window()
        self.window.bar("")
        start, read, kept = self.bench.start, self.context.operations.read, self.context.settings.now
        last_place = self.resume or kept.last_place
        if start.meeting_ref is not None and not self.resume:
            read(meetings.find, start.meeting_ref, then=self._open_meeting, failed=self._refused)
        elif last_place == "room" and kept.last_meeting:
            # Another register, or a meeting taken away since: then there is nothing to go on with.
            read(meetings.meeting, kept.last_meeting, then=self._go_on, failed=self._look_for_bodies)
        else:
            self._look_for_bodies()
        self.opened.emit()

    def _serve(self) -> None:
        from wibdesk import cli  # noqa: PLC0415  (not before the first paint)

        if self.bench.start.reading is not None:
            return
        # Signals take what a command changed, and the wish to be seen, from its thread to the window's.
        handler = cli.handler(self.context.desk, changed=self.context.events.changed.emit)
        self.context.desk.serve(handler, self.raised.emit)

    def _name_window(self) -> None:
        start = self.bench.start
        if start.reading is not None:
            self.window.program = say("copy to read, WIBDesk")
        elif start.register == paths.demo_register():
            self.window.program = say("WIBDesk, demo register")
        else:
            self.window.program = "WIBDesk"

    def _look_for_bodies(self, _: BaseException | None = None) -> None:
        from wibdesk.services import bodies  # noqa: PLC0415  (not before the first paint)

        self.context.operations.read(bodies.bodies, then=self._first_place)

    def _first_place(self, bodies: Any) -> None:
        if self.resume not in ("", "room"):
            self._go_first(self.resume)
        else:
            self._go_first("meetings" if bodies else "first_start")

    def _go_on(self, meeting: Any) -> None:
        self._go_first("meetings" if meeting.details.stage == "closed" and not self.resume else "room")

    def _go_first(self, place_id: str) -> None:
        here = self.window.place
        if self.resume or here is None or here.place_id not in self.window.rail.entries:
            self.window.go(place_id)  # else the clerk has gone somewhere already, by its key
        self.resume = ""
        self._arrive()

    def _open_meeting(self, meeting: Any) -> None:
        item = named_item(meeting, self.bench.start.item)
        note = "end" if self.bench.start.item is not None else ""
        self.window.go("room", Where(meeting.body.id, meeting.id, item, note))
        self._arrive()

    def _arrive(self) -> None:
        self.bench.ready = True
        self.arrived.emit()

    def _typed(self, secret: str) -> None:
        page = self._lock_page()
        if not self.bench.locking.finish(SOON):
            page.hold(say(HELD))
            return
        page.busy()
        self.open(secret)

    def _refused(self, error: BaseException) -> None:
        # The store is there by now.
        from wibdesk.safety.refusals import Refusal, refusal_of  # noqa: PLC0415

        self.let_go()
        if refusal_of(error) is Refusal.LOCKED and not self.bench.unattended:
            if self.window.barred == LOCKED:
                self._lock_page().refuse(str(error))
            else:
                self.ask_passphrase()
            return
        self.bench.failure = str(error)
        print(f"wibdesk: {error}", file=sys.stderr)
        if self.bench.unattended:
            self.window.close()
        else:
            self.not_opened.tell(error)

    def say_slow(self) -> None:
        """Say what the window waits for: an update of a large register takes some seconds, once."""
        if self.window.place is None:
            words = say(
                "After an update of WIBDesk a large register is brought up to date once, with a backup made before it. "
                "Nothing is lost while you wait."
            )
            self.window.go("opening")
            page = cast("OpeningPlace", self.window.places["opening"])
            page.show_notice(Notice(say("Opening your register"), words))

    def let_go(self) -> None:
        """Close a desk that never opened."""
        desk = self.context.desk
        if desk is not None and desk.opened.done() and desk.opened.exception() is not None:
            desk.close()
            self.context.desk = None  # type: ignore[assignment]  # until it is opened again

    def _lock_page(self) -> "LockPlace":
        return cast("LockPlace", self.window.places[LOCKED])


def named_item(meeting: Any, item: int | str | None) -> str | None:
    """Return the id of the item with this printed number, else at this position; None where there is none."""
    if item is None:
        return None
    by_number = next((i.id for i in meeting.items if i.number == str(item)), None)
    if by_number is None and str(item).isdigit() and 0 < int(item) <= len(meeting.items):
        return str(meeting.items[int(item) - 1].id)
    return by_number
