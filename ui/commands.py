"""Everything that can be done, by name and by key: one registry for shortcuts, palette and key card."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMainWindow, QWidget
from shiboken6 import isValid

GLYPHS = {"Enter": "Return", "↑": "Up", "↓": "Down", "←": "Left", "→": "Right", "−": "-", "–": "-", "+": "+"}
MODIFIERS = ("Ctrl", "Shift", "Alt", "Meta")


@dataclass(frozen=True)
class Command:
    """A thing to do: `keys` as written on screen ("Ctrl K", "Alt ↑", "N"), `where` it acts in the clerk's words.

    Without `run` it is only written on the key card: something typed, such as "/a" in the sentence.
    `also` are keys that work too but are not shown; `listed` says whether the palette offers it. Where it is not
    `bound`, something else obeys its keys, as the minutes editor does.
    """

    command_id: str
    words: str
    keys: tuple[str, ...] = ()
    where: str = "window"
    run: Callable[[], object] | None = None
    icon: str = ""
    also: tuple[str, ...] = ()
    listed: bool = True
    when: Callable[[], bool] | None = None
    bound: bool = True

    def may_run(self) -> bool:
        """Say whether it would do something just now."""
        return self.run is not None and (self.when is None or self.when())


def sequence(key: str) -> QKeySequence:
    """Return the Qt key of a key written as on screen."""
    *held, last = key.split(" ")
    name = GLYPHS.get(last, last)
    return QKeySequence("+".join([*held, name]), QKeySequence.SequenceFormat.PortableText)


def is_single(key: str) -> bool:
    """Say whether a key is one character with nothing held, which typing would press by accident (WCAG 2.1.4)."""
    return len(key) == 1 and key not in "↑↓←→"


def _presses(key: str) -> list[QKeySequence]:
    """Return the key as Qt knows it; a letter by itself may be pressed as a capital too."""
    capital = [sequence(f"Shift {key}")] if is_single(key) and key.isalpha() else []
    return [sequence(key), *capital]


class Commands(QObject):
    """Commands by owner: they act while their owner has the keyboard (a window: while it is the active one).

    `own_keys` are the keys that the clerk gave to commands, by their ids; an empty one takes the key away.
    `rekeyed` comes after a key was changed.
    """

    rekeyed = Signal()

    def __init__(self, parent: QObject | None = None, own_keys: Mapping[str, str] | None = None) -> None:
        super().__init__(parent)
        self.owned: list[tuple[QWidget, Command]] = []
        self.own_keys = _sound(own_keys) if own_keys else {}
        self.built_in: dict[str, Command] = {}
        # Not `QTimer.singleShot`: one whose context goes first is never let go, nor is all that it holds.
        self.sweeping = QTimer(self)
        self.sweeping.setSingleShot(True)
        self.sweeping.timeout.connect(self.forget_gone)

    def add(self, owner: QWidget, *commands: Command) -> None:
        """Register commands; their keys work in the owner and everything inside it.

        A single letter needs an owner that is a list or a table, or that says `takes_letters` of itself.
        """
        if all(other is not owner for other, _ in self.owned):
            owner.destroyed.connect(self._forget_soon)
        for command in commands:
            self._check(owner, command)
            self.built_in[command.command_id] = command
            chosen = self._as_chosen(command)
            self.owned.append((owner, chosen))
            self._bind_keys(owner, chosen)

    def rekey(self, command_id: str, key: str | None) -> None:
        """Give a command a key of the clerk's own, none for an empty one, or its built-in keys again for None."""
        if key is None:
            self.own_keys.pop(command_id, None)
        else:
            self.own_keys[command_id] = key
        for owner in {owner for owner, command in self._living() if command.command_id == command_id}:
            _free_keys(owner)
            for number, (other, command) in enumerate(self.owned):
                if other is owner:
                    fresh = self._as_chosen(self.built_in[command.command_id])
                    self.owned[number] = owner, fresh
                    self._bind_keys(owner, fresh)
        self.rekeyed.emit()

    def put_back(self) -> None:
        """Give every command its built-in keys again."""
        for command_id in list(self.own_keys):
            self.rekey(command_id, None)

    def taken_by(self, command: Command, key: str) -> Command | None:
        """Return another command that this key presses wherever `command` acts, typed ones among them."""
        owners = [owner for owner, other in self._living() if other.command_id == command.command_id]
        return next(
            (
                other
                for owner, other in self._living()
                if other.command_id != command.command_id
                and key in (*other.keys, *other.also)
                and any(_nested(owner, mine) for mine in owners)
            ),
            None,
        )

    def key_now(self, widget: QWidget, key: str) -> str:
        """Return what stands now in place of a built-in key shown in a widget: the same unless the clerk changed it."""
        if not self.own_keys:
            return key
        for owner, command in sorted(self._living(), key=lambda pair: -_depth(pair[0])):
            if _nested(owner, widget) and key in self.built_in[command.command_id].keys:
                return command.keys[0] if command.keys else ""
        return key

    def remove(self, owner: QWidget) -> None:
        """Forget the commands of an owner and free its keys."""
        self._keep_only([pair for pair in self._living() if pair[0] is not owner])
        _free_keys(owner)

    def forget_gone(self) -> None:
        """Let go of the commands of owners that are gone, and of all that those hold."""
        self._living()

    def _forget_soon(self) -> None:
        # While it is being destroyed the owner still looks alive.
        self.sweeping.start(0)

    def run(self, command_id: str) -> bool:
        """Do the command with this id where it is registered; say whether it could be done."""
        command = next((c for _, c in self._living() if c.command_id == command_id and c.may_run()), None)
        if command is not None and command.run is not None:
            command.run()
        return command is not None

    def at_hand(self) -> list[Command]:
        """Return what can be done just now, nearest first: its owner is on screen and it would do something."""
        found = [(owner, c) for owner, c in self._living() if owner.isVisible() and c.listed and c.may_run()]
        return [command for _, command in sorted(found, key=lambda pair: -_depth(pair[0]))]

    def on_card(self) -> dict[str, list[Command]]:
        """Return every command with a key whose owner is on screen, by where it acts."""
        groups: dict[str, list[Command]] = {}
        for owner, command in self._living():
            if owner.isVisible() and command.keys:
                groups.setdefault(command.where, []).append(command)
        return groups

    def clashes(self) -> list[tuple[Command, Command]]:
        """Return pairs of commands that the same key would press in one place."""
        bound = [(owner, c) for owner, c in self._living() if c.run is not None and c.bound]
        return [
            (one, two)
            for number, (owner, one) in enumerate(bound)
            for other, two in bound[number + 1 :]
            if {*one.keys, *one.also} & {*two.keys, *two.also} and _nested(owner, other)
        ]

    def _check(self, owner: QWidget, command: Command) -> None:
        keys = {*command.keys, *command.also}
        letters = isinstance(owner, QAbstractItemView) or getattr(owner, "takes_letters", False)
        if command.run is not None and not letters and any(is_single(key) for key in keys):
            raise ValueError(f"{command.command_id}: a single letter works only while a list has the keyboard")
        for other, held in self._living():
            taken = self.built_in[held.command_id]
            if other is owner and taken.run and command.run and keys & {*taken.keys, *taken.also}:
                raise ValueError(f"{command.command_id} and {taken.command_id} share a key")

    def _as_chosen(self, command: Command) -> Command:
        """Return a command with the key that the clerk gave it."""
        key = self.own_keys.get(command.command_id)
        return command if key is None else replace(command, keys=(key,) if key else (), also=())

    def _bind_keys(self, owner: QWidget, command: Command) -> None:
        if command.run is not None and command.bound:
            for key in (*command.keys, *command.also):
                for pressed in _presses(key):
                    self._bind(owner, command, pressed)
                if key.endswith("Enter"):  # Qt tells the large key from the one of the keypad
                    self._bind(owner, command, QKeySequence(key.replace(" ", "+")))

    def _bind(self, owner: QWidget, command: Command, keys: QKeySequence) -> None:
        shortcut = QShortcut(keys, owner)
        # A place is made before it stands in the window: what it is then must not decide how far its keys reach.
        window = isinstance(owner, QMainWindow)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut if window else inside)
        shortcut.setAutoRepeat(any(name in keys.toString() for name in ("Up", "Down", "F8")))

        def press() -> None:
            if command.may_run() and command.run is not None:
                command.run()

        shortcut.activated.connect(press)
        # Where a key of the clerk's own is built in elsewhere too, the command nearest to the keyboard has it.
        shortcut.activatedAmbiguously.connect(lambda: self._press_nearest(keys))

    def _press_nearest(self, keys: QKeySequence) -> None:
        here, own = QApplication.focusWidget(), self.own_keys
        around = [
            (owner, command)
            for owner, command in self._living()
            if here is not None and (owner is here or owner.isAncestorOf(here) or isinstance(owner, QMainWindow))
            if any(keys in _presses(key) for key in (*command.keys, *command.also))
        ]
        # A command that has the key itself goes before one of which it is only the capital letter.
        named = [pair for pair in around if keys in map(sequence, (*pair[1].keys, *pair[1].also))]
        able = [pair for pair in named or around if pair[1].may_run()]
        for _, command in sorted(able, key=lambda pair: (-_depth(pair[0]), pair[1].command_id not in own))[:1]:
            assert command.run is not None
            command.run()

    def _living(self) -> list[tuple[QWidget, Command]]:
        owned = [pair for pair in self.owned if isValid(pair[0])]
        if len(owned) < len(self.owned):
            self._keep_only(owned)
        return self.owned

    def _keep_only(self, owned: list[tuple[QWidget, Command]]) -> None:
        """Let go of all other commands, and of whatever those hold."""
        ids = {command.command_id for _, command in owned}
        self.owned = owned
        self.built_in = {name: command for name, command in self.built_in.items() if name in ids}


