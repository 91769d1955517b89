"""What works round the window without being seen: made once the window is painted, so that nobody waits for it."""

from typing import TYPE_CHECKING

from ui.backing_up import BackingUp
from ui.commands import Command
from ui.crash_reports import CrashReports
from ui.delivering import Delivering
from ui.early_keys import EarlyKeys
from ui.getting_ready import GettingReady
from ui.guide.guide import Guide
from ui.locking.locking import Locking
from ui.opening import Opening
from ui.receiving import Receiving
from ui.recent import Recent
from ui.registers import Registers
from ui.saving_trouble import SavingTrouble
from ui.setting_aside import SettingAside
from ui.start_notes import StartNotes
from wibdesk.language import later, say

if TYPE_CHECKING:
    from ui.app import Workbench


def furnish(bench: "Workbench") -> None:
    """Give a workbench what opens its register, keeps it safe and sends from it, and the commands of all that."""
    context, window = bench.context, bench.window
    bench.registers = Registers(bench.start.register, context, move=bench.move, here=lambda: window.place)
    bench.opening, bench.trouble = Opening(bench), SavingTrouble(context, window)
    bench.locking, bench.notes = Locking(bench), StartNotes(bench)
    bench.reports = CrashReports(context, window)
    bench.backing_up, bench.aside = BackingUp(context, bench), SettingAside(bench)
    bench.delivering = context.delivering = Delivering(context, bench)
    context.getting_ready = GettingReady(context, bench)
    bench.receiving, bench.recent = Receiving(bench), Recent(bench)
    bench.early_keys = EarlyKeys(bench)
    context.backing_up, context.set_aside = bench.backing_up, bench.aside.begin
    bench.guide = Guide(bench)
    own = (bench.recent.command(), bench.locking.command(), bench.backing_up.command(), *bench.guide.commands())
    context.commands.add(window, *bench.registers.commands(), *_ways(bench), *own)


def _ways(bench: "Workbench") -> tuple[Command, ...]:
    """Return the commands that lead to places without a key of their own."""
    go, at = bench.window.go, later("places")
    return (
        Command("go-house-style", say("Go to House style"), (), at, lambda: go("house_style")),
        Command("go-words", say("Go to Words and phrases"), (), at, lambda: go("words")),
        Command("go-send", say("Go to Send"), (), at, lambda: go("send")),
    )
