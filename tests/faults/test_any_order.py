"""Whatever a clerk and a disk do, in any order, each word called saved is there: hypothesis looks for an exception."""

import functools
import os
import shutil
import tempfile
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.faults.disk import FAULTS
from tests.faults.script import NAME, Clerks, PowerGoneError, Store, prepare

LONG = os.environ.get("WIBDESK_LONG") == "1"
SEEDS = st.integers(0, 2**16)


@functools.cache
def begun():
    """Return the register that every order begins with."""
    with tempfile.TemporaryDirectory(prefix="wibdesk-faults-") as folder:
        return prepare(Path(folder))


class AnyOrder(RuleBasedStateMachine):
    """A desk at which anything may happen next."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="wibdesk-faults-"))
        self.places = 0
        self.desk = None

    def place(self):
        self.places += 1
        return self.folder / str(self.places)

    @initialize(seed=SEEDS)
    def begin(self, seed):
        self.clerks = Clerks(begun(), Random(seed))
        self.start(begun().image)

    def start(self, image):
        folder = self.place()
        folder.mkdir()
        self.desk = Store.on(folder, image)

    @rule()
    def save(self):
        self.desk.do(self.clerks.next())

    @rule()
    def undo(self):
        if step := self.desk.undoing():
            self.desk.do(step)

    @rule(fault=st.sampled_from(sorted(FAULTS.keys() - {"power"})), after=st.integers(0, 30), well=st.integers(1, 4))
    def save_on_a_failing_disk(self, fault, after, well):
        self.desk.disk.break_down(fault, after)
        self.desk.do(self.clerks.next(), well_after=well)
        self.desk.disk.heal()

    @rule()
    def tidy_up(self):
        self.desk.tidy_up()

    @rule()
    def close_and_open(self):
        self.desk.restart()

    @rule(seed=SEEDS, after=st.integers(0, 30))
    def lose_power_while_saving(self, seed, after):
        self.desk.disk.break_down("power", after)
        try:
            self.desk.do(self.clerks.next())
        except PowerGoneError:
            assert self.desk.disk.dead
        self.lose_power(seed)

    @rule(seed=SEEDS)
    def lose_power(self, seed):
        left = self.place()
        assert self.desk.lost_after_power_cut(left, Random(seed)) == ""
        self.desk.session.close()
        # Opened and closed again, it is one file: the next desk goes on with it.
        self.start((left / NAME).read_bytes())

    def teardown(self):
        if self.desk is not None:
            self.desk.session.close()
        shutil.rmtree(self.folder)


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=400 if LONG else 10,
    stateful_step_count=20,
    deadline=None,
    derandomize=not LONG,
    suppress_health_check=list(HealthCheck),
)