def _sound(own_keys: Mapping[str, str]) -> dict[str, str]:
    """Return the keys that may be the clerk's own: a file changed by hand must not take keys that typing needs."""
    # It leads to the house styles: only a clerk with keys of their own waits for that.
    from wibdesk.domain.bundles import may_be_own  # noqa: PLC0415

    return {command_id: key for command_id, key in own_keys.items() if may_be_own(key)}


def doing(commands: Commands, widget: QWidget | None) -> str:
    """Return what is being done where the keyboard is, in the words of the key card; empty where nobody says."""
    around = [(owner, c.where) for owner, c in commands.owned if isValid(owner) and not isinstance(owner, QMainWindow)]
    here = [(owner, where) for owner, where in around if widget is not None and _within(owner, widget)]
    return max(here, key=lambda pair: _depth(pair[0]))[1] if here else ""


def _within(owner: QWidget, widget: QWidget) -> bool:
    return owner is widget or owner.isAncestorOf(widget)


def _free_keys(owner: QWidget) -> None:
    for shortcut in owner.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly):
        shortcut.setEnabled(False)
        shortcut.deleteLater()


def _depth(widget: QWidget) -> int:
    return sum(1 for _ in _line(widget))


def _line(widget: QWidget) -> Iterator[QWidget]:
    above: QWidget | None = widget
    while above is not None:
        yield above
        above = above.parentWidget()


def _nested(one: QWidget, two: QWidget) -> bool:
    return one is two or one.isAncestorOf(two) or two.isAncestorOf(one)


def words_of(keys: Sequence[str]) -> str:
    """Return keys as one phrase for a button or a row."""
    return "  ".join(keys)
